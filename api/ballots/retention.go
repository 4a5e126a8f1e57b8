package ballots

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
)

// Retention is how long what the employees sent is kept after their round closed. What
// was published of it stands; the night's rewriting, an hour later, sees to it that
// nothing of the rows is left in the file either.
func Retention() []erasure.Rule {
	return []erasure.Rule{
		over(erasure.Rule{Key: "staff-answers", Sv: "Anställdas anonyma svar på kartläggningen; det som har publicerats står kvar",
			En: "Employees' anonymous answers to the mapping survey; what was published stays"}, answersTable, "ballot", &Row{}),
		over(erasure.Rule{Key: "ballot-codes", Sv: "Hashvärden av koder som anställda har svarat med",
			En: "Hashes of the codes with which employees answered"}, codeRow{}.TableName(), "hash", &codeRow{}),
	}
}

// over deletes rows of rounds that have closed.
func over(r erasure.Rule, table, key string, row any) erasure.Rule {
	r.Tables, r.Act = []string{table}, erasure.Delete
	r.BasisSv, r.BasisEn = erasure.TemporarySv, erasure.TemporaryEn
	r.Days, r.Min, r.Max = 180, 30, 730
	due := func(tx *gorm.DB, before time.Time) *gorm.DB {
		closed := tx.Model(&round{}).Select("survey_id").Where("closed_on <> '' AND closed_on < ?", day.Of(before))
		return tx.Model(row).Where("survey_id IN (?)", closed)
	}
	r.Count = func(tx *gorm.DB, before time.Time) (int, error) {
		var n int64
		err := due(tx, before).Count(&n).Error
		return int(n), err
	}
	r.Erase = func(tx *gorm.DB, run erasure.Run) (int, error) {
		var some []string
		if err := due(tx, run.Before).Order(key).Limit(run.Most).Pluck(key, &some).Error; err != nil || len(some) == 0 {
			return 0, err
		}
		return len(some), tx.Where(key+" IN ?", some).Delete(row).Error
	}
	return r
}
