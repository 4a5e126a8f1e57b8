// Package id makes the identities of things: UUIDv7 as text (RFC 9562), which
// sort by the time they were made and tell nothing else.
package id

import (
	"crypto/sha256"
	"encoding/hex"
	"sync/atomic"

	"github.com/google/uuid"
)

var maker atomic.Pointer[func() string]

// New is a fresh id.
func New() string {
	if f := maker.Load(); f != nil {
		return (*f)()
	}
	return uuid.Must(uuid.NewV7()).String()
}

// Replace makes New call f, so that recorded examples hold the same ids each
// time; nil puts the real one back. Only tests call it.
func Replace(f func() string) {
	if f == nil {
		maker.Store(nil)
		return
	}
	maker.Store(&f)
}

// Valid tells whether text is a UUID in its usual lower-case form.
func Valid(text string) bool {
	u, err := uuid.Parse(text)
	return err == nil && u.String() == text
}

// Invalid is the opposite of Valid. No reference can have such text as its id,
// and some of it (NUL) would be an error to the database.
func Invalid(text string) bool { return !Valid(text) }

// Short is a stable fingerprint of texts, for ETags and cache keys.
func Short(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
