package app_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"time"

	"github.com/descope/virtualwebauthn"
	"github.com/pquerna/otp/totp"

	"envagin/api/app"
	"envagin/api/federation"
	"envagin/api/platform/auth"
	"envagin/api/testkit"
)

// shownFor stands for what differs each time, and is a secret besides.
var shownFor = []struct {
	what *regexp.Regexp
	text string
}{
	{regexp.MustCompile(`"secret":"[^"]+"`), `"secret":"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"`},
	{regexp.MustCompile(`"uri":"[^"]+"`), `"uri":"otpauth://totp/En%20v%C3%A4g%20in:member@demo.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"`},
	{regexp.MustCompile(`"image":"[^"]+"`), `"image":"data:image/png;base64,iVBORw0KGgo="`},
	{regexp.MustCompile(`"(codes|recoveryCodes)":\[[^\]]+\]`), `"$1":["3f7k-92mx-c0tw","8r0n-q3e6-d5bz"]`},
	{regexp.MustCompile(`"challenge":"[^"]+"`), `"challenge":"p4ZBzqJ8yT1l0m2c3vXw9dKfRgHsUoNe5iA7QjLb6Yk"`},
	{regexp.MustCompile(`"(id|rawId)":"[A-Za-z0-9_-]{43}"`), `"$1":"mG0yY1nS4o2dQk8wT7xR5cV3bZ6aJ9uLpEhFiKlMrN0"`},
	{regexp.MustCompile(`"(attestationObject|authenticatorData|clientDataJSON|signature)":"[^"]+"`), `"$1":"o2NmbXRkbm9uZQ"`},
	{regexp.MustCompile(`"authorizationUrl":"[^"]+"`), `"authorizationUrl":"https://login.example.org/authorize?client_id=envagin&response_type=code&scope=openid+email+profile&state=x&nonce=y&code_challenge=z&code_challenge_method=S256"`},
}

// show records an exchange with what differs each time replaced, in both directions.
func (s *recorder) show(method, path string, body any, answer *testkit.Answer) *testkit.Answer {
	s.t.Helper()
	if answer.Status >= 400 {
		s.t.Fatalf("%s %s: %d\n%s", method, path, answer.Status, answer.Body)
	}
	shown := *answer
	sent, err := json.Marshal(body)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, r := range shownFor {
		sent, shown.Body = r.what.ReplaceAll(sent, []byte(r.text)), r.what.ReplaceAll(shown.Body, []byte(r.text))
	}
	body = nil
	if string(sent) != "null" {
		body = json.RawMessage(sent)
	}
	s.record(method, path, body, &shown)
	return answer
}

// factors tells how a person adds a second step and uses it.
func (s *recorder) factors() {
	const token = "pJx0V7J1bq5c8mH0g2i3yQeQmB4s9uZr1tKkXo7wLdE"
	member := s.a.As("member")
	as := func(method, path string, body any, options ...testkit.Option) *testkit.Answer {
		s.t.Helper()
		return s.show(method, path, body, s.a.Do(method, path, body, append(options, member)...))
	}
	code := func(secret string, later time.Duration) string {
		c, err := totp.GenerateCode(secret, s.a.Clock.Now().Add(later))
		if err != nil {
			s.t.Fatal(err)
		}
		return c
	}
	secret := as("POST", "/users/me/totp", m{}).Object()["secret"].(string)
	confirmed := s.a.Do("PUT", "/users/me/totp", m{"code": code(secret, 0)}, member)
	s.show("PUT", "/users/me/totp", m{"code": "492039"}, confirmed)
	as("POST", "/users/me/recovery-codes", m{})

	party := virtualwebauthn.RelyingParty{Name: "En väg in", ID: "localhost", Origin: "http://localhost:8080"}
	device, key := virtualwebauthn.NewAuthenticator(), testkit.NewPasskey()
	var asked struct {
		ID      string
		Options json.RawMessage
	}
	as("POST", "/users/me/passkey-challenges", m{}).Into(&asked)
	creation, err := virtualwebauthn.ParseAttestationOptions(string(asked.Options))
	if err != nil {
		s.t.Fatal(err)
	}
	device.Options.UserHandle = []byte(creation.UserID)
	made := as("POST", "/users/me/passkeys", m{"challengeId": asked.ID, "name": "Telefonen",
		"credential": json.RawMessage(virtualwebauthn.CreateAttestationResponse(party, device, key, *creation))})
	as("GET", "/users/me/totp", nil)
	as("GET", "/users/me/passkeys", nil)
	at := "/users/me/passkeys/" + made.ID()
	as("PUT", at, m{"name": "Nyckelknippan"}, testkit.IfMatch(`"1"`))

	pending := s.a.Do("POST", "/sessions", m{"email": "member@demo.example", "password": testkit.Password}).Want(http.StatusAccepted)
	s.show("POST", "/sessions", m{"email": "member@demo.example", "password": "the member's password"}, pending)
	second := m{"token": pending.Object()["token"], "code": code(secret, 30*time.Second)}
	s.show("POST", "/second-factors", m{"token": token, "code": "492039"}, s.a.Do("POST", "/second-factors", second))
	s.show("POST", "/passkey-challenges", m{}, s.a.Do("POST", "/passkey-challenges", m{})).Into(&asked)
	assertion, err := virtualwebauthn.ParseAssertionOptions(string(asked.Options))
	if err != nil {
		s.t.Fatal(err)
	}
	answer := m{"challengeId": asked.ID, "credential": json.RawMessage(virtualwebauthn.CreateAssertionResponse(party, device, key, *assertion))}
	s.show("POST", "/passkey-sessions", answer, s.a.Do("POST", "/passkey-sessions", answer))
	as("DELETE", at, nil, testkit.IfMatch(`"2"`))
	as("DELETE", "/users/me/totp", nil)

	secret = s.a.Do("POST", "/users/me/totp", m{}, member).Want(201).Object()["secret"].(string)
	s.a.Do("PUT", "/users/me/totp", m{"code": code(secret, 0)}, member).Want(200)
	id := s.a.Get("/users/me", member).ID()
	s.do("admin", "DELETE", "/users/"+id+"/factors", nil)
}

// federation tells how a browser is sent to the organisation's sign-in, and
// comes back with something that nobody gave. The whole way is told by the
// room's stories, against a real provider.
func (s *recorder) federation() {
	var issuer string
	provider := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(m{"issuer": issuer, "authorization_endpoint": issuer + "/auth", "token_endpoint": issuer + "/token", "jwks_uri": issuer + "/keys"})
	}))
	defer provider.Close()
	issuer = provider.URL
	a := testkit.StartAgain(s.t, testkit.NewDatabase(s.t, "sqlite"), func(c *app.Config) {
		c.OIDC = federation.Config{Issuer: issuer, ClientID: "envagin", Scopes: []string{"openid"}, Roles: []federation.Mapping{{Group: "g", Role: auth.Reader}}, BaseURL: c.BaseURL}
	})
	wanted := m{"returnTo": "/aktiviteter"}
	s.show("POST", "/federated-sign-ins", wanted, a.Do("POST", "/federated-sign-ins", wanted))
	s.show("GET", "/federated-sign-ins/callback", nil, a.Get("/federated-sign-ins/callback?state=x&code=y").Want(http.StatusSeeOther))
}
