package results

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// Population is a closed round of staff as it was answered: what can be published
// is a function of this and of nothing else.
type Population struct {
	// Sensitive raises the floor of the threshold from 7 to 10.
	Sensitive bool `json:"sensitive,omitempty"`
	// Threshold is how many answers a group must have for anything to be told of it; 0 takes the floor.
	Threshold int `json:"threshold,omitempty"`
	// Dimensions are the breakdowns, declared before anyone answered.
	Dimensions []Dimension `json:"dimensions"`
	// Questions are in their order.
	Questions []Question `json:"questions"`
	// Answers are the answers, in any order.
	Answers []Answer `json:"answers"`
}

// Dimension is a breakdown: by declared groups, or by the options of a question that everyone answers.
type Dimension struct {
	// Key is its name.
	Key string `json:"key" example:"forvaltning"`
	// Groups are the declared groups, each after the one that it lies under.
	Groups []Group `json:"groups,omitempty"`
	// Question is the single-choice question whose options are the groups.
	Question string `json:"question,omitempty"`
	// Merged are the groups that are told together with what lies under them: as "other", or
	// as "KEY/other" those under the group KEY.
	Merged []string `json:"merged,omitempty"`
} // @name SurveyPublishedDimension

// Group is a declared group.
type Group struct {
	// Key is its name.
	Key string `json:"key" example:"forskola"`
	// Parent is the group that it lies under.
	Parent string `json:"parent,omitempty" example:"utbildning"`
} // @name SurveyPublishedGroup

// Question is what the publishing has to know of a question.
type Question struct {
	Key string `json:"key"`
	// Type is single, multiple, scale or matrix; other types are not told in tables.
	Type      string     `json:"type"`
	Options   []string   `json:"options,omitempty"`
	Rows      []string   `json:"rows,omitempty"`
	Min       int        `json:"min,omitempty"`
	Max       int        `json:"max,omitempty"`
	Required  bool       `json:"required,omitempty"`
	Condition *Condition `json:"condition,omitempty"`
}

// Condition says when a question is asked.
type Condition struct {
	Question string   `json:"question"`
	Op       string   `json:"op"` // is, isNot
	Values   []string `json:"values"`
}

// Answer is one person's answer.
type Answer struct {
	// Groups is the declared group by dimension.
	Groups map[string]string `json:"groups,omitempty"`
	// Values are the answers by question: "key", ["key"], 3, {"row": "key"}.
	Values map[string]json.RawMessage `json:"values"`
}

// other is the group in which merged ones are told, with one that is declared under that name.
const other = "other"

// The floors of the threshold, which no setting passes.
const (
	floor          = 7
	floorSensitive = 10
)

// MinGroup is how many answers a group must have.
func (p Population) MinGroup() int {
	if p.Sensitive {
		return max(p.Threshold, floorSensitive)
	}
	return max(p.Threshold, floor)
}

// Read reads a population and holds that it makes sense.
func Read(from io.Reader) (Population, error) {
	var p Population
	decoder := json.NewDecoder(from)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&p); err != nil {
		return p, fmt.Errorf("the population cannot be read: %w", err)
	}
	return p, p.Check()
}

// Check holds that a population makes sense.
func (p Population) Check() error {
	if p.Threshold != 0 && p.Threshold < p.MinGroup() {
		return fmt.Errorf("threshold %d is under the floor %d", p.Threshold, p.MinGroup())
	}
	questions := map[string]Question{}
	for i, q := range p.Questions {
		if err := q.check(questions); err != nil {
			return fmt.Errorf("questions[%d] %s: %w", i, q.Key, err)
		}
		questions[q.Key] = q
	}
	seen := map[string]bool{}
	for i, d := range p.Dimensions {
		if d.Key == "" || seen[d.Key] {
			return fmt.Errorf("dimensions[%d]: the key is missing or stands twice", i)
		}
		seen[d.Key] = true
		if err := d.check(questions); err != nil {
			return fmt.Errorf("dimensions[%d] %s: %w", i, d.Key, err)
		}
	}
	for i, a := range p.Answers {
		if err := p.checkAnswer(a, questions); err != nil {
			return fmt.Errorf("answers[%d]: %w", i, err)
		}
	}
	return nil
}

func (q Question) check(earlier map[string]Question) error {
	if _, twice := earlier[q.Key]; twice || q.Key == "" {
		return fmt.Errorf("the key is missing or stands twice")
	}
	switch q.Type {
	case "single", "multiple", "matrix":
		if len(q.Options) < 1 || q.Type == "matrix" && len(q.Rows) == 0 {
			return fmt.Errorf("it has nothing to choose")
		}
	case "scale":
		if q.Max <= q.Min || q.Max-q.Min > 100 {
			return fmt.Errorf("max is not above min, or too far above")
		}
	case "number", "date", "shortText", "longText", "fileLink":
	default:
		return fmt.Errorf("there is no type %q", q.Type)
	}
	if q.Condition == nil {
		return nil
	}
	on, known := earlier[q.Condition.Question]
	if !known || !slices.Contains([]string{"single", "multiple", "scale"}, on.Type) {
		return fmt.Errorf("it depends on no earlier choice")
	}
	if q.Condition.Op != "is" && q.Condition.Op != "isNot" {
		return fmt.Errorf("op is is or isNot")
	}
	return nil
}

func (d Dimension) check(questions map[string]Question) error {
	if d.Question != "" {
		q, known := questions[d.Question]
		if !known || q.Type != "single" || q.Condition != nil || len(d.Groups) > 0 {
			return fmt.Errorf("it is by a single choice that everyone is asked, or by groups")
		}
		return nil
	}
	seen := map[string]bool{}
	for _, g := range d.Groups {
		if g.Key == "" || seen[g.Key] || g.Parent != "" && !seen[g.Parent] {
			return fmt.Errorf("the group %q stands twice, or before the one that it lies under", g.Key)
		}
		seen[g.Key] = true
	}
	if len(seen) == 0 {
		return fmt.Errorf("it has no groups")
	}
	return nil
}

func (p Population) checkAnswer(a Answer, questions map[string]Question) error {
	for _, d := range p.Dimensions {
		if d.Question != "" {
			if _, ok := a.Values[d.Question]; !ok {
				return fmt.Errorf("%s is a breakdown and not answered", d.Question)
			}
			continue
		}
		group := a.Groups[d.Key]
		if !slices.ContainsFunc(d.Groups, func(g Group) bool { return g.Key == group }) {
			return fmt.Errorf("%s has no group %q", d.Key, group)
		}
	}
	for key := range a.Groups {
		if !slices.ContainsFunc(p.Dimensions, func(d Dimension) bool { return d.Key == key && d.Question == "" }) {
			return fmt.Errorf("there is no dimension %s", key)
		}
	}
	for key := range a.Values {
		if _, known := questions[key]; !known {
			return fmt.Errorf("there is no question %s", key)
		}
	}
	asked := map[string]bool{}
	for _, q := range p.Questions {
		raw, given := a.Values[q.Key]
		asked[q.Key] = q.Condition == nil || asked[q.Condition.Question] && q.Condition.holds(choices(questions[q.Condition.Question], a.Values[q.Condition.Question]))
		if given && !asked[q.Key] {
			return fmt.Errorf("%s was not asked, and is answered", q.Key)
		}
		if asked[q.Key] && !given && q.Required {
			return fmt.Errorf("%s must be answered", q.Key)
		}
		if given {
			if err := q.checkValue(raw); err != nil {
				return fmt.Errorf("%s: %w", q.Key, err)
			}
		}
	}
	return nil
}

func (q Question) checkValue(raw json.RawMessage) error {
	switch q.Type {
	case "single", "multiple", "scale":
		var err error
		switch q.Type {
		case "single":
			err = json.Unmarshal(raw, new(string))
		case "multiple":
			err = json.Unmarshal(raw, &[]string{})
		default:
			err = json.Unmarshal(raw, new(int))
		}
		if err != nil {
			return fmt.Errorf("the answer is not of its type")
		}
		for _, key := range choices(q, raw) {
			if !slices.Contains(q.categories(), key) {
				return fmt.Errorf("there is no option %q", key)
			}
		}
	case "matrix":
		var rows map[string]string
		if json.Unmarshal(raw, &rows) != nil {
			return fmt.Errorf("the answer is not of its type")
		}
		for row, key := range rows {
			if !slices.Contains(q.Rows, row) || !slices.Contains(q.Options, key) {
				return fmt.Errorf("there is no row %q with %q", row, key)
			}
		}
	}
	return nil
}

// categories are what can be answered.
func (q Question) categories() []string {
	if q.Type != "scale" {
		return q.Options
	}
	var out []string
	for step := q.Min; step <= q.Max; step++ {
		out = append(out, strconv.Itoa(step))
	}
	return out
}

// choices are what was chosen in a single or multiple choice or on a scale.
func choices(q Question, raw json.RawMessage) []string {
	switch q.Type {
	case "single":
		var one string
		if json.Unmarshal(raw, &one) == nil {
			return []string{one}
		}
	case "multiple":
		var several []string
		if json.Unmarshal(raw, &several) == nil {
			return several
		}
	case "scale":
		var step int
		if json.Unmarshal(raw, &step) == nil {
			return []string{strconv.Itoa(step)}
		}
	}
	return nil
}

// holds tells whether what was chosen fulfils the condition.
func (c Condition) holds(chosen []string) bool {
	if len(chosen) == 0 {
		return false
	}
	return slices.ContainsFunc(chosen, func(v string) bool { return slices.Contains(c.Values, v) }) == (c.Op == "is")
}
