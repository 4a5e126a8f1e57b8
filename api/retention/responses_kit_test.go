package retention_test

import (
	"time"

	"gorm.io/gorm"
)

// responseSamples are rows of a unit's answer, each in a round of its own.
func responseSamples(exec func(sql string, more ...any) func(*gorm.DB, string, time.Time) error) []sample {
	const round = `INSERT INTO surveys (id, key, answering, title_sv, title_en, intro_sv, intro_en, is_sensitive, threshold, opens_on, closes_on, sections, dimensions, state, opened_on, closed_on, published_on, version, created_at, updated_at)
			VALUES (@id, @id, 'unit', 'Prov', 'Try', '', '', FALSE, 0, '', '', '[]', '[]', 'open', '', '', '', 1, @long, @long)`
	response := func(begun string) string {
		return `INSERT INTO responses (id, survey_id, unit_id, state, started_by, signed_by, signed_role, signed_hash, reopened_why, reopened_role, version, created_at, updated_at)
			SELECT @id, @id, id, 'draft', @reader, '', '', '', '', '', 1, ` + begun + `, @long FROM bodies WHERE key = 'ifn'`
	}
	under := func(begun string, row ...string) func(tx *gorm.DB, rowID string, at time.Time) error {
		return func(tx *gorm.DB, rowID string, at time.Time) error {
			for _, sql := range append([]string{round, response(begun)}, row...) {
				if err := exec(sql)(tx, rowID, at); err != nil {
					return err
				}
			}
			return nil
		}
	}
	return []sample{
		{"response-sittings", under("@far", "INSERT INTO response_sittings (response_id, question_key, user_id, last_at) VALUES (@id, 'prov', @reader, @at)"),
			"SELECT count(*) FROM response_sittings WHERE response_id = ?"},
		{"response-comments", under("@far", "INSERT INTO response_comments (id, response_id, question_key, text, writer_id, written_by, created_at) VALUES (@id, @id, 'prov', 'Hej', @reader, 'contact', @at)"),
			"SELECT count(*) FROM response_comments WHERE id = ?"},
		{"response-writers", under("@far", "INSERT INTO response_writers (response_id, user_id, added_at) VALUES (@id, @reader, @at)"),
			"SELECT count(*) FROM response_writers WHERE response_id = ?"},
		{"response-persons", under("@at", "INSERT INTO response_answers (response_id, question_key, value, written_by, writer_id, version, updated_at) VALUES (@id, 'prov', '1', 'contact', @reader, 1, @long)"),
			"SELECT count(*) FROM responses r JOIN response_answers a ON a.response_id = r.id WHERE (r.started_by <> '' OR a.writer_id <> '') AND r.id = ?"},
	}
}
