package database

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestRevisionsRead(t *testing.T) {
	t.Run("is_shared_by_those_who_ask_before_it_starts_and_never_joined_after", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var committed, reads atomic.Int64
			r := newRevisions(func(context.Context) (map[string]int64, error) {
				reads.Add(1)
				value := committed.Load()
				time.Sleep(time.Second)
				return map[string]int64{"plan": value}, nil
			}, false)
			var all sync.WaitGroup
			ask := func(least int64) {
				all.Go(func() {
					got, err := r.get(t.Context())
					if err != nil || got["plan"] < least {
						t.Errorf("got %v, %v after commit %d", got, err, least)
					}
				})
			}

			ask(0)
			synctest.Wait() // the first read is under way
			committed.Store(1)
			for range 50 {
				ask(1)
			}
			all.Wait()

			if n := reads.Load(); n != 2 {
				t.Fatalf("%d reads, want 2", n)
			}
		})
	})

	t.Run("fails_for_the_one_who_gives_up_and_not_for_the_others", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			r := newRevisions(func(ctx context.Context) (map[string]int64, error) {
				time.Sleep(time.Second)
				return map[string]int64{"plan": 1}, ctx.Err()
			}, false)
			var all sync.WaitGroup
			short, cancel := context.WithTimeout(t.Context(), time.Millisecond)
			defer cancel()
			all.Go(func() {
				if _, err := r.get(short); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("got %v", err)
				}
			})
			all.Go(func() {
				if _, err := r.get(t.Context()); err != nil {
					t.Error(err)
				}
			})
			all.Wait()
			time.Sleep(3 * time.Second) // the read nobody waits for ends too
		})
	})

	t.Run("begins_anew_after_a_failure", func(t *testing.T) {
		fails := true
		r := newRevisions(func(context.Context) (map[string]int64, error) {
			if fails {
				return nil, errors.New("gone")
			}
			return map[string]int64{"plan": 7}, nil
		}, true)

		_, first := r.get(t.Context())
		fails = false
		got, second := r.get(t.Context())

		if first == nil || second != nil || got["plan"] != 7 {
			t.Fatalf("%v, %v, %v", first, second, got)
		}
	})

	t.Run("that_began_before_a_commit_does_not_undo_it", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			r := newRevisions(func(context.Context) (map[string]int64, error) {
				time.Sleep(time.Second)
				return map[string]int64{"plan": 1}, nil
			}, true)
			var all sync.WaitGroup
			all.Go(func() { _, _ = r.get(t.Context()) })
			synctest.Wait()

			r.raise(map[string]int64{"plan": 2})
			all.Wait()

			if got, err := r.get(t.Context()); err != nil || got["plan"] != 2 {
				t.Fatalf("%v, %v", got, err)
			}
		})
	})

	t.Run("that_began_before_an_uncertain_commit_is_not_kept", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var committed atomic.Int64
			r := newRevisions(func(context.Context) (map[string]int64, error) {
				value := committed.Load()
				time.Sleep(time.Second)
				return map[string]int64{"plan": value}, nil
			}, true)
			var all sync.WaitGroup
			all.Go(func() { _, _ = r.get(t.Context()) })
			synctest.Wait()

			committed.Store(2)
			r.forget()
			all.Wait()

			if got, err := r.get(t.Context()); err != nil || got["plan"] != 2 {
				t.Fatalf("%v, %v", got, err)
			}
		})
	})
}

func TestOlderThan_compares_numbers_not_text(t *testing.T) {
	for version, want := range map[string]bool{"3.51.3": false, "3.53.0": false, "3.51.10": false, "4.0": false, "3.51.2": true, "3.9.9": true, "": true} {
		if olderThan(version, "3.51.3") != want {
			t.Errorf("%q: want %v", version, want)
		}
	}
}

func TestTransient_sorts_what_time_cures_from_what_is_wrong(t *testing.T) {
	for code, want := range map[string]bool{
		"53300": true, "53100": true, "57P01": true, "57P03": true, "57014": true, "08006": true, "40001": true,
		"40P01": true, "25P03": true, "55P03": true, "58030": true,
		"42601": false, "42P01": false, "23505": false, "22021": false, "25006": false, "XX000": false,
	} {
		if transientState(code) != want {
			t.Errorf("SQLSTATE %s: want %v", code, want)
		}
	}
	for code, want := range map[int]bool{5: true, 517: true, 6: true, 9: true, 13: true, 14: true, 10 | 3<<8: true, 1: false, 11: false, 787: false} {
		if transientCode(code) != want {
			t.Errorf("SQLite %d: want %v", code, want)
		}
	}
}
