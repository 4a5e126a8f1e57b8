package audit_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
	"envagin/api/testkit"
)

var at = time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC)

func write(t *testing.T, db *database.DB, e audit.Entry) {
	t.Helper()
	ctx := audit.WithRequestID(t.Context(), "request-7")
	e.At, e.ObjectType, e.ObjectID = at, "thing", "7"
	e.User = auth.User{ID: "eva", Roles: []auth.Role{{Name: auth.Reader}, {Name: auth.Coordinator}}}
	if err := db.Tx(ctx, func(tx *gorm.DB) error { return audit.Record(tx, e) }); err != nil {
		t.Fatal(err)
	}
}

func TestAStaleWriterHearsWhatChanged(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			db, err := database.Open(t.Context(), testkit.NewDatabase(t, dialect), database.Options{})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			type thing = map[string]any
			write(t, db, audit.Entry{Action: "create", Version: 1, After: thing{"title": "Ett"}})
			write(t, db, audit.Entry{Action: "replace", Version: 2, Before: thing{"title": "Ett", "old": 1, "version": 1}, After: thing{"title": "Två", "new": nil, "version": 2}})
			write(t, db, audit.Entry{Action: "replace", Version: 3, Before: thing{"title": "Två"}, After: thing{"title": "Tre"}})

			stale := func(version int) (p *problem.Problem) {
				err := db.Read(context.Background(), func(tx *gorm.DB) error { return audit.Fresh(tx, "thing", "7", 3, version) })
				return problem.As(err)
			}

			if p := stale(3); p != nil {
				t.Errorf("not stale: %v", p)
			}
			p := stale(1)
			if p == nil || p.Status != 412 || p.CurrentVersion != 3 || len(p.Changes) != 4 {
				t.Fatalf("%+v", p)
			}
			text, _ := json.Marshal(p.Changes)
			const want = `[{"field":"new","after":null,"version":2,"at":"2026-11-23T08:30:00Z","byRole":"coordinator"},` +
				`{"field":"old","before":1,"version":2,"at":"2026-11-23T08:30:00Z","byRole":"coordinator"},` +
				`{"field":"title","before":"Ett","after":"Två","version":2,"at":"2026-11-23T08:30:00Z","byRole":"coordinator"},` +
				`{"field":"title","before":"Två","after":"Tre","version":3,"at":"2026-11-23T08:30:00Z","byRole":"coordinator"}]`
			if string(text) != want {
				t.Errorf("%s", text)
			}
			var told struct{ UserID, Role, RequestID string }
			err = db.Read(context.Background(), func(tx *gorm.DB) error {
				return tx.Table("audit_events").Where("version = 3").Scan(&told).Error
			})
			if err != nil || told.UserID != "eva" || told.Role != "coordinator" || told.RequestID != "request-7" {
				t.Error(told, err)
			}
		})
	}
}

func TestWhatIsRolledBackLeavesNoTrace(t *testing.T) {
	t.Parallel()
	db, err := database.Open(t.Context(), testkit.NewDatabase(t, testkit.Dialects()[0]), database.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })

	_ = db.Tx(t.Context(), func(tx *gorm.DB) error {
		if err := audit.Record(tx, audit.Entry{At: at, Action: "create", ObjectType: "thing", ObjectID: "7"}); err != nil {
			t.Fatal(err)
		}
		return problem.Gone("thing")
	})

	var n int64
	err = db.Read(t.Context(), func(tx *gorm.DB) error { return tx.Table("audit_events").Count(&n).Error })
	if err != nil || n != 0 {
		t.Error(n, err)
	}
}
