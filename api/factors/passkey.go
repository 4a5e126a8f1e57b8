package factors

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"envagin/api/accounts"
	"envagin/api/platform/collate"
	"envagin/api/platform/problem"
)

// Passkey is a key pair whose private half never leaves the person's device, or
// the keychain that their devices share.
type Passkey struct {
	ID           string
	UserID       string
	Name         string
	SortKey      string
	CredentialID string // base64url, as the browser says it
	PublicKey    string // base64url, COSE
	Counter      int64
	Flags        int
	Transports   string // parted by spaces
	Version      int
	CreatedAt    time.Time `gorm:"autoCreateTime:false"`
	LastUsedAt   *time.Time
	StoppedAt    *time.Time // when it was found to have been copied
}

// TableName is the table of all passkeys.
func (Passkey) TableName() string { return "passkeys" }

// maxPasskeys bounds how many a person has; a browser is told of all of them.
const maxPasskeys = 20

func (p *Passkey) settle() {
	p.Name = strings.TrimSpace(p.Name)
	p.SortKey = collate.Key(p.Name)
}

// Check holds the rules of a passkey by itself.
func (p Passkey) Check() error {
	var c problem.Checks
	c.Line("name", p.Name, 60)
	return c.Err()
}

// synced tells whether the key may be on several of the person's devices.
func (p Passkey) synced() bool {
	return protocol.AuthenticatorFlags(p.Flags).HasBackupEligible()
}

var b64 = base64.RawURLEncoding

// keep takes over what the ceremony found of a credential.
func (p *Passkey) keep(c webauthn.Credential) {
	p.CredentialID, p.PublicKey = b64.EncodeToString(c.ID), b64.EncodeToString(c.PublicKey)
	p.Counter, p.Flags = int64(c.Authenticator.SignCount), int(c.Flags.MsgpByte())
	words := make([]string, len(c.Transport))
	for i, t := range c.Transport {
		words[i] = string(t)
	}
	p.Transports = strings.Join(words, " ")
}

func (p Passkey) credential() webauthn.Credential {
	id, _ := b64.DecodeString(p.CredentialID) // both are what keep encoded
	key, _ := b64.DecodeString(p.PublicKey)
	c := webauthn.Credential{ID: id, PublicKey: key, Flags: webauthn.CredentialFlagsFromMsgpByte(byte(p.Flags)),
		Authenticator: webauthn.Authenticator{SignCount: uint32(p.Counter)}}
	for word := range strings.FieldsSeq(p.Transports) {
		c.Transport = append(c.Transport, protocol.AuthenticatorTransport(word))
	}
	return c
}

// owner is a person as a ceremony sees them.
type owner struct {
	accounts.Account
	keys []Passkey
}

// WebAuthnID is what a device keeps beside the key: the id, and nothing personal.
func (o owner) WebAuthnID() []byte { return []byte(o.ID) }

// WebAuthnName is what the device shows when there are several.
func (o owner) WebAuthnName() string { return o.Email }

// WebAuthnDisplayName is the same for people.
func (o owner) WebAuthnDisplayName() string { return o.Name }

// WebAuthnCredentials are the keys that may be used.
func (o owner) WebAuthnCredentials() []webauthn.Credential {
	var all []webauthn.Credential
	for _, k := range o.keys {
		if k.StoppedAt == nil {
			all = append(all, k.credential())
		}
	}
	return all
}

// find gives the key of a credential.
func (o owner) find(credentialID string) (Passkey, bool) {
	for _, k := range o.keys {
		if k.CredentialID == credentialID {
			return k, true
		}
	}
	return Passkey{}, false
}

// Challenge is what a browser was asked to sign: for one purpose, once.
type Challenge struct {
	ID        string
	Purpose   string
	UserID    *string // nobody's when any passkey may answer
	Asker     string  // a keyed hash of the address that asked
	Session   string  // what the ceremony needs at its end, as JSON
	ExpiresAt time.Time
}

// TableName is the table of the challenges that wait.
func (Challenge) TableName() string { return "passkey_challenges" }

// What challenges are for.
const (
	toAdd      = "add"
	toSignIn   = "signIn"
	secondStep = "secondStep"
)

const (
	challengeLife = 5 * time.Minute
	// maxChallenges are how many one address may have waiting: a town hall has one.
	maxChallenges = 200
)

// hold keeps what the ceremony needs at its end.
func (c *Challenge) hold(session *webauthn.SessionData) error {
	text, err := json.Marshal(session)
	if err != nil {
		return fmt.Errorf("factors: %w", err)
	}
	c.Session = string(text)
	return nil
}

func (c Challenge) ceremony() (session webauthn.SessionData, err error) {
	if err = json.Unmarshal([]byte(c.Session), &session); err != nil {
		err = fmt.Errorf("factors: %w", err)
	}
	return session, err
}

// relyingParty is who we are to a browser: the host of our address. An address
// without a name has no passkeys, since browsers refuse them there.
func relyingParty(baseURL string) (*webauthn.WebAuthn, error) {
	u, err := url.Parse(baseURL)
	if err != nil {
		return nil, fmt.Errorf("factors: %w", err)
	}
	if _, err := netip.ParseAddr(u.Hostname()); err == nil {
		return nil, nil
	}
	timeout := webauthn.TimeoutConfig{Timeout: challengeLife, TimeoutUVD: challengeLife}
	w, err := webauthn.New(&webauthn.Config{
		RPID: u.Hostname(), RPDisplayName: issuer, RPOrigins: []string{u.Scheme + "://" + u.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, RequireResidentKey: protocol.ResidentKeyRequired(),
			UserVerification: protocol.VerificationRequired},
		Timeouts: webauthn.TimeoutsConfig{Login: timeout, Registration: timeout},
	})
	if err != nil {
		return nil, fmt.Errorf("factors: %w", err)
	}
	return w, nil
}
