package httpx

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/labstack/echo/v4"
	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// server is ours without a database, with a route that answers as answer says.
func server(t *testing.T, log *bytes.Buffer, answer echo.HandlerFunc) http.Handler {
	t.Helper()
	e, _ := NewServer(Config{Clock: day.Fixed(time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC)), BaseURL: "https://envagin.test",
		Verify: func(context.Context, string, bool) (auth.User, error) { return auth.User{}, nil },
		Log:    slog.New(slog.NewTextHandler(log, nil))})
	e.GET("/secret/:id", answer)
	return e
}

func ask(h http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	req, rec := httptest.NewRequest(http.MethodGet, path, nil), httptest.NewRecorder()
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	h.ServeHTTP(rec, req)
	return rec
}

func TestAnErrorBecomesItsProblemAndTellsNothingElse(t *testing.T) {
	t.Parallel()
	const inside = "pq: relation bodies of 192.0.2.7"
	for name, c := range map[string]struct {
		err    error
		status int
		code   string
	}{
		"a problem is itself":                {problem.NotFound("body"), 404, "notFound"},
		"a wrapped problem too":              {fmt.Errorf("%s: %w", inside, problem.Gone("body")), 410, "gone"},
		"a slow database is unavailable":     {fmt.Errorf("%s: %w", inside, database.ErrUnavailable), 503, "unavailable"},
		"a time-out is unavailable":          {fmt.Errorf("%s: %w", inside, context.DeadlineExceeded), 503, "unavailable"},
		"a text that cannot be stored":       {fmt.Errorf("%s: %w", inside, database.ErrInvalidText), 400, "invalidCharacter"},
		"a key taken between look and write": {fmt.Errorf("%s: %w", inside, gorm.ErrDuplicatedKey), 409, "changedMeanwhile"},
		"a reference gone between":           {fmt.Errorf("%s: %w", inside, gorm.ErrForeignKeyViolated), 409, "changedMeanwhile"},
		"Echo's own":                         {echo.NewHTTPError(431, inside), 400, "badRequest"},
		"all else is ours":                   {errors.New(inside), 500, "internal"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer

			got := ask(server(t, &log, func(echo.Context) error { return c.err }), "/secret/7")

			var p problem.Problem
			if err := json.Unmarshal(got.Body.Bytes(), &p); err != nil {
				t.Fatal(err)
			}
			if got.Code != c.status || p.Status != c.status || p.Code != c.code || p.Instance != "/secret/7" || p.RequestID == "" {
				t.Errorf("%d %+v", got.Code, p)
			}
			if got.Header().Get("Content-Type") != "application/problem+json" || got.Header().Get("Cache-Control") != "no-store" {
				t.Error(got.Header())
			}
			if strings.Contains(got.Body.String(), "192.0.2.7") {
				t.Errorf("tells our inside: %s", got.Body)
			}
			if (got.Header().Get("Retry-After") != "") != (c.status == 503) {
				t.Error("Retry-After", got.Header().Get("Retry-After"))
			}
			if c.status >= 500 && !strings.Contains(log.String(), p.RequestID) {
				t.Error("the log does not have the request's id")
			}
		})
	}
}

func TestAPanicIsOurErrorAndTheServerGoesOn(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	h := server(t, &log, func(echo.Context) error { panic("secret") })

	got := ask(h, "/secret/7")

	if got.Code != 500 || strings.Contains(got.Body.String(), "secret\"") || !strings.Contains(log.String(), "panic: secret") {
		t.Errorf("%d %s", got.Code, got.Body)
	}
}

func TestTheLogKnowsNoIDsNoQueryAndNobody(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	h := server(t, &log, func(c echo.Context) error { return c.NoContent(204) })

	ask(h, "/secret/0198c6f0?from=vald", "User-Agent", "Spy", "Referer", "https://example.org")

	for _, told := range []string{"0198c6f0", "vald", "192.0.2", "Spy", "example.org"} {
		if strings.Contains(log.String(), told) {
			t.Errorf("the log tells %s: %s", told, log.String())
		}
	}
	if !strings.Contains(log.String(), "route=/secret/:id") {
		t.Error(log.String())
	}
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer

	h := ask(server(t, &log, func(c echo.Context) error { return c.NoContent(204) }), "/secret/7").Header()

	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
		"Content-Security-Policy": contentPolicy, "Strict-Transport-Security": "max-age=63072000; includeSubDomains", "Access-Control-Allow-Origin": ""} {
		if got := h.Get(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestATraceIsCarriedOn(t *testing.T) {
	t.Parallel()
	const id = "4bf92f3577b34da6a3ce929d0e0e4736"
	for parent, kept := range map[string]bool{
		"00-" + id + "-00f067aa0ba902b7-01": true, "": false, "00-x": false, "01-" + id + "-00f067aa0ba902b7-01": false,
		"00-" + strings.Repeat("0", 32) + "-00f067aa0ba902b7-01": false, "00-" + strings.ToUpper(id) + "-00f067aa0ba902b7-01": false,
	} {
		got := continueTrace(parent)
		if !traceparent.MatchString(got) || strings.Contains(got, id) != kept || strings.Contains(got, "00f067aa0ba902b7") {
			t.Errorf("%q became %q", parent, got)
		}
	}
}

func TestTagsAreComparedAsAWhole(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]bool{
		`"3.abc"`: true, `W/"3.abc"`: true, `"3.abc-gzip"`: true, `W/"3.abc-gzip"`: true, `"1.x", "3.abc"`: true, `*`: true, `"x",W/"3.abc"`: true,
		`"3"`: false, `"3.ab"`: false, `"3.abcd"`: false, ``: false, `"4.abc"`: false,
	} {
		if got := matches(header, "3.abc"); got != want {
			t.Errorf("%s: %t", header, got)
		}
	}
}

func TestWhoTakesGzip(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]bool{
		"gzip": true, "br, gzip": true, "*": true, "gzip;q=0.5": true, "gzip; q=0.5": true, "gzip;q=1": true,
		"": false, "br": false, "gzip;q=0": false, "gzip; q=0": false, "gzip;q=0.0": false, "identity": false,
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set("Accept-Encoding", header)
		if got := acceptsGzip(r); got != want {
			t.Errorf("%q: %t", header, got)
		}
	}
}

func TestPagesOfWhatIsInMemory(t *testing.T) {
	t.Parallel()
	all := []int{1, 2, 3, 4, 5}
	for page, want := range map[int]string{1: "[1 2]", 3: "[5]", 4: "[]", maxPage: "[]"} {
		if got := fmt.Sprint(Slice(all, Paging{Page: page, Limit: 2})); got != want {
			t.Errorf("page %d: %s", page, got)
		}
	}
}

func TestTheSPAIsServedForEveryPageAndNeverForTheAPI(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	h := server(t, &log, nil)
	ServeSPA(h.(*echo.Echo), fstest.MapFS{
		"index.html": {Data: []byte("<html>")}, "assets/app-1.js": {Data: []byte("let x")}, "assets/app-1.js.gz": {Data: []byte("zipped")},
		"reference/index.html": {Data: []byte("reference")}, "secret.txt": {Data: []byte("s")},
	})
	for path, want := range map[string]struct {
		status int
		body   string
	}{
		"/": {200, "<html>"}, "/activities/7": {200, "<html>"}, "/assets/app-1.js": {200, "let x"}, "/assets/gone.js": {404, ""},
		"/api/v1/nothing": {404, ""}, "/api": {404, ""}, "/reference/": {200, "reference"}, "/../../etc/passwd": {200, "<html>"}, "/%2e%2e/x": {200, "<html>"},
	} {
		got := ask(h, path)
		if got.Code != want.status || want.body != "" && got.Body.String() != want.body {
			t.Errorf("%s: %d %s", path, got.Code, got.Body)
		}
	}
	if h := ask(h, "/assets/app-1.js", "Accept-Encoding", "gzip"); h.Body.String() != "zipped" || h.Header().Get("Content-Encoding") != "gzip" ||
		!strings.Contains(h.Header().Get("Cache-Control"), "immutable") || h.Header().Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Error(h.Header())
	}
	if got := ask(h, "/"); got.Header().Get("Cache-Control") != "no-cache" {
		t.Error(got.Header())
	}
}

func TestOfHelpAndOfTheAnsweringPageNothingIsKept(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	h := server(t, &log, nil)
	ServeSPA(h.(*echo.Echo), fstest.MapFS{
		"index.html": {Data: []byte("application")}, "stod/index.html": {Data: []byte("help")},
		"svara/index.html": {Data: []byte("answer")}, "svara/main-1.js": {Data: []byte("let x")},
	})
	for path, want := range map[string]string{
		"/svara": "answer", "/svara/": "answer", "/svara/en": "answer", "/svara/main-1.js": "let x", "/svara/gone": "answer",
		"/stod": "help", "/stod/gone/": "help",
	} {
		got := ask(h, path)
		if got.Code != 200 || got.Body.String() != want || got.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %q, Cache-Control %q", path, got.Code, got.Body, got.Header().Get("Cache-Control"))
		}
	}
	if got := ask(h, "/svarat"); got.Body.String() != "application" {
		t.Errorf("a page of the application: %q", got.Body)
	}
}
