package httpx

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/problem"
)

// Anonymous registers a POST that must not know who sends it: whatever could tell is
// refused before it is read, no idempotency key is kept (what is sent must be safe to
// send again by itself), and the log gets no line.
func (a *API) Anonymous(path string, h echo.HandlerFunc) {
	a.anonymous[Prefix+path] = true
	a.add(http.MethodPost, path, h)
}

// identifying are the headers by which a sender is known.
var identifying = []string{echo.HeaderAuthorization, echo.HeaderCookie, keyHeader}

// unidentified refuses a request that says who sends it. A page that did so by
// mistake would go on doing it unnoticed if we only looked away.
func unidentified(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		for _, name := range identifying {
			if len(c.Request().Header.Values(name)) > 0 {
				return problem.BadRequest("identified", "This is answered without a name. Send it without "+name+": nothing was read and nothing was kept.")
			}
		}
		return next(c)
	}
}

// Plain answers a request without a name: no ETag, no revision is asked for, and
// nothing stays on the device.
func Plain(c echo.Context, status int, view any) error {
	body, err := json.Marshal(view)
	if err != nil {
		return fmt.Errorf("httpx: %w", err)
	}
	c.Response().Header()["Cache-Control"] = unstored
	return c.Blob(status, echo.MIMEApplicationJSON, body)
}
