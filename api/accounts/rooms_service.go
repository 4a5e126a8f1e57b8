package accounts

import (
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"
)

// Secret is a key of 32 bytes made from a signing key for another use, which
// tells nothing of the key it came from.
type Secret struct {
	ID  string // that of the signing key
	Key []byte
}

// Secrets are the keys for a use, one a signing key: the first is for what is
// written now, the others for what was written before it, also by keys that sign
// no more.
func (s *Service) Secrets(use string) ([]Secret, error) {
	ring := s.ring()
	keys := append(slices.Clone(ring.keys), ring.past...)
	out := make([]Secret, len(keys))
	for i, k := range keys {
		key, err := hkdf.Key(sha256.New, k.private.Seed(), nil, "envagin "+use, 32)
		if err != nil {
			return nil, fmt.Errorf("accounts: %w", err)
		}
		out[i] = Secret{k.kid, key}
	}
	return out, nil
}

// Hidden is a keyed hash of the network address of who asks, so that a room can
// count without knowing whom.
func (s *Service) Hidden(use, address string) (string, error) {
	secrets, err := s.Secrets(use)
	if err != nil {
		return "", err
	}
	return addressKey(secrets[0].Key, address), nil
}

// Person gives an account to a room that has to do with its owner.
func (s *Service) Person(tx *gorm.DB, userID string) (Account, error) { return find(tx, userID) }

// Federated tells whether a session was begun by another system's word, which
// has asked for a second step, or not, by rules of its own.
func (s *Service) Federated(tx *gorm.DB, sessionID string) (bool, error) {
	session, _, err := s.living(tx, sessionID)
	return slices.Contains(strings.Fields(session.How), ByFederation), err
}
