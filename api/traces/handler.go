package traces

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/audit-events", h.search)
	api.GET("/audit-events/:id", h.get)
	api.GET("/histories/:objectType/:objectId", h.history)
}

func (h handler) links(eventID string) httpx.Links { return h.api.Self("/audit-events/" + eventID) }

// anew answers in full each time: traces come without anybody raising a revision, so
// no answer may be called unchanged.
func anew(c echo.Context) { c.Request().Header.Del("If-None-Match") }

type searchQuery struct {
	httpx.Paging
	UserID     string  `query:"userId"`
	Role       string  `query:"role"`
	Action     string  `query:"action"`
	ObjectType string  `query:"objectType"`
	ObjectID   string  `query:"objectId"`
	AboutType  string  `query:"aboutType"`
	AboutID    string  `query:"aboutId"`
	RequestID  string  `query:"requestId"`
	From       day.Day `query:"from"`
	To         day.Day `query:"to"`
	Restricted string  `query:"restricted" oneof:"true false"`
}

// search finds traces.
//
// @Summary     Search traces
// @Description All that was written, and reading of what few may read, newest first. For administrators; the search leaves a trace itself.
// @Tags        traces
// @ID          listAuditEvents
// @Security    Bearer
// @Param       page       query int    false "Page, from 1"
// @Param       limit      query int    false "Items a page, 1–100"
// @Param       userId     query string false "Only what this account or client did, by id"
// @Param       role       query string false "Only what was done in this role"
// @Param       action     query string false "Only this verb, such as replace or read"
// @Param       objectType query string false "Only what was done to things of this type"
// @Param       objectId   query string false "Only what was done to this thing; with objectType"
// @Param       aboutType  query string false "Only what stands in histories of things of this type"
// @Param       aboutId    query string false "Only what stands in the history of this thing; with aboutType"
// @Param       requestId  query string false "Only what this request did"
// @Param       from       query string false "From this day, in Stockholm"
// @Param       to         query string false "To this day, included"
// @Param       restricted query string false "Only what stands in no history, or only the rest" Enums(true, false)
// @Success     200 {object} Page "A page of traces"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /audit-events [get]
func (h handler) search(c echo.Context) error {
	user := httpx.User(c)
	if err := maySearch(user); err != nil {
		return err
	}
	q, err := httpx.Query[searchQuery](c)
	if err != nil {
		return err
	}
	f := Filter{UserID: q.UserID, Role: q.Role, Action: q.Action, ObjectType: q.ObjectType, ObjectID: q.ObjectID, AboutType: q.AboutType,
		AboutID: q.AboutID, RequestID: q.RequestID, From: q.From, To: q.To, Restricted: q.Restricted, Offset: q.Offset(), Limit: q.Limit}
	anew(c)
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]Brief, int, error) {
		found, total, err := h.s.Search(ctx, user, f)
		return httpx.Each(found, func(t Trace) Brief { return t.brief(h.links(t.ID)) }), total, err
	})
}

// get gives one trace.
//
// @Summary     Read a trace
// @Description One trace with each field before and after. For administrators; the reading leaves a trace itself.
// @Tags        traces
// @ID          getAuditEvent
// @Security    Bearer
// @Param       id path string true "The trace's id"
// @Success     200 {object} View "The trace"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /audit-events/{id} [get]
func (h handler) get(c echo.Context) error {
	user := httpx.User(c)
	if err := maySearch(user); err != nil {
		return err
	}
	eventID, err := httpx.ID(c, "id", eventType)
	if err != nil {
		return err
	}
	anew(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		t, err := h.s.Get(ctx, user, eventID)
		return t.view(h.links(t.ID)), t.Version, err
	})
}

// history gives how a thing came to be as it is.
//
// @Summary     Read a history
// @Description How a thing and its parts were changed, newest first: in which role, when, why, and each field before and after. Never by whom. For those who may read the thing, and histories; the link history of a thing leads here.
// @Tags        traces
// @ID          listHistorySteps
// @Security    Bearer
// @Param       objectType path string true "The kind of thing" Enums(activity, plan, body, timelineEntry, councilSeat, councilQuestion, councilMeeting, decision, referenceMember, competence, communication)
// @Param       objectId   path string true "The thing's id"
// @Param       page       query int false "Page, from 1"
// @Param       limit      query int false "Items a page, 1–100"
// @Success     200 {object} HistoryPage "A page of the history"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /histories/{objectType}/{objectId} [get]
func (h handler) history(c echo.Context) error {
	user := httpx.User(c)
	if err := mayRead(user); err != nil {
		return err
	}
	objectID, err := httpx.ID(c, "objectId", historyType)
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	anew(c)
	return httpx.List[HistoryPage](h.api, c, q.Paging, func(ctx context.Context) ([]Step, int, error) {
		found, total, err := h.s.History(ctx, user, c.Param("objectType"), objectID, q.Offset(), q.Limit)
		return httpx.Each(found, Trace.step), total, err
	})
}
