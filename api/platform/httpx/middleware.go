package httpx

import (
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/audit"
	"envagin/api/platform/id"
)

var traceparent = regexp.MustCompile(`^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$`)

// trace gives each request an id of ours, carries the caller's W3C trace
// context on, and logs one line: method and route, never the path's ids, the
// query, the address or the person. What is sent without a name leaves no line: even
// the moment would tell something of who was at a screen then.
func trace(log *slog.Logger, anonymous map[string]bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			start := time.Now()
			req, h := c.Request(), c.Response().Header()
			requestID := id.New()
			h.Set("X-Request-Id", requestID)
			h.Set("traceparent", continueTrace(req.Header.Get("traceparent")))
			c.SetRequest(req.WithContext(audit.WithRequestID(req.Context(), requestID)))
			err := next(c)
			if err != nil {
				c.Error(err)
			}
			if anonymous[c.Path()] {
				return nil
			}
			log.Info("request", "method", req.Method, "route", c.Path(), "status", c.Response().Status,
				"ms", time.Since(start).Milliseconds(), "requestId", requestID)
			return nil
		}
	}
}

// continueTrace keeps the caller's trace id and names this server's span.
func continueTrace(parent string) string {
	random := make([]byte, 24)
	_, _ = rand.Read(random) // never fails (crypto/rand)
	traceID, span := hex.EncodeToString(random[:16]), hex.EncodeToString(random[16:])
	if traceparent.MatchString(parent) && !strings.HasPrefix(parent[3:], strings.Repeat("0", 32)) {
		return parent[:36] + span + parent[52:]
	}
	return "00-" + traceID + "-" + span + "-00"
}

// contentPolicy allows what the SPA and the reference page are made of, from
// our own origin and nothing else.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func securityHeaders(https bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			h := c.Response().Header()
			h.Set("Content-Security-Policy", contentPolicy)
			h.Set("Referrer-Policy", "no-referrer")
			h.Set("X-Content-Type-Options", "nosniff")
			h.Set("X-Frame-Options", "DENY")
			h.Set("Cross-Origin-Opener-Policy", "same-origin")
			h.Set("Cross-Origin-Resource-Policy", "same-origin")
			h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()")
			if https {
				h.Set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
			}
			return next(c)
		}
	}
}

// slow is how long a file may take to come or go: 10 MB over a poor mobile network.
const slow = 3 * time.Minute

// waitForSlow gives this request more time on the wire than others have.
func waitForSlow(c echo.Context) {
	control, until := http.NewResponseController(c.Response()), time.Now().Add(slow)
	_ = control.SetReadDeadline(until) // a test's recorder has no wire
	_ = control.SetWriteDeadline(until)
}

func stack() string { return string(debug.Stack()) }
