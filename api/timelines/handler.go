package timelines

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/timelines", h.list)
	api.POST("/timelines", h.create)
	api.GET("/timelines/calendar", h.calendar)
	api.GET("/timelines/:id", h.get)
	api.PUT("/timelines/:id", h.replace)
	api.DELETE("/timelines/:id", h.remove)
}

func path(id string) string { return "/timelines/" + id }

// self is the thing that an item stands for: the written entry, or what it was made from.
func self(it Item) string {
	switch {
	case it.IsManual:
		return path(it.OfID)
	case it.ofDecision:
		return "/decisions/" + it.OfID
	case it.ofMeeting:
		return "/council-meetings/" + it.OfID
	case it.Entry.Kind == Activity:
		return "/activities/" + it.OfID
	case it.Entry.Kind == Milestone:
		return "/activities/" + it.ActivityID + "/milestones/" + it.OfID
	case it.Entry.Kind == ReportDue:
		return "/plans/" + it.Entry.PlanID + "/reporting-rounds/" + it.OfID
	case it.Entry.Kind == Mandate:
		return "/council-members/" + it.OfID
	case it.Entry.Kind == Survey:
		return "/surveys/" + it.OfID
	case it.Entry.Kind == Communication:
		return "/communications/" + it.OfID
	default:
		return "/plans/" + it.Entry.PlanID
	}
}

func (h handler) view(user auth.User, it Item) View {
	links := h.api.Self(self(it))
	h.api.Editable(links, it.IsManual && EditableBy(user), self(it))
	links.Allow(it.IsManual && user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+it.OfID))
	links["up"] = h.api.Link(http.MethodGet, "/plans/"+it.Entry.PlanID)
	return it.view(links)
}

type filterQuery struct {
	Plan     string  `query:"plan"`
	Board    string  `query:"board"`
	Area     string  `query:"area"`
	Kind     string  `query:"kind" oneof:"decision event revision meeting activity milestone reportDue planPeriod survey mandate communication"`
	Activity string  `query:"activity"`
	From     day.Day `query:"from"`
	To       day.Day `query:"to"`
}

func (q filterQuery) filter() (Filter, error) {
	if q.From != "" && q.To != "" && q.To < q.From {
		return Filter{}, problem.BadRequest("invalidParameter", "A query parameter is not valid.",
			problem.Field{Name: "to", Code: "endBeforeStart", Detail: "The period ends before it begins."})
	}
	return Filter{Plan: q.Plan, Board: q.Board, Area: q.Area, Kind: Kind(q.Kind), Activity: q.Activity, Window: Window{q.From, q.To}}, nil
}

type listQuery struct {
	httpx.Paging
	filterQuery
}

// list gives the feed.
//
// @Summary     List the timeline
// @Description Dated entries of everything, by first possible day and code; what comes back once for each time. Undated ones last.
// @Tags        timelines
// @ID          listTimelineEntries
// @Param       page     query int    false "Page, from 1"
// @Param       limit    query int    false "Items a page, 1–100"
// @Param       plan     query string false "Only this plan's, by id"
// @Param       board    query string false "Only what this body answers for or takes part in, by id"
// @Param       area     query string false "Only what concerns this violence area, by id"
// @Param       kind     query string false "Only this kind" Enums(decision, event, revision, meeting, activity, milestone, reportDue, planPeriod, survey, mandate, communication)
// @Param       activity query string false "Only this activity and its milestones, by id"
// @Param       from     query string false "Only what goes on from this day" Format(date)
// @Param       to       query string false "Only what begins by this day" Format(date)
// @Success     200 {object} Page "A page of entries"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /timelines [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	f, err := q.filter()
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		items, total, err := h.s.List(ctx, user, f, q.Offset(), q.Limit)
		return httpx.Each(items, func(it Item) View { return h.view(user, it) }), total, err
	}, familiesFor(user)...)
}

// get gives one written entry.
//
// @Summary     Read a timeline entry
// @Description One entry that somebody wrote. Those made from other things are read there.
// @Tags        timelines
// @ID          getTimelineEntry
// @Param       id path string true "The entry's id"
// @Success     200 {object} View "The entry"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /timelines/{id} [get]
func (h handler) get(c echo.Context) error {
	entryID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		e, err := h.s.Get(ctx, user, entryID)
		return h.view(user, single(e)), e.Version, err
	}, families...)
}

// create makes an entry.
//
// @Summary     Create a timeline entry
// @Description For the coordinator and administrators: a decision, an event, a revision or a meeting.
// @Tags        timelines
// @ID          createTimelineEntry
// @Security    Bearer
// @Param       body body Input true "The entry"
// @Success     201 {object} View "The new entry"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /timelines [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayEdit(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		e, err := h.s.Create(ctx, user, in.entry())
		return httpx.Made{Path: path(e.ID), Version: e.Version, View: h.view(user, single(e))}, err
	}, families...)
}

// replace puts new content on an entry.
//
// @Summary     Replace a timeline entry
// @Description The whole entry; a field left out is emptied. An entry stays in its plan.
// @Tags        timelines
// @ID          replaceTimelineEntry
// @Security    Bearer
// @Param       id   path string true "The entry's id"
// @Param       body body Input  true "The entry"
// @Success     200 {object} View "The entry as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /timelines/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	entryID, err := httpx.Allowed(c, "id", objectType, h.s.MayChange)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		e, err := h.s.Replace(ctx, user, entryID, version, in.entry())
		return httpx.Made{Path: path(e.ID), Version: e.Version, View: h.view(user, single(e))}, err
	}, families...)
}

// remove deletes an entry.
//
// @Summary     Delete a timeline entry
// @Description An entry that somebody wrote; those made from other things go with these.
// @Tags        timelines
// @ID          deleteTimelineEntry
// @Security    Bearer
// @Param       id path string true "The entry's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /timelines/{id} [delete]
func (h handler) remove(c echo.Context) error {
	user := httpx.User(c)
	entryID, err := httpx.Allowed(c, "id", objectType, h.s.MayChange)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, user, entryID, version)
	})
}
