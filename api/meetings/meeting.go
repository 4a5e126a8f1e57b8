package meetings

import (
	"fmt"
	"slices"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Template is which items an agenda begins with.
type Template string // @name CouncilMeetingTemplate

// The templates.
const (
	NoTemplate Template = "none"
	Ordinary   Template = "ordinary"
	JointOne   Template = "joint"
	ForumOne   Template = "forum"
	SteeringOf Template = "steering"
)

// State is how far a meeting has come.
type State string // @name CouncilMeetingState

// The states, in their order.
const (
	Planned      State = "planned"
	Called       State = "called"
	Open         State = "open"
	Held         State = "held"
	InAdjustment State = "inAdjustment"
	Adjusted     State = "adjusted"
	Cancelled    State = "cancelled"
)

// over tells that the meeting has been held, however far its minutes have come.
func (s State) over() bool { return slices.Contains([]State{Held, InAdjustment, Adjusted}, s) }

// coming tells that the meeting has not begun.
func (s State) coming() bool { return s == Planned || s == Called }

// Meeting is one meeting of the council, of the steering group or of the forum.
type Meeting struct {
	ID           string
	SeriesID     *string
	Kind         Kind
	Title        string
	StartsAt     time.Time
	EndsAt       time.Time
	HeldOn       day.Day // the day in Stockholm on which it begins
	Year         int
	Place        string
	JoinURL      string
	Notice       string
	Template     Template
	State        State
	Running      int // the number within the year, given when it is locked
	CalledAt     *time.Time
	OpenedAt     *time.Time
	ClosedAt     *time.Time
	LockedAt     *time.Time
	AdjustBy     day.Day
	CancelReason string
	Frozen       string
	FrozenHash   string
	Version      int
	CreatedAt    time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt    time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all meetings.
func (Meeting) TableName() string { return "council_meetings" }

// Number is what the minutes are called, "" until they are locked.
func (m Meeting) Number() string {
	if m.Running == 0 {
		return ""
	}
	return fmt.Sprintf("%d:%d", m.Year, m.Running)
}

// settle fills in what follows from the rest, in whole minutes as people write times.
func (m *Meeting) settle() {
	m.StartsAt, m.EndsAt = m.StartsAt.UTC().Truncate(time.Minute), m.EndsAt.UTC().Truncate(time.Minute)
	m.HeldOn = day.Of(m.StartsAt)
	m.Year = m.HeldOn.Year()
	if m.Template == "" {
		m.Template = NoTemplate
	}
}

// Check holds the rules of a meeting by itself.
func (m Meeting) Check() error {
	var c problem.Checks
	c.If(m.SeriesID != nil && id.Invalid(*m.SeriesID), "seriesId", "unknownReference", "There is no such series.")
	checkKind(&c, m.Kind)
	c.Line("title", m.Title, 200)
	c.If(!m.HeldOn.Valid(), "startsAt", "required", "When the meeting begins, such as 2026-12-01T13:00:00Z.")
	c.If(m.HeldOn.Valid() && !m.EndsAt.After(m.StartsAt), "endsAt", "endBeforeStart", "The meeting ends before it begins.")
	c.If(m.EndsAt.Sub(m.StartsAt) > 72*time.Hour, "endsAt", "outOfRange", "A meeting lasts three days at most.")
	c.OptionalLine("place", m.Place, 200)
	c.Web("joinUrl", m.JoinURL)
	c.MaxLength("notice", m.Notice, 10_000)
	problem.OneOf(&c, "template", m.Template, NoTemplate, Ordinary, JointOne, ForumOne, SteeringOf)
	return c.Err()
}

// counting tells whether the council decides here, so that a quorum is needed.
func (m Meeting) counting() bool { return m.Kind == Council || m.Kind == Joint }

// writable refuses to change what is locked or does not take place.
func (m Meeting) writable() error {
	switch m.State {
	case Adjusted:
		return locked()
	case Cancelled:
		return problem.Conflict("cancelled", "The meeting is cancelled.")
	default:
		return nil
	}
}

func locked() error {
	return problem.Conflict("locked", "The minutes are adjusted and locked; add a dated note instead.")
}

// in refuses a step that the state does not lead to.
func (m Meeting) in(step string, states ...State) error {
	if err := m.writable(); err != nil {
		return err
	}
	if !slices.Contains(states, m.State) {
		return problem.Conflict("wrongState", "This cannot be done now: "+step+" does not follow on "+string(m.State)+".")
	}
	return nil
}

// Note is a dated addition to minutes that are locked.
type Note struct {
	ID        string
	MeetingID string
	Text      string
	ByRole    string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

// TableName is the table of all notes.
func (Note) TableName() string { return "council_meeting_notes" }

// Check holds the rules of a note.
func (n Note) Check() error {
	var c problem.Checks
	c.Required("text", n.Text)
	c.MaxLength("text", n.Text, 5000)
	return c.Err()
}

// Locked tells that the minutes are adjusted: nothing in them changes any more.
func (m Meeting) Locked() bool { return m.State == Adjusted }

// inside tells who works with the council, and therefore sees what is on its way.
func inside(u auth.User) bool { return u.May(auth.ReadCouncil) || u.May(auth.WriteMinutes) }

// visibleTo tells for whom the meeting exists.
func (m Meeting) visibleTo(u auth.User) bool { return m.Kind != Steering || inside(u) }

// agendaSeenBy tells who sees the agenda: all, once the call has gone out.
func (m Meeting) agendaSeenBy(u auth.User) bool { return inside(u) || m.CalledAt != nil || m.Locked() }

// minutesSeenBy tells who reads the minutes: all, once they are locked.
func (m Meeting) minutesSeenBy(u auth.User) bool { return inside(u) || m.Locked() }
