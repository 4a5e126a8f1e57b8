package meetings

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// PlacesInput is how many may come to an open meeting.
type PlacesInput struct {
	// Places is how many; 0 closes the sign-up.
	Places int `json:"places" example:"80"`
	// ClosesOn is the last day to sign up; absent for the day of the meeting.
	ClosesOn day.Day `json:"closesOn,omitempty" swaggertype:"string" format:"date" example:"2026-12-01"`
} // @name ForumPlacesInput

// PlacesView is how it stands with the places.
type PlacesView struct {
	// MeetingID is the open meeting.
	MeetingID string `json:"meetingId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a21"`
	PlacesInput
	// IsOpen tells that one may sign up today.
	IsOpen bool `json:"isOpen" example:"true"`
	// IsFull tells that no place is left.
	IsFull bool `json:"isFull" example:"false"`
	// MaxSeats is how many one may sign up.
	MaxSeats int `json:"maxSeats" example:"5"`
	// Taken is how many places are taken; absent for those who do not keep the meeting.
	Taken *int `json:"taken,omitempty" example:"31"`
	// Version counts edits; it stands first in the ETag.
	Version int         `json:"version" example:"1"`
	Links   httpx.Links `json:"_links"`
} // @name ForumPlaces

// SignUpInput is what one gives to come to an open meeting.
type SignUpInput struct {
	// Name is what the person wants to be called at the door.
	Name string `json:"name" example:"Kim"`
	// Email is where the receipt goes.
	Email string `json:"email" example:"kim@example.org"`
	// Seats is for how many, from 1 to 5.
	Seats int `json:"seats" example:"2"`
	// Lang is the receipt's language.
	Lang string `json:"lang,omitempty" enums:"sv,en" example:"sv"`
} // @name ForumSignUpInput

// SignedUp is the answer to who signs up: the same whether it is the first time or not.
type SignedUp struct {
	// MeetingID is the open meeting.
	MeetingID string `json:"meetingId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a21"`
	// Seats is for how many.
	Seats int `json:"seats" example:"2"`
	// ReceiptComes tells that a receipt is sent by mail.
	ReceiptComes bool        `json:"receiptComes" example:"true"`
	Links        httpx.Links `json:"_links"`
} // @name ForumSignedUp

// SignUpView is a sign-up as those see it who keep the meeting.
type SignUpView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a51"`
	// Name is what the person wants to be called.
	Name string `json:"name" example:"Kim"`
	// Email is where the receipt went.
	Email string `json:"email" example:"kim@example.org"`
	// Seats is for how many.
	Seats     int         `json:"seats" example:"2"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name ForumSignUp

// SignUpPage is one page of sign-ups.
type SignUpPage struct {
	Items []SignUpView    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ForumSignUpPage

func (in PlacesInput) places() Places { return Places{Places: in.Places, ClosesOn: in.ClosesOn} }

func (p Places) input() PlacesInput { return PlacesInput{Places: p.Places, ClosesOn: p.ClosesOn} }

func (in SignUpInput) signUp() SignUp {
	return SignUp{Name: in.Name, Email: in.Email, Seats: in.Seats, Lang: in.Lang}
}
