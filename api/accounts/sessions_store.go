package accounts

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/id"
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

func usedNow(tx *gorm.DB, sessionID string, now time.Time) error {
	return tx.Model(&Session{}).Where("id = ?", sessionID).Update("last_used_at", now).Error
}

func endSession(tx *gorm.DB, sessionID string, now time.Time) error {
	return tx.Model(&Session{}).Where("id = ? AND ended_at IS NULL", sessionID).Update("ended_at", now).Error
}

func endSessionsOf(tx *gorm.DB, userID string, now time.Time) error {
	return tx.Model(&Session{}).Where("user_id = ? AND ended_at IS NULL", userID).Update("ended_at", now).Error
}

// purgeSessions forgets sessions, and with them their tokens, that could not be
// used any more since before.
func purgeSessions(tx *gorm.DB, before time.Time) error {
	return tx.Where("expires_at < ?", before).Delete(&Session{}).Error
}

func purgeAttempts(tx *gorm.DB, before time.Time) error {
	return tx.Where("last_at < ?", before).Delete(&attempts{}).Error
}

// lockAttempts gives the rows of an account and an address, for this
// transaction alone until it ends.
func lockAttempts(tx *gorm.DB, who [2]string, now time.Time) (account, address attempts, err error) {
	fresh := []attempts{
		{Key: who[0], BlockedUntil: now, LastAt: now},
		{Key: who[1], BlockedUntil: now, LastAt: now},
	}
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&fresh).Error; err != nil {
		return account, address, err
	}
	// In the order of the keys, so that two never wait for each other.
	var rows []attempts
	err = tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Where("key IN ?", who[:]).Order("key").Find(&rows).Error
	for _, r := range rows {
		switch r.Key {
		case who[0]:
			account = r
		case who[1]:
			address = r
		}
	}
	return account, address, err
}

func saveAttempts(tx *gorm.DB, rows ...attempts) error {
	for _, r := range rows {
		if err := tx.Model(&attempts{}).Where("key = ?", r.Key).Select("*").Updates(&r).Error; err != nil {
			return err
		}
	}
	return nil
}

// signingKey is a key made by the service itself.
type signingKey struct {
	Kid       string
	Number    int
	Seed      string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	RetiredAt *time.Time
}

func (signingKey) TableName() string { return "signing_keys" }

// keptSeeds gives the keys in use, newest first, and makes the first one. Of
// two replicas that start together one inserts; both read the same.
func keptSeeds(tx *gorm.DB, now time.Time) ([]string, error) {
	var kept []signingKey
	read := func() error { return tx.Where("retired_at IS NULL").Order("number DESC").Find(&kept).Error }
	if err := read(); err != nil {
		return nil, err
	}
	if len(kept) == 0 {
		seed := make([]byte, ed25519.SeedSize)
		_, _ = rand.Read(seed) // never fails (crypto/rand)
		key := signingKey{Kid: id.New(), Number: 1, Seed: base64.StdEncoding.EncodeToString(seed), CreatedAt: now}
		if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&key).Error; err != nil {
			return nil, err
		}
		if err := read(); err != nil {
			return nil, err
		}
	}
	seeds := make([]string, len(kept))
	for i, k := range kept {
		seeds[i] = k.Seed
	}
	return seeds, nil
}
