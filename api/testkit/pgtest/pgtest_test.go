//go:build unix

package pgtest_test

import (
	"context"
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
