package timelines

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/communications"
	"envagin/api/council"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// Family is the revision that every change of an entry raises.
const Family = "plan"

// families are what the feed depends on: who is a board today is for the tree to say.
var families = []string{Family, boards.Family, council.Family, surveys.Family}

// familiesFor adds the communication plan's for those to whom it is shown, so that
// the answers that the public shares tell nothing of it, not even that it changed.
func familiesFor(user auth.User) []string {
	if communications.ReadableBy(user) {
		return append(slices.Clone(families), communications.Family)
	}
	return families
}

// objectType is what traces and tombstones call an entry.
const objectType = "timelineEntry"

// Service is the use cases of the timeline.
type Service struct {
	db         *database.DB
	clock      *day.Clock
	activities *activities.Service
}

// New makes the service.
func New(db *database.DB, clock *day.Clock, a *activities.Service) *Service {
	return &Service{db: db, clock: clock, activities: a}
}

// Filter narrows the feed; zero values do not.
type Filter struct {
	Plan, Board, Area, Activity string
	Kind                        Kind
	Window                      Window
}

// List gives a page of the feed, and how many entries match in all.
func (s *Service) List(ctx context.Context, user auth.User, f Filter, offset, limit int) (page []Item, total int, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		items, err := s.feed(tx, user, f)
		if err != nil {
			return err
		}
		total = len(items)
		page = items[min(offset, total):min(offset+limit, total)]
		return complete(tx, page)
	})
	return page, total, err
}

// maxEvents bounds a calendar: beyond it the oldest are left out.
const maxEvents = 2000

// Calendar gives the dated entries for a calendar, and the plan that it is about
// when it is about one.
func (s *Service) Calendar(ctx context.Context, user auth.User, f Filter) (items []Item, name string, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		if items, err = s.feed(tx, user, f); err != nil {
			return err
		}
		items = slices.DeleteFunc(items, Item.undated)
		items = items[max(0, len(items)-maxEvents):]
		if f.Plan == "" {
			return nil
		}
		p, err := plans.FindVisible(tx, user, f.Plan)
		name = p.Name
		return err
	})
	return items, name, err
}

// read reads on one snapshot in which the states hold today.
func (s *Service) read(ctx context.Context, fn func(tx *gorm.DB) error) error {
	if err := s.activities.SettleDay(ctx); err != nil {
		return err
	}
	return s.db.Read(ctx, fn)
}

// feed gathers all entries that match, in order. It asks a fixed number of questions.
func (s *Service) feed(tx *gorm.DB, user auth.User, f Filter) ([]Item, error) {
	today := s.clock.Today()
	src, err := readSources(tx, f, EditableBy(user), communications.ReadableBy(user), today)
	if err != nil {
		return nil, err
	}
	var items []Item
	wanted := func(kind Kind) bool { return f.Kind == "" || f.Kind == kind }
	byID := make(map[string]activities.Activity, len(src.activities))
	for _, a := range src.activities {
		byID[a.ID] = a
		if wanted(Activity) {
			items = append(items, ofActivity(a, src.plans[a.PlanID]))
		}
	}
	for _, m := range src.milestones {
		a := byID[m.ActivityID]
		items = append(items, ofMilestone(m, a, src.plans[a.PlanID], f.Window, today)...)
	}
	for _, r := range src.rounds {
		items = append(items, ofRound(r, src.plans[r.PlanID])...)
	}
	for _, e := range src.entries {
		items = append(items, written(e, src.plans[e.PlanID], f.Window, today)...)
	}
	if f.ofActivities() {
		return arrange(items, f.Window), nil
	}
	items = append(items, ofMandates(src.mandates, src.seats)...)
	items = append(items, ofMeetings(src.meetings, src.council)...)
	for _, round := range src.surveys {
		items = append(items, ofSurvey(round))
	}
	for _, m := range src.told {
		items = append(items, ofCommunication(m))
	}
	for _, d := range src.decisions {
		for _, it := range ofDecision(d) {
			if wanted(it.Entry.Kind) {
				items = append(items, it)
			}
		}
	}
	for _, p := range src.plans {
		for _, it := range ofPlan(p) {
			if wanted(it.Entry.Kind) && (f.Board == "" || concerns(it, f.Board)) {
				items = append(items, it)
			}
		}
	}
	return arrange(items, f.Window), nil
}

// ofActivities tells whether only activities and what belongs to them can match.
func (f Filter) ofActivities() bool {
	return f.Area != "" || f.Activity != "" || f.Kind == Activity || f.Kind == Milestone
}

// Get gives one written entry; 404 when it or its plan does not exist for the user.
func (s *Service) Get(ctx context.Context, user auth.User, entryID string) (e Entry, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		e, err = visible(tx, user, entryID)
		return err
	})
	return e, err
}

func visible(tx *gorm.DB, user auth.User, entryID string) (Entry, error) {
	e, err := find(tx, entryID)
	if err != nil {
		return e, err
	}
	if _, err := plans.FindVisible(tx, user, e.PlanID); problem.Missing(err) {
		return Entry{}, problem.NotFound(objectType)
	} else if err != nil {
		return Entry{}, err
	}
	return e, nil
}

// MayChange answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChange(ctx context.Context, user auth.User, entryID string) error {
	if _, err := s.Get(ctx, user, entryID); err != nil {
		return err
	}
	return mayEdit(user)
}

func mayEdit(user auth.User) error {
	if !EditableBy(user) {
		return problem.Forbidden("Only the coordinator and administrators write in the timeline.")
	}
	return nil
}

// Create makes an entry. A plan package may bring its own id; else it gets one.
func (s *Service) Create(ctx context.Context, user auth.User, e Entry) (Entry, error) {
	if err := mayEdit(user); err != nil {
		return Entry{}, err
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if e.ID == "" {
			e.ID = id.New()
		}
		e.Version, e.CreatedAt, e.UpdatedAt = 1, s.clock.Now(), s.clock.Now()
		if err := e.Check(); err != nil {
			return err
		}
		if err := checkReferences(tx, e); err != nil {
			return err
		}
		if err := insert(tx, &e); err != nil {
			return err
		}
		return s.trace(tx, user, "create", e, nil, e.input())
	})
	return e, err
}

// Replace puts new content on an entry, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, entryID string, version int, content Entry) (Entry, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, entryID)
		if err != nil {
			return err
		}
		content.ID, content.CreatedAt, content.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if err := content.Check(); err != nil {
			return err
		}
		if content.PlanID != old.PlanID {
			return problem.Invalid(problem.Field{Name: "planId", Code: "notAllowed", Detail: "An entry stays in its plan."})
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		content.Version = old.Version + 1
		if err := checkReferences(tx, content); err != nil {
			return err
		}
		if err := update(tx, &content); err != nil {
			return err
		}
		return s.trace(tx, user, "replace", content, old.input(), content.input())
	})
	return content, err
}

func editable(tx *gorm.DB, user auth.User, entryID string) (Entry, error) {
	e, err := visible(tx, user, entryID)
	if err != nil {
		return e, err
	}
	return e, mayEdit(user)
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

// checkReferences checks what the entry points at.
func checkReferences(tx *gorm.DB, e Entry) error {
	found, err := plans.FindAll(tx, e.PlanID)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return problem.Invalid(problem.Field{Name: "planId", Code: "unknownReference", Detail: "There is no such plan."})
	}
	if e.BodyID == nil {
		return nil
	}
	return boards.Exists(tx, "bodyId", *e.BodyID)
}

// trace leaves who did what, and raises the revision: the last of a transaction.
func (s *Service) trace(tx *gorm.DB, user auth.User, action string, e Entry, before, after any) error {
	database.Touch(tx, Family, objectType, e.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: objectType, ObjectID: e.ID, Version: e.Version, Before: before, After: after})
}
