package surveys

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func insert(tx *gorm.DB, s *Survey) error {
	s.settle()
	return clear(tx.Create(s).Error)
}

func update(tx *gorm.DB, s *Survey) error {
	s.settle()
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Survey{}).Where("id = ? AND version = ?", s.ID, s.Version-1).Select("*").Updates(s)
	return database.OneRow(clear(res.Error), res.RowsAffected)
}

func remove(tx *gorm.DB, s Survey) error {
	res := tx.Where("id = ? AND version = ?", s.ID, s.Version).Delete(&Survey{})
	return database.OneRow(res.Error, res.RowsAffected)
}

// clear turns what the database refused into words.
func clear(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.Conflict("duplicate", "This key is taken already.",
			problem.Field{Name: "key", Code: "duplicate", Detail: "Another has this key."})
	}
	return err
}

func find(tx *gorm.DB, surveyID string) (Survey, error) {
	var s Survey
	err := tx.Where("id = ?", surveyID).Take(&s).Error
	return s, database.Missing(tx, err, objectType, surveyID)
}

// How a round is locked: those who answer in it let each other be, and wait for who
// changes its state, who waits for them.
const (
	toHold = "SHARE"
	toStep = "NO KEY UPDATE"
)

// lock does nothing where there is no such round; finding it comes after.
func lock(tx *gorm.DB, surveyID, how string) error {
	return tx.Clauses(clause.Locking{Strength: how}).Select("id").Where("id = ?", surveyID).Limit(1).Find(&[]Survey{}).Error
}

// visibleTo narrows to what exists for the user.
func visibleTo(tx *gorm.DB, user auth.User) *gorm.DB {
	q := tx.Model(&Survey{})
	if !user.May(auth.KeepSurveys) {
		q = q.Where("state <> ?", Draft)
	}
	return q
}

func list(tx *gorm.DB, user auth.User, f Filter) ([]Survey, int, error) {
	q := visibleTo(tx, user)
	if f.State != "" {
		q = q.Where("state = ?", f.State)
	}
	if f.Answering != "" {
		q = q.Where("answering = ?", f.Answering)
	}
	if f.Plan != "" {
		q = q.Where("plan_id = ?", f.Plan)
	}
	if f.Follows != "" {
		q = q.Where("follows_id = ?", f.Follows)
	}
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	rows := []Survey{}
	err := q.Order("opens_on DESC, id DESC").Offset(f.Offset).Limit(f.Limit).Find(&rows).Error
	return rows, int(total), err
}

func openOn(tx *gorm.DB, on day.Day) (rows []Survey, err error) {
	err = tx.Where("state = ? AND (closes_on = '' OR closes_on >= ?)", Open, on).Order("opens_on, id").Limit(maxOpen).Find(&rows).Error
	return rows, err
}

func questionsOf(tx *gorm.DB, surveyID string) ([]Question, error) {
	rows := []Question{}
	err := tx.Where("survey_id = ?", surveyID).Order("position, id").Limit(maxQuestions).Find(&rows).Error
	return rows, err
}

func findQuestion(tx *gorm.DB, surveyID, questionID string) (Question, error) {
	var q Question
	err := tx.Where("id = ? AND survey_id = ?", questionID, surveyID).Take(&q).Error
	return q, database.Missing(tx, err, questionType, questionID)
}

func insertQuestions(tx *gorm.DB, rows []Question) error {
	if len(rows) == 0 {
		return nil
	}
	for i := range rows {
		rows[i].settle()
	}
	return clear(tx.Create(&rows).Error)
}

func updateQuestion(tx *gorm.DB, q *Question) error {
	q.settle()
	res := tx.Model(&Question{}).Where("id = ? AND version = ?", q.ID, q.Version-1).Select("*").Updates(q)
	return database.OneRow(clear(res.Error), res.RowsAffected)
}

// setPositions numbers the questions of a round, in one statement whatever their number.
func setPositions(tx *gorm.DB, questions []Question) error {
	at := gorm.Expr("CASE id")
	for i, q := range questions {
		at.SQL, at.Vars = at.SQL+" WHEN ? THEN CAST(? AS INTEGER)", append(at.Vars, q.ID, i)
	}
	at.SQL += " END"
	return tx.Model(&Question{}).Where("survey_id = ?", questions[0].SurveyID).UpdateColumn("position", at).Error
}

func removeQuestion(tx *gorm.DB, q Question) error {
	res := tx.Where("id = ? AND version = ?", q.ID, q.Version).Delete(&Question{})
	return database.OneRow(res.Error, res.RowsAffected)
}

func groupsOf(tx *gorm.DB, surveyIDs ...string) ([]Group, error) {
	rows := []Group{}
	err := tx.Where("survey_id IN ?", surveyIDs).Order("survey_id, position, id").Limit(maxGroups * len(surveyIDs)).Find(&rows).Error
	return rows, err
}

// setGroups makes the groups of a round these. While it is a draft nothing points at them.
func setGroups(tx *gorm.DB, surveyID string, groups []Group) error {
	if err := tx.Where("survey_id = ?", surveyID).Delete(&Group{}).Error; err != nil {
		return err
	}
	if len(groups) == 0 {
		return nil
	}
	return tx.Create(&groups).Error
}
