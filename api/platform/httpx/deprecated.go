package httpx

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/day"
)

// Deprecation is an operation that is to go, as docs/integrators/lifecycle.md
// promises: its answers say so from Since on, and it works until Until at least.
type Deprecation struct {
	Method, Path string // as the room mounts it
	Since, Until day.Day
	Successor    string // the path that takes over; "" when nothing does
}

// Deprecated are the operations that are to go. There are none.
var Deprecated []Deprecation

// announced adds the headers of a deprecated operation to all its answers, its
// failures among them: Deprecation (RFC 9745), Sunset (RFC 8594), and where to go.
func (a *API) announced(method, path string, next echo.HandlerFunc) echo.HandlerFunc {
	at := slices.IndexFunc(a.deprecated, func(d Deprecation) bool { return d.Method == method && d.Path == path })
	if at < 0 {
		return next
	}
	d := a.deprecated[at]
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("Deprecation", fmt.Sprintf("@%d", d.Since.Time().Unix()))
		h.Set("Sunset", d.Until.Time().Format(http.TimeFormat))
		if d.Successor != "" {
			h.Set("Link", fmt.Sprintf(`<%s>; rel="successor-version"`, a.Link(method, d.Successor).Href))
		}
		return next(c)
	}
}
