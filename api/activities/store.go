package activities

import (
	"errors"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

func insert(tx *gorm.DB, a *Activity) error { return clear(tx.Create(a).Error) }

func update(tx *gorm.DB, a *Activity) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Activity{}).Where("id = ? AND version = ?", a.ID, a.Version-1).Select("*").Updates(a)
	return database.OneRow(clear(res.Error), res.RowsAffected)
}

func remove(tx *gorm.DB, a Activity) error {
	res := tx.Where("id = ? AND version = ?", a.ID, a.Version).Delete(&Activity{})
	if errors.Is(res.Error, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("inUse", "The activity has reports, parts or sub-activities; cancel or merge it instead.")
	}
	return database.OneRow(res.Error, res.RowsAffected)
}

func clear(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.Conflict("duplicate", "The plan already has an activity with this key or code.",
			problem.Field{Name: "code", Code: "duplicate", Detail: "Key and code are unique in the plan."})
	}
	return err
}

func find(tx *gorm.DB, activityID string) (Activity, error) {
	var a Activity
	err := tx.Where("id = ?", activityID).Take(&a).Error
	return a, database.Missing(tx, err, objectType, activityID)
}

// lock reads activities and makes other writers who derive something from them
// wait: on PostgreSQL two reports at once would each not see the other's. It
// lets rows that point at the activity be written meanwhile.
func lock(tx *gorm.DB, activityIDs ...string) (rows []Activity, err error) {
	err = tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Where("id IN ?", activityIDs).Order("id").Find(&rows).Error
	return rows, err
}

// filtered is the question of a list, without order and page.
func filtered(tx *gorm.DB, f Filter, drafts bool, today day.Day) (*gorm.DB, error) {
	q := tx.Model(&Activity{})
	if !drafts {
		q = q.Where("plan_id NOT IN (?)", plans.DraftIDs(tx))
	}
	for column, value := range map[string]string{"plan_id": f.Plan, "status": f.Status, "parent_id": f.Parent} {
		if value != "" {
			q = q.Where(column+" = ?", value)
		}
	}
	if f.Part > 0 {
		q = q.Where("part = ?", f.Part)
	}
	if f.Unconfirmed {
		q = q.Where("unconfirmed")
	}
	if f.Area != "" {
		q = q.Where("id IN (SELECT activity_id FROM activity_areas WHERE area_id = ?)", f.Area)
	}
	if f.TargetGroup != "" {
		q = q.Where("id IN (SELECT activity_id FROM activity_groups WHERE group_id = ?)", f.TargetGroup)
	}
	if f.Level != "" {
		q = q.Where("id IN (SELECT activity_id FROM activity_levels WHERE level = ?)", f.Level)
	}
	if f.Board != "" {
		return answeredBy(tx, q, f.Board, today)
	}
	return q, nil
}

// answeredBy keeps what a body answers for today: by rows, and by the rule "all
// boards" in plans of its municipality when it is a board in force.
func answeredBy(tx, q *gorm.DB, bodyID string, today day.Day) (*gorm.DB, error) {
	tree, err := boards.LoadTree(tx, bodyID)
	if err != nil {
		return nil, err
	}
	b, ok := tree.Body(bodyID)
	bound := ok && slices.ContainsFunc(tree.BoardsOn(b.RootID, today), func(o boards.Body) bool { return o.ID == bodyID })
	if !bound {
		return q.Where("id IN (SELECT activity_id FROM activity_answers WHERE body_id = ?)", bodyID), nil
	}
	return q.Where(`(id IN (SELECT activity_id FROM activity_answers WHERE body_id = ?)
		OR (id IN (SELECT activity_id FROM activity_answers WHERE body_id = ?)
			AND plan_id IN (?)))`, bodyID, anyBoard, plans.IDsUnder(tx, b.RootID)), nil
}

func count(q *gorm.DB) (int, error) {
	var n int64
	err := q.Session(&gorm.Session{}).Count(&n).Error
	return int(n), err
}

// orders are the columns of each sort; the id makes pages stable.
var orders = map[string]string{
	"": "code_key, id", "code": "code_key, id", "-code": "code_key DESC, id DESC",
	"title": "title_key, id", "-title": "title_key DESC, id DESC",
	"status": "status, code_key, id", "-status": "status DESC, code_key DESC, id DESC",
	"start": "start_day, id", "-start": "start_day DESC, id DESC",
	"end": "end_day, id", "-end": "end_day DESC, id DESC",
	"updated": "updated_at, id", "-updated": "updated_at DESC, id DESC",
}

func sorted(q *gorm.DB, f Filter) ([]Activity, error) {
	rows := []Activity{}
	err := q.Session(&gorm.Session{}).Order(orders[f.Sort]).Offset(f.Offset).Limit(f.Limit).Find(&rows).Error
	return rows, err
}

// linkTerms makes the search tables say what the row says.
func linkTerms(tx *gorm.DB, a Activity) error {
	levels := make([]string, len(a.Levels))
	for i, l := range a.Levels {
		levels[i] = string(l)
	}
	for _, set := range []struct {
		table, column string
		values        []string
	}{
		{"activity_areas", "area_id", a.AreaIDs},
		{"activity_groups", "group_id", a.GroupIDs},
		{"activity_goals", "goal_id", a.GoalIDs},
		{"activity_levels", "level", levels},
	} {
		if err := tx.Exec("DELETE FROM "+set.table+" WHERE activity_id = ?", a.ID).Error; err != nil {
			return err
		}
		if len(set.values) == 0 {
			continue
		}
		rows := make([]map[string]any, len(set.values))
		for i, value := range set.values {
			rows[i] = map[string]any{"activity_id": a.ID, set.column: value}
		}
		if err := tx.Table(set.table).Create(rows).Error; err != nil {
			return err
		}
	}
	return nil
}

// keepAlias lets the old code still lead here, unless it is taken back.
func keepAlias(tx *gorm.DB, planID, oldCode, newCode, activityID string) error {
	err := tx.Exec("DELETE FROM activity_aliases WHERE plan_id = ? AND code IN ?", planID, []string{oldCode, newCode}).Error
	if err != nil {
		return err
	}
	return tx.Exec("INSERT INTO activity_aliases (plan_id, code, activity_id) VALUES (?, ?, ?)", planID, oldCode, activityID).Error
}

// inPlan checks that an id is an activity of the plan.
func inPlan(tx *gorm.DB, field, planID, activityID string) error {
	var n int64
	if id.Valid(activityID) {
		if err := tx.Model(&Activity{}).Where("id = ? AND plan_id = ?", activityID, planID).Count(&n).Error; err != nil {
			return err
		}
	}
	if n == 0 {
		return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "There is no such activity in this plan."})
	}
	return nil
}

// parentEdges are all child → parent pairs of a plan.
func parentEdges(tx *gorm.DB, planID string) (map[string][]string, error) {
	var pairs []struct{ ID, ParentID string }
	err := tx.Model(&Activity{}).Select("id", "parent_id").Where("plan_id = ? AND parent_id IS NOT NULL", planID).Find(&pairs).Error
	edges := map[string][]string{}
	for _, p := range pairs {
		edges[p.ID] = append(edges[p.ID], p.ParentID)
	}
	return edges, err
}

// dependencyEdges are all activity → before pairs of a plan.
func dependencyEdges(tx *gorm.DB, planID string) (map[string][]string, error) {
	var pairs []Dependency
	err := tx.Where("activity_id IN (SELECT id FROM activities WHERE plan_id = ?)", planID).Find(&pairs).Error
	edges := map[string][]string{}
	for _, p := range pairs {
		edges[p.ActivityID] = append(edges[p.ActivityID], p.BeforeID)
	}
	return edges, err
}

func childIDs(tx *gorm.DB, activityID string) ([]string, error) {
	ids := []string{}
	err := tx.Model(&Activity{}).Where("parent_id = ?", activityID).Order("code_key, id").Pluck("id", &ids).Error
	return ids, err
}

// dependents are those that wait for an activity.
func dependents(tx *gorm.DB, activityIDs ...string) ([]string, error) {
	ids := []string{}
	err := tx.Model(&Dependency{}).Where("before_id IN ?", activityIDs).Pluck("activity_id", &ids).Error
	return ids, err
}

// ofActivities reads the rows of one kind that belong to some activities.
func ofActivities[T any](tx *gorm.DB, order string, activityIDs []string) ([]T, error) {
	rows := []T{}
	if len(activityIDs) == 0 {
		return rows, nil
	}
	err := tx.Where("activity_id IN ?", activityIDs).Order(order).Find(&rows).Error
	return rows, err
}
