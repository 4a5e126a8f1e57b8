package httpx

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// keyHeader is where a machine client sends its key; Authorization takes it too.
const keyHeader = "X-Api-Key"

// authenticate finds out who asks. A bad token or key is refused even where none
// is needed: a client that believes it is signed in must hear that it is not.
func authenticate(verify auth.Verifier, limits *limiter, anonymous map[string]bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			req := c.Request()
			if anonymous[c.Path()] {
				return unidentified(next)(c)
			}
			if keyInURL(req.URL) {
				return problem.BadRequest("keyInAddress", "A key never stands in an address, where logs keep it. Have it ended, and send the new one in the header X-Api-Key.")
			}
			credential, err := credentialOf(req.Header)
			if err != nil || credential == "" {
				if err != nil {
					return err
				}
				return next(c)
			}
			user, err := verify(req.Context(), credential, !safe(req.Method))
			if err != nil {
				return err
			}
			if user.Machine() {
				if err := limits.take(c.Response().Header(), user.ID); err != nil {
					return err
				}
			}
			c.Set(userKey, user)
			return next(c)
		}
	}
}

// credentialOf reads the access token or the key that was sent, "" when none was.
func credentialOf(h http.Header) (string, error) {
	given, keys := h.Values(echo.HeaderAuthorization), h.Values(keyHeader)
	switch {
	case len(given)+len(keys) == 0:
		return "", nil
	case len(given)+len(keys) > 1:
		// Which of them counts would depend on who reads.
		return "", problem.BadRequest("twoCredentials", "Send an access token or a key, once, in Authorization or in X-Api-Key.")
	case len(keys) == 1:
		if !auth.IsKey(keys[0]) {
			return "", problem.Unauthenticated("keyMalformed", "X-Api-Key takes a key, which begins with "+auth.KeyPrefix+".")
		}
		return keys[0], nil
	}
	scheme, credential, ok := strings.Cut(given[0], " ")
	if !ok || !strings.EqualFold(scheme, "Bearer") || credential == "" {
		return "", problem.Unauthenticated("tokenInvalid", "The Authorization header must be: Bearer <access token>.")
	}
	return credential, nil
}

// keyInURL tells whether the address holds what looks like a key.
func keyInURL(u *url.URL) bool {
	query, err := url.QueryUnescape(u.RawQuery)
	return strings.Contains(u.Path, "/"+auth.KeyPrefix) || strings.Contains(u.RawQuery, auth.KeyPrefix) || err == nil && strings.Contains(query, auth.KeyPrefix)
}

// inScope lets a machine client in where one of its scopes opens the route, and
// everyone else as before.
func inScope(method, path string, next echo.HandlerFunc) echo.HandlerFunc {
	scope, open := auth.ScopeOf(method, path)
	return func(c echo.Context) error {
		switch user := User(c); {
		case !user.Machine() || open && (scope == "" || user.HasScope(scope)):
			return next(c)
		case !open:
			return problem.Denied("notForClients", "This is for people who sign in; no scope opens it to a key.")
		default:
			return problem.Denied("insufficientScope", "The client needs the scope "+scope+"; the municipality gives it.")
		}
	}
}

func safe(method string) bool {
	return method == http.MethodGet || method == http.MethodHead || method == http.MethodOptions
}
