package database_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

type shelf struct {
	ID   string
	Name string
	At   *time.Time
}

func TestErrors(t *testing.T) {
	statements := []struct {
		name, sql string
		want      error
	}{
		{"a_primary_key_twice_is_a_duplicate", "INSERT INTO shelves (id) VALUES ('a')", gorm.ErrDuplicatedKey},
		{"an_unknown_parent_is_a_foreign_key_violation", "INSERT INTO books (id, shelf_id) VALUES ('x', 'none')", gorm.ErrForeignKeyViolated},
		{"deleting_a_parent_in_use_is_a_foreign_key_violation", "DELETE FROM shelves WHERE id = 'a'", gorm.ErrForeignKeyViolated},
		{"a_broken_check_is_named", "INSERT INTO books (id, shelf_id, pages) VALUES ('x', 'a', 0)", gorm.ErrCheckConstraintViolated},
	}
	for _, s := range statements {
		t.Run(s.name, func(t *testing.T) {
			eachDB(t, func(t *testing.T, db *database.DB) {
				must(t, db.Tx(background, func(tx *gorm.DB) error {
					must(t, addShelf(tx, "a"))
					return tx.Exec("INSERT INTO books (id, shelf_id) VALUES ('b', 'a')").Error
				}))

				err := db.Tx(background, func(tx *gorm.DB) error { return tx.Exec(s.sql).Error })

				wantErr(t, err, s.want)
				if errors.Is(err, database.ErrUnavailable) {
					t.Fatal("it must not read as unavailable")
				}
			})
		})
	}

	for name, text := range map[string]string{"NUL": "a\x00b", "invalid_UTF-8": "a\xffb"} {
		t.Run(name+"_is_refused_on_both", func(t *testing.T) {
			eachDB(t, func(t *testing.T, db *database.DB) {
				create := db.Tx(background, func(tx *gorm.DB) error {
					return tx.Table("shelves").Create(&shelf{ID: "a", Name: text}).Error
				})
				search := db.Read(background, func(tx *gorm.DB) error {
					return tx.Table("shelves").Where("name = ?", text).Find(&[]shelf{}).Error
				})

				wantErr(t, create, database.ErrInvalidText)
				wantErr(t, search, database.ErrInvalidText)
			})
		})
	}
}

func TestTimes_are_kept_as_UTC_with_microseconds_on_both(t *testing.T) {
	eachDB(t, func(t *testing.T, db *database.DB) {
		at := time.Date(2026, 7, 1, 12, 0, 0, 123456789, time.FixedZone("CEST", 2*3600))
		must(t, db.Tx(background, func(tx *gorm.DB) error {
			return tx.Table("shelves").Create(&shelf{ID: "a", At: &at}).Error
		}))

		var got shelf
		must(t, db.Read(background, func(tx *gorm.DB) error {
			return tx.Table("shelves").Where("at = ?", at.Truncate(time.Microsecond)).Take(&got).Error
		}))

		if want := "2026-07-01T10:00:00.123456Z"; got.At.Format(time.RFC3339Nano) != want {
			t.Fatalf("got %s, want %s", got.At.Format(time.RFC3339Nano), want)
		}
	})
}

func TestUnavailable(t *testing.T) {
	t.Run("a_write_that_waits_too_long_for_another", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			must(t, db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "a") }))
			rename := func(tx *gorm.DB) error { return tx.Exec("UPDATE shelves SET name = 'x' WHERE id = 'a'").Error }
			held, free := make(chan struct{}), make(chan struct{})
			done := make(chan error)
			go func() {
				done <- db.Tx(background, func(tx *gorm.DB) error {
					err := rename(tx)
					close(held)
					<-free
					return err
				})
			}()
			<-held

			start := time.Now()
			ctx, cancel := context.WithTimeout(background, 300*time.Millisecond)
			defer cancel()
			err := db.Tx(ctx, rename)

			wantErr(t, err, database.ErrUnavailable)
			if took := time.Since(start); took > time.Second {
				t.Fatalf("it took %s", took)
			}
			close(free)
			must(t, <-done)
			must(t, db.Tx(background, rename))
		})
	})

	t.Run("a_statement_that_runs_past_the_limit", func(t *testing.T) {
		endless := map[string]string{
			database.SQLite:   "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n",
			database.Postgres: "SELECT pg_sleep(20)",
		}
		for dialect, text := range endless {
			t.Run(dialect, func(t *testing.T) {
				db := open(t, dialect, database.Options{Limit: 300 * time.Millisecond})
				var out string

				read := db.Read(background, func(tx *gorm.DB) error { return tx.Raw(text).Scan(&out).Error })
				write := db.Tx(background, func(tx *gorm.DB) error { return tx.Raw(text).Scan(&out).Error })

				wantErr(t, read, database.ErrUnavailable)
				wantErr(t, write, database.ErrUnavailable)
				must(t, db.Ping(background))
				must(t, db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "a") }))
			})
		}
	})

	t.Run("not_with_a_longer_limit", func(t *testing.T) {
		eachDB(t, func(t *testing.T, _ *database.DB) {})
		db := open(t, database.Postgres, database.Options{Limit: 200 * time.Millisecond})

		for _, limit := range []time.Duration{0, 5 * time.Second} {
			must(t, db.Tx(database.WithLimit(background, limit), func(tx *gorm.DB) error {
				time.Sleep(900 * time.Millisecond) // past idle_in_transaction_session_timeout
				return tx.Exec("SELECT pg_sleep(0.9)").Error
			}))
		}
	})

	t.Run("a_forgotten_transaction_inside_another", func(t *testing.T) {
		db := open(t, database.SQLite, database.Options{Limit: 300 * time.Millisecond})

		err := db.Tx(background, func(*gorm.DB) error {
			return db.Tx(background, func(tx *gorm.DB) error { return nil })
		})

		wantErr(t, err, database.ErrUnavailable)
	})

	t.Run("a_killed_connection_and_then_it_recovers", func(t *testing.T) {
		db := open(t, database.Postgres, database.Options{})
		other := open(t, database.Postgres, database.Options{})

		err := db.Tx(background, func(tx *gorm.DB) error {
			var pid int
			must(t, tx.Raw("SELECT pg_backend_pid()").Scan(&pid).Error)
			must(t, other.Tx(background, func(tx *gorm.DB) error {
				return tx.Exec("SELECT pg_terminate_backend(?)", pid).Error
			}))
			time.Sleep(50 * time.Millisecond)
			return addShelf(tx, "a")
		})

		wantErr(t, err, database.ErrUnavailable)
		must(t, db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "b") }))
	})

	t.Run("all_connections_killed_while_idle", func(t *testing.T) {
		db := open(t, database.Postgres, database.Options{})
		must(t, db.Ping(background))
		_ = revision(t, db, "plan")
		other := open(t, database.Postgres, database.Options{})
		var name string
		must(t, db.Read(background, func(tx *gorm.DB) error { return tx.Raw("SELECT current_database()").Scan(&name).Error }))
		must(t, other.Tx(background, func(tx *gorm.DB) error {
			return tx.Exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?", name).Error
		}))

		deadline := time.Now().Add(3 * time.Second)
		for {
			_, err := db.Revision(background, "plan")
			if err = errors.Join(err, db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "b") })); err == nil {
				return
			}
			wantErr(t, err, database.ErrUnavailable)
			if time.Now().After(deadline) {
				t.Fatal("it did not recover")
			}
		}
	})

	t.Run("a_server_that_is_not_there", func(t *testing.T) {
		_, err := database.Open(background, "postgres://someone:secret@127.0.0.1:1/none?sslmode=disable", database.Options{})

		wantErr(t, err, database.ErrUnavailable)
		if strings.Contains(err.Error(), "secret") {
			t.Fatal("the error tells the password")
		}
	})
}
