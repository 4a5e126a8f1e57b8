package communications

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// families are what a communication's view depends on: the plan's, whose
// activities are named in it, and its own.
var families = []string{Family, "plan"}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/communications", h.list)
	api.POST("/communications", h.create)
	api.GET("/communications/:id", h.get)
	api.PUT("/communications/:id", h.replace)
	api.DELETE("/communications/:id", h.remove)
}

func path(id string) string { return "/communications/" + id }

func (h handler) view(user auth.User, r Read) View {
	links := h.api.Self(path(r.ID))
	h.api.Editable(links, mayKeep(user) == nil, path(r.ID))
	links["plan"] = h.api.Link(http.MethodGet, "/plans/"+r.PlanID)
	if r.ActivityID != nil {
		links["activity"] = h.api.Link(http.MethodGet, "/activities/"+*r.ActivityID)
	}
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+r.ID))
	return View{ID: r.ID, Input: r.input(), State: r.StateOn(h.s.clock.Today()), Activity: r.About,
		Version: r.Version, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt, Links: links}
}

type listQuery struct {
	httpx.Paging
	Plan      string    `query:"plan"`
	Activity  string    `query:"activity"`
	Body      string    `query:"body"`
	Direction Direction `query:"direction" oneof:"inward outward"`
	State     State     `query:"state" oneof:"planned late done"`
	From      day.Day   `query:"from"`
	To        day.Day   `query:"to"`
}

// list gives the communication plan.
//
// @Summary     List the communication plan
// @Description What is told inward and outward, by day; what has no day stands last. For those who work with the plan.
// @Tags        communications
// @ID          listCommunications
// @Security    Bearer
// @Param       page      query int    false "Page, from 1"
// @Param       limit     query int    false "Items a page, 1–100"
// @Param       plan      query string false "Only of this plan, by id"
// @Param       activity  query string false "Only about this activity, by id"
// @Param       body      query string false "Only what this body sees to, by id"
// @Param       direction query string false "Only inward, or only outward" Enums(inward, outward)
// @Param       state     query string false "Only what has come this far" Enums(planned, late, done)
// @Param       from      query string false "Not before this day" Format(date)
// @Param       to        query string false "Not after this day" Format(date)
// @Success     200 {object} Page "A page of the communication plan"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /communications [get]
func (h handler) list(c echo.Context) error {
	user := httpx.User(c)
	if err := MayRead(user); err != nil {
		return err
	}
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		rows, total, err := h.s.List(ctx, user, Filter{Plan: q.Plan, Activity: q.Activity, Body: q.Body, Direction: q.Direction, State: q.State,
			From: q.From, To: q.To, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(rows, func(r Read) View { return h.view(user, r) }), total, err
	}, families...)
}

// get gives one communication.
//
// @Summary     Read a communication
// @Description What is told, to whom, by what means and when, and whether it is done.
// @Tags        communications
// @ID          getCommunication
// @Security    Bearer
// @Param       id path string true "The communication's id"
// @Success     200 {object} View "The communication"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /communications/{id} [get]
func (h handler) get(c echo.Context) error {
	communicationID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		r, err := h.s.Get(ctx, user, communicationID)
		return h.view(user, r), r.Version, err
	}, families...)
}

// create plans a communication.
//
// @Summary     Plan a communication
// @Description For the coordinator, editors and administrators.
// @Tags        communications
// @ID          createCommunication
// @Security    Bearer
// @Param       body body Input true "The communication"
// @Success     201 {object} View "The new communication"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /communications [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeep(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		return h.made(user)(h.s.Create(ctx, user, in.communication()))
	}, families...)
}

func (h handler) made(user auth.User) func(r Read, err error) (httpx.Made, error) {
	return func(r Read, err error) (httpx.Made, error) {
		return httpx.Made{Path: path(r.ID), Version: r.Version, View: h.view(user, r)}, err
	}
}

// replace puts new content on a communication.
//
// @Summary     Replace a communication
// @Description The whole content; a field left out is emptied. Done is told by doneOn.
// @Tags        communications
// @ID          replaceCommunication
// @Security    Bearer
// @Param       id   path string true "The communication's id"
// @Param       body body Input  true "The communication"
// @Success     200 {object} View "The communication as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /communications/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	communicationID, err := httpx.Allowed(c, "id", objectType, h.s.MayChange)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		return h.made(user)(h.s.Replace(ctx, user, communicationID, version, in.communication()))
	}, families...)
}

// remove deletes a communication.
//
// @Summary     Delete a communication
// @Description It leaves a tombstone.
// @Tags        communications
// @ID          deleteCommunication
// @Security    Bearer
// @Param       id path string true "The communication's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /communications/{id} [delete]
func (h handler) remove(c echo.Context) error {
	communicationID, err := httpx.Allowed(c, "id", objectType, h.s.MayChange)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), communicationID, version)
	})
}
