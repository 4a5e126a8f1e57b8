package integrations

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
	api.GET("/api-clients", h.list)
	api.POST("/api-clients", h.create)
	api.GET("/api-clients/me", h.me)
	api.GET("/api-clients/:id", h.get)
	api.PUT("/api-clients/:id", h.replace)
	api.DELETE("/api-clients/:id", h.remove)
	api.GET("/api-clients/:id/keys", h.listKeys)
	api.POST("/api-clients/:id/keys", h.createKey)
	api.GET("/api-clients/:id/keys/:keyId", h.getKey)
	api.DELETE("/api-clients/:id/keys/:keyId", h.endKey)
}

func path(id string) string { return "/api-clients/" + id }

func (h handler) view(user auth.User, k Client) View {
	links := h.api.Self(path(k.ID))
	h.api.Editable(links, KeptBy(user), path(k.ID))
	links["keys"] = h.api.Link(http.MethodGet, path(k.ID)+"/keys")
	links.Allow(KeptBy(user) && k.Active, "createKey", h.api.Link(http.MethodPost, path(k.ID)+"/keys"))
	return k.view(links)
}

type listQuery struct {
	httpx.Paging
	Body   string `query:"body"`
	Active string `query:"active" oneof:"true false"`
	Sort   string `query:"sort" oneof:"name -name"`
}

// list gives the clients.
//
// @Summary     List API clients
// @Description The systems that read and report by keys, by Swedish name order. For the coordinator and administrators.
// @Tags        integrations
// @ID          listApiClients
// @Security    Bearer
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Param       sort   query string false "Order" Enums(name, -name)
// @Param       body   query string false "Only those that act for this body, by id"
// @Param       active query string false "Only those whose keys are, or are not, let in" Enums(true, false)
// @Success     200 {object} Page "A page of clients"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients [get]
func (h handler) list(c echo.Context) error {
	user := httpx.User(c)
	if err := mayKeep(user); err != nil {
		return err
	}
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	f := Filter{Body: q.Body, Active: q.Active, Sort: q.Sort, Offset: q.Offset(), Limit: q.Limit}
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		clients, total, err := h.s.List(ctx, user, f)
		return httpx.Each(clients, func(k Client) View { return h.view(user, k) }), total, err
	}, Family)
}

// create makes a client.
//
// @Summary     Create an API client
// @Description A system that acts for one body. It has no key yet: make one at its keys.
// @Tags        integrations
// @ID          createApiClient
// @Security    Bearer
// @Param       body body Input true "The client"
// @Success     201 {object} View "The new client"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeep(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		k, err := h.s.Create(ctx, user, in.client())
		return httpx.Made{Path: path(k.ID), Version: k.Version, View: h.view(user, k)}, err
	}, Family)
}

// get gives one client.
//
// @Summary     Read an API client
// @Description For the coordinator and administrators.
// @Tags        integrations
// @ID          getApiClient
// @Security    Bearer
// @Param       id path string true "The client's id"
// @Success     200 {object} View "The client"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients/{id} [get]
func (h handler) get(c echo.Context) error {
	clientID, err := h.clientID(c)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		k, err := h.s.Get(ctx, httpx.User(c), clientID)
		return h.view(httpx.User(c), k), k.Version, err
	}, Family)
}

// me gives the client that asks.
//
// @Summary     Read which client you are
// @Description For whoever asks with a key: the body that it acts for, and its scopes. Any key will do.
// @Tags        integrations
// @ID          getCurrentApiClient
// @Security    Bearer
// @Success     200 {object} SelfView "The client that asks"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients/me [get]
func (h handler) me(c echo.Context) error {
	user := httpx.User(c)
	if err := mustBeClient(user); err != nil {
		return err
	}
	k, err := h.s.Me(c.Request().Context(), user)
	if err != nil {
		return err
	}
	// Not by api.Get: machines that only read share a cache there, and each must see itself.
	return h.api.OK(c, k.Version, SelfView{k.ID, k.Name, k.BodyID, k.Scopes, h.api.Self("/api-clients/me")}, Family)
}

// replace puts new content on a client.
//
// @Summary     Replace an API client
// @Description The whole content; the body stays. Scopes taken away, and active: false, hold at once for writes and within seconds for reads.
// @Tags        integrations
// @ID          replaceApiClient
// @Security    Bearer
// @Param       id   path string true "The client's id"
// @Param       body body Input  true "The client"
// @Success     200 {object} View "The client as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	clientID, refused := h.existing(c)
	return httpx.Replace(h.api, c, refused, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		k, err := h.s.Replace(ctx, user, clientID, version, in.client())
		return httpx.Made{Version: k.Version, View: h.view(user, k)}, err
	}, Family)
}

// remove deletes a client that never used a key.
//
// @Summary     Delete an API client
// @Description Only one that never used a key; another is closed with active: false, since traces point at it (409).
// @Tags        integrations
// @ID          deleteApiClient
// @Security    Bearer
// @Param       id path string true "The client's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /api-clients/{id} [delete]
func (h handler) remove(c echo.Context) error {
	clientID, refused := h.existing(c)
	return httpx.Delete(c, refused, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), clientID, version)
	})
}

// clientID reads which client, for one who may know that there are any.
func (h handler) clientID(c echo.Context) (string, error) {
	if err := mayKeep(httpx.User(c)); err != nil {
		return "", err
	}
	return httpx.ID(c, "id", objectType)
}

// existing is clientID for a change: 404 and 410 come before what was sent.
func (h handler) existing(c echo.Context) (string, error) {
	clientID, err := h.clientID(c)
	if err == nil {
		_, err = h.s.Get(c.Request().Context(), httpx.User(c), clientID)
	}
	return clientID, err
}
