package meetings

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

type handler struct {
	api     *httpx.API
	s       *Service
	signUps *httpx.Throttle
}

// signUpsAnHour is how often one address may sign up: a library's computer is many people's.
const signUpsAnHour = 20

// families are what a meeting's view depends on.
var families = []string{Family}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s, httpx.NewThrottle(s.clock, signUpsAnHour, time.Hour)}
	api.GET("/council-meetings", h.list)
	api.POST("/council-meetings", h.create)
	api.GET("/council-meetings/:id", h.get)
	api.PUT("/council-meetings/:id", h.replace)
	api.DELETE("/council-meetings/:id", h.remove)
	h.mountSeries()
	h.mountSteps()
	h.mountItems()
	h.mountOutcomes()
	h.mountPapers()
	h.mountSignUps()
	h.mountTopics()
	h.mountExports()
}

func path(meetingID string) string { return "/council-meetings/" + meetingID }

func (h handler) view(user auth.User, m Seen) View {
	v := View{ID: m.ID, Input: m.input(), NoticeHTML: markdown.HTML(m.Notice), Number: m.Number(), State: m.State, CalledAt: m.CalledAt, OpenedAt: m.OpenedAt,
		ClosedAt: m.ClosedAt, LockedAt: m.LockedAt, AdjustBy: m.AdjustBy, CancelReason: m.CancelReason, Counts: m.Counts,
		Version: m.Version, CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt, Links: h.links(user, m.Meeting)}
	if !inside(user) {
		v.JoinURL = ""
	}
	return v
}

// links are what the user may do with a meeting now.
func (h handler) links(user auth.User, m Meeting) httpx.Links {
	at, keeps := path(m.ID), user.May(auth.KeepMeetings)
	links := h.api.Self(at)
	put := func(allowed bool, rel string) { links.Allow(allowed, rel, h.api.Link(http.MethodPut, at+"/"+rel)) }
	open := m.writable() == nil
	links.Allow(keeps && open, "edit", h.api.Link(http.MethodPut, at))
	links.Allow(keeps && m.State == Planned, "delete", h.api.Link(http.MethodDelete, at))
	put(keeps && m.State.coming(), "call")
	put(keeps && m.State.coming(), "opening")
	put(keeps && m.State == Open, "closing")
	put(keeps && (m.State == Held || m.State == InAdjustment), "adjustment")
	put(keeps && m.State.coming(), "cancellation")
	links.Allow(keeps && m.Locked(), "annotate", h.api.Link(http.MethodPost, at+"/notes"))
	links.Allow(keeps && open, "addItem", h.api.Link(http.MethodPost, at+"/agenda-items"))
	links.Allow(keeps && open, "proposals", h.api.Link(http.MethodGet, at+"/proposals"))
	links.Allow(user.May(auth.WriteMinutes) && open, "attendance", h.api.Link(http.MethodGet, at+"/attendances"))
	links.Allow(user.May(auth.ProposeTopics) && m.State.coming(), "proposeTopic", h.api.Link(http.MethodPost, "/council-topics"))
	links.Allow(m.readableBy(user, PublicPart), "minutes", h.api.Link(http.MethodGet, at+"/minutes"))
	links.Allow(m.readableBy(user, PublicPart), "docx", h.api.Link(http.MethodGet, at+"/minutes/docx"))
	links.Allow(m.readableBy(user, PublicPart) && !user.Public() && h.s.Printable() == nil, "pdf", h.api.Link(http.MethodPost, at+"/pdfs"))
	links.Allow(m.readableBy(user, WholePart), "wholeMinutes", h.api.Link(http.MethodGet, at+"/minutes?part=whole"))
	links.Allow(m.Kind == Forum, "signUp", h.api.Link(http.MethodGet, at+"/sign-up"))
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+meetingType+"/"+m.ID))
	if m.SeriesID != nil {
		links["series"] = h.api.Link(http.MethodGet, seriesPath(*m.SeriesID))
	}
	return links
}

func (h handler) whole(user auth.User, f Full) Whole {
	w := Whole{View: h.view(user, f.Seen), AgendaItems: []ItemView{}, Adjusters: []AdjusterView{}, ContentHash: f.Hash,
		Attendance: httpx.Each(f.represented(), func(r Represented) AttendanceView { return h.attendanceView(user, f.Meeting, r) }),
		Notes:      httpx.Each(f.Notes, Note.view)}
	for _, i := range f.Items {
		w.AgendaItems = append(w.AgendaItems, h.itemView(user, f.item(i)))
	}
	for _, a := range f.Adjusters {
		mine := !user.Public() && a.UserID == user.ID
		w.Adjusters = append(w.Adjusters, AdjusterView{SeatID: a.SeatID, ApprovedAt: a.ApprovedAt, IsMe: mine})
		w.Links.Allow(mine && a.ApprovedAt == nil && f.State == InAdjustment && user.MayOwn(auth.AdjustMinutes, a.UserID),
			"approve", h.api.Link(http.MethodPost, path(f.ID)+"/approvals"))
	}
	if inside(user) {
		w.Quorum = &f.Quorum
	}
	return w
}

func (h handler) made(user auth.User) func(f Full, err error) (httpx.Made, error) {
	return func(f Full, err error) (httpx.Made, error) {
		if err != nil {
			return httpx.Made{}, err
		}
		return httpx.Made{Path: path(f.ID), Version: f.Version, View: h.whole(user, f)}, nil
	}
}

type listQuery struct {
	httpx.Paging
	Kind   string  `query:"kind" oneof:"council joint forum steering"`
	Series string  `query:"series"`
	State  string  `query:"state" oneof:"planned called open held inAdjustment adjusted cancelled"`
	Year   int     `query:"year"`
	From   day.Day `query:"from"`
	To     day.Day `query:"to"`
}

// list gives meetings.
//
// @Summary     List the council's meetings
// @Description The latest first. The steering group's meetings are for those who work with the council.
// @Tags        council-meetings
// @ID          listCouncilMeetings
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Param       kind   query string false "Only this kind" Enums(council, joint, forum, steering)
// @Param       series query string false "Only in this series, by id"
// @Param       state  query string false "Only those in this state" Enums(planned, called, open, held, inAdjustment, adjusted, cancelled)
// @Param       year   query int    false "Only those held this year"
// @Param       from   query string false "Not before this day" Format(date)
// @Param       to     query string false "Not after this day" Format(date)
// @Success     200 {object} Page "A page of meetings"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		rows, total, err := h.s.List(ctx, user, Filter{Kind: q.Kind, Series: q.Series, State: q.State, Year: q.Year,
			From: q.From, To: q.To, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(rows, func(m Seen) View { return h.view(user, m) }), total, err
	}, families...)
}

// get gives a meeting whole.
//
// @Summary     Read a meeting whole
// @Description Agenda, minutes, attendance and adjustment in one answer, as far as the reader sees them: the agenda once the meeting is called, the minutes once they are locked. Of a secret item it is seen that it is there, and nothing more; who may read it leaves a trace.
// @Tags        council-meetings
// @ID          getCouncilMeeting
// @Param       id path string true "The meeting's id"
// @Success     200 {object} Whole "The meeting"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id} [get]
func (h handler) get(c echo.Context) error {
	meetingID, err := httpx.ID(c, "id", meetingType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		f, err := h.s.Get(ctx, user, meetingID)
		if err != nil {
			return nil, 0, err
		}
		return h.whole(user, f), f.Version, nil
	}, families...)
}

// create makes a meeting.
//
// @Summary     Make a meeting
// @Description For the coordinator, the secretary and administrators. The agenda begins with the template's items, and with the tasks of earlier meetings that are not done.
// @Tags        council-meetings
// @ID          createCouncilMeeting
// @Security    Bearer
// @Param       body body Input true "The meeting"
// @Success     201 {object} Whole "The new meeting"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeepMeetings(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		return h.made(user)(h.s.Create(ctx, user, in.meeting()))
	}, families...)
}

// replace puts new content on a meeting.
//
// @Summary     Replace a meeting
// @Description The whole content; a field left out is emptied. Who has been called is told when time or place is another.
// @Tags        council-meetings
// @ID          replaceCouncilMeeting
// @Security    Bearer
// @Param       id   path string true "The meeting's id"
// @Param       body body Input  true "The meeting"
// @Success     200 {object} Whole "The meeting as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		return h.made(user)(h.s.Replace(ctx, user, meetingID, version, in.meeting()))
	}, families...)
}

// remove deletes a meeting.
//
// @Summary     Delete a meeting
// @Description Only one that nobody has been called to; else cancel it.
// @Tags        council-meetings
// @ID          deleteCouncilMeeting
// @Security    Bearer
// @Param       id path string true "The meeting's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id} [delete]
func (h handler) remove(c echo.Context) error {
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayKeep)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), meetingID, version)
	})
}
