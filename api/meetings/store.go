package meetings

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// listed is a meeting in a list: without the text that was frozen, with how much
// there is in it.
type listed struct {
	Meeting
	Counts
	Total int
}

// inList are the columns of a meeting in a list.
const inList = `id, series_id, kind, title, starts_at, ends_at, held_on, year, place, join_url, notice, template, state, running,
	called_at, opened_at, closed_at, locked_at, adjust_by, cancel_reason, version, created_at, updated_at`

// countOutcomes counts the outcomes of the meeting in the row, but those of
// secret items that the reader may not read.
const countOutcomes = `(SELECT COUNT(*) FROM council_outcomes o JOIN council_agenda_items i ON i.id = o.item_id
	WHERE o.meeting_id = council_meetings.id AND (i.is_secret = ? OR i.is_secret = ?) AND `

// listMeetings gives a page and how many there are, in one question.
func listMeetings(tx *gorm.DB, f Filter, outside, secret bool) (page []listed, total int, err error) {
	q := filtered(tx, f, outside)
	err = q.Session(&gorm.Session{}).Select(inList+`,
		(SELECT COUNT(*) FROM council_agenda_items i WHERE i.meeting_id = council_meetings.id) AS items, `+
		countOutcomes+`o.kind = 'decision') AS decisions, `+
		countOutcomes+`o.kind = 'task') AS tasks, `+
		countOutcomes+`o.kind = 'task' AND o.done_on = '') AS open_tasks,
		COUNT(*) OVER () AS total`, false, secret, false, secret, false, secret).
		Order("held_on DESC, id DESC").Offset(f.Offset).Limit(f.Limit).Find(&page).Error
	if err != nil || len(page) > 0 {
		if len(page) > 0 {
			total = page[0].Total
		}
		return page, total, err
	}
	if f.Offset > 0 { // past the end nothing carries the number
		var n int64
		err = q.Session(&gorm.Session{}).Count(&n).Error
		total = int(n)
	}
	return []listed{}, total, err
}

func filtered(tx *gorm.DB, f Filter, outside bool) *gorm.DB {
	q := tx.Model(&Meeting{})
	if outside {
		q = q.Where("kind <> ?", Steering)
	}
	for column, value := range map[string]string{"kind": f.Kind, "series_id": f.Series, "state": f.State} {
		if value != "" {
			q = q.Where(column+" = ?", value)
		}
	}
	if f.Year > 0 {
		q = q.Where("year = ?", f.Year)
	}
	if f.From != "" {
		q = q.Where("held_on >= ?", f.From)
	}
	if f.To != "" {
		q = q.Where("held_on <= ?", f.To)
	}
	return q
}

func findMeeting(tx *gorm.DB, meetingID string) (m Meeting, err error) {
	err = tx.Where("id = ?", meetingID).Take(&m).Error
	return m, database.Missing(tx, err, meetingType, meetingID)
}

// lockMeeting is findMeeting for those who change what is in it: others wait, so
// that a lock, an approval and a late edit come one after the other.
func lockMeeting(tx *gorm.DB, meetingID string) (m Meeting, err error) {
	err = tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Where("id = ?", meetingID).Take(&m).Error
	return m, database.Missing(tx, err, meetingType, meetingID)
}

func insertMeeting(tx *gorm.DB, m *Meeting) error { return tx.Create(m).Error }

func updateMeeting(tx *gorm.DB, m *Meeting) error {
	res := tx.Model(&Meeting{}).Where("id = ? AND version = ?", m.ID, m.Version-1).Select("*").Updates(m)
	return database.OneRow(res.Error, res.RowsAffected)
}

func removeMeeting(tx *gorm.DB, m Meeting) error {
	res := tx.Where("id = ? AND version = ?", m.ID, m.Version).Delete(&Meeting{})
	if errors.Is(res.Error, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("inUse", "Something points at this meeting; cancel it instead.")
	}
	return database.OneRow(res.Error, res.RowsAffected)
}

// nextNumber is the number that the next adjusted minutes of a year get. Those who
// lock minutes of the same year wait for one another.
func nextNumber(tx *gorm.DB, year int) (int, error) {
	var numbered []Meeting
	err := tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("id", "running").
		Where("year = ?", year).Order("id").Find(&numbered).Error
	last := 0
	for _, m := range numbered {
		last = max(last, m.Running)
	}
	return last + 1, err
}

func notesOf(tx *gorm.DB, meetingID string) (notes []Note, err error) {
	err = tx.Where("meeting_id = ?", meetingID).Order("created_at, id").Limit(maxNotes).Find(&notes).Error
	return notes, err
}

func insertNote(tx *gorm.DB, n *Note) error { return tx.Create(n).Error }

func listSeries(tx *gorm.DB, outside bool, offset, limit int) (page []Series, total int, err error) {
	q := tx.Model(&Series{})
	if outside {
		q = q.Where("kind <> ?", Steering)
	}
	var n int64
	if err := q.Session(&gorm.Session{}).Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("key").Offset(offset).Limit(limit).Find(&page).Error
	return page, int(n), err
}

func findSeries(tx *gorm.DB, seriesID string) (s Series, err error) {
	err = tx.Where("id = ?", seriesID).Take(&s).Error
	return s, database.Missing(tx, err, seriesType, seriesID)
}

func insertSeries(tx *gorm.DB, s *Series) error { return clearSeries(tx.Create(s).Error) }

func updateSeries(tx *gorm.DB, s *Series) error {
	res := tx.Model(&Series{}).Where("id = ? AND version = ?", s.ID, s.Version-1).Select("*").Updates(s)
	return database.OneRow(clearSeries(res.Error), res.RowsAffected)
}

func removeSeries(tx *gorm.DB, s Series) error {
	res := tx.Where("id = ? AND version = ?", s.ID, s.Version).Delete(&Series{})
	if errors.Is(res.Error, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("inUse", "Meetings stand in this series; give it a last day instead.")
	}
	return database.OneRow(res.Error, res.RowsAffected)
}

func clearSeries(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.Conflict("duplicate", "There is a series with this key already.",
			problem.Field{Name: "key", Code: "duplicate", Detail: "Another series has this key."})
	}
	return err
}

// tallies counts meetings by series, kind, year and state, in one question.
func tallies(tx *gorm.DB, fromYear int) (out []tally, err error) {
	err = tx.Model(&Meeting{}).Select("COALESCE(series_id, '') AS series_id, kind, year, state, COUNT(*) AS n").
		Where("year >= ?", fromYear).Group("series_id, kind, year, state").Find(&out).Error
	return out, err
}

// maxSeries bounds what is read of the series when a file is imported; there are a handful.
const maxSeries = 200

func seriesByKey(tx *gorm.DB) (map[string]Series, error) {
	var rows []Series
	err := tx.Order("key").Limit(maxSeries).Find(&rows).Error
	out := make(map[string]Series, len(rows))
	for _, row := range rows {
		out[row.Key] = row
	}
	return out, err
}
