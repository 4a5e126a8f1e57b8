package compilations

import (
	"encoding/json"
	"slices"
	"strconv"

	"envagin/api/boards"
	"envagin/api/responses"
	"envagin/api/surveys"
)

// Compilation is what a round's units have signed.
type Compilation struct {
	Round     surveys.Survey
	Questions []surveys.Question
	Signed    []responses.SignedResponse
	Uses      []responses.SeenUse
	Analyses  map[string]Analysis // by the question's key
	Asked     int                 // the units of the municipality, and others that answered
	tree      boards.Tree         // of those that answered
	boards    map[string]string   // the board above each unit that answered, by the unit's id
}

// place finds the board above each unit: the nearest one.
func (c *Compilation) place() {
	c.boards = map[string]string{}
	for _, r := range c.Signed {
		for _, above := range c.tree.Ancestors(r.UnitID) {
			if b, _ := c.tree.Body(above); b.Kind == boards.Board || b.Kind == boards.ExecutiveBoard {
				c.boards[r.UnitID] = above
				break
			}
		}
	}
}

// choice is one thing that can be chosen in a question: an option, of a row in a matrix.
type choice struct{ row, option surveys.Option }

// choices are what can be chosen, in the questionnaire's order; nothing where one writes freely.
func choices(q surveys.Question) (out []choice) {
	switch q.Type {
	case surveys.Single, surveys.Multiple:
		for _, o := range q.Options {
			out = append(out, choice{option: o})
		}
	case surveys.Scale:
		for step := *q.Min; step <= *q.Max; step++ {
			key := strconv.FormatFloat(step, 'f', -1, 64)
			out = append(out, choice{option: surveys.Option{Key: key, Sv: key, En: key}})
		}
	case surveys.Matrix:
		for _, r := range q.Rows {
			for _, o := range q.Options {
				out = append(out, choice{r, o})
			}
		}
	}
	return out
}

// chose tells whether an answer, as it is stored, holds a choice.
func (x choice) chose(kind surveys.Type, value json.RawMessage) bool {
	switch kind {
	case surveys.Multiple:
		var keys []string
		return json.Unmarshal(value, &keys) == nil && slices.Contains(keys, x.option.Key)
	case surveys.Matrix:
		var rows map[string]string
		return json.Unmarshal(value, &rows) == nil && rows[x.row.Key] == x.option.Key
	case surveys.Scale:
		return string(value) == x.option.Key
	default:
		var key string
		return json.Unmarshal(value, &key) == nil && key == x.option.Key
	}
}

// count is how many units chose something, in all and under each board.
func (c Compilation) count(q surveys.Question, x choice) (all int, byBoard map[string]int) {
	byBoard = map[string]int{}
	for _, r := range c.Signed {
		if value := r.Values[q.Key]; value != nil && x.chose(q.Type, value) {
			all++
			if board := c.boards[r.UnitID]; board != "" {
				byBoard[board]++
			}
		}
	}
	return all, byBoard
}
