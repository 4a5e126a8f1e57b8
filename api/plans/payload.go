package plans

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// Input is what the coordinator states of a plan.
type Input struct {
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"umea-vald-2020"`
	// Name is what the plan is called.
	Name string `json:"name" example:"Umeå kommuns gemensamma plan mot våld"`
	// Lang is the language of the plan's texts (BCP 47).
	Lang string `json:"lang,omitempty" example:"sv"`
	// Status is draft until the plan is shown to everyone.
	Status Status `json:"status" enums:"draft,published" example:"published"`
	// RootBodyID is the council whose boards "all boards" means.
	RootBodyID string `json:"rootBodyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// OwnerID is the body that owns the plan.
	OwnerID *string `json:"ownerId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	// DocumentOwnerID is the body that keeps the document.
	DocumentOwnerID *string `json:"documentOwnerId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a13"`
	// ApprovingBodyID is the body that adopts the plan.
	ApprovingBodyID *string `json:"approvingBodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// DecisionDate is when it was adopted; absent when unknown.
	DecisionDate *day.Dated `json:"decisionDate,omitempty"`
	// DecisionReference is the registration number of the decision.
	DecisionReference string `json:"decisionReference,omitempty" example:"KS-2019/00123"`
	// DocumentDate is what the document is dated; absent when unknown.
	DocumentDate *day.Dated `json:"documentDate,omitempty"`
	// RevisionDates are when the document was revised.
	RevisionDates []day.Dated `json:"revisionDates,omitempty"`
	// PeriodFrom is the first day for which the plan holds.
	PeriodFrom day.Day `json:"periodFrom,omitempty" swaggertype:"string" format:"date" example:"2020-01-01"`
	// PeriodTo is the last day for which the plan holds.
	PeriodTo day.Day `json:"periodTo,omitempty" swaggertype:"string" format:"date" example:"2022-12-31"`
	// ParentID is the plan that this one makes concrete.
	ParentID *string `json:"parentId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a02"`
	// SupersedesID is the plan that this one takes over from.
	SupersedesID *string `json:"supersedesId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a03"`
	// AdoptedTextURL leads to the adopted document.
	AdoptedTextURL string `json:"adoptedTextUrl,omitempty" example:"https://www.umea.se/planer"`
	// IsSummary is true when the texts here sum up the adopted document.
	IsSummary bool `json:"isSummary" example:"true"`
	// Notice is what every reader should know of the texts and data.
	Notice string `json:"notice,omitempty" example:"Texterna är sammanfattningar, inte den antagna planens text."`
	// Parts are the parts of the activity plan.
	Parts []Part `json:"parts,omitempty"`
	// ReportingIntervalDays is how long a report stays fresh; 120 when nothing is said.
	ReportingIntervalDays int `json:"reportingIntervalDays,omitempty" example:"120"`
	// Source tells who says so.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name PlanInput

// View is a plan as everyone sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	Input
	// InForce tells whether the plan's period covers today.
	InForce bool `json:"inForce" example:"false"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Plan

// Page is one page of plans.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name PlanPage

func (in Input) plan() Plan {
	p := Plan{
		Key: in.Key, Name: in.Name, Lang: orSwedish(in.Lang), Status: in.Status, RootBodyID: in.RootBodyID,
		OwnerID: in.OwnerID, DocumentOwnerID: in.DocumentOwnerID, ApprovingBodyID: in.ApprovingBodyID,
		Decision: day.From(in.DecisionDate), DecisionReference: in.DecisionReference, Document: day.From(in.DocumentDate),
		RevisionDates: make([]day.Dated, len(in.RevisionDates)), PeriodFrom: in.PeriodFrom, PeriodTo: in.PeriodTo,
		ParentID: in.ParentID, SupersedesID: in.SupersedesID, AdoptedTextURL: in.AdoptedTextURL, IsSummary: in.IsSummary,
		Notice: in.Notice, Parts: in.Parts, ReportingIntervalDays: in.ReportingIntervalDays, Source: in.Source.OrMunicipality(),
	}
	for i := range in.RevisionDates {
		p.RevisionDates[i] = day.From(&in.RevisionDates[i])
	}
	if p.Parts == nil {
		p.Parts = []Part{}
	}
	if p.ReportingIntervalDays == 0 {
		p.ReportingIntervalDays = defaultInterval
	}
	return p
}

func (p Plan) input() Input {
	return Input{
		Key: p.Key, Name: p.Name, Lang: p.Lang, Status: p.Status, RootBodyID: p.RootBodyID,
		OwnerID: p.OwnerID, DocumentOwnerID: p.DocumentOwnerID, ApprovingBodyID: p.ApprovingBodyID,
		DecisionDate: p.Decision.Or(), DecisionReference: p.DecisionReference, DocumentDate: p.Document.Or(),
		RevisionDates: p.RevisionDates, PeriodFrom: p.PeriodFrom, PeriodTo: p.PeriodTo,
		ParentID: p.ParentID, SupersedesID: p.SupersedesID, AdoptedTextURL: p.AdoptedTextURL, IsSummary: p.IsSummary,
		Notice: p.Notice, Parts: p.Parts, ReportingIntervalDays: p.ReportingIntervalDays, Source: p.Source,
	}
}

func (p Plan) view(today day.Day, links httpx.Links) View {
	return View{ID: p.ID, Input: p.input(), InForce: p.InForce(today), Version: p.Version,
		CreatedAt: p.CreatedAt, UpdatedAt: p.UpdatedAt, Links: links}
}
