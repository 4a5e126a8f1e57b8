package accounts

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Enter hands over a new session to a browser that comes back from another
// system, and sends it on to a page of ours. The access token is fetched from
// there, by the cookie: no token stands in an address.
func (d Door) Enter(c echo.Context, issued Issued, page string) error {
	if brought := d.brought(c); brought != "" {
		if err := d.h.s.SignOut(c.Request().Context(), brought, ""); err != nil {
			return err
		}
	}
	d.setCookie(c, issued.Refresh)
	return d.Send(c, page)
}

// Send sends a browser on to a page of ours.
func (d Door) Send(c echo.Context, page string) error {
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	return c.Redirect(http.StatusSeeOther, d.origin()+page)
}
