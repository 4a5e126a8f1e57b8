package traces

import (
	"encoding/json"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Trace is one thing that was done, as it is shown.
type Trace struct {
	ID         string
	At         time.Time
	UserID     string
	Role       auth.RoleName
	Name       string // of who did it; "" for those whose name is nobody's business
	Action     string
	ObjectType string
	ObjectID   string
	AboutType  string
	AboutID    string
	Version    int
	Restricted bool
	RequestID  string
	Seal       int64 // 0 until it is sealed
	Note       string
	Changes    []Change
}

// Change is one field before and after.
type Change struct {
	Field         string
	Before, After json.RawMessage
	Erased        bool
}

// Filter is what is searched for; what is empty does not matter.
type Filter struct {
	UserID, Role, Action, ObjectType, ObjectID, AboutType, AboutID, RequestID string
	From, To                                                                  day.Day
	Restricted                                                                string // "true", "false" or ""
	Offset, Limit                                                             int
}

// Check holds what a filter must be like: ids are looked for where their type is known.
func (f Filter) Check() error {
	var c problem.Checks
	c.If(f.ObjectID != "" && f.ObjectType == "", "objectType", "required", "An object is named by its type and its id.")
	c.If(f.AboutID != "" && f.AboutType == "", "aboutType", "required", "A thing is named by its type and its id.")
	c.If(f.From != "" && f.To != "" && f.To < f.From, "to", "endBeforeStart", "The last day is before the first.")
	c.If(f.RequestID != "" && id.Invalid(f.RequestID), "requestId", "invalidFormat", "An id, such as 0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11.")
	if f.Role != "" {
		problem.OneOf(&c, "role", auth.RoleName(f.Role), append(auth.RoleNames[:len(auth.RoleNames):len(auth.RoleNames)], auth.Client)...)
	}
	if p := problem.As(c.Err()); p != nil { // it came as parameters of a query
		return problem.BadRequest("invalidParameter", "A query parameter is not valid.", p.Errors...)
	}
	return nil
}

// asked is what the trace of a search keeps of it.
func (f Filter) asked() map[string]string {
	asked := map[string]string{"userId": f.UserID, "role": f.Role, "action": f.Action, "objectType": f.ObjectType, "objectId": f.ObjectID,
		"aboutType": f.AboutType, "aboutId": f.AboutID, "requestId": f.RequestID, "from": string(f.From), "to": string(f.To), "restricted": f.Restricted}
	for name, text := range asked {
		if text == "" {
			delete(asked, name)
		}
	}
	return asked
}

// mayRead tells who reads histories at all.
func mayRead(u auth.User) error {
	switch {
	case u.Public():
		return problem.Unauthenticated("signInNeeded", "Histories are for those who are signed in.")
	case !u.May(auth.ReadHistory):
		return problem.Forbidden("Your role does not read histories.")
	}
	return nil
}

func maySearch(u auth.User) error {
	switch {
	case u.Public():
		return problem.Unauthenticated("signInNeeded", "Traces are for administrators.")
	case !u.May(auth.SearchAudit):
		return problem.Forbidden("Only administrators search the traces.")
	}
	return nil
}
