//go:build unix

package testkit

import (
	"context"
	"testing"

	"envagin/api/testkit/pgtest"
)

// Postgres is the address of a server for tests; see pgtest.Postgres.
func Postgres(ctx context.Context) (string, error) { return pgtest.Postgres(ctx) }

// NewDatabase is the address of a fresh migrated database; see pgtest.NewDatabase.
func NewDatabase(t testing.TB, dialect string) string {
	t.Helper()
	return pgtest.NewDatabase(t, dialect)
}
