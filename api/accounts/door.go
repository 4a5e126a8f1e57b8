package accounts

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

// Door is how a session reaches a browser and comes back from it. Rooms that
// prove in other ways who somebody is (a code, a passkey, another system) let
// them in by the same one.
type Door struct{ h handler }

// NewDoor makes the door of an API.
func NewDoor(api *httpx.API, s *Service) Door { return Door{handler{api, s}} }

// SameOrigin refuses what another site made a browser send: the cookie would
// come along (SameSite is the first lock, this is the second).
func (d Door) SameOrigin(c echo.Context) error {
	header := c.Request().Header
	origin, site := header.Get(echo.HeaderOrigin), header.Get("Sec-Fetch-Site")
	if origin != "" && origin != d.origin() || site != "" && site != "same-origin" && site != "none" {
		return problem.Forbidden("Sessions are for pages of this site only: " + d.origin() + ".")
	}
	return nil
}

// Answer hands over what signing in or renewing gave. A new session (201) takes
// the place of the one whose cookie came along, which is never gone on with; a
// sign-in whose second step is to come is 202, and gives no cookie.
func (d Door) Answer(c echo.Context, status int, issued Issued) error {
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	if issued.Pending != nil {
		return c.JSON(http.StatusAccepted, issued.Pending)
	}
	if status == http.StatusCreated {
		if brought := d.brought(c); brought != "" {
			if err := d.h.s.SignOut(c.Request().Context(), brought, ""); err != nil {
				return err
			}
		}
		c.Response().Header().Set(echo.HeaderLocation, d.h.api.Link(http.MethodDelete, "/sessions/current").Href)
	}
	d.setCookie(c, issued.Refresh)
	viewer := issued.Account.user(d.h.s.clock.Today())
	return c.JSON(status, SessionView{AccessToken: issued.Access, TokenType: "Bearer",
		ExpiresIn: int(accessLife.Seconds()), User: d.h.view(viewer, issued.Account)})
}

// Device is on what the person signs in, in words coarse enough to say nothing
// more than which of one's own machines it is.
func (d Door) Device(c echo.Context) string { return deviceOf(c.Request().UserAgent()) }

// origin is the scheme and host under which browsers reach us.
func (d Door) origin() string {
	u, err := url.Parse(d.h.api.Link(http.MethodGet, "").Href)
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

func (d Door) secure() bool { return strings.HasPrefix(d.origin(), "https:") }

// cookieName has the prefix by which browsers keep the cookie from subdomains
// and plain http; it needs https, so a machine at home goes without.
func (d Door) cookieName() string {
	if d.secure() {
		return "__Host-envagin-refresh"
	}
	return "envagin-refresh"
}

// setCookie hands the browser a refresh token, or takes it back when empty. It
// is forgotten when the browser closes: machines are shared.
func (d Door) setCookie(c echo.Context, value string) {
	cookie := &http.Cookie{Name: d.cookieName(), Value: value, Path: "/",
		HttpOnly: true, Secure: d.secure(), SameSite: http.SameSiteStrictMode}
	if value == "" {
		cookie.MaxAge = -1
	}
	c.SetCookie(cookie)
}

// brought is the refresh token that the browser sent.
func (d Door) brought(c echo.Context) string {
	cookie, err := c.Cookie(d.cookieName())
	if err != nil {
		return ""
	}
	return cookie.Value
}
