package results

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
)

// Retention is how long texts are kept that were never published.
func Retention() []erasure.Rule {
	r := erasure.Rule{Key: "free-texts", Tables: []string{Text{}.TableName()}, Act: erasure.Delete,
		Sv: "Det anställda har skrivit med egna ord i en omgång som inte har publicerats", En: "What employees wrote in their own words in a round that has not been published",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 180, Min: 30, Max: 730}
	due := func(tx *gorm.DB, before time.Time) *gorm.DB {
		return tx.Model(&Text{}).Where("state <> ? AND closed_on < ?", ToldTexts, day.Of(before))
	}
	r.Count = func(tx *gorm.DB, before time.Time) (int, error) {
		var n int64
		err := due(tx, before).Count(&n).Error
		return int(n), err
	}
	r.Erase = func(tx *gorm.DB, run erasure.Run) (int, error) {
		var some []string
		if err := due(tx, run.Before).Order("id").Limit(run.Most).Pluck("id", &some).Error; err != nil || len(some) == 0 {
			return 0, err
		}
		return len(some), tx.Where("id IN ?", some).Delete(&Text{}).Error
	}
	return []erasure.Rule{r}
}
