package invitations

import (
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// InviteInput says which units are written to: some, or all.
type InviteInput struct {
	// UnitIDs are the units; left out with allUnits.
	UnitIDs []string `json:"unitIds,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b04"`
	// AllUnits is true for every unit of today, and whoever else has begun to answer.
	AllUnits bool `json:"allUnits,omitempty" example:"false"`
} // @name SurveyInvitationInput

// RemindInput is empty: all who have not signed are reminded.
type RemindInput struct {
} // @name SurveyReminderInput

// SendingView is what became of a request to write to units.
type SendingView struct {
	// SurveyID is the round.
	SurveyID string `json:"surveyId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d02"`
	// Kind is what they were sent.
	Kind Kind `json:"kind" enums:"invitation,reminder" example:"invitation"`
	// Sent is how many units are written to now.
	Sent int `json:"sent" example:"12"`
	// WrittenToday is how many had a letter today already, and get no more.
	WrittenToday int `json:"writtenToday" example:"1"`
	// Signed is how many have signed, and get none.
	Signed int `json:"signed" example:"4"`
	// UnreachedIDs are the units that have neither a contact person nor a manager here.
	UnreachedIDs []string    `json:"unreachedIds" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b05"`
	Links        httpx.Links `json:"_links"`
} // @name SurveySending

func (s Sending) view(surveyID string, links httpx.Links) SendingView {
	return SendingView{SurveyID: surveyID, Kind: s.Kind, Sent: s.Sent, WrittenToday: s.WrittenTo, Signed: s.Answers,
		UnreachedIDs: append([]string{}, s.Unreached...), Links: links}
}

// LetterView is that a unit was written to.
type LetterView struct {
	// ID is the letter's.
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d05"`
	// UnitID is the unit.
	UnitID string `json:"unitId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b04"`
	// NameSv is the unit's name in Swedish.
	NameSv string `json:"nameSv" example:"Centrum mot våld"`
	// NameEn is its name in English.
	NameEn string `json:"nameEn,omitempty" example:"Centre against Violence"`
	// Kind is why it was written to.
	Kind Kind `json:"kind" enums:"invitation,reminder" example:"invitation"`
	// OnDay is the day.
	OnDay day.Day     `json:"onDay" swaggertype:"string" format:"date" example:"2027-03-01"`
	Links httpx.Links `json:"_links"`
} // @name SurveyLetter

func (l SentLetter) view(links httpx.Links) LetterView {
	return LetterView{ID: l.ID, UnitID: l.UnitID, NameSv: l.Unit.NameSv, NameEn: l.Unit.NameEn, Kind: l.Kind, OnDay: l.OnDay, Links: links}
}

// LetterPage is a page of letters.
type LetterPage struct {
	Items []LetterView    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name SurveyLetterPage
