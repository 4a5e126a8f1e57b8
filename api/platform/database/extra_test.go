package database_test

import (
	"bytes"
	"database/sql"
	"log/slog"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

func TestUnavailable_when_a_foreign_program_locks_the_file(t *testing.T) {
	db := open(t, database.SQLite, database.Options{Limit: 300 * time.Millisecond})
	foreign, err := sql.Open("sqlite", fileOf(t, db)+"?_txlock=immediate")
	must(t, err)
	defer foreign.Close()
	held, err := foreign.Begin()
	must(t, err)

	start := time.Now()
	err = db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "a") })

	wantErr(t, err, database.ErrUnavailable)
	if took := time.Since(start); took > 2*time.Second {
		t.Fatalf("it waited %s, for busy_timeout and not for the limit", took)
	}
	if n := shelves(t, db); n != 0 {
		t.Fatal("reading must go on")
	}
	must(t, held.Rollback())
	must(t, db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "a") }))
}

func TestTx_gives_jobs_the_transaction_itself(t *testing.T) {
	eachDB(t, func(t *testing.T, db *database.DB) {
		must(t, db.Tx(background, func(tx *gorm.DB) error {
			if _, ok := tx.Statement.ConnPool.(*sql.Tx); !ok {
				t.Fatalf("it is a %T", tx.Statement.ConnPool)
			}
			return nil
		}))
	})
}

func TestLog_tells_slow_statements_without_their_values(t *testing.T) {
	var out bytes.Buffer
	db := open(t, database.Postgres, database.Options{Log: slog.New(slog.NewTextHandler(&out, nil))})
	out.Reset()

	must(t, db.Read(background, func(tx *gorm.DB) error {
		return tx.Exec("SELECT pg_sleep(?), ?::text", 0.6, "Kim Andersson").Error
	}))

	if text := out.String(); !strings.Contains(text, "pg_sleep") || strings.Contains(text, "Kim") || strings.Contains(text, "0.6,") {
		t.Fatalf("the log says %q", text)
	}
}
