package boards

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
	api.GET("/boards", h.list)
	api.POST("/boards", h.create)
	api.GET("/boards/:id", h.get)
	api.PUT("/boards/:id", h.replace)
	api.DELETE("/boards/:id", h.remove)
	api.GET("/units", h.listUnits)
	api.GET("/partners", h.listPartners)
}

func path(id string) string { return "/boards/" + id }

func (h handler) view(user auth.User, b Body) View {
	links := h.api.Self(path(b.ID))
	h.api.Editable(links, EditableBy(user), path(b.ID))
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+b.ID))
	if b.ParentID != nil {
		links["up"] = h.api.Link(http.MethodGet, path(*b.ParentID))
	}
	return b.view(h.s.clock.Today(), links)
}

type listQuery struct {
	httpx.Paging
	Kind   string `query:"kind" oneof:"council executiveBoard board administration unit municipalCompany outsideBody"`
	Parent string `query:"parent"`
	Key    string `query:"key"`
	Sort   string `query:"sort" oneof:"name -name"`
}

// list gives the register of bodies.
//
// @Summary     List bodies
// @Description The municipality's boards, administrations, units, companies and outside bodies, by Swedish name order.
// @Tags        boards
// @ID          listBoards
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Param       sort   query string false "Order" Enums(name, -name)
// @Param       kind   query string false "Only this kind" Enums(council, executiveBoard, board, administration, unit, municipalCompany, outsideBody)
// @Param       parent query string false "Only bodies right under this one, by id"
// @Param       key    query string false "Only the body with this key"
// @Success     200 {object} Page "A page of bodies"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /boards [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	return h.page(c, q.Paging, Filter{Kind: Kind(q.Kind), Parent: q.Parent, Key: q.Key, Sort: q.Sort})
}

// listUnits gives the units.
//
// @Summary     List units
// @Description The bodies of kind unit.
// @Tags        boards
// @ID          listUnits
// @Param       page  query int false "Page, from 1"
// @Param       limit query int false "Items a page, 1–100"
// @Success     200 {object} Page "A page of units"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /units [get]
func (h handler) listUnits(c echo.Context) error { return h.listKind(c, Unit) }

// listPartners gives the outside bodies.
//
// @Summary     List partners
// @Description The bodies outside the municipality that take part: police, region, associations.
// @Tags        boards
// @ID          listPartners
// @Param       page  query int false "Page, from 1"
// @Param       limit query int false "Items a page, 1–100"
// @Success     200 {object} Page "A page of partners"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /partners [get]
func (h handler) listPartners(c echo.Context) error { return h.listKind(c, OutsideBody) }

func (h handler) listKind(c echo.Context, kind Kind) error {
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	return h.page(c, q.Paging, Filter{Kind: kind})
}

func (h handler) page(c echo.Context, p httpx.Paging, f Filter) error {
	user := httpx.User(c)
	f.Offset, f.Limit = p.Offset(), p.Limit
	return httpx.List[Page](h.api, c, p, func(ctx context.Context) ([]View, int, error) {
		bodies, total, err := h.s.List(ctx, f)
		return httpx.Each(bodies, func(b Body) View { return h.view(user, b) }), total, err
	}, Family)
}

// get gives one body.
//
// @Summary     Read a body
// @Description One body, whether in force or ended.
// @Tags        boards
// @ID          getBoard
// @Param       id path string true "The body's id"
// @Success     200 {object} View "The body"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /boards/{id} [get]
func (h handler) get(c echo.Context) error {
	bodyID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		b, err := h.s.Get(ctx, bodyID)
		return h.view(httpx.User(c), b), b.Version, err
	}, Family)
}

// create makes a body.
//
// @Summary     Create a body
// @Description For the coordinator and administrators.
// @Tags        boards
// @ID          createBoard
// @Security    Bearer
// @Param       body body Input true "The body"
// @Success     201 {object} View "The new body"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /boards [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayEdit(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		b, err := h.s.Create(ctx, user, in.body())
		return httpx.Made{Path: path(b.ID), Version: b.Version, View: h.view(user, b)}, err
	}, Family)
}

// replace puts new content on a body.
//
// @Summary     Replace a body
// @Description The whole content; a field left out is emptied. A body that ends gets a validTo.
// @Tags        boards
// @ID          replaceBoard
// @Security    Bearer
// @Param       id   path string true "The body's id"
// @Param       body body Input  true "The body"
// @Success     200 {object} View "The body as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /boards/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	bodyID, err := httpx.Allowed(c, "id", objectType, h.s.MayChange)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		b, err := h.s.Replace(ctx, user, bodyID, version, in.body())
		return httpx.Made{Path: path(b.ID), Version: b.Version, View: h.view(user, b)}, err
	}, Family)
}

// remove deletes a body that nothing points at.
//
// @Summary     Delete a body
// @Description Only a body that nothing points at; one that has ended gets a validTo instead.
// @Tags        boards
// @ID          deleteBoard
// @Security    Bearer
// @Param       id path string true "The body's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /boards/{id} [delete]
func (h handler) remove(c echo.Context) error {
	user := httpx.User(c)
	bodyID, err := httpx.Allowed(c, "id", objectType, h.s.MayChange)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, user, bodyID, version)
	})
}
