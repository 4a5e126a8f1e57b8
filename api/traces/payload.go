package traces

import (
	"encoding/json"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

// ByView is who did it.
type ByView struct {
	// UserID is the account, or the client, or the name of a command; empty for the system itself and for those not signed in.
	UserID string `json:"userId,omitempty" format:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// Role is the role in which it was done; empty for the system itself.
	Role auth.RoleName `json:"role" example:"coordinator"`
	// RoleWords say the role in both languages.
	RoleWords auth.Words `json:"roleWords"`
	// Name is the person's name today; absent for one who is protected, forgotten or no person.
	Name string `json:"name,omitempty" example:"Eva Ek"`
} // @name TraceBy

// ThingView names a thing.
type ThingView struct {
	// Type is what traces call it.
	Type string `json:"type" example:"activity"`
	// ID is its id: a UUID, or a key for what is known by key; empty for a list that was read.
	ID string `json:"id" format:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
} // @name TraceThing

// ChangeView is one field before and after.
type ChangeView struct {
	// Field is the name of the field.
	Field string `json:"field" example:"title"`
	// Before is the value before, as JSON; absent when there was none.
	Before any `json:"before,omitempty"`
	// After is the value after, as JSON; absent when there is none.
	After any `json:"after,omitempty"`
	// IsErased is true when the values were erased since; only that there was a change is known.
	IsErased bool `json:"isErased" example:"false"`
} // @name TraceChange

// Brief is a trace in a list: which fields were changed, and not from what to what.
type Brief struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// At is when, in UTC.
	At time.Time `json:"at" format:"date-time" example:"2026-11-22T10:15:00Z"`
	By ByView    `json:"by"`
	// Action is what was done, a verb; read is reading of what few may read.
	Action string `json:"action" example:"replace"`
	// Object is what it was done to.
	Object ThingView `json:"object"`
	// About is the thing in whose history it stands, such as the activity of a milestone.
	About ThingView `json:"about"`
	// Version is the version that the write made; 0 when it made none.
	Version int `json:"version" example:"4"`
	// IsRestricted is true for what stands in no history.
	IsRestricted bool `json:"isRestricted" example:"false"`
	// RequestID joins what one request did, and leads to the server's log.
	RequestID string `json:"requestId,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// Note is why, as the writer said; empty when they did not.
	Note string `json:"note" example:"Beslut i KS 2026-11-10."`
	// Fields are the names of those that were changed.
	Fields []string    `json:"fields" example:"title,description"`
	Links  httpx.Links `json:"_links"`
} // @name AuditEventBrief

// View is a trace with its values.
type View struct {
	Brief
	// Changes are the fields with what they were and became.
	Changes []ChangeView `json:"changes"`
	// Seal is the number of the seal that covers the trace; 0 for some seconds, until it is sealed.
	Seal int64 `json:"seal" example:"812"`
} // @name AuditEvent

// Page is one page of traces.
type Page struct {
	Items []Brief         `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name AuditEventPage

// Step is one step in the history of a thing.
type Step struct {
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// At is when, in UTC.
	At time.Time `json:"at" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Role is the role in which it was done; empty for the system itself.
	Role auth.RoleName `json:"role" example:"coordinator"`
	// RoleWords say the role in both languages.
	RoleWords auth.Words `json:"roleWords"`
	// Action is what was done, a verb.
	Action string `json:"action" example:"replace"`
	// Object is what it was done to: the thing, or a part of it.
	Object ThingView `json:"object"`
	// Version is the version that it made.
	Version int `json:"version" example:"4"`
	// Note is why, as the writer said; empty when they did not.
	Note string `json:"note" example:"Beslut i KS 2026-11-10."`
	// Changes are the fields with what they were and became.
	Changes []ChangeView `json:"changes"`
} // @name HistoryStep

// HistoryPage is one page of a history.
type HistoryPage struct {
	Items []Step          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name HistoryPage

// system is who did what nobody signed in did: the clock, a command, a person on their
// way in.
var system = auth.Words{Sv: "systemet", En: "the system"}

func words(role auth.RoleName) auth.Words {
	if w, ok := auth.RoleWords[role]; ok {
		return w
	}
	return system
}

func (t Trace) brief(links httpx.Links) Brief {
	fields := make([]string, len(t.Changes))
	for i, c := range t.Changes {
		fields[i] = c.Field
	}
	return Brief{ID: t.ID, At: t.At, By: ByView{t.UserID, t.Role, words(t.Role), t.Name}, Action: t.Action,
		Object: ThingView{t.ObjectType, t.ObjectID}, About: ThingView{t.AboutType, t.AboutID}, Version: t.Version,
		IsRestricted: t.Restricted, RequestID: t.RequestID, Note: t.Note, Fields: fields, Links: links}
}

func (t Trace) view(links httpx.Links) View {
	return View{Brief: t.brief(links), Changes: t.changes(), Seal: t.Seal}
}

func (t Trace) step() Step {
	return Step{ID: t.ID, At: t.At, Role: t.Role, RoleWords: words(t.Role), Action: t.Action,
		Object: ThingView{t.ObjectType, t.ObjectID}, Version: t.Version, Note: t.Note, Changes: t.changes()}
}

func (t Trace) changes() []ChangeView {
	out := make([]ChangeView, len(t.Changes))
	for i, c := range t.Changes {
		out[i] = ChangeView{Field: c.Field, Before: orNil(c.Before), After: orNil(c.After), IsErased: c.Erased}
	}
	return out
}

func orNil(raw json.RawMessage) any {
	if len(raw) == 0 {
		return nil
	}
	return raw
}
