package meetings

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// SeriesInput is what is stated of a series of meetings.
type SeriesInput struct {
	// Key is the stable name: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"radet"`
	// Kind is what sort of meetings: the council's own, jointly with the reference group, the open forum, the steering group.
	Kind Kind `json:"kind" enums:"council,joint,forum,steering" example:"council"`
	// Title is what people call it.
	Title string `json:"title" example:"Samverkansrådets möten"`
	// TimesPerYear is how often it is decided to meet; 0 when nothing is decided.
	TimesPerYear int `json:"timesPerYear" example:"4"`
	// WithReferenceGroup tells that the reference group is invited.
	WithReferenceGroup bool `json:"withReferenceGroup,omitempty" example:"false"`
	// Quorum is how many seats must be represented; 0 is more than half of those that are filled.
	Quorum int `json:"quorum,omitempty" example:"0"`
	// From is the first day of the series; absent when it is not known.
	From day.Day `json:"from,omitempty" swaggertype:"string" format:"date" example:"2020-01-01"`
	// To is its last day; absent while no end is decided.
	To day.Day `json:"to,omitempty" swaggertype:"string" format:"date" example:"2030-12-31"`
	// Place is where it usually meets.
	Place string `json:"place,omitempty" example:"Stadshuset, Umeå"`
	// Source tells who says so.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name CouncilMeetingSeriesInput

// KeptView is how a year went against what was decided.
type KeptView struct {
	// Year is the calendar year.
	Year int `json:"year" example:"2026"`
	// Decided is how many meetings the year was to have.
	Decided int `json:"decided" example:"4"`
	// Held is how many were held; a joint meeting is one of the council's own.
	Held int `json:"held" example:"3"`
	// Planned is how many more stand in the calendar.
	Planned int `json:"planned" example:"1"`
} // @name CouncilMeetingSeriesYear

// SeriesView is a series as its reader sees it.
type SeriesView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a05"`
	SeriesInput
	// Kept tells year by year, the latest first, whether it was met as decided; ten years at most.
	Kept []KeptView `json:"kept"`
	// Version counts edits of the content; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilMeetingSeries

// SeriesPage is one page of series.
type SeriesPage struct {
	Items []SeriesView    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilMeetingSeriesPage

func (in SeriesInput) series() Series {
	return Series{Key: in.Key, Kind: in.Kind, Title: in.Title, TimesPerYear: in.TimesPerYear, WithReferenceGroup: in.WithReferenceGroup,
		Quorum: in.Quorum, ValidFrom: in.From, ValidTo: in.To, Place: in.Place, Source: in.Source.OrMunicipality()}
}

func (s Series) input() SeriesInput {
	return SeriesInput{Key: s.Key, Kind: s.Kind, Title: s.Title, TimesPerYear: s.TimesPerYear, WithReferenceGroup: s.WithReferenceGroup,
		Quorum: s.Quorum, From: s.ValidFrom, To: s.ValidTo, Place: s.Place, Source: s.Source}
}
