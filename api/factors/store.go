package factors

import (
	"errors"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/database"
)

// findTOTP gives a person's codes from an app, empty when there are none. With
// lock nobody else changes them until the transaction ends.
func findTOTP(tx *gorm.DB, userID string, lock bool) (TOTP, error) {
	if lock {
		tx = tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate})
	}
	var found []TOTP
	if err := tx.Where("user_id = ?", userID).Limit(1).Find(&found).Error; err != nil || len(found) == 0 {
		return TOTP{UserID: userID}, err
	}
	return found[0], nil
}

func saveTOTP(tx *gorm.DB, t TOTP) error {
	return tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "user_id"}}, UpdateAll: true}).Create(&t).Error
}

func deleteTOTP(tx *gorm.DB, userID string) error {
	return tx.Where("user_id = ?", userID).Delete(&TOTP{}).Error
}

// sealedOtherwise gives some of the rows after a person that another key than
// this one sealed.
func sealedOtherwise(tx *gorm.DB, keyID, after string) (found []TOTP, err error) {
	prefix := keyID + ".%"
	err = tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Where("user_id > ? AND (secret <> '' AND secret NOT LIKE ? OR pending <> '' AND pending NOT LIKE ?)", after, prefix, prefix).
		Order("user_id").Limit(100).Find(&found).Error
	return found, err
}

func codesOf(tx *gorm.DB, userID string) (codes []RecoveryCode, err error) {
	err = tx.Where("user_id = ?", userID).Order("position").Limit(codesASet).Find(&codes).Error
	return codes, err
}

// replaceCodes puts a set in the place of the one before; an empty set takes it away.
func replaceCodes(tx *gorm.DB, userID string, codes []RecoveryCode) error {
	if err := tx.Where("user_id = ?", userID).Delete(&RecoveryCode{}).Error; err != nil || len(codes) == 0 {
		return err
	}
	return tx.Create(&codes).Error
}

// useCode marks a code as used, for one caller only.
func useCode(tx *gorm.DB, c RecoveryCode, now time.Time) (bool, error) {
	res := tx.Model(&RecoveryCode{}).Where("user_id = ? AND position = ? AND hash = ? AND used_at IS NULL", c.UserID, c.Position, c.Hash).
		Update("used_at", now)
	return res.RowsAffected == 1, res.Error
}

func keysOf(tx *gorm.DB, userID string) (keys []Passkey, err error) {
	err = tx.Where("user_id = ?", userID).Order("sort_key, id").Limit(maxPasskeys).Find(&keys).Error
	return keys, err
}

func pageOfKeys(tx *gorm.DB, userID string, offset, limit int) (keys []Passkey, total int, err error) {
	var n int64
	q := tx.Model(&Passkey{}).Where("user_id = ?", userID)
	if err := q.Session(&gorm.Session{}).Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("sort_key, id").Offset(offset).Limit(limit).Find(&keys).Error
	return keys, int(n), err
}

// usable is how many keys of a person let in.
func usable(tx *gorm.DB, userID string) (int, error) {
	var n int64
	err := tx.Model(&Passkey{}).Where("user_id = ? AND stopped_at IS NULL", userID).Count(&n).Error
	return int(n), err
}

// ownerOfKey is whose key has this credential, "" when nobody's. The row is
// locked, so that of two answers by one counter the second sees what the first left.
func ownerOfKey(tx *gorm.DB, credentialID string) (string, error) {
	var found []Passkey
	err := tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Where("credential_id = ?", credentialID).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return "", err
	}
	return found[0].UserID, nil
}

func findKey(tx *gorm.DB, userID, keyID string) (p Passkey, err error) {
	err = tx.Where("id = ? AND user_id = ?", keyID, userID).Take(&p).Error
	if err != nil {
		return p, database.Missing(tx, err, passkeyType, keyID)
	}
	return p, nil
}

// insertKey tells whether the credential was new.
func insertKey(tx *gorm.DB, p Passkey) (bool, error) {
	res := tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "credential_id"}}, DoNothing: true}).Create(&p)
	return res.RowsAffected == 1, res.Error
}

func updateKey(tx *gorm.DB, p Passkey, version int) error {
	res := tx.Model(&Passkey{}).Where("id = ? AND version = ?", p.ID, version).Select("*").Updates(&p)
	return database.OneRow(res.Error, res.RowsAffected)
}

func deleteKey(tx *gorm.DB, p Passkey) error {
	res := tx.Where("id = ? AND version = ?", p.ID, p.Version).Delete(&Passkey{})
	return database.OneRow(res.Error, res.RowsAffected)
}

func deleteKeysOf(tx *gorm.DB, userID string) error {
	return tx.Where("user_id = ?", userID).Delete(&Passkey{}).Error
}

func waiting(tx *gorm.DB, asker string, now time.Time) (n int64, err error) {
	err = tx.Model(&Challenge{}).Where("asker = ? AND expires_at > ?", asker, now).Count(&n).Error
	return n, err
}

func insertChallenge(tx *gorm.DB, c Challenge, now time.Time) error {
	if err := tx.Where("expires_at <= ?", now).Delete(&Challenge{}).Error; err != nil {
		return err
	}
	return tx.Create(&c).Error
}

// takeChallenge gives a challenge to one caller, and to nobody after.
func takeChallenge(tx *gorm.DB, challengeID string) (c Challenge, found bool, err error) {
	err = tx.Where("id = ?", challengeID).Take(&c).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return c, false, nil
	} else if err != nil {
		return c, false, err
	}
	res := tx.Where("id = ?", challengeID).Delete(&Challenge{})
	return c, res.RowsAffected == 1, res.Error
}
