package accounts

import (
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// claims are what an access token says (RFC 9068).
type claims struct {
	jwt.RegisteredClaims
	SessionID string      `json:"sid"`
	Roles     []roleClaim `json:"roles"`
}

type roleClaim struct {
	Name auth.RoleName `json:"name"`
	Body string        `json:"body,omitempty"`
}

func (c claims) user() auth.User {
	u := auth.User{ID: c.Subject, SessionID: c.SessionID}
	for _, r := range c.Roles {
		u.Roles = append(u.Roles, auth.Role{Name: r.Name, BodyID: r.Body})
	}
	return u
}

const (
	tokenType = "at+jwt" // so that a token made for something else is none of ours
	leeway    = 30 * time.Second
)

// keyring is the keys that are trusted, the first of which signs, and the
// secrets made from them for other uses.
type keyring struct {
	issuer string
	keys   []signer
	past   []signer // trusted no more; they open what was sealed with them
}

type signer struct {
	kid     string
	private ed25519.PrivateKey
	refresh []byte // makes the successors of refresh tokens
	attempt []byte // hides who tried to sign in
}

// newKeyring takes seeds of 32 bytes, in base64.
func newKeyring(issuer string, seeds ...string) (*keyring, error) {
	k := &keyring{issuer: issuer}
	for _, text := range seeds {
		s, err := newSigner(text)
		if err != nil {
			return nil, err
		}
		k.keys = append(k.keys, s)
	}
	if len(k.keys) == 0 {
		return nil, errors.New("accounts: there is no signing key")
	}
	return k, nil
}

// keep adds the keys that are trusted no more.
func (k *keyring) keep(seeds []string) error {
	for _, text := range seeds {
		s, err := newSigner(text)
		if err != nil {
			return err
		}
		k.past = append(k.past, s)
	}
	return nil
}

func newSigner(text string) (s signer, err error) {
	seed, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
	if err != nil || len(seed) != ed25519.SeedSize {
		return s, errors.New("accounts: each signing key (ENVAGIN_SIGNING_KEY) is 32 bytes in base64 (openssl rand -base64 32)")
	}
	s.private = ed25519.NewKeyFromSeed(seed)
	s.kid = id.Short(string(s.private.Public().(ed25519.PublicKey)))
	if s.refresh, err = hkdf.Key(sha256.New, seed, nil, "envagin refresh token", 32); err != nil {
		return s, fmt.Errorf("accounts: %w", err)
	}
	if s.attempt, err = hkdf.Key(sha256.New, seed, nil, "envagin sign-in attempts", 32); err != nil {
		return s, fmt.Errorf("accounts: %w", err)
	}
	return s, nil
}

// sign makes an access token.
func (k *keyring) sign(u auth.User, sessionID string, now time.Time) (string, error) {
	c := claims{SessionID: sessionID, Roles: []roleClaim{}, RegisteredClaims: jwt.RegisteredClaims{
		ID: id.New(), Subject: u.ID, Issuer: k.issuer, Audience: jwt.ClaimStrings{k.issuer},
		IssuedAt: jwt.NewNumericDate(now), NotBefore: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(accessLife)),
	}}
	for _, r := range u.Roles {
		c.Roles = append(c.Roles, roleClaim{r.Name, r.BodyID})
	}
	t := jwt.NewWithClaims(jwt.SigningMethodEdDSA, c)
	t.Header["kid"], t.Header["typ"] = k.keys[0].kid, tokenType
	text, err := t.SignedString(k.keys[0].private)
	if err != nil {
		return "", fmt.Errorf("accounts: %w", err)
	}
	return text, nil
}

// parse trusts a token that one of our keys signed, for us, and that is in its time.
func (k *keyring) parse(token string, now time.Time) (claims, error) {
	var c claims
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{jwt.SigningMethodEdDSA.Alg()}), jwt.WithStrictDecoding(),
		jwt.WithIssuer(k.issuer), jwt.WithAudience(k.issuer), jwt.WithLeeway(leeway),
		jwt.WithExpirationRequired(), jwt.WithNotBeforeRequired(), jwt.WithIssuedAt(),
		jwt.WithTimeFunc(func() time.Time { return now }))
	_, err := parser.ParseWithClaims(token, &c, k.trusted)
	switch {
	case err == nil && c.IssuedAt != nil && c.SessionID != "" && c.Subject != "":
		return c, nil
	case errors.Is(err, jwt.ErrTokenExpired):
		return claims{}, problem.Unauthenticated("tokenExpired", "The access token has expired; renew the session.")
	default:
		return claims{}, badToken()
	}
}

// knows tells whether a token names a key that is known; nonsense names none.
func (k *keyring) knows(token string) bool {
	t, _, err := jwt.NewParser().ParseUnverified(token, &jwt.RegisteredClaims{})
	return err != nil || slices.ContainsFunc(k.keys, func(s signer) bool { return t.Header["kid"] == s.kid })
}

// public is the keys as others may know them (RFC 7517, RFC 8037).
func (k *keyring) public() ([]byte, error) {
	type key struct {
		Kty string `json:"kty"`
		Crv string `json:"crv"`
		Alg string `json:"alg"`
		Use string `json:"use"`
		Kid string `json:"kid"`
		X   string `json:"x"`
	}
	keys := make([]key, len(k.keys))
	for i, s := range k.keys {
		keys[i] = key{"OKP", "Ed25519", jwt.SigningMethodEdDSA.Alg(), "sig", s.kid, base64.RawURLEncoding.EncodeToString(s.private.Public().(ed25519.PublicKey))}
	}
	return json.Marshal(map[string]any{"keys": keys})
}

// trusted looks for the key among ours alone: what else a header says of keys
// (jku, jwk, x5u) is not looked at.
func (k *keyring) trusted(t *jwt.Token) (any, error) {
	for _, s := range k.keys {
		if t.Header["kid"] == s.kid && t.Header["typ"] == tokenType {
			return s.private.Public(), nil
		}
	}
	return nil, jwt.ErrTokenUnverifiable
}

func badToken() error {
	return problem.Unauthenticated("tokenInvalid", "The token is not valid; sign in again.")
}
