package httpx

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func TestAnOperationThatIsToGoSaysSoInEveryAnswer(t *testing.T) {
	t.Parallel()
	e, api := NewServer(Config{Clock: day.Fixed(time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC)), BaseURL: "https://envagin.test",
		Verify: func(context.Context, string, bool) (auth.User, error) { return auth.User{}, nil }, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Deprecated: []Deprecation{{http.MethodGet, "/trees", "2026-11-01", "2027-11-01", "/forests"}, {http.MethodGet, "/stumps", "2026-11-01", "2027-11-01", ""}}})
	api.GET("/trees", func(c echo.Context) error { return c.NoContent(204) })
	api.GET("/stumps", func(echo.Context) error { return problem.NotFound("stump") })
	api.GET("/forests", func(c echo.Context) error { return c.NoContent(204) })

	old, failed, living := ask(e, "/api/v1/trees").Header(), ask(e, "/api/v1/stumps").Header(), ask(e, "/api/v1/forests").Header()

	if old.Get("Deprecation") != "@1793491200" || old.Get("Sunset") != "Mon, 01 Nov 2027 00:00:00 GMT" || old.Get("Link") != `<https://envagin.test/api/v1/forests>; rel="successor-version"` {
		t.Error(old)
	}
	if failed.Get("Deprecation") == "" || failed.Get("Link") != "" {
		t.Error(failed)
	}
	if living.Get("Deprecation")+living.Get("Sunset") != "" {
		t.Error(living)
	}
}
