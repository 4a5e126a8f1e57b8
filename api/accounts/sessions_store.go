package accounts

import (
	"errors"
	"slices"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

func insertSession(tx *gorm.DB, s Session, first refreshToken) error {
	if err := tx.Create(&s).Error; err != nil {
		return err
	}
	return insertToken(tx, first)
}

func insertToken(tx *gorm.DB, t refreshToken) error { return tx.Create(&t).Error }

func findSession(tx *gorm.DB, sessionID string) (s Session, a Account, err error) {
	err = tx.Where("id = ?", sessionID).Take(&s).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return s, a, badToken()
	} else if err != nil {
		return s, a, err
	}
	a, err = find(tx, s.UserID)
	return s, a, err
}

func findToken(tx *gorm.DB, hash string) (refreshToken, error) {
	return takeToken(tx.Where("hash = ?", hash))
}

func findChild(tx *gorm.DB, parentID string) (refreshToken, error) {
	return takeToken(tx.Where("parent_id = ?", parentID))
}

func takeToken(q *gorm.DB) (t refreshToken, err error) {
	if err = q.Take(&t).Error; errors.Is(err, gorm.ErrRecordNotFound) {
		err = badToken()
	}
	return t, err
}

// claim marks a token as used, for one caller only: of two at once the other
// waits for the first to commit, changes nothing, and reads when it was used.
func claim(tx *gorm.DB, t *refreshToken, now time.Time) (first bool, err error) {
	res := tx.Model(&refreshToken{}).Where("id = ? AND used_at IS NULL", t.ID).Update("used_at", now)
	if res.Error != nil || res.RowsAffected == 1 {
		return true, res.Error
	}
	*t, err = takeToken(tx.Where("id = ?", t.ID))
	return false, err
}

// listSessions gives the living sessions of a person, the last used first.
func listSessions(tx *gorm.DB, userID string, now time.Time, offset, limit int) ([]Session, int, error) {
	q := tx.Model(&Session{}).Where("user_id = ? AND ended_at IS NULL AND expires_at > ?", userID, now)
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	sessions := []Session{}
	err := q.Order("last_used_at DESC, id DESC").Offset(offset).Limit(limit).Find(&sessions).Error
	return sessions, int(total), err
}

func deleteSessionsOf(tx *gorm.DB, userID string) error {
	return tx.Where("user_id = ?", userID).Delete(&Session{}).Error
}

func usedNow(tx *gorm.DB, sessionID string, now time.Time) error {
	return tx.Model(&Session{}).Where("id = ?", sessionID).Update("last_used_at", now).Error
}

func endSession(tx *gorm.DB, sessionID string, now time.Time) error {
	return tx.Model(&Session{}).Where("id = ? AND ended_at IS NULL", sessionID).Update("ended_at", now).Error
}

func endSessionsOf(tx *gorm.DB, userID, keep string, now time.Time) error {
	return tx.Model(&Session{}).Where("user_id = ? AND id <> ? AND ended_at IS NULL", userID, keep).Update("ended_at", now).Error
}

func purgeAttempts(tx *gorm.DB, before time.Time) error {
	return tx.Where("last_at < ?", before).Delete(&attempts{}).Error
}

// lockAttempts gives the rows of these keys, for this transaction alone until it ends.
func lockAttempts(tx *gorm.DB, now time.Time, keys ...string) (map[string]attempts, error) {
	fresh := make([]attempts, len(keys))
	for i, key := range slices.Sorted(slices.Values(keys)) { // so that two never wait for each other
		fresh[i] = attempts{Key: key, BlockedUntil: now, LastAt: now}
	}
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&fresh).Error; err != nil {
		return nil, err
	}
	var rows []attempts
	err := tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Where("key IN ?", keys).Order("key").Find(&rows).Error
	byKey := make(map[string]attempts, len(rows))
	for _, r := range rows {
		byKey[r.Key] = r
	}
	return byKey, err
}

func saveAttempts(tx *gorm.DB, rows ...attempts) error {
	for _, r := range rows {
		if err := tx.Model(&attempts{}).Where("key = ?", r.Key).Select("*").Updates(&r).Error; err != nil {
			return err
		}
	}
	return nil
}
