package database

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/problem"
)

// Missing turns gorm's "record not found" into 410 when the thing was deleted
// and left a tombstone, and into 404 otherwise. Other errors stay as they are.
func Missing(tx *gorm.DB, err error, objectType, objectID string) error {
	if !errors.Is(err, gorm.ErrRecordNotFound) {
		return err
	}
	var deleted []bool
	err = tx.Raw("SELECT deleted FROM changes WHERE object_type = ? AND object_id = ?", objectType, objectID).Scan(&deleted).Error
	if err != nil {
		return err
	}
	if len(deleted) > 0 && deleted[0] {
		return problem.Gone(objectType)
	}
	return problem.NotFound(objectType)
}

// OneRow makes a guarded write fail when somebody else was first: an UPDATE or
// DELETE with the version in its condition that met no row.
func OneRow(err error, rows int64) error {
	if err == nil && rows == 0 {
		return problem.PreconditionFailed(0, nil)
	}
	return err
}
