package council

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

func (h handler) mountMembers() {
	h.api.GET("/council-seats/:id/members", h.seatMembers)
	h.api.GET("/council-members", h.listMembers)
	h.api.POST("/council-members", h.appoint)
	h.api.GET("/council-members/:id", h.getMember)
	h.api.PUT("/council-members/:id", h.replaceMember)
	h.api.DELETE("/council-members/:id", h.removeMember)
}

func memberPath(id string) string { return "/council-members/" + id }

func (h handler) memberView(user auth.User, m Mandate) MemberView {
	self, today := memberPath(m.ID), h.s.clock.Today()
	links := h.api.Self(self)
	appoints := m.reach.appoints(m.Seat)
	links.Allow(appoints, "edit", h.api.Link(http.MethodPut, self))
	links.Allow(appoints && m.stateOn(today) == Coming, "delete", h.api.Link(http.MethodDelete, self))
	links["seat"] = h.api.Link(http.MethodGet, path(m.SeatID))
	if m.DecisionID != nil {
		links["decision"] = h.api.Link(http.MethodGet, "/decisions/"+*m.DecisionID)
	}
	return MemberView{ID: m.ID, MemberInput: m.input(), SeatID: m.SeatID, SeatNumber: m.Seat.Number,
		SeatNames: accounts.Words{Sv: m.Seat.NameSv, En: m.Seat.NameEn}, State: m.stateOn(today),
		Person: m.reach.person(m.Seat, m.UserID, m.known), Decision: m.Decision, DecisionTitle: m.title,
		Version: m.Version, CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt, Links: links}
}

func (h handler) memberViews(user auth.User, page []Mandate) []MemberView {
	return httpx.Each(page, func(m Mandate) MemberView { return h.memberView(user, m) })
}

// seatMembers gives the history of a seat.
//
// @Summary     List the mandates of a seat
// @Description All who have sat there and stood in, who do and who will, the latest first: the history of the seat.
// @Tags        council
// @ID          listMembersOfCouncilSeat
// @Param       id    path  string true  "The seat's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} MemberPage "A page of mandates"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-seats/{id}/members [get]
func (h handler) seatMembers(c echo.Context) error {
	seatID, paging, err := httpx.Under(c, seatType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[MemberPage](h.api, c, paging, func(ctx context.Context) ([]MemberView, int, error) {
		page, total, err := h.s.Members(ctx, user, MemberFilter{Seat: seatID, Offset: paging.Offset(), Limit: paging.Limit})
		return h.memberViews(user, page), total, err
	}, families...)
}

type memberQuery struct {
	httpx.Paging
	Seat   string  `query:"seat"`
	Body   string  `query:"body"`
	On     day.Day `query:"on"`
	Ending bool    `query:"ending"`
	Person string  `query:"person" oneof:"me"`
}

// listMembers gives mandates.
//
// @Summary     List mandates in the council
// @Description The latest first. Of a person only what the reader may know.
// @Tags        council
// @ID          listCouncilMembers
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Param       seat   query string false "Only mandates on this seat, by id"
// @Param       body   query string false "Only those on seats that this body speaks on or appoints to, by id"
// @Param       on     query string false "Only those that hold on this day" Format(date)
// @Param       ending query bool   false "Only those that hold and end within 90 days"
// @Param       person query string false "Only one's own" Enums(me)
// @Success     200 {object} MemberPage "A page of mandates"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-members [get]
func (h handler) listMembers(c echo.Context) error {
	q, err := httpx.Query[memberQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	f := MemberFilter{Seat: q.Seat, Body: q.Body, On: q.On, Ending: q.Ending, Offset: q.Offset(), Limit: q.Limit}
	load := func(ctx context.Context) (MemberPage, error) {
		found, total, err := h.s.Members(ctx, user, f)
		page := MemberPage{Items: h.memberViews(user, found)}
		page.Meta, page.Links = h.api.PageOf(c, q.Paging, total, len(found))
		return page, err
	}
	if q.Person == "" {
		return h.api.Get(c, func(ctx context.Context) (any, int, error) {
			page, err := load(ctx)
			return page, 0, err
		}, families...)
	}
	if user.Public() || user.Machine() {
		return problem.Unauthenticated("signInNeeded", "Only a person who is signed in has mandates of their own.")
	}
	f.Person = user.ID
	page, err := load(c.Request().Context()) // never from the cache: it is one person's
	if err != nil {
		return err
	}
	return h.api.OK(c, 0, page, families...)
}

// getMember gives one mandate.
//
// @Summary     Read a mandate in the council
// @Description One mandate: the seat, the days, the decision, and of the person what the reader may know.
// @Tags        council
// @ID          getCouncilMember
// @Param       id path string true "The mandate's id"
// @Success     200 {object} MemberView "The mandate"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-members/{id} [get]
func (h handler) getMember(c echo.Context) error {
	memberID, err := httpx.ID(c, "id", memberType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		m, err := h.s.Member(ctx, user, memberID)
		if err != nil {
			return nil, 0, err
		}
		return h.memberView(user, m), m.Version, nil
	}, families...)
}

// appoint gives somebody a seat.
//
// @Summary     Appoint somebody to the council
// @Description By a decision of the seat's appointing body, or one above it. The account with that mail address is used; else one is made and invited. Mandates on one seat never overlap.
// @Tags        council
// @ID          createCouncilMember
// @Security    Bearer
// @Param       body body Appointment true "The appointment"
// @Success     201 {object} MemberView "The new mandate"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-members [post]
func (h handler) appoint(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayAppointSomewhere(user), func(ctx context.Context, in Appointment) (httpx.Made, error) {
		m, err := h.s.Appoint(ctx, user, in)
		return httpx.Made{Path: memberPath(m.ID), Version: m.Version, View: h.memberView(user, m)}, err
	}, families...)
}

// replaceMember puts new content on a mandate.
//
// @Summary     Replace a mandate in the council
// @Description Its days, its decision and whether it is a substitute's; seat and person stay. A last day ends it early.
// @Tags        council
// @ID          replaceCouncilMember
// @Security    Bearer
// @Param       id   path string true "The mandate's id"
// @Param       body body MemberInput true "The mandate"
// @Success     200 {object} MemberView "The mandate as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-members/{id} [put]
func (h handler) replaceMember(c echo.Context) error {
	user := httpx.User(c)
	memberID, err := httpx.Allowed(c, "id", memberType, h.s.MayAppoint)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in MemberInput, version int) (httpx.Made, error) {
		m, err := h.s.ReplaceMember(ctx, user, memberID, version, in)
		return httpx.Made{Path: memberPath(m.ID), Version: m.Version, View: h.memberView(user, m)}, err
	}, families...)
}

// removeMember takes back a mandate.
//
// @Summary     Take back a mandate in the council
// @Description Only one that has not begun; another is given a last day, so that the seat's history stays.
// @Tags        council
// @ID          deleteCouncilMember
// @Security    Bearer
// @Param       id path string true "The mandate's id"
// @Success     204 "Taken back"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-members/{id} [delete]
func (h handler) removeMember(c echo.Context) error {
	memberID, err := httpx.Allowed(c, "id", memberType, h.s.MayAppoint)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteMember(ctx, httpx.User(c), memberID, version)
	})
}
