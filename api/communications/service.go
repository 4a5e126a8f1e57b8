package communications

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Family is the revision that every change raises. It is one of its own, since no
// answer that is kept for several readers holds a communication.
const Family = "communications"

// objectType is what traces and tombstones call a communication.
const objectType = "communication"

// Service is the use cases of the communication plan.
type Service struct {
	db    *database.DB
	clock *day.Clock
}

// New makes the service.
func New(db *database.DB, clock *day.Clock) *Service { return &Service{db: db, clock: clock} }

// Filter narrows the list; zero values do not.
type Filter struct {
	Plan, Activity, Body string
	Direction            Direction
	State                State
	From, To             day.Day
	Offset, Limit        int
}

// Read is a communication with what its activity is called.
type Read struct {
	Communication
	About *About
}

// MayRead refuses those for whom the communication plan is not.
func MayRead(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
	}
	if !ReadableBy(user) {
		return problem.Forbidden("The communication plan is for those who work with the plan.")
	}
	return nil
}

// List gives a page of the communication plan by day, and how many match in all.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (page []Read, total int, err error) {
	if err := MayRead(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		rows, n, err := list(tx, f, user.May(auth.ReadDrafts), s.clock.Today())
		if err != nil {
			return err
		}
		total = n
		page, err = named(tx, rows...)
		return err
	})
	return page, total, err
}

// Get gives one communication.
func (s *Service) Get(ctx context.Context, user auth.User, communicationID string) (r Read, err error) {
	if err := MayRead(user); err != nil {
		return r, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		m, err := visible(tx, user, communicationID)
		if err != nil {
			return err
		}
		r, err = one(tx, m)
		return err
	})
	return r, err
}

// named says what the activities are called, in one query.
func named(tx *gorm.DB, rows ...Communication) ([]Read, error) {
	var ids []string
	for _, m := range rows {
		if m.ActivityID != nil {
			ids = append(ids, *m.ActivityID)
		}
	}
	names, err := activities.Named(tx, ids...)
	if err != nil {
		return nil, err
	}
	out := make([]Read, len(rows))
	for i, m := range rows {
		out[i].Communication = m
		if m.ActivityID == nil {
			continue
		}
		if a, known := names[*m.ActivityID]; known {
			out[i].About = &About{Title: a.Title, Code: a.Code, Lang: a.Lang}
		}
	}
	return out, nil
}

func one(tx *gorm.DB, m Communication) (Read, error) {
	all, err := named(tx, m)
	if err != nil {
		return Read{}, err
	}
	return all[0], nil
}

func visible(tx *gorm.DB, user auth.User, communicationID string) (Communication, error) {
	m, err := find(tx, communicationID)
	if err != nil {
		return m, err
	}
	if _, err := plans.FindVisible(tx, user, m.PlanID); problem.Missing(err) {
		return Communication{}, problem.NotFound(objectType)
	} else if err != nil {
		return Communication{}, err
	}
	return m, nil
}

// MayChange answers 403, 404 or 410 before anyone looks at what is to be written.
func (s *Service) MayChange(ctx context.Context, user auth.User, communicationID string) error {
	if _, err := s.Get(ctx, user, communicationID); err != nil {
		return err
	}
	return mayKeep(user)
}

func mayKeep(user auth.User) error {
	if !user.May(auth.KeepCommunications) {
		return problem.Forbidden("Only the coordinator, editors and administrators keep the communication plan.")
	}
	return nil
}

// Create plans a communication.
func (s *Service) Create(ctx context.Context, user auth.User, m Communication) (r Read, err error) {
	if err := mayKeep(user); err != nil {
		return r, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m.ID, m.Version, m.CreatedAt, m.UpdatedAt = id.New(), 1, s.clock.Now(), s.clock.Now()
		if err := s.check(tx, user, &m); err != nil {
			return err
		}
		if err := insert(tx, &m); err != nil {
			return err
		}
		if r, err = one(tx, m); err != nil {
			return err
		}
		return s.trace(tx, user, "create", m, nil, m.input())
	})
	return r, err
}

// Replace puts new content on a communication, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, communicationID string, version int, m Communication) (r Read, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, communicationID)
		if err != nil {
			return err
		}
		m.ID, m.CreatedAt, m.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if m.PlanID != old.PlanID {
			return problem.Invalid(problem.Field{Name: "planId", Code: "notAllowed", Detail: "A communication stays in its plan."})
		}
		if err := s.check(tx, user, &m); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		m.Version = old.Version + 1
		if err := update(tx, &m); err != nil {
			return err
		}
		if r, err = one(tx, m); err != nil {
			return err
		}
		return s.trace(tx, user, "replace", m, old.input(), m.input())
	})
	return r, err
}

// Delete removes a communication, and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, communicationID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, communicationID)
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

func editable(tx *gorm.DB, user auth.User, communicationID string) (Communication, error) {
	m, err := FindVisible(tx, user, communicationID)
	if err != nil {
		return m, err
	}
	return m, mayKeep(user)
}

// check checks the content, and what it points at.
func (s *Service) check(tx *gorm.DB, user auth.User, m *Communication) error {
	m.settle()
	if err := m.Check(s.clock.Today()); err != nil {
		return err
	}
	if _, err := plans.FindVisible(tx, user, m.PlanID); problem.Missing(err) {
		return problem.Invalid(problem.Field{Name: "planId", Code: "unknownReference", Detail: "There is no such plan."})
	} else if err != nil {
		return err
	}
	if m.ResponsibleBodyID != nil {
		if err := boards.Exists(tx, "responsibleBodyId", *m.ResponsibleBodyID); err != nil {
			return err
		}
	}
	if m.ActivityID == nil {
		return nil
	}
	found, err := activities.Named(tx, *m.ActivityID)
	if err != nil {
		return err
	}
	var c problem.Checks
	a, known := found[*m.ActivityID]
	c.If(!known, "activityId", "unknownReference", "There is no such activity.")
	c.If(known && a.PlanID != m.PlanID, "activityId", "otherPlan", "That activity stands in another plan.")
	return c.Err()
}

// trace leaves who did what, and raises the revision.
func (s *Service) trace(tx *gorm.DB, user auth.User, action string, m Communication, before, after any) error {
	database.Touch(tx, Family, objectType, m.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: objectType, ObjectID: m.ID, Version: m.Version, Before: before, After: after})
}
