package plans

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/plans", h.list)
	api.POST("/plans", h.create)
	api.GET("/plans/:id", h.get)
	api.PUT("/plans/:id", h.replace)
	api.DELETE("/plans/:id", h.remove)

	api.GET("/plans/:id/sections", h.listSections)
	api.POST("/plans/:id/sections", h.createSection)
	api.GET("/plans/:id/sections/:sectionId", h.getSection)
	api.PUT("/plans/:id/sections/:sectionId", h.replaceSection)
	api.DELETE("/plans/:id/sections/:sectionId", h.removeSection)

	api.GET("/plans/:id/versions", h.listVersions)
	api.POST("/plans/:id/versions", h.createVersion)
	api.GET("/plans/:id/versions/:versionId", h.getVersion)
	api.GET("/plans/:id/versions/:versionId/package", h.getPackage)
	api.GET("/plans/:id/comparisons", h.compare)

	api.GET("/plans/:id/reporting-rounds", h.listRounds)
	api.POST("/plans/:id/reporting-rounds", h.createRound)
	api.GET("/plans/:id/reporting-rounds/:roundId", h.getRound)
	api.PUT("/plans/:id/reporting-rounds/:roundId", h.replaceRound)
	api.DELETE("/plans/:id/reporting-rounds/:roundId", h.removeRound)

	api.GET("/goals", h.listGoals)
	api.POST("/goals", h.createGoal)
	api.GET("/goals/:id", h.getGoal)
	api.PUT("/goals/:id", h.replaceGoal)
	api.DELETE("/goals/:id", h.removeGoal)

	api.GET("/violence-areas", h.listAreas)
	api.POST("/violence-areas", h.createArea)
	api.GET("/violence-areas/:id", h.getArea)
	api.PUT("/violence-areas/:id", h.replaceArea)
	api.DELETE("/violence-areas/:id", h.removeArea)

	api.GET("/target-groups", h.listGroups)
	api.POST("/target-groups", h.createGroup)
	api.GET("/target-groups/:id", h.getGroup)
	api.PUT("/target-groups/:id", h.replaceGroup)
	api.DELETE("/target-groups/:id", h.removeGroup)
}

func path(id string) string { return "/plans/" + id }

func (h handler) view(user auth.User, p Plan) View {
	self := path(p.ID)
	links := h.api.Self(self)
	h.api.Editable(links, EditableBy(user), self)
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+p.ID))
	links["contents"] = h.api.Link(http.MethodGet, self+"/sections")
	links["version-history"] = h.api.Link(http.MethodGet, self+"/versions")
	links.Allow(EditableBy(user), "freeze", h.api.Link(http.MethodPost, self+"/versions"))
	links.Allow(EditableBy(user), "addSection", h.api.Link(http.MethodPost, self+"/sections"))
	if p.ParentID != nil {
		links["up"] = h.api.Link(http.MethodGet, path(*p.ParentID))
	}
	if p.SupersedesID != nil {
		links["predecessor-version"] = h.api.Link(http.MethodGet, path(*p.SupersedesID))
	}
	return p.view(h.s.clock.Today(), links)
}

type listQuery struct {
	httpx.Paging
	Key    string `query:"key"`
	Status string `query:"status" oneof:"draft published"`
	Sort   string `query:"sort" oneof:"name -name period -period"`
}

// list gives the plans.
//
// @Summary     List plans
// @Description Published plans; drafts too for the coordinator and administrators. The newest period first.
// @Tags        plans
// @ID          listPlans
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Param       sort   query string false "Order" Enums(name, -name, period, -period)
// @Param       key    query string false "Only the plan with this key"
// @Param       status query string false "Only plans in this state" Enums(draft, published)
// @Success     200 {object} Page "A page of plans"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	f := Filter{Key: q.Key, Status: Status(q.Status), Sort: q.Sort, Offset: q.Offset(), Limit: q.Limit}
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		plans, total, err := h.s.List(ctx, user, f)
		return httpx.Each(plans, func(p Plan) View { return h.view(user, p) }), total, err
	}, Family)
}

// get gives one plan.
//
// @Summary     Read a plan
// @Description The plan's head: names, owners, decision, period, parts. Its texts are sections.
// @Tags        plans
// @ID          getPlan
// @Param       id path string true "The plan's id"
// @Success     200 {object} View "The plan"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id} [get]
func (h handler) get(c echo.Context) error {
	planID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		p, err := h.s.Get(ctx, user, planID)
		return h.view(user, p), p.Version, err
	}, Family)
}

// create makes a plan.
//
// @Summary     Create a plan
// @Description For the coordinator and administrators. A plan usually begins as a draft.
// @Tags        plans
// @ID          createPlan
// @Security    Bearer
// @Param       body body Input true "The plan"
// @Success     201 {object} View "The new plan"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayEdit(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		p, err := h.s.Create(ctx, user, in.plan())
		return httpx.Made{Path: path(p.ID), Version: p.Version, View: h.view(user, p)}, err
	}, Family)
}

// replace puts new content on a plan.
//
// @Summary     Replace a plan
// @Description The whole head; a field left out is emptied. Publishing is setting the status.
// @Tags        plans
// @ID          replacePlan
// @Security    Bearer
// @Param       id   path string true "The plan's id"
// @Param       body body Input  true "The plan"
// @Success     200 {object} View "The plan as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	planID, err := h.writable(c)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		p, err := h.s.Replace(ctx, user, planID, version, in.plan())
		return httpx.Made{Path: path(p.ID), Version: p.Version, View: h.view(user, p)}, err
	}, Family)
}

// remove deletes a plan that nothing belongs to.
//
// @Summary     Delete a plan
// @Description Only a plan without sections, goals, activities and versions; an old plan stays as history.
// @Tags        plans
// @ID          deletePlan
// @Security    Bearer
// @Param       id path string true "The plan's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id} [delete]
func (h handler) remove(c echo.Context) error {
	user := httpx.User(c)
	planID, err := h.writable(c)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, user, planID, version)
	})
}

// writable gives the id of the plan in the path, to those who may write in it.
func (h handler) writable(c echo.Context) (string, error) {
	return httpx.Allowed(c, "id", objectType, h.s.MayChange)
}

// inPlan gives the ids of a thing in the path and of the plan it stands under.
func inPlan(c echo.Context, name, what string) (planID, thingID string, err error) {
	if planID, err = httpx.ID(c, "id", objectType); err != nil {
		return "", "", err
	}
	thingID, err = httpx.ID(c, name, what)
	return planID, thingID, err
}

// writableIn is inPlan for those who may change the thing.
func writableIn(c echo.Context, name, what string, may func(ctx context.Context, user auth.User, planID, thingID string) error) (planID, thingID string, err error) {
	if planID, thingID, err = inPlan(c, name, what); err != nil {
		return "", "", err
	}
	return planID, thingID, may(c.Request().Context(), httpx.User(c), planID, thingID)
}
