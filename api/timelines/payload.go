package timelines

import (
	"time"

	"envagin/api/activities"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/source"
)

// Input is what the coordinator states of an entry.
type Input struct {
	// PlanID is the plan it belongs to; an entry never moves to another.
	PlanID string `json:"planId" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a01"`
	// Key is the stable name in plan packages: a–z, 0–9 and hyphen; unique in the plan.
	Key string `json:"key" example:"ifn-uppdrag"`
	// Kind is what sort of thing happens; by hand decision, event, revision or meeting.
	Kind Kind `json:"kind" enums:"decision,event,revision,meeting,activity,milestone,reportDue,planPeriod,survey,mandate,communication" example:"decision"`
	// Title says it in one line.
	Title string `json:"title" example:"Individ- och familjenämnden ger uppdraget att ta fram planen"`
	// Description says more.
	Description string `json:"description,omitempty" example:"Uppdraget återrapporteras i december 2016."`
	// Date is when it happens or begins; absent when unknown, also when only the end is known.
	Date *day.Dated `json:"date,omitempty"`
	// End is when it ends; absent for what happens at once.
	End *day.Dated `json:"end,omitempty"`
	// BodyID is the body that decides, meets or does it.
	BodyID *string `json:"bodyId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	// Reference is a registration number or the like.
	Reference string `json:"reference,omitempty" example:"IFN-2016/00321"`
	// Recurrence is absent for what happens once.
	Recurrence *activities.Recurrence `json:"recurrence,omitempty"`
	// Lang is the language of the texts (BCP 47).
	Lang string `json:"lang,omitempty" example:"sv"`
	// Source tells who says so.
	Source source.Source `json:"source,omitempty" enums:"plan,interpretation,municipality" example:"plan"`
} // @name TimelineEntryInput

// View is one entry of the feed, written or made from what other things say.
type View struct {
	// ID names the entry; what comes back has one for each time.
	ID string `json:"id" example:"activity-0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	// EntryID is the entry to read and edit, when somebody wrote it.
	EntryID string `json:"entryId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a71"`
	Input
	// ActivityID is the activity that it is about.
	ActivityID string `json:"activityId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
	// ActivityCode is what people call that activity.
	ActivityCode string `json:"activityCode,omitempty" example:"2.2"`
	// BodyIDs are the bodies that answer for it or take part.
	BodyIDs []string `json:"bodyIds" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a06"`
	// AllBoards is true when every board answers, by rule.
	AllBoards bool `json:"allBoards" example:"false"`
	// ViolenceAreaIDs are those of the activity.
	ViolenceAreaIDs []string `json:"violenceAreaIds" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a03"`
	// State is how it goes; absent where that means nothing.
	State activities.State `json:"state,omitempty" enums:"onTrack,atRisk,late,done,notStarted,noInformation,cancelled" example:"onTrack"`
	// IsManual is true for what somebody wrote here.
	IsManual bool `json:"isManual" example:"false"`
	// Version counts edits; 0 for what nobody wrote here.
	Version   int         `json:"version" example:"0"`
	CreatedAt time.Time   `json:"createdAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	UpdatedAt time.Time   `json:"updatedAt" format:"date-time" example:"2026-11-22T10:15:00Z"`
	Links     httpx.Links `json:"_links"`
} // @name TimelineEntry

// Page is one page of the feed.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name TimelineEntryPage

func (in Input) entry() Entry {
	e := Entry{PlanID: in.PlanID, Key: in.Key, Kind: in.Kind, Title: in.Title, Description: in.Description,
		Date: day.From(in.Date), End: day.From(in.End), BodyID: in.BodyID, Reference: in.Reference,
		Recurrence: activities.Recurrence{Kind: activities.Once}, Lang: in.Lang, Source: in.Source.OrMunicipality()}
	if in.Recurrence != nil {
		e.Recurrence = *in.Recurrence
	}
	if e.Lang == "" {
		e.Lang = "sv"
	}
	return e
}

func (e Entry) input() Input {
	in := Input{PlanID: e.PlanID, Key: e.Key, Kind: e.Kind, Title: e.Title, Description: e.Description,
		Date: e.Date.Or(), End: e.End.Or(), BodyID: e.BodyID, Reference: e.Reference, Lang: e.Lang, Source: e.Source}
	if e.Recurrence.Kind != activities.Once {
		recurrence := e.Recurrence
		in.Recurrence = &recurrence
	}
	return in
}

func (it Item) view(links httpx.Links) View {
	v := View{ID: it.ID, Input: it.Entry.input(), ActivityID: it.ActivityID, ActivityCode: it.ActivityCode,
		BodyIDs: it.BodyIDs, AllBoards: it.AllBoards, ViolenceAreaIDs: it.AreaIDs, State: it.State, IsManual: it.IsManual,
		Version: it.Entry.Version, CreatedAt: it.Entry.CreatedAt, UpdatedAt: it.Entry.UpdatedAt, Links: links}
	if it.IsManual {
		v.EntryID = it.OfID
	}
	if v.BodyIDs == nil {
		v.BodyIDs = []string{}
	}
	if v.ViolenceAreaIDs == nil {
		v.ViolenceAreaIDs = []string{}
	}
	return v
}
