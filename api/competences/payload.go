package competences

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// Contact is how to reach a function: never a person's own address.
type Contact struct {
	// Email is a mail address that many answer.
	Email string `json:"email,omitempty" example:"funktion@example.se"`
	// Phone is a number that many answer.
	Phone string `json:"phone,omitempty" example:"0980-319 200"`
	// URL is its public page.
	URL string `json:"url,omitempty" example:"https://www.nck.uu.se"`
} // @name CompetenceContact

// Content is what an entry says, in an Input and in a file of the register alike.
type Content struct {
	// Key is the stable name: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"centrum-mot-vald"`
	// Kind tells one who knows and is asked from one who helps those concerned.
	Kind Kind `json:"kind" enums:"competence,supportFunction" example:"supportFunction"`
	// NameSv is the name in Swedish.
	NameSv string `json:"nameSv" example:"Centrum mot våld"`
	// NameEn is the name in English.
	NameEn string `json:"nameEn" example:"Centrum mot våld (centre against violence)"`
	// DescriptionSv says in Swedish what it knows and whom it helps.
	DescriptionSv string `json:"descriptionSv,omitempty" example:"Stöd till den som är utsatt och till den som utövar våld."`
	// DescriptionEn says it in English.
	DescriptionEn string `json:"descriptionEn,omitempty" example:"Support to those exposed and to those who use violence."`
	// HowUsedSv says in Swedish how what it knows is used in the work with the plan.
	HowUsedSv string `json:"howUsedSv,omitempty" example:"Samverkansrådet ställer kunskapsfrågor hit."`
	// HowUsedEn says it in English.
	HowUsedEn string `json:"howUsedEn,omitempty" example:"The council sends its questions here."`
	// Contact is how to reach it; absent when not known.
	Contact *Contact `json:"contact,omitempty"`
	// CheckedOn is when this was last checked, by the source's own date; absent when it is not known.
	CheckedOn *day.Dated `json:"checkedOn,omitempty"`
	// ReadIn is where what stands here was read: an address or a document.
	ReadIn string `json:"readIn,omitempty" example:"nck.uu.se"`
	// Source tells who says so.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
}

// Input is what a writer states of an entry.
type Input struct {
	Content
	// BodyID is the body whose function it is; absent when no body in the register is meant.
	BodyID *string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01"`
	// ViolenceAreaIDs are what it knows about; none when it is about all, or nobody has said.
	ViolenceAreaIDs []string `json:"violenceAreaIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"`
	// TargetGroupIDs are whom it helps; none when it is everyone, or nobody has said.
	TargetGroupIDs []string `json:"targetGroupIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c03"`
} // @name CompetenceInput

// View is an entry as everyone sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c04"`
	Input
	// IsOld tells that it was last checked more than twelve months ago, or never.
	IsOld bool `json:"isOld" example:"false"`
	// Version counts edits; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name Competence

// Page is one page of the register.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name CompetencePage

func (in Content) entry() Entry {
	e := Entry{Key: in.Key, Kind: in.Kind, NameSv: in.NameSv, NameEn: in.NameEn, DescriptionSv: in.DescriptionSv,
		DescriptionEn: in.DescriptionEn, HowUsedSv: in.HowUsedSv, HowUsedEn: in.HowUsedEn, ReadIn: in.ReadIn, Source: in.Source.OrMunicipality()}
	if in.Contact != nil {
		e.Email, e.Phone, e.URL = in.Contact.Email, in.Contact.Phone, in.Contact.URL
	}
	checked := day.From(in.CheckedOn)
	e.CheckedOn, e.Precision = checked.Day, checked.Precision
	return e
}

func (in Input) entry() Entry {
	e := in.Content.entry()
	e.BodyID, e.AreaIDs, e.GroupIDs = in.BodyID, in.ViolenceAreaIDs, in.TargetGroupIDs
	e.settle()
	return e
}

func (e Entry) input() Input {
	in := Input{Content: Content{Key: e.Key, Kind: e.Kind, NameSv: e.NameSv, NameEn: e.NameEn, DescriptionSv: e.DescriptionSv,
		DescriptionEn: e.DescriptionEn, HowUsedSv: e.HowUsedSv, HowUsedEn: e.HowUsedEn, CheckedOn: e.checked().Or(),
		ReadIn: e.ReadIn, Source: e.Source}, BodyID: e.BodyID, ViolenceAreaIDs: e.AreaIDs, TargetGroupIDs: e.GroupIDs}
	if contact := (Contact{e.Email, e.Phone, e.URL}); contact != (Contact{}) {
		in.Contact = &contact
	}
	return in
}
