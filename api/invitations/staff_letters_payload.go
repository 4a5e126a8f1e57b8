package invitations

import (
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// StaffLettersInput says to whom in a group letters go.
type StaffLettersInput struct {
	// GroupID is the declared group, one that answers itself.
	GroupID string `json:"groupId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d11"`
	// Kind is invitation, with a code in each letter, or reminder, without.
	Kind Kind `json:"kind" enums:"invitation,reminder" example:"invitation"`
	// Addresses are those of the group's employees, at most 500. They are not kept once the letters have left.
	Addresses []string `json:"addresses" example:"forskola@exempel.se"`
} // @name SurveyStaffLettersInput

// StaffSendingView is that a group of employees was written to.
type StaffSendingView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d91"`
	// GroupID is the declared group.
	GroupID string `json:"groupId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d11"`
	// NameSv is the group's name in Swedish.
	NameSv string `json:"nameSv" example:"Förskola"`
	// NameEn is the group's name in English.
	NameEn string `json:"nameEn" example:"Pre-school"`
	// Kind is invitation or reminder.
	Kind Kind `json:"kind" enums:"invitation,reminder" example:"invitation"`
	// WeekOf is the Monday of the week in which it was asked for. No finer time is kept.
	WeekOf day.Day `json:"weekOf" swaggertype:"string" format:"date" example:"2026-11-23"`
	// Asked is to how many addresses.
	Asked int `json:"asked" example:"40"`
	// Sent is how many letters the mail server has taken.
	Sent int `json:"sent" example:"38"`
	// Failed is how many certainly did not leave; those employees need a code on paper.
	Failed int `json:"failed" example:"1"`
	// Unsure is how many may have come; they are not sent again, since a code must not come twice. Those still to be sent are not among them.
	Unsure int         `json:"unsure" example:"1"`
	Links  httpx.Links `json:"_links"`
} // @name SurveyStaffSending

// StaffSendingPage is one page of sendings.
type StaffSendingPage struct {
	Items []StaffSendingView `json:"items"`
	Meta  httpx.Meta         `json:"_meta"`
	Links httpx.PageLinks    `json:"_links"`
} // @name SurveyStaffSendingPage

func (s SentToGroup) view(links httpx.Links) StaffSendingView {
	return StaffSendingView{ID: s.ID, GroupID: s.GroupID, NameSv: s.Group.NameSv, NameEn: s.Group.NameEn, Kind: s.Kind, WeekOf: s.OnWeek,
		Asked: s.Asked, Sent: s.Sent, Failed: s.Failed, Unsure: s.Unsure, Links: links}
}
