package accounts

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/boards"
	"envagin/api/platform/httpx"
)

const profilePath = "/users/me/profile"

func (h handler) profileLinks() httpx.Links {
	links := h.api.Self(profilePath)
	links["edit"] = h.api.Link(http.MethodPut, profilePath)
	return links
}

// profile gives what a person chooses themselves.
//
// @Summary     Read your own profile
// @Description What you state of yourself, and what of it everyone may see: nothing, unless you say so.
// @Tags        accounts
// @ID          getProfile
// @Security    Bearer
// @Success     200 {object} ProfileView "Your profile"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/profile [get]
func (h handler) profile(c echo.Context) error {
	user := httpx.User(c)
	if err := mustSignIn(user); err != nil {
		return err
	}
	a, err := h.s.Me(c.Request().Context(), user)
	if err != nil {
		return err
	}
	return h.api.OK(c, a.Version, a.profileView(h.profileLinks()), Family)
}

// replaceProfile puts new content on it.
//
// @Summary     Replace your own profile
// @Description The whole of it. With protected set nothing is public, and what traces hold of your name, mail and phone is emptied.
// @Tags        accounts
// @ID          replaceProfile
// @Security    Bearer
// @Param       body body ProfileInput true "Your profile"
// @Success     200 {object} ProfileView "Your profile as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/profile [put]
func (h handler) replaceProfile(c echo.Context) error {
	user := httpx.User(c)
	if err := mustSignIn(user); err != nil {
		return err
	}
	in, version, err := httpx.Change[ProfileInput](c)
	if err != nil {
		return err
	}
	a, err := h.s.ReplaceProfile(c.Request().Context(), user, version, in)
	if err != nil {
		return err
	}
	return h.api.OK(c, a.Version, a.profileView(h.profileLinks()), Family)
}

// changePassword gives a person another password.
//
// @Summary     Change your own password
// @Description Ends your other sessions and tells you by mail. The rules say why a password is refused, and what to do.
// @Tags        accounts
// @ID          changeOwnPassword
// @Security    Bearer
// @Param       body body OwnPasswordInput true "The password you have, and the new one"
// @Success     204 "The password is changed"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me/password [put]
func (h handler) changePassword(c echo.Context) error {
	user := httpx.User(c)
	if err := mustSignIn(user); err != nil {
		return err
	}
	in, err := httpx.Body[OwnPasswordInput](c)
	if err != nil {
		return err
	}
	if err := h.s.ChangePassword(c.Request().Context(), user, in.CurrentPassword, in.Password, c.RealIP()); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// contacts gives those to turn to at a body.
//
// @Summary     List the contacts of a body
// @Description Contact persons, officers and managers of the body itself. Of each only what that person shows; else the role in words.
// @Tags        accounts
// @ID          listContacts
// @Param       id    path  string true  "The body's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} ContactPage "A page of contacts"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /boards/{id}/contacts [get]
func (h handler) contacts(c echo.Context) error {
	bodyID, err := httpx.ID(c, "id", "body")
	if err != nil {
		return err
	}
	q, err := httpx.Query[httpx.Paging](c)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		all, err := h.s.Contacts(ctx, bodyID)
		if err != nil {
			return nil, 0, err
		}
		page := ContactPage{Items: httpx.Slice(all, q)}
		page.Meta, page.Links = h.api.PageOf(c, q, len(all), len(page.Items))
		return page, 0, nil
	}, Family, boards.Family)
}
