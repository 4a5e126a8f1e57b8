package activities

import (
	"context"
	"reflect"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Packed is an activity in a plan package: as its Input, but with keys for ids,
// and with what belongs to it.
type Packed struct {
	ID string `json:"id,omitempty"`
	Input
	PlanID          *struct{} `json:"planId,omitempty" jsonschema:"-"`
	ParentID        *struct{} `json:"parentId,omitempty" jsonschema:"-"`
	ViolenceAreaIDs *struct{} `json:"violenceAreaIds,omitempty" jsonschema:"-"`
	TargetGroupIDs  *struct{} `json:"targetGroupIds,omitempty" jsonschema:"-"`
	GoalIDs         *struct{} `json:"goalIds,omitempty" jsonschema:"-"`
	// Parent is the key of the activity that this is a part of.
	Parent string `json:"parent,omitempty"`
	// ViolenceAreas, TargetGroups and Goals are keys.
	ViolenceAreas    []string               `json:"violenceAreas,omitempty"`
	TargetGroups     []string               `json:"targetGroups,omitempty"`
	Goals            []string               `json:"goals,omitempty"`
	Responsibilities []PackedResponsibility `json:"responsibilities,omitempty"`
	Milestones       []MilestoneInput       `json:"milestones,omitempty"`
	// After are the keys of the activities that come before this one.
	After []string `json:"after,omitempty"`
	// Done is when it was done.
	Done *day.Dated `json:"done,omitempty"`
	// Cancelled is when and why it was cancelled.
	Cancelled *CancellationInput `json:"cancelled,omitempty"`
	// MergedInto is the key of the activity in which it went up.
	MergedInto string `json:"mergedInto,omitempty"`
}

// PackedResponsibility is a responsibility with the body named by key.
type PackedResponsibility struct {
	ID string `json:"id,omitempty"`
	ResponsibilityInput
	BodyID *struct{} `json:"bodyId,omitempty" jsonschema:"-"`
	// Body is the key of the body.
	Body string `json:"body,omitempty"`
}

// Keys translate a package's keys to ids, in the plan that is imported.
type Keys struct {
	PlanID                               string
	Bodies, Areas, Groups, Goals, Others map[string]string // Others are activities
}

func look(ids map[string]string, field string, keys ...string) ([]string, error) {
	var out []string
	for _, key := range keys {
		id, ok := ids[key]
		if !ok {
			return nil, problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "Nothing in the package or the database has the key " + key + "."})
		}
		out = append(out, id)
	}
	return out, nil
}

// Import makes an activity with its rows, or makes the one with the same key
// say the same. It tells the id, and whether anything changed.
func (s *Service) Import(ctx context.Context, user auth.User, p Packed, k Keys) (activityID string, changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		in, err := p.resolve(k)
		if err != nil {
			return err
		}
		a := in.activity()
		var old []Activity
		if err := tx.Where("plan_id = ? AND key = ?", k.PlanID, p.Key).Limit(1).Find(&old).Error; err != nil {
			return err
		}
		switch {
		case len(old) == 0:
			a.ID, changed = p.ID, true
			w, err := s.Create(tx.Statement.Context, user, a)
			activityID = w.ID
			if err != nil {
				return err
			}
		default:
			activityID = old[0].ID
			a.settle()
			if !reflect.DeepEqual(old[0].input(), a.input()) {
				changed = true
				if _, err := s.Replace(tx.Statement.Context, user, activityID, old[0].Version, a); err != nil {
					return err
				}
			}
		}
		rows, err := s.importRows(tx, user, activityID, p, k)
		changed = changed || rows
		return err
	})
	return activityID, changed, err
}

func (p Packed) resolve(k Keys) (Input, error) {
	in := p.Input
	in.PlanID = k.PlanID
	var err error
	if in.ViolenceAreaIDs, err = look(k.Areas, "violenceAreas", p.ViolenceAreas...); err != nil {
		return in, err
	}
	if in.TargetGroupIDs, err = look(k.Groups, "targetGroups", p.TargetGroups...); err != nil {
		return in, err
	}
	if in.GoalIDs, err = look(k.Goals, "goals", p.Goals...); err != nil {
		return in, err
	}
	if p.Parent != "" {
		ids, err := look(k.Others, "parent", p.Parent)
		if err != nil {
			return in, err
		}
		in.ParentID = &ids[0]
	}
	return in, nil
}

// importRows matches milestones by key and responsibilities by content.
func (s *Service) importRows(tx *gorm.DB, user auth.User, activityID string, p Packed, k Keys) (changed bool, err error) {
	ctx := tx.Statement.Context
	have, err := ofActivities[Responsibility](tx, "position, id", []string{activityID})
	if err != nil {
		return false, err
	}
	for _, packed := range p.Responsibilities {
		in := packed.ResponsibilityInput
		if packed.Body != "" {
			ids, err := look(k.Bodies, "responsibilities.body", packed.Body)
			if err != nil {
				return false, err
			}
			in.BodyID = &ids[0]
		}
		same := slices.IndexFunc(have, func(r Responsibility) bool { return reflect.DeepEqual(r.input(), in.row().input()) })
		if same >= 0 {
			have = slices.Delete(have, same, same+1)
			continue
		}
		changed = true
		row := in.row()
		row.ID = packed.ID
		if _, err := createDetail(ctx, s, responsibilityDetail, user, activityID, row); err != nil {
			return false, err
		}
	}
	for _, gone := range have {
		changed = true
		if err := deleteDetail(ctx, s, responsibilityDetail, user, activityID, gone.ID, gone.Version); err != nil {
			return false, err
		}
	}
	milestones, err := s.importMilestones(tx, user, activityID, p.Milestones)
	return changed || milestones, err
}

func (s *Service) importMilestones(tx *gorm.DB, user auth.User, activityID string, packed []MilestoneInput) (changed bool, err error) {
	ctx := tx.Statement.Context
	have, err := ofActivities[Milestone](tx, "due_day, id", []string{activityID})
	if err != nil {
		return false, err
	}
	for _, in := range packed {
		at := slices.IndexFunc(have, func(m Milestone) bool { return m.Key == in.Key })
		switch {
		case at < 0:
			_, err = createDetail(ctx, s, milestoneDetail, user, activityID, in.row())
			changed = true
		case !reflect.DeepEqual(have[at].input(), in.row().input()):
			_, err = replaceDetail(ctx, s, milestoneDetail, user, activityID, have[at].ID, have[at].Version, in.row())
			changed = true
		}
		if err != nil {
			return false, err
		}
	}
	for _, m := range have {
		if !slices.ContainsFunc(packed, func(in MilestoneInput) bool { return in.Key == m.Key }) {
			changed = true
			if err := deleteDetail(ctx, s, milestoneDetail, user, activityID, m.ID, m.Version); err != nil {
				return false, err
			}
		}
	}
	return changed, nil
}

// ImportState carries over what other activities must stand for: what comes
// before, and the states set by verbs. All activities of the package are made first.
func (s *Service) ImportState(ctx context.Context, user auth.User, activityID string, p Packed, k Keys) (changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		ctx := tx.Statement.Context
		before, err := look(k.Others, "after", p.After...)
		if err != nil {
			return err
		}
		have, err := ofActivities[Dependency](tx, "id", []string{activityID})
		if err != nil {
			return err
		}
		for _, id := range before {
			if !slices.ContainsFunc(have, func(d Dependency) bool { return d.BeforeID == id }) {
				changed = true
				if _, err := s.AddDependency(ctx, user, activityID, id); err != nil {
					return err
				}
			}
		}
		for _, d := range have {
			if !slices.Contains(before, d.BeforeID) {
				changed = true
				if err := s.DeleteDependency(ctx, user, activityID, d.ID, d.Version); err != nil {
					return err
				}
			}
		}
		a, err := find(tx, activityID)
		if err != nil {
			return err
		}
		if done := day.From(p.Done); done != a.Done {
			changed = true
			w, err := s.Complete(ctx, user, activityID, a.Version, done)
			if err != nil {
				return err
			}
			a = w.Activity
		}
		var c CancellationInput
		if p.Cancelled != nil {
			c = *p.Cancelled
		}
		if c.On != a.CancelledOn || c.Reason != a.CancelledReason {
			changed = true
			w, err := s.Cancel(ctx, user, activityID, a.Version, c.On, c.Reason)
			if err != nil {
				return err
			}
			a = w.Activity
		}
		if p.MergedInto == "" || a.MergedIntoID != nil {
			return nil
		}
		into, err := look(k.Others, "mergedInto", p.MergedInto)
		if err != nil {
			return err
		}
		changed = true
		_, err = s.Merge(ctx, user, activityID, a.Version, into[0])
		return err
	})
	return changed, err
}

// Names translate ids to keys, for the export.
type Names struct {
	Bodies, Areas, Groups, Goals map[string]string
}

// Export gives a plan's activities by code, with all that a package holds of them.
func Export(tx *gorm.DB, planID string, n Names, withIDs bool) ([]Packed, error) {
	var rows []Activity
	if err := tx.Where("plan_id = ?", planID).Order("code_key, id").Limit(maxExported).Find(&rows).Error; err != nil {
		return nil, err
	}
	r, err := readAround(tx, rows, false)
	if err != nil {
		return nil, err
	}
	ids, keyOf := make([]string, len(rows)), map[string]string{}
	for i, a := range rows {
		ids[i], keyOf[a.ID] = a.ID, a.Key
	}
	before, err := ofActivities[Dependency](tx, "id", ids)
	if err != nil {
		return nil, err
	}
	out := make([]Packed, len(rows))
	for i, a := range rows {
		out[i] = a.packed(n, keyOf, withIDs)
		for _, row := range r.rows[a.ID] {
			packed := PackedResponsibility{ResponsibilityInput: row.input()}
			if row.BodyID != nil {
				packed.Body = n.Bodies[*row.BodyID]
			}
			packed.ResponsibilityInput.BodyID = nil
			if withIDs {
				packed.ID = row.ID
			}
			out[i].Responsibilities = append(out[i].Responsibilities, packed)
		}
		for _, m := range r.milestones[a.ID] {
			out[i].Milestones = append(out[i].Milestones, m.input())
		}
		for _, d := range before {
			if d.ActivityID == a.ID {
				out[i].After = append(out[i].After, keyOf[d.BeforeID])
			}
		}
		canonical(&out[i])
	}
	return out, nil
}

// maxExported bounds the activities of a package.
const maxExported = 5000

func (a Activity) packed(n Names, keyOf map[string]string, withIDs bool) Packed {
	p := Packed{Input: a.input(), Done: a.Done.Or()}
	in := &p.Input
	p.ViolenceAreas, p.TargetGroups, p.Goals = names(n.Areas, in.ViolenceAreaIDs), names(n.Groups, in.TargetGroupIDs), names(n.Goals, in.GoalIDs)
	in.PlanID, in.ParentID, in.ViolenceAreaIDs, in.TargetGroupIDs, in.GoalIDs = "", nil, nil, nil, nil
	if a.ParentID != nil {
		p.Parent = keyOf[*a.ParentID]
	}
	if a.CancelledOn != "" {
		p.Cancelled = &CancellationInput{a.CancelledOn, a.CancelledReason}
	}
	if a.MergedIntoID != nil {
		p.MergedInto = keyOf[*a.MergedIntoID]
	}
	if withIDs {
		p.ID = a.ID
	}
	return p
}

func names(keyOf map[string]string, ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = keyOf[id]
	}
	return out
}

// canonical orders what the database orders by id, which an import makes anew.
func canonical(p *Packed) {
	slices.SortStableFunc(p.Responsibilities, func(a, b PackedResponsibility) int {
		return slices.Compare([]string{string(a.Role), b.Rule, a.Body}, []string{string(b.Role), a.Rule, b.Body})
	})
	slices.SortStableFunc(p.Responsibilities, func(a, b PackedResponsibility) int { return a.Position - b.Position })
	slices.SortFunc(p.Milestones, func(a, b MilestoneInput) int {
		return slices.Compare([]string{string(day.From(a.Due).Day), a.Key}, []string{string(day.From(b.Due).Day), b.Key})
	})
	slices.Sort(p.After)
}

// IDsByCode gives the id of each activity of a plan by its code.
func IDsByCode(tx *gorm.DB, planID string) (map[string]string, error) {
	var rows []Activity
	err := tx.Select("id", "code").Where("plan_id = ?", planID).Limit(maxExported).Find(&rows).Error
	out := make(map[string]string, len(rows))
	for _, a := range rows {
		out[a.Code] = a.ID
	}
	return out, err
}
