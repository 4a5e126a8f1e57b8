package integrations

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
)

// Retention is how long keys that hold no longer are kept: long enough to answer
// what a system did with one. What was done with it stays in the traces.
func Retention() []erasure.Rule {
	return []erasure.Rule{{
		Key: "api-keys", Tables: []string{"api_keys", "api_key_reminders"}, Act: erasure.Delete,
		Sv: "Anslutna systems nycklar som är avslutade eller har gått ut", En: "Keys of connected systems that were ended or have expired",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 730, Min: 30, Max: 3650,
		Count: func(tx *gorm.DB, before time.Time) (int, error) {
			var n int64
			err := over(tx, before).Count(&n).Error
			return int(n), err
		},
		Erase: func(tx *gorm.DB, run erasure.Run) (int, error) {
			ids := over(tx, run.Before).Select("id").Order("id").Limit(run.Most)
			res := tx.Where("id IN (?)", ids).Delete(&Key{})
			return int(res.RowsAffected), res.Error
		},
	}}
}

// over are the keys that held for the last time before an instant.
func over(tx *gorm.DB, before time.Time) *gorm.DB {
	return tx.Model(&Key{}).Where("ended_at < ? OR expires_on < ?", before, day.Of(before))
}
