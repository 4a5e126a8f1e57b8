package accounts

import (
	"time"

	"envagin/api/platform/httpx"
)

// ProfileInput is what a person states of themselves.
type ProfileInput struct {
	// Name is what colleagues see; the public only when PublicName says so.
	Name string `json:"name" example:"Anna Exempel"`
	// Title is what the person does, in a few words; shown with the name.
	Title string `json:"title" example:"Socialsekreterare"`
	// Phone is where the person is reached; "" when it is not given.
	Phone string `json:"phone" example:"090-16 00 00"`
	// Lang is the language of the interface and of mail.
	Lang string `json:"lang" enums:"sv,en" example:"sv"`
	// PublicName shows name and title to everyone, where the person is a contact of a body or sits in the council.
	PublicName bool `json:"publicName" sent:"must" example:"false"`
	// PublicEmail shows the mail address there.
	PublicEmail bool `json:"publicEmail" sent:"must" example:"false"`
	// PublicPhone shows the phone there.
	PublicPhone bool `json:"publicPhone" sent:"must" example:"false"`
	// Protected hides the person behind their role for everyone else, and empties what traces hold of them.
	Protected bool `json:"protected" sent:"must" example:"false"`
} // @name ProfileInput

// ProfileView is a person's own account, with what they choose themselves.
type ProfileView struct {
	ProfileInput
	// Email is what the person signs in with; those who keep the accounts change it.
	Email string `json:"email" example:"anna@example.se"`
	// RoleWords are what others see of a protected person, and of one who shows nothing.
	RoleWords Words `json:"roleWords"`
	// Version is that of the account.
	Version   int         `json:"version" example:"1"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Profile

// OwnPasswordInput changes one's own password.
type OwnPasswordInput struct {
	// CurrentPassword is the one to be replaced.
	CurrentPassword string `json:"currentPassword" format:"password" example:"fyra ord som hör ihop"`
	// Password is the new one: 12–200 characters of any kind.
	Password string `json:"password" format:"password" example:"en helt annan mening"`
} // @name OwnPasswordInput

// Contact is somebody to turn to at a body: as much as that person shows, and
// always the role.
type Contact struct {
	// Role is what the person is there.
	Role string `json:"role" enums:"contact,officer,manager" example:"contact"`
	// RoleWords are the role and the body in words.
	RoleWords Words `json:"roleWords"`
	// Name is there when the person shows it.
	Name string `json:"name,omitempty" example:"Anna Exempel"`
	// Title is there with the name.
	Title string `json:"title,omitempty" example:"Socialsekreterare"`
	// Email is there when the person shows it.
	Email string `json:"email,omitempty" example:"anna@example.se"`
	// Phone is there when the person shows it.
	Phone string `json:"phone,omitempty" example:"090-16 00 00"`
} // @name Contact

// ContactPage is one page of contacts.
type ContactPage struct {
	Items []Contact       `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ContactPage

func (in ProfileInput) onto(a *Account) {
	a.Name, a.Title, a.Phone, a.Lang = in.Name, in.Title, in.Phone, in.Lang
	a.PublicName, a.PublicEmail, a.PublicPhone, a.Protected = in.PublicName, in.PublicEmail, in.PublicPhone, in.Protected
}

func (a Account) profile() ProfileInput {
	return ProfileInput{Name: a.Name, Title: a.Title, Phone: a.Phone, Lang: a.Lang, PublicName: a.PublicName,
		PublicEmail: a.PublicEmail, PublicPhone: a.PublicPhone, Protected: a.Protected}
}

func (a Account) profileView(links httpx.Links) ProfileView {
	return ProfileView{ProfileInput: a.profile(), Email: a.Email, RoleWords: a.Words, Version: a.Version, UpdatedAt: a.UpdatedAt, Links: links}
}
