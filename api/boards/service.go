package boards

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of a body raises.
const Family = "boards"

// objectType is what traces and tombstones call a body.
const objectType = "body"

// Service is the use cases of the register of bodies.
type Service struct {
	db    *database.DB
	clock *day.Clock

	// Resettle makes anew what rooms above this one have stored that depends on
	// the bodies of a tree; the program sets it.
	Resettle func(ctx context.Context, rootID string) error
}

// New makes the service.
func New(db *database.DB, clock *day.Clock) *Service {
	return &Service{db: db, clock: clock, Resettle: func(context.Context, string) error { return nil }}
}

// Filter narrows a list; zero values do not.
type Filter struct {
	Kind   Kind
	Parent string
	Key    string
	Sort   string
	Offset int
	Limit  int
}

// List gives a page of bodies, and how many match in all.
func (s *Service) List(ctx context.Context, f Filter) (bodies []Body, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		bodies, total, err = list(tx, f)
		return err
	})
	return bodies, total, err
}

// Get gives one body; 404 when there is none, 410 when it was deleted.
func (s *Service) Get(ctx context.Context, bodyID string) (b Body, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		b, err = find(tx, bodyID)
		return err
	})
	return b, err
}

// MayChange answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChange(ctx context.Context, user auth.User, bodyID string) error {
	if _, err := s.Get(ctx, bodyID); err != nil {
		return err
	}
	return mayEdit(user)
}

func mayEdit(user auth.User) error {
	if !EditableBy(user) {
		return problem.Forbidden("Only the coordinator and administrators keep the register of bodies.")
	}
	return nil
}

// Create makes a body. A plan package may bring its own id; else it gets one.
func (s *Service) Create(ctx context.Context, user auth.User, b Body) (Body, error) {
	if err := mayEdit(user); err != nil {
		return Body{}, err
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error { return s.create(tx, user, &b) })
	return b, err
}

func (s *Service) create(tx *gorm.DB, user auth.User, b *Body) error {
	if b.ID == "" {
		b.ID = id.New()
	}
	b.Version, b.CreatedAt, b.UpdatedAt = 1, s.clock.Now(), s.clock.Now()
	if err := b.Check(); err != nil {
		return err
	}
	if err := settle(tx, b); err != nil {
		return err
	}
	if err := insert(tx, b); err != nil {
		return err
	}
	return s.trace(tx, user, "create", *b, nil, b.input())
}

// Replace puts new content on a body, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, bodyID string, version int, content Body) (Body, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := find(tx, bodyID)
		if err != nil {
			return err
		}
		if err := mayEdit(user); err != nil {
			return err
		}
		content.ID, content.CreatedAt, content.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if err := content.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		content.Version = old.Version + 1
		if err := settle(tx, &content); err != nil {
			return err
		}
		if err := update(tx, &content); err != nil {
			return err
		}
		if content.RootID != old.RootID {
			if err := moveTree(tx, content.ID, content.RootID); err != nil {
				return err
			}
			if err := s.Resettle(tx.Statement.Context, old.RootID); err != nil { // those it leaves
				return err
			}
		}
		return s.trace(tx, user, "replace", content, old.input(), content.input())
	})
	return content, err
}

// Delete removes a body that nothing points at and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, bodyID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := find(tx, bodyID)
		if err != nil {
			return err
		}
		if err := mayEdit(user); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := remove(tx, old); err != nil {
			return err
		}
		old.Version++
		return s.trace(tx, user, "delete", old, old.input(), nil)
	})
}

// settle checks what the body points at and finds its place in the tree.
func settle(tx *gorm.DB, b *Body) error {
	var parents []Body
	if b.ParentID != nil {
		if err := lockTrees(tx); err != nil { // two who would close a circle together
			return err
		}
		if err := Exists(tx, "parentId", *b.ParentID); err != nil {
			return err
		}
		tree, err := LoadTree(tx, *b.ParentID)
		if err != nil {
			return err
		}
		parents = tree.ancestors(*b.ParentID)
	}
	return b.place(parents)
}

// trace leaves who did what, raises the revision, and lets the rooms above follow.
func (s *Service) trace(tx *gorm.DB, user auth.User, action string, b Body, before, after any) error {
	database.Touch(tx, Family, objectType, b.ID, action == "delete")
	err := audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: objectType, ObjectID: b.ID, Version: b.Version, Before: before, After: after})
	if err != nil {
		return err
	}
	return s.Resettle(tx.Statement.Context, b.RootID)
}
