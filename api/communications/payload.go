package communications

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// Input is what a writer states of a communication.
type Input struct {
	// PlanID is the plan whose work is told; a communication stays there.
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	// ActivityID is the activity that it is about; absent when it is about the whole plan.
	ActivityID *string `json:"activityId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	// Message is what is told.
	Message string `json:"message" example:"Nu finns en väg in till allt stöd."`
	// Audience is to whom.
	Audience string `json:"audience" example:"Alla som möter barn i sitt arbete"`
	// Direction tells inward, to those who work here, from outward.
	Direction Direction `json:"direction" enums:"inward,outward" example:"inward"`
	// Channel is by what means.
	Channel string `json:"channel,omitempty" example:"Intranätet och arbetsplatsträffar"`
	// Date is when; absent when nobody has said.
	Date *day.Dated `json:"date,omitempty"`
	// ResponsibleBodyID is who sees to it: a body, never a person.
	ResponsibleBodyID *string `json:"responsibleBodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// DoneOn is when it was told; absent until it is.
	DoneOn day.Day `json:"doneOn,omitempty" format:"date" example:"2026-11-20"`
	// Lang is the language of the texts (BCP 47); sv when absent.
	Lang string `json:"lang,omitempty" example:"sv"`
} // @name CommunicationInput

// About is what the activity is called that a communication is about.
type About struct {
	// Title is its title.
	Title string `json:"title" example:"Boende"`
	// Code is its code in the plan.
	Code string `json:"code" example:"2.6"`
	// Lang is the language of the title.
	Lang string `json:"lang" example:"sv"`
} // @name CommunicationActivity

// View is a communication as its reader sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2ac1"`
	Input
	// State is how far it has come today.
	State State `json:"state" enums:"planned,late,done" example:"planned"`
	// Activity is what the activity is called; absent when it is about the whole plan.
	Activity *About `json:"activity,omitempty"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Communication

// Page is one page of communications.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CommunicationPage

func (in Input) communication() Communication {
	m := Communication{PlanID: in.PlanID, ActivityID: in.ActivityID, Message: in.Message, Audience: in.Audience, Direction: in.Direction,
		Channel: in.Channel, Date: day.From(in.Date), ResponsibleBodyID: in.ResponsibleBodyID, DoneOn: in.DoneOn, Lang: in.Lang}
	if m.Lang == "" {
		m.Lang = "sv"
	}
	return m
}

func (m Communication) input() Input {
	return Input{PlanID: m.PlanID, ActivityID: m.ActivityID, Message: m.Message, Audience: m.Audience, Direction: m.Direction,
		Channel: m.Channel, Date: m.Date.Or(), ResponsibleBodyID: m.ResponsibleBodyID, DoneOn: m.DoneOn, Lang: m.Lang}
}
