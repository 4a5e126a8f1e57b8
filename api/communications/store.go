package communications

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func insert(tx *gorm.DB, m *Communication) error { return clear(tx.Create(m).Error) }

func update(tx *gorm.DB, m *Communication) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Communication{}).Where("id = ? AND version = ?", m.ID, m.Version-1).Select("*").Updates(m)
	return database.OneRow(clear(res.Error), res.RowsAffected)
}

func remove(tx *gorm.DB, m Communication) error {
	res := tx.Where("id = ? AND version = ?", m.ID, m.Version).Delete(&Communication{})
	return database.OneRow(res.Error, res.RowsAffected)
}

// clear turns what the database refused into words.
func clear(err error) error {
	if errors.Is(err, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("changedMeanwhile", "Something that this points at was deleted just now.")
	}
	return err
}

func find(tx *gorm.DB, communicationID string) (Communication, error) {
	var m Communication
	err := tx.Where("id = ?", communicationID).Take(&m).Error
	return m, database.Missing(tx, err, objectType, communicationID)
}

func list(tx *gorm.DB, f Filter, drafts bool, today day.Day) (rows []Communication, total int, err error) {
	q := tx.Model(&Communication{})
	if f.Plan == "" || !drafts {
		q = q.Where("plan_id NOT IN (?)", plans.DraftIDs(tx))
	}
	if f.Plan != "" {
		q = q.Where("plan_id = ?", f.Plan)
	}
	if f.Activity != "" {
		q = q.Where("activity_id = ?", f.Activity)
	}
	if f.Body != "" {
		q = q.Where("responsible_body_id = ?", f.Body)
	}
	if f.Direction != "" {
		q = q.Where("direction = ?", f.Direction)
	}
	switch f.State {
	case Done:
		q = q.Where("done_on <> ''")
	case Late:
		q = q.Where("done_on = '' AND latest_day <> '' AND latest_day < ?", today)
	case Planned:
		q = q.Where("done_on = '' AND (latest_day = '' OR latest_day >= ?)", today)
	}
	if f.From != "" {
		q = q.Where("latest_day >= ?", f.From)
	}
	if f.To != "" {
		q = q.Where("date_day <> '' AND date_day <= ?", f.To)
	}
	var n int64
	if err := q.Session(&gorm.Session{}).Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("CASE WHEN date_day = '' THEN 1 ELSE 0 END, date_day, id").Offset(f.Offset).Limit(f.Limit).Find(&rows).Error
	return rows, int(n), err
}
