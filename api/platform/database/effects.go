package database

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"maps"
	"runtime/debug"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

type object struct{ objectType, objectID string }

type touch struct {
	family  string
	deleted bool
}

// change is a row of changes: the last change of one object.
type change struct {
	Family     string
	ObjectType string
	ObjectID   string
	Seq        int64
	Deleted    bool
}

func (change) TableName() string { return "changes" }

// batch keeps a statement's parameters far below both databases' limits.
const batch = 500

// Bump says that the transaction changed what a cached answer of this family
// shows. It panics outside Tx: a write that leaves stale answers behind is a
// fault in the program.
func Bump(tx *gorm.DB, family string) {
	s := writing(tx, "Bump")
	if s.families == nil {
		s.families = map[string]bool{}
	}
	s.families[family] = true
}

// Touch is Bump, and also notes which object changed or was deleted, for
// updatedSince. The last call on an object counts. It panics outside Tx.
func Touch(tx *gorm.DB, family, objectType, objectID string, deleted bool) {
	Bump(tx, family)
	s := writing(tx, "Touch")
	if s.touched == nil {
		s.touched = map[object]touch{}
	}
	s.touched[object{objectType, objectID}] = touch{family, deleted}
}

// AfterCommit keeps fn until the outermost transaction is committed and runs
// it before Tx returns, in the order of the calls; never when it is rolled
// back. What must not be lost belongs in a job, not here. It panics outside Tx.
func AfterCommit(tx *gorm.DB, fn func()) {
	s := writing(tx, "AfterCommit")
	s.after = append(s.after, fn)
}

func writing(tx *gorm.DB, what string) *state {
	s, err := stateOf(tx)
	if err == nil && s.readOnly {
		err = fmt.Errorf("%w: inside Read", ErrReadOnly)
	}
	if err != nil {
		panic(fmt.Sprintf("database: %s: %v", what, err))
	}
	return s
}

// runAfter keeps a panic from turning a committed write into a failed request.
func (db *DB) runAfter(ctx context.Context, fn func()) {
	defer func() {
		if p := recover(); p != nil {
			db.log.LogAttrs(ctx, slog.LevelError, "panic after commit", slog.Any("panic", p), slog.String("stack", string(debug.Stack())))
		}
	}()
	fn()
}

// settle raises the families' revisions, always in the same order so that two
// writers never wait for each other, and records the touched objects under the
// new values. These are the transaction's last statements: the rows stay
// locked from here to the commit only.
func (s *state) settle() error {
	s.raised = make(map[string]int64, len(s.families))
	for _, family := range slices.Sorted(maps.Keys(s.families)) {
		var values []int64
		err := s.tx.Raw("UPDATE revisions SET value = value + 1 WHERE family = ? RETURNING value", family).Scan(&values).Error
		if err != nil {
			return fmt.Errorf("database: revision of %s: %w", family, err)
		}
		if len(values) != 1 {
			return fmt.Errorf("database: there is no family %q in revisions", family)
		}
		s.raised[family] = values[0]
	}
	rows := make([]change, 0, len(s.touched))
	for o, t := range s.touched {
		rows = append(rows, change{Family: t.family, ObjectType: o.objectType, ObjectID: o.objectID,
			Seq: s.raised[t.family], Deleted: t.deleted})
	}
	slices.SortFunc(rows, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.ObjectType, b.ObjectType), cmp.Compare(a.ObjectID, b.ObjectID))
	})
	for some := range slices.Chunk(rows, batch) {
		err := s.tx.Clauses(clause.OnConflict{
			Columns:   []clause.Column{{Name: "object_type"}, {Name: "object_id"}},
			DoUpdates: clause.AssignmentColumns([]string{"family", "seq", "deleted"}),
		}).Create(&some).Error
		if err != nil {
			return fmt.Errorf("database: changes: %w", err)
		}
	}
	return nil
}

// Sequence is the newest sequence number of the family in tx's snapshot: the
// cursor to give out with a list read in the same Read. Every change up to it
// is in the snapshot; every later one will have a higher number.
func Sequence(tx *gorm.DB, family string) (int64, error) {
	var values []int64
	if err := tx.Raw("SELECT value FROM revisions WHERE family = ?", family).Scan(&values).Error; err != nil {
		return 0, err
	}
	if len(values) != 1 {
		return 0, fmt.Errorf("database: there is no family %q in revisions", family)
	}
	return values[0], nil
}

// Change is an object that was changed or deleted after a cursor.
type Change struct {
	ObjectID string
	Seq      int64
	Deleted  bool
}

// ChangedSince lists the objects of a type whose last change in the family
// comes after the one at (seq, objectID), oldest first. Objects changed together
// share a number and come by id, so a reader may stop anywhere and go on from
// the last that it saw; an empty objectID begins after all of seq.
func ChangedSince(tx *gorm.DB, family, objectType string, seq int64, objectID string, limit int) ([]Change, error) {
	// No id stands for "after every id" in all collations, so that case has a
	// condition of its own.
	after, args := "seq > ?", []any{family, objectType, seq}
	if objectID != "" {
		after, args = "(seq > ? OR (seq = ? AND object_id > ?))", append(args, seq, objectID)
	}
	var out []Change
	err := tx.Raw(`SELECT object_id, seq, deleted FROM changes
		WHERE family = ? AND object_type = ? AND `+after+`
		ORDER BY seq, object_id LIMIT ?`, append(args, limit)...).Scan(&out).Error
	return out, err
}
