package results

import (
	"encoding/json"
	"fmt"

	"envagin/api/ballots"
	"envagin/api/surveys"
)

// populated lays out a round as Publish takes it: what it needs to know of the questions, and of the answers
// their group and values.
func populated(round surveys.Survey, questions []surveys.Question, groups []surveys.Group, rows []ballots.Row) (Population, error) {
	p := Population{Sensitive: round.IsSensitive, Threshold: round.Threshold, Dimensions: []Dimension{}, Questions: []Question{}, Answers: []Answer{}}
	keys := make(map[string]string, len(groups))
	for _, g := range groups {
		keys[g.ID] = g.Key
	}
	var declared []Group
	for _, g := range groups {
		under := Group{Key: g.Key}
		if g.ParentID != nil {
			under.Parent = keys[*g.ParentID]
		}
		declared = append(declared, under)
	}
	for _, d := range round.Dimensions {
		by := Dimension{Key: d.Key, Question: d.QuestionKey, Merged: d.Merged}
		if d.QuestionKey == "" {
			by.Groups = declared
		}
		p.Dimensions = append(p.Dimensions, by)
	}
	for _, q := range questions {
		p.Questions = append(p.Questions, asked(q))
	}
	for _, row := range rows {
		a := Answer{Groups: map[string]string{}}
		if err := json.Unmarshal([]byte(row.Answers), &a.Values); err != nil {
			return p, fmt.Errorf("results: %w", err)
		}
		for _, d := range p.Dimensions {
			if d.Question == "" {
				a.Groups[d.Key] = keys[row.GroupID]
			}
		}
		p.Answers = append(p.Answers, a)
	}
	return p, nil
}

func asked(q surveys.Question) Question {
	out := Question{Key: q.Key, Type: string(q.Type), Options: keysOf(q.Options), Rows: keysOf(q.Rows), Required: q.Required}
	if q.Type == surveys.Scale && q.Min != nil && q.Max != nil {
		out.Min, out.Max = int(*q.Min), int(*q.Max)
	}
	if q.Condition != nil {
		out.Condition = &Condition{Question: q.Condition.QuestionKey, Op: string(q.Condition.Op), Values: q.Condition.Values}
	}
	return out
}

func keysOf(options []surveys.Option) (keys []string) {
	for _, o := range options {
		keys = append(keys, o.Key)
	}
	return keys
}
