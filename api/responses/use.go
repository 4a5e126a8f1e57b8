package responses

import (
	"time"

	"envagin/api/platform/problem"
)

// UseKind is what is made of an answer.
type UseKind string // @name ResponseUseKind

// The kinds.
const (
	GoodExample      UseKind = "goodExample"
	Need             UseKind = "need"
	ProposedActivity UseKind = "proposedActivity"
)

// Use is what somebody made of an answer, with what the answer said then.
type Use struct {
	ID          string
	SurveyID    string
	ResponseID  string
	QuestionKey string
	Kind        UseKind
	Text        string
	Value       string // the answer then, as JSON
	ActivityID  string // of a proposal that stands in a plan; "" else
	Version     int
	CreatedAt   time.Time `gorm:"autoCreateTime:false"`
}

// TableName is the table of all uses.
func (Use) TableName() string { return "response_uses" }

// Place is where in a plan a proposal is put.
type Place struct {
	PlanID, Code, Title string
	Part                int
}

const maxUse = 5000

// Check holds the rules of a use.
func (u Use) Check(place *Place) error {
	var c problem.Checks
	problem.OneOf(&c, "kind", u.Kind, GoodExample, Need, ProposedActivity)
	c.Required("questionKey", u.QuestionKey)
	c.Required("text", u.Text)
	c.MaxLength("text", u.Text, maxUse)
	impersonal(&c, "text", u.Text)
	c.If(place != nil && u.Kind != ProposedActivity, "activity", "notAllowed", "Only a proposed activity is put in a plan.")
	return c.Err()
}
