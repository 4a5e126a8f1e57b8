package activities

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// change carries out one of the verbs: it loads the activity, lets set alter
// it, and saves it with a trace named by the verb.
func (s *Service) change(ctx context.Context, user auth.User, activityID string, version int, verb string,
	set func(tx *gorm.DB, a *Activity) error) (w Whole, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		a, err := editable(tx, user, activityID)
		if err != nil {
			return err
		}
		before := a.states()
		if err := set(tx, &a); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, a.ID, a.Version, version); err != nil {
			return err
		}
		a.Version, a.UpdatedAt = a.Version+1, s.clock.Now()
		if err := update(tx, &a); err != nil {
			return err
		}
		if err := s.trace(tx, user, verb, a, before, a.states()); err != nil {
			return err
		}
		w, err = s.refreshed(tx, user, activityID)
		return err
	})
	return w, err
}

// states is what the verbs alter, for the trace.
func (a Activity) states() map[string]any {
	return map[string]any{"doneOn": a.Done.Or(), "cancelledOn": a.CancelledOn, "cancelledReason": a.CancelledReason,
		"mergedIntoId": a.MergedIntoID, "statusOverride": a.Override, "source": a.Source,
		"datesSource": a.DatesSource, "classificationSource": a.ClassificationSource}
}

// Complete marks the activity as done; an unknown day takes the mark away.
func (s *Service) Complete(ctx context.Context, user auth.User, activityID string, version int, on day.Dated) (Whole, error) {
	return s.change(ctx, user, activityID, version, "complete", func(_ *gorm.DB, a *Activity) error {
		var c problem.Checks
		on.Check(&c, "on")
		c.If(on.Day.Valid() && on.Earliest() > s.clock.Today(), "on", "inTheFuture", "It cannot be done on a day to come.")
		a.Done = on
		return c.Err()
	})
}

// OverrideStatus sets a status by hand; an empty one takes it back.
func (s *Service) OverrideStatus(ctx context.Context, user auth.User, activityID string, version int, o Override) (Whole, error) {
	return s.change(ctx, user, activityID, version, "overrideStatus", func(_ *gorm.DB, a *Activity) error {
		var c problem.Checks
		if o != (Override{}) {
			problem.OneOf(&c, "status", o.Status, overridable...)
			c.Required("reason", o.Reason)
			c.MaxLength("reason", o.Reason, 500)
			o.Until.Check(&c, "until")
			c.If(o.Until.Valid() && o.Until < s.clock.Today(), "until", "inThePast", "The last day has passed already.")
		}
		a.Override = o
		return c.Err()
	})
}

// Cancel stops the activity from a day on; an unknown day takes it back.
func (s *Service) Cancel(ctx context.Context, user auth.User, activityID string, version int, on day.Day, reason string) (Whole, error) {
	return s.change(ctx, user, activityID, version, "cancel", func(_ *gorm.DB, a *Activity) error {
		var c problem.Checks
		on.Check(&c, "on")
		if on != "" {
			c.Required("reason", reason)
		}
		c.MaxLength("reason", reason, 500)
		a.CancelledOn, a.CancelledReason = on, strings.TrimSpace(reason)
		return c.Err()
	})
}

// Merge lets the activity go up in another of the same plan. It keeps its id,
// reports and history, and points forward.
func (s *Service) Merge(ctx context.Context, user auth.User, activityID string, version int, intoID string) (Whole, error) {
	return s.change(ctx, user, activityID, version, "merge", func(tx *gorm.DB, a *Activity) error {
		if err := plans.Lock(tx, a.PlanID); err != nil { // two who would merge into each other
			return err
		}
		if err := inPlan(tx, "intoId", a.PlanID, intoID); err != nil {
			return err
		}
		into, err := find(tx, intoID)
		if err != nil {
			return err
		}
		if into.ID == a.ID || into.MergedIntoID != nil {
			return problem.Invalid(problem.Field{Name: "intoId", Code: "cycle", Detail: "The other activity is this one, or has itself gone up in another."})
		}
		var pointing int64
		if err := tx.Model(&Activity{}).Where("merged_into_id = ?", a.ID).Count(&pointing).Error; err != nil {
			return err
		}
		if pointing > 0 {
			return problem.Conflict("mergeTarget", "Another activity has gone up in this one; point that one on first.")
		}
		a.MergedIntoID = &into.ID
		return nil
	})
}

// Confirm says that what was our interpretation is right: every source of the
// activity, its responsibilities and milestones becomes the municipality's.
func (s *Service) Confirm(ctx context.Context, user auth.User, activityID string, version int) (Whole, error) {
	return s.change(ctx, user, activityID, version, "confirm", func(tx *gorm.DB, a *Activity) error {
		for _, src := range []*source.Source{&a.Source, &a.DatesSource, &a.ClassificationSource} {
			if *src == source.Interpretation {
				*src = source.Municipality
			}
		}
		if err := confirmRows(tx, s, user, a.ID, responsibilityDetail); err != nil {
			return err
		}
		return confirmRows(tx, s, user, a.ID, milestoneDetail)
	})
}

// confirmRows confirms the rows of one kind, each with a trace of its own.
func confirmRows[T any](tx *gorm.DB, s *Service, user auth.User, activityID string, d detail[T]) error {
	now := s.clock.Now()
	var rows []T
	q := tx.Model(new(T)).Where("activity_id = ? AND source = ?", activityID, source.Interpretation)
	err := q.Session(&gorm.Session{}).Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Order("id").Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return err
	}
	err = q.Session(&gorm.Session{}).Updates(map[string]any{"source": source.Municipality, "version": gorm.Expr("version + 1"), "updated_at": now}).Error
	if err != nil {
		return err
	}
	entries := make([]audit.Entry, len(rows))
	for i := range rows {
		m := d.meta(&rows[i])
		database.Touch(tx, Family, d.object, *m.id, false)
		entries[i] = audit.Entry{User: user, At: now, Action: "confirm", ObjectType: d.object, ObjectID: *m.id, Version: *m.version + 1,
			Before: sourced{source.Interpretation}, After: sourced{source.Municipality}, About: &audit.Object{Type: objectType, ID: activityID}}
	}
	return audit.Record(tx, entries...)
}

// sourced is all that confirming changes of a row.
type sourced struct {
	Source source.Source `json:"source"`
}

// Cell is one crossing of the matrix: "" as area is not classified, "" as body is nobody.
type Cell struct {
	AreaID, BodyID string
	ActivityIDs    []string
}

// Matrix crosses violence areas with the bodies that answer today. Cells
// without activities are left out; cancelled and merged activities do not count.
func (s *Service) Matrix(ctx context.Context, user auth.User, planID string) (cells []Cell, err error) {
	if err := s.SettleDay(ctx); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if err := planVisible(tx, user, planID); err != nil {
			return err
		}
		var rows []Activity
		err := tx.Where("plan_id = ? AND status NOT IN ?", planID, []State{Cancelled, Merged}).
			Order("code_key, id").Limit(maxInMatrix).Find(&rows).Error
		if err != nil {
			return err
		}
		r, err := readAround(tx, rows, false)
		if err != nil {
			return err
		}
		cells = r.cross(rows, s.clock.Today())
		return nil
	})
	return cells, err
}

// maxInMatrix bounds a plan's matrix; a real plan has tens of activities.
const maxInMatrix = 2000

func (r around) cross(rows []Activity, today day.Day) []Cell {
	var cells []Cell
	at := map[[2]string]int{}
	put := func(area, body, activityID string) {
		key := [2]string{area, body}
		i, ok := at[key]
		if !ok {
			i = len(cells)
			at[key] = i
			cells = append(cells, Cell{AreaID: area, BodyID: body})
		}
		if !slices.Contains(cells[i].ActivityIDs, activityID) {
			cells[i].ActivityIDs = append(cells[i].ActivityIDs, activityID)
		}
	}
	for _, a := range rows {
		areas := a.AreaIDs
		if len(areas) == 0 {
			areas = []string{""}
		}
		bodies := []string{}
		for _, answer := range AnswersOn(r.rowsOf(a), r.boardsOn(a)(today), today) {
			bodies = append(bodies, answer.BodyID)
		}
		if len(bodies) == 0 {
			bodies = []string{""}
		}
		for _, area := range areas {
			for _, body := range bodies {
				put(area, body, a.ID)
			}
		}
	}
	return cells
}
