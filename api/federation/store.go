package federation

import (
	"errors"
	"time"

	"gorm.io/gorm"
)

func findIdentity(tx *gorm.DB, issuer, subject string) (Identity, bool, error) {
	var found []Identity
	err := tx.Where("issuer = ? AND subject = ?", issuer, subject).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return Identity{}, false, err
	}
	return found[0], true, nil
}

func insertIdentity(tx *gorm.DB, i Identity) error { return tx.Create(&i).Error }

func usedNow(tx *gorm.DB, identityID string, now time.Time) error {
	return tx.Model(&Identity{}).Where("id = ?", identityID).Update("last_used_at", now).Error
}

func identitiesOf(tx *gorm.DB, userID string) (found []Identity, err error) {
	err = tx.Where("user_id = ?", userID).Order("created_at, id").Limit(100).Find(&found).Error
	return found, err
}

func deleteIdentitiesOf(tx *gorm.DB, userID string) error {
	return tx.Where("user_id = ?", userID).Delete(&Identity{}).Error
}

// insertLeaving tells whether the address had few enough away.
func insertLeaving(tx *gorm.DB, l Leaving, now time.Time) (bool, error) {
	if err := tx.Where("expires_at <= ?", now).Delete(&Leaving{}).Error; err != nil {
		return false, err
	}
	var n int64
	if err := tx.Model(&Leaving{}).Where("asker = ?", l.Asker).Count(&n).Error; err != nil || n >= maxLeaving {
		return false, err
	}
	return true, tx.Create(&l).Error
}

// takeLeaving gives it to one caller, and to nobody after.
func takeLeaving(tx *gorm.DB, stateHash string) (l Leaving, found bool, err error) {
	err = tx.Where("state_hash = ?", stateHash).Take(&l).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return l, false, nil
	} else if err != nil {
		return l, false, err
	}
	res := tx.Where("id = ?", l.ID).Delete(&Leaving{})
	return l, res.RowsAffected == 1, res.Error
}
