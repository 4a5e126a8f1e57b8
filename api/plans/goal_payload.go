package plans

import (
	"time"

	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// GoalInput is what the coordinator states of a purpose or goal.
type GoalInput struct {
	// PlanID is the plan it belongs to; a goal never moves to another.
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen; unique in the plan.
	Key string `json:"key" example:"minska-valdet"`
	// Kind tells a purpose from an overarching and from a measurable goal.
	Kind GoalKind `json:"kind" enums:"purpose,overarching,measurable" example:"overarching"`
	// Text is the goal in one or two sentences.
	Text string `json:"text" example:"Våldet ska minska."`
	// Position orders the goals of a plan; lower first.
	Position int `json:"position" example:"4"`
	// Lang is the language of the text (BCP 47).
	Lang string `json:"lang,omitempty" example:"sv"`
	// Source tells who says so.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name GoalInput

// GoalView is a purpose or goal as everyone sees it.
type GoalView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a41"`
	GoalInput
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Goal

// GoalPage is one page of goals.
type GoalPage struct {
	Items []GoalView      `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name GoalPage

func (in GoalInput) goal() Goal {
	return Goal{PlanID: in.PlanID, Key: in.Key, Kind: in.Kind, Text: in.Text, Position: in.Position,
		Lang: orSwedish(in.Lang), Source: in.Source.OrMunicipality()}
}

func (g Goal) input() GoalInput {
	return GoalInput{PlanID: g.PlanID, Key: g.Key, Kind: g.Kind, Text: g.Text, Position: g.Position, Lang: g.Lang, Source: g.Source}
}

func (g Goal) view(links httpx.Links) GoalView {
	return GoalView{ID: g.ID, GoalInput: g.input(), Version: g.Version, CreatedAt: g.CreatedAt, UpdatedAt: g.UpdatedAt, Links: links}
}
