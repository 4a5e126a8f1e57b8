package council

import (
	"time"

	"envagin/api/accounts"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// Appointment is what is stated when somebody is appointed to a seat.
type Appointment struct {
	// SeatID is the seat.
	SeatID string `json:"seatId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a05"`
	// Email is the person's mail address: of an account that is there, or of one that is made and invited.
	Email string `json:"email" example:"eva.ek@example.se"`
	// Name is needed when there is no account yet; that of an account that is there stays.
	Name string `json:"name,omitempty" example:"Eva Ek"`
	// IsSubstitute tells that the person stands in for who holds the seat.
	IsSubstitute bool `json:"isSubstitute,omitempty" example:"false"`
	// From is the first day of the mandate.
	From day.Day `json:"from" swaggertype:"string" format:"date" example:"2027-01-01"`
	// To is its last day; absent while no end is decided.
	To day.Day `json:"to,omitempty" swaggertype:"string" format:"date" example:"2030-12-31"`
	// DecisionID is the decision by which it is done, when it is entered already.
	DecisionID string `json:"decisionId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// Decision is it otherwise, in short.
	Decision *DecisionFacts `json:"decision,omitempty"`
} // @name CouncilAppointment

// DecisionFacts are what tells one decision from others.
type DecisionFacts struct {
	// Date is the day of the decision.
	Date day.Dated `json:"date"`
	// BodyID is who decided: the seat's appointing body, or one above it.
	BodyID string `json:"bodyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a03"`
	// RegistrationNumber is the one under which it is filed.
	RegistrationNumber string `json:"registrationNumber,omitempty" example:"ÄN-2026/00123"`
} // @name CouncilDecisionFacts

// MemberInput is what is stated of a mandate once it is there; who holds it stays.
type MemberInput struct {
	// From is the first day of the mandate.
	From day.Day `json:"from" swaggertype:"string" format:"date" example:"2027-01-01"`
	// To is its last day; absent while no end is decided.
	To day.Day `json:"to,omitempty" swaggertype:"string" format:"date" example:"2030-12-31"`
	// DecisionID is the decision by which the person was appointed, when it is entered among the decisions; absent leaves what was said of it in the appointment.
	DecisionID *string `json:"decisionId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// IsSubstitute tells that the person stands in for who holds the seat.
	IsSubstitute bool `json:"isSubstitute,omitempty" example:"false"`
} // @name CouncilMemberInput

// PersonView is as much of a person as this reader may know; empty when that is nothing.
type PersonView struct {
	// UserID is the account; only for those who see who sits in the council.
	UserID string `json:"userId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	// Name is what the person is called.
	Name string `json:"name,omitempty" example:"Eva Ek"`
	// Title is what the person does.
	Title string `json:"title,omitempty" example:"Enhetschef"`
	// Email is where the person reads mail.
	Email string `json:"email,omitempty" example:"eva.ek@example.se"`
	// Phone is where the person is reached.
	Phone string `json:"phone,omitempty" example:"090-16 00 00"`
} // @name CouncilPerson

// MemberView is a mandate as its reader sees it.
type MemberView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a04"`
	MemberInput
	// SeatID is the seat.
	SeatID string `json:"seatId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a05"`
	// SeatNumber is what the plan calls it.
	SeatNumber int `json:"seatNumber" example:"9"`
	// SeatNames are the function's names.
	SeatNames accounts.Words `json:"seatNames"`
	// State is how it stands: coming, current, endsSoon (within 90 days) or ended.
	State MandateState `json:"state" enums:"coming,current,endsSoon,ended" example:"current"`
	// Person is who it is, as far as this reader may know.
	Person PersonView `json:"person"`
	// Decision is by what the person was appointed.
	Decision DecisionFacts `json:"decision"`
	// DecisionTitle is what the decision is called, when it stands among the decisions.
	DecisionTitle string `json:"decisionTitle,omitempty" example:"Ledamot i samverkansrådet utses"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilMember

func (r Ruling) facts() DecisionFacts {
	f := DecisionFacts{Date: r.Date, RegistrationNumber: r.Number}
	if r.BodyID != nil {
		f.BodyID = *r.BodyID
	}
	return f
}

func (f DecisionFacts) ruling() Ruling {
	return Ruling{Date: day.From(&f.Date), BodyID: &f.BodyID, Number: f.RegistrationNumber}
}

// MemberPage is one page of mandates.
type MemberPage struct {
	Items []MemberView    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilMemberPage

func (m Member) input() MemberInput {
	return MemberInput{From: m.ValidFrom, To: m.ValidTo, DecisionID: m.DecisionID, IsSubstitute: m.IsSubstitute}
}
