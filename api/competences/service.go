package competences

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of the register raises.
const Family = "competences"

// objectType is what traces and tombstones call an entry.
const objectType = "competence"

// Service is the use cases of the register.
type Service struct {
	db    *database.DB
	clock *day.Clock
}

// New makes the service.
func New(db *database.DB, clock *day.Clock) *Service { return &Service{db: db, clock: clock} }

// Filter narrows the list; zero values do not.
type Filter struct {
	Kind              Kind
	Body, Area, Group string
	Key               string
	Offset            int
	Limit             int
}

// List gives a page of the register, how many match in all, and what the user may change.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (entries []Entry, total int, reach Reach, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if entries, total, err = list(tx, f); err != nil {
			return err
		}
		reach, err = reachOf(tx, user)
		return err
	})
	return entries, total, reach, err
}

// Get gives one entry, and what the user may change.
func (s *Service) Get(ctx context.Context, user auth.User, entryID string) (e Entry, reach Reach, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if e, err = find(tx, entryID); err != nil {
			return err
		}
		reach, err = reachOf(tx, user)
		return err
	})
	return e, reach, err
}

// reachOf reads the bodies whose entries a user may change, where that is not all.
func reachOf(tx *gorm.DB, user auth.User) (Reach, error) {
	r := Reach{user: user}
	within := user.Within(auth.KeepCompetences)
	if len(within) == 0 {
		return r, nil
	}
	tree, err := boards.LoadTree(tx, within...)
	r.tree = tree
	return r, err
}

// MayKeep answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeep(ctx context.Context, user auth.User, entryID string) error {
	e, reach, err := s.Get(ctx, user, entryID)
	if err != nil {
		return err
	}
	return mayKeep(reach.keeps(e.BodyID))
}

// mayBegin refuses those who may change no entry at all.
func mayBegin(user auth.User) error { return mayKeep(Reach{user: user}.anything()) }

func mayKeep(allowed bool) error {
	if !allowed {
		return problem.Forbidden("Only the coordinator, experts, and the managers and contact persons of the body keep this part of the register.")
	}
	return nil
}

// Create makes an entry.
func (s *Service) Create(ctx context.Context, user auth.User, e Entry) (Entry, Reach, error) {
	if err := mayBegin(user); err != nil {
		return Entry{}, Reach{}, err
	}
	var reach Reach
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		e.ID, e.Version, e.CreatedAt, e.UpdatedAt = id.New(), 1, s.clock.Now(), s.clock.Now()
		if reach, err = s.check(tx, user, e); err != nil {
			return err
		}
		if err := insert(tx, &e); err != nil {
			return err
		}
		if err := link(tx, e); err != nil {
			return err
		}
		return s.trace(tx, user, "create", e, nil, e.input())
	})
	return e, reach, err
}

// Replace puts new content on an entry, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, entryID string, version int, e Entry) (Entry, Reach, error) {
	var reach Reach
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, entryID)
		if err != nil {
			return err
		}
		e.ID, e.CreatedAt, e.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if reach, err = s.check(tx, user, e); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		e.Version = old.Version + 1
		if err := update(tx, &e); err != nil {
			return err
		}
		if err := link(tx, e); err != nil {
			return err
		}
		return s.trace(tx, user, "replace", e, old.input(), e.input())
	})
	return e, reach, err
}

// Delete removes an entry and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, entryID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, entryID)
		if err != nil {
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

func editable(tx *gorm.DB, user auth.User, entryID string) (Entry, error) {
	e, err := find(tx, entryID)
	if err != nil {
		return e, err
	}
	reach, err := reachOf(tx, user)
	if err != nil {
		return e, err
	}
	return e, mayKeep(reach.keeps(e.BodyID))
}

// check holds the rules of an entry and of what it points at. Whoever keeps only
// a part of the register cannot put an entry into another part.
func (s *Service) check(tx *gorm.DB, user auth.User, e Entry) (Reach, error) {
	reach, err := reachOf(tx, user)
	if err != nil {
		return reach, err
	}
	if err := e.Check(s.clock.Today()); err != nil {
		return reach, err
	}
	if e.BodyID != nil {
		if err := boards.Exists(tx, "bodyId", *e.BodyID); err != nil {
			return reach, err
		}
	}
	if !reach.keeps(e.BodyID) {
		return reach, problem.Invalid(problem.Field{Name: "bodyId", Code: "notAllowed", Detail: "Name your own body, or one that lies under it."})
	}
	if err := plans.AreasExist(tx, "violenceAreaIds", e.AreaIDs...); err != nil {
		return reach, err
	}
	return reach, plans.GroupsExist(tx, "targetGroupIds", e.GroupIDs...)
}

func (s *Service) trace(tx *gorm.DB, user auth.User, action string, e Entry, before, after any) error {
	database.Touch(tx, Family, objectType, e.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: objectType,
		ObjectID: e.ID, Version: e.Version, Before: before, After: after})
}
