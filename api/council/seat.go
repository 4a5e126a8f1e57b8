package council

import (
	"cmp"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Seat is a place in the council, bound to a function and not to a person. The
// row owns its rules.
type Seat struct {
	ID               string
	PlanID           string
	Key              string
	Number           int
	NameSv           string
	NameEn           string
	FunctionSv       string
	FunctionEn       string
	BodyID           *string // whom the seat speaks for
	AppointingBodyID *string // who decides on its mandates
	IsConvener       bool
	IsExpert         bool
	ValidFrom        day.Day
	ValidTo          day.Day
	Position         int
	Source           source.Source
	Version          int
	CreatedAt        time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt        time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all seats.
func (Seat) TableName() string { return "council_seats" }

// InForce tells whether the council has the seat on day d.
func (s Seat) InForce(d day.Day) bool {
	return (s.ValidFrom == "" || s.ValidFrom <= d) && (s.ValidTo == "" || d <= s.ValidTo)
}

// Check holds the rules of a seat by itself.
func (s Seat) Check() error {
	var c problem.Checks
	c.If(id.Invalid(s.PlanID), "planId", "unknownReference", "There is no such plan.")
	c.Slug("key", s.Key)
	c.Range("number", s.Number, 1, 999)
	c.Line("nameSv", s.NameSv, 200)
	c.Line("nameEn", s.NameEn, 200)
	c.OptionalLine("functionSv", s.FunctionSv, 300)
	c.OptionalLine("functionEn", s.FunctionEn, 300)
	for name, ref := range map[string]*string{"bodyId": s.BodyID, "appointingBodyId": s.AppointingBodyID} {
		c.If(ref != nil && id.Invalid(*ref), name, "unknownReference", "There is no such body.")
	}
	s.ValidFrom.Check(&c, "validFrom")
	s.ValidTo.Check(&c, "validTo")
	c.If(s.ValidFrom.Valid() && s.ValidTo.Valid() && s.ValidTo < s.ValidFrom,
		"validTo", "endBeforeStart", "The seat ends before it begins.")
	c.Range("position", s.Position, 0, 9999)
	s.Source.Check(&c, "source")
	return c.Err()
}

// State is how it stands with a seat on a day.
type State string // @name CouncilSeatState

// The states.
const (
	Filled   State = "filled"   // somebody sits there
	EndsSoon State = "endsSoon" // and not for long, with nobody to follow
	Expired  State = "expired"  // the last mandate has ended and nobody followed
	Vacant   State = "vacant"   // nobody has sat there yet
)

// soon is how many days before its end a mandate is said to end soon.
const soon = 90

// Place is a seat on a day: who sits there, and who takes the place.
type Place struct {
	Seat       Seat
	On         day.Day
	Holder     *Member
	Substitute *Member
	Next       *Member // who is appointed to take over, or to begin
	State      State
	// EndsOn is the last day of the holder's mandate, or of the last there was.
	EndsOn day.Day
}

// placeOn finds who sits on a seat on a day, among all the seat's mandates.
func placeOn(s Seat, mandates []Member, today day.Day) Place {
	p := Place{Seat: s, On: today, State: Vacant}
	for i, m := range mandates {
		switch in := m.InForce(today); {
		case in && m.IsSubstitute:
			p.Substitute = &mandates[i]
		case m.IsSubstitute:
		case in:
			p.Holder = &mandates[i]
		case today < m.ValidFrom:
			if p.Next == nil || m.ValidFrom < p.Next.ValidFrom {
				p.Next = &mandates[i]
			}
		default:
			p.EndsOn = max(p.EndsOn, m.ValidTo)
		}
	}
	switch {
	case p.Holder != nil:
		p.State, p.EndsOn = Filled, p.Holder.ValidTo
		if p.Holder.endsSoon(today) && !p.followed() {
			p.State = EndsSoon
		}
	case p.EndsOn != "":
		p.State = Expired
	}
	return p
}

// followed tells whether somebody takes over on the day after the holder's last.
func (p Place) followed() bool {
	return p.Next != nil && p.Next.ValidFrom == p.Holder.ValidTo.AddDays(1)
}

// byKey is the order of a package: a copy of a plan has other ids and must come
// out the same.
func byKey(a, b Seat) int {
	return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.Key, b.Key))
}
