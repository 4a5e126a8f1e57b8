package ballots

import (
	"context"
	"crypto/rand"
	"encoding/json"

	"gorm.io/gorm"

	"envagin/api/surveys"
)

// DemoAnswer is an invented answer of somebody in a group.
type DemoAnswer struct {
	GroupID string
	Answers map[string]json.RawMessage
}

// Demo answers an open round at once, as if everybody had had a ballot.
func (s *Service) Demo(ctx context.Context, surveyID string, answers []DemoAnswer) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		questions, err := surveys.QuestionsOf(tx, surveyID)
		if err != nil {
			return err
		}
		rows := make([]Row, len(answers))
		for i, a := range answers {
			ballot := make([]byte, ballotBytes)
			_, _ = rand.Read(ballot) // never fails
			text, err := canonical(questions, a.Answers)
			if err != nil {
				return err
			}
			rows[i] = Row{SurveyID: surveyID, Ballot: hashed(ballot), GroupID: a.GroupID, Answers: text}
		}
		return tx.CreateInBatches(rows, 200).Error
	})
}
