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
	// Provided tells that the system through which the person signs in gave the role, and gives or takes it
	// at each sign-in. What a writer states here is not read.
	Provided bool `json:"provided,omitempty" example:"false"`
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
	// Protected tells that the person has a protected identity: others see the role and never name, mail address or
	// phone, which are read as words of the role or as nothing, and kept when they are sent back so. Only the person
	// takes it away.
	Protected bool `json:"protected" sent:"must" example:"false"`
} // @name UserInput

// View is a user as colleagues who keep the accounts see it, and as users see themselves.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a20"`
	Input
	// RoleWords say what the person is, without saying who.
	RoleWords Words `json:"roleWords"`
	// Invitation is there while the person has not chosen a password yet.
	Invitation *InvitationView `json:"invitation,omitempty"`
	// ErasedAt is when the person's data were erased; the role is left.
	ErasedAt *time.Time `json:"erasedAt,omitempty" format:"date-time" example:"2026-11-22T10:15:00Z"`
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

// Words are the same in both languages of the interface.
type Words struct {
	// Sv is Swedish.
	Sv string `json:"sv" example:"Handläggare, Individ- och familjenämnden"`
	// En is English.
	En string `json:"en" example:"Officer, Individual and Family Committee"`
} // @name Words

// InvitationView is an invitation that was sent and not used.
type InvitationView struct {
	// CreatedAt is when somebody asked for it to be sent.
	CreatedAt time.Time `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// ExpiresAt is when its link stops working.
	ExpiresAt time.Time `json:"expiresAt" format:"date-time" example:"2026-11-29T10:15:00Z"`
	// Expired tells that it no longer works; send another.
	Expired bool `json:"expired" example:"false"`
} // @name Invitation

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
	a := Account{Email: in.Email, Name: in.Name, Lang: in.Lang, Active: in.Active, Protected: in.Protected, Roles: make([]Role, len(in.Roles))}
	for i, r := range in.Roles {
		a.Roles[i] = Role{Name: r.Role, ValidFrom: r.ValidFrom, ValidTo: r.ValidTo}
		if r.BodyID != "" {
			a.Roles[i].BodyID = &r.BodyID
		}
	}
	return a
}

func (a Account) input() Input {
	in := Input{Email: a.Email, Name: a.Name, Lang: a.Lang, Active: a.Active, Protected: a.Protected, Roles: make([]RoleInput, len(a.Roles))}
	for i, r := range a.Roles {
		in.Roles[i] = RoleInput{Role: r.Name, BodyID: r.body(), ValidFrom: r.ValidFrom, ValidTo: r.ValidTo, Provided: r.Provided}
	}
	return in
}

// view is the account as this viewer may see it.
func (a Account) view(viewer auth.User, now time.Time, links httpx.Links) View {
	a = a.seenBy(viewer)
	v := View{ID: a.ID, Input: a.input(), RoleWords: a.Words, ErasedAt: a.ErasedAt, Version: a.Version,
		CreatedAt: a.CreatedAt, UpdatedAt: a.UpdatedAt, Links: links}
	if i := a.Invitation; i != nil && a.PasswordHash == "" {
		v.Invitation = &InvitationView{CreatedAt: i.CreatedAt, ExpiresAt: i.ExpiresAt, Expired: !now.Before(i.ExpiresAt)}
	}
	return v
}
