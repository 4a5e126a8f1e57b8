package federation

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"
)

// Identity is who a person is to the provider.
type Identity struct {
	ID         string
	UserID     string
	Issuer     string
	Subject    string
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	LastUsedAt time.Time
}

// TableName is the table of who people are elsewhere.
func (Identity) TableName() string { return "federated_identities" }

// Leaving is a browser that was sent to the provider and has not come back.
type Leaving struct {
	ID        string
	StateHash string
	BondHash  string // of the cookie that binds it to the browser
	Nonce     string
	Verifier  string
	ReturnTo  string
	Asker     string // a keyed hash of the address that asked
	ExpiresAt time.Time
}

// TableName is the table of the browsers that are away.
func (Leaving) TableName() string { return "federated_sign_ins" }

const (
	leavingLife = 10 * time.Minute
	// maxLeaving are how many one address may have away: a town hall has one.
	maxLeaving = 500
	// skew is how much clocks may differ.
	skew = time.Minute
)

// bound tells whether it is the same browser that comes back, in time.
func (l Leaving) bound(bond string, now time.Time) bool {
	return now.Before(l.ExpiresAt) && subtle.ConstantTimeCompare([]byte(hash(bond)), []byte(l.BondHash)) == 1
}

func random() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(b)
}

// hash needs no salt or slowness: the value is 32 random bytes.
func hash(value string) string {
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:])
}

// Person is what the provider says of who signs in, once its word was checked.
type Person struct {
	Issuer, Subject string
	Email           string
	EmailVerified   bool
	Name            string
	Locale          string
	Groups          []string
}

// claims are what we read of a token or of the provider's answer on a person.
type claims struct {
	Email         string    `json:"email"`
	EmailVerified flag      `json:"email_verified"`
	Name          string    `json:"name"`
	Locale        string    `json:"locale"`
	Party         string    `json:"azp"`
	Audience      one       `json:"aud"`
	IssuedAt      float64   `json:"iat"`
	Elsewhere     elsewhere `json:"_claim_names"`
}

type elsewhere map[string]json.RawMessage

// flag is a boolean, which some providers send as text.
type flag bool

// UnmarshalJSON takes true and "true".
func (f *flag) UnmarshalJSON(b []byte) error {
	*f = string(b) == "true" || string(b) == `"true"`
	return nil
}

// one is a text or a list of texts.
type one []string

// UnmarshalJSON takes both; what is neither is nothing.
func (o *one) UnmarshalJSON(b []byte) error {
	var list []string
	if json.Unmarshal(b, &list) == nil {
		*o = list
		return nil
	}
	var text string
	if json.Unmarshal(b, &text) == nil && text != "" {
		*o = []string{text}
	}
	return nil
}

var errToken = errors.New("federation: the token is not for us")

// check is what go-oidc leaves to us: that of several receivers we are the one
// who asked, and that the token was not made in the future.
func (c claims) check(clientID string, now time.Time) error {
	several := len(c.Audience) > 1
	if several && c.Party == "" || c.Party != "" && c.Party != clientID {
		return errToken
	}
	if time.Unix(int64(c.IssuedAt), 0).After(now.Add(skew)) {
		return errToken
	}
	return nil
}

// groupsIn reads the groups out of a set of claims; found tells whether it has any word of them.
func groupsIn(raw []byte, claim string) (groups []string, found bool) {
	var all map[string]json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return nil, false
	}
	text, found := all[claim]
	if !found {
		return nil, false
	}
	var list one
	_ = json.Unmarshal(text, &list) // never fails
	return list, true
}

// person settles what was said.
func (c claims) person(issuer, subject string, groups []string) Person {
	p := Person{Issuer: issuer, Subject: subject, Email: strings.TrimSpace(c.Email), EmailVerified: bool(c.EmailVerified),
		Name: strings.TrimSpace(c.Name), Locale: "sv", Groups: slices.Clone(groups)}
	if strings.HasPrefix(strings.ToLower(c.Locale), "en") {
		p.Locale = "en"
	}
	if p.Name == "" {
		p.Name, _, _ = strings.Cut(p.Email, "@")
	}
	return p
}
