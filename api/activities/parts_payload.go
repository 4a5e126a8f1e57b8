package activities

import (
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// ResponsibilityInput is what the coordinator states of who answers.
type ResponsibilityInput struct {
	// BodyID is the body; absent when a rule says who.
	BodyID *string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// Rule is allBoards, or absent.
	Rule string             `json:"rule,omitempty" enums:"allBoards" example:"allBoards"`
	Role ResponsibilityRole `json:"role" enums:"answerable,carriesOut,supports" example:"answerable"`
	// From is absent when unknown.
	From *day.Dated `json:"from,omitempty"`
	// To is absent while it lasts or when unknown.
	To *day.Dated `json:"to,omitempty"`
	// Position orders a handover: a later one of the same role takes over.
	Position int           `json:"position,omitempty" example:"0"`
	Source   source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name ResponsibilityInput

// ResponsibilityView is one row of who answers.
type ResponsibilityView struct {
	ID         string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a10"`
	ActivityID string `json:"activityId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	ResponsibilityInput
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Responsibility

// ResponsibilityPage is one page of responsibilities.
type ResponsibilityPage struct {
	Items []ResponsibilityView `json:"items"`
	Meta  httpx.Meta           `json:"_meta"`
	Links httpx.PageLinks      `json:"_links"`
} // @name ResponsibilityPage

func (in ResponsibilityInput) row() Responsibility {
	return Responsibility{BodyID: in.BodyID, Rule: in.Rule, Role: in.Role, From: day.From(in.From),
		To: day.From(in.To), Position: in.Position, Source: in.Source.OrMunicipality()}
}

func (r Responsibility) input() ResponsibilityInput {
	return ResponsibilityInput{BodyID: r.BodyID, Rule: r.Rule, Role: r.Role, From: r.From.Or(),
		To: r.To.Or(), Position: r.Position, Source: r.Source}
}

// MilestoneInput is what the coordinator states of a dated step.
type MilestoneInput struct {
	// Key is the stable name within the activity.
	Key   string `json:"key" example:"modell-beskriven"`
	Title string `json:"title" example:"Modellen är beskriven"`
	// Due is absent when unknown.
	Due *day.Dated `json:"due,omitempty"`
	// Recurrence is absent for what happens once.
	Recurrence *Recurrence `json:"recurrence,omitempty"`
	// DoneOn is the day it was reached; absent until then.
	DoneOn day.Day       `json:"doneOn,omitempty" swaggertype:"string" format:"date" example:"2026-09-30"`
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name MilestoneInput

// MilestoneView is a milestone as everyone sees it.
type MilestoneView struct {
	ID         string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	ActivityID string `json:"activityId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	MilestoneInput
	// IsLate is true when the day has passed and it is not done.
	IsLate    bool        `json:"isLate" example:"false"`
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Milestone

// MilestonePage is one page of milestones.
type MilestonePage struct {
	Items []MilestoneView `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name MilestonePage

func (in MilestoneInput) row() Milestone {
	m := Milestone{Key: in.Key, Title: in.Title, Due: day.From(in.Due), DoneOn: in.DoneOn,
		Recurrence: Recurrence{Kind: Once}, Source: in.Source.OrMunicipality()}
	if in.Recurrence != nil {
		m.Recurrence = *in.Recurrence
	}
	return m
}

func (m Milestone) input() MilestoneInput {
	in := MilestoneInput{Key: m.Key, Title: m.Title, Due: m.Due.Or(), DoneOn: m.DoneOn, Source: m.Source}
	if m.Recurrence.Kind != Once {
		recurrence := m.Recurrence
		in.Recurrence = &recurrence
	}
	return in
}

// PartInput is what a body's officer states of its part besides reports.
type PartInput struct {
	// AssignmentReference points at the board's assignment plan.
	AssignmentReference string `json:"assignmentReference,omitempty" example:"Uppdragsplan 2026, punkt 4.2"`
} // @name PartInput

// PartView is one body's share of an activity.
type PartView struct {
	ActivityID string `json:"activityId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	BodyID     string `json:"bodyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	PartInput
	State PartState `json:"state" enums:"none,notStarted,onTrack,deviation,done" example:"onTrack"`
	// LastReportOn is the day that the body's newest report tells of.
	LastReportOn day.Day `json:"lastReportOn,omitempty" swaggertype:"string" format:"date" example:"2026-10-01"`
	// Version counts edits of the reference: 0 until there is one. A report does not raise it.
	Version int         `json:"version" example:"1"`
	Links   httpx.Links `json:"_links"`
} // @name Part

// PartPage is one page of parts.
type PartPage struct {
	Items []PartView      `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name PartPage

// ReportInput is what a body tells of its share.
type ReportInput struct {
	BodyID string `json:"bodyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// State is how the body's share goes.
	State PartState `json:"state" enums:"notStarted,onTrack,deviation,done" example:"deviation"`
	// AsOf is the day it tells of; today when absent, never later.
	AsOf day.Day `json:"asOf,omitempty" swaggertype:"string" format:"date" example:"2026-11-22"`
	// Done is what was done; required when the share is done.
	Done string `json:"done,omitempty" example:"Samtal med skolorna har börjat."`
	// Deviation is what deviates and why; required when state is deviation.
	Deviation string `json:"deviation,omitempty" example:"En tjänst är vakant sedan i maj."`
	// Next is what comes next.
	Next string `json:"next,omitempty" example:"Rekrytering klar i januari."`
} // @name ReportInput

// ReportView is a report as everyone sees it: the body and the role, not the person.
type ReportView struct {
	ID         string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	ActivityID string `json:"activityId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	ReportInput
	ByRole    auth.RoleName `json:"byRole" example:"officer"`
	Version   int           `json:"version" example:"1"`
	CreatedAt time.Time     `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time     `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links   `json:"_links"`
} // @name Report

// ReportPage is one page of reports, newest first.
type ReportPage struct {
	Items []ReportView    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ReportPage

func (in ReportInput) row() Report {
	return Report{BodyID: in.BodyID, State: in.State, AsOf: in.AsOf, Done: in.Done, Deviation: in.Deviation, Next: in.Next}
}

func (r Report) input() ReportInput {
	return ReportInput{BodyID: r.BodyID, State: r.State, AsOf: r.AsOf, Done: r.Done, Deviation: r.Deviation, Next: r.Next}
}
