package questions

import (
	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

// Wait is a question that waits for its answer.
type Wait struct {
	Question
	Days   int // for how long
	IsLate bool
}

// Waiting are the questions without an answer, those that have waited longest first.
func Waiting(tx *gorm.DB, today day.Day, limit int) ([]Wait, error) {
	return waits(tx.Where("answered_on = ''"), today, limit)
}

// Late are those of them that have waited too long.
func Late(tx *gorm.DB, today day.Day, limit int) ([]Wait, error) {
	return waits(late(tx, today), today, limit)
}

func waits(q *gorm.DB, today day.Day, limit int) ([]Wait, error) {
	var rows []Question
	err := q.Order("asked_on, id").Limit(limit).Find(&rows).Error
	out := make([]Wait, len(rows))
	for i, q := range rows {
		out[i] = Wait{q, q.waitingDays(today), q.IsLate(today)}
	}
	return out, err
}

// FindVisible gives a question to those for whom it exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, questionID string) (Question, error) {
	r, err := visible(tx, user, questionID)
	return r.Question, err
}
