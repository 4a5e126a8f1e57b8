package council

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// families are what a seat's view depends on: which plans are published, whose
// names are shown, and who lies under whom.
var families = []string{Family, planFamily, accounts.Family, boards.Family}

// planFamily is the revision of the plans.
const planFamily = "plan"

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/council-seats", h.list)
	api.POST("/council-seats", h.create)
	api.GET("/council-seats/:id", h.get)
	api.PUT("/council-seats/:id", h.replace)
	api.DELETE("/council-seats/:id", h.remove)
	h.mountMembers()
	h.mountContacts()
}

func path(id string) string { return "/council-seats/" + id }

func (h handler) view(user auth.User, p Seen) View {
	s := p.Seat
	links := h.api.Self(path(s.ID))
	h.api.Editable(links, user.May(auth.KeepCouncil), path(s.ID))
	links["plan"] = h.api.Link(http.MethodGet, "/plans/"+s.PlanID)
	links["members"] = h.api.Link(http.MethodGet, path(s.ID)+"/members")
	links.Allow(p.reach.appoints(s), "appoint", h.api.Link(http.MethodPost, "/council-members"))
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+seatType+"/"+s.ID))
	return View{ID: s.ID, Input: s.input(), On: p.On, State: p.State, IsVacant: p.Holder == nil, EndsOn: p.EndsOn,
		Holder: p.holder(p.Holder), Substitute: p.holder(p.Substitute), Next: p.holder(p.Next),
		Version: s.Version, CreatedAt: s.CreatedAt, UpdatedAt: s.UpdatedAt, Links: links}
}

// holder is who sits on the seat, as far as the reader may know.
func (p Seen) holder(m *Member) *HolderView {
	if m == nil {
		return nil
	}
	return &HolderView{MemberID: m.ID, Name: p.reach.card(p.Seat, p.known[m.UserID]).Name, From: m.ValidFrom, To: m.ValidTo}
}

type listQuery struct {
	httpx.Paging
	Plan   string  `query:"plan"`
	Body   string  `query:"body"`
	Vacant string  `query:"vacant" oneof:"true false"`
	On     day.Day `query:"on"`
}

// list gives the council's seats.
//
// @Summary     List the council's seats
// @Description The seats in force on a day, in the plan's order, each with who sits there and who stands in: names only where the person shows it, or to those who see who sits there.
// @Tags        council
// @ID          listCouncilSeats
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Param       plan   query string false "Only seats of this plan, by id"
// @Param       body   query string false "Only seats that this body speaks on or appoints to, by id"
// @Param       vacant query string false "Only seats where nobody sits, or where somebody does" Enums(true, false)
// @Param       on     query string false "As it stands on this day; today when absent" Format(date)
// @Success     200 {object} Page "A page of seats"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-seats [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		found, total, err := h.s.Seats(ctx, user, Filter{Plan: q.Plan, Body: q.Body, Vacant: q.Vacant, On: q.On, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(found, func(p Seen) View { return h.view(user, p) }), total, err
	}, families...)
}

// get gives one seat.
//
// @Summary     Read a seat of the council
// @Description One seat as it stands today, with who sits there and who stands in.
// @Tags        council
// @ID          getCouncilSeat
// @Param       id path string true "The seat's id"
// @Success     200 {object} View "The seat"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-seats/{id} [get]
func (h handler) get(c echo.Context) error {
	seatID, err := httpx.ID(c, "id", seatType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		p, err := h.s.Seat(ctx, user, seatID)
		if err != nil {
			return nil, 0, err
		}
		return h.view(user, p), p.Seat.Version, nil
	}, families...)
}

// create makes a seat.
//
// @Summary     Create a seat of the council
// @Description For the coordinator and administrators. Who sits there is appointed afterwards.
// @Tags        council
// @ID          createCouncilSeat
// @Security    Bearer
// @Param       body body Input true "The seat"
// @Success     201 {object} View "The new seat"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-seats [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeep(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		p, err := h.s.CreateSeat(ctx, user, in.seat())
		return httpx.Made{Path: path(p.Seat.ID), Version: p.Seat.Version, View: h.view(user, p)}, err
	}, families...)
}

// replace puts new content on a seat.
//
// @Summary     Replace a seat of the council
// @Description The whole content; a field left out is emptied. Who sits there stays.
// @Tags        council
// @ID          replaceCouncilSeat
// @Security    Bearer
// @Param       id   path string true "The seat's id"
// @Param       body body Input  true "The seat"
// @Success     200 {object} View "The seat as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-seats/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	seatID, err := httpx.Allowed(c, "id", seatType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		p, err := h.s.ReplaceSeat(ctx, user, seatID, version, in.seat())
		return httpx.Made{Path: path(p.Seat.ID), Version: p.Seat.Version, View: h.view(user, p)}, err
	}, families...)
}

// remove deletes a seat.
//
// @Summary     Delete a seat of the council
// @Description Only a seat on which nobody has sat; others are given a last day, so that their history stays.
// @Tags        council
// @ID          deleteCouncilSeat
// @Security    Bearer
// @Param       id path string true "The seat's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-seats/{id} [delete]
func (h handler) remove(c echo.Context) error {
	seatID, err := httpx.Allowed(c, "id", seatType, h.s.MayKeep)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteSeat(ctx, httpx.User(c), seatID, version)
	})
}
