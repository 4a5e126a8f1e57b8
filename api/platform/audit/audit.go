// Package audit leaves a trace of every write, in the transaction that makes it:
// who, in what role, when, what changed field by field, and why.
package audit

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
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
	Note       string
}

// event is the row.
type event struct {
	ID         string
	At         time.Time
	UserID     string
	Role       string
	Action     string
	ObjectType string
	ObjectID   string
	Version    int
	Changes    string
	Note       string
	RequestID  string
}

func (event) TableName() string { return "audit_events" }

// FieldChange is one field before and after, as JSON.
type FieldChange struct {
	Field  string          `json:"field"`
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

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

// Record writes the trace.
func Record(tx *gorm.DB, e Entry) error {
	changes, err := diff(e.Before, e.After)
	if err != nil {
		return err
	}
	text, err := json.Marshal(changes)
	if err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	return tx.Create(&event{
		ID: id.New(), At: e.At, UserID: e.User.ID, Role: string(e.User.First()),
		Action: e.Action, ObjectType: e.ObjectType, ObjectID: e.ObjectID, Version: e.Version,
		Changes: string(text), Note: e.Note, RequestID: RequestID(tx.Statement.Context),
	}).Error
}

// maxChanges bounds what a 412 tells; a client that far behind reads anew.
const maxChanges = 100

// Since tells what others changed after version, oldest first, for the answer
// to a stale write.
func Since(tx *gorm.DB, objectType, objectID string, version int) ([]problem.Change, error) {
	var events []event
	err := tx.Where("object_type = ? AND object_id = ? AND version > ?", objectType, objectID, version).
		Order("version").Limit(maxChanges).Find(&events).Error
	if err != nil {
		return nil, err
	}
	var out []problem.Change
	for _, ev := range events {
		var fields []FieldChange
		if err := json.Unmarshal([]byte(ev.Changes), &fields); err != nil {
			return nil, fmt.Errorf("audit: %w", err)
		}
		for _, f := range fields {
			out = append(out, problem.Change{Field: f.Field, Before: orNil(f.Before), After: orNil(f.After),
				Version: ev.Version, At: ev.At.UTC().Format(time.RFC3339), ByRole: ev.Role})
		}
	}
	return out, nil
}

func orNil(raw json.RawMessage) any {
	if len(raw) == 0 {
		return nil
	}
	return raw
}

// bookkeeping says nothing about the change: it would be noise in each trace.
var bookkeeping = []string{"version", "createdAt", "updatedAt", "sortKey", "_links"}

func diff(before, after any) ([]FieldChange, error) {
	b, err := fields(before)
	if err != nil {
		return nil, err
	}
	a, err := fields(after)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(a)+len(b))
	for name := range b {
		names = append(names, name)
	}
	for name := range a {
		if _, ok := b[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	changes := []FieldChange{}
	for _, name := range names {
		if !slices.Contains(bookkeeping, name) && !bytes.Equal(b[name], a[name]) {
			changes = append(changes, FieldChange{name, b[name], a[name]})
		}
	}
	return changes, nil
}

func fields(v any) (map[string]json.RawMessage, error) {
	if v == nil {
		return nil, nil
	}
	text, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("audit: %w", err)
	}
	var m map[string]json.RawMessage
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("audit: %T is not an object: %w", v, err)
	}
	return m, nil
}

// Fresh refuses a write based on an older version than the current one, and
// tells what changed meanwhile.
func Fresh(tx *gorm.DB, objectType, objectID string, current, version int) error {
	if current == version {
		return nil
	}
	changes, err := Since(tx, objectType, objectID, version)
	if err != nil {
		return err
	}
	return problem.PreconditionFailed(current, changes)
}
