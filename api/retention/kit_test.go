package retention_test

import (
	"context"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/testkit"
)

type object = map[string]any

// sample is a row whose use ended at an instant, and how it is found again.
type sample struct {
	rule   string
	insert func(tx *gorm.DB, rowID string, at time.Time) error
	// left counts the row while it says what it said.
	left string
}

// samples are one or more for each rule, for each way in which a row's use ends.
func samples(a *testkit.App) []sample {
	reader := a.Get("/users/me", a.As("reader")).ID()
	far := a.Clock.Now().AddDate(10, 0, 0)
	exec := func(sql string, more ...any) func(*gorm.DB, string, time.Time) error {
		return func(tx *gorm.DB, rowID string, at time.Time) error {
			args := []any{map[string]any{"id": rowID, "at": at, "day": day.Of(at), "far": far, "reader": reader, "long": at.AddDate(-1, 0, 0)}}
			return tx.Exec(sql, append(args, more...)...).Error
		}
	}
	const session = "INSERT INTO sessions (id, user_id, created_at, last_used_at, expires_at, ended_at) VALUES (@id, @reader, @long, @long, "
	const link = "INSERT INTO account_links (id, user_id, purpose, created_at, expires_at, ended_at) VALUES (@id, @reader, 'reset', @long, "
	const meeting = `INSERT INTO council_meetings (id, kind, title, starts_at, ends_at, held_on, year, place, join_url, notice, template, state, running, adjust_by, cancel_reason, frozen, frozen_hash, version, created_at, updated_at)
			VALUES (@id, 'forum', 'Forum', @long, @at, @day, 2020, '', '', '', 'none', 'held', 0, '', '', '', '', 1, @long, @long)`
	return append(append(responseSamples(exec), ballotSamples(exec)...), []sample{
		{"sessions", exec(session + "@far, @at)"), "SELECT count(*) FROM sessions WHERE id = ?"},
		{"sessions", exec(session + "@at, NULL)"), "SELECT count(*) FROM sessions WHERE id = ?"},
		{"sign-ins-begun", exec("INSERT INTO pending_sign_ins (id, user_id, hash, tries, created_at, expires_at) VALUES (@id, @reader, @id, 0, @long, @at)"),
			"SELECT count(*) FROM pending_sign_ins WHERE id = ?"},
		{"sign-in-attempts", exec("INSERT INTO signin_attempts (key, score, blocked_until, last_at) VALUES (@id, 1, @far, @at)"),
			"SELECT count(*) FROM signin_attempts WHERE key = ?"},
		{"account-links", exec(link + "@far, @at)"), "SELECT count(*) FROM account_links WHERE id = ?"},
		{"account-links", exec(link + "@at, NULL)"), "SELECT count(*) FROM account_links WHERE id = ?"},
		{"account-notices", exec("INSERT INTO account_notices (id, user_id, kind, address, created_at) VALUES (@id, @reader, 'password', 'eva@example.org', @at)"),
			"SELECT count(*) FROM account_notices WHERE id = ?"},
		{"closed-accounts", exec(`INSERT INTO users (id, email, email_key, name, lang, active, password_hash, sort_key, version, created_at, updated_at)
			VALUES (@id, @id, @id, 'Eva', 'sv', FALSE, '', 'eva', 1, @long, @at)`), "SELECT count(*) FROM users WHERE name = 'Eva' AND id = ?"},
		{"api-keys", exec(`INSERT INTO api_keys (id, client_id, public_id, hash, label, expires_on, last_used_on, ended_at, version, created_at, updated_at)
			SELECT @id, id, @id, '', '', '2999-01-01', '', @at, 1, @long, @long FROM api_clients`), "SELECT count(*) FROM api_keys WHERE id = ?"},
		{"api-keys", exec(`INSERT INTO api_keys (id, client_id, public_id, hash, label, expires_on, last_used_on, version, created_at, updated_at)
			SELECT @id, id, @id, '', '', @day, '', 1, @long, @long FROM api_clients`), "SELECT count(*) FROM api_keys WHERE id = ?"},
		{"passkey-challenges", exec("INSERT INTO passkey_challenges (id, purpose, asker, session, expires_at) VALUES (@id, 'signIn', '', '{}', @at)"),
			"SELECT count(*) FROM passkey_challenges WHERE id = ?"},
		{"federated-sign-ins", exec("INSERT INTO federated_sign_ins (id, state_hash, bond_hash, nonce, verifier, return_to, asker, expires_at) VALUES (@id, @id, '', '', '', '/', '', @at)"),
			"SELECT count(*) FROM federated_sign_ins WHERE id = ?"},
		{"council-reminders", exec(`INSERT INTO council_reminders (id, letter_id, seat_id, occasion, user_id, created_at)
			SELECT @id, @id, id, @id, @reader, @at FROM council_seats WHERE key = 'aldreomsorg'`), "SELECT count(*) FROM council_reminders WHERE id = ?"},
		{"survey-letters", exec(`INSERT INTO survey_letters (id, survey_id, unit_id, kind, on_day, created_at)
			SELECT @id, surveys.id, bodies.id, 'invitation', @day, @at FROM surveys, bodies WHERE bodies.key = 'ifn' LIMIT 1`), "SELECT count(*) FROM survey_letters WHERE id = ?"},
		{"staff-letters", exec(`INSERT INTO staff_sendings (id, survey_id, group_id, kind, on_week, asked, sent, failed, unsure)
			SELECT @id, id, 'g', 'invitation', @day, 1, 1, 0, 0 FROM surveys LIMIT 1`), "SELECT count(*) FROM staff_sendings WHERE id = ?"},
		{"free-texts", exec(`INSERT INTO survey_free_texts (id, survey_id, question_key, dimension, group_key, state, wording, struck, told, closed_on, version)
			SELECT @id, id, 'fritt', '', '', 'waiting', 'Prov', '[]', 'Prov', @day, 1 FROM surveys LIMIT 1`), "SELECT count(*) FROM survey_free_texts WHERE id = ?"},
		{"reference-names", exec(`INSERT INTO reference_members (id, grp, role, sort_key, name, consent_on, competences, lang, valid_from, valid_to, note, version, created_at, updated_at)
			VALUES (@id, 'called', 'Kurator', 'kurator', 'Eva', '2020-01-01', '[]', 'sv', '2020-01-01', @day, '', 1, @long, @long)`),
			"SELECT count(*) FROM reference_members WHERE name = 'Eva' AND id = ?"},
		{"forum-sign-ups", func(tx *gorm.DB, rowID string, at time.Time) error {
			if err := exec(meeting)(tx, rowID, at); err != nil {
				return err
			}
			return exec("INSERT INTO forum_sign_ups (id, meeting_id, name, email, email_key, seats, lang, created_at) VALUES (@id, @id, 'Eva', 'eva@example.org', 'eva@example.org', 1, 'sv', @long)")(tx, rowID, at)
		}, "SELECT count(*) FROM forum_sign_ups WHERE id = ?"},
		{"minutes-pdfs", func(tx *gorm.DB, rowID string, at time.Time) error {
			if err := exec(meeting)(tx, rowID, far.AddDate(0, 0, -1)); err != nil {
				return err
			}
			return exec("INSERT INTO meeting_pdfs (id, meeting_id, part, state, reason, created_at) VALUES (@id, @id, 'public', 'made', '', @at)")(tx, rowID, at)
		}, "SELECT count(*) FROM meeting_pdfs WHERE id = ?"},
		{"minutes-sittings", exec("INSERT INTO council_sittings (object_id, user_id, what, last_at) VALUES (@id, @reader, 'write', @at)"),
			"SELECT count(*) FROM council_sittings WHERE object_id = ?"},
		{"question-persons", exec(`INSERT INTO council_questions (id, title, question, asked_by_id, area_ids, needed_by, lang, state, asked_on, taken_on, answer, answer_links, answered_on, part, published_on, version, created_at, updated_at)
			VALUES (@id, 'Fråga', 'Fråga', @reader, '[]', '', 'sv', 'answered', '2020-01-01', '', 'Svar', '[]', @day, '', '', 1, @long, @long)`),
			"SELECT count(*) FROM council_questions WHERE asked_by_id IS NOT NULL AND id = ?"},
		{"idempotency-keys", exec("INSERT INTO idempotency_keys (user_id, key, method_path, body_hash, created_at) VALUES (@reader, @id, 'POST /', '', @at)"),
			"SELECT count(*) FROM idempotency_keys WHERE key = ?"},
		{"jobs", func(tx *gorm.DB, rowID string, at time.Time) error {
			return tx.Exec("INSERT INTO river_job (args, kind, queue, max_attempts, state, finalized_at) VALUES ('{}', 'envagin', ?, 1, 'discarded', ?)",
				rowID, at.Format("2006-01-02 15:04:05.000")).Error
		}, "SELECT count(*) FROM river_job WHERE queue = ?"},
		{"outbox", exec("INSERT INTO outbox_messages (id, kind, sender, recipient, subject, body, created_at) VALUES (@id, 'x', 'x', 'x', 'x', 'x', @at)"),
			"SELECT count(*) FROM outbox_messages WHERE id = ?"},
		{"read-traces", exec(`INSERT INTO audit_events (id, at, user_id, role, action, object_type, object_id, changes)
			VALUES (@id, @at, @reader, 'reader', 'read', 'internalNotes', @id, '{"text":{}}')`), "SELECT count(*) FROM audit_events WHERE changes <> '{}' AND id = ?"},
	}...)
}

func (s sample) put(t *testing.T, a *testkit.App, at time.Time) string {
	t.Helper()
	rowID := id.New()
	err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error { return s.insert(tx, rowID, at) })
	if err != nil {
		t.Fatalf("%s: %v", s.rule, err)
	}
	return rowID
}

func (s sample) there(t *testing.T, a *testkit.App, rowID string) bool {
	t.Helper()
	var n int
	err := a.DB.Read(context.Background(), func(tx *gorm.DB) error { return tx.Raw(s.left, rowID).Scan(&n).Error })
	if err != nil {
		t.Fatalf("%s: %v", s.rule, err)
	}
	return n > 0
}

// rule is a rule as somebody reads it.
type rule struct {
	ID                string
	KeepDays          int
	DefaultKeepDays   int
	MinKeepDays       int
	MaxKeepDays       int
	Before            string
	Due               int
	DecisionReference string
	Version           int
	TitleSv, TitleEn  string
	BasisSv, BasisEn  string
	Act               string
	Tables            []string
	Links             map[string]any `json:"_links"`
}

func rulesOf(t *testing.T, a *testkit.App) map[string]rule {
	t.Helper()
	var page struct{ Items []rule }
	a.Get("/retention-rules?limit=100", a.As("admin")).Want(200).Into(&page)
	byID := map[string]rule{}
	for _, r := range page.Items {
		byID[r.ID] = r
	}
	return byID
}

// record is an erasure record as somebody reads it.
type record struct {
	ID        string
	Role      string
	OrderedBy string
	IsDryRun  bool
	Total     int
	Entries   []entry
}

type entry struct {
	RuleID, Before, DecisionReference, BasisSv, Act string
	KeepDays, Count, Remaining                      int
}

func (r record) of(rule string) entry {
	for _, e := range r.Entries {
		if e.RuleID == rule {
			return e
		}
	}
	return entry{}
}

func run(a *testkit.App, rule string, dry bool) (r record) {
	a.T.Helper()
	status := 201
	if dry {
		status = 200
	}
	a.Do("POST", "/erasure-records", object{"ruleId": rule, "dryRun": dry}, a.As("admin")).Want(status).Into(&r)
	return r
}

func records(a *testkit.App) (all []record) {
	a.T.Helper()
	var page struct{ Items []record }
	a.Get("/erasure-records?limit=100", a.As("coordinator")).Want(200).Into(&page)
	return page.Items
}
