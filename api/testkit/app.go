// Package testkit gives tests a running En väg in in one line, on both
// databases: the real server, the real rooms, a clock that can be moved.
package testkit

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"envagin/api/app"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/testkit/pgtest"
)

// Now is the instant at which stories begin: an ordinary Monday morning in Umeå.
var Now = time.Date(2026, time.November, 23, 8, 30, 0, 0, time.UTC)

// Password is that of every demo account in stories.
const Password = "a story's password"

// App is a running application with a client for it.
type App struct {
	*app.App
	T      testing.TB
	Server *httptest.Server
	tokens map[string]string
}

// EachDB runs a story on SQLite and on PostgreSQL, with Umeå's plan loaded and
// the demo accounts made. ENVAGIN_TEST_DATABASES narrows which, for the stages of the checks.
func EachDB(t *testing.T, story func(t *testing.T, a *App)) {
	t.Helper()
	for _, dialect := range Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			story(t, Start(t, dialect))
		})
	}
}

// EachDemo is EachDB on what `serve --demo` loads: a plan that goes on, with reports.
func EachDemo(t *testing.T, story func(t *testing.T, a *App)) {
	t.Helper()
	for _, dialect := range Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			story(t, StartDemo(t, dialect))
		})
	}
}

// Run tells a part of a story; what fails in it is told under its name.
func (a *App) Run(t *testing.T, name string, part func(t *testing.T)) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		outer := a.T
		a.T = t
		defer func() { a.T = outer }()
		part(t)
	})
}

// Dialects are the databases that this run is about.
func Dialects() []string {
	if only := os.Getenv("ENVAGIN_TEST_DATABASES"); only != "" {
		return strings.Fields(strings.ReplaceAll(only, ",", " "))
	}
	return []string{"sqlite", "postgres"}
}

// Start makes an application on a fresh database of one dialect, as --demo does
// but without its invented reports: a plan as it stands in the package.
func Start(t testing.TB, dialect string) *App {
	t.Helper()
	return start(t, ordinary.NewDatabase(t, dialect), asItIs)
}

// StartDemo makes an application exactly as `serve --demo` does.
func StartDemo(t testing.TB, dialect string) *App {
	t.Helper()
	return start(t, demo.NewDatabase(t, dialect), asItIs)
}

// What stories begin with. It is put there once a process, by the same program that stories try.
var (
	ordinary = filled(func(a *app.App) error { return a.LoadPlanAndAccounts(context.Background()) })
	demo     = filled(func(a *app.App) error { return a.LoadDemo(context.Background()) })
)

func filled(load func(*app.App) error) *pgtest.Filled {
	return &pgtest.Filled{Fill: func(ctx context.Context, address string) error {
		made, err := app.NewAt(ctx, ordinarily(address), slog.New(slog.DiscardHandler), day.Fixed(Now))
		if err != nil {
			return err
		}
		defer made.Close()
		return load(made)
	}}
}

func asItIs(*app.App) error { return nil }

// StartEmpty makes an application on a migrated database that holds nothing.
func StartEmpty(t testing.TB, dialect string, change ...func(*app.Config)) *App {
	t.Helper()
	return start(t, NewDatabase(t, dialect), asItIs, change...)
}

// StartWith is Start with other settings, on a database of the caller's.
func StartWith(t testing.TB, database string, change func(*app.Config)) *App {
	t.Helper()
	return start(t, database, func(a *app.App) error { return a.LoadPlanAndAccounts(context.Background()) }, change)
}

// StartAgain is another start on a database that a story has used already.
func StartAgain(t testing.TB, database string, change func(*app.Config)) *App {
	t.Helper()
	return start(t, database, asItIs, change)
}

func start(t testing.TB, database string, load func(*app.App) error, change ...func(*app.Config)) *App {
	t.Helper()
	config := ordinarily(database)
	for _, c := range change {
		c(&config)
	}
	log := slog.New(slog.NewTextHandler(failing{t}, &slog.HandlerOptions{Level: slog.LevelError}))
	made, err := app.NewAt(context.Background(), config, log, day.Fixed(Now))
	if err != nil {
		t.Fatal(err)
	}
	if err := load(made); err != nil {
		t.Fatal(err)
	}
	a := &App{App: made, T: t, Server: httptest.NewServer(made.Handler()), tokens: map[string]string{}}
	t.Cleanup(func() {
		a.Server.Close()
		made.Close()
	})
	return a
}

func ordinarily(database string) app.Config {
	return app.Config{Database: database, BaseURL: "http://localhost:8080", DemoPassword: Password,
		CheapPasswords: true, KeepMail: true, Municipality: app.Municipality{Name: "Umeå kommun", NameEn: "Municipality of Umeå", Website: "https://www.umea.se"}}
}

// failing shows what the server logs as an error in the test that caused it.
type failing struct{ t testing.TB }

func (f failing) Write(b []byte) (int, error) {
	f.t.Log(strings.TrimSpace(string(b)))
	return len(b), nil
}

// Later moves the clock on.
func (a *App) Later(d time.Duration) { a.Clock.Set(a.Clock.Now().Add(d)) }

// Option alters a request.
type Option func(*http.Request)

// As sends the request as one of the demo accounts: "officer", "coordinator" … or "" for the public.
func (a *App) As(role string) Option {
	token := a.Token(role)
	return func(r *http.Request) {
		if token != "" {
			r.Header.Set("Authorization", "Bearer "+token)
		}
	}
}

// Header sets a header.
func Header(name, value string) Option {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

// IfMatch names the version that a write is based on.
func IfMatch(etag string) Option { return Header("If-Match", etag) }

// Token signs a demo account in, and again once the token has grown old.
func (a *App) Token(role string) string {
	a.T.Helper()
	if role == "" {
		return ""
	}
	key := role + " " + a.Clock.Now().Truncate(4*time.Minute).String()
	if token, ok := a.tokens[key]; ok {
		return token
	}
	if !slices.Contains(auth.RoleNames, auth.RoleName(role)) {
		a.T.Fatalf("there is no demo account %q", role)
	}
	answer := a.Do(http.MethodPost, "/sessions", map[string]string{"email": role + "@demo.example", "password": Password}).Want(http.StatusCreated)
	token, _ := answer.Object()["accessToken"].(string)
	a.tokens[key] = token
	return token
}

// Answer is what came back.
type Answer struct {
	t      testing.TB
	what   string
	Status int
	Header http.Header
	Body   []byte
}

// Do sends a request to the API. body is nil, a string sent as it is, or
// something to send as JSON.
func (a *App) Do(method, path string, body any, options ...Option) *Answer {
	a.T.Helper()
	var reader io.Reader
	switch b := body.(type) {
	case nil:
	case string:
		reader = strings.NewReader(b)
	default:
		text, err := json.Marshal(b)
		if err != nil {
			a.T.Fatal(err)
		}
		reader = bytes.NewReader(text)
	}
	url := a.Server.URL + "/api/v1" + path
	if strings.HasPrefix(path, "//") {
		url = a.Server.URL + path[1:] // outside the API
	}
	req, err := http.NewRequest(method, url, reader)
	if err != nil {
		a.T.Fatal(err)
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	for _, option := range options {
		option(req)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		a.T.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		a.T.Fatal(err)
	}
	return &Answer{t: a.T, what: method + " " + path, Status: res.StatusCode, Header: res.Header, Body: text}
}

// Get reads as the public, or as options say.
func (a *App) Get(path string, options ...Option) *Answer {
	a.T.Helper()
	return a.Do(http.MethodGet, path, nil, options...)
}

// Want fails the test unless the answer has this status.
func (w *Answer) Want(status int) *Answer {
	w.t.Helper()
	if w.Status != status {
		w.t.Fatalf("%s: got %d, wanted %d\n%s", w.what, w.Status, status, w.Body)
	}
	return w
}

// WantProblem fails the test unless the answer is this problem, naming these fields.
func (w *Answer) WantProblem(status int, code string, fields ...string) *Answer {
	w.t.Helper()
	w.Want(status)
	if got := w.Header.Get("Content-Type"); got != "application/problem+json" {
		w.t.Fatalf("%s: a problem came as %q", w.what, got)
	}
	var p struct {
		Code   string
		Errors []struct{ Name string }
	}
	w.Into(&p)
	if p.Code != code {
		w.t.Fatalf("%s: got the problem %q, wanted %q\n%s", w.what, p.Code, code, w.Body)
	}
	for _, field := range fields {
		if !slices.ContainsFunc(p.Errors, func(e struct{ Name string }) bool { return e.Name == field }) {
			w.t.Fatalf("%s: the problem does not name %q\n%s", w.what, field, w.Body)
		}
	}
	return w
}

// Into reads the JSON answer.
func (w *Answer) Into(v any) {
	w.t.Helper()
	if err := json.Unmarshal(w.Body, v); err != nil {
		w.t.Fatalf("%s: %v\n%s", w.what, err, w.Body)
	}
}

// Object is the JSON answer as a map.
func (w *Answer) Object() map[string]any {
	w.t.Helper()
	var v map[string]any
	w.Into(&v)
	return v
}

// Items are the items of a list answer.
func (w *Answer) Items() []map[string]any {
	w.t.Helper()
	var v struct{ Items []map[string]any }
	w.Into(&v)
	return v.Items
}

// ETag is the answer's validator.
func (w *Answer) ETag() string { return w.Header.Get("ETag") }

// ID is the id of the thing in the answer.
func (w *Answer) ID() string {
	w.t.Helper()
	text, _ := w.Object()["id"].(string)
	return text
}
