package activities

import (
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// PartState is how one body's share goes.
type PartState string // @name PartState

// The states of a part. PartNone is a part that nobody has reported on.
const (
	PartNone       PartState = "none"
	PartNotStarted PartState = "notStarted"
	PartOnTrack    PartState = "onTrack"
	PartDeviation  PartState = "deviation"
	PartDone       PartState = "done"
)

// Part is one body's share of an activity. There is one row per activity and
// body, made at the first report or reference and never removed.
type Part struct {
	ID         string
	ActivityID string
	BodyID     string
	State      PartState
	// AssignmentReference points at the board's assignment plan (uppdragsplan).
	AssignmentReference string
	LastReportOn        day.Day
	Version             int
	CreatedAt           time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt           time.Time `gorm:"autoUpdateTime:false"`
}

// Check holds the rules of what is written on a part.
func (p Part) Check() error {
	var c problem.Checks
	c.OptionalLine("assignmentReference", p.AssignmentReference, 300)
	return c.Err()
}

// Report is what one body tells of its share on a day.
type Report struct {
	ID         string
	ActivityID string
	BodyID     string
	State      PartState
	AsOf       day.Day
	Done       string // what was done
	Deviation  string // what deviates and why; required when State is PartDeviation
	Next       string // what comes next
	ByUserID   string
	ByRole     auth.RoleName
	Version    int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// Check holds the rules of a report, written on day today.
func (r Report) Check(today day.Day) error {
	var c problem.Checks
	c.Required("bodyId", r.BodyID)
	problem.OneOf(&c, "state", r.State, PartNotStarted, PartOnTrack, PartDeviation, PartDone)
	c.Required("asOf", string(r.AsOf))
	r.AsOf.Check(&c, "asOf")
	c.If(r.AsOf.Valid() && r.AsOf > today, "asOf", "inTheFuture", "A report tells of today or earlier.")
	c.MaxLength("done", r.Done, 5000)
	c.MaxLength("deviation", r.Deviation, 5000)
	c.MaxLength("next", r.Next, 5000)
	if r.State == PartDeviation {
		c.Required("deviation", r.Deviation)
	}
	if r.State == PartDone {
		c.Required("done", r.Done)
	}
	return c.Err()
}

// EditableBy tells who may correct a report: who wrote it, or the coordinator.
func (r Report) EditableBy(u auth.User) bool {
	return u.MayOwn(auth.CorrectReports, r.ByUserID)
}
