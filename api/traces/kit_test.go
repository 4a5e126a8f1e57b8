package traces_test

import (
	"context"
	"log/slog"
	"testing"

	"envagin/api/platform/audit"
	"envagin/api/testkit"
)

func seal(t *testing.T, a *testkit.App) {
	t.Helper()
	if err := audit.Seal(context.Background(), a.DB, a.Clock, slog.New(slog.DiscardHandler)); err != nil {
		t.Fatal(err)
	}
}
