package meetings

import (
	"fmt"
	"slices"
	"time"

	"envagin/api/council"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Presence is how a seat was represented at a meeting.
type Presence string // @name CouncilPresence

// The presences.
const (
	Unknown    Presence = "unknown" // nobody has noted it yet
	Present    Presence = "present"
	Substitute Presence = "substitute"
	Absent     Presence = "absent"
	Excused    Presence = "excused"
)

// Attendance is how one seat was represented at one meeting.
type Attendance struct {
	MeetingID string `gorm:"primaryKey"`
	SeatID    string `gorm:"primaryKey"`
	State     Presence
	Note      string
	Version   int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all attendance.
func (Attendance) TableName() string { return "council_attendance" }

// Check holds the rules of attendance by itself.
func (a Attendance) Check() error {
	var c problem.Checks
	problem.OneOf(&c, "state", a.State, Unknown, Present, Substitute, Absent, Excused)
	c.OptionalLine("note", a.Note, 300)
	return c.Err()
}

// there tells whether the seat was represented.
func (a Attendance) there() bool { return a.State == Present || a.State == Substitute }

// sat is who represented the seat; "" when nobody did.
func (a Attendance) sat(p council.Place) string {
	switch {
	case a.State == Present && p.Holder != nil:
		return p.Holder.UserID
	case a.State == Substitute && p.Substitute != nil:
		return p.Substitute.UserID
	default:
		return ""
	}
}

// Quorum is how many seats must be represented for the council to decide.
type Quorum struct {
	// Needed is how many seats; 0 where no quorum is needed.
	Needed int `json:"needed" example:"8"`
	// Present is how many are represented.
	Present int `json:"present" example:"11"`
	// Met tells that the council may decide.
	Met bool `json:"met" example:"true"`
} // @name CouncilQuorum

// quorumOf counts the seats that are there against those that must be: as many as
// the series says, else more than half of those that are filled that day.
func quorumOf(m Meeting, s *Series, places []council.Place, attendance []Attendance) Quorum {
	var q Quorum
	filled := 0
	for _, p := range places {
		if p.Holder != nil {
			filled++
		}
		if slices.ContainsFunc(attendance, func(a Attendance) bool { return a.SeatID == p.Seat.ID && a.there() }) {
			q.Present++
		}
	}
	if m.counting() {
		q.Needed = filled/2 + 1
		if s != nil && s.Quorum > 0 {
			q.Needed = s.Quorum
		}
	}
	q.Met = q.Present >= q.Needed
	return q
}

// refuse says that the council cannot decide, and how many are missing.
func (q Quorum) refuse() error {
	if q.Met {
		return nil
	}
	return problem.Conflict("noQuorum", fmt.Sprintf("The council cannot decide: %d of at least %d seats are represented, %d are missing. Record it as information, that the council had no quorum.", q.Present, q.Needed, q.Needed-q.Present),
		problem.Field{Name: "kind", Code: "noQuorum", Detail: fmt.Sprintf("%d more seats must be represented.", q.Needed-q.Present)})
}

// Adjuster is a seat that was chosen to adjust the minutes, and who sat there.
type Adjuster struct {
	MeetingID  string `gorm:"primaryKey"`
	SeatID     string `gorm:"primaryKey"`
	UserID     string
	ApprovedAt *time.Time
}

// TableName is the table of all adjusters.
func (Adjuster) TableName() string { return "council_adjusters" }

// Adjustment is who is to adjust the minutes, and by when.
type Adjustment struct {
	SeatIDs []string
	DueOn   day.Day
}

// Check holds the rules of an adjustment by itself.
func (a Adjustment) Check(held day.Day) error {
	var c problem.Checks
	c.If(len(a.SeatIDs) == 0, "adjusterSeatIds", "required", "Choose at least one seat.")
	c.If(len(a.SeatIDs) > 5, "adjusterSeatIds", "outOfRange", "Five at most.")
	c.If(len(slices.Compact(slices.Sorted(slices.Values(a.SeatIDs)))) != len(a.SeatIDs), "adjusterSeatIds", "duplicate", "The same seat stands there twice.")
	a.DueOn.Check(&c, "dueOn")
	c.If(a.DueOn.Valid() && a.DueOn < held, "dueOn", "endBeforeStart", "The minutes cannot be adjusted before the meeting.")
	return c.Err()
}
