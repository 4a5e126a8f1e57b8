package results

import (
	"encoding/json"
	"errors"
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
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
			return p, fmt.Errorf("%s: it cannot be a %s", wrong.Field, wrong.Value)
		}
		return p, fmt.Errorf("the population cannot be read: %w", err)
	}
	if decoder.More() {
		return p, fmt.Errorf("the population cannot be read: something stands after it")
	}
	return p, p.Check()
}

// Check holds that a population makes sense.
func (p Population) Check() error {
	if p.Threshold != 0 && p.Threshold < p.MinGroup() {
		return fmt.Errorf("threshold: %d is under the floor, which is %d", p.Threshold, p.MinGroup())
	}
	questions := map[string]Question{}
	for i, q := range p.Questions {
		if err := q.check(questions); err != nil {
			return fmt.Errorf("questions[%d] (%s): %w", i, q.Key, err)
		}
		questions[q.Key] = q
	}
	seen := map[string]bool{}
	for i, d := range p.Dimensions {
		if d.Key == "" || seen[d.Key] {
			return fmt.Errorf("dimensions[%d].key: it is missing or stands twice", i)
		}
		seen[d.Key] = true
		if err := d.check(questions); err != nil {
			return fmt.Errorf("dimensions[%d] (%s): %w", i, d.Key, err)
		}
	}
	for i, a := range p.Answers {
		if err := p.checkAnswer(a, questions); err != nil {
			return fmt.Errorf("answers[%d].%w", i, err)
		}
	}
	return nil
}

// mostOptions is how many options a question has at most, and steps a scale.
const mostOptions = 100

func (q Question) check(earlier map[string]Question) error {
	if _, twice := earlier[q.Key]; twice || q.Key == "" {
		return fmt.Errorf("key: it is missing or stands twice")
	}
	switch q.Type {
	case "single", "multiple", "matrix":
		if len(q.Options) == 0 || len(q.Options) > mostOptions || !distinct(q.Options) {
			return fmt.Errorf("options: they are between 1 and %d, each of its own", mostOptions)
		}
		if q.Type == "matrix" && (len(q.Rows) == 0 || !distinct(q.Rows)) {
			return fmt.Errorf("rows: a matrix has at least one, each of its own")
		}
	case "scale":
		if q.Max <= q.Min || q.Max-q.Min >= mostOptions {
			return fmt.Errorf("max: it is not above min, or more than %d steps from it", mostOptions)
		}
	case "number", "date", "shortText", "longText", "fileLink":
	default:
		return fmt.Errorf("type: there is no type %q", q.Type)
	}
	if q.Condition == nil {
		return nil
	}
	on, known := earlier[q.Condition.Question]
	if !known || !slices.Contains([]string{"single", "multiple", "scale"}, on.Type) {
		return fmt.Errorf("condition.question: %q is no earlier choice or scale", q.Condition.Question)
	}
	if q.Condition.Op != "is" && q.Condition.Op != "isNot" {
		return fmt.Errorf("condition.op: it is is or isNot, not %q", q.Condition.Op)
	}
	// A step can be written in several ways; one that is written in another fulfils nothing.
	if missing := without(q.Condition.Values, on.categories()); on.Type != "scale" && missing != "" || len(q.Condition.Values) == 0 {
		return fmt.Errorf("condition.values: %s has no option %q", on.Key, missing)
	}
	return nil
}

func (d Dimension) check(questions map[string]Question) error {
	if d.Question != "" {
		q, known := questions[d.Question]
		if !known || q.Type != "single" || q.Condition != nil {
			return fmt.Errorf("question: %q is no single choice that everyone is asked", d.Question)
		}
		if len(d.Groups) > 0 {
			return fmt.Errorf("groups: a breakdown is by groups or by a question, not both")
		}
		if missing := without(d.Merged, q.Options); missing != "" {
			return fmt.Errorf("merged: %s has no option %q", d.Question, missing)
		}
		return nil
	}
	var keys []string
	for i, g := range d.Groups {
		if g.Key == "" || slices.Contains(keys, g.Key) {
			return fmt.Errorf("groups[%d].key: %q is missing or stands twice", i, g.Key)
		}
		if g.Parent != "" && !slices.Contains(keys, g.Parent) {
			return fmt.Errorf("groups[%d].parent: no group %q stands before it", i, g.Parent)
		}
		if g.Key == other && g.Parent != "" && len(d.Merged) > 0 {
			return fmt.Errorf("groups[%d].key: %q is what merged groups are told as", i, other)
		}
		keys = append(keys, g.Key)
	}
	if len(keys) == 0 {
		return fmt.Errorf("groups: there are none, and no question")
	}
	if missing := without(d.Merged, keys); missing != "" {
		return fmt.Errorf("merged: there is no group %q", missing)
	}
	return nil
}

func distinct(keys []string) bool {
	sorted := slices.Sorted(slices.Values(keys))
	return len(slices.Compact(sorted)) == len(keys) && !slices.Contains(keys, "")
}

// without is the first that is not there; "" when all are.
func without(keys, there []string) string {
	for _, key := range keys {
		if !slices.Contains(there, key) {
			return key
		}
	}
	return ""
}

func (p Population) checkAnswer(a Answer, questions map[string]Question) error {
	for _, d := range p.Dimensions {
		if d.Question != "" {
			if _, ok := a.Values[d.Question]; !ok {
				return fmt.Errorf("values.%s: a breakdown is by it, and it is not answered", d.Question)
			}
			continue
		}
		group := a.Groups[d.Key]
		if !slices.ContainsFunc(d.Groups, func(g Group) bool { return g.Key == group }) {
			return fmt.Errorf("groups.%s: there is no group %q", d.Key, group)
		}
	}
	for key := range a.Groups {
		if !slices.ContainsFunc(p.Dimensions, func(d Dimension) bool { return d.Key == key && d.Question == "" }) {
			return fmt.Errorf("groups.%s: there is no breakdown by groups of that name", key)
		}
	}
	for key := range a.Values {
		if _, known := questions[key]; !known {
			return fmt.Errorf("values.%s: there is no such question", key)
		}
	}
	asked := map[string]bool{}
	for _, q := range p.Questions {
		raw, given := a.Values[q.Key]
		asked[q.Key] = q.Condition == nil || asked[q.Condition.Question] && q.Condition.holds(choices(questions[q.Condition.Question], a.Values[q.Condition.Question]))
		if given && !asked[q.Key] {
			return fmt.Errorf("values.%s: it was not asked, and is answered", q.Key)
		}
		if asked[q.Key] && !given && q.Required {
			return fmt.Errorf("values.%s: it must be answered", q.Key)
		}
		if given {
			if err := q.checkValue(raw); err != nil {
				return fmt.Errorf("values.%s: %w", q.Key, err)
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
			return fmt.Errorf("it is no answer to a question of type %s", q.Type)
		}
		for _, key := range choices(q, raw) {
			if !slices.Contains(q.categories(), key) {
				return fmt.Errorf("there is no option %q", key)
			}
		}
	case "matrix":
		var rows map[string]string
		if json.Unmarshal(raw, &rows) != nil {
			return fmt.Errorf("it is no answer to a question of type %s", q.Type)
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
