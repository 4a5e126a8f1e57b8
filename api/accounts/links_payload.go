package accounts

import "time"

// InvitationInput is empty: the account says all there is to say.
type InvitationInput struct{} // @name InvitationInput

// ResetInput asks for a new password.
type ResetInput struct {
	// Email is the account's mail address.
	Email string `json:"email" example:"anna@example.se"`
} // @name PasswordResetInput

// TokenInput is the token of a link in a mail: what stands after its #.
type TokenInput struct {
	// Token is good for one password.
	Token string `json:"token" example:"pJx0V7J1bq5c8mH0g2i3yQeQmB4s9uZr1tKkXo7wLdE"`
} // @name LinkCheckInput

// LinkView is what a link in a mail is for.
type LinkView struct {
	// Purpose is invitation or reset.
	Purpose Purpose `json:"purpose" swaggertype:"string" enums:"invitation,reset" example:"invitation"`
	// Lang is the language that the person reads.
	Lang string `json:"lang" enums:"sv,en" example:"sv"`
	// ExpiresAt is when the link stops working.
	ExpiresAt time.Time `json:"expiresAt" format:"date-time" example:"2026-11-29T10:15:00Z"`
	// MaskedEmail lets the person see that it is their own account, and nobody else whose it is.
	MaskedEmail string `json:"maskedEmail" example:"a…a@e…e.se"`
	// MaskedName is the first letter of each name.
	MaskedName string `json:"maskedName" example:"A… E…"`
} // @name LinkCheck

// LinkPasswordInput chooses a password by a link in a mail.
type LinkPasswordInput struct {
	TokenInput
	// Password is 12–200 characters of any kind.
	Password string `json:"password" format:"password" example:"fyra ord som hör ihop"`
} // @name PasswordChangeInput

func (l Link) view(a Account) LinkView {
	return LinkView{Purpose: l.Purpose, Lang: a.Lang, ExpiresAt: l.ExpiresAt, MaskedEmail: maskedEmail(a.Email), MaskedName: maskedName(a.Name)}
}
