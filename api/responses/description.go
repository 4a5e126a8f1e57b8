package responses

import (
	"strings"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// DescriptionState is how far a unit's description has come.
type DescriptionState string // @name UnitDescriptionState

// The states.
const (
	NotWritten DescriptionState = "notWritten"
	Waiting    DescriptionState = "waiting"  // for somebody to read it
	Approved   DescriptionState = "approved" // as it stands, and public
	Returned   DescriptionState = "returned" // with a reason
)

// Description is what a unit says of its own work. What was approved stays public
// while a newer text waits.
type Description struct {
	ResponseID string `gorm:"primaryKey"`
	UnitID     string
	Text       string // Markdown
	State      DescriptionState
	Reason     string // why it was returned or taken down
	WriterID   string // the person, "" of one who was forgotten
	PublicText string
	PublicOn   day.Day // "" when nothing is public
	Version    int
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all descriptions.
func (Description) TableName() string { return "unit_descriptions" }

const maxDescription = 10_000

// Check holds the rules of a description.
func (d Description) Check() error {
	var c problem.Checks
	c.Required("text", d.Text)
	c.MaxLength("text", d.Text, maxDescription)
	impersonal(&c, "text", d.Text)
	return c.Err()
}

// ReviewOutcome is what somebody who has read a description decides.
type ReviewOutcome string // @name UnitDescriptionOutcome

// The outcomes.
const (
	Approve  ReviewOutcome = "approve"
	Return   ReviewOutcome = "return"
	TakeDown ReviewOutcome = "takeDown"
)

// review lets somebody who did not write the text decide on it.
func (d *Description) review(outcome ReviewOutcome, reason, userID string, today day.Day) error {
	var c problem.Checks
	problem.OneOf(&c, "outcome", outcome, Approve, Return, TakeDown)
	c.If(outcome != Approve && strings.TrimSpace(reason) == "", "reason", "required", "Say why, so that the unit can mend it.")
	c.MaxLength("reason", reason, maxReason)
	impersonal(&c, "reason", reason)
	if err := c.Err(); err != nil {
		return err
	}
	switch {
	case outcome == TakeDown && d.PublicOn == "":
		return problem.Conflict("notPublic", "There is nothing of this unit's on the public site.")
	case outcome != TakeDown && d.State != Waiting:
		return problem.Conflict("notWaiting", "There is no new text that waits to be read.")
	case outcome == Approve && d.WriterID != "" && d.WriterID == userID:
		return problem.Conflict("ownText", "Somebody else than who wrote the text reads and approves it.")
	}
	d.Reason = reason
	switch outcome {
	case Approve:
		d.State, d.PublicText, d.PublicOn, d.Reason = Approved, d.Text, today, ""
	case Return:
		d.State = Returned
	case TakeDown:
		d.State, d.PublicText, d.PublicOn = Returned, "", ""
	}
	return nil
}

// suggestion is a beginning for the description: what the unit wrote in its own words,
// question by question.
func suggestion(questions []surveys.Question, answers []Answer) string {
	given := values(answers)
	var b strings.Builder
	for _, q := range questions {
		text := strings.TrimSpace(readable(q, given[q.Key], "sv"))
		if q.Type != surveys.LongText || text == "" {
			continue
		}
		b.WriteString("### " + q.TextSv + "\n\n" + text + "\n\n")
	}
	return strings.TrimSpace(b.String())
}
