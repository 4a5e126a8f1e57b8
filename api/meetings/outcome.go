package meetings

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// OutcomeKind is what came out of an item.
type OutcomeKind string // @name CouncilOutcomeKind

// The kinds of outcomes.
const (
	Information OutcomeKind = "information"
	Decision    OutcomeKind = "decision"
	Task        OutcomeKind = "task"
	Reservation OutcomeKind = "reservation"
	Dissent     OutcomeKind = "dissent"
)

// maxOutcomes is how many outcomes a meeting may have.
const maxOutcomes = 500

// Outcome is what came out of an item.
type Outcome struct {
	ID                string
	ItemID            string
	MeetingID         string
	Kind              OutcomeKind
	Text              string
	BySeatID          *string // whose reservation or dissent
	ResponsibleSeatID *string
	ResponsibleBodyID *string
	DueOn             day.Day
	DoneOn            day.Day
	DecisionID        string // where the register of decisions holds it
	Version           int
	CreatedAt         time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt         time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all outcomes.
func (Outcome) TableName() string { return "council_outcomes" }

// Check holds the rules of an outcome by itself.
func (o Outcome) Check() error {
	var c problem.Checks
	problem.OneOf(&c, "kind", o.Kind, Information, Decision, Task, Reservation, Dissent)
	c.Required("text", o.Text)
	c.MaxLength("text", o.Text, 5000)
	for name, ref := range map[string]*string{"bySeatId": o.BySeatID, "responsibleSeatId": o.ResponsibleSeatID} {
		c.If(ref != nil && id.Invalid(*ref), name, "unknownReference", "There is no such seat.")
	}
	c.If(o.ResponsibleBodyID != nil && id.Invalid(*o.ResponsibleBodyID), "responsibleBodyId", "unknownReference", "There is no such body.")
	c.If(o.DecisionID != "" && id.Invalid(o.DecisionID), "decisionId", "unknownReference", "There is no such decision.")
	o.DueOn.Check(&c, "dueOn")
	o.DoneOn.Check(&c, "doneOn")
	if o.Kind == Task {
		c.If(o.ResponsibleSeatID == nil && o.ResponsibleBodyID == nil, "responsibleSeatId", "required", "A task is somebody's: give a seat or a body.")
	} else {
		c.If(o.ResponsibleSeatID != nil, "responsibleSeatId", "notAllowed", "Only a task has somebody responsible.")
		c.If(o.ResponsibleBodyID != nil, "responsibleBodyId", "notAllowed", "Only a task has somebody responsible.")
		c.If(o.DueOn != "", "dueOn", "notAllowed", "Only a task has a day by which it is done.")
		c.If(o.DoneOn != "", "doneOn", "notAllowed", "Only a task is done.")
	}
	personal := o.Kind == Reservation || o.Kind == Dissent
	c.If(personal && o.BySeatID == nil, "bySeatId", "required", "Say whose it is, by seat.")
	c.If(!personal && o.BySeatID != nil, "bySeatId", "notAllowed", "Only a reservation or a dissent is somebody's.")
	c.If(o.Kind != Decision && o.DecisionID != "", "decisionId", "notAllowed", "Only a decision stands in the register of decisions.")
	return c.Err()
}

// onlyDone tells whether nothing but the day on which a task was done differs: that
// alone may be said of a task in minutes that are locked.
func (o Outcome) onlyDone(next Outcome) bool {
	next.DoneOn = o.DoneOn
	return o.Kind == Task && same(o.input(), next.input())
}

func same(a, b OutcomeInput) bool {
	text := func(p *string) string {
		if p == nil {
			return ""
		}
		return *p
	}
	return a.Kind == b.Kind && a.Text == b.Text && text(a.BySeatID) == text(b.BySeatID) &&
		text(a.ResponsibleSeatID) == text(b.ResponsibleSeatID) && text(a.ResponsibleBodyID) == text(b.ResponsibleBodyID) &&
		a.DueOn == b.DueOn && a.DoneOn == b.DoneOn && a.DecisionID == b.DecisionID
}
