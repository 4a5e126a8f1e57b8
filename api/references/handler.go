package references

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

// families are what a view depends on: whose names are shown, and which plans are published.
var families = []string{Family, "plan", accounts.Family, boards.Family}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/reference-members", h.list)
	api.POST("/reference-members", h.create)
	api.GET("/reference-members/:id", h.get)
	api.PUT("/reference-members/:id", h.replace)
	api.DELETE("/reference-members/:id", h.remove)
	h.mountCallings()
}

func path(id string) string { return "/reference-members/" + id }

func (h handler) view(user auth.User, m Seen) View {
	links, today := h.api.Self(path(m.ID)), h.s.clock.Today()
	h.api.Editable(links, user.May(auth.KeepReferences), path(m.ID))
	links["callings"] = h.api.Link(http.MethodGet, path(m.ID)+"/callings")
	links.Allow(user.May(auth.KeepReferences) && m.Group == Called && (m.ValidTo == "" || today <= m.ValidTo),
		"call", h.api.Link(http.MethodPost, "/reference-callings"))
	return View{ID: m.ID, Input: m.input(), Name: m.Name, InForce: m.InForce(today), CalledNow: m.CalledNow,
		Version: m.Version, CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt, Links: links}
}

type listQuery struct {
	httpx.Paging
	Group string  `query:"group" oneof:"called drafting"`
	Body  string  `query:"body"`
	On    day.Day `query:"on"`
}

// list gives the members.
//
// @Summary     List members of the reference group
// @Description By group, then by role in Swedish order. Names only where the person shows it or has agreed to it, or to those who see who sits in the council.
// @Tags        references
// @ID          listReferenceMembers
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Param       group query string false "Only those who are called in, or those who drafted the plan" Enums(called, drafting)
// @Param       body  query string false "Only members from this body, by id"
// @Param       on    query string false "Only members on this day" Format(date)
// @Success     200 {object} Page "A page of members"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-members [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		found, total, err := h.s.Members(ctx, user, Filter{Group: Group(q.Group), Body: q.Body, On: q.On, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(found, func(m Seen) View { return h.view(user, m) }), total, err
	}, families...)
}

// get gives one member.
//
// @Summary     Read a member of the reference group
// @Description One member, with the name where this reader may know it.
// @Tags        references
// @ID          getReferenceMember
// @Param       id path string true "The member's id"
// @Success     200 {object} View "The member"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-members/{id} [get]
func (h handler) get(c echo.Context) error {
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
		return h.view(user, m), m.Version, nil
	}, families...)
}

// create makes a member.
//
// @Summary     Add a member of the reference group
// @Description For the coordinator and administrators. Somebody without an account is named only with the day on which the person agreed to it.
// @Tags        references
// @ID          createReferenceMember
// @Security    Bearer
// @Param       body body Input true "The member"
// @Success     201 {object} View "The new member"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-members [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeep(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		m, err := h.s.CreateMember(ctx, user, in.member())
		return httpx.Made{Path: path(m.ID), Version: m.Version, View: h.view(user, m)}, err
	}, families...)
}

// replace puts new content on a member.
//
// @Summary     Replace a member of the reference group
// @Description The whole content; a field left out is emptied. A name is taken back by leaving namedAs out.
// @Tags        references
// @ID          replaceReferenceMember
// @Security    Bearer
// @Param       id   path string true "The member's id"
// @Param       body body Input  true "The member"
// @Success     200 {object} View "The member as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-members/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	memberID, err := httpx.Allowed(c, "id", memberType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		m, err := h.s.ReplaceMember(ctx, user, memberID, version, in.member())
		return httpx.Made{Path: path(m.ID), Version: m.Version, View: h.view(user, m)}, err
	}, families...)
}

// remove deletes a member.
//
// @Summary     Delete a member of the reference group
// @Description Only one who was never called in; others are given a last day, so that it can be read who was called to what.
// @Tags        references
// @ID          deleteReferenceMember
// @Security    Bearer
// @Param       id path string true "The member's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /reference-members/{id} [delete]
func (h handler) remove(c echo.Context) error {
	memberID, err := httpx.Allowed(c, "id", memberType, h.s.MayKeep)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteMember(ctx, httpx.User(c), memberID, version)
	})
}
