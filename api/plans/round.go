package plans

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Audience is who reads what is reported in a round.
type Audience string // @name Audience

// The audiences.
const (
	ToCouncil  Audience = "council"  // the city council
	ToSteering Audience = "steering" // the steering group
	ToBoard    Audience = "board"    // each board itself
)

// ReportingRound says when reports on a plan are due, and to whom.
type ReportingRound struct {
	ID          string
	PlanID      string
	Key         string
	Name        string
	Audience    Audience
	FirstDue    day.Day
	EveryMonths int
	LastDue     day.Day
	Source      source.Source
	Version     int
	CreatedAt   time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt   time.Time `gorm:"autoUpdateTime:false"`
}

// maxDueDates bounds a round that nothing ends: five years of monthly reports.
const maxDueDates = 60

// Check holds the rules of a reporting round by itself.
func (r ReportingRound) Check() error {
	var c problem.Checks
	c.Slug("key", r.Key)
	c.Line("name", r.Name, 200)
	problem.OneOf(&c, "audience", r.Audience, ToCouncil, ToSteering, ToBoard)
	c.Required("firstDue", string(r.FirstDue))
	r.FirstDue.Check(&c, "firstDue")
	c.Range("everyMonths", r.EveryMonths, 1, 60)
	r.LastDue.Check(&c, "lastDue")
	c.If(r.FirstDue.Valid() && r.LastDue.Valid() && r.LastDue < r.FirstDue,
		"lastDue", "endBeforeStart", "The last day is before the first.")
	r.Source.Check(&c, "source")
	return c.Err()
}

// DueDates are all days on which reports are due, to the round's last day or
// else the plan's. Each is counted from the first, so that the end of a month
// stays the end of a month.
func (r ReportingRound) DueDates(periodTo day.Day) []day.Day {
	last := r.LastDue
	if last == "" {
		last = periodTo
	}
	dates := []day.Day{}
	for i := 0; len(dates) < maxDueDates && r.EveryMonths > 0; i++ {
		due := r.FirstDue.AddMonths(i * r.EveryMonths)
		if !due.Valid() || last != "" && due > last {
			break
		}
		dates = append(dates, due)
	}
	return dates
}

// nextDue is the first of the dates that has not passed; "" when all have.
func nextDue(dates []day.Day, today day.Day) day.Day {
	for _, d := range dates {
		if d >= today {
			return d
		}
	}
	return ""
}
