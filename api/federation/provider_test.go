package federation

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"errors"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// forger is a provider that says whatever the test wants.
type forger struct {
	*httptest.Server
	key    *rsa.PrivateKey
	token  string // what it gives for a code
	status int
	info   map[string]any
	asked  int
}

func newForger(t *testing.T) *forger {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	f := &forger{key: key, status: 200}
	mux := http.NewServeMux()
	answer := func(w http.ResponseWriter, v any) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(v)
	}
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		f.asked++
		answer(w, map[string]any{"issuer": f.URL, "authorization_endpoint": f.URL + "/auth", "token_endpoint": f.URL + "/token",
			"jwks_uri": f.URL + "/keys", "userinfo_endpoint": f.URL + "/me", "id_token_signing_alg_values_supported": []string{"RS256"}})
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]any{"keys": []any{map[string]any{"kty": "RSA", "kid": "k", "alg": "RS256", "use": "sig",
			"n": base64.RawURLEncoding.EncodeToString(key.N.Bytes()), "e": base64.RawURLEncoding.EncodeToString(big.NewInt(int64(key.E)).Bytes())}}})
	})
	mux.HandleFunc("/token", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(f.status)
		_ = json.NewEncoder(w).Encode(map[string]any{"access_token": "a", "token_type": "Bearer", "id_token": f.token})
	})
	mux.HandleFunc("/me", func(w http.ResponseWriter, _ *http.Request) { answer(w, f.info) })
	f.Server = httptest.NewServer(mux)
	t.Cleanup(f.Close)
	return f
}

var moment = time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC)

// claims are those of an honest token.
func (f *forger) honest() jwt.MapClaims {
	return jwt.MapClaims{"iss": f.URL, "sub": "omar", "aud": "envagin", "nonce": "n", "iat": moment.Unix(), "exp": moment.Add(time.Minute).Unix(),
		"email": "omar@example.org", "email_verified": true, "name": "Omar", "groups": []string{"a", "b"}}
}

func (f *forger) sign(t *testing.T, c jwt.MapClaims) string {
	t.Helper()
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, c)
	token.Header["kid"] = "k"
	text, err := token.SignedString(f.key)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func (f *forger) ask() *provider {
	return newProvider(Config{Issuer: f.URL, ClientID: "envagin", GroupsClaim: "groups", BaseURL: "http://localhost:8080"}, func() time.Time { return moment })
}

func TestATokenIsBelievedWhenItIsForUsForThisSignInAndInItsTime(t *testing.T) {
	t.Parallel()
	f := newForger(t)
	for name, c := range map[string]struct {
		change func(jwt.MapClaims)
		ok     bool
	}{
		"as it should be":             {func(jwt.MapClaims) {}, true},
		"half a minute over its time": {func(c jwt.MapClaims) { c["exp"] = moment.Add(-30 * time.Second).Unix() }, true},
		"half a minute early":         {func(c jwt.MapClaims) { c["iat"] = moment.Add(30 * time.Second).Unix() }, true},
		"for us among others":         {func(c jwt.MapClaims) { c["aud"] = []string{"envagin", "other"}; c["azp"] = "envagin" }, true},
		"over its time":               {func(c jwt.MapClaims) { c["exp"] = moment.Add(-2 * time.Minute).Unix() }, false},
		"without an end":              {func(c jwt.MapClaims) { delete(c, "exp") }, false},
		"made in the future":          {func(c jwt.MapClaims) { c["iat"] = moment.Add(2 * time.Minute).Unix() }, false},
		"for another":                 {func(c jwt.MapClaims) { c["aud"] = "other" }, false},
		"for several and nobody":      {func(c jwt.MapClaims) { c["aud"] = []string{"envagin", "other"} }, false},
		"asked for by another":        {func(c jwt.MapClaims) { c["azp"] = "other" }, false},
		"by another provider":         {func(c jwt.MapClaims) { c["iss"] = "https://evil.example" }, false},
		"for another sign-in":         {func(c jwt.MapClaims) { c["nonce"] = "another" }, false},
		"for no sign-in":              {func(c jwt.MapClaims) { delete(c, "nonce") }, false},
		"about nobody":                {func(c jwt.MapClaims) { delete(c, "sub") }, false},
	} {
		claims := f.honest()
		c.change(claims)
		f.token = f.sign(t, claims)

		p, err := f.ask().person(context.Background(), "code", "n", "verifier")

		if (err == nil) != c.ok || !c.ok && !errors.Is(err, errToken) {
			t.Errorf("%s: %v", name, err)
		}
		if c.ok && (p.Subject != "omar" || !p.EmailVerified || len(p.Groups) != 2) {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

func TestAForgedTokenIsRefused(t *testing.T) {
	t.Parallel()
	f, other := newForger(t), newForger(t)
	honest := f.sign(t, f.honest())
	part := strings.Split(honest, ".")
	none, _ := jwt.NewWithClaims(jwt.SigningMethodNone, f.honest()).SignedString(jwt.UnsafeAllowNoneSignatureType)
	shared := jwt.NewWithClaims(jwt.SigningMethodHS256, f.honest())
	hmac, _ := shared.SignedString(f.key.N.Bytes()) // the public key as a secret
	claims := f.honest()
	claims["sub"] = "eva"
	changed, _ := json.Marshal(claims)
	for name, token := range map[string]string{
		"unsigned": none, "signed with the public key": hmac, "signed by another's key": other.sign(t, f.honest()),
		"changed": part[0] + "." + base64.RawURLEncoding.EncodeToString(changed) + "." + part[2],
		"cut":     part[0] + "." + part[1] + ".", "nothing": "", "no token": "x",
	} {
		f.token = token
		if _, err := f.ask().person(context.Background(), "code", "n", "v"); !errors.Is(err, errToken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatTheTokenDoesNotTellIsAskedFor(t *testing.T) {
	t.Parallel()
	f := newForger(t)
	claims := f.honest()
	for _, name := range []string{"email", "email_verified", "name", "groups"} {
		delete(claims, name)
	}
	f.token = f.sign(t, claims)
	ask := func() (Person, error) { return f.ask().person(context.Background(), "code", "n", "v") }

	f.info = map[string]any{"sub": "omar", "email": "o@example.org", "email_verified": "true", "name": "O", "locale": "en-GB", "groups": "only"}
	if p, err := ask(); err != nil || p.Email != "o@example.org" || !p.EmailVerified || p.Name != "O" || p.Locale != "en" || len(p.Groups) != 1 {
		t.Error(p, err)
	}
	f.info = map[string]any{"sub": "eva", "email": "eva@example.org"}
	if p, err := ask(); !errors.Is(err, errToken) {
		t.Error("the answer about another person", p, err)
	}
	claims["_claim_names"] = map[string]string{"groups": "src1"}
	claims["_claim_sources"] = map[string]any{"src1": map[string]string{"endpoint": "https://graph.example"}}
	f.token = f.sign(t, claims)
	if _, err := ask(); !errors.Is(err, errGroups) {
		t.Error("more groups than fit", err)
	}
}

func TestTheProviderIsAskedRarelyAndLeftAloneWhenItIsDown(t *testing.T) {
	t.Parallel()
	f := newForger(t)
	now := moment
	p := newProvider(Config{Issuer: f.URL, ClientID: "envagin", BaseURL: "http://localhost:8080"}, func() time.Time { return now })
	address := func() error {
		_, err := p.address(context.Background(), "s", "n", strings.Repeat("v", 43))
		return err
	}
	for range 3 {
		if err := address(); err != nil {
			t.Fatal(err)
		}
	}
	if f.asked != 1 {
		t.Errorf("asked %d times", f.asked)
	}
	f.Close()
	now = now.Add(13 * time.Hour)
	if err := address(); err != nil {
		t.Error("what is known is good enough", err)
	}

	down := newProvider(Config{Issuer: f.URL, ClientID: "envagin"}, func() time.Time { return now })
	if _, err := down.address(context.Background(), "s", "n", "v"); !errors.As(err, new(errDown)) {
		t.Error(err)
	}
	if _, err := down.find(context.Background()); err == nil {
		t.Error("asked again at once")
	}
}

func TestNothingIsSentInTheClearOrFollowed(t *testing.T) {
	t.Parallel()
	p := newProvider(Config{}, func() time.Time { return moment })
	if _, err := p.client.Get("http://login.example.org/token"); !errors.Is(err, errClear) {
		t.Error(err)
	}
	big := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/away" {
			http.Redirect(w, r, "https://evil.example", http.StatusFound)
			return
		}
		_, _ = w.Write(make([]byte, askBytes+10))
	}))
	defer big.Close()
	res, err := p.client.Get(big.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	n := 0
	for buf := make([]byte, 64<<10); ; {
		read, err := res.Body.Read(buf)
		n += read
		if err != nil {
			break
		}
	}
	if n != askBytes {
		t.Errorf("%d bytes were read", n)
	}
	away, err := p.client.Get(big.URL + "/away")
	if err != nil || away.StatusCode != http.StatusFound {
		t.Error(away, err)
	}
}
