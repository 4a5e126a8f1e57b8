package database_test

import (
	"context"
	"errors"
	"testing"
	"testing/fstest"

	"gorm.io/gorm"

	"envagin/api/migrations"
	"envagin/api/platform/database"
	"envagin/api/testkit/pgtest"
)

var background = context.Background()

// eachDB runs a story on both databases.
func eachDB(t *testing.T, story func(t *testing.T, db *database.DB)) {
	t.Helper()
	for _, dialect := range []string{database.SQLite, database.Postgres} {
		t.Run(dialect, func(t *testing.T) { story(t, open(t, dialect, database.Options{})) })
	}
}

// open is a fresh migrated database with two tables of these tests' own.
func open(t *testing.T, dialect string, opts database.Options) *database.DB {
	t.Helper()
	if opts.Migrations == nil {
		opts.Migrations = withFiles(t, nil)
	}
	db := openAt(t, pgtest.NewEmptyDatabase(t, dialect), opts)
	must(t, db.Migrate(background))
	must(t, db.Tx(background, func(tx *gorm.DB) error {
		return errors.Join(
			tx.Exec("CREATE TABLE shelves (id TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '', at TIMESTAMP)").Error,
			tx.Exec(`CREATE TABLE books (id TEXT PRIMARY KEY, shelf_id TEXT NOT NULL REFERENCES shelves (id) ON DELETE RESTRICT,
				pages INTEGER NOT NULL DEFAULT 1 CHECK (pages > 0))`).Error)
	}))
	return db
}

func openAt(t *testing.T, url string, opts database.Options) *database.DB {
	t.Helper()
	db, err := database.Open(background, url, opts)
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	return db
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantErr(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("got error %v, want %v", err, want)
	}
}

func addShelf(tx *gorm.DB, id string) error {
	return tx.Exec("INSERT INTO shelves (id) VALUES (?)", id).Error
}

func shelves(t testing.TB, db *database.DB) int {
	t.Helper()
	var n int
	must(t, db.Read(background, func(tx *gorm.DB) error {
		return tx.Raw("SELECT count(*) FROM shelves").Scan(&n).Error
	}))
	return n
}

func revision(t testing.TB, db *database.DB, families ...string) string {
	t.Helper()
	text, err := db.Revision(background, families...)
	must(t, err)
	return text
}

// withFiles is the platform's migration and some more; the rooms' tables are
// no business of these tests.
func withFiles(t *testing.T, more map[string]string) fstest.MapFS {
	t.Helper()
	first, err := migrations.FS.ReadFile("0001_platform.sql")
	must(t, err)
	files := fstest.MapFS{"0001_platform.sql": {Data: first}}
	for name, text := range more {
		files[name] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + text)}
	}
	return files
}
