package accounts

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

func (h handler) door() Door { return Door{h} }

// signIn begins a session.
//
// @Summary     Sign in
// @Description Begins a session by password. The refresh token comes in a cookie that no script can read. Failed attempts make the next one wait (429, Retry-After).
// @Tags        accounts
// @ID          createSession
// @Param       body body Credentials true "Mail address and password"
// @Success     201 {object} SessionView "The session, with an access token of five minutes"
// @Success     202 {object} PendingView "The password was right; a second step is needed"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /sessions [post]
func (h handler) signIn(c echo.Context) error {
	if err := h.door().SameOrigin(c); err != nil {
		return err
	}
	in, err := httpx.Body[Credentials](c)
	if err != nil {
		return err
	}
	session, err := h.s.SignIn(c.Request().Context(), in.Email, in.Password, c.RealIP(), h.door().Device(c))
	if err != nil {
		return err
	}
	return h.door().Answer(c, http.StatusCreated, session)
}

// renew gives a new access token for the cookie's refresh token.
//
// @Summary     Renew the session
// @Description Gives a new access token, and a new refresh token in the cookie. Without a cookie nobody is signed in, and the answer is empty (204). A refresh token that was used before ends the session.
// @Tags        accounts
// @ID          renewSession
// @Success     200 {object} SessionView "The session, with a new access token"
// @Success     204 "Nobody is signed in"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /session-renewals [post]
func (h handler) renew(c echo.Context) error {
	if err := h.door().SameOrigin(c); err != nil {
		return err
	}
	token := h.door().brought(c)
	if token == "" {
		return c.NoContent(http.StatusNoContent)
	}
	session, err := h.s.Renew(c.Request().Context(), token)
	if problem.Is(err, http.StatusUnauthorized) {
		h.door().setCookie(c, "")
	}
	if err != nil {
		return err
	}
	return h.door().Answer(c, http.StatusOK, session)
}

// signOut ends the session.
//
// @Summary     Sign out
// @Description Ends the session of the cookie and of the access token, and clears the cookie. Signing out twice is no error.
// @Tags        accounts
// @ID          endSession
// @Success     204 "Nobody is signed in any more"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /sessions/current [delete]
func (h handler) signOut(c echo.Context) error {
	if err := h.door().SameOrigin(c); err != nil {
		return err
	}
	_, access, _ := strings.Cut(c.Request().Header.Get(echo.HeaderAuthorization), " ")
	if err := h.s.SignOut(c.Request().Context(), h.door().brought(c), access); err != nil {
		return err
	}
	h.door().setCookie(c, "")
	return c.NoContent(http.StatusNoContent)
}
