package responses

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// Input begins a unit's answer.
type Input struct {
	// UnitID is the unit that answers.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
} // @name ResponseInput

// Names are what something is called in both languages.
type Names struct {
	// Sv is what it is called in Swedish.
	Sv string `json:"sv" example:"Centrum mot våld"`
	// En is what it is called in English.
	En string `json:"en" example:"Centre against violence"`
} // @name ResponseNames

// Person is somebody as their colleagues know them.
type Person struct {
	// UserID is the account; absent of one who was forgotten.
	UserID string `json:"userId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// Name is what they are called, where they may be named.
	Name string `json:"name,omitempty" example:"Eva Ek"`
	// Role is in which role they did it; absent where it is not known.
	Role string `json:"role,omitempty" example:"contact"`
} // @name ResponsePerson

// Summary is a response in a list.
type Summary struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e01"`
	// SurveyID is the round.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e00"`
	Input
	// UnitNames are what the unit is called.
	UnitNames Names `json:"unitNames"`
	// State is how far it has come.
	State State `json:"state" enums:"draft,signed,reopened" example:"draft"`
	// Answered is how many questions it says something to.
	Answered int `json:"answered" example:"12"`
	// SignedAt is when it was signed last; absent when it is not signed.
	SignedAt *time.Time `json:"signedAt,omitempty" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Version counts what is done with it as a whole, such as signing; each answer has its own.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name ResponseSummary

// Page is one page of responses.
type Page struct {
	Items []Summary       `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ResponsePage

// Signature is who signed, what and when.
type Signature struct {
	// By is who signed.
	By Person `json:"by"`
	// At is when.
	At time.Time `json:"at" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// ContentHash is the checksum (SHA-256) of what was signed.
	ContentHash string `json:"contentHash" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
} // @name ResponseSignature

// Reopening is why a signed response was opened again.
type Reopening struct {
	// Reason is why.
	Reason string `json:"reason" example:"En fråga hade besvarats för fel år."`
	// ByRole is in which role somebody did it.
	ByRole string `json:"byRole" example:"manager"`
	// At is when.
	At time.Time `json:"at" format:"date-time" example:"2026-11-22T10:15:00Z"`
} // @name ResponseReopening

// View is a response with all that is in it.
type View struct {
	Summary
	// Answers are what it says, one for each question that somebody has written at.
	Answers []AnswerView `json:"answers"`
	// Comments are what was said beside the answers, the oldest first.
	Comments []CommentView `json:"comments"`
	// Writers are colleagues who were let in to write, besides those who may by their role.
	Writers []Person `json:"writers"`
	// StartedBy is who began it.
	StartedBy Person `json:"startedBy"`
	// Asked are the keys of the questions that are asked with these answers.
	Asked []string `json:"asked" example:"samverkan-parter"`
	// Missing are the keys of those that must be answered before it is signed.
	Missing []string `json:"missing" example:"samverkan-parter"`
	// Stray are the keys of answers to questions that are not asked any more; take them away before it is signed.
	Stray []string `json:"stray" example:"samverkan-former"`
	// ContentHash is the checksum (SHA-256) of what stands there now. Send it when signing, so that what is signed is what was read.
	ContentHash string `json:"contentHash" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	// Signature is absent when the response is not signed.
	Signature *Signature `json:"signature,omitempty"`
	// Reopened is absent when it was never opened again.
	Reopened *Reopening `json:"reopened,omitempty"`
} // @name Response

// WritersInput says who is let in to write.
type WritersInput struct {
	// UserIDs are people by their accounts; those who are left out may not write any more.
	UserIDs []string `json:"userIds" sent:"must" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// Emails are more people, by the mail address of their account.
	Emails []string `json:"emails,omitempty" example:"eva.ek@umea.se"`
} // @name ResponseWritersInput

// SignatureInput signs.
type SignatureInput struct {
	// ContentHash is that of the response as the signer has read it; without it, what stands there now is signed.
	ContentHash string `json:"contentHash,omitempty" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
} // @name ResponseSignatureInput

// ReopeningInput says why a signed response is opened again.
type ReopeningInput struct {
	// Reason is why.
	Reason string `json:"reason" example:"En fråga hade besvarats för fel år."`
} // @name ResponseReopeningInput

// UnitView is a unit for which the reader writes, in a round.
type UnitView struct {
	// UnitID is the unit.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// UnitNames are what the unit is called.
	UnitNames Names `json:"unitNames"`
	// ParentID is the body that it lies under.
	ParentID *string `json:"parentId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"`
	// State is how far its response has come; absent when it is not begun.
	State State `json:"state,omitempty" enums:"draft,signed,reopened" example:"draft"`
	// ResponseID is its response; absent when it is not begun.
	ResponseID string `json:"responseId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e01"`
	// Links hold response, or start where it may be begun.
	Links httpx.Links `json:"_links"`
} // @name UnitToAnswer

// UnitPage is one page of units.
type UnitPage struct {
	Items []UnitView      `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name UnitToAnswerPage

// DescriptionInput is a unit's description of its own work.
type DescriptionInput struct {
	// Text is the description, in Markdown, for everyone to read.
	Text string `json:"text" example:"Vi möter vuxna och barn som har utsatts för våld, och ger stöd även till den som vill sluta använda våld."`
} // @name UnitDescriptionInput

// ReviewInput is what somebody who has read a description decides.
type ReviewInput struct {
	// Outcome is whether it is published, goes back to the unit, or is taken down.
	Outcome ReviewOutcome `json:"outcome" enums:"approve,return,takeDown" example:"approve"`
	// Reason is why, where it is not approved.
	Reason string `json:"reason,omitempty" example:"Beskriv också hur man kontaktar er."`
} // @name UnitDescriptionReviewInput

// DescriptionView is a unit's description as the unit and the coordinator see it.
type DescriptionView struct {
	DescriptionInput
	// HTML is the text as safe HTML.
	HTML string `json:"html" example:"<p>Vi möter vuxna och barn som har utsatts för våld.</p>"`
	// State is how far it has come.
	State DescriptionState `json:"state" enums:"notWritten,waiting,approved,returned" example:"waiting"`
	// Reason is why it was returned or taken down; absent else.
	Reason string `json:"reason,omitempty" example:"Beskriv också hur man kontaktar er."`
	// Suggestion is a beginning made of the unit's own answers, until it has written something.
	Suggestion string `json:"suggestion,omitempty" example:"### Vad gör ni?\n\nVi möter vuxna och barn."`
	// PublicOn is when what is public was approved; absent when nothing is.
	PublicOn day.Day `json:"publicOn,omitempty" swaggertype:"string" format:"date" example:"2026-11-23"`
	// Version counts edits and decisions; 0 until somebody has written.
	Version int         `json:"version" example:"1"`
	Links   httpx.Links `json:"_links"`
} // @name UnitDescription

// PublicDescriptionView is what everyone reads of a unit.
type PublicDescriptionView struct {
	// UnitID is the unit.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// Text is the description, in Markdown.
	Text string `json:"text" example:"Vi möter vuxna och barn som har utsatts för våld."`
	// HTML is the text as safe HTML.
	HTML string `json:"html" example:"<p>Vi möter vuxna och barn som har utsatts för våld.</p>"`
	// ApprovedOn is when it was approved.
	ApprovedOn day.Day     `json:"approvedOn" swaggertype:"string" format:"date" example:"2026-11-23"`
	Links      httpx.Links `json:"_links"`
} // @name PublicUnitDescription
