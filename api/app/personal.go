package app

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/council"
	"envagin/api/meetings"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/questions"
	"envagin/api/references"
	"envagin/api/responses"
)

// maxTraces bounds what is taken out of one person's traces; the newest come first.
const maxTraces = 10_000

// personTrace is something that a person did, as it is taken out.
type personTrace struct {
	At         time.Time `json:"at"`
	Role       string    `json:"role"`
	Action     string    `json:"action"`
	ObjectType string    `json:"objectType"`
	ObjectID   string    `json:"objectId"`
}

// personRequest is a request whose answer is kept for a while, in case it is sent again.
type personRequest struct {
	MethodPath string    `json:"methodPath"`
	Status     int       `json:"status"`
	CreatedAt  time.Time `json:"createdAt"`
}

// buildPersonal tells the accounts what the platform holds on a person. Traces
// stay when the person is forgotten: they say in which role something was done.
func (a *App) buildPersonal() {
	a.Accounts.Pieces = append(a.Accounts.Pieces,
		accounts.Piece{Name: "referenceMembers",
			Read: func(tx *gorm.DB, userID string) (any, error) { return references.HeldOn(tx, userID) },
			Erase: func(tx *gorm.DB, userID string) error {
				return a.References.Forget(tx, auth.User{Roles: []auth.Role{{Name: auth.Admin}}}, userID)
			}},
		accounts.Piece{Name: "councilMandates",
			Read:  func(tx *gorm.DB, userID string) (any, error) { return council.HeldBy(tx, userID) },
			Erase: func(tx *gorm.DB, userID string) error { return council.Leave(tx, userID, a.Clock.Now()) }},
		accounts.Piece{Name: "councilMeetings",
			Read:  func(tx *gorm.DB, userID string) (any, error) { return meetings.HeldBy(tx, userID) },
			Erase: meetings.Forget},
		accounts.Piece{Name: "councilQuestions",
			Read:  func(tx *gorm.DB, userID string) (any, error) { return questions.HeldBy(tx, userID) },
			Erase: func(tx *gorm.DB, userID string) error { return questions.Forget(tx, userID, a.Clock.Now()) }},
		accounts.Piece{Name: "responses",
			Read:  func(tx *gorm.DB, userID string) (any, error) { return responses.HeldBy(tx, userID) },
			Erase: responses.Forget},
		accounts.Piece{Name: "traces", Read: func(tx *gorm.DB, userID string) (any, error) {
			traces := []personTrace{}
			err := tx.Model(&audit.Event{}).Where("user_id = ?", userID).Order("at DESC, id DESC").Limit(maxTraces).Find(&traces).Error
			return traces, err
		}},
		accounts.Piece{Name: "requests",
			Read: func(tx *gorm.DB, userID string) (any, error) {
				requests := []personRequest{}
				err := tx.Table("idempotency_keys").Where("user_id = ?", userID).Order("created_at DESC, key").Limit(maxTraces).Find(&requests).Error
				return requests, err
			},
			Erase: func(tx *gorm.DB, userID string) error {
				return tx.Exec("DELETE FROM idempotency_keys WHERE user_id = ?", userID).Error
			}},
	)
}
