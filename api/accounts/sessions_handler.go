package accounts

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/problem"
)

// origin is the scheme and host under which browsers reach us.
func (h handler) origin() string {
	u, err := url.Parse(h.api.Link(http.MethodGet, "").Href)
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

func (h handler) secure() bool { return strings.HasPrefix(h.origin(), "https:") }

// cookieName has the prefix by which browsers keep the cookie from subdomains
// and plain http; it needs https, so a machine at home goes without.
func (h handler) cookieName() string {
	if h.secure() {
		return "__Host-envagin-refresh"
	}
	return "envagin-refresh"
}

// setCookie hands the browser a refresh token, or takes it back when empty. It
// is forgotten when the browser closes: machines are shared.
func (h handler) setCookie(c echo.Context, value string) {
	cookie := &http.Cookie{Name: h.cookieName(), Value: value, Path: "/",
		HttpOnly: true, Secure: h.secure(), SameSite: http.SameSiteStrictMode}
	if value == "" {
		cookie.MaxAge = -1
	}
	c.SetCookie(cookie)
}

func (h handler) refreshToken(c echo.Context) string {
	cookie, err := c.Cookie(h.cookieName())
	if err != nil {
		return ""
	}
	return cookie.Value
}

// sameOrigin refuses what another site made a browser send: the cookie would
// come along (SameSite is the first lock, this is the second).
func (h handler) sameOrigin(c echo.Context) error {
	header := c.Request().Header
	origin, site := header.Get(echo.HeaderOrigin), header.Get("Sec-Fetch-Site")
	if origin != "" && origin != h.origin() || site != "" && site != "same-origin" && site != "none" {
		return problem.Forbidden("Sessions are for pages of this site only: " + h.origin() + ".")
	}
	return nil
}

func (h handler) answer(c echo.Context, status int, issued Issued) error {
	h.setCookie(c, issued.Refresh)
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	viewer := issued.Account.user(h.s.clock.Today())
	return c.JSON(status, SessionView{AccessToken: issued.Access, TokenType: "Bearer",
		ExpiresIn: int(accessLife.Seconds()), User: h.view(viewer, issued.Account)})
}
