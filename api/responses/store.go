package responses

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/database"
)

// insert writes a response; false when the unit has one in the round.
func insert(tx *gorm.DB, r *Response) (bool, error) {
	res := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(r)
	return res.RowsAffected == 1, res.Error
}

func update(tx *gorm.DB, r *Response) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Response{}).Where("id = ? AND version = ?", r.ID, r.Version-1).Select("*").Updates(r)
	return database.OneRow(res.Error, res.RowsAffected)
}

func remove(tx *gorm.DB, r Response) error {
	res := tx.Where("id = ? AND version = ?", r.ID, r.Version).Delete(&Response{})
	return database.OneRow(res.Error, res.RowsAffected)
}

func find(tx *gorm.DB, surveyID, responseID string) (r Response, err error) {
	err = tx.Where("id = ? AND survey_id = ?", responseID, surveyID).Take(&r).Error
	return r, database.Missing(tx, err, objectType, responseID)
}

// How a response is locked: those who write let each other write, and wait for who
// signs, who waits for them.
const (
	toWrite = "SHARE"
	toSign  = "NO KEY UPDATE"
)

// lock does nothing where there is no such response; finding it comes after.
func lock(tx *gorm.DB, responseID, how string) error {
	return tx.Clauses(clause.Locking{Strength: how}).Select("id").Where("id = ?", responseID).Limit(1).Find(&[]Response{}).Error
}

// ofUnit gives a unit's response in a round.
func ofUnit(tx *gorm.DB, surveyID, unitID string) (found []Response, err error) {
	err = tx.Where("survey_id = ? AND unit_id = ?", surveyID, unitID).Limit(1).Find(&found).Error
	return found, err
}

// ofUnits are the responses of these units in a round.
func ofUnits(tx *gorm.DB, surveyID string, unitIDs []string) (found []Response, err error) {
	err = tx.Where("survey_id = ? AND unit_id IN ?", surveyID, unitIDs).Find(&found).Error
	return found, err
}

// list gives a page of a round's responses. units narrows it to those that somebody
// reads by a role, or to responses that they were let in to write; nil does not.
func list(tx *gorm.DB, f Filter, userID string, units []string) (rows []Response, total int, err error) {
	q := tx.Model(&Response{}).Where("survey_id = ?", f.SurveyID)
	if units != nil {
		q = q.Where("unit_id IN ? OR id IN (SELECT response_id FROM response_writers WHERE user_id = ?)", units, userID)
	}
	if f.State != "" {
		q = q.Where("state = ?", f.State)
	}
	if f.Unit != "" {
		q = q.Where("unit_id = ?", f.Unit)
	}
	if total, err = count(q); err != nil {
		return nil, 0, err
	}
	err = q.Order("id").Offset(f.Offset).Limit(f.Limit).Find(&rows).Error
	return rows, total, err
}

func count(q *gorm.DB) (int, error) {
	var n int64
	err := q.Session(&gorm.Session{}).Count(&n).Error
	return int(n), err
}

// letIn are the responses among these that a person was let in to write.
func letIn(tx *gorm.DB, userID string, responseIDs []string) (ids []string, err error) {
	err = tx.Model(&Writer{}).Where("user_id = ? AND response_id IN ?", userID, responseIDs).Pluck("response_id", &ids).Error
	return ids, err
}

func writersOf(tx *gorm.DB, responseID string) (rows []Writer, err error) {
	err = tx.Where("response_id = ?", responseID).Order("added_at, user_id").Limit(maxWriters).Find(&rows).Error
	return rows, err
}

// setWriters makes these the ones who were let in.
func setWriters(tx *gorm.DB, responseID string, rows []Writer) error {
	if err := tx.Where("response_id = ?", responseID).Delete(&Writer{}).Error; err != nil || len(rows) == 0 {
		return err
	}
	return tx.Create(&rows).Error
}

// progressOf is how many questions each response says something to.
func progressOf(tx *gorm.DB, responseIDs []string) (map[string]int, error) {
	var rows []struct {
		ResponseID string
		Answered   int
	}
	err := tx.Model(&Answer{}).Select("response_id, count(*) AS answered").Where("response_id IN ? AND value <> ''", responseIDs).
		Group("response_id").Find(&rows).Error
	out := make(map[string]int, len(rows))
	for _, r := range rows {
		out[r.ResponseID] = r.Answered
	}
	return out, err
}

// roundOf is the round that a response belongs to.
func roundOf(tx *gorm.DB, responseID string) (string, error) {
	var r Response
	err := tx.Select("survey_id").Where("id = ?", responseID).Take(&r).Error
	return r.SurveyID, database.Missing(tx, err, objectType, responseID)
}
