package surveys

import (
	"encoding/json"
	"slices"
	"strconv"

	"envagin/api/platform/problem"
)

// Asked tells which questions are asked of somebody who answers like this. Questions come in their order; a
// question that depends on one that is not asked is not asked either.
func Asked(questions []Question, values map[string]json.RawMessage) map[string]bool {
	asked := make(map[string]bool, len(questions))
	for _, q := range questions {
		asked[q.Key] = q.Condition == nil || asked[q.Condition.QuestionKey] && q.Condition.holds(values[q.Condition.QuestionKey])
	}
	return asked
}

// holds tells whether an answer fulfils the condition. What is not answered fulfils none.
func (c Condition) holds(answer json.RawMessage) bool {
	given := choicesOf(answer)
	if len(given) == 0 {
		return false
	}
	matches := slices.ContainsFunc(given, func(g string) bool { return slices.Contains(c.Values, g) })
	return matches == (c.Op == Is)
}

// choicesOf are what was chosen in a single or multiple choice or on a scale.
func choicesOf(answer json.RawMessage) []string {
	var one string
	if json.Unmarshal(answer, &one) == nil {
		return []string{one}
	}
	var several []string
	if json.Unmarshal(answer, &several) == nil {
		return several
	}
	var step float64
	if json.Unmarshal(answer, &step) == nil {
		return []string{strconv.FormatFloat(step, 'f', -1, 64)}
	}
	return nil
}

// CheckWhole holds that an answer claimed finished is: what is asked and required
// is answered, every row of a matrix too, and nothing is answered that was not asked.
func CheckWhole(questions []Question, values map[string]json.RawMessage) error {
	var c problem.Checks
	asked := Asked(questions, values)
	known := make(map[string]bool, len(questions))
	for _, q := range questions {
		known[q.Key] = true
		given := len(values[q.Key]) > 0
		switch {
		case given && !asked[q.Key]:
			c.Add("answers."+q.Key, "notAsked", "This question is not asked with these answers.")
		case !given && asked[q.Key] && q.Required:
			c.Add("answers."+q.Key, "required", "This question must be answered.")
		}
		if given && q.Type == Matrix && q.Required {
			var rows map[string]string
			c.If(json.Unmarshal(values[q.Key], &rows) != nil || len(rows) < len(q.Rows), "answers."+q.Key, "required", "Every row must be answered.")
		}
	}
	for key := range values {
		c.If(!known[key], "answers."+key, "notAsked", "The round has no such question.")
	}
	return c.Err()
}
