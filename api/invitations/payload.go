package invitations

import (
	"envagin/api/boards"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/responses"
	"envagin/api/surveys"
)

// SheetInput asks for codes to print.
type SheetInput struct {
	// GroupID is the group of staff that they are for; one without groups under it.
	GroupID string `json:"groupId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// Count is how many, 1–5000: one for each who is to answer.
	Count int `json:"count" example:"40"`
} // @name SurveyCodeSheetInput

// SheetView is codes to print. It is answered once and kept nowhere.
type SheetView struct {
	// SurveyID is the round.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d02"`
	// GroupID is the group.
	GroupID string `json:"groupId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// NameSv is the group's name in Swedish.
	NameSv string `json:"nameSv" example:"Förskolor"`
	// NameEn is the group's name in English.
	NameEn string `json:"nameEn" example:"Pre-schools"`
	// Address is where a code is used.
	Address string `json:"address" example:"https://envagin.example.se/svara"`
	// ClosesOn is the last day to answer.
	ClosesOn day.Day `json:"closesOn" swaggertype:"string" format:"date" example:"2027-03-15"`
	// Codes are one for each who is to answer, in an order of chance.
	Codes []string    `json:"codes" example:"7KQM-2XRA-9HWD-CE4Q"`
	Links httpx.Links `json:"_links"`
} // @name SurveyCodeSheet

func (s Sheet) view(links httpx.Links) SheetView {
	return SheetView{SurveyID: s.Round.ID, GroupID: s.Group.ID, NameSv: s.Group.NameSv, NameEn: s.Group.NameEn, Address: s.Address,
		ClosesOn: s.Round.ClosesOn, Codes: s.Codes, Links: links}
}

// BodyCoverageView is a body of the municipality, with what lies under it.
type BodyCoverageView struct {
	// BodyID is the body.
	BodyID string `json:"bodyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b04"`
	// ParentID is the body that it lies under, and that stands before it here; absent at the top.
	ParentID *string `json:"parentId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b01"`
	// NameSv is its name in Swedish.
	NameSv string `json:"nameSv" example:"Individ- och familjenämnden"`
	// NameEn is its name in English.
	NameEn string `json:"nameEn,omitempty" example:"Individual and Family Committee"`
	// Kind is what it is.
	Kind boards.Kind `json:"kind" enums:"council,executiveBoard,board,administration,unit,municipalCompany,outsideBody" example:"board"`
	// State is how far its own answer has come; absent when it has not begun.
	State responses.State `json:"state,omitempty" enums:"draft,signed,reopened" example:"draft"`
	// Asked is how many units answer, itself and those under it.
	Asked int `json:"asked" example:"12"`
	// Begun is how many of them have begun.
	Begun int `json:"begun" example:"7"`
	// Signed is how many of them have signed.
	Signed int `json:"signed" example:"4"`
} // @name SurveyBodyCoverage

// GroupCoverageView is a group of staff.
type GroupCoverageView struct {
	// GroupID is the group.
	GroupID string `json:"groupId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"`
	// NameSv is its name in Swedish.
	NameSv string `json:"nameSv" example:"Förskolor"`
	// NameEn is its name in English.
	NameEn string `json:"nameEn" example:"Pre-schools"`
	// Size is how many work in it.
	Size int `json:"size" example:"84"`
	// Answered is how many codes had been used last night, rounded down to tens; null under the round's threshold.
	Answered *int `json:"answered" example:"40" extensions:"x-nullable"`
} // @name SurveyGroupCoverage

// CoverageView is how far a round has come.
type CoverageView struct {
	// SurveyID is the round.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d02"`
	// Answering is who answers it.
	Answering surveys.Answering `json:"answering" enums:"unit,staff" example:"unit"`
	// Bodies are those of a round of units, each after the one that it lies under.
	Bodies []BodyCoverageView `json:"bodies"`
	// Groups are those of a round of staff.
	Groups []GroupCoverageView `json:"groups"`
	// AsOf is the morning for which groups were counted; absent before the first night.
	AsOf  day.Day     `json:"asOf,omitempty" swaggertype:"string" format:"date" example:"2027-03-02"`
	Links httpx.Links `json:"_links"`
} // @name SurveyCoverage

func (c Coverage) view(links httpx.Links) CoverageView {
	v := CoverageView{SurveyID: c.Round.ID, Answering: c.Round.Answering, Bodies: []BodyCoverageView{}, Groups: []GroupCoverageView{}, AsOf: c.AsOf, Links: links}
	shown := map[string]bool{}
	for _, b := range c.Bodies {
		line := BodyCoverageView{BodyID: b.Body.ID, NameSv: b.Body.NameSv, NameEn: b.Body.NameEn, Kind: b.Body.Kind, State: b.State, Asked: b.Asked, Begun: b.Begun, Signed: b.Signed}
		if parent := b.Body.ParentID; parent != nil && shown[*parent] {
			line.ParentID = parent
		}
		shown[b.Body.ID] = true
		v.Bodies = append(v.Bodies, line)
	}
	for _, g := range c.Groups {
		v.Groups = append(v.Groups, GroupCoverageView{g.Group.ID, g.Group.NameSv, g.Group.NameEn, g.Group.Size, g.Answered})
	}
	return v
}
