// Package auth says who is asking, a person with roles, a machine with scopes or
// the public, and what the policy lets them do. It knows no passwords; the
// accounts and integrations rooms tell who it is, policy.go what they may.
package auth

import (
	"context"
	"slices"
)

// RoleName is what somebody is, in the municipality's own words.
type RoleName string // @name RoleName

// The roles. Those marked (body) hold for one body and what lies under it.
const (
	Admin       RoleName = "admin"       // runs the system
	Coordinator RoleName = "coordinator" // UmeBrå: owns the plan document
	Steering    RoleName = "steering"    // follows the plan in UmeBrå's steering group
	Officer     RoleName = "officer"     // reports for a board (body)
	Manager     RoleName = "manager"     // signs for a unit (body)
	Contact     RoleName = "contact"     // a unit's contact person (body)
	Member      RoleName = "member"      // sits in the council
	Secretary   RoleName = "secretary"   // writes the council's minutes
	Expert      RoleName = "expert"      // answers at the competence centre
	Editor      RoleName = "editor"      // writes the public pages
	Reviewer    RoleName = "reviewer"    // reads them before they are published
	Partner     RoleName = "partner"     // an outside body's own rows (body)
	Reader      RoleName = "reader"      // signed in, nothing more
	// Client is a machine of a body; no person can be given it.
	Client RoleName = "client"
)

// RoleNames are all roles of persons, in the order of their weight.
var RoleNames = []RoleName{Admin, Coordinator, Steering, Officer, Manager, Contact, Member, Secretary, Expert, Editor, Reviewer, Partner, Reader}

// NeedsBody tells whether the role holds for a body.
func (r RoleName) NeedsBody() bool {
	return slices.Contains([]RoleName{Officer, Manager, Contact, Partner, Client}, r)
}

// Role is one role of a user; BodyID is set for roles that hold for a body.
type Role struct {
	Name   RoleName
	BodyID string
}

// User is who asks: a person, or a machine client. The zero User is the public.
type User struct {
	ID    string
	Roles []Role
	// SessionID is the sign-in that a person's access token came from.
	SessionID string
	// Scopes are what a machine client's key is good for; a person has none.
	Scopes []string
	// Withheld tells that the person's roles are left out, since one of them must
	// have a second step of sign-in and the person has none.
	Withheld bool
}

// Public tells whether nobody is signed in.
func (u User) Public() bool { return u.ID == "" }

// Machine tells whether a client asks with a key, and no person.
func (u User) Machine() bool { return u.has(Client) }

// HasScope tells whether a machine client's key is good for a scope.
func (u User) HasScope(scope string) bool { return slices.Contains(u.Scopes, scope) }

func (u User) has(name RoleName) bool {
	return slices.ContainsFunc(u.Roles, func(r Role) bool { return r.Name == name })
}

// First is the role under which the audit notes what the user did.
func (u User) First() RoleName {
	for _, name := range append(RoleNames[:len(RoleNames):len(RoleNames)], Client) {
		if u.has(name) {
			return name
		}
	}
	return ""
}

// Scope groups viewers who are shown exactly the same: the public, with machines
// that only read, and those signed in without any rights of their own. Everyone else is "" and is never
// served from a shared cache.
func (u User) Scope() string {
	switch {
	case u.Public(), u.Machine() && !u.mayAnything():
		return "public"
	case !slices.ContainsFunc(u.Roles, func(r Role) bool { return r.Name != Reader }):
		return "signed-in"
	default:
		return ""
	}
}

// Verifier reads an access token. With fresh set it asks the database, so that
// a role taken away or an account closed takes effect at once.
type Verifier func(ctx context.Context, token string, fresh bool) (User, error)
