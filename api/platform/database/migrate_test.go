package database_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/testkit/pgtest"
)

const family = `CREATE TABLE parents (id TEXT PRIMARY KEY);
CREATE TABLE children (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parents (id) ON DELETE CASCADE);
INSERT INTO parents (id) VALUES ('p'); INSERT INTO children (id, parent_id) VALUES ('c', 'p');`

// rebuild is how SQLite changes what ALTER TABLE cannot.
const rebuild = `CREATE TABLE parents_new (id TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '');
INSERT INTO parents_new (id) SELECT id FROM parents;
DROP TABLE parents; ALTER TABLE parents_new RENAME TO parents;`

func count(t *testing.T, db *database.DB, table string) (n int) {
	t.Helper()
	must(t, db.Read(background, func(tx *gorm.DB) error {
		return tx.Raw("SELECT count(*) FROM " + table).Scan(&n).Error
	}))
	return n
}

func TestMigrate(t *testing.T) {
	t.Run("rebuilds_a_parent_and_keeps_its_children", func(t *testing.T) {
		for _, dialect := range []string{database.SQLite, database.Postgres} {
			t.Run(dialect, func(t *testing.T) {
				files := withFiles(t, map[string]string{
					"0002_family.sql":           family,
					"0003_rebuild.sqlite.sql":   rebuild,
					"0003_rebuild.postgres.sql": "ALTER TABLE parents ADD COLUMN name TEXT NOT NULL DEFAULT '';",
				})
				db := open(t, dialect, database.Options{Migrations: files})

				if n := count(t, db, "children"); n != 1 {
					t.Fatalf("%d children are left", n)
				}
				err := db.Tx(background, func(tx *gorm.DB) error {
					return tx.Exec("INSERT INTO children (id, parent_id) VALUES ('d', 'nobody')").Error
				})
				wantErr(t, err, gorm.ErrForeignKeyViolated)
			})
		}
	})

	t.Run("fails_and_changes_nothing_when_children_lose_their_parent", func(t *testing.T) {
		files := withFiles(t, map[string]string{"0002_family.sql": family, "0003_orphans.sql": "DELETE FROM parents;"})
		db := openAt(t, pgtest.NewEmptyDatabase(t, database.SQLite), database.Options{Migrations: files})

		err := db.Migrate(background)

		if err == nil || !strings.Contains(err.Error(), "children row 1 → parents") {
			t.Fatalf("%v", err)
		}
		if n := count(t, db, "parents"); n != 1 {
			t.Fatalf("%d parents", n)
		}
		wantErr(t, db.SchemaCurrent(background), database.ErrSchemaPending)
	})

	t.Run("leaves_nothing_of_a_migration_that_fails", func(t *testing.T) {
		for _, dialect := range []string{database.SQLite, database.Postgres} {
			t.Run(dialect, func(t *testing.T) {
				url := pgtest.NewEmptyDatabase(t, dialect)
				broken := openAt(t, url, database.Options{Migrations: withFiles(t, map[string]string{
					"0002_broken.sql": "CREATE TABLE half (id TEXT);\nINSERT INTO nowhere (id) VALUES ('x');"})})
				if err := broken.Migrate(background); err == nil {
					t.Fatal("it did not fail")
				}
				must(t, broken.Close())

				mended := openAt(t, url, database.Options{Migrations: withFiles(t, map[string]string{
					"0002_mended.sql": "CREATE TABLE half (id TEXT);"})})

				must(t, mended.Migrate(background))
			})
		}
	})

	t.Run("is_done_once_when_four_replicas_start_together", func(t *testing.T) {
		url := pgtest.NewEmptyDatabase(t, database.Postgres)
		files := withFiles(t, map[string]string{"0002_family.sql": family})
		var all sync.WaitGroup
		errs := make([]error, 4)
		for i := range errs {
			db := openAt(t, url, database.Options{Migrations: files, Pool: 2})
			all.Go(func() { errs[i] = db.Migrate(background) })
		}
		all.Wait()

		must(t, errors.Join(errs...))
		if n := count(t, openAt(t, url, database.Options{}), "children"); n != 1 {
			t.Fatalf("%d rows", n)
		}
	})

	t.Run("refuses_a_schema_newer_than_the_program", func(t *testing.T) {
		for _, dialect := range []string{database.SQLite, database.Postgres} {
			t.Run(dialect, func(t *testing.T) {
				url := pgtest.NewEmptyDatabase(t, dialect)
				newer := openAt(t, url, database.Options{Migrations: withFiles(t, map[string]string{"0002_family.sql": family})})
				wantErr(t, newer.SchemaCurrent(background), database.ErrSchemaPending)
				must(t, newer.Migrate(background))
				must(t, newer.SchemaCurrent(background))
				must(t, newer.Close())

				older := openAt(t, url, database.Options{Migrations: withFiles(t, nil)})

				wantErr(t, older.Migrate(background), database.ErrSchemaNewer)
				wantErr(t, older.SchemaCurrent(background), database.ErrSchemaNewer)
			})
		}
	})

	t.Run("makes_a_new_family_known_at_once", func(t *testing.T) {
		for _, dialect := range []string{database.SQLite, database.Postgres} {
			t.Run(dialect, func(t *testing.T) {
				files := withFiles(t, nil)
				db := open(t, dialect, database.Options{Migrations: files})
				_ = revision(t, db, "plan")
				files["0002_more.sql"] = &fstest.MapFile{Data: []byte(
					"-- +goose Up\nINSERT INTO revisions (family, value) VALUES ('surveys', 1);")}

				must(t, db.Migrate(background))

				_ = revision(t, db, "surveys")
			})
		}
	})

	t.Run("refuses_half_a_pair_and_a_migration_outside_a_transaction", func(t *testing.T) {
		for name, text := range map[string]string{"0002_x.sqlite.sql": family, "0002_y.sql": "-- +goose NO TRANSACTION\n" + family} {
			db := openAt(t, pgtest.NewEmptyDatabase(t, database.SQLite),
				database.Options{Migrations: withFiles(t, map[string]string{name: text})})
			if err := db.Migrate(background); err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
