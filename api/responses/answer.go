package responses

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"envagin/api/platform/privacy"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// Answer is what a response says to one question. There is no row until somebody has
// answered; then its version is 0.
type Answer struct {
	ResponseID  string `gorm:"primaryKey"`
	QuestionKey string `gorm:"primaryKey"`
	Value       string // canonical JSON; "" when it was taken away
	WrittenBy   string // the role of who wrote last
	WriterID    string // the person, "" of one who was forgotten
	Version     int
	UpdatedAt   time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all answers.
func (Answer) TableName() string { return "response_answers" }

// raw is the value as JSON, null when there is none.
func (a Answer) raw() json.RawMessage {
	if a.Value == "" {
		return json.RawMessage("null")
	}
	return json.RawMessage(a.Value)
}

// stale tells a writer who was late what stands there now: the whole value, since the
// client joins it with what was written there.
func (a Answer) stale() error {
	return problem.PreconditionFailed(a.Version, []problem.Change{{Field: "value", After: a.raw(), Version: a.Version,
		At: a.UpdatedAt.UTC().Format(time.RFC3339), ByRole: a.WrittenBy}})
}

// checked gives a value in its one form: "" for none.
func checked(q surveys.Question, raw json.RawMessage) (string, error) {
	var c problem.Checks
	canonical := surveys.CheckValue(&c, "value", q, raw)
	return string(canonical), c.Err()
}

// values are the answers that there are, by question.
func values(answers []Answer) map[string]json.RawMessage {
	m := make(map[string]json.RawMessage, len(answers))
	for _, a := range answers {
		if a.Value != "" {
			m[a.QuestionKey] = a.raw()
		}
	}
	return m
}

// lacking are the keys of the questions that must be answered before the whole is
// signed, and stray those of answers to what is not asked.
func lacking(questions []surveys.Question, answered map[string]json.RawMessage) (missing, stray []string) {
	missing, stray = []string{}, []string{}
	wrong := problem.As(surveys.CheckWhole(questions, answered))
	if wrong == nil {
		return missing, stray
	}
	for _, f := range wrong.Errors {
		key := strings.TrimPrefix(f.Name, "answers.")
		if f.Code == "required" {
			missing = append(missing, key)
		} else {
			stray = append(stray, key)
		}
	}
	return missing, stray
}

// findQuestion gives the question with a key.
func findQuestion(questions []surveys.Question, key string) (surveys.Question, error) {
	at := slices.IndexFunc(questions, func(q surveys.Question) bool { return q.Key == key })
	if at < 0 {
		return surveys.Question{}, problem.NotFound("question")
	}
	return questions[at], nil
}

// Comment is what somebody says of a question in a response, beside the answer.
type Comment struct {
	ID          string
	ResponseID  string
	QuestionKey string
	Text        string
	WriterID    string // the person, "" of one who was forgotten
	WrittenBy   string // the role
	CreatedAt   time.Time
}

// TableName is the table of all comments.
func (Comment) TableName() string { return "response_comments" }

const (
	maxComment  = 2000
	maxComments = 500 // in one response
)

// Check holds the rules of a comment.
func (c Comment) Check() error {
	var checks problem.Checks
	checks.Required("text", c.Text)
	checks.MaxLength("text", c.Text, maxComment)
	impersonal(&checks, "text", c.Text)
	return checks.Err()
}

// impersonal refuses a text that tells of one person by number.
func impersonal(c *problem.Checks, name, text string) {
	c.If(privacy.HasPersonalNumber(text), name, "personalNumber", "The text seems to hold a personal identity number. Describe the matter without saying whose it is.")
}

// sitting is how long after the last save the next one still belongs to the same.
const sitting = time.Hour

// Sitting is one who writes an answer.
type Sitting struct {
	ResponseID  string `gorm:"primaryKey"`
	QuestionKey string `gorm:"primaryKey"`
	UserID      string `gorm:"primaryKey"`
	LastAt      time.Time
}

// TableName is the table of all sittings.
func (Sitting) TableName() string { return "response_sittings" }

// readable is a value in words, for papers and for what is made of an answer: the
// texts of the chosen options, one a line.
func readable(q surveys.Question, raw json.RawMessage, lang string) string {
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	option := func(options []surveys.Option, key string) string {
		for _, o := range options {
			if o.Key == key {
				return word(lang, o.Sv, o.En)
			}
		}
		return key
	}
	var text string
	switch q.Type {
	case surveys.Multiple:
		var keys []string
		_ = json.Unmarshal(raw, &keys) // it was checked when it was written
		var lines []string
		for _, key := range keys {
			lines = append(lines, option(q.Options, key))
		}
		return strings.Join(lines, "\n")
	case surveys.Matrix:
		var cells map[string]string
		_ = json.Unmarshal(raw, &cells)
		var lines []string
		for _, row := range q.Rows {
			if cell, ok := cells[row.Key]; ok {
				lines = append(lines, word(lang, row.Sv, row.En)+": "+option(q.Options, cell))
			}
		}
		return strings.Join(lines, "\n")
	case surveys.FileLink:
		var link struct{ Title, URL string }
		_ = json.Unmarshal(raw, &link)
		return strings.TrimSpace(link.Title + "\n" + link.URL)
	case surveys.Scale, surveys.Number:
		return strings.TrimSpace(string(raw) + " " + q.Unit)
	}
	_ = json.Unmarshal(raw, &text)
	if q.Type == surveys.Single {
		return option(q.Options, text)
	}
	return text
}

// word is a text in the language asked for, in Swedish where there is no other.
func word(lang, sv, en string) string {
	if lang == "en" && en != "" {
		return en
	}
	return sv
}
