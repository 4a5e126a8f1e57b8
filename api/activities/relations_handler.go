package activities

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountRelations() {
	h.api.GET("/activities/:id/dependencies", h.listDependencies)
	h.api.POST("/activities/:id/dependencies", h.createDependency)
	h.api.GET("/activities/:id/dependencies/:dependencyId", h.getDependency)
	h.api.DELETE("/activities/:id/dependencies/:dependencyId", h.deleteDependency)
	h.api.GET("/activities/:id/internal-notes", h.getNotes)
	h.api.PUT("/activities/:id/internal-notes", h.replaceNotes)
}

func (h handler) dependencyView(user auth.User, d Dependency) DependencyView {
	self := path(d.ActivityID) + "/dependencies/" + d.ID
	links := h.api.Self(self)
	links.Allow(user.May(auth.EditActivities), "delete", h.api.Link(http.MethodDelete, self))
	links["before"] = h.api.Link(http.MethodGet, path(d.BeforeID))
	return DependencyView{ID: d.ID, ActivityID: d.ActivityID, DependencyInput: DependencyInput{d.BeforeID},
		Version: d.Version, CreatedAt: d.CreatedAt, Links: links}
}

// listDependencies gives what comes before an activity.
//
// @Summary     List dependencies
// @Description The activities of the same plan that come before this one.
// @Tags        activities
// @ID          listDependencies
// @Param       id    path  string true  "The activity's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} DependencyPage "A page of dependencies"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/dependencies [get]
func (h handler) listDependencies(c echo.Context) error {
	activityID, paging, err := httpx.Under(c, objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[DependencyPage](h.api, c, paging, func(ctx context.Context) ([]DependencyView, int, error) {
		rows, total, err := h.s.Dependencies(ctx, user, activityID, paging.Offset(), paging.Limit)
		return httpx.Each(rows, func(d Dependency) DependencyView { return h.dependencyView(user, d) }), total, err
	}, families...)
}

// getDependency gives one before/after pair.
//
// @Summary     Read a dependency
// @Description One activity that comes before this one.
// @Tags        activities
// @ID          getDependency
// @Param       id           path string true "The activity's id"
// @Param       dependencyId path string true "The dependency's id"
// @Success     200 {object} DependencyView "The dependency"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/dependencies/{dependencyId} [get]
func (h handler) getDependency(c echo.Context) error {
	activityID, dependencyID, err := rowOf(c, "dependencyId", "dependency")
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		d, err := h.s.Dependency(ctx, httpx.User(c), activityID, dependencyID)
		return h.dependencyView(httpx.User(c), d), d.Version, err
	}, families...)
}

// createDependency says what comes before.
//
// @Summary     Add a dependency
// @Description For the coordinator and administrators. A circle is refused.
// @Tags        activities
// @ID          createDependency
// @Security    Bearer
// @Param       id   path string          true "The activity's id"
// @Param       body body DependencyInput true "What comes before"
// @Success     201 {object} DependencyView "The new dependency"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/dependencies [post]
func (h handler) createDependency(c echo.Context) error {
	user := httpx.User(c)
	activityID, err := h.changeable(c)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in DependencyInput) (httpx.Made, error) {
		d, err := h.s.AddDependency(ctx, user, activityID, in.BeforeID)
		return httpx.Made{Path: path(activityID) + "/dependencies/" + d.ID, Version: d.Version, View: h.dependencyView(user, d)}, err
	}, families...)
}

// deleteDependency takes a before/after pair away.
//
// @Summary     Delete a dependency
// @Description For the coordinator and administrators.
// @Tags        activities
// @ID          deleteDependency
// @Security    Bearer
// @Param       id           path string true "The activity's id"
// @Param       dependencyId path string true "The dependency's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/dependencies/{dependencyId} [delete]
func (h handler) deleteDependency(c echo.Context) error {
	user := httpx.User(c)
	activityID, dependencyID, err := changeableRow(c, "dependencyId", "dependency", h.s.MayChangeDependency)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteDependency(ctx, user, activityID, dependencyID, version)
	})
}

func (h handler) noteView(n InternalNote) InternalNoteView {
	self := path(n.ActivityID) + "/internal-notes"
	links := h.api.Self(self)
	links["edit"] = h.api.Link(http.MethodPut, self) // who may read them may write them
	return InternalNoteView{ActivityID: n.ActivityID, InternalNoteInput: InternalNoteInput{n.Text}, Version: n.Version, Links: links}
}

// getNotes gives the internal notes.
//
// @Summary     Read the internal notes
// @Description For the coordinator and those who answer for the activity. Never about a single person's case.
// @Tags        activities
// @ID          getInternalNotes
// @Security    Bearer
// @Param       id path string true "The activity's id"
// @Success     200 {object} InternalNoteView "The notes"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/internal-notes [get]
func (h handler) getNotes(c echo.Context) error {
	activityID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		n, err := h.s.Notes(ctx, httpx.User(c), activityID)
		return h.noteView(n), n.Version, err
	}, families...)
}

// replaceNotes puts new text in the internal notes.
//
// @Summary     Replace the internal notes
// @Description Text and version of their own, so that notes never stand in the way of who edits the activity. If-Match is "0" the first time.
// @Tags        activities
// @ID          replaceInternalNotes
// @Security    Bearer
// @Param       id   path string            true "The activity's id"
// @Param       body body InternalNoteInput true "The notes"
// @Success     200 {object} InternalNoteView "The notes as they now are"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/internal-notes [put]
func (h handler) replaceNotes(c echo.Context) error {
	user := httpx.User(c)
	activityID, err := httpx.Allowed(c, "id", objectType, h.s.MayWriteNotes)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in InternalNoteInput, version int) (httpx.Made, error) {
		n, err := h.s.WriteNotes(ctx, user, activityID, version, in.Text)
		return httpx.Made{Version: n.Version, View: h.noteView(n)}, err
	}, families...)
}
