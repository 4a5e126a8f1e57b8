package accounts_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0"

func TestMySessions(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		body := map[string]string{"email": "officer@demo.example", "password": password}
		first := a.do("POST", "/sessions", body, "User-Agent", firefox).want(201, "")
		a.wait(20 * time.Minute)
		second := a.do("POST", "/sessions", body, "User-Agent", "curl/8").want(201, "")
		mine := func(as string) []accounts.SignInView {
			return read[accounts.SignInPage](a.do("GET", "/sessions", nil, "Authorization", as).want(200, "")).Items
		}

		a.run(t, "are listed with what is known of the machine, and no more", func(t *testing.T) {
			got := mine(second.access())

			if len(got) != 2 || !got[0].Current || !got[0].Recent || got[0].Device != "" || got[0].How[0] != "pwd" {
				t.Fatalf("%+v", got)
			}
			if got[1].Current || got[1].Recent || got[1].Device != "Firefox, Windows" {
				t.Errorf("%+v", got[1])
			}
			if rows := a.dump("sessions"); strings.Contains(rows, "/141") || strings.Contains(rows, "192.0.2") || strings.Contains(rows, "curl") {
				t.Errorf("finer things are kept: %s", rows)
			}
		})
		a.run(t, "end one by one, and those of others are not there", func(t *testing.T) {
			sessions := mine(second.access())
			other := a.signIn(auth.Admin).access()
			for _, s := range sessions {
				a.do("DELETE", "/sessions/"+s.ID, nil, "Authorization", other).want(404, "notFound")
			}
			a.do("DELETE", "/sessions/"+id.New(), nil, "Authorization", other).want(404, "notFound")

			a.do("DELETE", "/sessions/"+sessions[1].ID, nil, "Authorization", second.access()).want(204, "")

			a.renew(first.cookie()).want(401, "tokenInvalid")
			a.do("DELETE", "/sessions/"+sessions[1].ID, nil, "Authorization", second.access()).want(404, "notFound")
			if got := mine(second.access()); len(got) != 1 {
				t.Errorf("%+v", got)
			}
		})
		a.run(t, "end all but this one", func(t *testing.T) {
			third := a.signIn(auth.Officer)
			a.do("DELETE", "/sessions?keep=current", nil, "Authorization", third.access()).want(204, "")

			a.renew(second.cookie()).want(401, "tokenInvalid")
			if got := mine(third.access()); len(got) != 1 || !got[0].Current {
				t.Errorf("%+v", got)
			}
			a.do("DELETE", "/sessions?keep=all", nil, "Authorization", third.access()).want(400, "invalidParameter")
		})
		a.run(t, "end everywhere", func(t *testing.T) {
			one, two := a.signIn(auth.Officer), a.signIn(auth.Officer)

			got := a.do("DELETE", "/sessions", nil, "Authorization", one.access()).want(204, "")

			a.renew(one.cookie()).want(401, "tokenInvalid")
			a.renew(two.cookie()).want(401, "tokenInvalid")
			if !strings.Contains(got.Header.Get("Set-Cookie"), "Max-Age=0") {
				t.Error("the cookie was not cleared")
			}
			a.signIn(auth.Officer)
		})
	})
}

func TestACookieThatWasBroughtAlong(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		body := map[string]string{"email": "officer@demo.example", "password": password}

		a.run(t, "is never gone on with", func(t *testing.T) {
			planted := a.signIn(auth.Reader)

			in := a.do("POST", "/sessions", body, "Cookie", planted.cookie()).want(201, "")

			if in.cookie() == planted.cookie() || in.cookie() == "" {
				t.Error("the cookie stayed")
			}
			if u := read[accounts.SessionView](a.renew(in.cookie()).want(200, "")).User; u.Email != "officer@demo.example" {
				t.Errorf("%+v", u)
			}
			a.renew(planted.cookie()).want(401, "tokenInvalid")
		})
		a.run(t, "that is nonsense is no hindrance", func(t *testing.T) {
			in := a.do("POST", "/sessions", body, "Cookie", "__Host-envagin-refresh=chosen-by-me").want(201, "")
			if strings.Contains(in.cookie(), "chosen-by-me") {
				t.Error("the cookie was adopted")
			}
		})
	})
}

func TestSecondStep(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		a.s.SecondFactors = func(_ *gorm.DB, userID string) ([]string, error) { return []string{"totp"}, nil }
		wrong := problem.Invalid(problem.Field{Name: "code", Code: "wrong"})
		prove := func(code string) accounts.Prove {
			return func(*gorm.DB, string) (string, error) {
				switch code {
				case "right":
					return accounts.ByOTP, nil
				case "fault":
					return "", errors.New("a fault")
				}
				return "", wrong
			}
		}
		begin := func() accounts.PendingView {
			got := a.tryToSignIn("officer@demo.example", password)
			if got.Status == 429 { // a password without a second step is half a sign-in, and is counted
				seconds, err := strconv.Atoi(got.Header.Get("Retry-After"))
				must(t, err)
				a.wait(time.Duration(seconds) * time.Second)
				got = a.tryToSignIn("officer@demo.example", password)
			}
			got.want(202, "")
			if got.Header.Get("Set-Cookie") != "" || strings.Contains(got.Body, "accessToken") {
				t.Error("a token was given before the second step")
			}
			return read[accounts.PendingView](got)
		}
		finish := func(token, code string) (accounts.Issued, error) {
			return a.s.Finish(t.Context(), token, "Firefox, Windows", prove(code))
		}

		a.run(t, "comes between the password and the session, once", func(t *testing.T) {
			p := begin()
			if p.Methods[0] != "totp" || p.ExpiresIn != 300 || strings.Contains(a.dump("pending_sign_ins"), p.Token) {
				t.Errorf("%+v", p)
			}

			in, err := finish(p.Token, "right")
			must(t, err)

			if _, err := a.s.Verify(t.Context(), in.Access, true); err != nil {
				t.Error(err)
			}
			if !strings.Contains(a.dump("sessions"), "pwd otp") {
				t.Error("how it was shown is not kept")
			}
			if _, err := finish(p.Token, "right"); !problem.Is(err, 401) {
				t.Error(err)
			}
		})
		a.run(t, "can be tried a few times, and then begins again", func(t *testing.T) {
			p := begin()
			if _, err := finish(p.Token, "fault"); err == nil || problem.As(err) != nil {
				t.Error(err)
			}
			for range 5 {
				if _, err := finish(p.Token, "wrong"); !problem.Is(err, 422) {
					t.Fatal(err)
				}
			}
			if _, err := finish(p.Token, "right"); problem.As(err) == nil || problem.As(err).Code != "signInAgain" {
				t.Error(err)
			}
		})
		a.run(t, "waits longer each time, also under new tokens, and lets the right person in at last", func(t *testing.T) {
			a.wait(2 * time.Minute)
			var waits []int
			for range 4 {
				_, err := finish(begin().Token, "wrong")
				for p := problem.As(err); p != nil && p.Status == 429; p = problem.As(err) {
					waits = append(waits, p.RetryAfter)
					a.wait(time.Duration(p.RetryAfter) * time.Second)
					_, err = finish(begin().Token, "wrong")
				}
			}
			if len(waits) < 3 || waits[len(waits)-1] <= waits[0] {
				t.Errorf("%v", waits)
			}
			a.wait(20 * time.Minute)
			if _, err := finish(begin().Token, "right"); err != nil {
				t.Error(err)
			}
		})
		a.run(t, "is over after five minutes, and when the sessions of the person end", func(t *testing.T) {
			q := begin()
			must(t, a.db.Tx(t.Context(), func(tx *gorm.DB) error {
				userID, err := a.s.PendingUser(tx, q.Token)
				must(t, err)
				return a.s.EndSessions(tx, userID, "")
			}))
			if _, err := finish(q.Token, "right"); !problem.Is(err, 401) {
				t.Error(err)
			}
			p := begin()
			a.wait(5 * time.Minute)
			if _, err := finish(p.Token, "right"); !problem.Is(err, 401) {
				t.Error(err)
			}
		})
		a.run(t, "begins no session for an account that was closed meanwhile", func(t *testing.T) {
			p := begin()
			must(t, a.db.Tx(t.Context(), func(tx *gorm.DB) error {
				return tx.Exec("UPDATE users SET active = ? WHERE email = ?", false, "officer@demo.example").Error
			}))
			if _, err := finish(p.Token, "right"); problem.As(err) == nil || problem.As(err).Code != "credentialsWrong" {
				t.Error(err)
			}
		})
		a.run(t, "of two at once lets one through", func(t *testing.T) {
			p := read[accounts.PendingView](a.tryToSignIn("member@demo.example", password).want(202, ""))
			answers := make(chan error, 4)
			for range cap(answers) {
				go func() {
					_, err := finish(p.Token, "right")
					answers <- err
				}()
			}
			n := 0
			for range cap(answers) {
				if <-answers == nil {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%d sessions began", n)
			}
		})
	})
}

func TestARecentSignIn(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		in := a.signIn(auth.Officer)
		sessionID := read[accounts.SignInPage](a.do("GET", "/sessions", nil, "Authorization", in.access())).Items[0].ID
		ask := func() (err error) {
			return a.db.Read(t.Context(), func(tx *gorm.DB) error { return a.s.RecentlySignedIn(tx, sessionID) })
		}

		a.wait(15 * time.Minute)
		must(t, ask())
		a.renew(in.cookie()).want(200, "") // renewing is no sign-in
		a.wait(time.Second)

		if p := problem.As(ask()); p == nil || p.Status != 403 || p.Code != "recentSignInNeeded" {
			t.Error(p)
		}
	})
}

func TestLocalSignInOff(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		a.s.FederatedName = "Umeå kommun"
		m := read[accounts.MethodsView](a.do("GET", "/sign-in-methods", nil).want(200, ""))
		if !m.Local || m.Passkeys || m.Federated.Name != "Umeå kommun" {
			t.Errorf("%+v", m)
		}
		officer := a.user(auth.Officer).ID
		c := a.config(baseURL, accounts.CheapArgon)
		c.LocalOff = true
		off, err := accounts.New(t.Context(), a.db, a.clock, c)
		must(t, err)

		begin := func(how string) error {
			return a.db.Tx(t.Context(), func(tx *gorm.DB) error {
				_, err := off.Begin(tx, accounts.Proof{UserID: officer, How: []string{how}})
				return err
			})
		}
		passkey := begin(accounts.ByPasskey)
		must(t, begin(accounts.ByFederation))
		_, signIn := off.SignIn(t.Context(), "officer@demo.example", password, "192.0.2.1", "")
		reset := off.AskReset(t.Context(), "officer@demo.example", "192.0.2.1")
		link := off.UseLink(t.Context(), "x", password)
		change := off.ChangePassword(t.Context(), auth.User{ID: "x"}, password, password, "192.0.2.1")
		_, made := off.AddUser(t.Context(), accounts.NewUser{Email: "first@example.se", Name: "x", Password: password, Role: auth.Admin})

		for i, err := range []error{passkey, signIn, reset, link, change} {
			if p := problem.As(err); p == nil || p.Code != "localSignInOff" || p.Status != 403 {
				t.Errorf("%d: %v", i, err)
			}
		}
		must(t, made)
		if off.Methods().Local {
			t.Error("passwords are offered")
		}
	})
}

// An attacker who never stops makes the owner wait, and no more than that.
func TestAnAttackerCannotLockAPersonOut(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		guess := func() answer { return a.tryToSignIn("officer@demo.example", "not the password") }
		a.from = "198.51.100.1:1"
		longest := 0
		for range 200 { // a night of it, from a new address each time
			got := guess()
			if got.Status == 429 {
				seconds, err := strconv.Atoi(got.Header.Get("Retry-After"))
				must(t, err)
				longest = max(longest, seconds)
				a.wait(time.Duration(seconds) * time.Second)
			}
			a.from = "198.51." + strconv.Itoa(int(a.clock.Now().Unix()%250)) + ".1:1"
		}
		if longest < 16 || longest > 30 {
			t.Errorf("the longest wait was %d s", longest)
		}

		a.from = "192.0.2.1:1"
		got := a.tryToSignIn("officer@demo.example", password)
		if got.Status == 429 {
			a.wait(30 * time.Second)
			got = a.tryToSignIn("officer@demo.example", password)
		}

		got.want(201, "")
		guess().want(401, "credentialsWrong")
	})
}
