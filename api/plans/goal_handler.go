package plans

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func goalPath(id string) string { return "/goals/" + id }

func (h handler) goalView(user auth.User, g Goal) GoalView {
	links := h.api.Self(goalPath(g.ID))
	h.api.Editable(links, EditableBy(user), goalPath(g.ID))
	links["up"] = h.api.Link("GET", path(g.PlanID))
	return g.view(links)
}

// listGoals gives purposes and goals.
//
// @Summary     List goals
// @Description Purposes, overarching and measurable goals, plan by plan in their order.
// @Tags        plans
// @ID          listGoals
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Param       plan  query string false "Only this plan's, by id"
// @Success     200 {object} GoalPage "A page of goals"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /goals [get]
func (h handler) listGoals(c echo.Context) error {
	q, err := httpx.Query[struct {
		httpx.Paging
		Plan string `query:"plan"`
	}](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[GoalPage](h.api, c, q.Paging, func(ctx context.Context) ([]GoalView, int, error) {
		goals, total, err := h.s.Goals(ctx, user, q.Plan, q.Offset(), q.Limit)
		return httpx.Each(goals, func(g Goal) GoalView { return h.goalView(user, g) }), total, err
	}, Family)
}

// getGoal gives one purpose or goal.
//
// @Summary     Read a goal
// @Description One purpose or goal of a plan.
// @Tags        plans
// @ID          getGoal
// @Param       id path string true "The goal's id"
// @Success     200 {object} GoalView "The goal"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /goals/{id} [get]
func (h handler) getGoal(c echo.Context) error {
	goalID, err := httpx.ID(c, "id", goalType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		g, err := h.s.Goal(ctx, user, goalID)
		return h.goalView(user, g), g.Version, err
	}, Family)
}

// createGoal makes a purpose or goal.
//
// @Summary     Create a goal
// @Description For the coordinator and administrators.
// @Tags        plans
// @ID          createGoal
// @Security    Bearer
// @Param       body body GoalInput true "The goal"
// @Success     201 {object} GoalView "The new goal"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /goals [post]
func (h handler) createGoal(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayEdit(user), func(ctx context.Context, in GoalInput) (httpx.Made, error) {
		g, err := h.s.CreateGoal(ctx, user, in.goal())
		return httpx.Made{Path: goalPath(g.ID), Version: g.Version, View: h.goalView(user, g)}, err
	}, Family)
}

// replaceGoal puts new content on a purpose or goal.
//
// @Summary     Replace a goal
// @Description The whole goal; a field left out is emptied. A goal stays in its plan.
// @Tags        plans
// @ID          replaceGoal
// @Security    Bearer
// @Param       id   path string    true "The goal's id"
// @Param       body body GoalInput true "The goal"
// @Success     200 {object} GoalView "The goal as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /goals/{id} [put]
func (h handler) replaceGoal(c echo.Context) error {
	user := httpx.User(c)
	goalID, err := httpx.Allowed(c, "id", goalType, h.s.MayChangeGoal)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in GoalInput, version int) (httpx.Made, error) {
		g, err := h.s.ReplaceGoal(ctx, user, goalID, version, in.goal())
		return httpx.Made{Path: goalPath(g.ID), Version: g.Version, View: h.goalView(user, g)}, err
	}, Family)
}

// removeGoal deletes a purpose or goal that no activity points at.
//
// @Summary     Delete a goal
// @Description Only a goal that no activity points at.
// @Tags        plans
// @ID          deleteGoal
// @Security    Bearer
// @Param       id path string true "The goal's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /goals/{id} [delete]
func (h handler) removeGoal(c echo.Context) error {
	user := httpx.User(c)
	goalID, err := httpx.Allowed(c, "id", goalType, h.s.MayChangeGoal)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteGoal(ctx, user, goalID, version)
	})
}
