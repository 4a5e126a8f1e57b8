package accounts_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/jobs"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
	"envagin/api/testkit/pgtest"
)

const (
	baseURL  = "https://envagin.test"
	password = "fyra ord hör ihop"
)

// app is this room behind the real server, with a clock that the story moves.
type app struct {
	t     testing.TB
	clock *day.Clock
	db    *database.DB
	s     *accounts.Service
	h     http.Handler
	jobs  *jobs.Runner
	mail  *mail.Mailer
	from  string // the caller's address
}

// config is the room's, for another server on the same database.
func (a *app) config(base string, cost accounts.Argon) accounts.Config {
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	runner := jobs.New(a.db, a.clock, quiet)
	mailer, err := mail.New(a.db, a.clock, runner, mail.Config{Outbox: true}, quiet)
	must(a.t, err)
	if a.jobs == nil {
		a.jobs, a.mail = runner, mailer
	}
	return accounts.Config{BaseURL: base, Argon: cost, Mail: mailer, Names: []string{"Umeå", "kommun"}}
}

// eachDB tells a story on both databases.
func eachDB(t *testing.T, story func(t *testing.T, a *app)) {
	for _, dialect := range []string{database.SQLite, database.Postgres} {
		t.Run(dialect, func(t *testing.T) {
			story(t, newApp(t, pgtest.NewDatabase(t, dialect), baseURL))
		})
	}
}

func newApp(t testing.TB, address, base string) *app {
	t.Helper()
	ctx, quiet := t.Context(), slog.New(slog.NewTextHandler(io.Discard, nil))
	db, err := database.Open(ctx, address, database.Options{Log: quiet})
	must(t, err)
	t.Cleanup(func() { _ = db.Close() })
	a := &app{t: t, db: db, clock: day.Fixed(time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)), from: "192.0.2.1:4711"}
	register := boards.New(db, a.clock)
	for key, kind := range map[string]boards.Kind{"ifn": boards.Board, "centrum-mot-vald": boards.Unit, "region-vasterbotten": boards.OutsideBody} {
		_, err := register.Create(ctx, auth.User{ID: "test", Roles: []auth.Role{{Name: auth.Admin}}},
			boards.Body{Key: key, Kind: kind, NameSv: key, NameEn: key, Source: "plan", ExternalIDs: []boards.ExternalID{}})
		must(t, err)
	}
	a.s, err = accounts.New(ctx, db, a.clock, a.config(base, accounts.CheapArgon))
	must(t, err)
	must(t, a.s.EnsureDemo(ctx, password))
	e, api := httpx.NewServer(httpx.Config{DB: db, Clock: a.clock, BaseURL: base, Verify: a.s.Verify, Log: quiet})
	boards.Mount(api, register)
	accounts.Mount(api, a.s)
	a.h = e
	return a
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// run is t.Run, with failures told where they belong.
func (a *app) run(t *testing.T, name string, story func(t *testing.T)) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		outer := a.t
		a.t = t
		defer func() { a.t = outer }()
		story(t)
	})
}

func (a *app) wait(d time.Duration) { a.clock.Set(a.clock.Now().Add(d)) }

// answer is what came back.
type answer struct {
	t      testing.TB
	Status int
	Header http.Header
	Body   string
}

// do sends a request; headers come in pairs.
func (a *app) do(method, path string, body any, headers ...string) answer {
	a.t.Helper()
	var text []byte
	if body != nil {
		var err error
		text, err = json.Marshal(body)
		must(a.t, err)
	}
	req := httptest.NewRequestWithContext(a.t.Context(), method, "/api/v1"+path, bytes.NewReader(text))
	req.RemoteAddr = a.from
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	rec := httptest.NewRecorder()
	a.h.ServeHTTP(rec, req)
	return answer{a.t, rec.Code, rec.Header(), rec.Body.String()}
}

// want fails the story unless the answer has this status and problem code.
func (r answer) want(status int, code string) answer {
	r.t.Helper()
	var p problem.Problem
	_ = json.Unmarshal([]byte(r.Body), &p)
	if r.Status != status || p.Code != code {
		r.t.Fatalf("got %d %q, want %d %q: %s", r.Status, p.Code, status, code, r.Body)
	}
	return r
}

func read[T any](r answer) (v T) {
	r.t.Helper()
	must(r.t, json.Unmarshal([]byte(r.Body), &v))
	return v
}

// cookie is the refresh token's pair for the next request, "" when it was cleared.
func (r answer) cookie() string {
	for _, c := range (&http.Response{Header: r.Header}).Cookies() {
		if strings.HasSuffix(c.Name, "envagin-refresh") && c.MaxAge >= 0 {
			return c.Name + "=" + c.Value
		}
	}
	return ""
}

func (r answer) access() string { return "Bearer " + read[accounts.SessionView](r).AccessToken }

func (a *app) tryToSignIn(email, password string) answer {
	a.t.Helper()
	return a.do("POST", "/sessions", map[string]string{"email": email, "password": password})
}

func (a *app) signIn(role auth.RoleName) answer {
	a.t.Helper()
	return a.tryToSignIn(accounts.DemoEmail(role), password).want(201, "")
}

func (a *app) renew(cookie string) answer {
	a.t.Helper()
	return a.do("POST", "/session-renewals", nil, "Cookie", cookie)
}

// user is the account of a role, as the administrator sees it.
func (a *app) user(role auth.RoleName) accounts.View {
	a.t.Helper()
	admin := a.signIn(auth.Admin).access()
	page := read[accounts.Page](a.do("GET", "/users?role="+string(role), nil, "Authorization", admin).want(200, ""))
	for _, u := range page.Items {
		if u.Email == accounts.DemoEmail(role) {
			return u
		}
	}
	a.t.Fatalf("there is no %s", role)
	return accounts.View{}
}

// change puts a change of an account, as somebody.
func (a *app) change(as string, u accounts.View, change func(*accounts.Input)) answer {
	a.t.Helper()
	in := u.Input
	change(&in)
	etag := a.do("GET", "/users/"+u.ID, nil, "Authorization", as).want(200, "").Header.Get("ETag")
	return a.do("PUT", "/users/"+u.ID, in, "Authorization", as, "If-Match", etag)
}

// dump is a whole table as text, a line a row.
func (a *app) dump(table string) string {
	a.t.Helper()
	var out strings.Builder
	must(a.t, a.db.Read(a.t.Context(), func(tx *gorm.DB) error {
		var rows []map[string]any
		err := tx.Table(table).Find(&rows).Error
		for _, row := range rows {
			fmt.Fprintln(&out, row)
		}
		return err
	}))
	return out.String()
}

// atOnce does the same n times together, and gives all the answers.
func (a *app) atOnce(n int, do func() answer) []answer {
	var wg sync.WaitGroup
	answers := make([]answer, n)
	for i := range n {
		wg.Go(func() { answers[i] = do() })
	}
	wg.Wait()
	return answers
}

// letters are those to an address, the newest last, once all that is queued was sent.
func (a *app) letters(to string) (letters []mail.Message) {
	a.t.Helper()
	must(a.t, a.jobs.Drain(a.t.Context()))
	kept, _, err := a.mail.Letters(a.t.Context(), 0, 100)
	must(a.t, err)
	for _, k := range slices.Backward(kept) {
		if k.Recipient == to {
			letters = append(letters, mail.Message{To: k.Recipient, Subject: k.Subject, Text: k.Body})
		}
	}
	return letters
}

// linkTo is the token in the newest letter to an address that has one, or "".
func (a *app) linkTo(address string) (token string) {
	a.t.Helper()
	for _, l := range a.letters(address) {
		if _, after, found := strings.Cut(l.Text, "/konto/losenord#"); found {
			token, _, _ = strings.Cut(after, "\n")
		}
	}
	return token
}

// choose chooses a password by a link.
func (a *app) choose(token, password string) answer {
	a.t.Helper()
	return a.do("POST", "/password-changes", map[string]string{"token": token, "password": password})
}

// accept takes an invitation, with the password of all accounts here.
func (a *app) accept(address string) {
	a.t.Helper()
	a.choose(a.linkTo(address), password).want(204, "")
}
