package plans

import (
	"time"

	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

// SectionInput is what the coordinator states of a section.
type SectionInput struct {
	// Anchor is its stable name in links: a–z, 0–9 and hyphen; unique in the plan.
	Anchor string `json:"anchor" example:"uppfoljning"`
	// ParentID is the section it lies under; absent for a chapter.
	ParentID *string `json:"parentId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a21"`
	// Position orders sections under the same parent; lower first.
	Position int `json:"position" example:"8"`
	// Title is the heading, without a number.
	Title string `json:"title" example:"Uppföljning"`
	// Body is Markdown; [[#anchor]] becomes a link with that section's number and title.
	Body string `json:"body,omitempty" example:"Planen följs upp varje år, se [[#matbara-mal]]."`
	// Embed is what the page shows after the text, from the plan's data.
	Embed Embed `json:"embed,omitempty" enums:"activities,goals,violenceAreas,targetGroups,timeline" example:"goals"`
	// IsSummary is true when the text sums up the adopted one.
	IsSummary bool `json:"isSummary" example:"true"`
	// Lang is the language of the text (BCP 47).
	Lang string `json:"lang,omitempty" example:"sv"`
} // @name SectionInput

// SectionView is a section as everyone sees it.
type SectionView struct {
	ID     string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a22"`
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	SectionInput
	// Number is its place in the contents, made anew at each reading.
	Number string `json:"number" example:"8.1"`
	// BodyHTML is the body with its references resolved, made safe to show.
	BodyHTML string `json:"bodyHtml,omitempty" example:"<p>Planen följs upp varje år.</p>"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Section

// SectionPage is one page of sections, in reading order.
type SectionPage struct {
	Items []SectionView   `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name SectionPage

func (in SectionInput) section() Section {
	return Section{Anchor: in.Anchor, ParentID: in.ParentID, Position: in.Position, Title: in.Title, Body: in.Body,
		Embed: in.Embed, IsSummary: in.IsSummary, Lang: orSwedish(in.Lang)}
}

func (s Section) input() SectionInput {
	return SectionInput{Anchor: s.Anchor, ParentID: s.ParentID, Position: s.Position, Title: s.Title, Body: s.Body,
		Embed: s.Embed, IsSummary: s.IsSummary, Lang: s.Lang}
}

// view needs the contents, from which the number and the references are made.
func (s Section) view(all Contents, links httpx.Links) SectionView {
	return SectionView{ID: s.ID, PlanID: s.PlanID, SectionInput: s.input(), Number: all.Number(s.ID),
		BodyHTML: markdown.HTML(all.Resolve(s.Body)), Version: s.Version, CreatedAt: s.CreatedAt, UpdatedAt: s.UpdatedAt, Links: links}
}
