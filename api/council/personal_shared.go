package council

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

// PersonalMandate is a mandate as it is taken out for the person who holds it.
type PersonalMandate struct {
	Seat string `json:"seat"`
	mandate
}

// HeldBy are the mandates of a person, the earliest first.
func HeldBy(tx *gorm.DB, userID string) ([]PersonalMandate, error) {
	mandates, err := allOf(tx, userID)
	if err != nil {
		return nil, err
	}
	seatIDs := make([]string, len(mandates))
	for i, m := range mandates {
		seatIDs[i] = m.SeatID
	}
	names, err := SeatNames(tx, seatIDs)
	out := make([]PersonalMandate, len(mandates))
	for i, m := range mandates {
		out[i] = PersonalMandate{names[m.SeatID], m.traced()}
	}
	return out, err
}

// Leave ends what a person holds: mandates that are not over get today for their
// last day, and those to come go. The history stays, by seat and without a name.
func Leave(tx *gorm.DB, userID string, now time.Time) error {
	mandates, err := allOf(tx, userID)
	if err != nil {
		return err
	}
	today := day.Of(now)
	for _, m := range mandates { // few, each with its own trace
		if m.ValidTo != "" && m.ValidTo <= today {
			continue
		}
		left, action, after := m, "leave", any(nil)
		left.Version, left.ValidTo, left.UpdatedAt = m.Version+1, today, now
		if m.ValidFrom > today {
			action, err = "delete", removeMember(tx, m)
		} else {
			after, err = left.traced(), updateMember(tx, &left)
		}
		if err != nil {
			return err
		}
		database.Touch(tx, Family, memberType, m.ID, after == nil)
		err = audit.Record(tx, audit.Entry{At: now, Action: action, ObjectType: memberType, ObjectID: m.ID, Version: left.Version,
			Before: m.traced(), After: after, About: &audit.Object{Type: seatType, ID: m.SeatID}})
		if err != nil {
			return err
		}
	}
	return tx.Where("user_id = ?", userID).Delete(&reminder{}).Error
}
