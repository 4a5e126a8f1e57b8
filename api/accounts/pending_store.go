package accounts

import (
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

func insertPending(tx *gorm.DB, p pendingSignIn) error { return tx.Create(&p).Error }

// lockPending gives the waiting sign-in of a token, for this transaction alone
// until it ends, or an empty one.
func lockPending(tx *gorm.DB, hash string) (pendingSignIn, error) {
	return findPending(tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}), hash)
}

func findPending(tx *gorm.DB, hash string) (pendingSignIn, error) {
	var found []pendingSignIn
	err := tx.Where("hash = ?", hash).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return pendingSignIn{}, err
	}
	return found[0], nil
}

func countTry(tx *gorm.DB, p pendingSignIn) error {
	return tx.Model(&pendingSignIn{}).Where("id = ?", p.ID).Update("tries", p.Tries+1).Error
}

func deletePending(tx *gorm.DB, pendingID string) error {
	return tx.Where("id = ?", pendingID).Delete(&pendingSignIn{}).Error
}

func endPendingOf(tx *gorm.DB, userID string) error {
	return tx.Where("user_id = ?", userID).Delete(&pendingSignIn{}).Error
}

func purgePending(tx *gorm.DB, before time.Time) error {
	return tx.Where("expires_at < ?", before).Delete(&pendingSignIn{}).Error
}
