package audit

import (
	"encoding/json"
	"fmt"
	"slices"

	"gorm.io/gorm"
)

// UserType is the type under which traces of accounts stand.
const UserType = "user"

// forgetAtOnce is how many traces Forget holds in memory.
const forgetAtOnce = 500

// Forget empties what traces of an account hold in the named fields, or in all
// when none is named, and the reasons that were given. That something was
// changed, by whom and when, stays, and so does its proof: the seals still verify.
func Forget(tx *gorm.DB, userID string, fields ...string) error {
	after := ""
	for {
		var events []Event
		err := tx.Where("about_type = ? AND about_id = ? AND id > ?", UserType, userID, after).
			Order("id").Limit(forgetAtOnce).Find(&events).Error
		if err != nil {
			return err
		}
		for _, e := range events {
			after = e.ID
			if err := e.forget(tx, fields); err != nil {
				return err
			}
		}
		if len(events) < forgetAtOnce {
			return nil
		}
	}
}

func (e Event) forget(tx *gorm.DB, fields []string) error {
	values, err := e.values()
	if err != nil {
		return err
	}
	had := len(values)
	for name := range values {
		if len(fields) == 0 || name == noteField || slices.Contains(fields, name) {
			delete(values, name)
		}
	}
	if len(values) == had {
		return nil
	}
	text, err := json.Marshal(values)
	if err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	return tx.Model(&Event{}).Where("id = ?", e.ID).Update("changes", string(text)).Error
}
