package questions

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
)

// Retention is how long it is known who asked and who answered. The question and
// its answer stay: they are what the municipality has said, and are read years later.
func Retention() []erasure.Rule {
	return []erasure.Rule{{
		Key: "question-persons", Tables: []string{"council_questions"}, Act: erasure.Anonymise,
		Sv: "Vem som ställde, tog sig an och besvarade en fråga till kompetenscentrum; frågan och svaret står kvar", En: "Who asked, took on and answered a question to the competence centre; the question and the answer stay",
		BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 730, Min: 30, Max: 3650,
		Count: func(tx *gorm.DB, before time.Time) (int, error) { return count(old(tx, before)) },
		Erase: func(tx *gorm.DB, run erasure.Run) (int, error) {
			var ids []string
			if err := old(tx, run.Before).Order("answered_on, id").Limit(min(run.Most, mostForgotten)).Pluck("id", &ids).Error; err != nil || len(ids) == 0 {
				return 0, err
			}
			nobody := map[string]any{}
			for _, column := range persons {
				nobody[column] = nil
			}
			database.Bump(tx, Family)
			return len(ids), tx.Model(&Question{}).Where("id IN ?", ids).Updates(nobody).Error
		},
	}}
}

// mostForgotten keeps a statement's parameters far below both databases' limits.
const mostForgotten = 500

// persons are the columns that say who.
var persons = []string{"asked_by_id", "taken_by_id", "answered_by_id"}

// old are the questions answered before an instant of which it is known who.
func old(tx *gorm.DB, before time.Time) *gorm.DB {
	return tx.Model(&Question{}).Where("answered_on <> '' AND answered_on < ?", day.Of(before)).
		Where("asked_by_id IS NOT NULL OR taken_by_id IS NOT NULL OR answered_by_id IS NOT NULL")
}
