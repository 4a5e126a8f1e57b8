package plans

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// The nouns of this room are stored alike: by id, with a version.

func insert[T any](tx *gorm.DB, row *T) error { return tx.Create(row).Error }

func update[T any](tx *gorm.DB, row *T, id string, version int) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(new(T)).Where("id = ? AND version = ?", id, version).Select("*").Updates(row)
	return database.OneRow(res.Error, res.RowsAffected)
}

func remove[T any](tx *gorm.DB, id string, version int) error {
	res := tx.Where("id = ? AND version = ?", id, version).Delete(new(T))
	return database.OneRow(res.Error, res.RowsAffected)
}

func findByID[T any](tx *gorm.DB, objectType, id string) (T, error) {
	var row T
	err := tx.Where("id = ?", id).Take(&row).Error
	return row, database.Missing(tx, err, objectType, id)
}

// findInPlan gives a thing only under the plan that it belongs to.
func findInPlan[T any](tx *gorm.DB, objectType, planID, id string) (T, error) {
	var row T
	err := tx.Where("id = ? AND plan_id = ?", id, planID).Take(&row).Error
	return row, database.Missing(tx, err, objectType, id)
}

// page counts what q matches and gives one page of it.
func page[T any](q *gorm.DB, order string, offset, limit int) ([]T, int, error) {
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	rows := []T{}
	err := q.Order(order).Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(total), err
}

// taken turns what the database refused at a write into words.
func taken(err error, field, detail string) error {
	switch {
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return problem.Conflict("duplicate", detail, problem.Field{Name: field, Code: "duplicate", Detail: detail})
	case errors.Is(err, gorm.ErrForeignKeyViolated):
		return problem.Conflict("changedMeanwhile", "Something that this points at was deleted just now.")
	}
	return err
}

// inUse turns a refused deletion into words.
func inUse(err error, detail string) error {
	if errors.Is(err, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("inUse", detail)
	}
	return err
}

func planKeyTaken(err error) error {
	return taken(err, "key", "There is already a plan with this key.")
}

func list(tx *gorm.DB, f Filter, drafts bool) ([]Plan, int, error) {
	q := tx.Model(&Plan{})
	if !drafts {
		q = q.Where("status = ?", Published)
	}
	if f.Status != "" {
		q = q.Where("status = ?", f.Status)
	}
	if f.Key != "" {
		q = q.Where("key = ?", f.Key)
	}
	order := map[string]string{
		"":        "period_from DESC, id DESC",
		"-period": "period_from DESC, id DESC",
		"period":  "period_from, id",
		"name":    "sort_key, id",
		"-name":   "sort_key DESC, id DESC",
	}[f.Sort]
	return page[Plan](q, order, f.Offset, f.Limit)
}

const (
	parentColumn     = "parent_id"
	supersedesColumn = "supersedes_id"
)

// chain gives a plan's id and the ids that its column leads on to; none when
// there is no such plan. A circle in old data ends where it began.
func chain(tx *gorm.DB, column, first string) ([]string, error) {
	var ids []string
	err := tx.Raw(`WITH RECURSIVE up(id) AS (
		SELECT id FROM plans WHERE id = ?
		UNION SELECT p.`+column+` FROM plans p JOIN up ON p.id = up.id WHERE p.`+column+` IS NOT NULL)
		SELECT id FROM up`, first).Scan(&ids).Error
	return ids, err
}

// visiblePlans are the ids of the plans that exist for everyone; for those who
// edit, all do.
func visiblePlans(tx *gorm.DB) *gorm.DB {
	return tx.Model(&Plan{}).Select("id").Where("status = ?", Published)
}
