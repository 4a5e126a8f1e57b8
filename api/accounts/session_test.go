package accounts

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

const issuer = "https://envagin.example.se"

func seed(fill string) string {
	return base64.StdEncoding.EncodeToString([]byte(strings.Repeat(fill, 32)))
}

func ring(t *testing.T, seeds ...string) *keyring {
	t.Helper()
	k, err := newKeyring(issuer, seeds...)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// forged signs claims as somebody else might.
func forged(t *testing.T, method jwt.SigningMethod, key any, header map[string]any, change func(*claims)) string {
	t.Helper()
	c := claims{SessionID: "s", RegisteredClaims: jwt.RegisteredClaims{Subject: "u", Issuer: issuer,
		Audience: jwt.ClaimStrings{issuer}, IssuedAt: jwt.NewNumericDate(noon), NotBefore: jwt.NewNumericDate(noon),
		ExpiresAt: jwt.NewNumericDate(noon.Add(accessLife))}}
	change(&c)
	token := jwt.NewWithClaims(method, c)
	token.Header["typ"] = tokenType
	for name, value := range header {
		token.Header[name] = value
	}
	text, err := token.SignedString(key)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestParseAccessToken(t *testing.T) {
	k := ring(t, seed("a"))
	own, other := k.keys[0], ring(t, seed("b")).keys[0]
	known := map[string]any{"kid": own.kid}
	same := func(*claims) {}
	public := []byte(own.private.Public().(ed25519.PublicKey))
	published, err := k.public()
	if err != nil {
		t.Fatal(err)
	}

	for name, c := range map[string]struct{ token, want string }{
		"accepts its own":                   {forged(t, jwt.SigningMethodEdDSA, own.private, known, same), ""},
		"refuses nonsense":                  {"a.b.c", "tokenInvalid"},
		"refuses nothing":                   {"", "tokenInvalid"},
		"refuses alg none":                  {forged(t, jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, known, same), "tokenInvalid"},
		"refuses HS256 by the public key":   {forged(t, jwt.SigningMethodHS256, public, known, same), "tokenInvalid"},
		"refuses an unknown kid":            {forged(t, jwt.SigningMethodEdDSA, own.private, map[string]any{"kid": "x"}, same), "tokenInvalid"},
		"refuses a kid that is a path":      {forged(t, jwt.SigningMethodEdDSA, other.private, map[string]any{"kid": "../../../../dev/null"}, same), "tokenInvalid"},
		"refuses a kid that is SQL":         {forged(t, jwt.SigningMethodEdDSA, other.private, map[string]any{"kid": "x' UNION SELECT 'AAAA'--"}, same), "tokenInvalid"},
		"refuses a kid that is a list":      {forged(t, jwt.SigningMethodEdDSA, own.private, map[string]any{"kid": []string{own.kid}}, same), "tokenInvalid"},
		"refuses a key that came along":     {forged(t, jwt.SigningMethodEdDSA, other.private, map[string]any{"kid": own.kid, "jwk": jwkOf(other)}, same), "tokenInvalid"},
		"refuses a key by address":          {forged(t, jwt.SigningMethodEdDSA, other.private, map[string]any{"kid": own.kid, "jku": "https://evil.example/jwks.json", "x5u": "https://evil.example/x"}, same), "tokenInvalid"},
		"fetches no key by address":         {forged(t, jwt.SigningMethodEdDSA, own.private, map[string]any{"kid": own.kid, "jku": "http://192.0.2.1/"}, same), ""},
		"refuses HS256 by the key set":      {forged(t, jwt.SigningMethodHS256, published, known, same), "tokenInvalid"},
		"refuses HS256 by the text of it":   {forged(t, jwt.SigningMethodHS256, []byte(jwkOf(own)["x"]), known, same), "tokenInvalid"},
		"refuses no kid":                    {forged(t, jwt.SigningMethodEdDSA, own.private, nil, same), "tokenInvalid"},
		"refuses another key under our kid": {forged(t, jwt.SigningMethodEdDSA, other.private, known, same), "tokenInvalid"},
		"refuses a token for another use":   {forged(t, jwt.SigningMethodEdDSA, own.private, map[string]any{"kid": own.kid, "typ": "JWT"}, same), "tokenInvalid"},
		"refuses a foreign issuer":          {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.Issuer = "https://else.example" }), "tokenInvalid"},
		"refuses a foreign audience":        {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.Audience = jwt.ClaimStrings{"else"} }), "tokenInvalid"},
		"refuses no audience":               {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.Audience = nil }), "tokenInvalid"},
		"refuses no expiry":                 {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.ExpiresAt = nil }), "tokenInvalid"},
		"refuses no session":                {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.SessionID = "" }), "tokenInvalid"},
		"bears one from 30 s in the future": {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) {
			c.IssuedAt, c.NotBefore = jwt.NewNumericDate(noon.Add(30*time.Second)), jwt.NewNumericDate(noon.Add(30*time.Second))
		}), ""},
		"refuses one that is not yet valid": {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.NotBefore = jwt.NewNumericDate(noon.Add(31 * time.Second)) }), "tokenInvalid"},
		"refuses no beginning":              {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.NotBefore = nil }), "tokenInvalid"},
		"refuses no time of issue":          {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.IssuedAt = nil }), "tokenInvalid"},
		"tells when it expired 30 s ago":    {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.ExpiresAt = jwt.NewNumericDate(noon.Add(-30 * time.Second)) }), "tokenExpired"},
		"refuses one from the future":       {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.IssuedAt = jwt.NewNumericDate(noon.Add(time.Minute)) }), "tokenInvalid"},
		"tells when one has expired":        {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.ExpiresAt = jwt.NewNumericDate(noon.Add(-time.Minute)) }), "tokenExpired"},
		"bears clocks 30 s apart":           {forged(t, jwt.SigningMethodEdDSA, own.private, known, func(c *claims) { c.ExpiresAt = jwt.NewNumericDate(noon.Add(-29 * time.Second)) }), ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := k.parse(c.token, noon)

			got := ""
			if p := problem.As(err); p != nil {
				got = p.Code
			}
			if got != c.want {
				t.Errorf("got %q (%v), want %q", got, err, c.want)
			}
		})
	}
}

// jwkOf is a public key in the form in which a token may bring one along.
func jwkOf(s signer) map[string]string {
	return map[string]string{"kty": "OKP", "crv": "Ed25519", "kid": s.kid, "x": base64.RawURLEncoding.EncodeToString(s.private.Public().(ed25519.PublicKey))}
}

func TestKeysAreExchangedWithoutAStop(t *testing.T) {
	old, both := ring(t, seed("a")), ring(t, seed("b"), seed("a"))
	user := auth.User{ID: id.New(), Roles: []auth.Role{{Name: auth.Officer, BodyID: id.New()}}}

	before, err := old.sign(user, "s", noon)
	if err != nil {
		t.Fatal(err)
	}
	c, err := both.parse(before, noon)

	if err != nil || c.user().ID != user.ID || c.user().Roles[0] != user.Roles[0] || c.SessionID != "s" || c.ID == "" {
		t.Errorf("the old key's token: %v, %v", c, err)
	}
	after, _ := both.sign(user, "s", noon)
	if _, err := old.parse(after, noon); err == nil {
		t.Error("the old key alone accepts the new key's token")
	}
}

func TestKeyringRefusesWhatIsNoKey(t *testing.T) {
	for _, text := range []string{"", "short", base64.StdEncoding.EncodeToString([]byte("sixteen bytes...")), seed("a") + "\n,"} {
		if _, err := newKeyring(issuer, strings.Split(text, ",")...); err == nil {
			t.Errorf("%q was taken for a key", text)
		} else if strings.Contains(err.Error(), text) && text != "" {
			t.Errorf("the error shows the key: %v", err)
		}
	}
}

func TestRefreshToken(t *testing.T) {
	s := Session{ID: id.New(), ExpiresAt: noon.Add(sessionLife)}
	used := noon
	t.Run("used is no theft within the grace, and theft after", func(t *testing.T) {
		tok := refreshToken{UsedAt: &used}
		if tok.stolen(noon.Add(grace)) || !tok.stolen(noon.Add(grace+time.Microsecond)) || (refreshToken{}).stolen(noon) {
			t.Error("the grace is wrong")
		}
	})
	t.Run("never outlives its session", func(t *testing.T) {
		late := noon.Add(sessionLife - time.Hour)
		if got := s.next(id.New(), "v", nil, late).ExpiresAt; !got.Equal(s.ExpiresAt) {
			t.Errorf("expires at %v", got)
		}
	})
	t.Run("is not in its row", func(t *testing.T) {
		value := randomToken()
		row := s.next(id.New(), value, nil, noon)
		if len(value) < 43 || strings.Contains(row.Hash, value) || row.Hash != hashToken(value) {
			t.Errorf("%q %q", value, row.Hash)
		}
	})
	t.Run("has one successor under one key", func(t *testing.T) {
		one, again, other := successorOf([]byte("k"), "1"), successorOf([]byte("k"), "1"), successorOf([]byte("l"), "1")
		if one != again || one == other {
			t.Error("the successor does not follow from key and parent")
		}
	})
}

func TestPasswordHash(t *testing.T) {
	ctx := context.Background()
	h, err := newHasher(CheapArgon)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := h.hash(ctx, "lösenordet är långt")
	if err != nil {
		t.Fatal(err)
	}

	t.Run("knows its password and no other", func(t *testing.T) {
		ok, outdated, err := h.matches(ctx, "lösenordet är långt", stored)
		if !ok || outdated || err != nil {
			t.Errorf("%v %v %v", ok, outdated, err)
		}
		if ok, _, _ := h.matches(ctx, "losenordet är långt", stored); ok {
			t.Error("another password matched")
		}
	})
	t.Run("knows it when typed on a machine that composes letters differently", func(t *testing.T) {
		if ok, _, _ := h.matches(ctx, "lo\u0308senordet a\u0308r la\u030angt", stored); !ok {
			t.Error("did not match")
		}
	})
	t.Run("says when its cost is another than today's", func(t *testing.T) {
		dearer, _ := newHasher(Argon{MemoryKiB: 16, Passes: 1, Lanes: 1})
		if ok, outdated, err := dearer.matches(ctx, "lösenordet är långt", stored); !ok || !outdated || err != nil {
			t.Errorf("%v %v %v", ok, outdated, err)
		}
	})
	t.Run("is OWASP's by default", func(t *testing.T) {
		strong, _ := newHasher(Argon{})
		if !strings.HasPrefix(strong.dummy, "$argon2id$v=19$m=19456,t=2,p=1$") {
			t.Error(strong.dummy)
		}
	})
	t.Run("refuses what is no hash, without a crash", func(t *testing.T) {
		for _, text := range []string{"", "x", "$argon2id$v=19$m=8,t=1,p=1$", "$argon2id$v=19$m=8,t=0,p=1$" + stored[27:], stored[:len(stored)-2]} {
			if ok, _, err := h.matches(ctx, "x", text); ok || !errors.Is(err, errHash) {
				t.Errorf("%q: %v %v", text, ok, err)
			}
		}
	})
	t.Run("waits for its turn no longer than the request lives", func(t *testing.T) {
		for range cap(h.slots) {
			h.slots <- struct{}{}
		}
		short, cancel := context.WithTimeout(ctx, time.Millisecond)
		defer cancel()
		if _, err := h.hash(short, "x"); !problem.Is(err, 503) {
			t.Errorf("got %v", err)
		}
	})
}
