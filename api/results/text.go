package results

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"envagin/api/platform/day"
	"envagin/api/platform/privacy"
	"envagin/api/platform/problem"
)

// textType is what a text is called in problems and traces.
const textType = "freeText"

// TextState is how far a text has come.
type TextState string // @name FreeTextState

// The states, in their order.
const (
	Waiting   TextState = "waiting"   // nobody has read it
	Allowed   TextState = "allowed"   // somebody has read it, and it can be told
	Withheld  TextState = "withheld"  // it shows who somebody is, and is never told
	ToldTexts TextState = "published" // everyone reads it; what was struck is gone
)

const (
	maxStrikes = 50
	maxStrike  = 500
	// gap stands in the place of what is struck.
	gap = "[…]"
)

// Text is what one person wrote, with nothing that joins it to them, to another answer or to a time.
type Text struct {
	ID          string
	SurveyID    string
	QuestionKey string
	// Dimension and GroupKey say who wrote; both are empty for the whole, or for those who are left of it.
	Dimension string
	GroupKey  string
	State     TextState
	Wording   string   // as it was written; from publication on as it is told
	Struck    []string `gorm:"serializer:json"` // what shows who somebody is, word by word as written
	Told      string   // the wording without what is struck
	ClosedOn  day.Day  // the round's
	Version   int
}

// TableName is the table of texts.
func (Text) TableName() string { return "survey_free_texts" }

// Reading is what somebody says who has read a text.
type Reading struct {
	State  TextState
	Strike []string
}

// Decide takes what somebody says who has read it, and makes what is told of it.
func (t *Text) Decide(r Reading) error {
	var c problem.Checks
	problem.OneOf(&c, "state", r.State, Allowed, Withheld)
	c.If(len(r.Strike) > maxStrikes, "strike", "tooMany", "At most "+strconv.Itoa(maxStrikes)+".")
	told := t.Wording
	for i, words := range r.Strike[:min(len(r.Strike), maxStrikes)] {
		at := "strike[" + strconv.Itoa(i) + "]"
		c.Required(at, words)
		c.MaxLength(at, words, maxStrike)
		c.If(!strings.Contains(t.Wording, words), at, "notInText", "These words do not stand in the text, written like this.")
	}
	if err := c.Err(); err != nil {
		return err
	}
	struck := append([]string{}, r.Strike...) // stored as a list, never as null
	// The longest first: a shorter one may be a part of it.
	slices.SortFunc(struck, func(a, b string) int { return len(b) - len(a) })
	for _, words := range struck {
		told = strings.ReplaceAll(told, words, gap)
	}
	empty := !strings.ContainsFunc(strings.ReplaceAll(told, gap, ""), unicode.IsLetter)
	c.If(r.State == Allowed && empty && len(struck) > 0, "strike", "nothingLeft", "Nothing is left to tell. Withhold the text instead.")
	c.If(r.State == Allowed && privacy.HasPersonalNumber(told), "strike", "personalNumber", "The text seems to hold a personal identity number. Strike it.")
	t.State, t.Struck, t.Told = r.State, struck, told
	return c.Err()
}
