package activities

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// Input is what the coordinator states of an activity.
type Input struct {
	// PlanID is the plan it belongs to; an activity never moves to another.
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"utveckla-centrum-mot-vald"`
	// Code is what people call it; unique in the plan. An old code stays as an alias.
	Code string `json:"code" example:"2.2"`
	// Part is the part of the plan, 0 when the plan has no parts.
	Part int `json:"part" example:"2"`
	// Position orders activities with equal codes' prefix; lower first.
	Position int    `json:"position" example:"2"`
	Title    string `json:"title" example:"Utveckla Centrum mot våld"`
	// Summary says what and why in two sentences.
	Summary string `json:"summary,omitempty" example:"Alla som utsätts för eller utövar våld i nära relationer ska få hjälp."`
	// Description is Markdown.
	Description string `json:"description,omitempty" example:"Hjälpen gäller **både** utsatta och utövare."`
	// Lang is the language of the texts (BCP 47).
	Lang string `json:"lang,omitempty" example:"sv"`
	// ParentID is the activity that this is a part of.
	ParentID *string `json:"parentId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a02"`
	// Start is absent when unknown.
	Start *day.Dated `json:"start,omitempty"`
	// End is absent when unknown.
	End *day.Dated `json:"end,omitempty"`
	// DatesSource tells who says when.
	DatesSource     source.Source `json:"datesSource,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
	ViolenceAreaIDs []string      `json:"violenceAreaIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a03"`
	TargetGroupIDs  []string      `json:"targetGroupIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a04"`
	// Levels are those of the socio-ecological model.
	Levels  []Level  `json:"levels,omitempty" enums:"individual,relationship,community,society" example:"individual"`
	GoalIDs []string `json:"goalIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a05"`
	// ClassificationSource tells who says which areas, groups and levels.
	ClassificationSource source.Source `json:"classificationSource,omitempty" enums:"plan,interpretation,municipality" example:"interpretation"`
	// ExpectedEffect says what should be better afterwards.
	ExpectedEffect string   `json:"expectedEffect,omitempty" example:"Fler får hjälp tidigare."`
	Funding        *Funding `json:"funding,omitempty"`
	// WebLinks lead to more about it, outside this service.
	WebLinks []WebLink `json:"links,omitempty"`
	// Source tells who says that the activity is.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name ActivityInput

// AnswerView is one body that answers today.
type AnswerView struct {
	BodyID string             `json:"bodyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	Role   ResponsibilityRole `json:"role" enums:"answerable,carriesOut,supports" example:"answerable"`
	// ByRule is true when it follows from "all boards".
	ByRule bool `json:"byRule" example:"false"`
	// State is that of the body's part.
	State PartState `json:"state" enums:"none,notStarted,onTrack,deviation,done" example:"onTrack"`
	// LastReportOn is the day that the newest report tells of; absent when nobody has reported.
	LastReportOn day.Day `json:"lastReportOn,omitempty" swaggertype:"string" format:"date" example:"2026-10-01"`
} // @name ActivityAnswer

// OverrideView is a status set by hand.
type OverrideView struct {
	Status State `json:"status" enums:"onTrack,atRisk,late,notStarted,noInformation" example:"atRisk"`
	// Reason is why, shown to everyone.
	Reason string `json:"reason" example:"Lokalen är inte klar."`
	// Until is the last day; absent until taken back.
	Until day.Day `json:"until,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
} // @name StatusOverride

// NextMilestone is the nearest milestone that is not done.
type NextMilestone struct {
	Title string    `json:"title" example:"Modellen är beskriven"`
	Due   day.Dated `json:"due"`
} // @name NextMilestone

// View is an activity as its reader sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	Input
	// DescriptionHTML is the description, made safe to show; not in lists.
	DescriptionHTML string `json:"descriptionHtml,omitempty" example:"<p>Hjälpen gäller <strong>både</strong> utsatta och utövare.</p>"`
	// Aliases are codes it has had.
	Aliases []string `json:"aliases,omitempty" example:"6"`
	// SubActivityIDs are the activities that are parts of this one.
	SubActivityIDs []string `json:"subActivityIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a08"`
	// Responsibilities are all rows, past and to come; not in lists.
	Responsibilities []ResponsibilityView `json:"responsibilities,omitempty"`
	// Answerable is who answers today, with each body's state.
	Answerable []AnswerView `json:"answerable"`
	// Status is how it goes, by a fixed precedence.
	Status         State         `json:"status" enums:"onTrack,atRisk,late,done,notStarted,noInformation,cancelled,merged" example:"onTrack"`
	StatusReason   Reason        `json:"statusReason"`
	StatusOverride *OverrideView `json:"statusOverride,omitempty"`
	DoneOn         *day.Dated    `json:"doneOn,omitempty"`
	// CancelledOn is the day from which it is cancelled.
	CancelledOn day.Day `json:"cancelledOn,omitempty" swaggertype:"string" format:"date" example:"2026-06-30"`
	// CancelledReason is why it was cancelled.
	CancelledReason string `json:"cancelledReason,omitempty" example:"Ersatt av länets gemensamma arbete."`
	// MergedIntoID is the activity in which it went up.
	MergedIntoID *string `json:"mergedIntoId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a09"`
	// LastReportOn is the day that the newest report tells of; absent when nobody has reported.
	LastReportOn day.Day `json:"lastReportOn,omitempty" swaggertype:"string" format:"date" example:"2026-10-01"`
	// IsStale is true when nobody has reported within the plan's reporting interval.
	IsStale       bool           `json:"isStale" example:"false"`
	NextMilestone *NextMilestone `json:"nextMilestone,omitempty"`
	// Unconfirmed is true when something about it is our interpretation.
	Unconfirmed bool `json:"unconfirmed" example:"false"`
	// Version counts edits of the content; it stands first in the ETag.
	Version   int         `json:"version" example:"3"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Activity

// Page is one page of activities.
type Page struct {
	Items []View `json:"items"`
	// DeletedIDs are those that are gone or no longer visible; only with updatedSince.
	DeletedIDs []string `json:"deletedIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a0a"`
	// Cursor is what to send as updatedSince next time.
	Cursor string          `json:"cursor,omitempty" example:"MTI6"`
	Meta   httpx.Meta      `json:"_meta"`
	Links  httpx.PageLinks `json:"_links"`
} // @name ActivityPage

func (in Input) activity() Activity {
	a := Activity{
		PlanID: in.PlanID, Key: in.Key, Code: in.Code, Part: in.Part, Position: in.Position,
		Title: in.Title, Summary: in.Summary, Description: in.Description, Lang: in.Lang, ParentID: in.ParentID,
		Start: day.From(in.Start), End: day.From(in.End), DatesSource: in.DatesSource.OrMunicipality(),
		AreaIDs: in.ViolenceAreaIDs, GroupIDs: in.TargetGroupIDs, Levels: in.Levels, GoalIDs: in.GoalIDs,
		ClassificationSource: in.ClassificationSource.OrMunicipality(), ExpectedEffect: in.ExpectedEffect,
		Funding: Funding{State: NoFunding}, Links: in.WebLinks, Source: in.Source.OrMunicipality(),
	}
	if a.Lang == "" {
		a.Lang = "sv"
	}
	if in.Funding != nil {
		a.Funding = *in.Funding
		if a.Funding.State == "" {
			a.Funding.State = NoFunding
		}
	}
	return a
}

func (a Activity) input() Input {
	in := Input{
		PlanID: a.PlanID, Key: a.Key, Code: a.Code, Part: a.Part, Position: a.Position,
		Title: a.Title, Summary: a.Summary, Description: a.Description, Lang: a.Lang, ParentID: a.ParentID,
		Start: a.Start.Or(), End: a.End.Or(), DatesSource: a.DatesSource,
		ViolenceAreaIDs: a.AreaIDs, TargetGroupIDs: a.GroupIDs, Levels: a.Levels, GoalIDs: a.GoalIDs,
		ClassificationSource: a.ClassificationSource, ExpectedEffect: a.ExpectedEffect,
		WebLinks: a.Links, Source: a.Source,
	}
	if a.Funding != (Funding{State: NoFunding}) {
		funding := a.Funding
		in.Funding = &funding
	}
	return in
}
