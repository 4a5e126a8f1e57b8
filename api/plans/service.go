package plans

import (
	"context"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Family is the revision that every change in this room raises.
const Family = "plan"

// boardsFamily is what else a package depends on: it holds the bodies.
const boardsFamily = boards.Family

// objectType is what traces and tombstones call a plan.
const objectType = "plan"

// Service is the use cases of plans and of all that belongs to them.
type Service struct {
	db    *database.DB
	clock *day.Clock

	// Freeze gives a plan's package in canonical bytes, inside the transaction
	// that ctx carries. It spans rooms above this one, so the program sets it.
	Freeze func(ctx context.Context, planID string) ([]byte, error)

	// Resettle makes anew what rooms above this one have stored of a plan's
	// period and reporting interval; the program sets it.
	Resettle func(ctx context.Context, planID string) error
}

// New makes the service.
func New(db *database.DB, clock *day.Clock) *Service {
	return &Service{db: db, clock: clock, Resettle: func(context.Context, string) error { return nil }}
}

// Filter narrows a list; zero values do not.
type Filter struct {
	Key    string
	Status Status
	Sort   string
	Offset int
	Limit  int
}

// List gives a page of the plans that exist for the user, and how many match in all.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (plans []Plan, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		plans, total, err = list(tx, f, EditableBy(user))
		return err
	})
	return plans, total, err
}

// Get gives one plan; 404 when it does not exist for the user, 410 when it was deleted.
func (s *Service) Get(ctx context.Context, user auth.User, planID string) (p Plan, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		p, err = FindVisible(tx, user, planID)
		return err
	})
	return p, err
}

// MayChange answers 404, 410 or 403 before anyone looks at what is to be written
// in the plan or in what belongs to it.
func (s *Service) MayChange(ctx context.Context, user auth.User, planID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := findEditable(tx, user, planID)
		return err
	})
}

func mayEdit(user auth.User) error {
	if !EditableBy(user) {
		return problem.Forbidden("Only the coordinator and administrators edit the plan.")
	}
	return nil
}

func findEditable(tx *gorm.DB, user auth.User, planID string) (Plan, error) {
	p, err := FindVisible(tx, user, planID)
	if err != nil {
		return p, err
	}
	return p, mayEdit(user)
}

// Create makes a plan. A plan package may bring its own id; else it gets one.
func (s *Service) Create(ctx context.Context, user auth.User, p Plan) (Plan, error) {
	if err := mayEdit(user); err != nil {
		return Plan{}, err
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error { return s.create(tx, user, &p) })
	return p, err
}

func (s *Service) create(tx *gorm.DB, user auth.User, p *Plan) error {
	if p.ID == "" {
		p.ID = id.New()
	}
	p.Version, p.CreatedAt, p.UpdatedAt = 1, s.clock.Now(), s.clock.Now()
	p.settle()
	if err := p.Check(); err != nil {
		return err
	}
	if err := checkReferences(tx, *p); err != nil {
		return err
	}
	if err := insert(tx, p); err != nil {
		return planKeyTaken(err)
	}
	return s.trace(tx, user, "create", objectType, p.ID, p.ID, p.Version, nil, p.input())
}

// Replace puts new content on a plan, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, planID string, version int, content Plan) (Plan, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := findEditable(tx, user, planID)
		if err != nil {
			return err
		}
		content.ID, content.CreatedAt, content.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		content.settle()
		if err := content.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		content.Version = old.Version + 1
		if err := checkReferences(tx, content); err != nil {
			return err
		}
		if err := update(tx, &content, content.ID, old.Version); err != nil {
			return planKeyTaken(err)
		}
		if err := s.trace(tx, user, "replace", objectType, content.ID, content.ID, content.Version, old.input(), content.input()); err != nil {
			return err
		}
		if content.Status == old.Status && content.PeriodTo == old.PeriodTo && content.ReportingIntervalDays == old.ReportingIntervalDays && content.RootBodyID == old.RootBodyID {
			return nil
		}
		return s.Resettle(tx.Statement.Context, content.ID)
	})
	return content, err
}

// Delete removes a plan that nothing belongs to and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, planID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := findEditable(tx, user, planID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := remove[Plan](tx, old.ID, old.Version); err != nil {
			return inUse(err, "Sections, goals, activities, versions or other plans belong to this plan.")
		}
		return s.trace(tx, user, "delete", objectType, old.ID, old.ID, old.Version+1, old.input(), nil)
	})
}

// checkReferences checks what the plan points at.
func checkReferences(tx *gorm.DB, p Plan) error {
	tree, err := boards.LoadTree(tx, p.RootBodyID)
	if err != nil {
		return err
	}
	root, ok := tree.Body(p.RootBodyID)
	if !ok {
		return unknown("rootBodyId", "There is no such body.")
	}
	if root.ParentID != nil {
		return problem.Invalid(problem.Field{Name: "rootBodyId", Code: "notAllowed", Detail: "The root is the top of a tree of bodies."})
	}
	for _, ref := range []struct {
		field string
		id    *string
	}{{"ownerId", p.OwnerID}, {"documentOwnerId", p.DocumentOwnerID}, {"approvingBodyId", p.ApprovingBodyID}} {
		if ref.id == nil {
			continue
		}
		if err := boards.Exists(tx, ref.field, *ref.id); err != nil {
			return err
		}
	}
	if err := checkChain(tx, p, "parentId", parentColumn, p.ParentID); err != nil {
		return err
	}
	return checkChain(tx, p, "supersedesId", supersedesColumn, p.SupersedesID)
}

// checkChain refuses a plan that would lie under, or take over from, itself.
func checkChain(tx *gorm.DB, p Plan, field, column string, first *string) error {
	if first == nil {
		return nil
	}
	// Two who would close a circle together: plans are few, so all are held.
	if err := tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("id").Order("id").Find(&[]Plan{}).Error; err != nil {
		return err
	}
	ids, err := chain(tx, column, *first)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return unknown(field, "There is no such plan.")
	}
	if slices.Contains(ids, p.ID) {
		return problem.Invalid(problem.Field{Name: field, Code: "cycle", Detail: "The plan would come back to itself."})
	}
	return nil
}

func unknown(field, detail string) error {
	return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: detail})
}

// trace leaves who did what, and raises the revision: the last of a transaction.
// What is of a plan belongs in the plan's history; planID is "" for words that all
// plans share.
func (s *Service) trace(tx *gorm.DB, user auth.User, action, what, planID, objectID string, version int, before, after any) error {
	database.Touch(tx, Family, what, objectID, action == "delete")
	e := audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: what, ObjectID: objectID, Version: version, Before: before, After: after}
	if planID != "" {
		e.About = &audit.Object{Type: objectType, ID: planID}
	}
	return audit.Record(tx, e)
}
