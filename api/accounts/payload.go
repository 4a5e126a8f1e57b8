package accounts

import (
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// RoleInput is one role of a user, as a writer states it.
type RoleInput struct {
	// Role is what the person is.
	Role auth.RoleName `json:"role" swaggertype:"string" enums:"admin,coordinator,steering,officer,manager,contact,member,secretary,expert,editor,reviewer,partner,reader" example:"officer"`
	// BodyID is the body it holds for, with what lies under it: for officer, manager, contact and partner.
	BodyID string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	// ValidFrom is its first day; absent when it already holds.
	ValidFrom day.Day `json:"validFrom,omitempty" swaggertype:"string" format:"date" example:"2026-01-01"`
	// ValidTo is its last day; absent while no end is known.
	ValidTo day.Day `json:"validTo,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
} // @name UserRole

// Input is what a writer states of a user.
type Input struct {
	// Email is what the person signs in with.
	Email string `json:"email" example:"handlaggare@example.se"`
	// Name is what colleagues see; the public never does.
	Name string `json:"name" example:"Handläggare IFN"`
	// Lang is the language of the interface and of mail.
	Lang string `json:"lang,omitempty" enums:"sv,en" example:"sv"`
	// Active tells whether the person may sign in.
	Active bool `json:"active" sent:"must" example:"true"`
	// Roles are what the person is and may do.
	Roles []RoleInput `json:"roles" sent:"must"`
} // @name UserInput

// NewInput is what makes a user: the content and a first password.
type NewInput struct {
	Input
	// Password is 12–200 characters of any kind.
	Password string `json:"password" format:"password" example:"fyra ord som hör ihop"`
} // @name UserNewInput

// View is a user as colleagues who keep the accounts see it, and as users see themselves.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a20"`
	Input
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name User

// Page is one page of users.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name UserPage

// Credentials are what a person signs in with.
type Credentials struct {
	// Email is the account's mail address, in any case.
	Email string `json:"email" example:"officer@demo.example"`
	// Password is the account's password.
	Password string `json:"password" format:"password" example:"fyra ord som hör ihop"`
} // @name SessionInput

// SessionView is what signing in and renewing give. The refresh token is not
// among it: it travels in a cookie that no script can read.
type SessionView struct {
	// AccessToken goes into the Authorization header, after "Bearer".
	AccessToken string `json:"accessToken" example:"eyJhbGciOiJFZERTQSIsImtpZCI6IjEifQ.e30.c2ln"`
	// TokenType is always Bearer.
	TokenType string `json:"tokenType" example:"Bearer"`
	// ExpiresIn is how many seconds the access token lives.
	ExpiresIn int `json:"expiresIn" example:"300"`
	// User is who is signed in.
	User View `json:"user"`
} // @name Session

func (in Input) account() Account {
	a := Account{Email: in.Email, Name: in.Name, Lang: in.Lang, Active: in.Active, Roles: make([]Role, len(in.Roles))}
	for i, r := range in.Roles {
		a.Roles[i] = Role{Name: r.Role, ValidFrom: r.ValidFrom, ValidTo: r.ValidTo}
		if r.BodyID != "" {
			a.Roles[i].BodyID = &r.BodyID
		}
	}
	return a
}

func (a Account) input() Input {
	in := Input{Email: a.Email, Name: a.Name, Lang: a.Lang, Active: a.Active, Roles: make([]RoleInput, len(a.Roles))}
	for i, r := range a.Roles {
		in.Roles[i] = RoleInput{Role: r.Name, BodyID: r.body(), ValidFrom: r.ValidFrom, ValidTo: r.ValidTo}
	}
	return in
}

func (a Account) view(links httpx.Links) View {
	return View{ID: a.ID, Input: a.input(), Version: a.Version, CreatedAt: a.CreatedAt, UpdatedAt: a.UpdatedAt, Links: links}
}
