//go:build unix

package testkit

import (
	"testing"

	"envagin/api/testkit/pgtest"
)

// NewDatabase is the address of a fresh migrated database; see pgtest.NewDatabase.
func NewDatabase(t testing.TB, dialect string) string {
	t.Helper()
	return pgtest.NewDatabase(t, dialect)
}
