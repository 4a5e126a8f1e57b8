package questions

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

// Input is what is asked.
type Input struct {
	// Title says in a line what it is about.
	Title string `json:"title" example:"Hur dokumenterar vi en skyddsplan?"`
	// Question is the question itself, in Markdown, without anything that tells of a person.
	Question string `json:"question" example:"Var i vårt system hör en skyddsplan hemma, och vem får läsa den?"`
	// AskedByBodyID is the body that asks; absent when it is the council itself, and for those who may not know.
	AskedByBodyID *string `json:"askedByBodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// ViolenceAreaIDs are what it is about.
	ViolenceAreaIDs []string `json:"violenceAreaIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"`
	// MeetingID is the meeting of the council that asked.
	MeetingID *string `json:"meetingId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c03"`
	// NeededBy is the day by which the answer is needed; absent when none is.
	NeededBy day.Day `json:"neededBy,omitempty" swaggertype:"string" format:"date" example:"2026-12-15"`
	// Lang is the language of the texts (BCP 47).
	Lang string `json:"lang,omitempty" example:"sv"`
} // @name CouncilQuestionInput

// AnswerInput is what is answered.
type AnswerInput struct {
	// Answer is the answer, in Markdown, without anything that tells of a person.
	Answer string `json:"answer" example:"I personakten, med behörighet för dem som arbetar i ärendet."`
	// Links are where one reads on.
	Links []Link `json:"links,omitempty"`
} // @name CouncilAnswerInput

// PublicationInput says for whom it is published.
type PublicationInput struct {
	// Part is for whom: everyone, or those who are signed in.
	Part Part `json:"part" enums:"public,internal" example:"public"`
} // @name CouncilQuestionPublication

// AnswerView is an answer as its readers see it.
type AnswerView struct {
	AnswerInput
	// AnswerHTML is the answer as safe HTML.
	AnswerHTML string `json:"answerHtml" example:"<p>I personakten, med behörighet för dem som arbetar i ärendet.</p>"`
	// On is when it was answered.
	On day.Day `json:"on" swaggertype:"string" format:"date" example:"2026-11-23"`
} // @name CouncilAnswer

// View is a question as its reader sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c04"`
	Input
	// QuestionHTML is the question as safe HTML.
	QuestionHTML string `json:"questionHtml" example:"<p>Var i vårt system hör en skyddsplan hemma, och vem får läsa den?</p>"`
	// State is how far it has come.
	State State `json:"state" enums:"new,taken,answered,published" example:"new"`
	// AskedOn is when it was asked.
	AskedOn day.Day `json:"askedOn" swaggertype:"string" format:"date" example:"2026-11-23"`
	// AskedBy is who asked, for those who work with the questions and where the person may be named.
	AskedBy string `json:"askedBy,omitempty" example:"Eva Ek"`
	// IsMine tells that the reader asked it.
	IsMine bool `json:"isMine" example:"false"`
	// TakenBy is who works on it, as AskedBy.
	TakenBy string `json:"takenBy,omitempty" example:"Sam Sand"`
	// WaitingDays are how many days it has waited, or waited until it was answered.
	WaitingDays int `json:"waitingDays" example:"12"`
	// IsLate tells that it has waited more than 30 days, or past the day by which the answer was needed.
	IsLate bool `json:"isLate" example:"false"`
	// Answer is the answer; absent until there is one.
	Answer *AnswerView `json:"answer,omitempty"`
	// Part is for whom it is published; absent until it is.
	Part Part `json:"part,omitempty" enums:"public,internal" example:"public"`
	// PublishedOn is when it was published; absent until it is.
	PublishedOn day.Day `json:"publishedOn,omitempty" swaggertype:"string" format:"date" example:"2026-11-23"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilQuestion

// Page is one page of questions.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilQuestionPage

// SearchInput is what one looks for. It stands in a body, since an address is seen
// and kept in many places.
type SearchInput struct {
	// Q are the words; a question holds all of them, in some form.
	Q string `json:"q" example:"skyddsplan dokumentation"`
	// State finds only those that have come so far.
	State State `json:"state,omitempty" enums:"new,taken,answered,published" example:"published"`
	// AreaID finds only those about a violence area.
	AreaID string `json:"areaId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"`
	// Page is which page, from 1.
	Page int `json:"page,omitempty" example:"1"`
	// Limit is how many a page, 1–100; 20 when absent.
	Limit int `json:"limit,omitempty" example:"20"`
} // @name CouncilQuestionSearchInput

// SearchResult is what was found, the best first.
type SearchResult struct {
	Items []View     `json:"items"`
	Meta  httpx.Meta `json:"_meta"`
} // @name CouncilQuestionSearch

func (in Input) question() Question {
	q := Question{Title: in.Title, Text: in.Question, AskedByBodyID: in.AskedByBodyID, AreaIDs: in.ViolenceAreaIDs,
		MeetingID: in.MeetingID, NeededBy: in.NeededBy, Lang: in.Lang}
	if q.Lang == "" {
		q.Lang = "sv"
	}
	return q
}

func (q Question) input() Input {
	return Input{Title: q.Title, Question: q.Text, AskedByBodyID: q.AskedByBodyID, ViolenceAreaIDs: q.AreaIDs,
		MeetingID: q.MeetingID, NeededBy: q.NeededBy, Lang: q.Lang}
}

func (q Question) answerInput() AnswerInput { return AnswerInput{q.Answer, q.AnswerLinks} }

// answerView is nil until there is an answer.
func (q Question) answerView() *AnswerView {
	if q.AnsweredOn == "" {
		return nil
	}
	return &AnswerView{q.answerInput(), markdown.HTML(q.Answer), q.AnsweredOn}
}
