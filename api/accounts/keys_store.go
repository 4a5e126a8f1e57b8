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

// keptSeeds gives the keys that are trusted, the one that signs first.
func keptSeeds(tx *gorm.DB, now time.Time) (seeds []string, err error) {
	err = tx.Model(&signingKey{}).Where("retired_at IS NULL OR retired_at > ?", now).Order("number DESC").Limit(100).Pluck("seed", &seeds).Error
	return seeds, err
}

// insertKey makes a key. Of two replicas that make the same one inserts.
func insertKey(tx *gorm.DB, number int, now time.Time) error {
	seed := make([]byte, ed25519.SeedSize)
	_, _ = rand.Read(seed) // never fails (crypto/rand)
	key := signingKey{Kid: id.New(), Number: number, Seed: base64.StdEncoding.EncodeToString(seed), CreatedAt: now}
	return tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&key).Error
}

// retireKeys lets the keys that sign be trusted until a moment, forgets those
// whose moment has passed, and gives the highest number so far.
func retireKeys(tx *gorm.DB, until, now time.Time) (number int, err error) {
	if err := tx.Model(&signingKey{}).Select("COALESCE(MAX(number), 0)").Scan(&number).Error; err != nil {
		return 0, err
	}
	if err := tx.Where("retired_at <= ?", now).Delete(&signingKey{}).Error; err != nil {
		return 0, err
	}
	return number, tx.Model(&signingKey{}).Where("retired_at IS NULL").Update("retired_at", until).Error
}
