package meetings

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// Input is what is stated of a meeting.
type Input struct {
	// SeriesID is the series in which it stands; absent for a meeting by itself.
	SeriesID *string `json:"seriesId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	// Kind is what sort of meeting it is.
	Kind Kind `json:"kind" enums:"council,joint,forum,steering" example:"council"`
	// Title is what people call it.
	Title string `json:"title" example:"Samverkansrådet i december"`
	// StartsAt is when it begins.
	StartsAt time.Time `json:"startsAt" format:"date-time" example:"2026-12-01T13:00:00Z"`
	// EndsAt is when it ends.
	EndsAt time.Time `json:"endsAt" format:"date-time" example:"2026-12-01T15:00:00Z"`
	// Place is where; everyone sees it.
	Place string `json:"place,omitempty" example:"Stadshuset, Umeå"`
	// JoinURL is where to join it from afar; only those who work with the council see it.
	JoinURL string `json:"joinUrl,omitempty" example:"https://mote.example.se/radet"`
	// Notice is what everyone may read of it beforehand, in Markdown.
	Notice string `json:"notice,omitempty" example:"Rådet följer upp årets insatser."`
	// Template is which items the agenda began with; it counts when the meeting is made.
	Template Template `json:"template,omitempty" enums:"none,ordinary,joint,forum,steering" example:"ordinary"`
} // @name CouncilMeetingInput

// Counts are how much there is in a meeting, as far as its reader sees it.
type Counts struct {
	// Items are how many items stand on the agenda.
	Items int `json:"items" example:"8"`
	// Decisions are how many decisions were made.
	Decisions int `json:"decisions" example:"2"`
	// Tasks are how many tasks were given.
	Tasks int `json:"tasks" example:"3"`
	// OpenTasks are those that are not done.
	OpenTasks int `json:"openTasks" example:"1"`
} // @name CouncilMeetingCounts

// View is a meeting as its reader sees it in a list.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a05"`
	Input
	// NoticeHTML is the notice, ready to show.
	NoticeHTML string `json:"noticeHtml,omitempty" example:"<p>Rådet följer upp årets insatser.</p>"`
	// Number is what the minutes are called, given when they are locked.
	Number string `json:"number,omitempty" example:"2026:3"`
	// State is how far it has come.
	State State `json:"state" enums:"planned,called,open,held,inAdjustment,adjusted,cancelled" example:"called"`
	// CalledAt is when the call went out.
	CalledAt *time.Time `json:"calledAt,omitempty" format:"date-time" example:"2026-11-10T09:00:00Z"`
	// OpenedAt is when it was opened.
	OpenedAt *time.Time `json:"openedAt,omitempty" format:"date-time" example:"2026-12-01T13:02:00Z"`
	// ClosedAt is when it was closed.
	ClosedAt *time.Time `json:"closedAt,omitempty" format:"date-time" example:"2026-12-01T14:55:00Z"`
	// LockedAt is when the last adjuster approved the minutes.
	LockedAt *time.Time `json:"lockedAt,omitempty" format:"date-time" example:"2026-12-09T10:00:00Z"`
	// AdjustBy is the day by which the minutes are to be adjusted.
	AdjustBy day.Day `json:"adjustBy,omitempty" swaggertype:"string" format:"date" example:"2026-12-10"`
	// CancelReason is why it was cancelled.
	CancelReason string `json:"cancelReason,omitempty" example:"För få kan komma."`
	// Counts are how much there is in it.
	Counts Counts `json:"counts"`
	// Version counts edits of the meeting and its steps; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilMeeting

// AdjusterView is a seat that is to adjust the minutes.
type AdjusterView struct {
	// SeatID is the seat.
	SeatID string `json:"seatId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// ApprovedAt is when; absent while it waits.
	ApprovedAt *time.Time `json:"approvedAt,omitempty" format:"date-time" example:"2026-12-08T10:15:00Z"`
	// IsMe tells that the reader is the one who is to approve.
	IsMe bool `json:"isMe,omitempty" example:"false"`
} // @name CouncilAdjuster

// NoteView is a dated addition to locked minutes.
type NoteView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	// Text says it, in Markdown.
	Text string `json:"text" example:"Rättelse: datumet i punkt 4 ska vara den 12 december."`
	// ByRole is in which role it was written.
	ByRole    string    `json:"byRole" example:"secretary"`
	CreatedAt time.Time `json:"createdAt" format:"date-time" example:"2026-12-20T10:15:00Z"`
} // @name CouncilMeetingNote

// Whole is a meeting with its agenda, minutes, attendance and adjustment.
type Whole struct {
	View
	// AgendaItems are in order, as far as the reader sees them; none before the call for those outside.
	AgendaItems []ItemView `json:"agendaItems"`
	// Attendance is every seat of that day, in the seats' order; empty for those outside until the minutes are locked.
	Attendance []AttendanceView `json:"attendance"`
	// Adjusters are the seats that adjust the minutes.
	Adjusters []AdjusterView `json:"adjusters"`
	// Notes are dated additions after the lock, the oldest first.
	Notes []NoteView `json:"notes"`
	// Quorum is whether the council may decide; absent for those outside.
	Quorum *Quorum `json:"quorum,omitempty"`
	// ContentHash names what the minutes say now: approve with the one that was read. Only while they are adjusted and after.
	ContentHash string `json:"contentHash,omitempty" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
} // @name CouncilMeetingWhole

// Page is one page of meetings.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilMeetingPage

// AdjustmentInput says who adjusts the minutes.
type AdjustmentInput struct {
	// AdjusterSeatIDs are seats that were represented at the meeting.
	AdjusterSeatIDs []string `json:"adjusterSeatIds" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// DueOn is the day by which they should have approved.
	DueOn day.Day `json:"dueOn,omitempty" swaggertype:"string" format:"date" example:"2026-12-10"`
} // @name CouncilAdjustmentInput

// ApprovalInput says what is approved.
type ApprovalInput struct {
	// ContentHash is the meeting's contentHash as it was read, so that nobody approves what they have not seen.
	ContentHash string `json:"contentHash" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
} // @name CouncilApprovalInput

// CancellationInput says why a meeting is cancelled.
type CancellationInput struct {
	// Reason says why.
	Reason string `json:"reason" example:"För få kan komma."`
} // @name CouncilMeetingCancellationInput

// StepInput is the empty body of a step.
type StepInput struct{} // @name CouncilMeetingStepInput

// NoteInput is a dated addition to locked minutes.
type NoteInput struct {
	// Text says it, in Markdown.
	Text string `json:"text" example:"Rättelse: datumet i punkt 4 ska vara den 12 december."`
} // @name CouncilMeetingNoteInput

func (in Input) meeting() Meeting {
	return Meeting{SeriesID: in.SeriesID, Kind: in.Kind, Title: in.Title, StartsAt: in.StartsAt, EndsAt: in.EndsAt, Place: in.Place,
		JoinURL: in.JoinURL, Notice: in.Notice, Template: in.Template}
}

func (m Meeting) input() Input {
	return Input{SeriesID: m.SeriesID, Kind: m.Kind, Title: m.Title, StartsAt: m.StartsAt, EndsAt: m.EndsAt, Place: m.Place,
		JoinURL: m.JoinURL, Notice: m.Notice, Template: m.Template}
}

func (n Note) view() NoteView {
	return NoteView{ID: n.ID, Text: n.Text, ByRole: n.ByRole, CreatedAt: n.CreatedAt}
}

// traced is a meeting as its traces keep it: what was stated, and how far it has come.
type traced struct {
	Input
	State        State   `json:"state"`
	Number       string  `json:"number,omitempty"`
	AdjustBy     day.Day `json:"adjustBy,omitempty"`
	CancelReason string  `json:"cancelReason,omitempty"`
	ContentHash  string  `json:"contentHash,omitempty"`
}

func (m Meeting) traced() traced {
	return traced{m.input(), m.State, m.Number(), m.AdjustBy, m.CancelReason, m.FrozenHash}
}
