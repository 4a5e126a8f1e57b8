package invitations

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
)

// Retention is how long this room keeps what it keeps. How far groups had come stays with the round.
func Retention() []erasure.Rule {
	staff := erasure.Rule{
		Key: "staff-letters", Tables: []string{StaffSending{}.TableName(), waitingLetter{}.TableName()}, Act: erasure.Delete,
		Sv: "Uppgift om hur många brev om en enkät som gick till varje grupp av anställda, och adresser som inte hann skrivas till", En: "How many letters about a survey went to each group of employees, and addresses that were never written to",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 90, Min: 14, Max: 730,
	}
	due := func(tx *gorm.DB, before time.Time) *gorm.DB {
		return tx.Model(&StaffSending{}).Where("on_week < ?", day.Of(before))
	}
	staff.Count = func(tx *gorm.DB, before time.Time) (int, error) {
		var n int64
		err := due(tx, before).Count(&n).Error
		return int(n), err
	}
	staff.Erase = func(tx *gorm.DB, run erasure.Run) (int, error) {
		var some []string
		if err := due(tx, run.Before).Order("id").Limit(run.Most).Pluck("id", &some).Error; err != nil || len(some) == 0 {
			return 0, err
		}
		if err := tx.Where("sending_id IN ?", some).Delete(&waitingLetter{}).Error; err != nil {
			return 0, err
		}
		return len(some), tx.Where("id IN ?", some).Delete(&StaffSending{}).Error
	}
	return []erasure.Rule{erasure.Rule{
		Key: "survey-letters", Sv: "Uppgift om vilka enheter som fick inbjudan eller påminnelse om kartläggningen, och när", En: "Which units were invited to or reminded of the mapping survey, and when",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 730, Min: 30, Max: 3650,
	}.Deletes("survey_letters", "id", "created_at < @before"), staff}
}
