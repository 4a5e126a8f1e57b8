package audit_test

import (
	"context"
	"io/fs"
	"testing"
	"testing/fstest"

	"gorm.io/gorm"

	"envagin/api/migrations"
	"envagin/api/platform/audit"
	"envagin/api/platform/database"
	"envagin/api/testkit"
	"envagin/api/testkit/pgtest"
)

// before are the migrations up to a number.
func before(t *testing.T, number string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(migrations.FS, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if name < number {
			text, err := fs.ReadFile(migrations.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: text}
		}
	}
	return files
}

func TestTracesFromBeforeSealingAreTakenAlong(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			url := pgtest.NewEmptyDatabase(t, dialect)
			open := func(o database.Options) *chain {
				db, err := database.Open(t.Context(), url, o)
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = db.Close() })
				if err := db.Migrate(t.Context()); err != nil {
					t.Fatal(err)
				}
				return &chain{DB: db, t: t}
			}
			old := open(database.Options{Migrations: before(t, "0010")})
			for i, row := range [][]any{
				{"activity", "a", `[{"field":"title","before":"Ett","after":"Två \u003cb\u003e \"x\" é"},{"field":"n","after":[1.50, {"b":1,"a":2}]}]`, ""},
				{"milestone", "m", `[{"field":"title","after":"Delmål"}]`, "activity a"},
				{"internalNotes", "a", `[{"field":"text","after":"Hemligt"}]`, ""},
				{"session", "s", `[]`, "ended: reused"},
			} {
				id := "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a1" + string(rune('0'+i))
				old.must("INSERT INTO audit_events (id, at, user_id, role, action, object_type, object_id, version, changes, note) VALUES (?, ?, 'eva', 'admin', 'create', ?, ?, 1, ?, ?)",
					append([]any{id, at}, row...)...)
			}
			_ = old.Close()

			c := open(database.Options{})

			for _, sealed := range []bool{false, true} {
				if sealed {
					c.seal()
				}
				var events []audit.Event
				if err := c.Read(context.Background(), func(tx *gorm.DB) error { return tx.Order("id").Find(&events).Error }); err != nil {
					t.Fatal(err)
				}
				changes, _, err := events[0].Fields()
				if err != nil || len(changes) != 2 || changes[1].Field != "title" || changes[1].Erased || string(changes[1].Before) != `"Ett"` {
					t.Errorf("%+v %v", changes, err)
				}
				if m := events[1]; m.AboutType != "activity" || m.AboutID != "a" || m.Restricted {
					t.Errorf("%+v", m)
				}
				if n := events[2]; !n.Restricted || n.AboutType != "activity" || n.AboutID != "a" {
					t.Errorf("%+v", n)
				}
				if changes, note, err := events[3].Fields(); err != nil || note != "ended: reused" || len(changes) != 0 {
					t.Errorf("%v %q %v", changes, note, err)
				}
			}
			if v, faults := c.verify(); len(faults) > 0 || v.Events != 4 || v.Unsealed != 0 {
				t.Errorf("%+v %v", v, faults)
			}
		})
	}
}
