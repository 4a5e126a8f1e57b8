package accounts_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/testkit/pgtest"
)

// another is another server on the same database.
func (a *app) another() *accounts.Service {
	a.t.Helper()
	s, err := accounts.New(a.t.Context(), a.db, a.clock, a.config(baseURL, accounts.CheapArgon))
	must(a.t, err)
	return s
}

func kids(t *testing.T, s *accounts.Service) (kids []string) {
	t.Helper()
	text, err := s.KeySet(t.Context())
	must(t, err)
	var set struct{ Keys []map[string]string }
	must(t, json.Unmarshal(text, &set))
	for _, k := range set.Keys {
		if len(k) != 6 || k["kty"] != "OKP" || k["crv"] != "Ed25519" || k["alg"] != "EdDSA" || len(k["x"]) != 43 {
			t.Errorf("%v tells too much, or too little", k)
		}
		kids = append(kids, k["kid"])
	}
	return kids
}

func TestKeysRotate(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		ctx := t.Context()
		one, two, idle := a.s, a.another(), a.another()
		signIn := func(s *accounts.Service) accounts.Issued {
			in, err := s.SignIn(ctx, "officer@demo.example", password, "192.0.2.1", "")
			must(t, err)
			return in
		}
		kidOf := func(token string) string { return strings.Split(token, ".")[0] }
		before := signIn(two)
		sealed, err := one.Secrets("a use")
		must(t, err)
		must(t, a.another().RotateKeys(ctx)) // at the command line, beside the servers

		a.run(t, "and a server meets the new one first in a token of another", func(t *testing.T) {
			a.wait(2 * time.Second)
			started := signIn(a.another()) // has read the new key

			for _, s := range []*accounts.Service{one, two} {
				if _, err := s.Verify(ctx, started.Access, false); err != nil {
					t.Error(err)
				}
			}
			if kidOf(started.Access) == kidOf(before.Access) {
				t.Error("the old key signs")
			}
		})
		a.run(t, "and every server signs with it within a minute", func(t *testing.T) {
			a.wait(time.Minute)
			for _, s := range []*accounts.Service{two, idle} { // idle has met no token of the new key
				if after := signIn(s); kidOf(after.Access) == kidOf(before.Access) {
					t.Error("the old key signs")
				}
			}
		})
		a.run(t, "and nobody is signed out", func(t *testing.T) {
			if _, err := one.Verify(ctx, before.Access, true); err != nil {
				t.Error(err)
			}
			renewed, err := two.Renew(ctx, before.Refresh)
			must(t, err)
			again, err := one.Renew(ctx, before.Refresh)
			must(t, err)
			if renewed.Refresh != again.Refresh {
				t.Error("two servers make two successors")
			}
			if got := kids(t, one); len(got) != 2 {
				t.Errorf("%v", got)
			}
		})
		a.run(t, "and the old one is trusted no more after an hour, but opens what it sealed", func(t *testing.T) {
			a.wait(time.Hour)
			for _, s := range []*accounts.Service{one, two} {
				if got := kids(t, s); len(got) != 1 {
					t.Errorf("%v", got)
				}
				secrets, err := s.Secrets("a use")
				must(t, err)
				if last := secrets[len(secrets)-1]; string(last.Key) != string(sealed[0].Key) || string(secrets[0].Key) == string(last.Key) {
					t.Error("what was sealed before cannot be opened")
				}
			}
		})
		a.run(t, "and made-up key ids make no server read without end", func(t *testing.T) {
			good := signIn(one).Access
			for range 3 {
				if _, err := one.Verify(ctx, "eyJhbGciOiJFZERTQSIsImtpZCI6IngifQ"+good[strings.Index(good, "."):], false); err == nil {
					t.Error("a made-up key id was trusted")
				}
			}
			if _, err := one.Verify(ctx, good, false); err != nil {
				t.Error(err)
			}
		})
		a.run(t, "but not those of the configuration", func(t *testing.T) {
			c := a.config(baseURL, accounts.CheapArgon)
			c.SigningKey = strings.Repeat("A", 43) + "="
			s, err := accounts.New(ctx, a.db, a.clock, c)
			must(t, err)
			if err := s.RotateKeys(ctx); err == nil || !strings.Contains(err.Error(), "ENVAGIN_SIGNING_KEY") {
				t.Error(err)
			}
		})
	})
}

func TestATokenIsTrustedWhileTheDatabaseIsGone(t *testing.T) {
	a := newApp(t, pgtest.NewDatabase(t, database.SQLite), baseURL)
	in, err := a.s.SignIn(t.Context(), "officer@demo.example", password, "192.0.2.1", "")
	must(t, err)
	a.wait(2 * time.Minute)
	must(t, a.db.Close())

	_, reading := a.s.Verify(t.Context(), in.Access, false)
	_, writing := a.s.Verify(t.Context(), in.Access, true)

	if reading != nil || writing == nil {
		t.Error(reading, writing)
	}
}

func TestMalformedAuthorization(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		good := a.signIn(auth.Admin).access()
		for _, header := range []string{"Bearer", "Bearer ", "bearer", "Basic YTpi", good[7:], good + "x", "Bearer  " + good[7:], good + "," + good,
			"Bearer null", "Bearer undefined", "Bearer ..", "Bearer \x7f", "Bearer " + strings.Repeat("a.", 5000)} {
			a.do("GET", "/users/me", nil, "Authorization", header).want(401, "tokenInvalid")
			a.do("GET", "/sign-in-methods", nil, "Authorization", header).want(401, "tokenInvalid")
			a.do("POST", "/users", nil, "Authorization", header).want(401, "tokenInvalid")
		}
		a.do("GET", "/users/me", nil, "Authorization", "bearer "+good[7:]).want(200, "")
	})
}
