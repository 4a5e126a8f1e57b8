package council

import (
	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
)

// Reach is to which seats a user may appoint, and whose names the user sees.
type Reach struct {
	user auth.User
	tree boards.Tree // of the bodies for which the user may appoint; empty when everywhere or nowhere
}

// appoints tells whether the user may appoint to the seat. Where nobody knows
// who appoints, only those may who may everywhere.
func (r Reach) appoints(s Seat) bool {
	if s.AppointingBodyID == nil {
		return r.user.May(auth.AppointMembers)
	}
	return r.user.MayAt(auth.AppointMembers, r.tree.Ancestors(*s.AppointingBodyID)...)
}

// sees tells whether the user sees who sits on the seat.
func (r Reach) sees(s Seat) bool { return r.user.May(auth.ReadCouncil) || r.appoints(s) }

// card is as much of a person as the user may know, on this seat.
func (r Reach) card(s Seat, k accounts.Known) accounts.Card {
	if r.sees(s) {
		return k.Colleagues
	}
	return k.Everyone
}

// person is the card, with the account for those who see who sits there.
func (r Reach) person(s Seat, userID string, k accounts.Known) PersonView {
	if !r.sees(s) {
		userID = ""
	}
	return personOf(r.card(s, k), userID)
}

func personOf(c accounts.Card, userID string) PersonView {
	return PersonView{UserID: userID, Name: c.Name, Title: c.Title, Email: c.Email, Phone: c.Phone}
}
