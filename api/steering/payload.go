package steering

import (
	"envagin/api/activities"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// View is one thing that the steering group should know of.
type View struct {
	// ID names the item within the answer.
	ID string `json:"id" example:"late-0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// Kind is why it stands here.
	Kind Kind `json:"kind" enums:"late,changed,stale,due,decision,task,mandate,question" example:"late"`
	// On is the day it is about: of the report, of the last report, by which it is due, on which it ends; absent when there is none.
	On day.Day `json:"on,omitempty" swaggertype:"string" format:"date" example:"2026-10-31"`
	// Title is what it is called.
	Title string `json:"title" example:"Skyddat boende"`
	// TitleEn is the name in English, where it has one.
	TitleEn string `json:"titleEn,omitempty" example:"Elderly care"`
	// Lang is the language of title and text.
	Lang string `json:"lang" example:"sv"`
	// Code is the activity's code; absent when it is about something else.
	Code string `json:"code,omitempty" example:"2.5"`
	// ObjectType is what sort of thing it is about.
	ObjectType string `json:"objectType" example:"activity"`
	// ObjectID is which one.
	ObjectID string `json:"objectId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// State is how the thing stands, in the words of its own room.
	State string `json:"state,omitempty" example:"late"`
	// Reason says in a sentence why an activity has the state it has.
	Reason *activities.Reason `json:"reason,omitempty"`
	// Text is what was reported.
	Text string `json:"text,omitempty" example:"Avtal med fler utförare undersöks."`
	// BodyID is whom it concerns: who reported, or who is to act.
	BodyID string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d02"`
} // @name SteeringItem

// CountView is how many items of a kind there are.
type CountView struct {
	// Kind is the kind.
	Kind Kind `json:"kind" enums:"late,changed,stale,due,decision,task,mandate,question" example:"late"`
	// Count is how many of them.
	Count int `json:"count" example:"2"`
} // @name SteeringCount

// Page is one page of the view.
type Page struct {
	// Since is the day after which changes are told of.
	Since day.Day `json:"since" swaggertype:"string" format:"date" example:"2026-08-25"`
	// Counts are how many there are of each kind, on all pages together.
	Counts []CountView     `json:"counts"`
	Items  []View          `json:"items"`
	Meta   httpx.Meta      `json:"_meta"`
	Links  httpx.PageLinks `json:"_links"`
} // @name SteeringItemPage

func (it Item) view() View {
	v := View{ID: string(it.Kind) + "-" + it.ObjectID, Kind: it.Kind, On: it.On, Title: it.Title, TitleEn: it.TitleEn, Lang: it.Lang, Code: it.Code,
		ObjectType: it.ObjectType, ObjectID: it.ObjectID, State: it.State, Text: it.Text, BodyID: it.BodyID}
	if it.Kind == Due { // what comes back stands once for each time
		v.ID += "-" + string(it.On)
	}
	if it.of != "" {
		v.ID += "-" + it.of
	}
	if it.Reason.Code != "" {
		v.Reason = &it.Reason
	}
	return v
}
