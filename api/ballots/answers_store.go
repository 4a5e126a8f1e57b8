package ballots

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// answersTable is named here and nowhere else, and read by the room results alone; a
// test holds both.
const answersTable = "survey_staff_answers"

// Row is an answer as it is kept: no id but its ballot's hash, no time, no person.
type Row struct {
	SurveyID string `gorm:"primaryKey"`
	Ballot   string `gorm:"primaryKey"` // hash
	GroupID  string
	Answers  string // JSON, by the questions' keys in order
}

// TableName is where answers are kept.
func (Row) TableName() string { return answersTable }

// insertAnswer is all that is written of an answer: one statement, a transaction by itself, while the
// round has its key; it gives how many rows it wrote. Whoever closes the round waits for it; see removeKeys. That it is
// there already is told by gorm.ErrDuplicatedKey: to ask first would cost all the others.
func insertAnswer(ctx context.Context, db *database.DB, row Row) (int64, error) {
	return db.Statement(ctx, "INSERT INTO "+answersTable+" (survey_id, ballot, group_id, answers) SELECT ?, ?, group_id, ? "+
		"FROM ballot_keys WHERE group_id = ?", row.SurveyID, row.Ballot, row.Answers, row.GroupID)
}

// again tells what there is under a ballot that may have been used: the same answer is
// answered for once more, also after the close. Without one it is as err says.
func again(tx *gorm.DB, row Row, err error) error {
	var there []Row
	if err := tx.Where("survey_id = ? AND ballot = ?", row.SurveyID, row.Ballot).Limit(1).Find(&there).Error; err != nil {
		return err
	}
	switch {
	case len(there) == 0:
		return err
	case there[0] != row:
		return problem.Conflict("alreadyAnswered", "An answer with this ballot has been kept, and this is another. A kept answer cannot be changed: nobody can tell which is yours.")
	}
	return nil
}

func readAnswers(tx *gorm.DB, surveyID string) (rows []Row, err error) {
	err = tx.Where("survey_id = ?", surveyID).Order("ballot").Find(&rows).Error
	return rows, err
}
