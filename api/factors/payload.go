package factors

import (
	"encoding/json"
	"time"

	"envagin/api/platform/httpx"
)

// View is how a person stands with second steps: codes from an app, and recovery codes.
type View struct {
	// Confirmed tells whether codes from an app are in use.
	Confirmed bool `json:"confirmed" example:"true"`
	// ConfirmedAt is since when.
	ConfirmedAt *time.Time `json:"confirmedAt,omitempty" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Pending tells whether an app was begun with and waits for its first code.
	Pending bool `json:"pending" example:"false"`
	// Passkeys is how many passkeys the person has.
	Passkeys int `json:"passkeys" example:"1"`
	// RecoveryCodesLeft is how many recovery codes have not been used.
	RecoveryCodesLeft int `json:"recoveryCodesLeft" example:"10"`
	// Required tells whether one of the person's roles must have a second step.
	Required bool `json:"required" example:"false"`
	// Withheld tells that the person's roles are not in force until they have set one up.
	Withheld bool `json:"withheld" example:"false"`
	// Links hold confirm, delete and renewCodes when they can be done now.
	Links httpx.Links `json:"_links"`
} // @name TOTP

// SetupInput begins with an app.
type SetupInput struct{} // @name TOTPInput

// SetupView is what an app is given: once, until its first code confirms it.
type SetupView struct {
	// Secret is for typing in, when the picture cannot be read.
	Secret string `json:"secret" example:"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"`
	// URI is what the picture says; a telephone opens its app with it.
	URI string `json:"uri" example:"otpauth://totp/En%20v%C3%A4g%20in:officer@demo.example?secret=JBSWY3DPEHPK3PXP"`
	// Image is a QR code of the URI: a PNG as a data URI.
	Image string `json:"image" example:"data:image/png;base64,iVBORw0KGgo="`
	// ExpiresIn is how many seconds it waits for its first code.
	ExpiresIn int `json:"expiresIn" example:"1800"`
} // @name TOTPSetup

// CodeInput is what the app shows.
type CodeInput struct {
	// Code is six digits.
	Code string `json:"code" example:"492039"`
} // @name TOTPConfirmation

// CodesInput asks for new recovery codes.
type CodesInput struct{} // @name RecoveryCodesInput

// CodesView are recovery codes, shown once.
type CodesView struct {
	// Codes let in once each, when there is nothing else. Keep them on paper.
	Codes []string `json:"codes" example:"3f7k-92mx-c0tw"`
} // @name RecoveryCodes

// SecondInput is the second step of a sign-in.
type SecondInput struct {
	// Token is what signing in by password answered.
	Token string `json:"token" example:"pJx0V7J1bq5c8mH0g2i3yQeQmB4s9uZr1tKkXo7wLdE"`
	// Code is what the app shows, or a recovery code in any spacing and case.
	Code string `json:"code" example:"492039"`
} // @name SecondFactorInput

// ChallengeInput asks to sign in by a passkey.
type ChallengeInput struct {
	// Token is what signing in by password answered, when the passkey is the second step.
	Token string `json:"token,omitempty" example:"pJx0V7J1bq5c8mH0g2i3yQeQmB4s9uZr1tKkXo7wLdE"`
} // @name PasskeyChallengeInput

// AddChallengeInput asks to add a passkey.
type AddChallengeInput struct{} // @name PasskeyAdditionInput

// ChallengeView is what a browser is to be asked.
type ChallengeView struct {
	// ID names the challenge in the answer.
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a30"`
	// Options are for PublicKeyCredential.parseRequestOptionsFromJSON, or parseCreationOptionsFromJSON when a key is added.
	Options any `json:"options"`
	// ExpiresIn is how many seconds it can be answered.
	ExpiresIn int `json:"expiresIn" example:"300"`
} // @name PasskeyChallenge

// AssertionInput is the browser's answer when signing in.
type AssertionInput struct {
	// ChallengeID is the challenge that it answers.
	ChallengeID string `json:"challengeId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a30"`
	// Token is the one that the challenge was asked with, when the passkey is the second step.
	Token string `json:"token,omitempty" example:"pJx0V7J1bq5c8mH0g2i3yQeQmB4s9uZr1tKkXo7wLdE"`
	// Credential is what PublicKeyCredential.toJSON gives.
	Credential json.RawMessage `json:"credential" swaggertype:"object"`
} // @name PasskeySessionInput

// Input is what a person states of a passkey.
type Input struct {
	// Name is by what they know it: the device, or where it is kept.
	Name string `json:"name" example:"Telefonen"`
} // @name PasskeyInput

// NewInput is a new passkey.
type NewInput struct {
	Input
	// ChallengeID is the challenge that it answers.
	ChallengeID string `json:"challengeId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a30"`
	// Credential is what PublicKeyCredential.toJSON gives.
	Credential json.RawMessage `json:"credential" swaggertype:"object"`
} // @name PasskeyNewInput

// PasskeyView is a passkey as its owner sees it.
type PasskeyView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a31"`
	Input
	// Synced tells whether it may be on several of the person's devices.
	Synced bool `json:"synced" example:"true"`
	// Stopped tells that it seems to have been copied, and lets nobody in any more.
	Stopped bool `json:"stopped" example:"false"`
	// LastUsedAt is when it last let the person in.
	LastUsedAt *time.Time `json:"lastUsedAt,omitempty" format:"date-time" example:"2026-11-22T10:15:00Z"`
	CreatedAt  time.Time  `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Version counts edits; it stands first in the ETag.
	Version int         `json:"version" example:"1"`
	Links   httpx.Links `json:"_links"`
} // @name Passkey

// AddedView is a new passkey, with recovery codes when it is the first second step.
type AddedView struct {
	PasskeyView
	// RecoveryCodes are shown once; absent when the person has some.
	RecoveryCodes []string `json:"recoveryCodes,omitempty" example:"3f7k-92mx-c0tw"`
} // @name PasskeyAdded

// Page is one page of passkeys.
type Page struct {
	Items []PasskeyView   `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name PasskeyPage

func (s State) view(links httpx.Links) View {
	return View{Confirmed: s.TOTP.Secret != "", ConfirmedAt: s.TOTP.ConfirmedAt, Pending: s.Pending, Passkeys: s.Passkeys,
		RecoveryCodesLeft: s.Left, Required: s.Required, Withheld: s.Withheld, Links: links}
}

func (p Passkey) view(links httpx.Links) PasskeyView {
	return PasskeyView{ID: p.ID, Input: Input{p.Name}, Synced: p.synced(), Stopped: p.StoppedAt != nil,
		LastUsedAt: p.LastUsedAt, CreatedAt: p.CreatedAt, Version: p.Version, Links: links}
}

// HeldView is what is held of a person's second steps.
type HeldView struct {
	// AppSince is since when codes from an app are in use.
	AppSince *time.Time `json:"appSince,omitempty" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// RecoveryCodesLeft is how many recovery codes have not been used.
	RecoveryCodesLeft int `json:"recoveryCodesLeft" example:"10"`
	// Passkeys are the names of the passkeys.
	Passkeys []string `json:"passkeys" example:"Telefonen"`
}

func heldView(s State, keys []Passkey) HeldView {
	v := HeldView{AppSince: s.TOTP.ConfirmedAt, RecoveryCodesLeft: s.Left, Passkeys: make([]string, len(keys))}
	for i, k := range keys {
		v.Passkeys[i] = k.Name
	}
	return v
}
