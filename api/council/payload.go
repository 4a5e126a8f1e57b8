package council

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// Input is what is stated of a seat.
type Input struct {
	// PlanID is the plan that gives the council its seats; a seat stays in its plan.
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"aldreomsorg"`
	// Number is what the plan calls it, from 1.
	Number int `json:"number" example:"9"`
	// NameSv is the function in Swedish, in a word or two.
	NameSv string `json:"nameSv" example:"Äldreomsorg"`
	// NameEn is the function in English.
	NameEn string `json:"nameEn" example:"Elderly care"`
	// FunctionSv says in Swedish what whoever sits there brings.
	FunctionSv string `json:"functionSv,omitempty" example:"Företräder äldreomsorgens verksamheter"`
	// FunctionEn says it in English.
	FunctionEn string `json:"functionEn,omitempty" example:"Speaks for the elderly care services"`
	// BodyID is whom the seat speaks for; absent when no body in the register is meant.
	BodyID *string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a02"`
	// AppointingBodyID is who decides on the mandates; absent while it is not known.
	AppointingBodyID *string `json:"appointingBodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a03"`
	// IsConvener tells that whoever sits there calls the council.
	IsConvener bool `json:"isConvener,omitempty" example:"false"`
	// IsExpert tells that the council turns there with its questions.
	IsExpert bool `json:"isExpert,omitempty" example:"false"`
	// ValidFrom is the first day of the seat; absent when it already is.
	ValidFrom day.Day `json:"validFrom,omitempty" swaggertype:"string" format:"date" example:"2020-01-01"`
	// ValidTo is its last day; absent while no end is known.
	ValidTo day.Day `json:"validTo,omitempty" swaggertype:"string" format:"date" example:"2030-12-31"`
	// Position orders the seats; lower first.
	Position int `json:"position" example:"9"`
	// Source tells who says who speaks there and who appoints.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name CouncilSeatInput

// HolderView is who sits on a seat: of the person what this reader may know.
type HolderView struct {
	// MemberID is the mandate.
	MemberID string `json:"memberId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a04"`
	// Name is absent when the person shows no name to this reader.
	Name string `json:"name,omitempty" example:"Eva Ek"`
	// From is the first day of the mandate.
	From day.Day `json:"from" swaggertype:"string" format:"date" example:"2025-01-01"`
	// To is its last day; absent while no end is decided.
	To day.Day `json:"to,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
} // @name CouncilSeatHolder

// View is a seat as its reader sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a05"`
	Input
	// On is the day of which the rest tells.
	On day.Day `json:"on" swaggertype:"string" format:"date" example:"2026-11-23"`
	// State is how it stands: filled, endsSoon (within 90 days, with nobody to follow), expired, or vacant since the beginning.
	State State `json:"state" enums:"filled,endsSoon,expired,vacant" example:"filled"`
	// IsVacant tells that nobody sits there that day.
	IsVacant bool `json:"isVacant" example:"false"`
	// EndsOn is the last day of the holder's mandate, or of the last one there was; absent when none is known.
	EndsOn day.Day `json:"endsOn,omitempty" swaggertype:"string" format:"date" example:"2026-12-31"`
	// Holder is who sits there; absent when the seat is vacant.
	Holder *HolderView `json:"holder,omitempty"`
	// Substitute is who stands in; absent when nobody does.
	Substitute *HolderView `json:"substitute,omitempty"`
	// Next is who is appointed to take over, or to begin; absent when nobody is.
	Next *HolderView `json:"next,omitempty"`
	// Version counts edits of the content; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name CouncilSeat

// Page is one page of seats.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CouncilSeatPage

func (in Input) seat() Seat {
	return Seat{
		PlanID: in.PlanID, Key: in.Key, Number: in.Number, NameSv: in.NameSv, NameEn: in.NameEn,
		FunctionSv: in.FunctionSv, FunctionEn: in.FunctionEn, BodyID: in.BodyID, AppointingBodyID: in.AppointingBodyID,
		IsConvener: in.IsConvener, IsExpert: in.IsExpert, ValidFrom: in.ValidFrom, ValidTo: in.ValidTo,
		Position: in.Position, Source: in.Source.OrMunicipality(),
	}
}

func (s Seat) input() Input {
	return Input{
		PlanID: s.PlanID, Key: s.Key, Number: s.Number, NameSv: s.NameSv, NameEn: s.NameEn,
		FunctionSv: s.FunctionSv, FunctionEn: s.FunctionEn, BodyID: s.BodyID, AppointingBodyID: s.AppointingBodyID,
		IsConvener: s.IsConvener, IsExpert: s.IsExpert, ValidFrom: s.ValidFrom, ValidTo: s.ValidTo,
		Position: s.Position, Source: s.Source,
	}
}
