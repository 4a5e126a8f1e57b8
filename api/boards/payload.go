package boards

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// Input is what a writer states of a body.
type Input struct {
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"ifn"`
	// Kind is what sort of body it is.
	Kind Kind `json:"kind" enums:"council,executiveBoard,board,administration,unit,municipalCompany,outsideBody" example:"board"`
	// NameSv is the name in Swedish.
	NameSv string `json:"nameSv" example:"Individ- och familjenämnden"`
	// NameEn is the name in English.
	NameEn string `json:"nameEn" example:"Individual and Family Committee"`
	// ShortName is what people say in a hurry.
	ShortName string `json:"shortName,omitempty" example:"IFN"`
	// ParentID is the body it lies under; absent for a root.
	ParentID *string `json:"parentId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// ValidFrom is its first day; absent when unknown.
	ValidFrom day.Day `json:"validFrom,omitempty" swaggertype:"string" format:"date" example:"2015-01-01"`
	// ValidTo is its last day; absent while it is in force.
	ValidTo day.Day `json:"validTo,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
	// ExternalIDs are what others call it.
	ExternalIDs []ExternalID `json:"externalIds,omitempty"`
	// Website is its public page.
	Website string `json:"website,omitempty" example:"https://www.umea.se"`
	// Email is its public address, never a person's.
	Email string `json:"email,omitempty" example:"namnd@example.se"`
	// Description says in a few sentences what it does.
	Description string `json:"description,omitempty" example:"Ansvarar för stöd till individer och familjer."`
	// Source tells who says so.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name BodyInput

// View is a body as everyone sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	Input
	// InForce tells whether the body exists today.
	InForce bool `json:"inForce" example:"true"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Body

// Page is one page of bodies.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name BodyPage

func (in Input) body() Body {
	if in.ExternalIDs == nil {
		in.ExternalIDs = []ExternalID{} // stored as a list, never as null
	}
	return Body{
		Key: in.Key, Kind: in.Kind, NameSv: in.NameSv, NameEn: in.NameEn, ShortName: in.ShortName,
		ParentID: in.ParentID, ValidFrom: in.ValidFrom, ValidTo: in.ValidTo, ExternalIDs: in.ExternalIDs,
		Website: in.Website, Email: in.Email, Description: in.Description, Source: in.Source.OrMunicipality(),
	}
}

func (b Body) input() Input {
	return Input{
		Key: b.Key, Kind: b.Kind, NameSv: b.NameSv, NameEn: b.NameEn, ShortName: b.ShortName,
		ParentID: b.ParentID, ValidFrom: b.ValidFrom, ValidTo: b.ValidTo, ExternalIDs: b.ExternalIDs,
		Website: b.Website, Email: b.Email, Description: b.Description, Source: b.Source,
	}
}

func (b Body) view(today day.Day, links httpx.Links) View {
	return View{ID: b.ID, Input: b.input(), InForce: b.InForce(today), Version: b.Version,
		CreatedAt: b.CreatedAt, UpdatedAt: b.UpdatedAt, Links: links}
}
