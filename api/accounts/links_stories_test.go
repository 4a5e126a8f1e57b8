package accounts_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
)

func TestInvitation(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		admin := a.signIn(auth.Admin).access()
		invited := func(address, lang string) accounts.View {
			in := newUser(address, accounts.RoleInput{Role: auth.Reader})
			in.Lang = lang
			return read[accounts.View](a.do("POST", "/users", in, "Authorization", admin).want(201, ""))
		}

		a.run(t, "comes by mail in the person's language, with a link that nothing but the mail holds", func(t *testing.T) {
			u := invited("eva@example.se", "sv")

			token := a.linkTo("eva@example.se")

			letter := a.letters("eva@example.se")[0]
			if token == "" || !strings.Contains(letter.Text, baseURL+"/konto/losenord#"+token) || letter.Subject != "Välj ett lösenord till ditt konto" {
				t.Errorf("%+v", letter)
			}
			if strings.Contains(strings.ToLower(letter.Subject+letter.Text), "våld") {
				t.Error("the letter tells what the plan is about")
			}
			if rows := a.dump("account_links") + a.dump("audit_events"); strings.Contains(rows, token) {
				t.Error("the token is kept in clear")
			}
			if u.Invitation == nil || u.Invitation.Expired || !u.Invitation.ExpiresAt.Equal(a.clock.Now().Add(7*24*time.Hour)) {
				t.Errorf("%+v", u.Invitation)
			}
		})
		a.run(t, "says what it is for, without saying whose it is to a stranger", func(t *testing.T) {
			got := a.do("POST", "/link-checks", map[string]string{"token": a.linkTo("eva@example.se")}).want(200, "")

			l := read[accounts.LinkView](got)
			if l.Purpose != accounts.Invitation || l.Lang != "sv" || l.MaskedEmail != "e…a@e…e.se" || l.MaskedName != "N… p…" {
				t.Errorf("%+v", l)
			}
			if got.Header.Get("Cache-Control") != "no-store" {
				t.Error("the answer may be kept")
			}
		})
		a.run(t, "lets the person choose a password, once, and tells them", func(t *testing.T) {
			token := a.linkTo("eva@example.se")
			a.tryToSignIn("eva@example.se", password).want(401, "credentialsWrong")
			a.choose(token, "kort").want(422, "invalid")
			a.choose(token, "eva@example.se!!").want(422, "invalid")

			a.choose(token, password).want(204, "")

			a.tryToSignIn("eva@example.se", password).want(201, "")
			a.choose(token, "ett helt annat lösen").want(410, "linkOver")
			if l := a.letters("eva@example.se"); l[len(l)-1].Subject != "Ditt konto är klart" {
				t.Errorf("%+v", l)
			}
			for _, u := range read[accounts.Page](a.do("GET", "/users?limit=100", nil, "Authorization", admin)).Items {
				if u.Email == "eva@example.se" && u.Invitation != nil {
					t.Error("the invitation still waits")
				}
			}
		})
		a.run(t, "of two at once lets one choose", func(t *testing.T) {
			invited("two@example.se", "en")
			token := a.linkTo("two@example.se")
			if l := a.letters("two@example.se"); l[0].Subject != "Choose a password for your account" {
				t.Errorf("%+v", l)
			}

			n := 0
			for _, got := range a.atOnce(5, func() answer { return a.choose(token, password) }) {
				if got.Status == 204 {
					n++
				}
			}

			if n != 1 {
				t.Errorf("%d could", n)
			}
		})
		a.run(t, "sent again, ends the one before", func(t *testing.T) {
			u := invited("again@example.se", "sv")
			first := a.linkTo("again@example.se")

			a.do("POST", "/users/"+u.ID+"/invitations", map[string]any{}, "Authorization", admin).want(200, "")

			second := a.linkTo("again@example.se")
			if first == second {
				t.Fatal("no other link was sent")
			}
			a.choose(first, password).want(410, "linkOver")
			a.choose(second, password).want(204, "")
		})
		a.run(t, "ends after seven days, with an account that is closed, and with another address", func(t *testing.T) {
			old, closed, moved := invited("old@example.se", "sv"), invited("closed@example.se", "sv"), invited("moved@example.se", "sv")
			links := []string{a.linkTo("old@example.se"), a.linkTo("closed@example.se"), a.linkTo("moved@example.se"), "made-up", ""}
			a.change(admin, closed, func(in *accounts.Input) { in.Active = false }).want(200, "")
			a.change(admin, moved, func(in *accounts.Input) { in.Email = "new@example.se" }).want(200, "")
			if l := a.letters("moved@example.se"); l[len(l)-1].Subject != "Din e-postadress har ändrats" && l[len(l)-1].Subject != "Your mail address was changed" {
				t.Errorf("%+v", l)
			}
			for _, token := range links[1:] {
				a.choose(token, password).want(410, "linkOver")
			}
			a.do("POST", "/link-checks", map[string]string{"token": links[0]}).want(200, "")
			a.wait(7 * 24 * time.Hour)
			admin = a.signIn(auth.Admin).access()

			var told []string
			for _, token := range links {
				told = append(told, same(a.do("POST", "/link-checks", map[string]string{"token": token}).want(410, "linkOver")))
				a.choose(token, password).want(410, "linkOver")
			}

			for _, text := range told[1:] {
				if text != told[0] {
					t.Errorf("%s\n%s", text, told[0])
				}
			}
			u := read[accounts.View](a.do("GET", "/users/"+old.ID, nil, "Authorization", admin).want(200, ""))
			if u.Invitation == nil || !u.Invitation.Expired {
				t.Errorf("%+v", u.Invitation)
			}
			a.do("POST", "/users/"+closed.ID+"/invitations", map[string]any{}, "Authorization", admin).want(409, "accountClosed")
		})
		a.run(t, "is not sent when it was ended before", func(t *testing.T) {
			u := invited("late@example.se", "sv")
			a.change(admin, u, func(in *accounts.Input) { in.Active = false }).want(200, "")

			if l := a.letters("late@example.se"); len(l) != 0 {
				t.Errorf("%+v", l)
			}
		})
		a.run(t, "leads to this service, whatever host a request claims", func(t *testing.T) {
			in := newUser("host@example.se")
			a.do("POST", "/users", in, "Authorization", admin, "X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example", "Host", "evil.example").want(201, "")
			a.do("POST", "/password-resets", map[string]string{"email": "officer@demo.example"}, "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http", "Host", "evil.example").want(202, "")

			for _, address := range []string{"host@example.se", "officer@demo.example"} {
				l := a.letters(address)
				if text := l[len(l)-1].Text; strings.Contains(text, "evil") || !strings.Contains(text, baseURL+"/konto/") {
					t.Error(text)
				}
			}
		})
	})
}

func TestForgottenPassword(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		ask := func(email string) answer { return a.do("POST", "/password-resets", map[string]string{"email": email}) }

		a.run(t, "is replaced by a link that works for an hour, once, and signs everyone else out", func(t *testing.T) {
			before := a.signIn(auth.Officer)
			ask(" Officer@Demo.example ").want(202, "")
			token := a.linkTo("officer@demo.example")

			a.choose(token, "ett helt annat lösen").want(204, "")

			a.renew(before.cookie()).want(401, "tokenInvalid")
			a.do("POST", "/users", map[string]any{}, "Authorization", before.access()).want(401, "tokenInvalid")
			a.tryToSignIn("officer@demo.example", password).want(401, "credentialsWrong")
			a.tryToSignIn("officer@demo.example", "ett helt annat lösen").want(201, "")
			a.choose(token, password).want(410, "linkOver")
			if l := a.letters("officer@demo.example"); l[len(l)-1].Subject != "Ditt lösenord har ändrats" {
				t.Errorf("%+v", l)
			}
			ask("officer@demo.example").want(202, "")
			token = a.linkTo("officer@demo.example")
			a.wait(time.Hour)
			a.choose(token, password).want(410, "linkOver")
		})
		a.run(t, "gets the same answer and the same work when there is no such account", func(t *testing.T) {
			var statements []string
			var counting atomic.Bool
			watch := func(tx *gorm.DB) {
				if counting.Load() {
					statements = append(statements, tx.Statement.SQL.String())
				}
			}
			must(t, a.db.Tx(t.Context(), func(tx *gorm.DB) error {
				for i, err := range []error{
					tx.Callback().Query().After("gorm:query").Register("test:watch", watch),
					tx.Callback().Create().After("gorm:create").Register("test:watch", watch),
					tx.Callback().Update().After("gorm:update").Register("test:watch", watch),
					tx.Callback().Delete().After("gorm:delete").Register("test:watch", watch),
					tx.Callback().Raw().After("gorm:raw").Register("test:watch", watch),
				} {
					if err != nil {
						return fmt.Errorf("%d: %w", i, err)
					}
				}
				return nil
			}))
			work := func(email string) (string, string, string) {
				statements = nil
				counting.Store(true)
				got := ask(email).want(202, "")
				counting.Store(false)
				return strings.Join(statements, "\n"), got.Body, got.Header.Get("Location")
			}

			known, one, here := work("member@demo.example")
			unknown, two, there := work("nobody@demo.example")

			if known != unknown || one != two || here != there || strings.Count(known, "\n") < 4 {
				t.Errorf("known:\n%s\nunknown:\n%s", known, unknown)
			}
			if len(a.letters("nobody@demo.example")) != 0 || len(a.letters("member@demo.example")) != 1 {
				t.Error("the letters are wrong")
			}
		})
		a.run(t, "does not fill a mailbox, and the link that was sent goes on working", func(t *testing.T) {
			for range 12 {
				ask("manager@demo.example").want(202, "")
			}

			if l := a.letters("manager@demo.example"); len(l) != 4 {
				t.Errorf("%d letters were sent", len(l))
			}
			a.choose(a.linkTo("manager@demo.example"), "ett helt annat lösen").want(204, "")
			a.wait(2 * time.Hour)
			ask("manager@demo.example").want(202, "")
			if l := a.letters("manager@demo.example"); len(l) != 6 { // and that the password was changed
				t.Errorf("%d letters were sent", len(l))
			}
		})
		a.run(t, "slows an address that asks for many", func(t *testing.T) {
			a.from = "198.51.100.7:1"
			n := 0
			for n < 60 && ask(fmt.Sprintf("guess-%d@demo.example", n)).Status == 202 {
				n++
			}
			if n != 21 {
				t.Errorf("%d came through", n)
			}
			a.from = "192.0.2.1:4711"
		})
		a.run(t, "is for our own pages, in JSON", func(t *testing.T) {
			for _, path := range []string{"/password-resets", "/link-checks", "/password-changes", "/sessions"} {
				a.do("POST", path, map[string]string{}, "Origin", "https://evil.example").want(403, "forbidden")
				a.do("POST", path, map[string]string{}, "Sec-Fetch-Site", "cross-site").want(403, "forbidden")
				a.do("POST", path, map[string]string{}, "Content-Type", "application/x-www-form-urlencoded").want(415, "unsupportedMediaType")
				a.do("POST", path, map[string]string{}, "Content-Type", "text/plain").want(415, "unsupportedMediaType")
			}
		})
	})
}

func TestOwnPassword(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		here, there := a.signIn(auth.Officer), a.signIn(auth.Officer)
		change := func(as, current, next string) answer {
			return a.do("PUT", "/users/me/password", map[string]string{"currentPassword": current, "password": next}, "Authorization", as)
		}

		a.run(t, "is changed by the one there was, and ends the other sessions", func(t *testing.T) {
			change(here.access(), password, "ett helt annat lösen").want(204, "")

			a.renew(here.cookie()).want(200, "")
			a.renew(there.cookie()).want(401, "tokenInvalid")
			a.tryToSignIn("officer@demo.example", password).want(401, "credentialsWrong")
			if l := a.letters("officer@demo.example"); len(l) != 1 || l[0].Subject != "Ditt lösenord har ändrats" {
				t.Errorf("%+v", l)
			}
		})
		a.run(t, "is refused with why, and what to do", func(t *testing.T) {
			as := a.tryToSignIn("officer@demo.example", "ett helt annat lösen").want(201, "").access()
			for next, code := range map[string]string{"kort": "tooShort", "password1234": "common", "abcabcabcabc": "repeated",
				"qwertyuiop123": "sequence", "officer@demo.example": "context", "ett helt annat lösen": "unchanged"} {
				got := change(as, "ett helt annat lösen", next).want(422, "invalid")
				if !strings.Contains(got.Body, `"name":"password","code":"`+code+`"`) {
					t.Errorf("%s: %s", next, got.Body)
				}
			}
			a.do("PUT", "/users/me/password", map[string]string{}).want(401, "signInNeeded")
		})
		a.run(t, "cannot be guessed at a machine left open", func(t *testing.T) {
			as := a.signIn(auth.Member).access()
			n := 0
			for n < 20 && change(as, "not the password", "ett helt annat lösen").Status == 422 {
				n++
			}
			if n != 6 {
				t.Errorf("%d guesses were free", n)
			}
			change(as, password, "ett helt annat lösen").want(429, "tooMany")
			a.wait(time.Minute)
			change(as, password, "ett helt annat lösen").want(204, "")
		})
	})
}
