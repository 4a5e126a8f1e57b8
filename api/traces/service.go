package traces

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// What traces call what is read here.
const (
	eventType   = "auditEvent"
	listType    = "auditEvents"
	historyType = "history"
)

// Kind is a kind of thing that has a history: who sees the thing is its room's matter.
type Kind struct {
	Type string // what traces call the thing
	// Visible gives nil to those who may read the thing, and else what its room answers.
	Visible func(tx *gorm.DB, user auth.User, objectID string) error
}

// Service holds the use cases of this room.
type Service struct {
	db       *database.DB
	clock    *day.Clock
	accounts *accounts.Service
	kinds    map[string]Kind
}

// New makes the service; kinds are the things that have histories.
func New(db *database.DB, clock *day.Clock, people *accounts.Service, kinds ...Kind) *Service {
	s := &Service{db: db, clock: clock, accounts: people, kinds: map[string]Kind{}}
	for _, k := range kinds {
		s.kinds[k.Type] = k
	}
	return s
}

// Search gives a page of all traces, newest first, and leaves one of the search.
func (s *Service) Search(ctx context.Context, user auth.User, f Filter) (traces []Trace, total int, err error) {
	if err := maySearch(user); err != nil {
		return nil, 0, err
	}
	if err := f.Check(); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		var events []audit.Event
		if events, total, err = search(tx, f); err != nil {
			return err
		}
		traces, err = s.named(tx, events)
		return err
	})
	if err != nil {
		return nil, 0, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: audit.Reading, ObjectType: listType, After: f.asked(), Restricted: true})
	})
	if err != nil { // what cannot be noted is not shown
		return nil, 0, err
	}
	return traces, total, nil
}

// Get gives one trace with its values, and leaves one of the reading.
func (s *Service) Get(ctx context.Context, user auth.User, eventID string) (t Trace, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		e, err := find(tx, eventID)
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return problem.NotFound(eventType)
		}
		if err != nil {
			return err
		}
		all, err := s.named(tx, []audit.Event{e})
		if err == nil {
			t = all[0]
		}
		return err
	})
	if err == nil {
		err = audit.Read(ctx, s.db, s.clock, user, eventType, eventID)
	}
	if err != nil {
		return Trace{}, err
	}
	return t, nil
}

// History gives a page of how a thing came to be as it is, newest first, by role.
func (s *Service) History(ctx context.Context, user auth.User, objectType, objectID string, offset, limit int) (traces []Trace, total int, err error) {
	kind, known := s.kinds[objectType]
	if !known {
		return nil, 0, problem.NotFound(historyType)
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if err := kind.Visible(tx, user, objectID); err != nil {
			return err
		}
		events, n, err := ofThing(tx, objectType, objectID, offset, limit)
		if err != nil {
			return err
		}
		total = n
		traces, err = drawn(events)
		return err
	})
	return traces, total, err
}

// named draws traces with the names of who did it, as far as they may be told.
func (s *Service) named(tx *gorm.DB, events []audit.Event) ([]Trace, error) {
	traces, err := drawn(events)
	if err != nil {
		return nil, err
	}
	var ids []string
	seen := map[string]bool{}
	for _, t := range traces {
		if t.UserID != "" && !seen[t.UserID] {
			seen[t.UserID] = true
			ids = append(ids, t.UserID)
		}
	}
	shown, err := s.accounts.Shown(tx, ids...)
	if err != nil {
		return nil, err
	}
	for i := range traces {
		traces[i].Name = shown[traces[i].UserID].Name
	}
	return traces, nil
}

func drawn(events []audit.Event) ([]Trace, error) {
	traces := make([]Trace, len(events))
	for i, e := range events {
		changes, note, err := e.Fields()
		if err != nil {
			return nil, err
		}
		t := Trace{ID: e.ID, At: e.At, UserID: e.UserID, Role: auth.RoleName(e.Role), Action: e.Action, ObjectType: e.ObjectType, ObjectID: e.ObjectID,
			AboutType: e.AboutType, AboutID: e.AboutID, Version: e.Version, Restricted: e.Restricted, RequestID: e.RequestID, Note: note,
			Changes: make([]Change, len(changes))}
		if e.Seal != nil {
			t.Seal = *e.Seal
		}
		for n, c := range changes {
			t.Changes[n] = Change(c)
		}
		traces[i] = t
	}
	return traces, nil
}
