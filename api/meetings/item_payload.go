package meetings

import (
	"time"

	"envagin/api/accounts"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// ItemInput is what is stated of an item on the agenda.
type ItemInput struct {
	// Title is what it is about, in a line. Always given, but absent in a secret item for who may not read it.
	Title string `json:"title,omitempty" example:"Lägesrapport om skyddat boende"`
	// Background is what to know beforehand, in Markdown.
	Background string `json:"background,omitempty" example:"Nämnden har rapporterat en avvikelse."`
	// Minutes is how long it may take; 0 when nothing is said.
	Minutes int `json:"minutes,omitempty" example:"15"`
	// Kind is what it is for.
	Kind ItemKind `json:"kind,omitempty" enums:"information,discussion,decision" example:"discussion"`
	// IsSecret keeps what it says to those who may read secret items; that it is there, everyone sees.
	IsSecret bool `json:"isSecret,omitempty" example:"false"`
	// Position is its place, from 1; 0 or absent puts it last. The others make room.
	Position int `json:"position,omitempty" example:"3"`
	// PresenterSeatID is the seat that presents it.
	PresenterSeatID *string `json:"presenterSeatId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// From is the fact that it was proposed from.
	From *From `json:"from,omitempty"`
} // @name CouncilAgendaItemInput

// ItemView is an item as its reader sees it. Of a secret one, who may not read it
// sees that it is there and nothing more.
type ItemView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a08"`
	// MeetingID is the meeting.
	MeetingID string `json:"meetingId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a05"`
	ItemInput
	// IsWithheld tells that the item is secret and the reader may not know what it says.
	IsWithheld bool `json:"isWithheld,omitempty" example:"false"`
	// BackgroundHTML is the background, ready to show.
	BackgroundHTML string `json:"backgroundHtml,omitempty" example:"<p>Nämnden har rapporterat en avvikelse.</p>"`
	// Text is what the minutes say, in Markdown; for those outside when the minutes are locked.
	Text string `json:"text,omitempty" example:"Rådet tackade för rapporten."`
	// TextHTML is the text, ready to show.
	TextHTML string `json:"textHtml,omitempty" example:"<p>Rådet tackade för rapporten.</p>"`
	// TextVersion is the text's own version, for If-Match on its address.
	TextVersion int `json:"textVersion,omitempty" example:"4"`
	// Outcomes are what came out of it, in the order they were written.
	Outcomes []OutcomeView `json:"outcomes"`
	// Version counts edits of the item; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilAgendaItem

// ItemPage is one page of items.
type ItemPage struct {
	Items []ItemView      `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilAgendaItemPage

// TextInput is what the minutes say under an item.
type TextInput struct {
	// Text is Markdown.
	Text string `json:"text" example:"Rådet tackade för rapporten."`
} // @name CouncilMinutesTextInput

// TextView is the text of one item's minutes, with a version of its own.
type TextView struct {
	TextInput
	// HTML is the text, ready to show.
	HTML string `json:"html" example:"<p>Rådet tackade för rapporten.</p>"`
	// WrittenByRole is in which role it was written last.
	WrittenByRole string      `json:"writtenByRole,omitempty" example:"secretary"`
	Version       int         `json:"version" example:"4"`
	UpdatedAt     time.Time   `json:"updatedAt" format:"date-time" example:"2026-12-01T13:15:00Z"`
	Links         httpx.Links `json:"_links"`
} // @name CouncilMinutesText

// OutcomeInput is what came out of an item.
type OutcomeInput struct {
	// Kind is what it is.
	Kind OutcomeKind `json:"kind" enums:"information,decision,task,reservation,dissent" example:"task"`
	// Text says it.
	Text string `json:"text" example:"Ta fram ett förslag till rutin."`
	// BySeatID is whose reservation or dissent it is.
	BySeatID *string `json:"bySeatId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// ResponsibleSeatID is the seat that does the task.
	ResponsibleSeatID *string `json:"responsibleSeatId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// ResponsibleBodyID is the body that does the task.
	ResponsibleBodyID *string `json:"responsibleBodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a09"`
	// DueOn is by when the task is done.
	DueOn day.Day `json:"dueOn,omitempty" swaggertype:"string" format:"date" example:"2027-02-01"`
	// DoneOn is when it was; this alone may be said after the minutes are locked.
	DoneOn day.Day `json:"doneOn,omitempty" swaggertype:"string" format:"date" example:"2027-01-20"`
	// DecisionID is the decision in the register of decisions.
	DecisionID string `json:"decisionId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a10"`
} // @name CouncilOutcomeInput

// OutcomeView is an outcome as its reader sees it.
type OutcomeView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	// ItemID is the item that it came out of.
	ItemID string `json:"itemId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a08"`
	OutcomeInput
	// IsLate tells that a task should have been done by now.
	IsLate bool `json:"isLate,omitempty" example:"false"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-12-01T13:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-12-01T13:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilOutcome

// OutcomePage is one page of outcomes.
type OutcomePage struct {
	Items []OutcomeView   `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilOutcomePage

// AttendanceInput is how a seat was represented.
type AttendanceInput struct {
	// State is how; unknown takes it back.
	State Presence `json:"state" enums:"unknown,present,substitute,absent,excused" example:"present"`
	// Note is a line about it, such as from when.
	Note string `json:"note,omitempty" example:"Från punkt 4"`
} // @name CouncilAttendanceInput

// AttendanceView is how a seat was represented, as its reader sees it.
type AttendanceView struct {
	// SeatID is the seat.
	SeatID string `json:"seatId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// SeatNumber is the seat's number in the plan.
	SeatNumber int `json:"seatNumber" example:"9"`
	// SeatNames are what the seat is called.
	SeatNames accounts.Words `json:"seatNames"`
	AttendanceInput
	// HolderName is who held the seat that day, where the reader may know.
	HolderName string `json:"holderName,omitempty" example:"Eva Ek"`
	// SubstituteName is who stood in that day, where the reader may know.
	SubstituteName string `json:"substituteName,omitempty" example:"Ali Alm"`
	// IsVacant tells that nobody held the seat that day.
	IsVacant bool `json:"isVacant,omitempty" example:"false"`
	// Version is 0 until somebody has noted anything.
	Version int         `json:"version" example:"1"`
	Links   httpx.Links `json:"_links"`
} // @name CouncilAttendance

// AttendancePage is one page of attendance.
type AttendancePage struct {
	Items []AttendanceView `json:"items"`
	Meta  httpx.Meta       `json:"_meta"`
	Links httpx.PageLinks  `json:"_links"`
} // @name CouncilAttendancePage

// ProposalView is a fact that the agenda might take up.
type ProposalView struct {
	// Title is what it would be called on the agenda.
	Title string `json:"title" example:"2.5 Skyddat boende"`
	// From is the fact.
	From From `json:"from"`
	// On is the day it is about: due, ending, asked.
	On day.Day `json:"on,omitempty" swaggertype:"string" format:"date" example:"2026-11-01"`
	// IsOnAgenda tells that the agenda has it already.
	IsOnAgenda bool `json:"isOnAgenda" example:"false"`
} // @name CouncilAgendaProposal

// ProposalPage is one page of proposals.
type ProposalPage struct {
	Items []ProposalView  `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilAgendaProposalPage

func (in ItemInput) item() Item {
	i := Item{Title: in.Title, Background: in.Background, Minutes: in.Minutes, Kind: in.Kind, IsSecret: in.IsSecret,
		Position: in.Position, PresenterSeatID: in.PresenterSeatID}
	if in.From != nil {
		i.From = *in.From
	}
	return i
}

func (i Item) input() ItemInput {
	in := ItemInput{Title: i.Title, Background: i.Background, Minutes: i.Minutes, Kind: i.Kind, IsSecret: i.IsSecret,
		Position: i.Position, PresenterSeatID: i.PresenterSeatID}
	if i.From != (From{}) {
		in.From = &i.From
	}
	return in
}

func (in OutcomeInput) outcome() Outcome {
	return Outcome{Kind: in.Kind, Text: in.Text, BySeatID: in.BySeatID, ResponsibleSeatID: in.ResponsibleSeatID,
		ResponsibleBodyID: in.ResponsibleBodyID, DueOn: in.DueOn, DoneOn: in.DoneOn, DecisionID: in.DecisionID}
}

func (o Outcome) input() OutcomeInput {
	return OutcomeInput{Kind: o.Kind, Text: o.Text, BySeatID: o.BySeatID, ResponsibleSeatID: o.ResponsibleSeatID,
		ResponsibleBodyID: o.ResponsibleBodyID, DueOn: o.DueOn, DoneOn: o.DoneOn, DecisionID: o.DecisionID}
}

func (in AttendanceInput) attendance() Attendance { return Attendance{State: in.State, Note: in.Note} }

func (a Attendance) input() AttendanceInput { return AttendanceInput{State: a.State, Note: a.Note} }
