package accounts

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
)

// keeper holds the keys of this moment. Those in the database may be rotated
// while servers run, so they are read again: each minute, and when a token names
// a key that is not known.
type keeper struct {
	mu         sync.Mutex
	issuer     string
	configured bool
	current    *keyring
	readAt     time.Time
}

const (
	keysFresh = time.Minute
	// keysPause bounds what made-up key ids can make us read.
	keysPause = time.Second
	// keysTrusted is how long a key is trusted that signs no more: longer than
	// any token of it lives, and than others keep what /.well-known/jwks.json said.
	keysTrusted = time.Hour
	// keysKept is how long it still opens what other rooms sealed with it; they
	// seal anew with the newest key every hour.
	keysKept = 90 * 24 * time.Hour
)

func (s *Service) loadKeys(ctx context.Context, configured string) error {
	s.keys.issuer, s.keys.configured = s.baseURL, configured != ""
	seeds, past := strings.Split(configured, ","), []string(nil)
	if !s.keys.configured {
		err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
			if seeds, past, err = keptSeeds(tx, s.clock.Now()); err != nil || len(seeds) > 0 {
				return err
			}
			if err := insertKey(tx, 1, s.clock.Now()); err != nil {
				return err
			}
			seeds, past, err = keptSeeds(tx, s.clock.Now())
			return err
		})
		if err != nil {
			return err
		}
	}
	ring, err := newKeyring(s.keys.issuer, seeds...)
	if err != nil {
		return err
	}
	s.keys.current, s.keys.readAt = ring, s.clock.Now()
	return ring.keep(past)
}

// ring is the keys that were read last.
func (s *Service) ring() *keyring {
	s.keys.mu.Lock()
	defer s.keys.mu.Unlock()
	return s.keys.current
}

// freshRing is the keys as they were at most so long ago. When they cannot be
// read, those that are known go on.
func (s *Service) freshRing(ctx context.Context, age time.Duration) (*keyring, error) {
	s.keys.mu.Lock()
	ring, now := s.keys.current, s.clock.Now()
	stale := !s.keys.configured && now.Sub(s.keys.readAt) >= age
	if stale {
		s.keys.readAt = now // one reads, the others go on
	}
	s.keys.mu.Unlock()
	if !stale {
		return ring, nil
	}
	var seeds, past []string
	err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
		seeds, past, err = keptSeeds(tx, now)
		return err
	})
	if err != nil || len(seeds) == 0 {
		return ring, nil // those that are known go on, and are read again in a minute
	}
	if ring, err = newKeyring(s.keys.issuer, seeds...); err != nil {
		return nil, err
	}
	if err := ring.keep(past); err != nil {
		return nil, err
	}
	s.keys.mu.Lock()
	defer s.keys.mu.Unlock()
	s.keys.current = ring
	return ring, nil
}

// read trusts an access token, by a key that may have been made a moment ago.
func (s *Service) read(ctx context.Context, token string) (claims, error) {
	ring, err := s.freshRing(ctx, keysFresh)
	if err != nil {
		return claims{}, err
	}
	if !ring.knows(token) {
		if ring, err = s.freshRing(ctx, keysPause); err != nil {
			return claims{}, err
		}
	}
	return ring.parse(token, s.clock.Now())
}

// RotateKeys makes a new signing key. The one before signs no more and is
// trusted for an hour, so that nobody is signed out.
func (s *Service) RotateKeys(ctx context.Context) error {
	if s.keys.configured {
		return errors.New("the signing keys come from ENVAGIN_SIGNING_KEY: put a new one first there (openssl rand -base64 32), keep the old one after a comma for an hour, and restart the servers one by one")
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		now := s.clock.Now()
		number, err := retireKeys(tx, now.Add(keysTrusted), now.Add(-keysKept))
		if err != nil {
			return err
		}
		if err := insertKey(tx, number+1, now); err != nil {
			return err
		}
		return audit.Record(tx, audit.Entry{User: system, At: now, Action: "rotate", ObjectType: "signingKeys", ObjectID: "signing", Version: number + 1})
	})
}

// KeySet is the public keys that are trusted, as JSON (RFC 7517).
func (s *Service) KeySet(ctx context.Context) ([]byte, error) {
	ring, err := s.freshRing(ctx, keysFresh)
	if err != nil {
		return nil, err
	}
	return ring.public()
}
