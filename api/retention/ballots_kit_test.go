package retention_test

import (
	"time"

	"gorm.io/gorm"
)

// ballotSamples are what employees sent, each in a round of its own that closed that day.
func ballotSamples(exec func(sql string, more ...any) func(*gorm.DB, string, time.Time) error) []sample {
	in := func(row string) func(tx *gorm.DB, rowID string, at time.Time) error {
		return func(tx *gorm.DB, rowID string, at time.Time) error {
			if err := exec("INSERT INTO ballot_rounds (survey_id, closed_on) VALUES (@id, @day)")(tx, rowID, at); err != nil {
				return err
			}
			return exec(row)(tx, rowID, at)
		}
	}
	return []sample{
		{"staff-answers", in("INSERT INTO survey_staff_answers (survey_id, ballot, group_id, answers) VALUES (@id, @id, @id, '{}')"), "SELECT count(*) FROM survey_staff_answers WHERE ballot = ?"},
		{"ballot-codes", in("INSERT INTO ballot_codes (hash, survey_id, group_id, used_with) VALUES (@id, @id, @id, '')"), "SELECT count(*) FROM ballot_codes WHERE hash = ?"},
	}
}
