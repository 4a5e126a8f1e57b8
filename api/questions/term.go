package questions

import "envagin/api/platform/search"

// term is a word by which a question is found.
type term struct {
	QuestionID string
	Term       string
	Weight     int
}

// TableName says whose rows they are.
func (term) TableName() string { return "council_question_terms" }

// What a word weighs by where it stands.
const (
	inTitle  = 4
	inText   = 2
	inAnswer = 1
)

// terms are the words by which a question is found, each with the weight of all
// the places where it stands.
func (q Question) terms() []term {
	weights := map[string]int{}
	var order []string
	for _, part := range []struct {
		text   string
		weight int
	}{{q.Title, inTitle}, {q.Text, inText}, {q.Answer, inAnswer}} {
		for _, word := range search.Terms(q.Lang, part.text) {
			if weights[word] == 0 {
				order = append(order, word)
			}
			weights[word] += part.weight
		}
	}
	out := make([]term, len(order))
	for i, word := range order {
		out[i] = term{q.ID, word, weights[word]}
	}
	return out
}
