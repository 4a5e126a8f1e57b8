package compilations

import (
	"time"

	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

// AnalysisInput is what somebody says of a question's answers.
type AnalysisInput struct {
	// TextSv says it in Swedish, in Markdown.
	TextSv string `json:"textSv" example:"De flesta har en rutin, men få känner till den."`
	// TextEn says it in English.
	TextEn string `json:"textEn,omitempty" example:"Most have a routine, but few know of it."`
} // @name SurveyAnalysisInput

// AnalysisView is an analysis.
type AnalysisView struct {
	// QuestionKey is the question whose answers it is about.
	QuestionKey string `json:"questionKey" example:"rutin"`
	AnalysisInput
	// HTMLSv is the Swedish text as safe HTML.
	HTMLSv string `json:"htmlSv" example:"<p>De flesta har en rutin, men få känner till den.</p>"`
	// HTMLEn is the English text as safe HTML.
	HTMLEn string `json:"htmlEn" example:"<p>Most have a routine, but few know of it.</p>"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name SurveyAnalysis

// AnalysisPage is one page of analyses.
type AnalysisPage struct {
	Items []AnalysisView  `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name SurveyAnalysisPage

func (a Analysis) view(links httpx.Links) AnalysisView {
	return AnalysisView{QuestionKey: a.QuestionKey, AnalysisInput: AnalysisInput{a.TextSv, a.TextEn}, HTMLSv: markdown.HTML(a.TextSv), HTMLEn: markdown.HTML(a.TextEn),
		Version: a.Version, UpdatedAt: a.UpdatedAt, Links: links}
}
