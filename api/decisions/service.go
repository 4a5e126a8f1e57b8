package decisions

import (
	"context"
	"fmt"
	"slices"

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

// Family is the revision that every change raises: plans and activities show
// their decisions.
const Family = "plan"

// objectType is what traces and tombstones call a decision.
const objectType = "decision"

// Service is the use cases of decisions.
type Service struct {
	db    *database.DB
	clock *day.Clock

	// Named tell what things of later rooms are called, by their ids: those that
	// exist, each with whether the public may know of it. Set before use.
	Named map[ThingType]func(tx *gorm.DB, ids []string) (map[string]Name, error)
}

// Name is what a thing is called.
type Name struct {
	Title, Code, Lang string
	PlanID            string // whose draft hides it; empty when none does
}

// New makes the service.
func New(db *database.DB, clock *day.Clock) *Service {
	return &Service{db: db, clock: clock, Named: map[ThingType]func(*gorm.DB, []string) (map[string]Name, error){
		ThePlan: planNames, PlanVersion: versionNames, Activity: activityNames}}
}

func planNames(tx *gorm.DB, ids []string) (map[string]Name, error) {
	found, err := plans.FindAll(tx, ids...)
	out := make(map[string]Name, len(found))
	for key, p := range found {
		out[key] = Name{Title: p.Name, Lang: p.Lang, PlanID: p.ID}
	}
	return out, err
}

func versionNames(tx *gorm.DB, ids []string) (map[string]Name, error) {
	found, err := plans.VersionsNamed(tx, ids...)
	out := make(map[string]Name, len(found))
	for _, v := range found {
		out[v.ID] = Name{Title: v.Label, Lang: "sv", PlanID: v.PlanID}
	}
	return out, err
}

func activityNames(tx *gorm.DB, ids []string) (map[string]Name, error) {
	found, err := activities.Named(tx, ids...)
	out := make(map[string]Name, len(found))
	for key, a := range found {
		out[key] = Name{Title: a.Title, Code: a.Code, Lang: a.Lang, PlanID: a.PlanID}
	}
	return out, err
}

// Filter narrows a list; zero values do not.
type Filter struct {
	Plan     string
	Body     string
	Type     ThingType
	Concerns string
	From, To day.Day
	Open     string // "true" or "false"
	Offset   int
	Limit    int
}

// Read is a decision with what the things it concerns are called.
type Read struct {
	Decision Decision
	Titles   []Titled
}

// List gives a page of decisions, the newest first, and how many match in all.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (page []Read, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		rows, n, err := list(tx, f, user.May(auth.ReadDrafts))
		if err != nil {
			return err
		}
		total = n
		page, err = s.titled(tx, user, rows)
		return err
	})
	return page, total, err
}

// Get gives one decision; 404 when it or its plan does not exist for the user.
func (s *Service) Get(ctx context.Context, user auth.User, decisionID string) (r Read, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		d, err := visible(tx, user, decisionID)
		if err != nil {
			return err
		}
		r, err = s.read(tx, user, d)
		return err
	})
	return r, err
}

func (s *Service) read(tx *gorm.DB, user auth.User, d Decision) (Read, error) {
	all, err := s.titled(tx, user, []Decision{d})
	if err != nil {
		return Read{}, err
	}
	return all[0], nil
}

func visible(tx *gorm.DB, user auth.User, decisionID string) (Decision, error) {
	d, err := find(tx, decisionID)
	if err != nil {
		return d, err
	}
	if _, err := plans.FindVisible(tx, user, d.PlanID); problem.Missing(err) {
		return Decision{}, problem.NotFound(objectType)
	} else if err != nil {
		return Decision{}, err
	}
	return d, nil
}

// names asks each sort of thing once what its things are called.
func (s *Service) names(tx *gorm.DB, rows []Decision) (map[Thing]Name, error) {
	wanted := map[ThingType][]string{}
	for _, d := range rows {
		for _, t := range d.Concerns {
			if !slices.Contains(wanted[t.Type], t.ID) {
				wanted[t.Type] = append(wanted[t.Type], t.ID)
			}
		}
	}
	out := map[Thing]Name{}
	for kind, ids := range wanted {
		ask := s.Named[kind]
		if ask == nil {
			continue
		}
		found, err := ask(tx, ids)
		if err != nil {
			return nil, err
		}
		for thingID, name := range found {
			out[Thing{kind, thingID}] = name
		}
	}
	return out, nil
}

func (s *Service) titled(tx *gorm.DB, user auth.User, rows []Decision) ([]Read, error) {
	names, err := s.names(tx, rows)
	if err != nil {
		return nil, err
	}
	var planIDs []string
	for _, n := range names {
		planIDs = append(planIDs, n.PlanID)
	}
	of, err := plans.FindAll(tx, planIDs...)
	if err != nil {
		return nil, err
	}
	out := make([]Read, len(rows))
	for i, d := range rows {
		out[i].Decision = d
		for _, t := range d.Concerns {
			n, known := names[t]
			if known && (n.PlanID == "" || of[n.PlanID].Status == plans.Published || user.May(auth.ReadDrafts)) {
				out[i].Titles = append(out[i].Titles, Titled{Thing: t, Title: n.Title, Code: n.Code, Lang: n.Lang})
			}
		}
	}
	return out, nil
}

// MayChange answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChange(ctx context.Context, user auth.User, decisionID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, decisionID); err != nil {
			return err
		}
		return mayKeep(user)
	})
}

func mayKeep(user auth.User) error {
	if !user.May(auth.KeepDecisions) {
		return problem.Forbidden("Only the coordinator, the secretary and administrators enter decisions.")
	}
	return nil
}

// Create enters a decision. A plan package may bring its own id; else it gets one.
func (s *Service) Create(ctx context.Context, user auth.User, d Decision) (r Read, err error) {
	if err := mayKeep(user); err != nil {
		return r, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if d.ID == "" {
			d.ID = id.New()
		}
		d.Version, d.CreatedAt, d.UpdatedAt = 1, s.clock.Now(), s.clock.Now()
		if err := s.check(tx, user, d); err != nil {
			return err
		}
		if err := insert(tx, &d); err != nil {
			return err
		}
		if r, err = s.read(tx, user, d); err != nil {
			return err
		}
		return s.trace(tx, user, "create", d, nil, d.input())
	})
	return r, err
}

// Replace puts new content on a decision, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, decisionID string, version int, d Decision) (r Read, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := visible(tx, user, decisionID)
		if err != nil {
			return err
		}
		if err := mayKeep(user); err != nil {
			return err
		}
		d.ID, d.CreatedAt, d.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if d.PlanID != old.PlanID {
			return problem.Invalid(problem.Field{Name: "planId", Code: "notAllowed", Detail: "A decision stays in its plan."})
		}
		if err := s.check(tx, user, d); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		d.Version = old.Version + 1
		if err := update(tx, &d); err != nil {
			return err
		}
		if r, err = s.read(tx, user, d); err != nil {
			return err
		}
		return s.trace(tx, user, "replace", d, old.input(), d.input())
	})
	return r, err
}

// Delete removes a decision that nothing points at, and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, decisionID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := visible(tx, user, decisionID)
		if err != nil {
			return err
		}
		if err := mayKeep(user); err != nil {
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

// check checks the content, and what it points at.
func (s *Service) check(tx *gorm.DB, user auth.User, d Decision) error {
	if err := d.Check(); err != nil {
		return err
	}
	if _, err := plans.FindVisible(tx, user, d.PlanID); problem.Missing(err) {
		return problem.Invalid(problem.Field{Name: "planId", Code: "unknownReference", Detail: "There is no such plan."})
	} else if err != nil {
		return err
	}
	if d.BodyID != nil {
		if err := boards.Exists(tx, "bodyId", *d.BodyID); err != nil {
			return err
		}
	}
	names, err := s.names(tx, []Decision{d})
	if err != nil {
		return err
	}
	var c problem.Checks
	for i, t := range d.Concerns {
		_, known := names[t]
		c.If(!known, fmt.Sprintf("concerns[%d].id", i), "unknownReference", "There is no such thing.")
	}
	return c.Err()
}

// trace leaves who did what, and raises the revision.
func (s *Service) trace(tx *gorm.DB, user auth.User, action string, d Decision, before, after any) error {
	database.Touch(tx, Family, objectType, d.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: objectType, ObjectID: d.ID, Version: d.Version, Before: before, After: after})
}
