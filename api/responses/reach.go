package responses

import (
	"slices"

	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// reach is how far somebody reads, writes and signs.
type reach struct {
	user auth.User
	tree boards.Tree // of the bodies of the user's roles; empty where none is needed
	lets []string    // the responses that somebody let the user in to write, by id
}

// may tells whether the user may do something for a unit by a role.
func (r reach) may(action auth.Action, unitID string) bool {
	return r.user.MayAt(action, append(r.tree.Ancestors(unitID), unitID)...)
}

// signs tells whether the user signs for a unit.
func (r reach) signs(unitID string) bool { return r.may(auth.SignResponses, unitID) }

// letsIn tells whether the user may let others in to write for a unit.
func (r reach) letsIn(unitID string) bool { return r.may(auth.WriteResponses, unitID) }

// writes tells whether the user writes in a response.
func (r reach) writes(x Response) bool {
	return r.letsIn(x.UnitID) || slices.Contains(r.lets, x.ID)
}

// reads tells whether the user reads a response.
func (r reach) reads(x Response) bool {
	return r.may(auth.ReadResponses, x.UnitID) || r.writes(x)
}

// within are the bodies of the roles by which the user does anything here.
func within(user auth.User) []string {
	var ids []string
	for _, action := range []auth.Action{auth.ReadResponses, auth.WriteResponses, auth.SignResponses} {
		ids = append(ids, user.Within(action)...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// signedIn sends those whom nobody knows to the sign-in, before they are told what
// they may not.
func signedIn(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
	}
	return nil
}

func notYours() error {
	return problem.Forbidden("A unit's answer is read and written by the unit, those above it and the coordinator.")
}

func mayUse(user auth.User) error {
	if !user.May(auth.UseResponses) {
		return problem.Forbidden("Only the coordinator makes something of the units' answers.")
	}
	return nil
}
