package council

import (
	"envagin/api/accounts"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// ContactPersonView is a unit's contact person, as far as this reader may know.
type ContactPersonView struct {
	// Person is who it is.
	Person PersonView `json:"person"`
	// From is the first day; absent when it is not known.
	From day.Day `json:"from,omitempty" swaggertype:"string" format:"date" example:"2025-01-01"`
	// To is the last day; absent while no end is known.
	To day.Day `json:"to,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
	// State is how it stands: coming, current, endsSoon (within 90 days) or ended.
	State MandateState `json:"state" enums:"coming,current,endsSoon,ended" example:"current"`
} // @name ContactPerson

// UnitContactsView is a unit with its contact persons today.
type UnitContactsView struct {
	// UnitID is the unit.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a08"`
	// UnitNames are what it is called.
	UnitNames accounts.Words `json:"unitNames"`
	// ParentID is the body under which it lies.
	ParentID *string `json:"parentId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a09"`
	// State is how it stands: filled, endsSoon (within 90 days, with nobody to follow), expired, or vacant since the beginning.
	State State `json:"state" enums:"filled,endsSoon,expired,vacant" example:"filled"`
	// IsMissing tells that the unit has no contact person today.
	IsMissing bool `json:"isMissing" example:"false"`
	// EndsOn is the last day on which there is one, or was; absent when none is known.
	EndsOn day.Day `json:"endsOn,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
	// Contacts are those of today.
	Contacts []ContactPersonView `json:"contacts"`
	Links    httpx.Links         `json:"_links"`
} // @name UnitContacts

// UnitContactsPage is one page of units with their contact persons.
type UnitContactsPage struct {
	Items []UnitContactsView `json:"items"`
	Meta  httpx.Meta         `json:"_meta"`
	Links httpx.PageLinks    `json:"_links"`
} // @name UnitContactsPage

// ContactPersonPage is one page of a unit's contact persons through the years.
type ContactPersonPage struct {
	Items []ContactPersonView `json:"items"`
	Meta  httpx.Meta          `json:"_meta"`
	Links httpx.PageLinks     `json:"_links"`
} // @name ContactPersonPage
