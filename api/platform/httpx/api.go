// Package httpx is the plumbing between a request and a room: strict reading,
// conditional requests, encoded answers, problems, and the server around it.
// Echo's defaults that this API cannot live with are changed here and nowhere else.
package httpx

import (
	"log/slog"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/cache"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Prefix is where the API lives; the major version is part of it.
const Prefix = "/api/v1"

// API is what the rooms mount themselves on.
type API struct {
	db      *database.DB
	clock   *day.Clock
	baseURL string
	log     *slog.Logger
	answers *cache.Cache[*encoded]
	group   *echo.Group
	routes  [][2]string
	// anonymous are the routes, as Echo calls them, that must not know who sends.
	anonymous map[string]bool

	deprecated []Deprecation
}

// cacheBytes bounds the encoded answers that are kept.
const cacheBytes = 64 << 20

func newAPI(e *echo.Echo, c Config) *API {
	return &API{
		db: c.DB, clock: c.Clock, baseURL: strings.TrimRight(c.BaseURL, "/"), log: c.Log,
		answers: cache.New(cacheBytes, (*encoded).size),
		group:   e.Group(Prefix), deprecated: c.Deprecated, anonymous: map[string]bool{},
	}
}

// GET registers a read, and HEAD with it. Whoever asks reaches the handler;
// what they may see is the service's matter.
func (a *API) GET(path string, h echo.HandlerFunc) {
	h = a.announced(http.MethodGet, path, inScope(http.MethodGet, path, h))
	a.group.GET(path, h)
	a.group.HEAD(path, h)
	a.routes = append(a.routes, [2]string{http.MethodGet, path})
}

// POST registers a write for signed-in users, which Idempotency-Key makes safe to repeat.
func (a *API) POST(path string, h echo.HandlerFunc) {
	a.add(http.MethodPost, path, signedIn(noted(a.idempotent(MaxBody, h))))
}

// PUT registers a replacement for signed-in users.
func (a *API) PUT(path string, h echo.HandlerFunc) { a.add(http.MethodPut, path, signedIn(noted(h))) }

// DELETE registers a removal for signed-in users.
func (a *API) DELETE(path string, h echo.HandlerFunc) {
	a.add(http.MethodDelete, path, signedIn(noted(h)))
}

// Open registers a write that needs no access token, such as signing in.
func (a *API) Open(method, path string, h echo.HandlerFunc) { a.add(method, path, noted(h)) }

func (a *API) add(method, path string, h echo.HandlerFunc) {
	a.group.Add(method, path, a.announced(method, path, inScope(method, path, h)))
	a.routes = append(a.routes, [2]string{method, path})
}

// Seal makes the methods that a literal path such as /users/me does not have
// answer 405, as everywhere, where Echo would take the word for the id of
// /users/:id. Call it when all rooms are mounted.
func (a *API) Seal() {
	has := map[[2]string]bool{}
	for _, r := range a.routes {
		has[r] = true
	}
	for _, r := range a.routes {
		at := strings.LastIndex(r[1], "/")
		sibling := r[1][:at] + "/:id"
		if r[0] != http.MethodGet || r[1] == sibling {
			continue
		}
		for _, method := range []string{http.MethodPut, http.MethodDelete} {
			if has[[2]string{method, sibling}] && !has[[2]string{method, r[1]}] {
				a.group.Add(method, r[1], func(c echo.Context) error {
					c.Response().Header().Set(echo.HeaderAllow, "OPTIONS, GET, HEAD")
					return problem.MethodNotAllowed()
				})
			}
		}
	}
}

// Routes are the method and path of every operation, for the tests that compare
// them with the specification and with the access table.
func (a *API) Routes() [][2]string { return a.routes }

// signedIn refuses the public before anything else is looked at.
func signedIn(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if User(c).Public() {
			return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
		}
		return next(c)
	}
}

const userKey = "user"

// User is who asks; the public when nobody is signed in.
func User(c echo.Context) auth.User {
	u, _ := c.Get(userKey).(auth.User)
	return u
}

// Link is one entry of _links: where, and with which method.
type Link struct {
	// Href is an absolute URL.
	Href string `json:"href" example:"https://envagin.example.se/api/v1/activities/0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"`
	// Method is the HTTP method to use.
	Method string `json:"method" example:"GET"`
} // @name Link

// Links are the relations of a thing by rel: self, and the actions that this
// viewer may take now. An action that is not there is not allowed.
type Links map[string]Link // @name Links

// Link makes a link to a path under the API, from the configured base URL and
// never from what the request claims.
func (a *API) Link(method, path string) Link {
	return Link{Href: a.baseURL + Prefix + path, Method: method}
}

// Self begins the links of the thing at path; Actions adds to it.
func (a *API) Self(path string) Links { return Links{"self": a.Link(http.MethodGet, path)} }

// Allow adds an action when it is allowed.
func (l Links) Allow(allowed bool, rel string, link Link) {
	if allowed {
		l[rel] = link
	}
}

// Editable adds the usual actions on the thing itself.
func (a *API) Editable(l Links, allowed bool, path string) {
	l.Allow(allowed, "edit", a.Link(http.MethodPut, path))
	l.Allow(allowed, "delete", a.Link(http.MethodDelete, path))
}
