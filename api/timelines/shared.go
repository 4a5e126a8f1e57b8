package timelines

import (
	"gorm.io/gorm"

	"envagin/api/platform/auth"
)

// FindVisible gives an entry to those for whom its plan exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, entryID string) (Entry, error) {
	return visible(tx, user, entryID)
}
