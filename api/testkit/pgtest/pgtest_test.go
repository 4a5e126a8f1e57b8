//go:build unix

package pgtest_test

import (
	"context"
	"log/slog"
	"testing"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/testkit/pgtest"
)

func TestNewDatabase(t *testing.T) {
	for _, dialect := range []string{database.SQLite, database.Postgres} {
		t.Run(dialect+"_gives_each_test_a_migrated_database_of_its_own", func(t *testing.T) {
			ctx := context.Background()
			for range 2 {
				db, err := database.Open(ctx, pgtest.NewDatabase(t, dialect), database.Options{})
				if err != nil {
					t.Fatal(err)
				}
				defer db.Close()

				err = db.SchemaCurrent(ctx)
				if err == nil {
					err = db.Tx(ctx, func(tx *gorm.DB) error {
						return tx.Exec("INSERT INTO revisions (family, value) VALUES ('mine', 1)").Error
					})
				}

				if err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestFilled(t *testing.T) {
	for _, dialect := range []string{database.SQLite, database.Postgres} {
		t.Run(dialect+"_fills_once_and_gives_each_test_a_copy_of_its_own", func(t *testing.T) {
			times := 0
			filled := &pgtest.Filled{Fill: func(ctx context.Context, address string) error {
				times++
				return write(ctx, address, "INSERT INTO revisions (family, value) VALUES ('filled', 1)")
			}}
			for range 2 {
				copied := filled.NewDatabase(t, dialect)

				err := write(t.Context(), copied, "INSERT INTO revisions (family, value) VALUES ('mine', 1)")
				again := write(t.Context(), copied, "INSERT INTO revisions (family, value) VALUES ('filled', 1)")

				if err != nil || again == nil || times != 1 {
					t.Fatalf("filled %d times; writing in the copy: %v, what is there already: %v", times, err, again)
				}
			}
		})
	}
}

func write(ctx context.Context, address, statement string) error {
	db, err := database.Open(ctx, address, database.Options{Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Tx(ctx, func(tx *gorm.DB) error { return tx.Exec(statement).Error })
}
