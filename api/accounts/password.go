package accounts

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"envagin/api/platform/problem"
)

// Argon is the cost of a password's hash (argon2id).
type Argon struct {
	MemoryKiB uint32
	Passes    uint32
	Lanes     uint8
}

var (
	// DefaultArgon is OWASP's recommendation.
	DefaultArgon = Argon{MemoryKiB: 19 << 10, Passes: 2, Lanes: 1}
	// CheapArgon is for tests.
	CheapArgon = Argon{MemoryKiB: 8, Passes: 1, Lanes: 1}
)

const saltLength, hashLength = 16, 32

// hasher computes as many hashes at once as there are processors: each takes
// memory and time, and a flood of sign-ins must not take all of either.
type hasher struct {
	cost  Argon
	slots chan struct{}
	dummy string // what an unknown account's password is compared with
}

func newHasher(cost Argon) (*hasher, error) {
	if cost == (Argon{}) {
		cost = DefaultArgon
	}
	h := &hasher{cost: cost, slots: make(chan struct{}, runtime.NumCPU())}
	var err error
	h.dummy, err = h.hash(context.Background(), randomToken())
	return h, err
}

// hash makes the text that is stored: algorithm, cost, salt and hash.
func (h *hasher) hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltLength)
	_, _ = rand.Read(salt) // never fails (crypto/rand)
	sum, err := h.derive(ctx, password, salt, h.cost)
	if err != nil {
		return "", err
	}
	return encodeHash(h.cost, salt, sum), nil
}

// matches tells whether the password is the one that was stored, and whether
// the stored hash has another cost than today's.
func (h *hasher) matches(ctx context.Context, password, stored string) (ok, outdated bool, err error) {
	cost, salt, want, err := decodeHash(stored)
	if err != nil {
		return false, false, err
	}
	got, err := h.derive(ctx, password, salt, cost)
	if err != nil {
		return false, false, err
	}
	return subtle.ConstantTimeCompare(got, want) == 1, cost != h.cost, nil
}

func (h *hasher) derive(ctx context.Context, password string, salt []byte, cost Argon) ([]byte, error) {
	select {
	case h.slots <- struct{}{}:
		defer func() { <-h.slots }()
	case <-ctx.Done():
		return nil, problem.Unavailable(ctx.Err())
	}
	// The same characters typed on another machine may be other code points.
	text := norm.NFKC.Bytes([]byte(password))
	return argon2.IDKey(text, salt, cost.Passes, cost.MemoryKiB, cost.Lanes, hashLength), nil
}

var b64 = base64.RawStdEncoding

const hashFormat = "$argon2id$v=%d$m=%d,t=%d,p=%d$"

func encodeHash(cost Argon, salt, sum []byte) string {
	return fmt.Sprintf(hashFormat, argon2.Version, cost.MemoryKiB, cost.Passes, cost.Lanes) +
		b64.EncodeToString(salt) + "$" + b64.EncodeToString(sum)
}

var errHash = errors.New("accounts: a stored password hash cannot be read")

func decodeHash(stored string) (cost Argon, salt, sum []byte, err error) {
	var version int
	var rest string
	if _, err := fmt.Sscanf(stored, hashFormat+"%s", &version, &cost.MemoryKiB, &cost.Passes, &cost.Lanes, &rest); err != nil || version != argon2.Version {
		return cost, nil, nil, errHash
	}
	if len(rest) <= b64.EncodedLen(saltLength) {
		return cost, nil, nil, errHash
	}
	at := b64.EncodedLen(saltLength)
	salt, saltErr := b64.DecodeString(rest[:at])
	sum, sumErr := b64.DecodeString(rest[at+1:])
	if saltErr != nil || sumErr != nil || rest[at] != '$' || len(sum) != hashLength || cost.Passes == 0 || cost.Lanes == 0 {
		return cost, nil, nil, errHash
	}
	return cost, salt, sum, nil
}
