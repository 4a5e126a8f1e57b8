package references

import (
	"gorm.io/gorm"

	"envagin/api/platform/auth"
)

// FindVisible gives a member; the group is open to all.
func FindVisible(tx *gorm.DB, _ auth.User, memberID string) (Member, error) {
	return findMember(tx, memberID)
}

// Held is what this room holds on a person, as it is taken out.
type Held struct {
	Member   Input          `json:"member"`
	Callings []CallingInput `json:"callings"`
}

// HeldOn gives what is held on a person.
func HeldOn(tx *gorm.DB, userID string) ([]Held, error) {
	members, err := membersOf(tx, userID)
	if err != nil {
		return nil, err
	}
	byMember, err := allCallings(tx, members)
	out := make([]Held, len(members))
	for i, m := range members {
		out[i] = Held{m.input(), []CallingInput{}}
		for _, k := range byMember[m.ID] {
			out[i].Callings = append(out[i].Callings, k.input())
		}
	}
	return out, err
}

// Forget takes a person out of the group's rows; the role stays.
func (s *Service) Forget(tx *gorm.DB, user auth.User, userID string) error {
	members, err := membersOf(tx, userID)
	if err != nil {
		return err
	}
	return s.forget(tx, user, members)
}
