package accounts

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

// invite sends an invitation again.
//
// @Summary     Invite a user again
// @Description Queues a new mail with a link that works for seven days, once. Links sent before stop working. Closed accounts are not invited (409).
// @Tags        accounts
// @ID          inviteUser
// @Security    Bearer
// @Param       id   path string          true "The user's id"
// @Param       body body InvitationInput true "Nothing: an empty object"
// @Success     200 {object} View "The user, with the invitation"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/{id}/invitations [post]
func (h handler) invite(c echo.Context) error {
	user, ctx := httpx.User(c), c.Request().Context()
	if err := mayKeep(user); err != nil {
		return err
	}
	userID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	if err := h.s.MayChange(ctx, user, userID); err != nil {
		return err
	}
	if _, err := httpx.Body[InvitationInput](c); err != nil {
		return err
	}
	a, err := h.s.Invite(ctx, user, userID)
	if err != nil {
		return err
	}
	return h.api.OK(c, a.Version, h.view(user, a), Family)
}

// reset asks for a new password.
//
// @Summary     Ask for a new password
// @Description Sends a mail with a link that works for an hour, once, if there is such an account; the answer is the same if there is none.
// @Tags        accounts
// @ID          createPasswordReset
// @Param       body body ResetInput true "The mail address"
// @Success     202 "If there is such an account, a mail is on its way"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /password-resets [post]
func (h handler) reset(c echo.Context) error {
	if err := h.door().SameOrigin(c); err != nil {
		return err
	}
	in, err := httpx.Body[ResetInput](c)
	if err != nil {
		return err
	}
	if err := h.s.AskReset(c.Request().Context(), in.Email, c.RealIP()); err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderLocation, h.api.Link(http.MethodGet, "/sign-in-methods").Href)
	return c.NoContent(http.StatusAccepted)
}

// checkLink tells what a link is for.
//
// @Summary     Check a link from a mail
// @Description What the link is for, before a password is chosen. A link that was used, is too old or was made up gets one answer (410, linkOver).
// @Tags        accounts
// @ID          checkLink
// @Param       body body TokenInput true "The token of the link"
// @Success     200 {object} LinkView "What it is for"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /link-checks [post]
func (h handler) checkLink(c echo.Context) error {
	if err := h.door().SameOrigin(c); err != nil {
		return err
	}
	in, err := httpx.Body[TokenInput](c)
	if err != nil {
		return err
	}
	l, a, err := h.s.CheckLink(c.Request().Context(), in.Token)
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	return c.JSON(http.StatusOK, l.view(a))
}

// useLink chooses a password by a link.
//
// @Summary     Choose a password by a link from a mail
// @Description Sets the password, once, and ends all sessions of the account. Sign in with it afterwards.
// @Tags        accounts
// @ID          createPasswordChange
// @Param       body body LinkPasswordInput true "The token of the link, and the password"
// @Success     204 "The password is set"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /password-changes [post]
func (h handler) useLink(c echo.Context) error {
	if err := h.door().SameOrigin(c); err != nil {
		return err
	}
	in, err := httpx.Body[LinkPasswordInput](c)
	if err != nil {
		return err
	}
	if err := h.s.UseLink(c.Request().Context(), in.Token, in.Password); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}
