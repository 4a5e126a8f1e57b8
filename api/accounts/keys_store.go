package accounts

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/id"
)

// signingKey is a key made by the service itself.
type signingKey struct {
	Kid       string
	Number    int
	Seed      string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	RetiredAt *time.Time
}

func (signingKey) TableName() string { return "signing_keys" }

// keptSeeds gives the keys that are trusted, the one that signs first, and those
// that are trusted no more, which still open what was sealed with them.
func keptSeeds(tx *gorm.DB, now time.Time) (trusted, past []string, err error) {
	var keys []signingKey
	err = tx.Order("number DESC").Limit(100).Find(&keys).Error
	for _, k := range keys {
		if k.RetiredAt == nil || k.RetiredAt.After(now) {
			trusted = append(trusted, k.Seed)
		} else {
			past = append(past, k.Seed)
		}
	}
	return trusted, past, err
}

// insertKey makes a key. Of two replicas that make the same one inserts.
func insertKey(tx *gorm.DB, number int, now time.Time) error {
	seed := make([]byte, ed25519.SeedSize)
	_, _ = rand.Read(seed) // never fails (crypto/rand)
	key := signingKey{Kid: id.New(), Number: number, Seed: base64.StdEncoding.EncodeToString(seed), CreatedAt: now}
	return tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&key).Error
}

// retireKeys lets the keys that sign be trusted until a moment, forgets those
// that were trusted no more before another, and gives the highest number so far.
func retireKeys(tx *gorm.DB, until, before time.Time) (number int, err error) {
	if err := tx.Model(&signingKey{}).Select("COALESCE(MAX(number), 0)").Scan(&number).Error; err != nil {
		return 0, err
	}
	if err := tx.Where("retired_at <= ?", before).Delete(&signingKey{}).Error; err != nil {
		return 0, err
	}
	return number, tx.Model(&signingKey{}).Where("retired_at IS NULL").Update("retired_at", until).Error
}
