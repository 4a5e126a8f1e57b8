package timelines

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

func insert(tx *gorm.DB, e *Entry) error { return clear(tx.Create(e).Error) }

func update(tx *gorm.DB, e *Entry) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Entry{}).Where("id = ? AND version = ?", e.ID, e.Version-1).Select("*").Updates(e)
	return database.OneRow(clear(res.Error), res.RowsAffected)
}

func remove(tx *gorm.DB, e Entry) error {
	res := tx.Where("id = ? AND version = ?", e.ID, e.Version).Delete(&Entry{})
	return database.OneRow(res.Error, res.RowsAffected)
}

// clear turns what the database refused into words.
func clear(err error) error {
	switch {
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return problem.Conflict("duplicate", "There is already an entry with this key in the plan.",
			problem.Field{Name: "key", Code: "duplicate", Detail: "Another entry has this key."})
	case errors.Is(err, gorm.ErrForeignKeyViolated):
		return problem.Conflict("changedMeanwhile", "Something that this points at was deleted just now.")
	}
	return err
}

func find(tx *gorm.DB, entryID string) (Entry, error) {
	var e Entry
	err := tx.Where("id = ?", entryID).Take(&e).Error
	return e, database.Missing(tx, err, objectType, entryID)
}

func findByKey(tx *gorm.DB, planID, key string) ([]Entry, error) {
	var found []Entry
	err := tx.Where("plan_id = ? AND key = ?", planID, key).Limit(1).Find(&found).Error
	return found, err
}

func entriesOf(tx *gorm.DB, planID string) ([]Entry, error) {
	var entries []Entry
	err := tx.Where("plan_id = ?", planID).Find(&entries).Error
	return entries, err
}
