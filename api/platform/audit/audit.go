// Package audit leaves a trace of every write, in the transaction that makes it:
// who, in what role, when, what changed field by field, and why; and of reading
// what few may read. Traces are only ever added (the database refuses the rest),
// sealed in a chain by Seal, and checked by Verify.
package audit

import (
	"cmp"
	"context"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
)

// Entry is what a service tells of a write. Before is nil for a creation and
// After is nil for a deletion; both are the row or its wire form, and the
// fields that differ are what is kept.
type Entry struct {
	User       auth.User
	At         time.Time
	Action     string // a verb: create, replace, delete, complete, confirm …
	ObjectType string // the singular noun: activity, body …
	ObjectID   string
	Version    int // the version that the write made
	Before     any
	After      any
	// Note is why; "" takes what the request's Change-Note says.
	Note string
	// About is the thing in whose history this belongs, such as the activity of a
	// milestone; nil is the object itself.
	About *Object
	// Restricted keeps it out of histories: only who searches the audit sees it.
	Restricted bool
}

// Object names a thing.
type Object struct{ Type, ID string }

// Event is the row.
type Event struct {
	ID         string
	At         time.Time
	UserID     string
	Role       string
	Action     string
	ObjectType string
	ObjectID   string
	Version    int
	AboutType  string
	AboutID    string
	Restricted bool
	// Changes holds the values with their salts, and is what can be erased; Hashes
	// holds what proves them, and stays. See values.go.
	Changes   string
	Hashes    string
	RequestID string
	Seal      *int64 // the number of the seal that covers it
}

// TableName is the table of all traces.
func (Event) TableName() string { return "audit_events" }

type requestIDKey struct{}

// WithRequestID lets traces be joined with the server's log.
func WithRequestID(ctx context.Context, requestID string) context.Context {
	return context.WithValue(ctx, requestIDKey{}, requestID)
}

// RequestID is the request's id, or "" outside a request.
func RequestID(ctx context.Context) string {
	text, _ := ctx.Value(requestIDKey{}).(string)
	return text
}

type noteKey struct{}

// WithNote lets what is written below ctx say why.
func WithNote(ctx context.Context, note string) context.Context {
	return context.WithValue(ctx, noteKey{}, note)
}

func noteOf(ctx context.Context) string {
	text, _ := ctx.Value(noteKey{}).(string)
	return text
}

// Record writes the traces of one write, or of several made together.
func Record(tx *gorm.DB, entries ...Entry) error {
	if len(entries) == 0 {
		return nil
	}
	events := make([]Event, len(entries))
	for i, e := range entries {
		var err error
		if events[i], err = e.event(tx.Statement.Context); err != nil {
			return err
		}
	}
	return tx.Create(&events).Error
}

func (e Entry) event(ctx context.Context) (Event, error) {
	changes, err := diff(e.Before, e.After)
	if err != nil {
		return Event{}, err
	}
	if note := cmp.Or(e.Note, noteOf(ctx)); note != "" {
		changes = append(changes, noteChange(note))
	}
	values, hashes, err := seal(changes)
	if err != nil {
		return Event{}, err
	}
	about := Object{e.ObjectType, e.ObjectID}
	if e.About != nil {
		about = *e.About
	}
	return Event{
		ID: id.New(), At: e.At, UserID: e.User.ID, Role: string(e.User.First()),
		Action: e.Action, ObjectType: e.ObjectType, ObjectID: e.ObjectID, Version: e.Version,
		AboutType: about.Type, AboutID: about.ID, Restricted: e.Restricted,
		Changes: values, Hashes: hashes, RequestID: RequestID(ctx),
	}, nil
}

// Reading is the action of a trace that Read leaves.
const Reading = "read"

// Read leaves a trace of reading what few may read. Call it before the answer,
// outside the transaction that read; what it cannot note must not be shown, so
// its error is the answer's.
func Read(ctx context.Context, db *database.DB, clock *day.Clock, user auth.User, objectType, objectID string) error {
	return db.Tx(ctx, func(tx *gorm.DB) error {
		return Record(tx, Entry{User: user, At: clock.Now(), Action: Reading,
			ObjectType: objectType, ObjectID: objectID, Restricted: true})
	})
}
