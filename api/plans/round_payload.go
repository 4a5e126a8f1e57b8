package plans

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// RoundInput is what the coordinator states of a reporting round.
type RoundInput struct {
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen; unique in the plan.
	Key string `json:"key" example:"arlig-kf"`
	// Name is what the round is called.
	Name string `json:"name" example:"Årlig uppföljning till kommunfullmäktige"`
	// Audience is who reads the reports.
	Audience Audience `json:"audience" enums:"council,steering,board" example:"council"`
	// FirstDue is the first day on which reports are due.
	FirstDue day.Day `json:"firstDue" swaggertype:"string" format:"date" example:"2020-12-31"`
	// EveryMonths is how long it is to the next time, 1–60.
	EveryMonths int `json:"everyMonths" example:"12"`
	// LastDue ends the round; absent when it goes on to the plan's last day.
	LastDue day.Day `json:"lastDue,omitempty" swaggertype:"string" format:"date" example:"2022-12-31"`
	// Source tells who says so.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name ReportingRoundInput

// RoundView is a reporting round as everyone sees it.
type RoundView struct {
	ID     string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a31"`
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	RoundInput
	// NextDue is the first due day from today; absent when the round is over.
	NextDue day.Day `json:"nextDue,omitempty" swaggertype:"string" format:"date" example:"2021-12-31"`
	// DueDates are all due days, at most 60.
	DueDates []day.Day `json:"dueDates" swaggertype:"array,string" format:"date" example:"2020-12-31"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name ReportingRound

// RoundPage is one page of reporting rounds.
type RoundPage struct {
	Items []RoundView     `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ReportingRoundPage

func (in RoundInput) round() ReportingRound {
	return ReportingRound{Key: in.Key, Name: in.Name, Audience: in.Audience, FirstDue: in.FirstDue,
		EveryMonths: in.EveryMonths, LastDue: in.LastDue, Source: in.Source.OrMunicipality()}
}

func (r ReportingRound) input() RoundInput {
	return RoundInput{Key: r.Key, Name: r.Name, Audience: r.Audience, FirstDue: r.FirstDue,
		EveryMonths: r.EveryMonths, LastDue: r.LastDue, Source: r.Source}
}

// view needs the plan's last day, which ends a round that has none of its own.
func (r ReportingRound) view(periodTo, today day.Day, links httpx.Links) RoundView {
	dates := r.DueDates(periodTo)
	return RoundView{ID: r.ID, PlanID: r.PlanID, RoundInput: r.input(), NextDue: nextDue(dates, today), DueDates: dates,
		Version: r.Version, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt, Links: links}
}
