package competences

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// families are what an entry's view depends on: who lies under whom decides who may change it.
var families = []string{Family, boards.Family}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/competences", h.list)
	api.POST("/competences", h.create)
	api.GET("/competences/:id", h.get)
	api.PUT("/competences/:id", h.replace)
	api.DELETE("/competences/:id", h.remove)
}

func path(id string) string { return "/competences/" + id }

func (h handler) view(reach Reach, e Entry) View {
	links := h.api.Self(path(e.ID))
	h.api.Editable(links, reach.keeps(e.BodyID), path(e.ID))
	links.Allow(e.BodyID != nil, "body", h.api.Link(http.MethodGet, "/boards/"+deref(e.BodyID)))
	links.Allow(reach.user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+e.ID))
	return View{ID: e.ID, Input: e.input(), IsOld: e.isOld(h.s.clock.Today()),
		Version: e.Version, CreatedAt: e.CreatedAt, UpdatedAt: e.UpdatedAt, Links: links}
}

func deref(id *string) string {
	if id == nil {
		return ""
	}
	return *id
}

type listQuery struct {
	httpx.Paging
	Kind  string `query:"kind" oneof:"competence supportFunction"`
	Body  string `query:"body"`
	Area  string `query:"area"`
	Group string `query:"targetGroup"`
	Key   string `query:"key"`
}

// list gives the register.
//
// @Summary     List competence and support
// @Description The functions, forums, partners and sources of knowledge of the register, by Swedish name order.
// @Tags        competences
// @ID          listCompetences
// @Param       page        query int    false "Page, from 1"
// @Param       limit       query int    false "Items a page, 1–100"
// @Param       kind        query string false "Only those who know and are asked, or those who help" Enums(competence, supportFunction)
// @Param       body        query string false "Only functions of this body, by id"
// @Param       area        query string false "Only those tied to this violence area, by id"
// @Param       targetGroup query string false "Only those tied to this target group, by id"
// @Param       key         query string false "Only the one with this key"
// @Success     200 {object} Page "A page of the register"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /competences [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	f := Filter{Kind: Kind(q.Kind), Body: q.Body, Area: q.Area, Group: q.Group, Key: q.Key, Offset: q.Offset(), Limit: q.Limit}
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		entries, total, reach, err := h.s.List(ctx, user, f)
		return httpx.Each(entries, func(e Entry) View { return h.view(reach, e) }), total, err
	}, families...)
}

// get gives one entry.
//
// @Summary     Read an entry of the register of competence
// @Description What the function knows, whom it helps, how that is used and how it is reached.
// @Tags        competences
// @ID          getCompetence
// @Param       id path string true "The entry's id"
// @Success     200 {object} View "The entry"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /competences/{id} [get]
func (h handler) get(c echo.Context) error {
	entryID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		e, reach, err := h.s.Get(ctx, user, entryID)
		if err != nil {
			return nil, 0, err
		}
		return h.view(reach, e), e.Version, nil
	}, families...)
}

// create makes an entry.
//
// @Summary     Create an entry of the register of competence
// @Description For the coordinator, administrators and experts; managers and contact persons for their own body and what lies under it.
// @Tags        competences
// @ID          createCompetence
// @Security    Bearer
// @Param       body body Input true "The entry"
// @Success     201 {object} View "The new entry"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /competences [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayBegin(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		e, reach, err := h.s.Create(ctx, user, in.entry())
		return httpx.Made{Path: path(e.ID), Version: e.Version, View: h.view(reach, e)}, err
	}, families...)
}

// replace puts new content on an entry.
//
// @Summary     Replace an entry of the register of competence
// @Description The whole content; a field left out is emptied.
// @Tags        competences
// @ID          replaceCompetence
// @Security    Bearer
// @Param       id   path string true "The entry's id"
// @Param       body body Input  true "The entry"
// @Success     200 {object} View "The entry as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /competences/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	entryID, err := httpx.Allowed(c, "id", objectType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		e, reach, err := h.s.Replace(ctx, user, entryID, version, in.entry())
		return httpx.Made{Path: path(e.ID), Version: e.Version, View: h.view(reach, e)}, err
	}, families...)
}

// remove deletes an entry.
//
// @Summary     Delete an entry of the register of competence
// @Description It leaves a tombstone.
// @Tags        competences
// @ID          deleteCompetence
// @Security    Bearer
// @Param       id path string true "The entry's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /competences/{id} [delete]
func (h handler) remove(c echo.Context) error {
	entryID, err := httpx.Allowed(c, "id", objectType, h.s.MayKeep)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), entryID, version)
	})
}
