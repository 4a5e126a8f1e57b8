package responses

import (
	"encoding/json"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/surveys"
)

// maxRound bounds what is read of a round at once; a large municipality has some
// hundreds of units.
const maxRound = 20_000

// StatesOf is how far each unit that has begun has come in a round.
func StatesOf(tx *gorm.DB, surveyID string) (map[string]State, error) {
	var rows []Response
	err := tx.Select("unit_id", "state").Where("survey_id = ?", surveyID).Limit(maxRound).Find(&rows).Error
	states := make(map[string]State, len(rows))
	for _, r := range rows {
		states[r.UnitID] = r.State
	}
	return states, err
}

// SignedResponse is what a unit has signed.
type SignedResponse struct {
	ID, UnitID string
	Values     map[string]json.RawMessage // by the question's key
}

// SignedOf are a round's signed responses, in the order in which they were begun.
func SignedOf(tx *gorm.DB, surveyID string) ([]SignedResponse, error) {
	var rows []Response
	if err := tx.Where("survey_id = ? AND state = ?", surveyID, Signed).Order("id").Limit(maxRound).Find(&rows).Error; err != nil {
		return nil, err
	}
	var answers []Answer
	err := tx.Where("response_id IN (?)", tx.Session(&gorm.Session{NewDB: true}).Model(&Response{}).Select("id").
		Where("survey_id = ? AND state = ?", surveyID, Signed)).Find(&answers).Error
	byResponse := map[string][]Answer{}
	for _, a := range answers {
		byResponse[a.ResponseID] = append(byResponse[a.ResponseID], a)
	}
	out := make([]SignedResponse, len(rows))
	for i, r := range rows {
		out[i] = SignedResponse{r.ID, r.UnitID, values(byResponse[r.ID])}
	}
	return out, err
}

// UsesOf is what was made of a round's answers, the newest first.
func UsesOf(tx *gorm.DB, surveyID string) ([]SeenUse, error) {
	rows, _, err := listUses(tx, UseFilter{SurveyID: surveyID, Limit: maxRound}, nil)
	if err != nil {
		return nil, err
	}
	return seenUses(tx, rows...)
}

// FindVisible gives a response to those who read it, for its history.
func FindVisible(tx *gorm.DB, user auth.User, responseID string) (Response, error) {
	surveyID, err := roundOf(tx, responseID)
	if err != nil {
		return Response{}, err
	}
	r, err := visible(tx, user, surveyID, responseID)
	return r.Response, err
}

// Readable is an answer in words, in Swedish or English: the texts of what was chosen, one a line.
func Readable(q surveys.Question, value json.RawMessage, lang string) string {
	return readable(q, value, lang)
}
