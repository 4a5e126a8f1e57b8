package responses

import (
	"time"

	"envagin/api/platform/httpx"
)

// AnswerInput is what a response says to one question.
type AnswerInput struct {
	// Value is the answer in the form of the question's type, or null to take it away.
	Value any `json:"value" sent:"must"`
} // @name ResponseAnswerInput

// AnswerView is an answer as it stands.
type AnswerView struct {
	// QuestionKey names the question, the same in each round.
	QuestionKey string `json:"questionKey" example:"samverkan-parter"`
	// Value is the answer in the form of the question's type: "key" for one option, ["key"] for several, 3 for a scale or a number, {"row": "option"} for a matrix, "2026-11-23" for a day, a text, or {"title", "url"} for a file; null when there is none.
	Value any `json:"value"`
	// WrittenBy is who wrote last; absent until somebody has.
	WrittenBy *Person `json:"writtenBy,omitempty"`
	// UpdatedAt is when; absent until then.
	UpdatedAt *time.Time `json:"updatedAt,omitempty" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Version counts what was written; 0 until somebody has. It stands first in the ETag.
	Version int         `json:"version" example:"3"`
	Links   httpx.Links `json:"_links"`
} // @name ResponseAnswer

// CommentInput is what somebody says beside an answer.
type CommentInput struct {
	// QuestionKey is the question that it is about.
	QuestionKey string `json:"questionKey" example:"samverkan-parter"`
	// Text is the comment, without anything that tells of a person.
	Text string `json:"text" example:"Ska vi nämna skolan här också?"`
} // @name ResponseCommentInput

// CommentView is a comment.
type CommentView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e02"`
	CommentInput
	// WrittenBy is who wrote it.
	WrittenBy Person `json:"writtenBy"`
	// IsMine tells that the reader wrote it.
	IsMine bool `json:"isMine" example:"false"`
	// Version is 1: a comment is not edited.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name ResponseComment

// CommentPage is one page of comments.
type CommentPage struct {
	Items []CommentView   `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ResponseCommentPage

// PlaceInput is where in a plan a proposal is put.
type PlaceInput struct {
	// PlanID is the plan.
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	// Code is the activity's code, unique in the plan.
	Code string `json:"code" example:"2.9"`
	// Part is the part of the plan.
	Part int `json:"part" example:"2"`
	// Title is what the activity is called.
	Title string `json:"title" example:"Gemensam rutin för placering"`
} // @name ResponseUsePlace

// UseInput makes something of an answer.
type UseInput struct {
	// QuestionKey is the question whose answer it is made of.
	QuestionKey string `json:"questionKey" example:"behov-utveckla"`
	// Kind is what it becomes.
	Kind UseKind `json:"kind" enums:"goodExample,need,proposedActivity" example:"need"`
	// Text says it so that it is understood without the survey.
	Text string `json:"text" example:"Enheterna behöver en gemensam rutin för placering."`
	// Activity puts a proposed activity in a plan, with a source that says it is to be confirmed; absent when it only stands in the list.
	Activity *PlaceInput `json:"activity,omitempty"`
} // @name ResponseUseInput

// UseView is what was made of an answer.
type UseView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e03"`
	// SurveyID is the round.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e00"`
	// ResponseID is the response that it was made of.
	ResponseID string `json:"responseId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2e01"`
	// UnitID is the unit that answered.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// UnitNames are what the unit is called.
	UnitNames Names `json:"unitNames"`
	// QuestionKey is the question.
	QuestionKey string `json:"questionKey" example:"behov-utveckla"`
	// Kind is what it became.
	Kind UseKind `json:"kind" enums:"goodExample,need,proposedActivity" example:"need"`
	// Text says it so that it is understood without the survey.
	Text string `json:"text" example:"Enheterna behöver en gemensam rutin för placering."`
	// Value is what the answer said then.
	Value any `json:"value"`
	// ActivityID is the activity that a proposal became; absent when it only stands in the list.
	ActivityID string      `json:"activityId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	Version    int         `json:"version" example:"1"`
	CreatedAt  time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links      httpx.Links `json:"_links"`
} // @name ResponseUse

// UsePage is one page of uses.
type UsePage struct {
	Items []UseView       `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ResponseUsePage

func (in UseInput) use() (Use, *Place) {
	u := Use{QuestionKey: in.QuestionKey, Kind: in.Kind, Text: in.Text}
	if in.Activity == nil {
		return u, nil
	}
	return u, &Place{PlanID: in.Activity.PlanID, Code: in.Activity.Code, Part: in.Activity.Part, Title: in.Activity.Title}
}
