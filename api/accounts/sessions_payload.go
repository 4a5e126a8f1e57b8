package accounts

import (
	"strings"
	"time"

	"envagin/api/platform/httpx"
)

// SignInView is one sign-in of a person that has not ended.
type SignInView struct {
	ID string `json:"id" format:"uuid" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a30"`
	// Device is the browser and system in coarse words; "" when they are not known.
	Device string `json:"device" example:"Firefox, Windows"`
	// How are the ways in which the person showed who they are.
	How []string `json:"how" enums:"pwd,otp,recovery,passkey,oidc" example:"pwd,otp"`
	// CreatedAt is when it began.
	CreatedAt time.Time `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// LastUsedAt is when it was last renewed.
	LastUsedAt time.Time `json:"lastUsedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// ExpiresAt is when it ends at the latest.
	ExpiresAt time.Time `json:"expiresAt" format:"date-time" example:"2026-11-29T10:15:00Z"`
	// Current is the sign-in that asks.
	Current bool `json:"current" example:"true"`
	// Recent tells that it began in the last quarter of an hour, as what one signs in with takes to be changed.
	Recent bool        `json:"recent" example:"true"`
	Links  httpx.Links `json:"_links"`
} // @name SignIn

// SignInPage is one page of a person's sign-ins.
type SignInPage struct {
	Items []SignInView    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name SignInPage

// MethodsView tells how one signs in here.
type MethodsView struct {
	// Local tells that mail address and password are taken.
	Local bool `json:"local" example:"true"`
	// Passkeys tells that passkeys are taken.
	Passkeys bool `json:"passkeys" example:"true"`
	// Federated is there when one signs in through another system.
	Federated *FederatedMethod `json:"federated,omitempty"`
} // @name SignInMethods

// FederatedMethod is another system that says who somebody is.
type FederatedMethod struct {
	// Name is what people know it by.
	Name string `json:"name" example:"Umeå kommun"`
} // @name FederatedMethod

func (s Session) view(current string, now time.Time, links httpx.Links) SignInView {
	return SignInView{ID: s.ID, Device: s.Device, How: strings.Fields(s.How), CreatedAt: s.CreatedAt, LastUsedAt: s.LastUsedAt,
		ExpiresAt: s.ExpiresAt, Current: s.ID == current, Recent: s.recent(now), Links: links}
}
