package references

import (
	"cmp"
	"fmt"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Calling is a member called in to an activity from one day to another, both included.
type Calling struct {
	ID         string
	MemberID   string
	ActivityID string
	ValidFrom  day.Day
	ValidTo    day.Day // "" while no end is set
	Why        string
	Version    int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all callings.
func (Calling) TableName() string { return "reference_callings" }

// Check holds the rules of a calling by itself.
func (k Calling) Check() error {
	var c problem.Checks
	c.If(id.Invalid(k.MemberID), "memberId", "unknownReference", "There is no such member.")
	c.If(id.Invalid(k.ActivityID), "activityId", "unknownReference", "There is no such activity.")
	c.Required("from", string(k.ValidFrom))
	k.ValidFrom.Check(&c, "from")
	k.ValidTo.Check(&c, "to")
	c.If(k.ValidFrom.Valid() && k.ValidTo.Valid() && k.ValidTo < k.ValidFrom, "to", "endBeforeStart", "The calling ends before it begins.")
	c.MaxLength("why", k.Why, 2000)
	return c.Err()
}

// fits refuses a calling that the member or the other callings have no room for.
func (k Calling) fits(m Member, others []Calling) error {
	if m.Group != Called {
		return problem.Invalid(problem.Field{Name: "memberId", Code: "notAllowed", Detail: "Those who drafted the plan are history; nobody calls them in."})
	}
	if m.ValidFrom != "" && k.ValidFrom < m.ValidFrom || m.ValidTo != "" && k.ValidFrom > m.ValidTo {
		return problem.Invalid(problem.Field{Name: "from", Code: "outOfRange", Detail: "The member is not of the group on that day."})
	}
	if m.ValidTo != "" && k.after(m.ValidTo) {
		return problem.Invalid(problem.Field{Name: "to", Code: "outOfRange", Detail: "The member leaves the group on " + string(m.ValidTo) + "; let the calling end by then."})
	}
	for _, o := range others {
		if o.ID != k.ID && k.meets(o) {
			return problem.Conflict("callingsOverlap", fmt.Sprintf("The member is called in to this activity from %s to %s already.", o.ValidFrom, cmp.Or(string(o.ValidTo), "no set day")),
				problem.Field{Name: "from", Code: "callingsOverlap", Detail: "Another calling holds on some of these days."})
		}
	}
	return nil
}

// after tells whether the calling goes on after a day.
func (k Calling) after(d day.Day) bool { return k.ValidTo == "" || k.ValidTo > d }

func (k Calling) meets(o Calling) bool {
	return (k.ValidTo == "" || o.ValidFrom <= k.ValidTo) && (o.ValidTo == "" || k.ValidFrom <= o.ValidTo)
}

// CallingState is how it stands with a calling on a day.
type CallingState string // @name ReferenceCallingState

// The states.
const (
	Coming  CallingState = "coming"
	Current CallingState = "current"
	Ended   CallingState = "ended"
)

func (k Calling) stateOn(today day.Day) CallingState {
	switch {
	case today < k.ValidFrom:
		return Coming
	case k.ValidTo != "" && k.ValidTo < today:
		return Ended
	default:
		return Current
	}
}
