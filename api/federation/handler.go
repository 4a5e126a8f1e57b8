package federation

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/accounts"
	"envagin/api/platform/httpx"
)

type handler struct {
	api  *httpx.API
	s    *Service
	door accounts.Door
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service, door accounts.Door) {
	h := handler{api, s, door}
	api.Open(http.MethodPost, "/federated-sign-ins", h.leave)
	api.GET("/federated-sign-ins/callback", h.come)
}

// The pages on which people end.
const (
	signInPage = "/logga-in"
	donePage   = "/logga-in/klart"
)

// secure tells whether we are reached by https.
func (h handler) secure() bool {
	return strings.HasPrefix(h.api.Link(http.MethodGet, "").Href, "https:")
}

func (h handler) cookieName() string {
	if h.secure() {
		return "__Host-envagin-federation"
	}
	return "envagin-federation"
}

// setCookie binds the sign-in to this browser, or forgets it when empty. It is
// Lax, since the provider's page sends the browser back to us.
func (h handler) setCookie(c echo.Context, value string) {
	cookie := &http.Cookie{Name: h.cookieName(), Value: value, Path: "/", MaxAge: int(leavingLife.Seconds()),
		HttpOnly: true, Secure: h.secure(), SameSite: http.SameSiteLaxMode}
	if value == "" {
		cookie.MaxAge = -1
	}
	c.SetCookie(cookie)
}

// leave sends a browser to the organisation's sign-in.
//
// @Summary     Sign in through the organisation's system
// @Description Gives the provider's sign-in page, and a cookie that binds the sign-in to this browser for ten minutes. 503 (providerUnavailable) when the provider does not answer; 404 when there is none.
// @Tags        federation
// @ID          createFederatedSignIn
// @Param       body body Input true "Where to come back to"
// @Success     201 {object} View "Where to send the browser"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /federated-sign-ins [post]
func (h handler) leave(c echo.Context) error {
	if err := h.door.SameOrigin(c); err != nil {
		return err
	}
	in, err := httpx.Body[Input](c)
	if err != nil {
		return err
	}
	away, err := h.s.Leave(c.Request().Context(), in.ReturnTo, c.RealIP())
	if err != nil {
		return err
	}
	h.setCookie(c, away.Bond)
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	c.Response().Header().Set(echo.HeaderLocation, away.URL)
	return c.JSON(http.StatusCreated, View{away.URL, int(leavingLife.Seconds())})
}

// come takes the browser that the provider sends back.
//
// @Summary     Come back from the organisation's system
// @Description Where the provider sends browsers: no client calls it. Ends on /logga-in/klart with the page to go on to (till), signed in; or on /logga-in with a code (fel): signInAgain, cancelled, providerRefused, providerUnavailable, emailMissing, accountExists, accountClosed, noRole, groupsMissing.
// @Tags        federation
// @ID          getFederatedSignInCallback
// @Param       state query string false "The sign-in"
// @Param       code  query string false "What the provider gives a person for"
// @Success     303 "A page of this site"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /federated-sign-ins/callback [get]
func (h handler) come(c echo.Context) error {
	// Not by httpx.Query: providers add parameters of their own.
	bond := ""
	if cookie, err := c.Cookie(h.cookieName()); err == nil {
		bond = cookie.Value
	}
	issued, page, code, err := h.s.Come(c.Request().Context(), Return{State: c.QueryParam("state"), Code: c.QueryParam("code"),
		Issuer: c.QueryParam("iss"), Refused: c.QueryParam("error"), Bond: bond, Device: h.door.Device(c)})
	if err != nil {
		return err
	}
	prefix := ""
	if inEnglish(page) {
		prefix = "/en"
	}
	if code != "" {
		// The cookie stays when the state was unknown: another tab may be on its way.
		if code != string(again) {
			h.setCookie(c, "")
		}
		return h.door.Send(c, prefix+signInPage+"?fel="+code)
	}
	h.setCookie(c, "")
	return h.door.Enter(c, issued, prefix+donePage+"?till="+url.QueryEscape(page))
}
