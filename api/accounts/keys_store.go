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
