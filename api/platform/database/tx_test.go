package database_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

var errStop = errors.New("stop")

func TestTx(t *testing.T) {
	t.Run("keeps_nothing_when_the_function_fails", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			err := db.Tx(background, func(tx *gorm.DB) error {
				must(t, addShelf(tx, "a"))
				database.Touch(tx, "plan", "shelf", "a", false)
				return errStop
			})

			wantErr(t, err, errStop)
			if n := shelves(t, db); n != 0 {
				t.Fatalf("%d rows stayed", n)
			}
		})
	})

	t.Run("keeps_nothing_when_the_function_panics_and_stays_usable", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			func() {
				defer func() { _ = recover() }()
				_ = db.Tx(background, func(tx *gorm.DB) error {
					must(t, addShelf(tx, "a"))
					panic("stop")
				})
			}()

			if n := shelves(t, db); n != 0 {
				t.Fatalf("%d rows stayed", n)
			}
			must(t, db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "b") }))
		})
	})

	t.Run("joins_the_outer_one_and_is_rolled_back_with_it", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			err := db.Tx(background, func(tx *gorm.DB) error {
				must(t, db.Tx(tx.Statement.Context, func(tx *gorm.DB) error { return addShelf(tx, "a") }))
				return errStop
			})

			wantErr(t, err, errStop)
			if n := shelves(t, db); n != 0 {
				t.Fatalf("%d rows stayed", n)
			}
		})
	})

	t.Run("fails_as_a_whole_when_a_joined_one_fails", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			err := db.Tx(background, func(tx *gorm.DB) error {
				_ = db.Tx(tx.Statement.Context, func(tx *gorm.DB) error {
					must(t, addShelf(tx, "a"))
					return errStop
				})
				return nil
			})

			wantErr(t, err, errStop)
			if n := shelves(t, db); n != 0 {
				t.Fatalf("%d rows stayed", n)
			}
		})
	})

	t.Run("does_not_join_one_that_is_over", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			var kept context.Context
			must(t, db.Tx(background, func(tx *gorm.DB) error {
				kept = context.WithoutCancel(tx.Statement.Context)
				return nil
			}))

			must(t, db.Tx(kept, func(tx *gorm.DB) error { return addShelf(tx, "a") }))

			if n := shelves(t, db); n != 1 {
				t.Fatalf("%d rows", n)
			}
		})
	})

	t.Run("is_refused_inside_a_read", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			err := db.Read(background, func(tx *gorm.DB) error {
				return db.Tx(tx.Statement.Context, func(tx *gorm.DB) error { return nil })
			})

			wantErr(t, err, database.ErrReadOnly)
		})
	})

	t.Run("runs_again_after_a_deadlock_on_PostgreSQL", func(t *testing.T) {
		db := open(t, database.Postgres, database.Options{Limit: 10 * time.Second})
		must(t, db.Tx(background, func(tx *gorm.DB) error { return errors.Join(addShelf(tx, "a"), addShelf(tx, "b")) }))
		var runs atomic.Int32
		both := make(chan struct{}, 2)
		swap := func(first, second string) error {
			return db.Tx(background, func(tx *gorm.DB) error {
				runs.Add(1)
				if err := tx.Exec("UPDATE shelves SET name = name || ? WHERE id = ?", first, first).Error; err != nil {
					return err
				}
				if runs.Load() <= 2 {
					both <- struct{}{}
					for len(both) < 2 {
						time.Sleep(time.Millisecond)
					}
				}
				return tx.Exec("UPDATE shelves SET name = name || ? WHERE id = ?", first, second).Error
			})
		}

		errs := make(chan error, 2)
		go func() { errs <- swap("a", "b") }()
		go func() { errs <- swap("b", "a") }()

		must(t, errors.Join(<-errs, <-errs))
		if n := runs.Load(); n != 3 {
			t.Fatalf("%d runs, want 3", n)
		}
	})
}

func TestRead(t *testing.T) {
	t.Run("sees_what_its_transaction_has_written", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			must(t, db.Tx(background, func(tx *gorm.DB) error {
				must(t, addShelf(tx, "a"))
				return db.Read(tx.Statement.Context, func(tx *gorm.DB) error {
					var n int
					must(t, tx.Raw("SELECT count(*) FROM shelves").Scan(&n).Error)
					if n != 1 {
						t.Fatalf("%d rows", n)
					}
					return nil
				})
			}))
		})
	})

	t.Run("stays_at_one_moment", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			must(t, db.Read(background, func(tx *gorm.DB) error {
				var before, after int
				must(t, tx.Raw("SELECT count(*) FROM shelves").Scan(&before).Error)
				must(t, db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "a") }))
				must(t, tx.Raw("SELECT count(*) FROM shelves").Scan(&after).Error)
				if before != after {
					t.Fatalf("%d then %d", before, after)
				}
				return nil
			}))
		})
	})

	t.Run("cannot_write", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			err := db.Read(background, func(tx *gorm.DB) error { return addShelf(tx, "a") })

			if err == nil {
				t.Fatal("it wrote")
			}
		})
	})
}

func TestAfterCommit(t *testing.T) {
	t.Run("runs_in_order_before_Tx_returns_and_after_the_outermost_commit", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			var said []string
			say := func(text string) func() {
				return func() { said = append(said, fmt.Sprintf("%s %d", text, shelves(t, db))) }
			}

			must(t, db.Tx(background, func(tx *gorm.DB) error {
				database.AfterCommit(tx, say("first"))
				must(t, db.Tx(tx.Statement.Context, func(tx *gorm.DB) error {
					database.AfterCommit(tx, say("second"))
					return addShelf(tx, "a")
				}))
				said = append(said, "body")
				return nil
			}))

			if want := []string{"body", "first 1", "second 1"}; !slices.Equal(said, want) {
				t.Fatalf("%v", said)
			}
		})
	})

	t.Run("runs_nothing_after_a_rollback", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			ran := false

			_ = db.Tx(background, func(tx *gorm.DB) error {
				database.AfterCommit(tx, func() { ran = true })
				return errStop
			})

			if ran {
				t.Fatal("it ran")
			}
		})
	})

	t.Run("does_not_let_a_panic_hide_the_commit", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			ran := false

			must(t, db.Tx(background, func(tx *gorm.DB) error {
				database.AfterCommit(tx, func() { panic("mail") })
				database.AfterCommit(tx, func() { ran = true })
				return nil
			}))

			if !ran {
				t.Fatal("the next one did not run")
			}
		})
	})
}
