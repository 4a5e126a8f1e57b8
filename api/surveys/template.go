package surveys

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

// questionnaire is the one that comes with the product, in the four parts that
// the plan names: collaboration, needs, measures, information and communication.
//
//go:embed questionnaire.json
var questionnaire []byte

// shipped reads it.
func shipped() ([]Section, []Question, error) {
	var in struct {
		Sections  []Section       `json:"sections"`
		Questions []QuestionInput `json:"questions"`
	}
	if err := json.Unmarshal(questionnaire, &in); err != nil {
		return nil, nil, fmt.Errorf("surveys: the shipped questionnaire: %w", err)
	}
	questions := make([]Question, len(in.Questions))
	for i, q := range in.Questions {
		questions[i] = q.question()
	}
	return in.Sections, questions, nil
}
