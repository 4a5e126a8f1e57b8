package council

import (
	"cmp"
	"fmt"
	"time"

	"envagin/api/accounts"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Member is a mandate: a person holds a seat, or stands in for who does, from
// one day to another, both included, by a decision.
type Member struct {
	ID           string
	SeatID       string
	UserID       string
	IsSubstitute bool
	ValidFrom    day.Day
	ValidTo      day.Day // "" while no end is decided
	DecisionID   *string // the decision that is kept; nil when Ruling says which it was
	Ruling       Ruling  `gorm:"embedded;embeddedPrefix:decision_"`
	Version      int
	CreatedAt    time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt    time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all mandates.
func (Member) TableName() string { return "council_members" }

// Ruling is what tells one decision from others.
type Ruling struct {
	Date   day.Dated `gorm:"embedded"`
	BodyID *string
	Number string // under which it is filed
}

// InForce tells whether the mandate holds on day d.
func (m Member) InForce(d day.Day) bool {
	return m.ValidFrom <= d && (m.ValidTo == "" || d <= m.ValidTo)
}

// endsSoon tells whether its last day is near.
func (m Member) endsSoon(today day.Day) bool {
	return m.InForce(today) && m.ValidTo != "" && m.ValidTo <= today.AddDays(soon)
}

// overlaps tells whether two mandates want the same place on the same day.
func (m Member) overlaps(o Member) bool {
	if m.ID == o.ID || m.SeatID != o.SeatID || m.IsSubstitute != o.IsSubstitute {
		return false
	}
	return m.meets(o)
}

// meets tells whether there is a day on which both hold.
func (m Member) meets(o Member) bool {
	return (m.ValidTo == "" || o.ValidFrom <= m.ValidTo) && (o.ValidTo == "" || m.ValidFrom <= o.ValidTo)
}

// Check holds the rules of a mandate by itself.
func (m Member) check(c *problem.Checks) {
	c.Required("from", string(m.ValidFrom))
	m.ValidFrom.Check(c, "from")
	m.ValidTo.Check(c, "to")
	c.If(m.ValidFrom.Valid() && m.ValidTo.Valid() && m.ValidTo < m.ValidFrom,
		"to", "endBeforeStart", "The mandate ends before it begins.")
}

// MandateState is how it stands with a mandate on a day.
type MandateState string // @name CouncilMandateState

// The states.
const (
	Coming   MandateState = "coming"   // it has not begun
	Current  MandateState = "current"  // it holds
	Nearing  MandateState = "endsSoon" // it holds for 90 days at most
	Finished MandateState = "ended"    // it held until a day that has passed
)

func (m Member) stateOn(today day.Day) MandateState {
	switch {
	case today < m.ValidFrom:
		return Coming
	case m.endsSoon(today):
		return Nearing
	case m.InForce(today):
		return Current
	default:
		return Finished
	}
}

// mandate is what traces keep of it: the person by id, never by name.
type mandate struct {
	SeatID       string  `json:"seatId"`
	UserID       string  `json:"userId"`
	IsSubstitute bool    `json:"isSubstitute"`
	From         day.Day `json:"from"`
	To           day.Day `json:"to"`
	DecisionID   *string `json:"decisionId"`
	// Decision is what was said of the decision, when it is not kept on its own.
	Decision *DecisionFacts `json:"decision,omitempty"`
}

func (m Member) traced() mandate {
	t := mandate{m.SeatID, m.UserID, m.IsSubstitute, m.ValidFrom, m.ValidTo, m.DecisionID, nil}
	if m.DecisionID == nil {
		facts := m.Ruling.facts()
		t.Decision = &facts
	}
	return t
}

// takes refuses a mandate that does not fit among the others on the seat.
func (s Seat) takes(m Member, others []Member) error {
	if s.ValidFrom != "" && m.ValidFrom < s.ValidFrom || s.ValidTo != "" && m.ValidFrom > s.ValidTo {
		return problem.Invalid(problem.Field{Name: "from", Code: "outOfRange", Detail: "The council does not have this seat on that day."})
	}
	for _, o := range others {
		if m.overlaps(o) {
			return problem.Conflict("mandatesOverlap", fmt.Sprintf("Somebody holds this place from %s to %s already. End that mandate first, or begin the day after.", o.ValidFrom, cmp.Or(string(o.ValidTo), "no decided day")),
				problem.Field{Name: "from", Code: "mandatesOverlap", Detail: "Another mandate on the seat holds on some of these days."})
		}
		if o.ID != m.ID && o.SeatID == m.SeatID && o.UserID == m.UserID && m.meets(o) {
			return problem.Conflict("ownSubstitute", "This person would stand in for themselves on some of these days.",
				problem.Field{Name: "email", Code: "ownSubstitute", Detail: "The person has another mandate on the seat on some of these days."})
		}
	}
	return nil
}

// living are the days of those mandates that are not over: what the role member follows.
func living(mandates []Member, today day.Day) (s accounts.Span) {
	open, found := false, false
	for _, m := range mandates {
		if m.ValidTo != "" && m.ValidTo < today {
			continue
		}
		if !found || m.ValidFrom < s.From {
			s.From = m.ValidFrom
		}
		found, open, s.To = true, open || m.ValidTo == "", max(s.To, m.ValidTo)
	}
	if open {
		s.To = ""
	}
	return s
}

// check holds the rules of an appointment by itself.
func (a Appointment) check(m Member) error {
	var c problem.Checks
	c.If(id.Invalid(a.SeatID), "seatId", "unknownReference", "There is no such seat.")
	c.Required("email", a.Email)
	m.check(&c)
	switch d := a.Decision; {
	case a.DecisionID == "" && d == nil:
		c.Add("decision", "required", "Say by which decision: decisionId, or decision with its day and body.")
	case a.DecisionID != "" && d != nil:
		c.Add("decision", "notAllowed", "Either decisionId or decision.")
	case d != nil:
		c.If(!d.Date.Known(), "decision.date", "required", "This field is required.")
		d.Date.Check(&c, "decision.date")
		c.If(id.Invalid(d.BodyID), "decision.bodyId", "unknownReference", "There is no such body.")
		c.OptionalLine("decision.registrationNumber", d.RegistrationNumber, 200)
	default:
		c.If(id.Invalid(a.DecisionID), "decisionId", "unknownReference", "There is no such decision.")
	}
	return c.Err()
}
