package activities

import (
	"slices"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/day"
)

// Whole is an activity with everything around it that its view shows.
type Whole struct {
	Activity
	Rows      []Responsibility // its own
	Answers   []Answer         // today
	Parts     []Part
	Aliases   []string
	Children  []string
	Milestone *NextMilestone
}

// around is what several activities depend on, read in a fixed number of queries.
type around struct {
	rows       map[string][]Responsibility
	parts      map[string][]Part
	milestones map[string][]Milestone
	plans      map[string]plans.Plan
	tree       boards.Tree
	boards     map[string][]string // by root: who "all boards" are today, where a list remembers it
}

// rowsOf are the rows that hold for an activity: a sub-activity without any
// answers as its parent.
func (r around) rowsOf(a Activity) []Responsibility {
	if own := r.rows[a.ID]; len(own) > 0 || a.ParentID == nil {
		return own
	}
	return r.rows[*a.ParentID]
}

// boardsOn gives what "all boards" means for an activity on a day.
func (r around) boardsOn(a Activity) func(day.Day) []string {
	return func(d day.Day) []string {
		if r.boards != nil {
			return r.boards[r.plans[a.PlanID].RootBodyID]
		}
		var ids []string
		for _, b := range r.tree.BoardsOn(r.plans[a.PlanID].RootBodyID, d) {
			ids = append(ids, b.ID)
		}
		return ids
	}
}

// readAround reads all of it. names asks for the bodies that rows name, which
// lists show by id only.
func readAround(tx *gorm.DB, activities []Activity, names bool) (around, error) {
	r, err := readRows(tx, activities)
	if err != nil {
		return r, err
	}
	var bodies []string
	if names {
		for _, rows := range r.rows {
			for _, row := range rows {
				if row.BodyID != nil {
					bodies = append(bodies, *row.BodyID)
				}
			}
		}
	}
	if bodies = append(bodies, r.ruledBy(activities)...); len(bodies) > 0 {
		r.tree, err = boards.LoadTree(tx, bodies...)
	}
	return r, err
}

// ruledBy are the roots under which "all boards" answer for some of the activities.
func (r around) ruledBy(activities []Activity) []string {
	roots := map[string]bool{}
	for _, a := range activities {
		if slices.ContainsFunc(r.rowsOf(a), func(row Responsibility) bool { return row.Rule == AllBoards }) {
			roots[r.plans[a.PlanID].RootBodyID] = true
		}
	}
	return keys(roots)
}

func readRows(tx *gorm.DB, activities []Activity) (around, error) {
	out := around{rows: map[string][]Responsibility{}, parts: map[string][]Part{}, milestones: map[string][]Milestone{}}
	ids := make([]string, 0, len(activities))
	withParents := make([]string, 0, len(activities))
	planIDs := map[string]bool{}
	for _, a := range activities {
		ids = append(ids, a.ID)
		withParents = append(withParents, a.ID)
		if a.ParentID != nil {
			withParents = append(withParents, *a.ParentID)
		}
		planIDs[a.PlanID] = true
	}
	rows, err := ofActivities[Responsibility](tx, "position, id", withParents)
	if err != nil {
		return out, err
	}
	for _, r := range rows {
		out.rows[r.ActivityID] = append(out.rows[r.ActivityID], r)
	}
	parts, err := ofActivities[Part](tx, "id", ids)
	if err != nil {
		return out, err
	}
	for _, p := range parts {
		out.parts[p.ActivityID] = append(out.parts[p.ActivityID], p)
	}
	milestones, err := ofActivities[Milestone](tx, "due_day, id", ids)
	if err != nil {
		return out, err
	}
	for _, m := range milestones {
		out.milestones[m.ActivityID] = append(out.milestones[m.ActivityID], m)
	}
	out.plans, err = plans.FindAll(tx, keys(planIDs)...)
	return out, err
}

func keys(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	return out
}

// remembered gives who "all boards" are today under each of these roots.
type remembered func(tx *gorm.DB, roots []string) (map[string][]string, error)

// assemble reads what the views of these activities show, in their order. A
// list gives what it remembers of the boards; a write has nil and asks the tree.
func assemble(tx *gorm.DB, today day.Day, activities []Activity, boards remembered) ([]Whole, error) {
	out := make([]Whole, len(activities))
	if len(activities) == 0 {
		return out, nil
	}
	r, err := readAssembled(tx, activities, boards)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(activities))
	at := map[string]int{}
	for i, a := range activities {
		ids[i], at[a.ID] = a.ID, i
		out[i] = Whole{Activity: a, Rows: r.rows[a.ID], Parts: r.parts[a.ID],
			Answers:   AnswersOn(r.rowsOf(a), r.boardsOn(a)(today), today),
			Milestone: nextMilestone(r.milestones[a.ID], today, r.plans[a.PlanID].PeriodTo)}
	}
	var aliases []struct{ ActivityID, Code string }
	if err := tx.Table("activity_aliases").Where("activity_id IN ?", ids).Order("code").Find(&aliases).Error; err != nil {
		return nil, err
	}
	for _, alias := range aliases {
		out[at[alias.ActivityID]].Aliases = append(out[at[alias.ActivityID]].Aliases, alias.Code)
	}
	var children []struct{ ID, ParentID string }
	err = tx.Model(&Activity{}).Select("id", "parent_id").Where("parent_id IN ?", ids).Order("code_key, id").Find(&children).Error
	if err != nil {
		return nil, err
	}
	for _, child := range children {
		out[at[child.ParentID]].Children = append(out[at[child.ParentID]].Children, child.ID)
	}
	return out, nil
}

func readAssembled(tx *gorm.DB, activities []Activity, boards remembered) (r around, err error) {
	if boards == nil {
		return readAround(tx, activities, false)
	}
	if r, err = readRows(tx, activities); err != nil {
		return r, err
	}
	r.boards, err = boards(tx, r.ruledBy(activities))
	return r, err
}

// nextMilestone is the nearest that is not done: one that is late, or the next to come.
func nextMilestone(milestones []Milestone, today, periodEnd day.Day) *NextMilestone {
	var next *NextMilestone
	to := today.AddMonths(60)
	if periodEnd != "" && periodEnd < to {
		to = periodEnd
	}
	for _, m := range milestones {
		var due []day.Dated
		if m.Recurrence.Kind != Once {
			due = m.Occurrences(today, to)
		} else if m.DoneOn == "" && m.Due.Known() {
			due = []day.Dated{m.Due}
		}
		if len(due) > 0 && (next == nil || due[0].Earliest() < next.Due.Earliest()) {
			next = &NextMilestone{Title: m.Title, Due: due[0]}
		}
	}
	return next
}
