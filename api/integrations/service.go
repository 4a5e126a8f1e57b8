package integrations

import (
	"context"
	"sync/atomic"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/cache"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of a client or a key raises.
const Family = "integrations"

// What traces and tombstones call a client, and a key.
const (
	objectType = "apiClient"
	keyType    = "apiKey"
)

// Service is the use cases of clients and their keys.
type Service struct {
	db      *database.DB
	clock   *day.Clock
	mail    *mail.Mailer
	baseURL string
	known   *cache.Cache[holder]
	changes atomic.Int64 // of clients and keys, by this process
}

// New makes the service; baseURL is what letters call this installation.
func New(db *database.DB, clock *day.Clock, mailer *mail.Mailer, baseURL string) *Service {
	s := &Service{db: db, clock: clock, mail: mailer, baseURL: baseURL, known: cache.New(knownSize, holder.size)}
	mailer.Register(letterKind, s.letter)
	return s
}

// Filter narrows a list; zero values do not.
type Filter struct {
	Body   string
	Active string // "true" or "false"
	Sort   string
	Offset int
	Limit  int
}

// List gives a page of clients, and how many match in all.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (clients []Client, total int, err error) {
	if err := mayKeep(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		clients, total, err = list(tx, f)
		return err
	})
	return clients, total, err
}

// Get gives one client; 404 when there is none, 410 when it was deleted.
func (s *Service) Get(ctx context.Context, user auth.User, clientID string) (k Client, err error) {
	if err := mayKeep(user); err != nil {
		return Client{}, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		k, err = find(tx, clientID)
		return err
	})
	return k, err
}

// Me gives the client that asks.
func (s *Service) Me(ctx context.Context, user auth.User) (k Client, err error) {
	if err := mustBeClient(user); err != nil {
		return Client{}, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		k, err = find(tx, user.ID)
		return err
	})
	return k, err
}

func mustBeClient(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send a key in the header X-Api-Key.")
	}
	if !user.Machine() {
		return problem.Forbidden("This is for API clients; people read /users/me.")
	}
	return nil
}

func mayKeep(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
	}
	if !KeptBy(user) {
		return problem.Forbidden("Only the coordinator and administrators keep the keys of other systems.")
	}
	return nil
}

// Create makes a client, which has no key yet.
func (s *Service) Create(ctx context.Context, user auth.User, k Client) (Client, error) {
	if err := mayKeep(user); err != nil {
		return Client{}, err
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		k.ID, k.Version = id.New(), 1
		k.CreatedAt, k.UpdatedAt = s.clock.Now(), s.clock.Now()
		k.settle()
		if err := k.Check(); err != nil {
			return err
		}
		if err := boards.Exists(tx, "bodyId", k.BodyID); err != nil {
			return err
		}
		if err := insert(tx, &k); err != nil {
			return err
		}
		return s.trace(tx, user, "create", k, nil, k.input())
	})
	return k, err
}

// Replace puts new content on a client, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, clientID string, version int, content Client) (Client, error) {
	if err := mayKeep(user); err != nil {
		return Client{}, err
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := lock(tx, clientID)
		if err != nil {
			return err
		}
		content.ID, content.CreatedAt, content.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		content.settle()
		if err := content.Check(); err != nil {
			return err
		}
		if content.BodyID != old.BodyID {
			return problem.Invalid(problem.Field{Name: "bodyId", Code: "notAllowed", Detail: "A client stays with its body; make another for another body."})
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		content.Version = old.Version + 1
		if err := update(tx, &content); err != nil {
			return err
		}
		return s.trace(tx, user, "replace", content, old.input(), content.input())
	})
	return content, err
}

// Delete removes a client that never used a key, with its keys, and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, clientID string, version int) error {
	if err := mayKeep(user); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := lock(tx, clientID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		if some, err := used(tx, clientID); err != nil {
			return err
		} else if some {
			return problem.Conflict("inUse", "This client has used a key, and traces point at it; close it with active: false instead.")
		}
		if err := remove(tx, old); err != nil {
			return err
		}
		old.Version++
		return s.trace(tx, user, "delete", old, old.input(), nil)
	})
}

// trace leaves who did what, and raises the revision.
func (s *Service) trace(tx *gorm.DB, user auth.User, action string, k Client, before, after any) error {
	database.Touch(tx, Family, objectType, k.ID, action == "delete")
	s.forget(tx)
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: objectType, ObjectID: k.ID, Version: k.Version, Before: before, After: after})
}
