package results

import (
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// CorrectionInput is what is to be put right, and why.
type CorrectionInput struct {
	// Kind is what is taken out of what was told.
	Kind CorrectionKind `json:"kind" enums:"withdrawGroup,withdrawQuestion" example:"withdrawQuestion"`
	// TargetKey is the key of the group or the question.
	TargetKey string `json:"targetKey" example:"rutin"`
	// ReasonSv says why in Swedish, to everyone. At most 1 000 characters.
	ReasonSv string `json:"reasonSv" example:"Frågan kunde förstås på två sätt."`
	// ReasonEn says it in English.
	ReasonEn string `json:"reasonEn" example:"The question could be understood in two ways."`
} // @name SurveyCorrectionInput

// CorrectionView is what was put right.
type CorrectionView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d81"`
	CorrectionInput
	// State is done once what is told has been put right; who makes corrections also sees those that wait or were refused.
	State CorrectionState `json:"state" enums:"waiting,done,refused" example:"done"`
	// Refusal is why it was not made: tooClose when what few have answered could be had by setting the two against each other, destroyed when the answers are not there any more.
	Refusal string `json:"refusal,omitempty" enums:"tooClose,destroyed" example:"tooClose"`
	// OnDay is when it was asked for.
	OnDay day.Day `json:"onDay" swaggertype:"string" format:"date" example:"2026-12-18"`
	// Version counts edits; it stands first in the ETag.
	Version int         `json:"version" example:"2"`
	Links   httpx.Links `json:"_links"`
} // @name SurveyCorrection

// CorrectionPage is one page of corrections.
type CorrectionPage struct {
	Items []CorrectionView `json:"items"`
	Meta  httpx.Meta       `json:"_meta"`
	Links httpx.PageLinks  `json:"_links"`
} // @name SurveyCorrectionPage

func (in CorrectionInput) correction(surveyID string) Correction {
	return Correction{SurveyID: surveyID, Kind: in.Kind, TargetKey: in.TargetKey, ReasonSv: in.ReasonSv, ReasonEn: in.ReasonEn}
}

func (c Correction) view(links httpx.Links) CorrectionView {
	return CorrectionView{ID: c.ID, CorrectionInput: CorrectionInput{c.Kind, c.TargetKey, c.ReasonSv, c.ReasonEn}, State: c.State, Refusal: c.Refusal, OnDay: c.OnDay,
		Version: c.Version, Links: links}
}
