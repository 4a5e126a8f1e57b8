// Package auth says who is asking: a person with roles, or the public. It knows
// no passwords and no policy; the accounts room makes users, each room decides.
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
	Officer     RoleName = "officer"     // reports for a board (body)
	Manager     RoleName = "manager"     // signs for a unit (body)
	Member      RoleName = "member"      // sits in the council
	Expert      RoleName = "expert"      // answers at the competence centre
	Contact     RoleName = "contact"     // a unit's contact person (body)
	Partner     RoleName = "partner"     // an outside body's own rows (body)
	Reader      RoleName = "reader"      // signed in, nothing more
)

// RoleNames are all roles, in the order a person would list them.
var RoleNames = []RoleName{Admin, Coordinator, Officer, Manager, Member, Expert, Contact, Partner, Reader}

// NeedsBody tells whether the role holds for a body.
func (r RoleName) NeedsBody() bool {
	return slices.Contains([]RoleName{Officer, Manager, Contact, Partner}, r)
}

// Role is one role of a user; BodyID is set for roles that hold for a body.
type Role struct {
	Name   RoleName
	BodyID string
}

// User is who asks. The zero User is the public.
type User struct {
	ID    string
	Roles []Role
}

// Public tells whether nobody is signed in.
func (u User) Public() bool { return u.ID == "" }

// Has tells whether the user has one of the roles, for whatever body.
func (u User) Has(names ...RoleName) bool {
	return slices.ContainsFunc(u.Roles, func(r Role) bool { return slices.Contains(names, r.Name) })
}

// Edits tells whether the user keeps the plan: the coordinator or an administrator.
func (u User) Edits() bool { return u.Has(Admin, Coordinator) }

// HasFor tells whether the user has one of the roles for one of these bodies.
// Give a body with all its ancestors to ask "for this body or what it lies under".
func (u User) HasFor(bodyIDs []string, names ...RoleName) bool {
	return slices.ContainsFunc(u.Roles, func(r Role) bool {
		return slices.Contains(names, r.Name) && slices.Contains(bodyIDs, r.BodyID)
	})
}

// First is the role under which the audit notes what the user did.
func (u User) First() RoleName {
	for _, name := range RoleNames {
		if u.Has(name) {
			return name
		}
	}
	return ""
}

// Scope groups viewers who are shown exactly the same: the public, and those
// signed in without any rights of their own. Everyone else is "" and is never
// served from a shared cache.
func (u User) Scope() string {
	switch {
	case u.Public():
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
