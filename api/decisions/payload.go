package decisions

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// Input is what is stated of a decision.
type Input struct {
	// PlanID is the plan in whose history it stands; a decision stays there.
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen; unique in the plan.
	Key string `json:"key" example:"ifn-uppdrag"`
	// BodyID is who decided; absent when no body in the register is meant.
	BodyID *string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// Date is when; absent when unknown.
	Date *day.Dated `json:"date,omitempty"`
	// RegistrationNumber is the decision's number in the register.
	RegistrationNumber string `json:"registrationNumber,omitempty" example:"IFN-2016/00321 § 84"`
	// Title says in a line what was decided.
	Title string `json:"title" example:"Individ- och familjenämnden ger uppdraget att ta fram planen"`
	// Text is the decision itself, in Markdown.
	Text string `json:"text,omitempty" example:"Nämnden uppdrar åt förvaltningen att ta fram en gemensam plan."`
	// Lang is the language of the texts (BCP 47).
	Lang string `json:"lang,omitempty" example:"sv"`
	// Motions are what was proposed when it was decided.
	Motions []Motion `json:"motions"`
	// Reservations are who did not agree.
	Reservations []Reservation `json:"reservations"`
	// ReportBack is when it is to be reported back; absent when it is not.
	ReportBack *day.Dated `json:"reportBack,omitempty"`
	// ReportedBack is when that was done; absent until it is.
	ReportedBack *day.Dated `json:"reportedBack,omitempty"`
	// Concerns are the things that it is about, and that so point to it.
	Concerns []Thing `json:"concerns"`
	// Source tells who says so.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name DecisionInput

// Titled is what a thing that a decision concerns is called.
type Titled struct {
	Thing
	// Title is what people call it.
	Title string `json:"title" example:"Boende"`
	// Code is an activity's code; absent for other things.
	Code string `json:"code,omitempty" example:"2.6"`
	// Lang is the language of the title.
	Lang string `json:"lang" example:"sv"`
} // @name DecisionConcernTitle

// View is a decision as its reader sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a81"`
	Input
	// TextHTML is the text as safe HTML.
	TextHTML string `json:"textHtml" example:"<p>Nämnden uppdrar åt förvaltningen att ta fram en gemensam plan.</p>"`
	// Titles are the things it concerns, as they are called, as far as this reader sees them.
	Titles []Titled `json:"titles"`
	// IsOpen tells that it is to be reported back and has not been.
	IsOpen bool `json:"isOpen" example:"false"`
	// IsLate tells that the day of reporting back has passed.
	IsLate bool `json:"isLate" example:"false"`
	// Version counts edits of the content; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Decision

// Page is one page of decisions.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name DecisionPage

func (in Input) decision() Decision {
	d := Decision{PlanID: in.PlanID, Key: in.Key, BodyID: in.BodyID, Date: day.From(in.Date), RegistrationNumber: in.RegistrationNumber,
		Title: in.Title, Text: in.Text, Lang: in.Lang, Motions: listed(in.Motions), Reservations: listed(in.Reservations),
		ReportBack: day.From(in.ReportBack), ReportedBack: day.From(in.ReportedBack), Concerns: in.Concerns, Source: in.Source.OrMunicipality()}
	if d.Lang == "" {
		d.Lang = "sv"
	}
	return d
}

func (d Decision) input() Input {
	return Input{PlanID: d.PlanID, Key: d.Key, BodyID: d.BodyID, Date: d.Date.Or(), RegistrationNumber: d.RegistrationNumber,
		Title: d.Title, Text: d.Text, Lang: d.Lang, Motions: listed(d.Motions), Reservations: listed(d.Reservations),
		ReportBack: d.ReportBack.Or(), ReportedBack: d.ReportedBack.Or(), Concerns: listed(d.Concerns), Source: d.Source}
}

// listed is never nil, since an empty list is written [].
func listed[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
