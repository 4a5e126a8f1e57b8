package integrations

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// Input is what a writer states of a client.
type Input struct {
	// Name is what the system is called.
	Name string `json:"name" example:"Region Västerbottens ärendesystem"`
	// BodyID is the body that it acts for; it stays.
	BodyID string `json:"bodyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	// Scopes are what its keys are good for; GET /access-rules lists them all.
	Scopes []string `json:"scopes" sent:"must" example:"activities:read,reports:write"`
	// Email reaches those who look after the system: a function's address, never a person's.
	Email string `json:"email" example:"it-integration@region.example"`
	// Lang is the language in which they are written to.
	Lang string `json:"lang,omitempty" enums:"sv,en" example:"sv"`
	// Active tells whether its keys are let in.
	Active bool `json:"active" sent:"must" example:"true"`
	// Note says what whoever keeps the clients needs to know.
	Note string `json:"note,omitempty" example:"Avtal diarienummer KS-2026/00456."`
} // @name ApiClientInput

// View is a client as those who keep the clients see it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a40"`
	Input
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name ApiClient

// SelfView is a client as it sees itself.
type SelfView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a40"`
	// Name is what the municipality calls the system.
	Name string `json:"name" example:"Region Västerbottens ärendesystem"`
	// BodyID is the body that it acts for.
	BodyID string `json:"bodyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	// Scopes are what its keys are good for.
	Scopes []string    `json:"scopes" example:"activities:read,reports:write"`
	Links  httpx.Links `json:"_links"`
} // @name ApiClientSelf

// Page is one page of clients.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ApiClientPage

// KeyInput is what is asked of a new key.
type KeyInput struct {
	// Label tells it from the client's other keys.
	Label string `json:"label,omitempty" example:"Produktion 2027"`
	// ExpiresOn is the last day on which it holds, at most a year away.
	ExpiresOn day.Day `json:"expiresOn" swaggertype:"string" format:"date" example:"2027-11-22"`
} // @name ApiKeyInput

// KeyView is a key, without its value.
type KeyView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a41"`
	// Prefix is how the value begins, by which a key that was found is recognised.
	Prefix string `json:"prefix" example:"evi_4fT0mK2xQw9Z"`
	KeyInput
	// State is living, expired (its last day has passed) or ended (by somebody).
	State State `json:"state" enums:"living,expired,ended" example:"living"`
	// LastUsedOn is the day on which it was last used; absent when it never was.
	LastUsedOn day.Day `json:"lastUsedOn,omitempty" swaggertype:"string" format:"date" example:"2026-11-22"`
	// EndedAt is when somebody ended it.
	EndedAt   *time.Time `json:"endedAt,omitempty" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Version   int        `json:"version" example:"1"`
	CreatedAt time.Time  `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Links hold "delete" while there is something to end.
	Links httpx.Links `json:"_links"`
} // @name ApiKey

// NewKeyView is a key with its value, which is shown this once.
type NewKeyView struct {
	KeyView
	// Value is what the client sends. It is kept by nobody but the one who reads it here.
	Value string `json:"value" example:"evi_4fT0mK2xQw9Z_0Yv1mC8r0nq3oE6d5bZt7aXkGhJuLwPiSsRfVc2D1eA4BQ9xT"`
} // @name ApiNewKey

// KeyPage is one page of keys.
type KeyPage struct {
	Items []KeyView       `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ApiKeyPage

func (in Input) client() Client {
	return Client{Name: in.Name, BodyID: in.BodyID, Scopes: in.Scopes, Email: in.Email, Lang: in.Lang, Active: in.Active, Note: in.Note}
}

func (k Client) input() Input {
	return Input{Name: k.Name, BodyID: k.BodyID, Scopes: k.Scopes, Email: k.Email, Lang: k.Lang, Active: k.Active, Note: k.Note}
}

func (k Client) view(links httpx.Links) View {
	return View{ID: k.ID, Input: k.input(), Version: k.Version, CreatedAt: k.CreatedAt, UpdatedAt: k.UpdatedAt, Links: links}
}

func (k Key) input() KeyInput { return KeyInput{k.Label, k.ExpiresOn} }

func (k Key) view(today day.Day, links httpx.Links) KeyView {
	return KeyView{ID: k.ID, Prefix: k.prefix(), KeyInput: k.input(), State: k.StateOn(today), LastUsedOn: k.LastUsedOn,
		EndedAt: k.EndedAt, Version: k.Version, CreatedAt: k.CreatedAt, Links: links}
}
