package council

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

// contactFamilies are what the contact persons depend on.
var contactFamilies = []string{accounts.Family, boards.Family}

func (h handler) mountContacts() {
	h.api.GET("/contact-persons", h.listContacts)
	h.api.GET("/units/:id/contact-persons", h.contactHistory)
}

// contact is one contact person, as far as the user may know.
func (h handler) contact(user auth.User, held accounts.Holding, known accounts.Known) ContactPersonView {
	card, userID := known.Everyone, ""
	if user.May(auth.ReadCouncil) {
		card, userID = known.Colleagues, held.UserID
	}
	return ContactPersonView{Person: personOf(card, userID), From: held.Span.From, To: held.Span.To, State: since(held, h.s.clock.Today())}
}

type contactQuery struct {
	httpx.Paging
	Unit    string `query:"unit"`
	Board   string `query:"board"`
	Missing string `query:"missing" oneof:"true false"`
}

// listContacts gives the units with their contact persons.
//
// @Summary     List units with their contact persons
// @Description The units in force today, by name, each with its contact persons or without any. Names only where the person shows it, or to those who see who sits in the council.
// @Tags        council
// @ID          listContactPersons
// @Param       page    query int    false "Page, from 1"
// @Param       limit   query int    false "Items a page, 1–100"
// @Param       unit    query string false "Only this unit, by id"
// @Param       board   query string false "Only units under this body, by id"
// @Param       missing query string false "Only units without a contact person, or with one" Enums(true, false)
// @Success     200 {object} UnitContactsPage "A page of units"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /contact-persons [get]
func (h handler) listContacts(c echo.Context) error {
	q, err := httpx.Query[contactQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[UnitContactsPage](h.api, c, q.Paging, func(ctx context.Context) ([]UnitContactsView, int, error) {
		page, total, err := h.s.Contacts(ctx, ContactFilter{Unit: q.Unit, Board: q.Board, Missing: q.Missing, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(page.Units, func(m Manned) UnitContactsView { return h.unitView(user, m, page.known) }), total, err
	}, contactFamilies...)
}

func (h handler) unitView(user auth.User, m Manned, known map[string]accounts.Known) UnitContactsView {
	u := m.Unit
	links := httpx.Links{"unit": h.api.Link(http.MethodGet, "/boards/"+u.ID), "history": h.api.Link(http.MethodGet, "/units/"+u.ID+"/contact-persons")}
	links.Allow(user.May(auth.KeepUsers), "invite", h.api.Link(http.MethodPost, "/users"))
	return UnitContactsView{UnitID: u.ID, UnitNames: accounts.Words{Sv: u.NameSv, En: u.NameEn}, ParentID: u.ParentID,
		State: m.State, IsMissing: len(m.Contacts) == 0, EndsOn: m.EndsOn, Links: links,
		Contacts: httpx.Each(m.Contacts, func(held accounts.Holding) ContactPersonView { return h.contact(user, held, known[held.UserID]) })}
}

// contactHistory gives a unit's contact persons through the years.
//
// @Summary     List the contact persons of a unit
// @Description All that the unit has had and those who are to come, the latest first.
// @Tags        council
// @ID          listContactPersonsOfUnit
// @Param       id    path  string true  "The unit's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} ContactPersonPage "A page of contact persons"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /units/{id}/contact-persons [get]
func (h handler) contactHistory(c echo.Context) error {
	unitID, paging, err := httpx.Under(c, "unit")
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[ContactPersonPage](h.api, c, paging, func(ctx context.Context) ([]ContactPersonView, int, error) {
		all, known, err := h.s.ContactHistory(ctx, unitID)
		page := httpx.Slice(all, paging)
		return httpx.Each(page, func(held accounts.Holding) ContactPersonView { return h.contact(user, held, known[held.UserID]) }), len(all), err
	}, contactFamilies...)
}
