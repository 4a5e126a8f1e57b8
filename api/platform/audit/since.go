package audit

import (
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/problem"
)

// maxChanges bounds what a 412 tells; a client that far behind reads anew.
const maxChanges = 100

// Since tells what others changed after version, oldest first, for the answer
// to a stale write.
func Since(tx *gorm.DB, objectType, objectID string, version int) ([]problem.Change, error) {
	var events []Event
	err := tx.Where("object_type = ? AND object_id = ? AND version > ?", objectType, objectID, version).
		Order("version").Limit(maxChanges).Find(&events).Error
	if err != nil {
		return nil, err
	}
	var out []problem.Change
	for _, ev := range events {
		changes, _, err := ev.Fields()
		if err != nil {
			return nil, err
		}
		for _, f := range changes {
			out = append(out, problem.Change{Field: f.Field, Before: orNil(f.Before), After: orNil(f.After),
				Version: ev.Version, At: ev.At.UTC().Format(time.RFC3339), ByRole: ev.Role})
		}
	}
	return out, nil
}

func orNil(raw json.RawMessage) any {
	if len(raw) == 0 {
		return nil
	}
	return raw
}

// Fresh refuses a write based on an older version than the current one, and
// tells what changed meanwhile.
func Fresh(tx *gorm.DB, objectType, objectID string, current, version int) error {
	if current == version {
		return nil
	}
	changes, err := Since(tx, objectType, objectID, version)
	if err != nil {
		return err
	}
	return problem.PreconditionFailed(current, changes)
}
