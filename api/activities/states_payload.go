package activities

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// DependencyInput says what comes before.
type DependencyInput struct {
	// BeforeID is the activity that comes before; of the same plan.
	BeforeID string `json:"beforeId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a13"`
} // @name DependencyInput

// DependencyView is one before/after pair.
type DependencyView struct {
	ID         string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a14"`
	ActivityID string `json:"activityId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	DependencyInput
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Dependency

// DependencyPage is one page of dependencies.
type DependencyPage struct {
	Items []DependencyView `json:"items"`
	Meta  httpx.Meta       `json:"_meta"`
	Links httpx.PageLinks  `json:"_links"`
} // @name DependencyPage

// InternalNoteInput is the text of the internal notes.
type InternalNoteInput struct {
	// Text is Markdown, seen by the coordinator and those who answer.
	Text string `json:"text" example:"Ta upp lokalfrågan på nästa möte."`
} // @name InternalNotesInput

// InternalNoteView is an activity's internal notes.
type InternalNoteView struct {
	ActivityID string `json:"activityId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	InternalNoteInput
	// Version is 0 until something is written.
	Version int         `json:"version" example:"1"`
	Links   httpx.Links `json:"_links"`
} // @name InternalNotes

// CompletionInput marks an activity as done.
type CompletionInput struct {
	// On is when it was done; may be known only to the month or year.
	On day.Dated `json:"on"`
} // @name CompletionInput

// OverrideInput sets a status by hand.
type OverrideInput struct {
	Status State `json:"status" enums:"onTrack,atRisk,late,notStarted,noInformation" example:"atRisk"`
	// Reason is shown to everyone.
	Reason string `json:"reason" example:"Lokalen är inte klar."`
	// Until is the last day; absent until taken back.
	Until day.Day `json:"until,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
} // @name StatusOverrideInput

// CancellationInput cancels an activity.
type CancellationInput struct {
	// On is the first day on which it is cancelled; today when absent.
	On day.Day `json:"on" swaggertype:"string" format:"date" example:"2026-06-30"`
	// Reason is shown to everyone.
	Reason string `json:"reason" example:"Ersatt av länets gemensamma arbete."`
} // @name CancellationInput

// MergerInput lets an activity go up in another.
type MergerInput struct {
	// IntoID is the activity that takes over; of the same plan.
	IntoID string `json:"intoId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a13"`
} // @name MergerInput

// MatrixCell is how much is done about one violence area by one body.
type MatrixCell struct {
	// ViolenceAreaID is absent for activities that are not classified.
	ViolenceAreaID string `json:"violenceAreaId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a03"`
	// BodyID is absent for activities that nobody answers for.
	BodyID string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// Count is how many activities.
	Count int `json:"count" example:"2"`
	// ActivityIDs are those activities, by code.
	ActivityIDs []string `json:"activityIds" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
} // @name MatrixCell

// MatrixPage is the cells of the matrix that hold something.
type MatrixPage struct {
	Items []MatrixCell    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name MatrixCellPage
