package accounts

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"time"
)

// How long things live. A person signs in once a day at most, and a machine
// left alone signs itself out over night.
const (
	accessLife  = 5 * time.Minute
	refreshLife = 12 * time.Hour
	sessionLife = 7 * 24 * time.Hour
	// grace is how long a used refresh token still gives its successor: two tabs
	// renew at once, or the answer was lost on its way.
	grace = 30 * time.Second
)

// Session is one sign-in, and the family of its refresh tokens.
type Session struct {
	ID         string
	UserID     string
	How        string // parted by spaces, see Proof
	Device     string
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	LastUsedAt time.Time
	ExpiresAt  time.Time
	EndedAt    *time.Time
}

func (s Session) alive(now time.Time) bool { return s.EndedAt == nil && now.Before(s.ExpiresAt) }

// refreshToken is one link of the family's chain; the value itself is not kept.
type refreshToken struct {
	ID        string
	SessionID string
	ParentID  *string
	Hash      string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	ExpiresAt time.Time
	UsedAt    *time.Time
}

// stolen tells whether a used token comes back so late that it is no twin of
// the request that used it.
func (t refreshToken) stolen(now time.Time) bool {
	return t.UsedAt != nil && now.Sub(*t.UsedAt) > grace
}

// next makes the row of the token's successor, or of a family's first token.
func (s Session) next(rowID, value string, parent *refreshToken, now time.Time) refreshToken {
	t := refreshToken{ID: rowID, SessionID: s.ID, Hash: hashToken(value), CreatedAt: now, ExpiresAt: now.Add(refreshLife)}
	if parent != nil {
		t.ParentID = &parent.ID
	}
	if s.ExpiresAt.Before(t.ExpiresAt) {
		t.ExpiresAt = s.ExpiresAt
	}
	return t
}

// randomToken is the value of a family's first token.
func randomToken() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(b)
}

// successorOf is the value that follows the token with this id. It can be made
// again within the grace, so it is never stored.
func successorOf(secret []byte, parentID string) string {
	m := hmac.New(sha256.New, secret)
	m.Write([]byte(parentID))
	return base64.RawURLEncoding.EncodeToString(m.Sum(nil))
}

// hashToken needs no salt or slowness: the value is 32 random bytes.
func hashToken(value string) string {
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:])
}
