package federation_test

import (
	"io"
	"net/url"
	"strings"
	"testing"
	"time"

	"envagin/api/app"
	"envagin/api/federation"
	"envagin/api/platform/auth"
	"envagin/api/testkit"
)

func TestAPersonSignsInThroughTheOrganisation(t *testing.T) {
	t.Parallel()
	eachDB(t, nil, func(t *testing.T, s *story) {
		s.Run(t, "the sign-in page offers it by its name", func(t *testing.T) {
			methods := s.Get("/sign-in-methods").Want(200).Object()
			if federated, _ := methods["federated"].(object); federated["name"] != "kommunens inloggning" {
				t.Error(methods)
			}
		})
		s.Run(t, "the first time makes an account with the roles of the groups", func(t *testing.T) {
			got := s.signIn("omar")

			if at := got.Header.Get("Location"); at != "http://localhost:8080/logga-in/klart?till="+url.QueryEscape("/aktiviteter?plan=x") {
				t.Error(at)
			}
			me := s.wantIn(got)
			if me["email"] != "omar@kommun.example" || me["name"] != "Omar Exempel" || rolesOf(me) != "officer true" {
				t.Error(me)
			}
		})
		s.Run(t, "the next time is the same account", func(t *testing.T) {
			if one, two := s.wantIn(s.signIn("omar"))["id"], s.wantIn(s.signIn("omar"))["id"]; one != two {
				t.Error(one, two)
			}
		})
		s.Run(t, "changed groups are changed roles", func(t *testing.T) {
			s.provider.groups("omar", "plan-samordnare", "plan-las")

			if me := s.wantIn(s.signIn("omar")); rolesOf(me) != "coordinator true, reader true" {
				t.Error(me)
			}
		})
		s.Run(t, "roles given by hand stay, and nobody takes the mark off by saving", func(t *testing.T) {
			person := s.wantIn(s.signIn("omar"))
			at := "/users/" + person["id"].(string)
			read := s.Get(at, s.As("admin")).Want(200)
			in := object{"email": "omar@kommun.example", "name": "Omar Exempel", "lang": "sv", "active": true, "protected": false,
				"roles": []object{{"role": "coordinator"}, {"role": "reader"}, {"role": "member"}}}
			s.Do("PUT", at, in, s.As("admin"), testkit.IfMatch(read.ETag())).Want(200)
			s.provider.groups("omar", "ifn-handlaggare")

			if me := s.wantIn(s.signIn("omar")); rolesOf(me) != "member false, officer true" {
				t.Error(rolesOf(me))
			}
		})
		s.Run(t, "a new person without a role is not let in, and no account is made", func(t *testing.T) {
			s.wantRefused(s.signIn("lisa"), "noRole")
			if strings.Contains(s.rows("users"), "lisa@") {
				t.Error("an account")
			}
		})
		s.Run(t, "who has lost every group is shut out, and signed out everywhere", func(t *testing.T) {
			in := s.signIn("eva")
			s.wantIn(in)
			cookie := ""
			for _, c := range in.Header.Values("Set-Cookie") {
				if strings.HasPrefix(c, "envagin-refresh=") {
					cookie = strings.Split(c, ";")[0]
				}
			}
			s.provider.groups("eva", "personal")

			s.wantRefused(s.signIn("eva"), "noRole")

			s.Do("POST", "/session-renewals", nil, testkit.Header("Cookie", cookie)).Want(401)
		})
		s.Run(t, "an account that was closed stays closed", func(t *testing.T) {
			person := s.wantIn(s.signIn("omar"))
			at := "/users/" + person["id"].(string)
			read := s.Get(at, s.As("admin")).Want(200)
			in := object{"email": "omar@kommun.example", "name": "Omar Exempel", "lang": "sv", "active": false, "protected": false, "roles": []object{}}
			s.Do("PUT", at, in, s.As("admin"), testkit.IfMatch(read.ETag())).Want(200)

			s.wantRefused(s.signIn("omar"), "accountClosed")
		})
		s.Run(t, "who changes their mind comes back to the sign-in page", func(t *testing.T) {
			s.wantRefused(s.signIn(""), "cancelled")
		})
		s.Run(t, "no token and nothing of a person is kept or traced", func(t *testing.T) {
			kept := s.rows("federated_sign_ins", "federated_identities", "audit_events")
			for _, word := range []string{"eyJhbGciOi", "@kommun.example", "Exempel"} {
				if strings.Contains(kept, word) {
					t.Errorf("%s is kept", word)
				}
			}
		})
	})
}

func TestAMailAddressLinksOnlyWhenThatIsTurnedOnAndVerified(t *testing.T) {
	t.Parallel()
	eachDB(t, nil, func(t *testing.T, s *story) {
		s.wantRefused(s.signIn("expert"), "accountExists") // off: that is the default
	})
	eachDB(t, func(c *federation.Config) { c.LinkByEmail = true }, func(t *testing.T, s *story) {
		me := s.wantIn(s.signIn("expert"))

		if me["email"] != "expert@demo.example" || rolesOf(me) != "expert false" {
			t.Error(me)
		}
		s.Drain()
		if letter := s.LastMailTo("expert@demo.example"); letter.Subject != "Ett nytt sätt att logga in lades till" {
			t.Error(letter)
		}
		if s.wantIn(s.signIn("expert"))["id"] != me["id"] {
			t.Error("another account")
		}
		// Kim's address is not verified; somebody has an account with it.
		s.Do("POST", "/users", object{"email": "kim@kommun.example", "name": "Kim", "active": true, "protected": false, "roles": []object{{"role": "reader"}}}, s.As("admin")).Want(201)
		s.wantRefused(s.signIn("kim"), "accountExists")
	})
}

func TestASignInThatIsNotWhatItShouldBe(t *testing.T) {
	t.Parallel()
	eachDB(t, nil, func(t *testing.T, s *story) {
		s.Run(t, "in another browser", func(t *testing.T) {
			a, other := s.leave("/"), s.leave("/")
			query := s.choose(a.address, "omar")
			s.wantRefused(s.come(query, other.cookie), "signInAgain")
			s.wantRefused(s.come(query, a.cookie), "signInAgain") // it is used up
		})
		s.Run(t, "in a browser that brings nothing", func(t *testing.T) {
			a := s.leave("/")
			s.wantRefused(s.come(s.choose(a.address, "omar")), "signInAgain")
		})
		s.Run(t, "a second time", func(t *testing.T) {
			a := s.leave("/")
			query := s.choose(a.address, "omar")
			s.wantIn(s.come(query, a.cookie))
			s.wantRefused(s.come(query, a.cookie), "signInAgain")
		})
		s.Run(t, "a code that was used before, or for another sign-in", func(t *testing.T) {
			a, b := s.leave("/"), s.leave("/")
			first, _ := url.ParseQuery(s.choose(a.address, "omar"))
			second, _ := url.ParseQuery(s.choose(b.address, "eva"))
			code := first.Get("code")
			s.wantIn(s.come(first.Encode(), a.cookie))
			second.Set("code", code)
			s.wantRefused(s.come(second.Encode(), b.cookie), "providerRefused")
			c := s.leave("/")
			third, _ := url.ParseQuery(s.choose(c.address, "omar"))
			d := s.leave("/")
			fourth, _ := url.ParseQuery(s.choose(d.address, "omar"))
			fourth.Set("code", third.Get("code")) // fresh, but made for another verifier
			s.wantRefused(s.come(fourth.Encode(), d.cookie), "providerRefused")
		})
		s.Run(t, "with a nonce of somebody else's", func(t *testing.T) {
			a := s.leave("/")
			address, _ := url.Parse(a.address)
			query := address.Query()
			query.Set("nonce", "another")
			address.RawQuery = query.Encode()
			s.wantRefused(s.come(s.choose(address.String(), "omar"), a.cookie), "providerRefused")
		})
		s.Run(t, "with another challenge than ours", func(t *testing.T) {
			a := s.leave("/")
			address, _ := url.Parse(a.address)
			query := address.Query()
			query.Set("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
			address.RawQuery = query.Encode()
			s.wantRefused(s.come(s.choose(address.String(), "omar"), a.cookie), "providerRefused")
		})
		s.Run(t, "with an answer that nobody gave", func(t *testing.T) {
			a := s.leave("/")
			s.wantRefused(s.come("state=forged&code=forged", a.cookie), "signInAgain")
			s.wantRefused(s.come("", a.cookie), "signInAgain")
			address, _ := url.Parse(a.address)
			state := address.Query().Get("state")
			s.wantRefused(s.come("code=forged&state="+state, a.cookie), "providerRefused")
		})
		s.Run(t, "with the answer of another provider", func(t *testing.T) {
			a := s.leave("/")
			query, _ := url.ParseQuery(s.choose(a.address, "omar"))
			query.Set("iss", "https://evil.example")
			s.wantRefused(s.come(query.Encode(), a.cookie), "providerRefused")
		})
		s.Run(t, "too late", func(t *testing.T) {
			a := s.leave("/")
			query := s.choose(a.address, "omar")
			s.Later(10 * time.Minute)
			s.wantRefused(s.come(query, a.cookie), "signInAgain")
		})
		s.Run(t, "from a page of another site", func(t *testing.T) {
			s.Do("POST", "/federated-sign-ins", object{}, testkit.Header("Origin", "https://evil.example")).WantProblem(403, "forbidden")
		})
		s.Run(t, "with a way back that is not ours", func(t *testing.T) {
			for _, page := range []string{"https://evil.example", "//evil.example", `/\evil.example`, "/%2f%2fevil.example", "/\nevil"} {
				s.Do("POST", "/federated-sign-ins", object{"returnTo": page}).WantProblem(422, "invalid", "returnTo")
			}
		})
		s.Run(t, "in English it ends on an English page", func(t *testing.T) {
			a := s.leave("/en/aktiviteter")
			if at := s.come(s.choose(a.address, ""), a.cookie).Header.Get("Location"); at != "http://localhost:8080/en/logga-in?fel=cancelled" {
				t.Error(at)
			}
		})
	})
}

func TestAProviderThatIsGoneKeepsNobodyElseOut(t *testing.T) {
	t.Parallel()
	eachDB(t, nil, func(t *testing.T, s *story) {
		a := s.leave("/")
		query := s.choose(a.address, "omar")

		s.provider.stop()

		s.wantRefused(s.come(query, a.cookie), "providerUnavailable")
		s.Do("POST", "/sessions", object{"email": "officer@demo.example", "password": testkit.Password}).Want(201)
	})
	for _, dialect := range testkit.Dialects() {
		a := testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) { c.OIDC = settings("http://localhost:1") })
		refused := a.Do("POST", "/federated-sign-ins", object{"returnTo": "/"}).WantProblem(503, "providerUnavailable")
		if refused.Header.Get("Retry-After") == "" {
			t.Error(refused.Header)
		}
	}
}

func TestTheClaimsMayComeFromTheAnswerOnThePerson(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		p := startProvider(t, "--claims", "userinfo", "--secret", "a secret of the provider's")
		a := testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) {
			c.OIDC = settings(p.issuer)
			c.OIDC.ClientSecret = "a secret of the provider's"
		})
		a.Clock.Set(time.Now())
		s := &story{a, p}

		if me := s.wantIn(s.signIn("omar")); me["email"] != "omar@kommun.example" || rolesOf(me) != "officer true" {
			t.Error(me)
		}
	}
}

func TestWithoutAnotherSystemThereIsNone(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		a.Do("POST", "/federated-sign-ins", object{"returnTo": "/"}).WantProblem(404, "notFound")
		if got := a.Get("/sign-in-methods").Want(200).Object(); got["federated"] != nil {
			t.Error(got)
		}
	})
}

func TestARoleThatMustHaveASecondStepHasItAtTheProvider(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		p := startProvider(t)
		a := testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) {
			c.OIDC, c.RequireSecondFactor = settings(p.issuer), []auth.RoleName{auth.Coordinator}
		})
		a.Clock.Set(time.Now())
		s := &story{a, p}
		token := s.token(s.signIn("eva"))

		s.Get("/users", token).Want(200)
		s.Do("POST", "/users/me/totp", object{}, token).Want(201) // and may have one of ours besides
	}
}

func TestABodyThatIsNotThereStopsTheStart(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		a := testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) {
			c.OIDC = settings("http://localhost:1")
			c.OIDC.Roles = append(c.OIDC.Roles, federation.Mapping{Group: "g", Role: auth.Officer, BodyKey: "nowhere"})
		})
		if err := a.App.Run(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), `"nowhere"`) {
			t.Error(err)
		}
	}
}
