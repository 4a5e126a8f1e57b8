package plans

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// VersionInput is what is said of a plan when it is frozen.
type VersionInput struct {
	// Label is what people call the version.
	Label string `json:"label" example:"Antagen 2019"`
	// DecidedByID is the body that decided.
	DecidedByID *string `json:"decidedById,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// DecisionDate is the day of the decision; absent when unknown.
	DecisionDate day.Day `json:"decisionDate,omitempty" swaggertype:"string" format:"date" example:"2019-11-25"`
	// DecisionReference is the registration number of the decision.
	DecisionReference string `json:"decisionReference,omitempty" example:"KS-2019/00123"`
	// Note says why the plan was frozen.
	Note string `json:"note,omitempty" example:"Antagen av kommunfullmäktige."`
} // @name VersionInput

// VersionView is a frozen version of a plan.
type VersionView struct {
	ID     string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a61"`
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	VersionInput
	// Number counts the plan's versions, from 1.
	Number int `json:"number" example:"1"`
	// Hash is the SHA-256 of the frozen package, in hexadecimal.
	Hash string `json:"hash" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	// Version is always 1: what is frozen is never edited.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Version

// VersionPage is one page of a plan's versions, without their packages.
type VersionPage struct {
	Items []VersionView   `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name VersionPage

// DifferencePage is one page of what differs between two packages.
type DifferencePage struct {
	Items []Difference    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ComparisonPage

func (in VersionInput) version() Version {
	return Version{Label: in.Label, DecidedByID: in.DecidedByID, DecisionDate: in.DecisionDate,
		DecisionReference: in.DecisionReference, Note: in.Note}
}

func (v Version) input() VersionInput {
	return VersionInput{Label: v.Label, DecidedByID: v.DecidedByID, DecisionDate: v.DecisionDate,
		DecisionReference: v.DecisionReference, Note: v.Note}
}

func (v Version) view(links httpx.Links) VersionView {
	return VersionView{ID: v.ID, PlanID: v.PlanID, VersionInput: v.input(), Number: v.Number, Hash: v.Hash,
		Version: 1, CreatedAt: v.CreatedAt, UpdatedAt: v.CreatedAt, Links: links}
}
