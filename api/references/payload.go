package references

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

// NamedAs is the name of somebody without an account, with what makes it allowed.
type NamedAs struct {
	// Name is what the person is called.
	Name string `json:"name" example:"Eva Ek"`
	// ConsentOn is the day on which the person agreed to be named here, for everyone to read.
	ConsentOn day.Day `json:"consentOn" swaggertype:"string" format:"date" example:"2026-03-02"`
} // @name ReferenceMemberName

// Input is what a writer states of a member.
type Input struct {
	// Group is which reference group: the one that is called in, or the one that drafted the plan. Called when absent.
	Group Group `json:"group,omitempty" enums:"called,drafting" example:"called"`
	// BodyID is where the member comes from; absent when no body in the register is meant.
	BodyID *string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b01"`
	// UserID is the member's account. Only those who see who sits in the council see it.
	UserID *string `json:"userId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b02"`
	// NamedAs is the name of somebody without an account; absent, only the role is shown.
	NamedAs *NamedAs `json:"namedAs,omitempty"`
	// Role is what the member is, without a name.
	Role string `json:"role" example:"Kurator, ungdomshälsan"`
	// Competences are what the member knows, in a few words each.
	Competences []string `json:"competences,omitempty" example:"barn som bevittnar våld"`
	// Lang is the language of role, competences and note; sv when absent.
	Lang string `json:"lang,omitempty" example:"sv"`
	// ValidFrom is the first day in the group; absent when unknown.
	ValidFrom day.Day `json:"validFrom,omitempty" swaggertype:"string" format:"date" example:"2026-01-01"`
	// ValidTo is the last day; absent while no end is known.
	ValidTo day.Day `json:"validTo,omitempty" swaggertype:"string" format:"date" example:"2027-12-31"`
	// Note says in a sentence or two what else a reader should know, never of a person's private life.
	Note string `json:"note,omitempty" example:"Kan komma till möten på tisdagar."`
} // @name ReferenceMemberInput

// View is a member as its reader sees it.
type View struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b03"`
	Input
	// Name is what this reader may call the member; absent when only the role is shown.
	Name string `json:"name,omitempty" example:"Eva Ek"`
	// InForce tells whether somebody is a member today.
	InForce bool `json:"inForce" example:"true"`
	// CalledNow is to how many activities the member is called in today.
	CalledNow int `json:"calledNow" example:"2"`
	// Version counts edits of the content; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name ReferenceMember

// Page is one page of members.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ReferenceMemberPage

func (in Input) member() Member {
	m := Member{Group: in.Group, BodyID: in.BodyID, UserID: in.UserID, Role: in.Role, Competences: in.Competences,
		Lang: in.Lang, ValidFrom: in.ValidFrom, ValidTo: in.ValidTo, Note: in.Note}
	if in.NamedAs != nil {
		m.Name, m.ConsentOn = in.NamedAs.Name, in.NamedAs.ConsentOn
	}
	m.settle()
	return m
}

func (m Member) input() Input {
	in := Input{Group: m.Group, BodyID: m.BodyID, UserID: m.UserID, Role: m.Role, Competences: m.Competences,
		Lang: m.Lang, ValidFrom: m.ValidFrom, ValidTo: m.ValidTo, Note: m.Note}
	if m.Name != "" {
		in.NamedAs = &NamedAs{m.Name, m.ConsentOn}
	}
	return in
}

// CallingInput is what a writer states of a calling.
type CallingInput struct {
	// MemberID is who is called in.
	MemberID string `json:"memberId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b03"`
	// ActivityID is to what.
	ActivityID string `json:"activityId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b04"`
	// From is the first day.
	From day.Day `json:"from" swaggertype:"string" format:"date" example:"2026-11-01"`
	// To is the last day; absent while none is set.
	To day.Day `json:"to,omitempty" swaggertype:"string" format:"date" example:"2027-02-28"`
	// Why says what the member is asked for.
	Why string `json:"why,omitempty" example:"Granska rutinen för skolorna."`
} // @name ReferenceCallingInput

// CalledMember is who was called, as far as the reader may know.
type CalledMember struct {
	// Name is absent when only the role is shown.
	Name string `json:"name,omitempty" example:"Eva Ek"`
	// Role is what the member is.
	Role string `json:"role" example:"Kurator, ungdomshälsan"`
	// BodyID is where the member comes from; absent when no body in the register is meant.
	BodyID *string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b01"`
	// Lang is the language of role and competences.
	Lang string `json:"lang" example:"sv"`
	// Competences are what the member knows.
	Competences []string `json:"competences" example:"barn som bevittnar våld"`
} // @name ReferenceCalledMember

// CalledTo is the activity that somebody was called to.
type CalledTo struct {
	// Code is the activity's code in its plan.
	Code string `json:"code" example:"2.8"`
	// Title is what the activity is called.
	Title string `json:"title" example:"Intern samverkan inom skolan"`
	// Lang is the language of the title.
	Lang string `json:"lang" example:"sv"`
} // @name ReferenceCalledTo

// CallingView is a calling as its reader sees it.
type CallingView struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2b05"`
	CallingInput
	// State is how it stands today.
	State CallingState `json:"state" enums:"coming,current,ended" example:"current"`
	// Member is who is called.
	Member CalledMember `json:"member"`
	// Activity is to what.
	Activity CalledTo `json:"activity"`
	// Version counts edits of the content; it stands first in the ETag.
	Version   int         `json:"version" example:"1"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name ReferenceCalling

// CallingPage is one page of callings.
type CallingPage struct {
	Items []CallingView   `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ReferenceCallingPage

func (in CallingInput) calling() Calling {
	return Calling{MemberID: in.MemberID, ActivityID: in.ActivityID, ValidFrom: in.From, ValidTo: in.To, Why: in.Why}
}

func (k Calling) input() CallingInput {
	return CallingInput{MemberID: k.MemberID, ActivityID: k.ActivityID, From: k.ValidFrom, To: k.ValidTo, Why: k.Why}
}
