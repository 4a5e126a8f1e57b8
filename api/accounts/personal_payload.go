package accounts

import (
	"time"

	"envagin/api/platform/httpx"
)

// PersonalData is everything that is held on a person, for that person to read.
type PersonalData struct {
	// MadeAt is when it was put together.
	MadeAt time.Time `json:"madeAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Account is the account itself, as the person sees it.
	Account View `json:"account"`
	// Profile is what the person states of themselves.
	Profile ProfileInput `json:"profile"`
	// Sessions are the sign-ins that are still known, the last used first.
	Sessions []SignInView `json:"sessions"`
	// Pieces are what other parts of the system hold.
	Pieces []PersonalPiece `json:"pieces"`
	Links  httpx.Links     `json:"_links"`
} // @name PersonalData

// PersonalPiece is what one part of the system holds on a person.
type PersonalPiece struct {
	// Name says which part.
	Name string `json:"name" example:"reports"`
	// Data is what it holds.
	Data any `json:"data"`
} // @name PersonalPiece
