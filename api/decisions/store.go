package decisions

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// concern is a row of decision_concerns.
type concern struct {
	DecisionID string
	ObjectType ThingType
	ObjectID   string
}

// TableName says whose rows they are.
func (concern) TableName() string { return "decision_concerns" }

func insert(tx *gorm.DB, d *Decision) error {
	if err := clear(tx.Create(d).Error); err != nil {
		return err
	}
	return insertConcerns(tx, *d)
}

func insertConcerns(tx *gorm.DB, d Decision) error {
	if len(d.Concerns) == 0 {
		return nil
	}
	rows := make([]concern, len(d.Concerns))
	for i, t := range d.Concerns {
		rows[i] = concern{d.ID, t.Type, t.ID}
	}
	return tx.Create(&rows).Error
}

func update(tx *gorm.DB, d *Decision) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Decision{}).Where("id = ? AND version = ?", d.ID, d.Version-1).Select("*").Updates(d)
	if err := database.OneRow(clear(res.Error), res.RowsAffected); err != nil {
		return err
	}
	if err := tx.Where("decision_id = ?", d.ID).Delete(&concern{}).Error; err != nil {
		return err
	}
	return insertConcerns(tx, *d)
}

func remove(tx *gorm.DB, d Decision) error {
	res := tx.Where("id = ? AND version = ?", d.ID, d.Version).Delete(&Decision{})
	if errors.Is(res.Error, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("inUse", "An appointment or a minute points at this decision; it stays.")
	}
	return database.OneRow(res.Error, res.RowsAffected)
}

// clear turns what the database refused into words.
func clear(err error) error {
	switch {
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return problem.Conflict("duplicate", "The plan has a decision with this key already.",
			problem.Field{Name: "key", Code: "duplicate", Detail: "Another decision of the plan has this key."})
	case errors.Is(err, gorm.ErrForeignKeyViolated):
		return problem.Conflict("changedMeanwhile", "Something that this points at was deleted just now.")
	}
	return err
}

func find(tx *gorm.DB, decisionID string) (Decision, error) {
	var d Decision
	if err := database.Missing(tx, tx.Where("id = ?", decisionID).Take(&d).Error, objectType, decisionID); err != nil {
		return d, err
	}
	rows, err := withConcerns(tx, []Decision{d})
	if err != nil {
		return d, err
	}
	return rows[0], nil
}

// withConcerns reads what decisions are about, in one query.
func withConcerns(tx *gorm.DB, rows []Decision) ([]Decision, error) {
	at := make(map[string]int, len(rows))
	ids := make([]string, len(rows))
	for i, d := range rows {
		at[d.ID], ids[i] = i, d.ID
	}
	var all []concern
	if err := tx.Where("decision_id IN ?", ids).Order("decision_id, object_type, object_id").Find(&all).Error; err != nil {
		return nil, err
	}
	for _, c := range all {
		d := &rows[at[c.DecisionID]]
		d.Concerns = append(d.Concerns, Thing{c.ObjectType, c.ObjectID})
	}
	return rows, nil
}

func list(tx *gorm.DB, f Filter, drafts bool) (rows []Decision, total int, err error) {
	q := tx.Model(&Decision{})
	if f.Plan == "" || !drafts {
		q = q.Where("plan_id NOT IN (?)", plans.DraftIDs(tx))
	}
	if f.Plan != "" {
		q = q.Where("plan_id = ?", f.Plan)
	}
	if f.Body != "" {
		q = q.Where("body_id = ?", f.Body)
	}
	if f.Concerns != "" || f.Type != "" {
		about := tx.Session(&gorm.Session{NewDB: true}).Model(&concern{}).Select("decision_id")
		if f.Concerns != "" {
			about = about.Where("object_id = ?", f.Concerns)
		}
		if f.Type != "" {
			about = about.Where("object_type = ?", f.Type)
		}
		q = q.Where("id IN (?)", about)
	}
	if f.From != "" {
		q = q.Where("date_day >= ?", f.From)
	}
	if f.To != "" {
		q = q.Where("date_day <> '' AND date_day <= ?", f.To)
	}
	switch f.Open {
	case "true":
		q = q.Where("report_back_day <> '' AND reported_back_day = ''")
	case "false":
		q = q.Where("(report_back_day = '' OR reported_back_day <> '')")
	}
	var n int64
	if err := q.Session(&gorm.Session{}).Count(&n).Error; err != nil {
		return nil, 0, err
	}
	if err := q.Order("date_day DESC, id").Offset(f.Offset).Limit(f.Limit).Find(&rows).Error; err != nil {
		return nil, 0, err
	}
	rows, err = withConcerns(tx, rows)
	return rows, int(n), err
}

func findByKey(tx *gorm.DB, planID, key string) ([]Decision, error) {
	var rows []Decision
	if err := tx.Where("plan_id = ? AND key = ?", planID, key).Limit(1).Find(&rows).Error; err != nil {
		return nil, err
	}
	return withConcerns(tx, rows)
}

func ofPlan(tx *gorm.DB, planID string) ([]Decision, error) {
	var rows []Decision
	if err := tx.Where("plan_id = ?", planID).Order("key").Find(&rows).Error; err != nil {
		return nil, err
	}
	return withConcerns(tx, rows)
}
