package accounts

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

// signIns gives the person's own sessions.
//
// @Summary     List your sessions
// @Description Where you are signed in, the last used first.
// @Tags        accounts
// @ID          listSessions
// @Security    Bearer
// @Param       page  query int false "Page, from 1"
// @Param       limit query int false "Items a page, 1–100"
// @Success     200 {object} SignInPage "A page of your sessions"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /sessions [get]
func (h handler) signIns(c echo.Context) error {
	user := httpx.User(c)
	if err := mustSignIn(user); err != nil {
		return err
	}
	q, err := httpx.Query[httpx.Paging](c)
	if err != nil {
		return err
	}
	sessions, total, err := h.s.Sessions(c.Request().Context(), user, q.Offset(), q.Limit)
	if err != nil {
		return err
	}
	page := SignInPage{Items: make([]SignInView, len(sessions))}
	for i, s := range sessions {
		links := httpx.Links{"end": h.api.Link(http.MethodDelete, "/sessions/"+s.ID)}
		page.Items[i] = s.view(user.SessionID, h.s.clock.Now(), links)
	}
	page.Meta, page.Links = h.api.PageOf(c, q, total, len(sessions))
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	return c.JSON(http.StatusOK, page)
}

// endOne ends one of them.
//
// @Summary     End one of your sessions
// @Description Writes are refused at once, reads within five minutes. The session of somebody else is not found (404).
// @Tags        accounts
// @ID          deleteSession
// @Security    Bearer
// @Param       id path string true "The session's id"
// @Success     204 "It has ended"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /sessions/{id} [delete]
func (h handler) endOne(c echo.Context) error {
	sessionID, err := httpx.ID(c, "id", sessionType)
	if err != nil {
		return err
	}
	if err := h.s.EndSession(c.Request().Context(), httpx.User(c), sessionID); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

type endQuery struct {
	Keep string `query:"keep" oneof:"current"`
}

// endAll ends all of them.
//
// @Summary     Sign out everywhere
// @Description Ends all your sessions, also this one unless it is kept.
// @Tags        accounts
// @ID          deleteSessions
// @Security    Bearer
// @Param       keep query string false "The session that goes on" Enums(current)
// @Success     204 "They have ended"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /sessions [delete]
func (h handler) endAll(c echo.Context) error {
	q, err := httpx.Query[endQuery](c)
	if err != nil {
		return err
	}
	user, keep := httpx.User(c), ""
	if q.Keep != "" {
		keep = user.SessionID
	}
	if err := h.s.EndAll(c.Request().Context(), user, keep); err != nil {
		return err
	}
	if keep == "" {
		h.door().setCookie(c, "")
	}
	return c.NoContent(http.StatusNoContent)
}

// methods tells how one signs in.
//
// @Summary     How to sign in
// @Description Which ways this installation takes.
// @Tags        accounts
// @ID          getSignInMethods
// @Success     200 {object} MethodsView "The ways"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /sign-in-methods [get]
func (h handler) methods(c echo.Context) error {
	return h.api.Get(c, func(context.Context) (any, int, error) { return h.s.Methods(), 0, nil }, Family)
}
