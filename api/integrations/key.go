package integrations

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"hash/crc32"
	"math/big"
	"strings"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Key is one of a client's keys, without its value.
type Key struct {
	ID         string
	ClientID   string
	PublicID   string
	Hash       string
	Label      string
	ExpiresOn  day.Day // its last day
	LastUsedOn day.Day
	EndedAt    *time.Time
	Version    int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all keys.
func (Key) TableName() string { return "api_keys" }

// prefix is how the key's value begins: it names the key and opens nothing.
func (k Key) prefix() string { return auth.KeyPrefix + k.PublicID }

// Bounds of a client's keys.
const (
	maxLiving = 5
	maxMonths = 12
)

// The parts of a key's value, all but the prefix in base 62: letters and digits
// alone, so that a double click takes the whole of it.
const (
	publicLength   = 12
	secretLength   = 43 // 32 bytes
	checksumLength = 6  // of a CRC-32
	valueLength    = len(auth.KeyPrefix) + publicLength + 1 + secretLength + checksumLength
	digits         = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)

// newValue makes a key's value and the part of it that names it.
func newValue() (publicID, value string) {
	random := make([]byte, 32+8)
	_, _ = rand.Read(random) // never fails (crypto/rand)
	publicID = base62(random[32:], publicLength)
	value = auth.KeyPrefix + publicID + "_" + base62(random[:32], secretLength)
	return publicID, value + checksum(value)
}

// publicIDOf reads which key a value claims to be; "" when it is none: too
// short, or not as it was made.
func publicIDOf(value string) string {
	if len(value) != valueLength || !strings.HasPrefix(value, auth.KeyPrefix) {
		return ""
	}
	at := len(auth.KeyPrefix) + publicLength
	body := value[:valueLength-checksumLength]
	if value[at] != '_' || checksum(body) != value[len(body):] {
		return ""
	}
	return value[len(auth.KeyPrefix):at]
}

func checksum(text string) string {
	sum := crc32.ChecksumIEEE([]byte(text))
	return base62([]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)}, checksumLength)
}

func base62(raw []byte, length int) string {
	n, base, digit := new(big.Int).SetBytes(raw), big.NewInt(int64(len(digits))), new(big.Int)
	out := []byte(strings.Repeat(digits[:1], length))
	for i := length - 1; i >= 0 && n.Sign() > 0; i-- {
		n.DivMod(n, base, digit)
		out[i] = digits[digit.Int64()]
	}
	return string(out)
}

func hashOf(value string) string {
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:])
}

// is tells whether the value is this key's, in the same time whatever differs.
func (k Key) is(value string) bool {
	return subtle.ConstantTimeCompare([]byte(k.Hash), []byte(hashOf(value))) == 1
}

// Check holds the rules of a key that is made today.
func (k Key) Check(today day.Day) error {
	var c problem.Checks
	c.OptionalLine("label", k.Label, 100)
	c.Required("expiresOn", string(k.ExpiresOn))
	k.ExpiresOn.Check(&c, "expiresOn")
	if last := today.AddMonths(maxMonths); k.ExpiresOn.Valid() {
		c.If(k.ExpiresOn < today, "expiresOn", "inThePast", "The key would have ended already.")
		c.If(k.ExpiresOn > last, "expiresOn", "outOfRange", "A key holds for a year at most: "+string(last)+".")
	}
	return c.Err()
}

// State is how a key stands today.
type State string // @name ApiKeyState

// The states of a key.
const (
	Living  State = "living"
	Expired State = "expired"
	Ended   State = "ended"
)

// StateOn is the key's state on a day.
func (k Key) StateOn(today day.Day) State {
	switch {
	case k.EndedAt != nil:
		return Ended
	case k.ExpiresOn < today:
		return Expired
	default:
		return Living
	}
}

// reminders are how many days before its end a key's contact is written to.
var reminders = []int{30, 7}

// dueReminder is the letter that is due today, by its days; 0 when none is. A key
// made for less than that many days has none: its maker knows.
func (k Key) dueReminder(today day.Day) int {
	left, life := today.DaysUntil(k.ExpiresOn), day.Of(k.CreatedAt).DaysUntil(k.ExpiresOn)
	due := 0
	for _, days := range reminders {
		if left >= 0 && left <= days && life > days {
			due = days // the nearest counts
		}
	}
	return due
}
