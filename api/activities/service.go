package activities

import (
	"context"
	"fmt"
	"sync"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/cache"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of the plan raises.
const Family = "plan"

// objectType is what traces and tombstones call an activity.
const objectType = "activity"

// Service is the use cases of the activity plan.
type Service struct {
	db     *database.DB
	clock  *day.Clock
	counts *cache.Cache[int]
	boards *cache.Cache[[]string] // who "all boards" are, by revision, day and root

	settling sync.Mutex
	settled  day.Day // the day for which stored statuses are known to hold
}

// New makes the service.
func New(db *database.DB, clock *day.Clock) *Service {
	return &Service{db: db, clock: clock, counts: cache.New(1<<20, func(int) int { return 8 }),
		boards: cache.New(1<<20, func(ids []string) int { return 60 * len(ids) })}
}

// Filter narrows a list; zero values do not.
type Filter struct {
	Plan, Board, Area, TargetGroup, Level, Status, Parent string
	Part                                                  int
	Unconfirmed                                           bool
	Sort                                                  string
	Offset, Limit                                         int
}

// List gives a page of activities with all that their views show, and how many match.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (page []Whole, total int, err error) {
	if err := s.SettleDay(ctx); err != nil {
		return nil, 0, err
	}
	revision, err := s.db.Revision(ctx, Family, boards.Family)
	if err != nil {
		return nil, 0, err
	}
	register, err := s.db.Revision(ctx, boards.Family)
	if err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		q, err := filtered(tx, f, user.May(auth.ReadDrafts), s.clock.Today())
		if err != nil {
			return err
		}
		// Counting costs more than reading a page; pages of one filter share the count.
		what := f
		what.Sort, what.Offset, what.Limit = "", 0, 0
		key := fmt.Sprintf("%s %s %t %+v", revision, s.clock.Today(), user.May(auth.ReadDrafts), what)
		total, err = s.counts.Do(ctx, key, func(context.Context) (int, error) { return count(q) })
		if err != nil {
			return err
		}
		rows, err := sorted(q, f)
		if err != nil {
			return err
		}
		page, err = assemble(tx, s.clock.Today(), rows, s.boardsAt(register))
		return err
	})
	return page, total, err
}

// boardsAt remembers who "all boards" are today, for lists: a page over many
// plans would else read the bodies of as many municipalities. The revision of
// the register was read before the data, so what is kept is never older.
func (s *Service) boardsAt(register string) remembered {
	return func(tx *gorm.DB, roots []string) (map[string][]string, error) {
		today := s.clock.Today()
		key := func(root string) string { return register + " " + string(today) + " " + root }
		out := map[string][]string{}
		var missing []string
		for _, root := range roots {
			if ids, ok := s.boards.Get(key(root)); ok {
				out[root] = ids
			} else {
				missing = append(missing, root)
			}
		}
		if len(missing) == 0 {
			return out, nil
		}
		tree, err := boards.LoadTree(tx, missing...)
		for _, root := range missing {
			ids := []string{}
			for _, b := range tree.BoardsOn(root, today) {
				ids = append(ids, b.ID)
			}
			out[root] = ids
			if err == nil {
				s.boards.Put(key(root), ids)
			}
		}
		return out, err
	}
}

// Get gives one activity with all that its view shows.
func (s *Service) Get(ctx context.Context, user auth.User, activityID string) (w Whole, err error) {
	if err := s.SettleDay(ctx); err != nil {
		return w, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		w, err = s.whole(tx, user, activityID)
		return err
	})
	return w, err
}

func (s *Service) whole(tx *gorm.DB, user auth.User, activityID string) (Whole, error) {
	a, err := visible(tx, user, activityID)
	if err != nil {
		return Whole{}, err
	}
	all, err := assemble(tx, s.clock.Today(), []Activity{a}, nil)
	if err != nil {
		return Whole{}, err
	}
	return all[0], nil
}

// visible finds an activity whose plan the user may see.
func visible(tx *gorm.DB, user auth.User, activityID string) (Activity, error) {
	a, err := find(tx, activityID)
	if err != nil {
		return a, err
	}
	plan, err := plans.Find(tx, a.PlanID)
	if err != nil {
		return a, err
	}
	if !plans.VisibleTo(plan, user) {
		return Activity{}, problem.NotFound(objectType)
	}
	return a, nil
}

// MayChange answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChange(ctx context.Context, user auth.User, activityID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := editable(tx, user, activityID)
		return err
	})
}

func editable(tx *gorm.DB, user auth.User, activityID string) (Activity, error) {
	a, err := visible(tx, user, activityID)
	if err != nil {
		return a, err
	}
	return a, mayEdit(user)
}

func mayEdit(user auth.User) error {
	if !user.May(auth.EditActivities) {
		return problem.Forbidden("Only the coordinator and administrators edit the activity plan.")
	}
	return nil
}

// Create makes an activity. A plan package may bring its own id; else it gets one.
func (s *Service) Create(ctx context.Context, user auth.User, a Activity) (w Whole, err error) {
	if err := mayEdit(user); err != nil {
		return w, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if a.ID == "" {
			a.ID = id.New()
		}
		a.Version, a.CreatedAt, a.UpdatedAt = 1, s.clock.Now(), s.clock.Now()
		if err := s.put(tx, &a, insert); err != nil {
			return err
		}
		if err := s.trace(tx, user, "create", a, nil, a.input()); err != nil {
			return err
		}
		w, err = s.refreshed(tx, user, a.ID)
		return err
	})
	return w, err
}

// Replace puts new content on an activity, if nobody else did since version.
func (s *Service) Replace(ctx context.Context, user auth.User, activityID string, version int, content Activity) (w Whole, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, activityID)
		if err != nil {
			return err
		}
		content.keepState(old)
		content.UpdatedAt = s.clock.Now()
		if content.PlanID != old.PlanID {
			return problem.Invalid(problem.Field{Name: "planId", Code: "notAllowed", Detail: "An activity stays in its plan."})
		}
		if err := content.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := s.put(tx, &content, update); err != nil {
			return err
		}
		if content.Code != old.Code {
			if err := keepAlias(tx, old.PlanID, old.Code, content.Code, old.ID); err != nil {
				return err
			}
		}
		if err := s.trace(tx, user, "replace", content, old.input(), content.input()); err != nil {
			return err
		}
		w, err = s.refreshed(tx, user, activityID)
		return err
	})
	return w, err
}

// put checks the content against its plan and writes it.
func (s *Service) put(tx *gorm.DB, a *Activity, write func(*gorm.DB, *Activity) error) error {
	if err := a.Check(); err != nil {
		return err
	}
	if err := checkReferences(tx, *a); err != nil {
		return err
	}
	a.settle()
	if a.Status == "" {
		a.Status = NoInformation // until refresh decides, in this transaction
	}
	if err := write(tx, a); err != nil {
		return err
	}
	return linkTerms(tx, *a)
}

// checkReferences refuses ids that are nobody's, or of another plan.
func checkReferences(tx *gorm.DB, a Activity) error {
	plan, err := plans.Find(tx, a.PlanID)
	if problem.Missing(err) || id.Invalid(a.PlanID) {
		return problem.Invalid(problem.Field{Name: "planId", Code: "unknownReference", Detail: "There is no such plan."})
	}
	if err != nil {
		return err
	}
	if err := plans.AreasExist(tx, "violenceAreaIds", a.AreaIDs...); err != nil {
		return err
	}
	if err := plans.GroupsExist(tx, "targetGroupIds", a.GroupIDs...); err != nil {
		return err
	}
	if err := plans.GoalsExist(tx, "goalIds", plan.ID, a.GoalIDs...); err != nil {
		return err
	}
	if a.ParentID == nil {
		return nil
	}
	if err := inPlan(tx, "parentId", a.PlanID, *a.ParentID); err != nil {
		return err
	}
	if err := plans.Lock(tx, a.PlanID); err != nil { // two who would close a circle together
		return err
	}
	if err := plans.Lock(tx, a.PlanID); err != nil { // two who would close a circle together
		return err
	}
	edges, err := parentEdges(tx, a.PlanID)
	if err != nil {
		return err
	}
	if reaches(edges, *a.ParentID, a.ID) {
		return problem.Invalid(problem.Field{Name: "parentId", Code: "cycle", Detail: "The activity would be a part of itself."})
	}
	return nil
}

// Delete removes an activity that nobody has reported on and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, activityID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editable(tx, user, activityID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		waiting, err := dependents(tx, old.ID)
		if err != nil {
			return err
		}
		if err := remove(tx, old); err != nil {
			return err
		}
		old.Version++
		if err := s.trace(tx, user, "delete", old, old.input(), nil); err != nil {
			return err
		}
		return refresh(tx, s.clock.Today(), waiting...)
	})
}

// refreshed makes statuses anew after a write and gives the activity as it now is.
func (s *Service) refreshed(tx *gorm.DB, user auth.User, activityID string) (Whole, error) {
	children, err := childIDs(tx, activityID)
	if err != nil {
		return Whole{}, err
	}
	if err := refresh(tx, s.clock.Today(), append(children, activityID)...); err != nil {
		return Whole{}, err
	}
	return s.whole(tx, user, activityID)
}

func (s *Service) trace(tx *gorm.DB, user auth.User, action string, a Activity, before, after any) error {
	database.Touch(tx, Family, objectType, a.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: objectType, ObjectID: a.ID, Version: a.Version, Before: before, After: after})
}
