package accounts

import (
	"context"
	"strings"

	"gorm.io/gorm"
)

// ring is the keys of this moment.
func (s *Service) ring() *keyring { return s.keys }

// seeds are the configured signing keys, or the one that the database keeps.
func (s *Service) seeds(ctx context.Context, configured string) (seeds []string, err error) {
	if configured != "" {
		return strings.Split(configured, ","), nil
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		seeds, err = keptSeeds(tx, s.clock.Now())
		return err
	})
	return seeds, err
}
