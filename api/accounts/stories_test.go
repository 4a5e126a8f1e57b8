package accounts_test

import (
	"encoding/base64"
	"encoding/json"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/erasure"
	"envagin/api/platform/problem"
	"envagin/api/testkit/pgtest"
)

func TestSignIn(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		a.run(t, "gives an access token of five minutes and says who one is", func(t *testing.T) {
			got := a.tryToSignIn("  OFFICER@demo.example ", password).want(201, "")

			s := read[accounts.SessionView](got)
			if s.TokenType != "Bearer" || s.ExpiresIn != 300 || s.User.Email != "officer@demo.example" || s.User.Roles[0].BodyID == "" {
				t.Errorf("%+v", s)
			}
			me := read[accounts.View](a.do("GET", "/users/me", nil, "Authorization", got.access()).want(200, ""))
			if me.ID != s.User.ID {
				t.Errorf("%+v", me)
			}
			a.wait(5*time.Minute + 31*time.Second)
			a.do("GET", "/users/me", nil, "Authorization", got.access()).want(401, "tokenExpired")
		})
		a.run(t, "keeps the refresh token from scripts, other sites and plain http", func(t *testing.T) {
			got := a.signIn(auth.Reader)

			set := got.Header.Get("Set-Cookie")
			for _, flag := range []string{"__Host-envagin-refresh=", "; Path=/;", "; HttpOnly", "; Secure", "; SameSite=Strict"} {
				if !strings.Contains(set, flag) {
					t.Errorf("%q is not in %q", flag, set)
				}
			}
			if strings.Contains(set, "Domain") || strings.Contains(got.Body, strings.Split(got.cookie(), "=")[1]) {
				t.Errorf("the refresh token gets about: %s", set)
			}
			if got.Header.Get("Cache-Control") != "no-store" {
				t.Error("the answer may be kept")
			}
		})
		a.run(t, "answers a wrong password, an unknown account and a closed one alike", func(t *testing.T) {
			admin := a.signIn(auth.Admin).access()
			a.change(admin, a.user(auth.Contact), func(in *accounts.Input) { in.Active = false }).want(200, "")

			wrong := a.tryToSignIn("member@demo.example", "not the password").want(401, "credentialsWrong")
			unknown := a.tryToSignIn("nobody@demo.example", password).want(401, "credentialsWrong")
			closed := a.tryToSignIn("contact@demo.example", password).want(401, "credentialsWrong")

			if same(wrong) != same(unknown) || same(wrong) != same(closed) || wrong.cookie()+unknown.cookie() != "" {
				t.Errorf("%s\n%s\n%s", wrong.Body, unknown.Body, closed.Body)
			}
		})
		a.run(t, "wants both fields and no more", func(t *testing.T) {
			a.tryToSignIn("", "").want(422, "invalid")
			a.tryToSignIn("a\x00@demo.example", password).want(422, "invalid")
			a.tryToSignIn(strings.Repeat("x", 300), password).want(422, "invalid")
			a.tryToSignIn("officer@demo.example", strings.Repeat("x", 5000)).want(422, "invalid")
			a.do("POST", "/sessions", map[string]any{"email": "x", "password": "y", "role": "admin"}).want(400, "unknownField")
		})
	})
}

// The work is told by the memory that argon2id takes: a clock would tell more of
// what else the machine is doing.
func TestSignInWorksAsHardForAnUnknownAccount(t *testing.T) {
	const memory = 64 << 20
	a := newApp(t, pgtest.NewDatabase(t, database.SQLite), baseURL)
	dear, err := accounts.New(t.Context(), a.db, a.clock, a.config(baseURL, accounts.Argon{MemoryKiB: memory >> 10, Passes: 1, Lanes: 1}))
	must(t, err)
	must(t, dear.EnsureDemo(t.Context(), password)) // hashes at that cost
	work := func(email string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := dear.SignIn(t.Context(), email, "not the password", "192.0.2.1", "")
		runtime.ReadMemStats(&after)
		if !problem.Is(err, 401) {
			t.Fatal(err)
		}
		return after.TotalAlloc - before.TotalAlloc
	}

	known, unknown := work("officer@demo.example"), work("nobody@demo.example")

	if known < memory || unknown < memory {
		t.Errorf("%d bytes for an account, %d for none; a hash takes %d", known, unknown, memory)
	}
}

func TestAnOldSessionIsForgottenWithAllItsTokens(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		// More than SQLite nests cascades; written straight, as renewing so often takes long.
		a.signIn(auth.Reader)
		must(t, a.db.Tx(t.Context(), func(tx *gorm.DB) error {
			return tx.Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
				INSERT INTO refresh_tokens (id, session_id, parent_id, hash, created_at, expires_at)
				SELECT 't' || i, (SELECT id FROM sessions), 't' || (i - 1), 'h' || i, ?, ? FROM n`, a.clock.Now(), a.clock.Now()).Error
		}))
		a.wait(9 * 24 * time.Hour)
		a.signIn(auth.Reader)

		sessions := accounts.Retention(nil)[0]
		must(t, a.db.Tx(t.Context(), func(tx *gorm.DB) error {
			n, err := sessions.Erase(tx, erasure.Run{Before: a.clock.Now(), Most: 10})
			if n != 1 {
				t.Errorf("%d sessions went", n)
			}
			return err
		}))

		if n := strings.Count(a.dump("refresh_tokens"), "\n"); n != 1 {
			t.Errorf("%d tokens are left", n)
		}
	})
}

// same is a problem without the id of its request.
func same(r answer) string {
	var body map[string]any
	must(r.t, json.Unmarshal([]byte(r.Body), &body))
	delete(body, "requestId")
	text, _ := json.Marshal(body)
	return string(text)
}

func TestThrottledSignIn(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		fail := func(email string) answer { return a.tryToSignIn(email, "not the password") }

		a.run(t, "waits longer each time, and lets the right person in after waiting", func(t *testing.T) {
			for range 6 {
				fail("officer@demo.example").want(401, "credentialsWrong")
			}
			for _, want := range []string{"1", "2", "4", "8"} {
				got := a.tryToSignIn("officer@demo.example", password).want(429, "tooMany")
				if got.Header.Get("Retry-After") != want {
					t.Errorf("must wait %s s, want %s", got.Header.Get("Retry-After"), want)
				}
				seconds, _ := strconv.Atoi(want)
				a.wait(time.Duration(seconds) * time.Second)
				fail("officer@demo.example").want(401, "credentialsWrong")
			}
			a.wait(16 * time.Second)

			a.signIn(auth.Officer)

			fail("officer@demo.example").want(401, "credentialsWrong") // and begins anew
		})
		a.run(t, "treats an account that does not exist alike", func(t *testing.T) {
			for range 6 {
				fail("nobody@demo.example").want(401, "credentialsWrong")
			}
			fail("NOBODY@demo.example").want(429, "tooMany")
		})
		a.run(t, "does not keep others out, nor from another address", func(t *testing.T) {
			a.signIn(auth.Reader)
		})
		a.run(t, "slows one address that tries many accounts", func(t *testing.T) {
			a.from = "[2001:db8::1]:1"
			n := 0
			for n < 100 && fail("guess"+strconv.Itoa(n)+"@demo.example").Status == 401 {
				n++
			}
			if n != 31 {
				t.Errorf("%d attempts came through", n)
			}
			a.from = "[2001:db8::2]:1"
			fail("another@demo.example").want(429, "tooMany")
			a.from = "[2001:db8:0:1::1]:1"
			fail("another@demo.example").want(401, "credentialsWrong")
		})
		a.run(t, "counts attempts that come at once", func(t *testing.T) {
			a.from = "192.0.2.99:1"
			through := 0
			for _, got := range a.atOnce(20, func() answer { return fail("expert@demo.example") }) {
				if got.Status == 401 {
					through++
				}
			}
			if through != 6 {
				t.Errorf("%d attempts came through", through)
			}
		})
		a.run(t, "is kept by hash, and for a day", func(t *testing.T) {
			if text := a.dump("signin_attempts"); strings.Contains(text, "demo.example") || strings.Contains(text, "192.0.2") || strings.Contains(text, "2001:db8") {
				t.Error(text)
			}
			a.wait(25 * time.Hour)
			fail("fresh@demo.example")
			if n := strings.Count(a.dump("signin_attempts"), "\n"); n != 2 {
				t.Errorf("%d rows are left", n)
			}
		})
	})
}

func TestRenewal(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		a.run(t, "without a cookie nobody is signed in, which is no error", func(t *testing.T) {
			if got := a.do("POST", "/session-renewals", nil).want(204, ""); got.Body != "" {
				t.Error(got.Body)
			}
		})
		a.run(t, "gives a new token and a new cookie each time", func(t *testing.T) {
			first := a.signIn(auth.Officer)

			second := a.renew(first.cookie()).want(200, "")
			third := a.renew(second.cookie()).want(200, "")

			if first.cookie() == second.cookie() || second.cookie() == third.cookie() || third.cookie() == "" {
				t.Error("the cookie stayed")
			}
			a.do("GET", "/users/me", nil, "Authorization", third.access()).want(200, "")
		})
		a.run(t, "the same token gives the same successor for 30 s", func(t *testing.T) {
			first := a.signIn(auth.Officer)
			second := a.renew(first.cookie())
			a.wait(30 * time.Second)

			again := a.renew(first.cookie()).want(200, "")

			if again.cookie() != second.cookie() {
				t.Error("there are two successors")
			}
		})
		a.run(t, "the same token later than that ends the session", func(t *testing.T) {
			first := a.signIn(auth.Officer)
			second := a.renew(first.cookie())
			a.wait(31 * time.Second)

			reused := a.renew(first.cookie()).want(401, "tokenInvalid")

			if reused.cookie() != "" || !strings.Contains(reused.Header.Get("Set-Cookie"), "Max-Age=0") {
				t.Error("the cookie was not cleared")
			}
			a.renew(second.cookie()).want(401, "tokenInvalid")
			a.do("POST", "/users", map[string]any{}, "Authorization", second.access()).want(401, "tokenInvalid")
			if !strings.Contains(a.dump("audit_events"), "endReused") {
				t.Error("nobody can see that it happened")
			}
		})
		a.run(t, "many at once get one successor", func(t *testing.T) {
			first := a.signIn(auth.Officer)

			got := a.atOnce(10, func() answer { return a.renew(first.cookie()) })

			for _, g := range got {
				if g.Status != 200 || g.cookie() != got[0].cookie() {
					t.Errorf("%d %q, not %q", g.Status, g.cookie(), got[0].cookie())
				}
			}
		})
		a.run(t, "ends after a night without use, and after a week with", func(t *testing.T) {
			idle := a.signIn(auth.Officer)
			a.wait(12*time.Hour + time.Second)
			a.renew(idle.cookie()).want(401, "tokenInvalid")

			busy := a.signIn(auth.Officer)
			for range 15 {
				a.wait(11 * time.Hour)
				busy = a.renew(busy.cookie()).want(200, "")
			}
			a.wait(11 * time.Hour)
			a.renew(busy.cookie()).want(401, "tokenInvalid")
		})
		a.run(t, "a made-up token is refused and cleared", func(t *testing.T) {
			got := a.renew("__Host-envagin-refresh=made-up").want(401, "tokenInvalid")
			if !strings.Contains(got.Header.Get("Set-Cookie"), "Max-Age=0") {
				t.Error("the cookie was not cleared")
			}
		})
		a.run(t, "no value stands in the database", func(t *testing.T) {
			first := a.signIn(auth.Officer)
			second := a.renew(first.cookie())
			rows := a.dump("refresh_tokens") + a.dump("sessions") + a.dump("audit_events")
			for _, c := range []string{first.cookie(), second.cookie()} {
				if strings.Contains(rows, strings.Split(c, "=")[1]) {
					t.Error("a refresh token is stored in clear")
				}
			}
		})
	})
}

func TestSessionsAreForOurOwnPages(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		cookie := a.signIn(auth.Officer).cookie()
		for _, header := range [][2]string{{"Origin", "https://evil.example"}, {"Origin", "null"}, {"Origin", "http://envagin.test"},
			{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}} {
			a.do("POST", "/session-renewals", nil, "Cookie", cookie, header[0], header[1]).want(403, "forbidden")
			a.do("DELETE", "/sessions/current", nil, "Cookie", cookie, header[0], header[1]).want(403, "forbidden")
			a.do("POST", "/sessions", map[string]string{"email": "officer@demo.example", "password": password}, header[0], header[1]).want(403, "forbidden")
		}
		a.do("POST", "/session-renewals", nil, "Cookie", cookie, "Origin", baseURL, "Sec-Fetch-Site", "same-origin").want(200, "")
	})
}

func TestSignOut(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		a.run(t, "ends the session at once, for writes", func(t *testing.T) {
			in := a.signIn(auth.Coordinator)

			out := a.do("DELETE", "/sessions/current", nil, "Cookie", in.cookie()).want(204, "")

			if !strings.Contains(out.Header.Get("Set-Cookie"), "Max-Age=0") {
				t.Error("the cookie was not cleared")
			}
			a.do("POST", "/users", map[string]any{}, "Authorization", in.access()).want(401, "tokenInvalid")
			a.renew(in.cookie()).want(401, "tokenInvalid")
		})
		a.run(t, "needs no cookie where the client has none", func(t *testing.T) {
			in := a.signIn(auth.Coordinator)
			a.do("DELETE", "/sessions/current", nil, "Authorization", in.access()).want(204, "")
			a.do("POST", "/users", map[string]any{}, "Authorization", in.access()).want(401, "tokenInvalid")
		})
		a.run(t, "twice, or by nobody, is no error", func(t *testing.T) {
			in := a.signIn(auth.Coordinator)
			a.do("DELETE", "/sessions/current", nil, "Cookie", in.cookie()).want(204, "")
			a.do("DELETE", "/sessions/current", nil, "Cookie", in.cookie()).want(204, "")
			a.do("DELETE", "/sessions/current", nil).want(204, "")
		})
		a.run(t, "leaves other sessions of the same person", func(t *testing.T) {
			here, there := a.signIn(auth.Coordinator), a.signIn(auth.Coordinator)
			a.do("DELETE", "/sessions/current", nil, "Cookie", here.cookie()).want(204, "")
			a.renew(there.cookie()).want(200, "")
		})
	})
}

func TestForgedTokens(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		good := strings.TrimPrefix(a.signIn(auth.Admin).access(), "Bearer ")
		part := strings.Split(good, ".")
		none := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"none","typ":"at+jwt"}`))
		another := newApp(t, pgtest.NewDatabase(t, database.SQLite), "https://another.test").signIn(auth.Admin)
		for name, token := range map[string]string{
			"alg none":                none + "." + part[1] + ".",
			"alg none with a sign":    none + "." + part[1] + "." + part[2],
			"another's signature":     part[0] + "." + part[1] + "." + strings.Repeat("A", len(part[2])),
			"another installation's":  strings.TrimPrefix(another.access(), "Bearer "),
			"a refresh token":         strings.Split(another.cookie(), "=")[1],
			"nothing":                 "",
			"a token and another one": good + " " + good,
		} {
			a.run(t, "refuses "+name, func(t *testing.T) {
				a.do("GET", "/users/me", nil, "Authorization", "Bearer "+token).want(401, "tokenInvalid")
				a.do("POST", "/users", nil, "Authorization", "Bearer "+token).want(401, "tokenInvalid")
			})
		}
	})
}

func TestCookieWithoutHTTPS(t *testing.T) {
	a := newApp(t, pgtest.NewDatabase(t, database.SQLite), "http://localhost:8080")

	set := a.signIn(auth.Reader).Header.Get("Set-Cookie")

	if !strings.HasPrefix(set, "envagin-refresh=") || strings.Contains(set, "Secure") || !strings.Contains(set, "HttpOnly") {
		t.Error(set)
	}
	a.renew(strings.Split(set, ";")[0]).want(200, "")
}
