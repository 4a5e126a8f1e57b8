package jobs

import (
	"database/sql"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/erasure"
)

// over are the jobs that will not be worked any more: failed for good, and those
// that a crash left between their end and their deletion. River stores its times
// as text on SQLite, in the form of riverTime.
const over = "state IN ('cancelled', 'completed', 'discarded') AND finalized_at < @before"

func riverTime(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05.000") }

// Retention is how long a job that failed is kept, for whoever runs the service to find.
func Retention() []erasure.Rule {
	return []erasure.Rule{{
		Key: "jobs", Tables: []string{"river_job"}, Act: erasure.Delete,
		Sv: "Uppdrag i kön som har misslyckats för gott", En: "Queued jobs that failed for good",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn,
		Days: 30, Min: 1, Max: 365,
		Count: func(tx *gorm.DB, before time.Time) (n int, err error) {
			err = tx.Raw("SELECT count(*) FROM river_job WHERE "+over, sql.Named("before", riverTime(before))).Scan(&n).Error
			return n, err
		},
		Erase: func(tx *gorm.DB, run erasure.Run) (int, error) {
			res := tx.Exec("DELETE FROM river_job WHERE id IN (SELECT id FROM river_job WHERE "+over+" ORDER BY id LIMIT @most)",
				sql.Named("before", riverTime(run.Before)), sql.Named("most", run.Most))
			return int(res.RowsAffected), res.Error
		},
	}}
}
