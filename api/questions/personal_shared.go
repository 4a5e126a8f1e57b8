package questions

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

// PersonalQuestion is a question as it is taken out for a person who had to do with it.
type PersonalQuestion struct {
	ID         string  `json:"id"`
	Asked      bool    `json:"asked"`
	Took       bool    `json:"took"`
	DidAnswer  bool    `json:"didAnswer"`
	Title      string  `json:"title"`
	Question   string  `json:"question"`
	AskedOn    day.Day `json:"askedOn"`
	Answer     string  `json:"answer,omitempty"`
	AnsweredOn day.Day `json:"answeredOn,omitempty"`
}

// maxTakenOut bounds what is taken out; nobody has asked so much.
const maxTakenOut = 5000

// HeldBy are the questions that a person asked, took on or answered, the earliest first.
func HeldBy(tx *gorm.DB, userID string) ([]PersonalQuestion, error) {
	rows, err := of(tx, userID)
	out := make([]PersonalQuestion, len(rows))
	for i, q := range rows {
		out[i] = PersonalQuestion{ID: q.ID, Asked: deref(q.AskedByID) == userID, Took: deref(q.TakenByID) == userID, DidAnswer: deref(q.AnsweredByID) == userID,
			Title: q.Title, Question: q.Text, AskedOn: q.AskedOn, Answer: q.Answer, AnsweredOn: q.AnsweredOn}
	}
	return out, err
}

// Forget leaves a person's questions and answers without the person.
func Forget(tx *gorm.DB, userID string, now time.Time) error {
	for _, column := range persons {
		err := tx.Model(&Question{}).Where(column+" = ?", userID).Updates(map[string]any{column: nil, "updated_at": now}).Error
		if err != nil {
			return err
		}
	}
	database.Bump(tx, Family)
	return nil
}
