package responses

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/erasure"
)

// Retention is how long this room keeps what it keeps. What the units have answered
// stays: it is official, and later rounds are compared with it.
func Retention() []erasure.Rule {
	sittings := erasure.Rule{
		Key: "response-sittings", Sv: "Uppgift om vem som nyss skrev i en enhets svar", En: "Who wrote in a unit's answer just now",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 1, Min: 1, Max: 30,
	}.Deletes("response_sittings", "response_id, question_key, user_id", "last_at < @before")
	comments := erasure.Rule{
		Key: "response-comments", Sv: "Kommentarer som skribenterna lämnade till varandra i en enhets svar", En: "Comments that the writers left each other in a unit's answer",
		BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 365, Min: 30, Max: 3650,
	}.Deletes("response_comments", "id", "created_at < @before")
	writers := erasure.Rule{
		Key: "response-writers", Sv: "Vilka kollegor som fick skriva i en enhets svar; svaret står kvar", En: "Which colleagues were let in to write a unit's answer; the answer stays",
		BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 365, Min: 30, Max: 3650,
	}.Deletes("response_writers", "response_id, user_id", "added_at < @before")
	return []erasure.Rule{sittings, comments, writers, forgotten()}
}

// mostForgotten keeps a statement's parameters far below both databases' limits.
const mostForgotten = 500

// forgotten leaves old responses without the persons; the roles and the answers stay.
func forgotten() erasure.Rule {
	return erasure.Rule{
		Key: "response-persons", Tables: []string{"responses", "response_answers", "unit_descriptions"}, Act: erasure.Anonymise,
		Sv: "Vem som började, skrev och undertecknade en enhets svar; svaret och rollen står kvar", En: "Who began, wrote and signed a unit's answer; the answer and the role stay",
		BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 1825, Min: 365, Max: 7300,
		Count: func(tx *gorm.DB, before time.Time) (int, error) { return count(old(tx, before)) },
		Erase: func(tx *gorm.DB, run erasure.Run) (int, error) {
			var ids []string
			if err := old(tx, run.Before).Order("created_at, id").Limit(min(run.Most, mostForgotten)).Pluck("id", &ids).Error; err != nil || len(ids) == 0 {
				return 0, err
			}
			for _, one := range []struct {
				row     any
				key     string
				columns []string
			}{
				{&Response{}, "id", []string{"started_by", "signed_by"}},
				{&Answer{}, "response_id", []string{"writer_id"}},
				{&Description{}, "response_id", []string{"writer_id"}},
			} {
				nobody := map[string]any{}
				for _, column := range one.columns {
					nobody[column] = ""
				}
				if err := tx.Model(one.row).Where(one.key+" IN ?", ids).UpdateColumns(nobody).Error; err != nil {
					return 0, err
				}
			}
			return len(ids), nil
		},
	}
}

// old are the responses begun before an instant in which somebody is named.
func old(tx *gorm.DB, before time.Time) *gorm.DB {
	return tx.Model(&Response{}).Where("created_at < ?", before).Where("started_by <> '' OR signed_by <> ''")
}
