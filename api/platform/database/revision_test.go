package database_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

func bump(db *database.DB, families ...string) error {
	return db.Tx(background, func(tx *gorm.DB) error {
		for _, family := range families {
			database.Bump(tx, family)
		}
		return nil
	})
}

func TestRevision(t *testing.T) {
	t.Run("changes_for_the_families_bumped_and_no_other", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			plan, boards := revision(t, db, "plan"), revision(t, db, "boards")

			must(t, bump(db, "plan", "plan"))

			if revision(t, db, "plan") == plan || revision(t, db, "boards") != boards {
				t.Fatal("the wrong family changed")
			}
			if got := revision(t, db, "boards", "plan"); got != revision(t, db, "boards")+"."+revision(t, db, "plan") {
				t.Fatalf("%q does not keep the order", got)
			}
		})
	})

	t.Run("is_new_for_whoever_asks_after_Tx_has_returned", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			var all sync.WaitGroup
			errs := make(chan error, 8)
			for range 8 {
				all.Go(func() {
					for range 15 {
						before, err := db.Revision(background, "plan")
						err = errors.Join(err, bump(db, "plan"))
						after, err2 := db.Revision(background, "plan")
						if err = errors.Join(err, err2); err == nil && before == after {
							err = fmt.Errorf("still %s", after)
						}
						if err != nil {
							errs <- err
							return
						}
					}
				})
			}
			all.Wait()
			close(errs)
			for err := range errs {
				t.Error(err)
			}
		})
	})

	t.Run("stays_when_the_transaction_is_rolled_back", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			before := revision(t, db, "plan")

			_ = db.Tx(background, func(tx *gorm.DB) error {
				database.Bump(tx, "plan")
				return errStop
			})

			if revision(t, db, "plan") != before {
				t.Fatal("it changed")
			}
		})
	})

	t.Run("survives_a_restart", func(t *testing.T) {
		url := t.TempDir() + "/envagin.db"
		db, err := database.Open(background, url, database.Options{})
		must(t, err)
		must(t, db.Migrate(background))
		must(t, bump(db, "plan"))
		before := revision(t, db, "plan")
		must(t, db.Close())

		if got := revision(t, openAt(t, url, database.Options{}), "plan"); got != before {
			t.Fatalf("%s became %s", before, got)
		}
	})

	t.Run("is_seen_by_a_process_that_only_reads", func(t *testing.T) {
		url := t.TempDir() + "/envagin.db"
		db := openAt(t, url, database.Options{})
		must(t, db.Migrate(background))
		reader := openAt(t, url, database.Options{ReadOnly: true})
		before := revision(t, reader, "plan")

		must(t, bump(db, "plan"))

		if revision(t, reader, "plan") == before {
			t.Fatal("the reader still sees the old one")
		}
	})

	t.Run("fails_for_a_family_nobody_knows", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			_, err := db.Revision(background, "nonsense")
			write := bump(db, "nonsense")

			if err == nil || write == nil || !strings.Contains(write.Error(), "nonsense") {
				t.Fatalf("%v, %v", err, write)
			}
		})
	})

	t.Run("is_answered_while_every_connection_is_taken", func(t *testing.T) {
		db := open(t, database.Postgres, database.Options{Pool: 1})

		must(t, db.Tx(background, func(tx *gorm.DB) error {
			_, err := db.Revision(tx.Statement.Context, "plan")
			return err
		}))
	})
}

func TestTouch_outside_a_transaction_panics(t *testing.T) {
	eachDB(t, func(t *testing.T, db *database.DB) {
		var kept *gorm.DB
		must(t, db.Tx(background, func(tx *gorm.DB) error { kept = tx; return nil }))
		must(t, db.Read(background, func(tx *gorm.DB) error {
			for name, tx := range map[string]*gorm.DB{"over": kept, "reading": tx} {
				func() {
					defer func() {
						if recover() == nil {
							t.Errorf("%s: no panic", name)
						}
					}()
					database.Touch(tx, "plan", "shelf", "a", false)
				}()
			}
			return nil
		}))
	})
}

func TestUpdatedSince(t *testing.T) {
	t.Run("misses_nothing_of_eight_concurrent_writers", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			ctx := database.WithLimit(background, 30*time.Second)
			const writers, each = 8, 15
			var all sync.WaitGroup
			for w := range writers {
				all.Go(func() {
					for i := range each {
						families := []string{"plan", "boards"}
						rand.Shuffle(2, func(i, j int) { families[i], families[j] = families[j], families[i] })
						err := db.Tx(ctx, func(tx *gorm.DB) error {
							database.Bump(tx, families[0])
							database.Touch(tx, "plan", "shelf", fmt.Sprintf("%d-%d", w, i), false)
							database.Bump(tx, families[1])
							time.Sleep(time.Duration(rand.IntN(3)) * time.Millisecond)
							return addShelf(tx, fmt.Sprintf("%d-%d", w, i))
						})
						if err != nil {
							t.Error(err)
							return
						}
					}
				})
			}
			done := make(chan struct{})
			go func() { all.Wait(); close(done) }()

			seen := map[string]int{}
			cursor := int64(0)
			for last := false; ; {
				must(t, db.Read(ctx, func(tx *gorm.DB) error {
					next, err := database.Sequence(tx, "plan")
					must(t, err)
					changes, err := database.ChangedSince(tx, "plan", "shelf", cursor, "", 1000)
					must(t, err)
					for _, c := range changes {
						if c.Seq > next {
							t.Errorf("%d stands behind the cursor %d", c.Seq, next)
						}
						seen[c.ObjectID]++
					}
					cursor = next
					return nil
				}))
				if last {
					break
				}
				select {
				case <-done:
					last = true
				default:
				}
			}

			if len(seen) != writers*each {
				t.Fatalf("saw %d of %d", len(seen), writers*each)
			}
			for id, n := range seen {
				if n != 1 {
					t.Errorf("%s seen %d times", id, n)
				}
			}
		})
	})

	t.Run("tells_the_last_state_of_each_object", func(t *testing.T) {
		eachDB(t, func(t *testing.T, db *database.DB) {
			touch := func(deleted bool, ids ...string) {
				must(t, db.Tx(background, func(tx *gorm.DB) error {
					for _, id := range ids {
						database.Touch(tx, "plan", "shelf", id, deleted)
					}
					return nil
				}))
			}
			many := make([]string, 1201)
			for i := range many {
				many[i] = fmt.Sprintf("n%04d", i)
			}
			touch(false, many...)
			touch(false, "a", "b")

			touch(true, "a")

			must(t, db.Read(background, func(tx *gorm.DB) error {
				got, err := database.ChangedSince(tx, "plan", "shelf", 2, "", 10)
				must(t, err)
				if fmt.Sprint(got) != "[{b 3 false} {a 4 true}]" {
					t.Fatalf("%v", got)
				}
				return nil
			}))
		})
	})
}

func TestChangedSince_goes_on_from_any_row(t *testing.T) {
	eachDB(t, func(t *testing.T, db *database.DB) {
		for _, ids := range [][]string{{"a", "b", "ö", "Z"}, {"c", "d"}} {
			must(t, db.Tx(background, func(tx *gorm.DB) error {
				for _, id := range ids {
					database.Touch(tx, "plan", "shelf", id, false)
				}
				return nil
			}))
		}

		must(t, db.Read(background, func(tx *gorm.DB) error {
			var at database.Change
			seen := map[string]bool{}
			for {
				rows, err := database.ChangedSince(tx, "plan", "shelf", at.Seq, at.ObjectID, 1)
				must(t, err)
				if len(rows) == 0 {
					break
				}
				at = rows[0]
				if seen[at.ObjectID] {
					t.Fatalf("%s came twice", at.ObjectID)
				}
				seen[at.ObjectID] = true
			}
			if len(seen) != 6 {
				t.Fatalf("saw %v", seen)
			}
			rest, err := database.ChangedSince(tx, "plan", "shelf", 2, "", 10)
			must(t, err)
			if fmt.Sprint(rest) != "[{c 3 false} {d 3 false}]" {
				t.Fatalf("an empty id must begin after all of seq: %v", rest)
			}
			return nil
		}))
	})
}

func TestCancelledCaller_is_no_internal_error(t *testing.T) {
	eachDB(t, func(t *testing.T, db *database.DB) {
		ctx, cancel := context.WithCancel(background)
		cancel()

		wantErr(t, db.Tx(ctx, func(tx *gorm.DB) error { return addShelf(tx, "a") }), database.ErrUnavailable)
		wantErr(t, db.Read(ctx, func(tx *gorm.DB) error { return nil }), database.ErrUnavailable)
	})
}
