package jobs

import (
	"time"

	"gorm.io/gorm"
)

// over are the jobs that will not be worked any more: failed for good, and those
// that a crash left between their end and their deletion. River stores its times
// as text on SQLite, in this form.
const over = "state IN ('cancelled', 'completed', 'discarded') AND finalized_at < ?"

func riverTime(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05.000") }

// CountOver tells how many jobs ended before an instant.
func CountOver(tx *gorm.DB, before time.Time) (int, error) {
	var n int64
	err := tx.Table("river_job").Where(over, riverTime(before)).Count(&n).Error
	return int(n), err
}

// EraseOver deletes them.
func EraseOver(tx *gorm.DB, before time.Time) (int, error) {
	res := tx.Exec("DELETE FROM river_job WHERE "+over, riverTime(before))
	return int(res.RowsAffected), res.Error
}
