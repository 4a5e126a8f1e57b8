package accounts

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.Open(http.MethodPost, "/sessions", h.signIn)
	api.Open(http.MethodPost, "/session-renewals", h.renew)
	api.Open(http.MethodDelete, "/sessions/current", h.signOut)
	api.GET("/sessions", h.signIns)
	api.DELETE("/sessions", h.endAll)
	api.DELETE("/sessions/:id", h.endOne)
	api.GET("/sign-in-methods", h.methods)
	api.Open(http.MethodPost, "/password-resets", h.reset)
	api.Open(http.MethodPost, "/link-checks", h.checkLink)
	api.Open(http.MethodPost, "/password-changes", h.useLink)
	api.GET("/users", h.list)
	api.POST("/users", h.create)
	api.GET("/users/me", h.me)
	api.GET(profilePath, h.profile)
	api.PUT(profilePath, h.replaceProfile)
	api.PUT("/users/me/password", h.changePassword)
	api.GET("/users/:id", h.get)
	api.PUT("/users/:id", h.replace)
	api.POST("/users/:id/invitations", h.invite)
	api.GET("/users/:id/personal-data", h.personalData)
	api.DELETE("/users/:id/personal-data", h.erase)
	api.GET("/boards/:id/contacts", h.contacts)
}

func path(id string) string { return "/users/" + id }

func (h handler) view(user auth.User, a Account) View {
	links := h.api.Self(path(a.ID))
	links.Allow(a.EditableBy(user), "edit", h.api.Link(http.MethodPut, path(a.ID)))
	links.Allow(a.EditableBy(user) && a.Active, "invite", h.api.Link(http.MethodPost, path(a.ID)+"/invitations"))
	links.Allow(a.ReadableBy(user), "personalData", h.api.Link(http.MethodGet, personalPath(a.ID)))
	links.Allow(a.ErasableBy(user), "erase", h.api.Link(http.MethodDelete, personalPath(a.ID)))
	links.Allow(a.ErasedAt == nil && user.May(auth.ResetFactors), "resetFactors", h.api.Link(http.MethodDelete, path(a.ID)+"/factors"))
	links.Allow(user.May(auth.SearchAudit), "traces", h.api.Link(http.MethodGet, "/audit-events?userId="+a.ID))
	if user.ID == a.ID {
		links["profile"] = h.api.Link(http.MethodGet, profilePath)
		links["sessions"] = h.api.Link(http.MethodGet, "/sessions")
		links.Allow(!h.s.localOff, "changePassword", h.api.Link(http.MethodPut, "/users/me/password"))
		h.addDesk(links, user)
	}
	return a.view(user, h.s.clock.Now(), links)
}

// me gives the one who asks.
//
// @Summary     Read your own account
// @Description Who is signed in, and with which roles.
// @Tags        accounts
// @ID          getCurrentUser
// @Security    Bearer
// @Success     200 {object} View "The user who asks"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/me [get]
func (h handler) me(c echo.Context) error {
	user := httpx.User(c)
	if err := mustSignIn(user); err != nil {
		return err
	}
	a, err := h.s.Me(c.Request().Context(), user)
	if err != nil {
		return err
	}
	// Not by api.Get: readers share a cache there, and each must see themselves.
	return h.api.OK(c, a.Version, h.view(user, a), Family)
}

type listQuery struct {
	httpx.Paging
	Role   string `query:"role" oneof:"admin coordinator steering officer manager contact member secretary expert editor reviewer partner reader"`
	Body   string `query:"body"`
	Active string `query:"active" oneof:"true false"`
	Sort   string `query:"sort" oneof:"name -name"`
}

// list gives the accounts.
//
// @Summary     List users
// @Description For the coordinator and administrators, by Swedish name order.
// @Tags        accounts
// @ID          listUsers
// @Security    Bearer
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Param       sort   query string false "Order" Enums(name, -name)
// @Param       role   query string false "Only those with this role" Enums(admin, coordinator, steering, officer, manager, contact, member, secretary, expert, editor, reviewer, partner, reader)
// @Param       body   query string false "Only those with a role for this body, by id"
// @Param       active query string false "Only those who may, or may not, sign in" Enums(true, false)
// @Success     200 {object} Page "A page of users"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users [get]
func (h handler) list(c echo.Context) error {
	user := httpx.User(c)
	if err := mayKeep(user); err != nil {
		return err
	}
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	f := Filter{Role: auth.RoleName(q.Role), Body: q.Body, Active: q.Active, Sort: q.Sort, Offset: q.Offset(), Limit: q.Limit}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		accounts, total, err := h.s.List(ctx, user, f)
		if err != nil {
			return nil, 0, err
		}
		page := Page{Items: make([]View, len(accounts))}
		for i, a := range accounts {
			page.Items[i] = h.view(user, a)
		}
		page.Meta, page.Links = h.api.PageOf(c, q.Paging, total, len(accounts))
		return page, 0, nil
	}, Family)
}

// create makes an account.
//
// @Summary     Create a user
// @Description For administrators; the coordinator may make all but administrators. An invitation is sent by mail, with a link that works for seven days, once.
// @Tags        accounts
// @ID          createUser
// @Security    Bearer
// @Param       body body Input true "The user"
// @Success     201 {object} View "The new user"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	if err := mayKeep(user); err != nil {
		return err
	}
	in, err := httpx.Body[Input](c)
	if err != nil {
		return err
	}
	a, err := h.s.Create(c.Request().Context(), user, in.account())
	if err != nil {
		return err
	}
	return h.api.Created(c, path(a.ID), a.Version, h.view(user, a), Family)
}

// get gives one account.
//
// @Summary     Read a user
// @Description For the coordinator and administrators; everyone reads their own at /users/me.
// @Tags        accounts
// @ID          getUser
// @Security    Bearer
// @Param       id path string true "The user's id"
// @Success     200 {object} View "The user"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/{id} [get]
func (h handler) get(c echo.Context) error {
	user := httpx.User(c)
	if err := mayKeep(user); err != nil {
		return err
	}
	userID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		a, err := h.s.Get(ctx, user, userID)
		return h.view(user, a), a.Version, err
	}, Family)
}

// replace puts new content on an account.
//
// @Summary     Replace a user
// @Description The whole content but the password. Making a user inactive ends their sessions. The last administrator stays one (409).
// @Tags        accounts
// @ID          replaceUser
// @Security    Bearer
// @Param       id   path string true "The user's id"
// @Param       body body Input  true "The user"
// @Success     200 {object} View "The user as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /users/{id} [put]
func (h handler) replace(c echo.Context) error {
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
	in, version, err := httpx.Change[Input](c)
	if err != nil {
		return err
	}
	a, err := h.s.Replace(ctx, user, userID, version, in.account())
	if err != nil {
		return err
	}
	return h.api.OK(c, a.Version, h.view(user, a), Family)
}
