package accounts_test

import (
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

func newUser(email string, roles ...accounts.RoleInput) accounts.Input {
	if roles == nil {
		roles = []accounts.RoleInput{}
	}
	return accounts.Input{Email: email, Name: "Ny person", Lang: "en", Active: true, Roles: roles}
}

func TestUsers(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		admin, coordinator := a.signIn(auth.Admin).access(), a.signIn(auth.Coordinator).access()

		a.run(t, "are for the coordinator and administrators alone", func(t *testing.T) {
			officer, self := a.signIn(auth.Officer).access(), a.user(auth.Officer)
			for _, path := range []string{"/users", "/users/" + self.ID, "/users/" + id.New()} {
				a.do("GET", path, nil).want(401, "signInNeeded")
				a.do("GET", path, nil, "Authorization", officer).want(403, "forbidden")
				a.do("GET", path+"?x=1", nil, "Authorization", officer).want(403, "forbidden")
			}
			a.do("POST", "/users", newUser("x@example.se"), "Authorization", officer).want(403, "forbidden")
			a.do("PUT", "/users/"+self.ID, self.Input, "Authorization", officer).want(403, "forbidden")
		})
		a.run(t, "are made with a role for a body, and can sign in", func(t *testing.T) {
			body := a.user(auth.Officer).Roles[0].BodyID

			got := a.do("POST", "/users", newUser("Ny@Example.se", accounts.RoleInput{Role: auth.Manager, BodyID: body, ValidFrom: "2026-11-22"}),
				"Authorization", coordinator).want(201, "")

			made := read[accounts.View](got)
			if got.Header.Get("Location") != baseURL+"/api/v1/users/"+made.ID || made.Email != "Ny@Example.se" || made.Roles[0].BodyID != body || made.Version != 1 {
				t.Errorf("%s %+v", got.Header.Get("Location"), made)
			}
			if strings.Contains(got.Body, "argon") || strings.Contains(got.Body, "assword") {
				t.Errorf("the answer tells of the password: %s", got.Body)
			}
			a.accept("Ny@Example.se")
			a.tryToSignIn("ny@example.SE", password).want(201, "")
			a.do("POST", "/users", newUser("nY@example.se"), "Authorization", coordinator).want(409, "duplicate")
		})
		a.run(t, "are refused with every field named, and nothing half-written", func(t *testing.T) {
			before := a.dump("users")
			in := newUser("person", accounts.RoleInput{Role: auth.Officer}, accounts.RoleInput{Role: "king"})
			in.Name = ""

			got := a.do("POST", "/users", in, "Authorization", admin).want(422, "invalid")

			for _, field := range []string{"email", "name", "roles[0].bodyId", "roles[1].role"} {
				if !strings.Contains(got.Body, `"name":"`+field+`"`) {
					t.Errorf("%s is not named in %s", field, got.Body)
				}
			}
			a.do("POST", "/users", newUser("p@example.se", accounts.RoleInput{Role: auth.Officer, BodyID: id.New()}), "Authorization", admin).want(422, "invalid")
			a.do("POST", "/users", map[string]any{"email": "p@example.se", "passwordHash": "x"}, "Authorization", admin).want(400, "unknownField")
			if a.dump("users") != before {
				t.Error("something was written")
			}
		})
		a.run(t, "can be asked for by role, body and whether they may sign in", func(t *testing.T) {
			body := a.user(auth.Contact).Roles[0].BodyID
			for query, want := range map[string]string{
				"role=expert": "expert@", "body=" + body + "&role=contact": "contact@",
				"active=false": "", "sort=-name&limit=1": "ny@",
			} {
				page := read[accounts.Page](a.do("GET", "/users?"+query, nil, "Authorization", coordinator).want(200, ""))
				got := ""
				for _, u := range page.Items {
					got += strings.ToLower(strings.Split(u.Email, "@")[0]) + "@"
				}
				if got != want {
					t.Errorf("%s: %q", query, got)
				}
			}
			a.do("GET", "/users?q=name", nil, "Authorization", coordinator).want(400, "invalidParameter")
			a.do("GET", "/users/not-an-id", nil, "Authorization", coordinator).want(404, "notFound")
		})
		a.run(t, "change with the version that was read, and keep their password", func(t *testing.T) {
			u := a.user(auth.Member)

			now := read[accounts.View](a.change(coordinator, u, func(in *accounts.Input) { in.Name = "Nytt namn" }).want(200, ""))

			if now.Version != 2 || now.Name != "Nytt namn" {
				t.Errorf("%+v", now)
			}
			a.signIn(auth.Member)
			a.do("PUT", "/users/"+u.ID, u.Input, "Authorization", coordinator).want(428, "versionRequired")
			stale := a.do("PUT", "/users/"+u.ID, u.Input, "Authorization", coordinator, "If-Match", `"1.x"`).want(412, "stale")
			if p := read[problem.Problem](stale); len(p.Changes) != 1 || p.Changes[0].Field != "name" || strings.Contains(stale.Body, "Nytt") {
				t.Errorf("%+v", p.Changes)
			}
			withPassword := map[string]any{"email": u.Email, "name": u.Name, "active": true, "roles": []any{}, "protected": false, "password": password}
			a.do("PUT", "/users/"+u.ID, withPassword, "Authorization", coordinator, "If-Match", `"2.x"`).want(400, "unknownField")
		})
		a.run(t, "show each reader themselves, and what they may do", func(t *testing.T) {
			a.do("GET", "/users/me", nil).want(401, "signInNeeded")
			a.do("POST", "/users", newUser("second@example.se", accounts.RoleInput{Role: auth.Reader}), "Authorization", admin).want(201, "")
			a.accept("second@example.se")
			first, second := a.signIn(auth.Reader).access(), a.tryToSignIn("second@example.se", password).access()

			one := a.do("GET", "/users/me", nil, "Authorization", first).want(200, "")
			two := a.do("GET", "/users/me", nil, "Authorization", second).want(200, "")

			if read[accounts.View](one).Email != "reader@demo.example" || read[accounts.View](two).Email != "second@example.se" {
				t.Errorf("%s\n%s", one.Body, two.Body)
			}
			if _, edits := read[accounts.View](one).Links["edit"]; edits {
				t.Error("a reader is told to edit")
			}
			a.do("GET", "/users/me", nil, "Authorization", first, "If-None-Match", one.Header.Get("ETag")).want(304, "")
		})
	})
}

func TestAdministrators(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		admin, coordinator := a.signIn(auth.Admin).access(), a.signIn(auth.Coordinator).access()
		first := a.user(auth.Admin)
		role := accounts.RoleInput{Role: auth.Admin}

		a.run(t, "are made and changed by administrators alone", func(t *testing.T) {
			a.do("POST", "/users", newUser("x@example.se", role), "Authorization", coordinator).want(403, "forbidden")
			a.change(coordinator, first, func(in *accounts.Input) { in.Name = "x" }).want(403, "forbidden")
			a.change(coordinator, a.user(auth.Reader), func(in *accounts.Input) { in.Roles = []accounts.RoleInput{role} }).want(403, "forbidden")
			if _, edits := read[accounts.View](a.do("GET", "/users/"+first.ID, nil, "Authorization", coordinator).want(200, "")).Links["edit"]; edits {
				t.Error("the coordinator is told to edit an administrator")
			}
		})
		a.run(t, "stay when they are the last", func(t *testing.T) {
			for name, change := range map[string]func(*accounts.Input){
				"closed":   func(in *accounts.Input) { in.Active = false },
				"demoted":  func(in *accounts.Input) { in.Roles = []accounts.RoleInput{{Role: auth.Reader}} },
				"limited":  func(in *accounts.Input) { in.Roles[0].ValidTo = "2099-12-31" },
				"postpone": func(in *accounts.Input) { in.Roles[0].ValidFrom = "2099-01-01" },
			} {
				if got := a.change(admin, first, change); got.Status != 409 {
					t.Errorf("%s: %d %s", name, got.Status, got.Body)
				}
				first = a.user(auth.Admin)
			}
			a.change(admin, first, func(in *accounts.Input) { in.Name = "Another name" }).want(200, "")
		})
		a.run(t, "cannot let each other go at the same time", func(t *testing.T) {
			second := read[accounts.View](a.do("POST", "/users", newUser("second@example.se", role), "Authorization", admin).want(201, ""))
			a.accept("second@example.se")
			other := a.tryToSignIn("second@example.se", password).access()
			targets := make(chan [2]string, 2)
			targets <- [2]string{first.ID, other}
			targets <- [2]string{second.ID, admin}

			answers := a.atOnce(2, func() answer {
				target := <-targets
				in := newUser("gone-" + target[0] + "@example.se")
				return a.do("PUT", "/users/"+target[0], in, "Authorization", target[1], "If-Match", versionOf(target[0], first.ID))
			})

			// Which one wins is chance; the loser is refused as the last, or as no administrator any more.
			if ok := min(answers[0].Status, answers[1].Status); ok != 200 {
				t.Errorf("%s\n%s", answers[0].Body, answers[1].Body)
			}
			if refused := max(answers[0].Status, answers[1].Status); refused != 409 && refused != 403 {
				t.Errorf("%s\n%s", answers[0].Body, answers[1].Body)
			}
		})
	})
}

// versionOf is the version of the two administrators above: the first was renamed.
func versionOf(userID, renamed string) string {
	if userID == renamed {
		return `"2.x"`
	}
	return `"1.x"`
}

func TestRightsHoldAtOnce(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		admin := a.signIn(auth.Admin).access()
		unit := map[string]any{"key": "ny-enhet", "kind": "unit", "nameSv": "Ny enhet", "nameEn": "New unit", "externalIds": []any{}}

		a.run(t, "a role that was taken away reads for one token's life, and writes no more", func(t *testing.T) {
			coordinator := a.signIn(auth.Coordinator)
			a.do("POST", "/boards", unit, "Authorization", coordinator.access()).want(201, "")

			a.change(admin, a.user(auth.Coordinator), func(in *accounts.Input) { in.Roles[0].Role = auth.Reader }).want(200, "")

			a.do("POST", "/boards", unit, "Authorization", coordinator.access()).want(403, "forbidden")
			a.do("GET", "/users", nil, "Authorization", coordinator.access()).want(200, "")
			a.wait(5*time.Minute + 31*time.Second)
			a.do("GET", "/users", nil, "Authorization", coordinator.access()).want(401, "tokenExpired")
			renewed := a.renew(coordinator.cookie()).want(200, "")
			if roles := read[accounts.SessionView](renewed).User.Roles; roles[0].Role != auth.Reader {
				t.Errorf("%+v", roles)
			}
			a.do("GET", "/users", nil, "Authorization", renewed.access()).want(403, "forbidden")
			admin = a.signIn(auth.Admin).access()
		})
		a.run(t, "an account that was closed is out", func(t *testing.T) {
			manager := a.signIn(auth.Manager)

			a.change(admin, a.user(auth.Manager), func(in *accounts.Input) { in.Active = false }).want(200, "")

			a.do("POST", "/boards", unit, "Authorization", manager.access()).want(401, "tokenInvalid")
			a.renew(manager.cookie()).want(401, "tokenInvalid")
		})
		a.run(t, "a role begins and ends with its days", func(t *testing.T) {
			tomorrow := day.Day("2026-11-23")
			a.change(admin, a.user(auth.Reader), func(in *accounts.Input) {
				in.Roles = []accounts.RoleInput{{Role: auth.Coordinator, ValidFrom: tomorrow, ValidTo: tomorrow}}
			}).want(200, "")
			unit["key"] = "an-enhet"
			write := func() answer { return a.do("POST", "/boards", unit, "Authorization", a.signIn(auth.Reader).access()) }

			write().want(403, "forbidden")
			a.wait(12 * time.Hour)
			write().want(201, "")
			a.wait(24 * time.Hour)
			write().want(403, "forbidden")
		})
	})
}

func TestCommandLine(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		ctx := t.Context()

		a.run(t, "adds a user who can sign in", func(t *testing.T) {
			_, err := a.s.AddUser(ctx, accounts.NewUser{Email: "cli@example.se", Name: "CLI", Password: password, Role: auth.Officer, BodyKey: "ifn"})
			must(t, err)
			a.tryToSignIn("cli@example.se", password).want(201, "")
		})
		a.run(t, "refuses what the API refuses", func(t *testing.T) {
			for _, u := range []accounts.NewUser{
				{Email: "cli@example.se", Name: "x", Password: password, Role: auth.Reader},
				{Email: "b@example.se", Name: "x", Password: "short", Role: auth.Reader},
				{Email: "c@example.se", Name: "x", Password: password, Role: auth.Officer, BodyKey: "nobody"},
				{Email: "d@example.se", Name: "x", Password: password, Role: auth.Officer},
			} {
				if _, err := a.s.AddUser(ctx, u); problem.As(err) == nil {
					t.Errorf("%s: %v", u.Email, err)
				}
			}
		})
		a.run(t, "sets a password and ends the sessions", func(t *testing.T) {
			before := a.signIn(auth.Expert)

			must(t, a.s.SetPassword(ctx, "Expert@demo.example", "ett annat lösenord"))

			a.renew(before.cookie()).want(401, "tokenInvalid")
			a.tryToSignIn("expert@demo.example", password).want(401, "credentialsWrong")
			a.tryToSignIn("expert@demo.example", "ett annat lösenord").want(201, "")
			if err := a.s.SetPassword(ctx, "nobody@demo.example", password); !problem.Is(err, 404) {
				t.Error(err)
			}
		})
	})
}

func TestDemoAccounts(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		ctx := t.Context()

		a.run(t, "are there once for each role, and stay as they are", func(t *testing.T) {
			before := a.dump("users") + a.dump("user_roles")
			must(t, a.s.EnsureDemo(ctx, password))
			if a.dump("users")+a.dump("user_roles") != before {
				t.Error("a second start changed something")
			}
			for _, role := range auth.RoleNames {
				a.signIn(role)
			}
			if only, err := a.s.OnlyDemo(ctx); !only || err != nil {
				t.Error(only, err)
			}
		})
		a.run(t, "get the password that was given", func(t *testing.T) {
			must(t, a.s.EnsureDemo(ctx, "demo"))
			for _, role := range auth.RoleNames {
				a.tryToSignIn(accounts.DemoEmail(role), "demo").want(201, "")
			}
		})
		a.run(t, "are told from others", func(t *testing.T) {
			_, err := a.s.AddUser(ctx, accounts.NewUser{Email: "real@example.se", Name: "x", Password: password, Role: auth.Reader})
			must(t, err)
			if only, err := a.s.OnlyDemo(ctx); only || err != nil {
				t.Error(only, err)
			}
		})
	})
}

func TestReplicasShareTheKey(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		ctx := t.Context()
		must(t, a.db.Tx(ctx, func(tx *gorm.DB) error { return tx.Exec("DELETE FROM signing_keys").Error }))
		started := make(chan *accounts.Service, 6)

		for range cap(started) {
			go func() {
				s, err := accounts.New(ctx, a.db, a.clock, a.config(baseURL, accounts.CheapArgon))
				if err != nil {
					t.Error(err)
				}
				started <- s
			}()
		}

		first := <-started
		in, err := first.SignIn(ctx, "officer@demo.example", password, "192.0.2.1", "")
		must(t, err)
		for range cap(started) - 1 {
			s := <-started
			if _, err := s.Verify(ctx, in.Access, true); err != nil {
				t.Error(err)
			}
			again, err := s.Renew(ctx, in.Refresh)
			if other, _ := first.Renew(ctx, in.Refresh); err != nil || again.Refresh != other.Refresh {
				t.Errorf("two replicas make two successors (%v)", err)
			}
		}
		if n := strings.Count(a.dump("signing_keys"), "\n"); n != 1 {
			t.Errorf("there are %d keys", n)
		}
	})
}

func TestConfiguredKeys(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		with := func(keys string, cost accounts.Argon) (*accounts.Service, error) {
			c := a.config(baseURL, cost)
			c.SigningKey = keys
			return accounts.New(t.Context(), a.db, a.clock, c)
		}
		old, next := strings.Repeat("A", 43)+"=", strings.Repeat("B", 42)+"A="

		a.run(t, "are exchanged without signing anybody out", func(t *testing.T) {
			before, err := with(old, accounts.CheapArgon)
			must(t, err)
			in, err := before.SignIn(t.Context(), "officer@demo.example", password, "192.0.2.1", "")
			must(t, err)
			renewed, err := before.Renew(t.Context(), in.Refresh)
			must(t, err)

			after, err := with(next+", "+old, accounts.CheapArgon)
			must(t, err)

			if _, err := after.Verify(t.Context(), in.Access, true); err != nil {
				t.Error(err)
			}
			if again, err := after.Renew(t.Context(), in.Refresh); err != nil || again.Refresh != renewed.Refresh {
				t.Errorf("another successor (%v)", err)
			}
		})
		a.run(t, "that are none stop the start", func(t *testing.T) {
			if _, err := with("secret", accounts.CheapArgon); err == nil || strings.Contains(err.Error(), "secret") {
				t.Error(err)
			}
		})
		a.run(t, "do not keep a hash from growing dearer at the next sign-in", func(t *testing.T) {
			dearer, err := with(old, accounts.Argon{MemoryKiB: 16, Passes: 1, Lanes: 1})
			must(t, err)

			_, err = dearer.SignIn(t.Context(), "officer@demo.example", password, "192.0.2.1", "")

			if must(t, err); strings.Count(a.dump("users"), "m=16,") != 1 {
				t.Error(a.dump("users"))
			}
			a.signIn(auth.Officer)
		})
	})
}
