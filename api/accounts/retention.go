package accounts

import (
	"context"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/erasure"
)

// Retention is how long this room keeps what it keeps. What is counted against
// guessing, and what waits for minutes only, is also dropped in passing, and its days
// are not for anyone to choose. erase forgets one person
// and leaves the role.
func Retention(erase func(ctx context.Context, user auth.User, userID string, version int) error) []erasure.Rule {
	return []erasure.Rule{
		erasure.Rule{
			Key: "sessions", Tables: []string{"refresh_tokens"}, Sv: "Inloggningar som har tagit slut", En: "Sign-ins that have ended",
			BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 30, Min: 1, Max: 365,
		}.Deletes("sessions", "id", "expires_at < @before OR ended_at < @before"),
		erasure.Rule{
			Key: "sign-ins-begun", Sv: "Påbörjade inloggningar som aldrig blev klara", En: "Sign-ins that were begun and never finished",
			BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn,
		}.Deletes("pending_sign_ins", "id", "expires_at < @before"),
		erasure.Rule{
			Key: "sign-in-attempts", Sv: "Räknare för misslyckade inloggningar", En: "Counts of failed sign-ins",
			BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 1, Min: 1, Max: 1,
		}.Deletes("signin_attempts", "key", "last_at < @before"),
		erasure.Rule{
			Key: "account-links", Sv: "Länkar för inbjudan och nytt lösenord som är använda eller har gått ut; en inbjudan som ingen har svarat på står kvar", En: "Links of invitations and new passwords that were used or have expired; an invitation that nobody answered stays",
			BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 30, Min: 1, Max: 365,
		}.Deletes("account_links", "id", "ended_at < @before OR (expires_at < @before AND purpose = 'reset')"),
		erasure.Rule{
			Key: "account-notices", Sv: "Uppgift om att ett konto har ändrats, för brevet om det", En: "That an account was changed, for the letter that says so",
			BasisSv: erasure.TemporarySv, BasisEn: erasure.TemporaryEn, Days: 30, Min: 1, Max: 365,
		}.Deletes("account_notices", "id", "created_at < @before"),
		{
			Key: "closed-accounts", Tables: []string{"users", "audit_events"}, Act: erasure.Anonymise,
			Sv: "Personuppgifter i stängda konton; rollen står kvar i det som gjordes", En: "Personal data in closed accounts; the role stays in what was done",
			BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 365, Min: 30, Max: 3650,
			Count: countClosed,
			Erase: func(tx *gorm.DB, run erasure.Run) (int, error) {
				closed, err := closedBefore(tx, run.Before, min(run.Most, mostClosed))
				if err != nil {
					return 0, err
				}
				for _, a := range closed { // each with its own trace
					if err := erase(tx.Statement.Context, run.User, a.ID, a.Version); err != nil {
						return 0, err
					}
				}
				return len(closed), nil
			},
		},
	}
}

// mostClosed bounds the persons forgotten in one transaction: each is many statements.
const mostClosed = 50

// closed are the accounts that nobody signs in with and that still tell who it was.
// Their last change is at the earliest their closing.
func closed(tx *gorm.DB, before time.Time) *gorm.DB {
	return tx.Model(&Account{}).Where("active = ? AND erased_at IS NULL AND updated_at < ?", false, before)
}

func countClosed(tx *gorm.DB, before time.Time) (int, error) {
	var n int64
	err := closed(tx, before).Count(&n).Error
	return int(n), err
}

func closedBefore(tx *gorm.DB, before time.Time, most int) (found []Account, err error) {
	err = closed(tx, before).Order("updated_at, id").Limit(most).Find(&found).Error
	return found, err
}
