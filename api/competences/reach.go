package competences

import (
	"envagin/api/boards"
	"envagin/api/platform/auth"
)

// Reach is which entries a user may change.
type Reach struct {
	user auth.User
	tree boards.Tree // of the bodies for which the user may; empty when everywhere or nowhere
}

// anything tells whether the user may change some entry or other.
func (r Reach) anything() bool {
	return r.user.May(auth.KeepCompetences) || len(r.user.Within(auth.KeepCompetences)) > 0
}

// keeps tells whether the user may change the entries of a body; an entry of no
// body belongs to those who keep the whole register.
func (r Reach) keeps(bodyID *string) bool {
	if bodyID == nil {
		return r.user.May(auth.KeepCompetences)
	}
	return r.user.MayAt(auth.KeepCompetences, r.tree.Ancestors(*bodyID)...)
}
