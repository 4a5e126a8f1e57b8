package activities

import (
	"gorm.io/gorm"

	"envagin/api/platform/auth"
)

// FindVisible gives an activity to those for whom it exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, activityID string) (Activity, error) {
	return visible(tx, user, activityID)
}
