package activities

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

func (h handler) mountStates() {
	h.api.PUT("/activities/:id/completion", h.complete)
	h.api.DELETE("/activities/:id/completion", h.reopen)
	h.api.PUT("/activities/:id/status-override", h.override)
	h.api.DELETE("/activities/:id/status-override", h.takeBackOverride)
	h.api.PUT("/activities/:id/cancellation", h.cancel)
	h.api.DELETE("/activities/:id/cancellation", h.resume)
	h.api.PUT("/activities/:id/merger", h.merge)
	h.api.PUT("/activities/:id/confirmation", h.confirm)
	h.api.GET("/plans/:id/matrix-cells", h.matrix)
}

// without reads what a verb without a body needs: the id and the version.
func (h handler) without(c echo.Context) (activityID string, version int, err error) {
	if activityID, err = h.changeable(c); err != nil {
		return "", 0, err
	}
	version, err = httpx.IfMatch(c)
	return activityID, version, err
}

// complete marks an activity as done.
//
// @Summary     Mark an activity as done
// @Description With the day it was done, which may be known only to the month or year.
// @Tags        activities
// @ID          completeActivity
// @Security    Bearer
// @Param       id   path string          true "The activity's id"
// @Param       body body CompletionInput true "When"
// @Success     200 {object} View "The activity as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/completion [put]
func (h handler) complete(c echo.Context) error {
	activityID, err := h.changeable(c)
	if err != nil {
		return err
	}
	in, version, err := httpx.Change[CompletionInput](c)
	if err != nil {
		return err
	}
	if !in.On.Known() { // an empty body is not a way to take it back
		in.On.Precision = day.ToDay
	}
	w, err := h.s.Complete(c.Request().Context(), httpx.User(c), activityID, version, day.From(&in.On))
	return h.changed(c, w, err)
}

// reopen takes the mark of done away.
//
// @Summary     Take back that an activity is done
// @Description The status is made anew from parts, milestones and reports.
// @Tags        activities
// @ID          reopenActivity
// @Security    Bearer
// @Param       id path string true "The activity's id"
// @Success     200 {object} View "The activity as it now is"
// @Failure     412 {object} problem.Problem "Stale"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/completion [delete]
func (h handler) reopen(c echo.Context) error {
	activityID, version, err := h.without(c)
	if err != nil {
		return err
	}
	w, err := h.s.Complete(c.Request().Context(), httpx.User(c), activityID, version, day.Dated{})
	return h.changed(c, w, err)
}

// override sets a status by hand.
//
// @Summary     Set a status by hand
// @Description With a reason that everyone sees, and a last day or until it is taken back.
// @Tags        activities
// @ID          overrideActivityStatus
// @Security    Bearer
// @Param       id   path string        true "The activity's id"
// @Param       body body OverrideInput true "The status and why"
// @Success     200 {object} View "The activity as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/status-override [put]
func (h handler) override(c echo.Context) error {
	activityID, err := h.changeable(c)
	if err != nil {
		return err
	}
	in, version, err := httpx.Change[OverrideInput](c)
	if err != nil {
		return err
	}
	o := Override{Status: in.Status, Reason: in.Reason, Until: in.Until}
	if o == (Override{}) {
		o.Status = "unset" // an empty body is not a way to take it back
	}
	w, err := h.s.OverrideStatus(c.Request().Context(), httpx.User(c), activityID, version, o)
	return h.changed(c, w, err)
}

// takeBackOverride lets the facts decide again.
//
// @Summary     Take back a status set by hand
// @Description The status is made anew from parts, milestones and reports.
// @Tags        activities
// @ID          takeBackActivityStatus
// @Security    Bearer
// @Param       id path string true "The activity's id"
// @Success     200 {object} View "The activity as it now is"
// @Failure     412 {object} problem.Problem "Stale"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/status-override [delete]
func (h handler) takeBackOverride(c echo.Context) error {
	activityID, version, err := h.without(c)
	if err != nil {
		return err
	}
	w, err := h.s.OverrideStatus(c.Request().Context(), httpx.User(c), activityID, version, Override{})
	return h.changed(c, w, err)
}

// cancel stops an activity.
//
// @Summary     Cancel an activity
// @Description From a day on, with a reason that everyone sees.
// @Tags        activities
// @ID          cancelActivity
// @Security    Bearer
// @Param       id   path string            true "The activity's id"
// @Param       body body CancellationInput true "When and why"
// @Success     200 {object} View "The activity as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/cancellation [put]
func (h handler) cancel(c echo.Context) error {
	activityID, err := h.changeable(c)
	if err != nil {
		return err
	}
	in, version, err := httpx.Change[CancellationInput](c)
	if err != nil {
		return err
	}
	if in.On == "" {
		in.On = h.s.clock.Today()
	}
	w, err := h.s.Cancel(c.Request().Context(), httpx.User(c), activityID, version, in.On, in.Reason)
	return h.changed(c, w, err)
}

// resume takes a cancellation back.
//
// @Summary     Take back a cancellation
// @Description The status is made anew from parts, milestones and reports.
// @Tags        activities
// @ID          resumeActivity
// @Security    Bearer
// @Param       id path string true "The activity's id"
// @Success     200 {object} View "The activity as it now is"
// @Failure     412 {object} problem.Problem "Stale"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/cancellation [delete]
func (h handler) resume(c echo.Context) error {
	activityID, version, err := h.without(c)
	if err != nil {
		return err
	}
	w, err := h.s.Cancel(c.Request().Context(), httpx.User(c), activityID, version, "", "")
	return h.changed(c, w, err)
}

// merge lets an activity go up in another.
//
// @Summary     Merge an activity into another
// @Description It keeps its id, reports and history and points at the one that takes over.
// @Tags        activities
// @ID          mergeActivity
// @Security    Bearer
// @Param       id   path string      true "The activity's id"
// @Param       body body MergerInput true "The one that takes over"
// @Success     200 {object} View "The activity as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/merger [put]
func (h handler) merge(c echo.Context) error {
	activityID, err := h.changeable(c)
	if err != nil {
		return err
	}
	in, version, err := httpx.Change[MergerInput](c)
	if err != nil {
		return err
	}
	w, err := h.s.Merge(c.Request().Context(), httpx.User(c), activityID, version, in.IntoID)
	return h.changed(c, w, err)
}

// confirm says that our interpretation is right.
//
// @Summary     Confirm an activity's interpretations
// @Description What was our reading of the plan, on the activity, its responsibilities and milestones, becomes the municipality's word.
// @Tags        activities
// @ID          confirmActivity
// @Security    Bearer
// @Param       id path string true "The activity's id"
// @Success     200 {object} View "The activity as it now is"
// @Failure     412 {object} problem.Problem "Stale"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/confirmation [put]
func (h handler) confirm(c echo.Context) error {
	activityID, version, err := h.without(c)
	if err != nil {
		return err
	}
	w, err := h.s.Confirm(c.Request().Context(), httpx.User(c), activityID, version)
	return h.changed(c, w, err)
}

// matrix crosses violence areas with bodies.
//
// @Summary     Violence areas × bodies
// @Description How many activities each body answers for today in each violence area. Crossings without activities are left out; activities without area stand under an absent violenceAreaId.
// @Tags        activities
// @ID          listMatrixCells
// @Param       id    path  string true  "The plan's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} MatrixPage "A page of cells"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/matrix-cells [get]
func (h handler) matrix(c echo.Context) error {
	planID, err := httpx.ID(c, "id", "plan")
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		cells, err := h.s.Matrix(ctx, httpx.User(c), planID)
		if err != nil {
			return nil, 0, err
		}
		page := MatrixPage{Items: []MatrixCell{}}
		for _, cell := range httpx.Slice(cells, q.Paging) {
			page.Items = append(page.Items, MatrixCell{cell.AreaID, cell.BodyID, len(cell.ActivityIDs), cell.ActivityIDs})
		}
		page.Meta, page.Links = h.api.PageOf(c, q.Paging, len(cells), len(page.Items))
		return page, 0, nil
	}, families...)
}
