package factors

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"
)

// RecoveryCode is one of the codes that let a person in once who has lost the rest.
type RecoveryCode struct {
	UserID    string `gorm:"primaryKey"`
	Position  int    `gorm:"primaryKey"`
	Salt      string
	Hash      string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	UsedAt    *time.Time
}

// TableName is the table of all recovery codes.
func (RecoveryCode) TableName() string { return "recovery_codes" }

const (
	codesASet  = 10
	codeLength = 12 // 60 bits
	saltLength = 16
	// letters leave out those that are read as another (Crockford's alphabet).
	letters = "0123456789abcdefghjkmnpqrstvwxyz"
)

// codeSet is a set of codes, as they are shown and as they are kept.
type codeSet struct {
	shown []string
	kept  []RecoveryCode
}

// newCodes makes a set. It is slow: make it before a transaction, not in one.
func newCodes(userID string, now time.Time) (set codeSet) {
	salt := make([]byte, saltLength)
	_, _ = rand.Read(salt) // never fails (crypto/rand)
	for n := range codesASet {
		raw := make([]byte, codeLength)
		_, _ = rand.Read(raw)
		for i, b := range raw {
			raw[i] = letters[int(b)%len(letters)] // 256 is a multiple of 32
		}
		code := string(raw)
		set.shown = append(set.shown, code[:4]+"-"+code[4:8]+"-"+code[8:])
		set.kept = append(set.kept, RecoveryCode{UserID: userID, Position: n, CreatedAt: now,
			Salt: base64.RawStdEncoding.EncodeToString(salt), Hash: slow(code, salt)})
	}
	return set
}

// slow needs less time and memory than a password's hash: the codes are random.
func slow(code string, salt []byte) string {
	return base64.RawStdEncoding.EncodeToString(argon2.IDKey([]byte(code), salt, 1, 4<<10, 1, 32))
}

var misread = strings.NewReplacer("-", "", " ", "", "i", "1", "l", "1", "o", "0")

// matching finds the unused code of a set that was typed, however it was spaced.
func matching(codes []RecoveryCode, typed string) (RecoveryCode, bool) {
	typed = misread.Replace(strings.ToLower(typed))
	if len(codes) == 0 || len(typed) != codeLength {
		return RecoveryCode{}, false
	}
	salt, err := base64.RawStdEncoding.DecodeString(codes[0].Salt)
	if err != nil {
		return RecoveryCode{}, false
	}
	hash, found, ok := []byte(slow(typed, salt)), RecoveryCode{}, false
	for _, c := range codes {
		if c.UsedAt == nil && c.Salt == codes[0].Salt && subtle.ConstantTimeCompare(hash, []byte(c.Hash)) == 1 {
			found, ok = c, true
		}
	}
	return found, ok
}

func left(codes []RecoveryCode) int {
	n := 0
	for _, c := range codes {
		if c.UsedAt == nil {
			n++
		}
	}
	return n
}
