package accounts

import (
	"context"
	"math"
	"strings"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/collate"
	"envagin/api/platform/problem"
)

// whoTries are the keyed hashes of the account and the address.
func (s *Service) whoTries(email, address string) [2]string {
	secret := s.ring().keys[0].attempt
	return [2]string{accountKey(secret, collate.Fold(strings.TrimSpace(email))), addressKey(secret, address)}
}

func (s *Service) factorKey(userID string) string {
	return "f" + keyed(s.ring().keys[0].attempt, userID)
}

// charge counts the attempt, or says how long to wait; waiting costs nothing.
func (s *Service) charge(ctx context.Context, who [2]string, limits [2]throttle) error {
	var wait time.Duration
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		now := s.clock.Now()
		if err := purgeAttempts(tx, now.Add(-attemptsLife)); err != nil {
			return err
		}
		rows, err := lockAttempts(tx, now, who[:]...)
		if err != nil {
			return err
		}
		account, from := rows[who[0]], rows[who[1]]
		if wait = max(account.wait(now), from.wait(now)); wait > 0 {
			return nil
		}
		return saveAttempts(tx, account.charge(limits[0], now), from.charge(limits[1], now))
	})
	if err == nil {
		err = waitFor(wait)
	}
	return err
}

// chargeFactor counts a try at somebody's second step, or says how long to wait.
func (s *Service) chargeFactor(tx *gorm.DB, userID string) (time.Duration, error) {
	key, now := s.factorKey(userID), s.clock.Now()
	rows, err := lockAttempts(tx, now, key)
	if err != nil {
		return 0, err
	}
	if wait := rows[key].wait(now); wait > 0 {
		return wait, nil
	}
	return 0, saveAttempts(tx, rows[key].charge(perFactor, now))
}

func waitFor(wait time.Duration) error {
	if wait <= 0 {
		return nil
	}
	return problem.TooMany(int(math.Ceil(wait.Seconds())))
}

// refund takes this attempt off an address: it was no guess.
func (s *Service) refund(tx *gorm.DB, address string) error {
	now := s.clock.Now()
	rows, err := lockAttempts(tx, now, address)
	if err != nil {
		return err
	}
	return saveAttempts(tx, rows[address].refund(perAddress, now))
}

// forgive forgets all failures under these keys.
func (s *Service) forgive(tx *gorm.DB, keys ...string) error {
	now := s.clock.Now()
	rows, err := lockAttempts(tx, now, keys...)
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := saveAttempts(tx, attempts{Key: rows[key].Key, BlockedUntil: now, LastAt: now}); err != nil {
			return err
		}
	}
	return nil
}
