package responses

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/database"
)

// maxAnswers bounds what is read of one response; a round has far fewer questions.
const maxAnswers = 1000

func answersOf(tx *gorm.DB, responseIDs ...string) (rows []Answer, err error) {
	err = tx.Where("response_id IN ?", responseIDs).Order("response_id, question_key").Limit(maxAnswers * len(responseIDs)).Find(&rows).Error
	return rows, err
}

// findAnswer gives an answer, or one of version 0 where nobody has answered.
func findAnswer(tx *gorm.DB, responseID, questionKey string) (Answer, error) {
	var rows []Answer
	err := tx.Where("response_id = ? AND question_key = ?", responseID, questionKey).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return Answer{ResponseID: responseID, QuestionKey: questionKey}, err
	}
	return rows[0], nil
}

// saveAnswer writes an answer if nobody else did since; false when somebody did.
func saveAnswer(tx *gorm.DB, a *Answer) (bool, error) {
	if a.Version == 1 {
		res := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(a)
		return res.RowsAffected == 1, res.Error
	}
	res := tx.Model(&Answer{}).Where("response_id = ? AND question_key = ? AND version = ?", a.ResponseID, a.QuestionKey, a.Version-1).Select("*").Updates(a)
	return res.RowsAffected == 1, res.Error
}

// beginsSitting notes that somebody writes, and tells whether a sitting begins: one
// that was there lately goes on.
func beginsSitting(tx *gorm.DB, s Sitting) (bool, error) {
	res := tx.Model(&Sitting{}).Where("response_id = ? AND question_key = ? AND user_id = ? AND last_at > ?", s.ResponseID, s.QuestionKey, s.UserID, s.LastAt.Add(-sitting)).
		UpdateColumn("last_at", s.LastAt)
	if res.Error != nil || res.RowsAffected == 1 {
		return false, res.Error
	}
	err := tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "response_id"}, {Name: "question_key"}, {Name: "user_id"}},
		DoUpdates: clause.AssignmentColumns([]string{"last_at"})}).Create(&s).Error
	return true, err
}

// commentsOf are what was said beside the answers, the oldest first; of one question,
// or of all when key is "".
func commentsOf(tx *gorm.DB, responseID, key string, offset, limit int) (rows []Comment, total int, err error) {
	q := tx.Model(&Comment{}).Where("response_id = ?", responseID)
	if key != "" {
		q = q.Where("question_key = ?", key)
	}
	if total, err = count(q); err != nil {
		return nil, 0, err
	}
	err = q.Order("created_at, id").Offset(offset).Limit(limit).Find(&rows).Error
	return rows, total, err
}

func findComment(tx *gorm.DB, responseID, commentID string) (c Comment, err error) {
	err = tx.Where("id = ? AND response_id = ?", commentID, responseID).Take(&c).Error
	return c, database.Missing(tx, err, commentType, commentID)
}

func insertComment(tx *gorm.DB, c *Comment) error { return tx.Create(c).Error }

func removeComment(tx *gorm.DB, c Comment) error {
	return tx.Where("id = ?", c.ID).Delete(&Comment{}).Error
}
