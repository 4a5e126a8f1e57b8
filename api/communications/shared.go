package communications

import (
	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// FindVisible gives a communication to those for whom it exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, communicationID string) (Communication, error) {
	if !ReadableBy(user) {
		return Communication{}, problem.NotFound(objectType)
	}
	return visible(tx, user, communicationID)
}

// ReadableBy tells whether the communication plan is for the user.
func ReadableBy(user auth.User) bool { return user.May(auth.ReadCommunications) }
