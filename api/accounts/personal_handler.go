package accounts

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

func personalPath(userID string) string { return path(userID) + "/personal-data" }

// personalData gives all that is held on a person.
//
// @Summary     Take out what is held on a person
// @Description For the person, and for administrators, whose reading leaves a trace. Everything, from all parts of the system.
// @Tags        accounts
// @ID          getPersonalData
// @Security    Bearer
// @Param       id path string true "The user's id"
// @Success     200 {object} PersonalData "All that is held"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/{id}/personal-data [get]
func (h handler) personalData(c echo.Context) error {
	user := httpx.User(c)
	if err := mustSignIn(user); err != nil {
		return err
	}
	userID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	p, err := h.s.PersonalData(c.Request().Context(), user, userID)
	if err != nil {
		return err
	}
	a := p.Account
	links := h.api.Self(personalPath(a.ID))
	links.Allow(a.ErasableBy(user), "delete", h.api.Link(http.MethodDelete, personalPath(a.ID)))
	view := PersonalData{MadeAt: h.s.clock.Now(), Account: h.view(user, a), Profile: a.seenBy(user).profile(),
		Sessions: make([]SignInView, len(p.Sessions)), Pieces: p.Pieces, Links: links}
	for i, s := range p.Sessions {
		view.Sessions[i] = s.view(user.SessionID, h.s.clock.Now(), httpx.Links{})
	}
	return h.api.OK(c, a.Version, view, Family)
}

// erase takes away what is held on a person.
//
// @Summary     Erase what is held on a person
// @Description Leaves a role without a name. What the person did stays in the traces, by role; what the traces hold about the person is emptied. The last administrator stays (409).
// @Tags        accounts
// @ID          erasePersonalData
// @Security    Bearer
// @Param       id path string true "The user's id"
// @Success     204 "The person is forgotten"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/{id}/personal-data [delete]
func (h handler) erase(c echo.Context) error {
	user, ctx := httpx.User(c), c.Request().Context()
	userID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	if err := h.s.MayErase(ctx, user, userID); err != nil {
		return err
	}
	version, err := httpx.IfMatch(c)
	if err != nil {
		return err
	}
	if err := h.s.Erase(ctx, user, userID, version); err != nil {
		return err
	}
	return httpx.Deleted(c)
}
