package plans

import (
	"time"

	"envagin/api/platform/httpx"
)

// TermInput is what the coordinator states of a violence area or a target group.
type TermInput struct {
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"nara-relationer"`
	// NameSv is the name in Swedish.
	NameSv string `json:"nameSv" example:"Våld i nära relationer"`
	// NameEn is the name in English.
	NameEn string `json:"nameEn" example:"Violence in close relationships"`
	// DescriptionSv says in Swedish what it means.
	DescriptionSv string `json:"descriptionSv,omitempty" example:"Våld, hot eller kontroll från någon som man har en nära relation till."`
	// DescriptionEn says in English what it means.
	DescriptionEn string `json:"descriptionEn,omitempty" example:"Violence, threats or control by someone close."`
	// Position orders the list; lower first.
	Position int `json:"position" example:"2"`
} // @name TermInput

// TermView is a violence area or a target group as everyone sees it.
type TermView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a51"`
	TermInput
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Term

// TermPage is one page of violence areas or target groups.
type TermPage struct {
	Items []TermView      `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name TermPage

func (in TermInput) term() Term {
	return Term{Key: in.Key, NameSv: in.NameSv, NameEn: in.NameEn,
		DescriptionSv: in.DescriptionSv, DescriptionEn: in.DescriptionEn, Position: in.Position}
}

func (t Term) input() TermInput {
	return TermInput{Key: t.Key, NameSv: t.NameSv, NameEn: t.NameEn,
		DescriptionSv: t.DescriptionSv, DescriptionEn: t.DescriptionEn, Position: t.Position}
}

func (t Term) view(links httpx.Links) TermView {
	return TermView{ID: t.ID, TermInput: t.input(), Version: t.Version, CreatedAt: t.CreatedAt, UpdatedAt: t.UpdatedAt, Links: links}
}
