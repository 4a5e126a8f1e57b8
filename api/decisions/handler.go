package decisions

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// families are what a decision's view depends on: the plan's things, and the
// council's, whose names stand in it.
var families = []string{Family, "council"}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/decisions", h.list)
	api.POST("/decisions", h.create)
	api.GET("/decisions/:id", h.get)
	api.PUT("/decisions/:id", h.replace)
	api.DELETE("/decisions/:id", h.remove)
}

func path(id string) string { return "/decisions/" + id }

func (h handler) view(user auth.User, r Read) View {
	d := r.Decision
	links := h.api.Self(path(d.ID))
	h.api.Editable(links, mayKeep(user) == nil, path(d.ID))
	links["plan"] = h.api.Link(http.MethodGet, "/plans/"+d.PlanID)
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+d.ID))
	return View{ID: d.ID, Input: d.input(), TextHTML: markdown.HTML(d.Text), Titles: listed(r.Titles), IsOpen: d.IsOpen(), IsLate: d.LateOn(h.s.clock.Today()),
		Version: d.Version, CreatedAt: d.CreatedAt, UpdatedAt: d.UpdatedAt, Links: links}
}

type listQuery struct {
	httpx.Paging
	Plan     string    `query:"plan"`
	Body     string    `query:"body"`
	Type     ThingType `query:"concernsType" oneof:"plan planVersion activity councilSeat councilMeeting survey"`
	Concerns string    `query:"concerns"`
	From     day.Day   `query:"from"`
	To       day.Day   `query:"to"`
	Open     string    `query:"open" oneof:"true false"`
}

// list gives decisions.
//
// @Summary     List decisions
// @Description What bodies have decided, the newest first; those without a date stand last.
// @Tags        decisions
// @ID          listDecisions
// @Param       page         query int    false "Page, from 1"
// @Param       limit        query int    false "Items a page, 1–100"
// @Param       plan         query string false "Only in the history of this plan, by id"
// @Param       body         query string false "Only by this body, by id"
// @Param       concerns     query string false "Only about the thing with this id"
// @Param       concernsType query string false "Only about this sort of thing" Enums(plan, planVersion, activity, councilSeat, councilMeeting, survey)
// @Param       from         query string false "Not before this day" Format(date)
// @Param       to           query string false "Not after this day" Format(date)
// @Param       open         query string false "Only those still to be reported back, or only the others" Enums(true, false)
// @Success     200 {object} Page "A page of decisions"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /decisions [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		rows, total, err := h.s.List(ctx, user, Filter{Plan: q.Plan, Body: q.Body, Type: q.Type, Concerns: q.Concerns,
			From: q.From, To: q.To, Open: q.Open, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(rows, func(r Read) View { return h.view(user, r) }), total, err
	}, families...)
}

// get gives one decision.
//
// @Summary     Read a decision
// @Description The whole of it, with what it concerns as those things are called.
// @Tags        decisions
// @ID          getDecision
// @Param       id path string true "The decision's id"
// @Success     200 {object} View "The decision"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /decisions/{id} [get]
func (h handler) get(c echo.Context) error {
	decisionID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		r, err := h.s.Get(ctx, user, decisionID)
		return h.view(user, r), r.Decision.Version, err
	}, families...)
}

// create enters a decision.
//
// @Summary     Enter a decision
// @Description For the coordinator, the secretary and administrators. What is entered is public.
// @Tags        decisions
// @ID          createDecision
// @Security    Bearer
// @Param       body body Input true "The decision"
// @Success     201 {object} View "The new decision"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /decisions [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeep(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		return h.made(user)(h.s.Create(ctx, user, in.decision()))
	}, families...)
}

func (h handler) made(user auth.User) func(r Read, err error) (httpx.Made, error) {
	return func(r Read, err error) (httpx.Made, error) {
		return httpx.Made{Path: path(r.Decision.ID), Version: r.Decision.Version, View: h.view(user, r)}, err
	}
}

// replace puts new content on a decision.
//
// @Summary     Replace a decision
// @Description The whole content; a field left out is emptied.
// @Tags        decisions
// @ID          replaceDecision
// @Security    Bearer
// @Param       id   path string true "The decision's id"
// @Param       body body Input  true "The decision"
// @Success     200 {object} View "The decision as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /decisions/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	decisionID, err := httpx.Allowed(c, "id", objectType, h.s.MayChange)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		return h.made(user)(h.s.Replace(ctx, user, decisionID, version, in.decision()))
	}, families...)
}

// remove deletes a decision.
//
// @Summary     Delete a decision
// @Description For what was entered by mistake. One that an appointment or a minute points at stays.
// @Tags        decisions
// @ID          deleteDecision
// @Security    Bearer
// @Param       id path string true "The decision's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /decisions/{id} [delete]
func (h handler) remove(c echo.Context) error {
	decisionID, err := httpx.Allowed(c, "id", objectType, h.s.MayChange)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), decisionID, version)
	})
}
