package audit_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/testkit"
)

var clock = day.Fixed(at)

// chain is a database with traces in it.
type chain struct {
	*database.DB
	t   *testing.T
	log bytes.Buffer
}

func eachChain(t *testing.T, story func(t *testing.T, c *chain)) {
	t.Helper()
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			db, err := database.Open(t.Context(), testkit.NewDatabase(t, dialect), database.Options{})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			story(t, &chain{DB: db, t: t})
		})
	}
}

// write leaves traces of so many changes of an account's title.
func (c *chain) write(n int) {
	c.t.Helper()
	entries := make([]audit.Entry, n)
	for i := range entries {
		entries[i] = audit.Entry{User: auth.User{ID: "eva", Roles: []auth.Role{{Name: auth.Admin}}}, At: at, Action: "replace", ObjectType: "user", ObjectID: "ola",
			Version: i + 1, Before: map[string]any{"title": "Ett <b>", "lang": "sv"}, After: map[string]any{"title": fmt.Sprint("Två ", i), "lang": "en"}, Note: "därför"}
	}
	if err := c.Tx(context.Background(), func(tx *gorm.DB) error { return audit.Record(tx, entries...) }); err != nil {
		c.t.Fatal(err)
	}
}

func (c *chain) seal() {
	c.t.Helper()
	if err := audit.Seal(context.Background(), c.DB, clock, slog.New(slog.NewTextHandler(&c.log, nil))); err != nil {
		c.t.Fatal(err)
	}
}

// ids of all traces, oldest first.
func (c *chain) ids() (ids []string) {
	c.t.Helper()
	err := c.Read(context.Background(), func(tx *gorm.DB) error {
		return tx.Raw("SELECT id FROM audit_events ORDER BY id").Scan(&ids).Error
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return ids
}

// sql does what somebody with the database in their hands might.
func (c *chain) sql(statement string, args ...any) error {
	return c.Tx(context.Background(), func(tx *gorm.DB) error { return tx.Exec(statement, args...).Error })
}

func (c *chain) must(statement string, args ...any) {
	c.t.Helper()
	if err := c.sql(statement, args...); err != nil {
		c.t.Fatal(statement, err)
	}
}

// disarm takes the triggers away, as somebody with all rights could.
func (c *chain) disarm() {
	c.t.Helper()
	for _, table := range []string{"audit_events", "audit_seals"} {
		if c.Dialect() == database.Postgres {
			c.must("ALTER TABLE " + table + " DISABLE TRIGGER USER")
			continue
		}
		for _, on := range []string{"insert", "update", "delete"} {
			c.must("DROP TRIGGER " + table + "_" + on)
		}
	}
}

func (c *chain) verify(expected ...audit.Expected) (v audit.Verdict, faults []string) {
	c.t.Helper()
	v, err := audit.Verify(context.Background(), c.DB, expected, func(f audit.Fault) { faults = append(faults, f.String()) }, func(string) {})
	if err != nil {
		c.t.Fatal(err)
	}
	return v, faults
}

func TestNothingIsChangedOrDeletedBySQL(t *testing.T) {
	eachChain(t, func(t *testing.T, c *chain) {
		c.write(2)
		c.seal()
		c.write(1)
		refused := []string{
			"DELETE FROM audit_events",
			"DELETE FROM audit_events WHERE seal IS NULL",
			"UPDATE audit_events SET user_id = 'ola'",
			"UPDATE audit_events SET at = '2020-01-01 00:00:00'",
			"UPDATE audit_events SET restricted = TRUE",
			"UPDATE audit_events SET about_id = 'other'",
			"UPDATE audit_events SET hashes = ''",
			"UPDATE audit_events SET seal = NULL WHERE seal IS NOT NULL",
			"UPDATE audit_events SET seal = 7 WHERE seal IS NOT NULL",
			"UPDATE audit_events SET changes = replace(changes, 'Ett', 'Tre')",
			`UPDATE audit_events SET changes = '{"other":{"salt":"","after":1}}'`,
			"INSERT INTO audit_events (id, at, action, object_type, object_id, seal) VALUES ('x', '2020-01-01 00:00:00', 'a', 'b', 'c', 1)",
			"DELETE FROM audit_seals",
			"UPDATE audit_seals SET hash = ''",
		}
		if c.Dialect() == database.Postgres {
			refused = append(refused, "TRUNCATE audit_events", "TRUNCATE audit_seals")
		} else {
			refused = append(refused, "INSERT OR REPLACE INTO audit_events SELECT * FROM audit_events WHERE seal IS NULL",
				"INSERT OR REPLACE INTO audit_seals SELECT * FROM audit_seals")
		}
		for _, statement := range refused {
			if err := c.sql(statement); err == nil {
				t.Errorf("was let through: %s", statement)
			}
		}
		if v, faults := c.verify(); len(faults) > 0 || v.Events != 2 || v.Unsealed != 1 || v.Seals != 1 {
			t.Errorf("%+v %v", v, faults)
		}
	})
}

func TestTamperingIsFoundAndNamed(t *testing.T) {
	for name, s := range map[string]struct {
		tamper func(c *chain, ids []string)
		want   func(ids []string) []string
	}{
		"a value that was changed": {
			func(c *chain, ids []string) {
				c.must("UPDATE audit_events SET changes = replace(changes, 'Ett', 'Tre') WHERE id = ?", ids[1])
			},
			func(ids []string) []string {
				return []string{"event " + ids[1] + " (seal 1): the value of title was changed"}
			},
		},
		"a value and its hash that were changed": {
			func(c *chain, ids []string) {
				c.must("UPDATE audit_events SET changes = '{}', hashes = '{}' WHERE id = ?", ids[1])
			},
			func(ids []string) []string { return []string{"event " + ids[1] + " (seal 1): was changed"} },
		},
		"who did it": {
			func(c *chain, ids []string) { c.must("UPDATE audit_events SET user_id = 'ola' WHERE id = ?", ids[3]) },
			func(ids []string) []string { return []string{"event " + ids[3] + " (seal 2): was changed"} },
		},
		"a row that was deleted": {
			func(c *chain, ids []string) { c.must("DELETE FROM audit_events WHERE id = ?", ids[0]) },
			func(ids []string) []string { return []string{"event " + ids[0] + " (seal 1): is missing"} },
		},
		"two rows that changed places": {
			func(c *chain, ids []string) {
				c.must("UPDATE audit_events SET id = 'aside' WHERE id = ?", ids[0])
				c.must("UPDATE audit_events SET id = ? WHERE id = ?", ids[0], ids[1])
				c.must("UPDATE audit_events SET id = ? WHERE id = 'aside'", ids[1])
			},
			func(ids []string) []string {
				return []string{"event " + ids[0] + " (seal 1): was changed", "event " + ids[1] + " (seal 1): was changed"}
			},
		},
		"a row that was put in": {
			func(c *chain, ids []string) {
				c.must("INSERT INTO audit_events (id, at, action, object_type, object_id, hashes, seal) VALUES (?, ?, 'a', 'b', 'c', '{}', 1)", ids[0][:35]+"g", at)
			},
			func(ids []string) []string {
				return []string{"event " + ids[0][:35] + "g (seal 1): was put in after the sealing"}
			},
		},
		"a row under a seal that never was": {
			func(c *chain, ids []string) { c.must("UPDATE audit_events SET seal = 9 WHERE id = ?", ids[4]) },
			func(ids []string) []string {
				return []string{"event " + ids[4] + " (seal 9): belongs to a seal that is not there", "event " + ids[4] + " (seal 3): is missing"}
			},
		},
		"a seal that was changed": {
			func(c *chain, ids []string) { c.must("UPDATE audit_seals SET events = 7 WHERE number = 2") },
			func([]string) []string { return []string{"seal 2: was changed"} },
		},
		"a seal made anew, with another hash": {
			func(c *chain, ids []string) {
				c.must("UPDATE audit_seals SET hash = (SELECT hash FROM audit_seals WHERE number = 1) WHERE number = 2")
			},
			func([]string) []string {
				return []string{"seal 2: was changed", "seal 3: does not follow on the seal before it: one of the two was changed, or one between them taken away"}
			},
		},
		"a seal taken away with its rows": {
			func(c *chain, ids []string) {
				c.must("DELETE FROM audit_seals WHERE number = 2")
				c.must("DELETE FROM audit_events WHERE seal = 2")
			},
			func([]string) []string {
				return []string{"seal 2: is missing", "seal 3: does not follow on the seal before it: one of the two was changed, or one between them taken away"}
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			eachChain(t, func(t *testing.T, c *chain) {
				for range 3 {
					c.write(2)
					c.seal()
				}
				ids := c.ids()
				if _, faults := c.verify(); len(faults) > 0 {
					t.Fatal(faults)
				}
				c.disarm()

				s.tamper(c, ids)

				if _, faults := c.verify(); !slices.Equal(faults, s.want(ids)) {
					t.Errorf("told:\n%s\nwanted:\n%s", strings.Join(faults, "\n"), strings.Join(s.want(ids), "\n"))
				}
			})
		})
	}
}

func TestCuttingOffTheNewestIsFoundByASealKeptElsewhere(t *testing.T) {
	eachChain(t, func(t *testing.T, c *chain) {
		c.write(1)
		c.seal()
		c.write(1)
		c.seal()
		v, _ := c.verify()
		kept := audit.Expected{Number: v.Last.Number, Hash: v.Last.Hash}
		if told := fmt.Sprintf("number=%d hash=%s", kept.Number, kept.Hash); !strings.Contains(c.log.String(), told) {
			t.Errorf("the log does not hold %s:\n%s", told, c.log.String())
		}
		if _, faults := c.verify(kept); len(faults) > 0 {
			t.Fatal(faults)
		}
		if _, faults := c.verify(audit.Expected{Number: 1, Hash: strings.Repeat("0", 64)}); len(faults) != 1 {
			t.Error(faults)
		}
		c.disarm()

		c.must("DELETE FROM audit_events WHERE seal = 2")
		c.must("DELETE FROM audit_seals WHERE number = 2")

		if _, faults := c.verify(); len(faults) > 0 {
			t.Error("cannot be known without a kept seal", faults)
		}
		if _, faults := c.verify(kept); !slices.Equal(faults, []string{"seal 2: is expected and not there: the newest seals are gone, with their traces"}) {
			t.Error(faults)
		}
	})
}

func TestWhatIsErasedStillVerifies(t *testing.T) {
	eachChain(t, func(t *testing.T, c *chain) {
		c.write(2)
		c.seal()
		c.write(1)

		err := c.Tx(context.Background(), func(tx *gorm.DB) error { return audit.Forget(tx, "ola", "title") })

		if err != nil {
			t.Fatal(err)
		}
		v, faults := c.verify()
		if len(faults) > 0 || v.Erased != 6 { // a title and a reason of each
			t.Errorf("%+v %v", v, faults)
		}
		c.seal()
		if v, faults := c.verify(); len(faults) > 0 || v.Unsealed != 0 || v.Events != 3 {
			t.Errorf("%+v %v", v, faults)
		}
		var events []audit.Event
		if err := c.Read(context.Background(), func(tx *gorm.DB) error { return tx.Find(&events).Error }); err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			changes, note, err := e.Fields()
			if err != nil || note != "" || len(changes) != 2 || !changes[1].Erased || changes[0].Erased || string(changes[0].After) != `"en"` {
				t.Errorf("%+v %q %v", changes, note, err)
			}
			if strings.Contains(e.Changes, "Två") || strings.Contains(e.Changes, "Ett") {
				t.Error(e.Changes)
			}
		}
	})
}

func TestTwoReplicasSealAtOnce(t *testing.T) {
	eachChain(t, func(t *testing.T, c *chain) {
		const rounds, each = 20, 15
		var all sync.WaitGroup
		for range 3 {
			all.Go(func() {
				for range rounds {
					if err := audit.Seal(context.Background(), c.DB, clock, slog.New(slog.DiscardHandler)); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Go(func() {
			for range rounds {
				c.write(each)
			}
		})
		all.Wait()
		c.seal()

		v, faults := c.verify()

		if len(faults) > 0 || v.Events != rounds*each || v.Unsealed != 0 || v.Erased != 0 {
			t.Errorf("%+v %v", v, faults)
		}
	})
}

func TestMoreThanASealHoldsIsSealedInSeveral(t *testing.T) {
	eachChain(t, func(t *testing.T, c *chain) {
		for range 25 {
			c.write(100)
		}

		c.seal()

		if v, faults := c.verify(); v.Seals != 3 || v.Events != 2500 || len(faults) > 0 {
			t.Errorf("%+v %v", v, faults)
		}
	})
}
