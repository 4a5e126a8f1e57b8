package factors_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"
	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"
	"gorm.io/gorm"

	"envagin/api/testkit"
)

type object = map[string]any

// story is the app with a person in it.
type story struct{ *testkit.App }

func eachDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) { tell(t, &story{a}) })
}

func email(role string) string { return role + "@demo.example" }

// bearer sends an access token.
func bearer(token string) testkit.Option { return testkit.Header("Authorization", "Bearer "+token) }

func tokenOf(a *testkit.Answer) string {
	text, _ := a.Object()["accessToken"].(string)
	return text
}

// password sends the password; the answer is a session, or that a second step is to come.
func (s *story) password(role string) *testkit.Answer {
	s.T.Helper()
	return s.Do("POST", "/sessions", object{"email": email(role), "password": testkit.Password})
}

// signIn is a sign-in by password alone.
func (s *story) signIn(role string) testkit.Option {
	s.T.Helper()
	return bearer(tokenOf(s.password(role).Want(201)))
}

// pending is the token of a sign-in that waits for its second step.
func (s *story) pending(role string) string {
	s.T.Helper()
	token, _ := s.password(role).Want(202).Object()["token"].(string)
	return token
}

// code is what an app shows at the story's time, and some steps later.
func (s *story) code(secret string, steps int) string {
	s.T.Helper()
	code, err := totp.GenerateCodeCustom(secret, s.Clock.Now().Add(time.Duration(steps)*30*time.Second),
		totp.ValidateOpts{Period: 30, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
	if err != nil {
		s.T.Fatal(err)
	}
	return code
}

// wrong is a code that the app shows neither now nor around now.
func (s *story) wrong(secret string) string {
	s.T.Helper()
	for n := range 10 {
		code := fmt.Sprintf("%06d", n)
		if code != s.code(secret, -1) && code != s.code(secret, 0) && code != s.code(secret, 1) {
			return code
		}
	}
	return ""
}

// addApp sets codes from an app up, and moves on to the next code.
func (s *story) addApp(as testkit.Option) (secret string, codes []string) {
	s.T.Helper()
	secret, _ = s.Do("POST", "/users/me/totp", object{}, as).Want(201).Object()["secret"].(string)
	var got struct{ Codes []string }
	s.Do("PUT", "/users/me/totp", object{"code": s.code(secret, 0)}, as).Want(200).Into(&got)
	s.Later(time.Minute)
	return secret, got.Codes
}

func (s *story) second(token, code string) *testkit.Answer {
	s.T.Helper()
	return s.Do("POST", "/second-factors", object{"token": token, "code": code})
}

// device is a person's authenticator with one key.
type device struct {
	virtualwebauthn.Authenticator
	key   virtualwebauthn.Credential
	party virtualwebauthn.RelyingParty
	id    string // of the passkey here
}

var here = virtualwebauthn.RelyingParty{Name: "En väg in", ID: "localhost", Origin: "http://localhost:8080"}

func newDevice() *device {
	return &device{Authenticator: virtualwebauthn.NewAuthenticator(), key: testkit.NewPasskey(), party: here}
}

type challenge struct {
	ID      string
	Options json.RawMessage
}

func challengeOf(a *testkit.Answer) (c challenge) {
	a.Into(&c)
	return c
}

// make answers a challenge with a new key.
func (d *device) make(t testing.TB, c challenge) json.RawMessage {
	t.Helper()
	options, err := virtualwebauthn.ParseAttestationOptions(string(c.Options))
	if err != nil {
		t.Fatal(err)
	}
	d.Options.UserHandle = []byte(options.UserID)
	return json.RawMessage(virtualwebauthn.CreateAttestationResponse(d.party, d.Authenticator, d.key, *options))
}

// sign answers a challenge with the key.
func (d *device) sign(t testing.TB, c challenge) json.RawMessage {
	t.Helper()
	options, err := virtualwebauthn.ParseAssertionOptions(string(c.Options))
	if err != nil {
		t.Fatal(err)
	}
	return json.RawMessage(virtualwebauthn.CreateAssertionResponse(d.party, d.Authenticator, d.key, *options))
}

// addKey adds a device's passkey to the account of whoever is signed in.
func (s *story) addKey(as testkit.Option, d *device) *testkit.Answer {
	s.T.Helper()
	c := challengeOf(s.Do("POST", "/users/me/passkey-challenges", object{}, as).Want(201))
	made := s.Do("POST", "/users/me/passkeys", object{"challengeId": c.ID, "name": "Telefonen", "credential": d.make(s.T, c)}, as)
	if made.Status == http.StatusCreated {
		d.id = made.ID()
	}
	return made
}

func (s *story) challenge() challenge {
	s.T.Helper()
	return challengeOf(s.Do("POST", "/passkey-challenges", object{}).Want(201))
}

// byKey signs in by a device's passkey alone.
func (s *story) byKey(d *device) *testkit.Answer {
	s.T.Helper()
	c := s.challenge()
	return s.Do("POST", "/passkey-sessions", object{"challengeId": c.ID, "credential": d.sign(s.T, c)})
}

// rows is a whole table as text, a line a row.
func (s *story) rows(tables ...string) string {
	s.T.Helper()
	var out strings.Builder
	err := s.DB.Read(context.Background(), func(tx *gorm.DB) error {
		for _, table := range tables {
			var rows []map[string]any
			if err := tx.Table(table).Find(&rows).Error; err != nil {
				return err
			}
			for _, row := range rows {
				fmt.Fprintln(&out, row)
			}
		}
		return nil
	})
	if err != nil {
		s.T.Fatal(err)
	}
	return out.String()
}

// wantLetter fails unless the newest letter to a person is about this.
func (s *story) wantLetter(role, subject string) {
	s.T.Helper()
	s.Drain()
	letter := s.LastMailTo(email(role))
	if letter.Subject != subject || !strings.Contains(letter.Text, "http://localhost:8080/konto") {
		s.T.Errorf("%+v", letter)
	}
}
