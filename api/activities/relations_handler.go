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
	activityID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		rows, total, err := h.s.Dependencies(ctx, httpx.User(c), activityID, q.Offset(), q.Limit)
		if err != nil {
			return nil, 0, err
		}
		page := DependencyPage{Items: make([]DependencyView, len(rows))}
		for i, d := range rows {
			page.Items[i] = h.dependencyView(httpx.User(c), d)
		}
		page.Meta, page.Links = h.api.PageOf(c, q.Paging, total, len(rows))
		return page, 0, nil
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
	activityID, err := h.changeable(c)
	if err != nil {
		return err
	}
	in, err := httpx.Body[DependencyInput](c)
	if err != nil {
		return err
	}
	d, err := h.s.AddDependency(c.Request().Context(), httpx.User(c), activityID, in.BeforeID)
	if err != nil {
		return err
	}
	return h.api.Created(c, path(activityID)+"/dependencies/"+d.ID, d.Version, h.dependencyView(httpx.User(c), d), families...)
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
	activityID, dependencyID, err := rowOf(c, "dependencyId", "dependency")
	if err != nil {
		return err
	}
	ctx, user := c.Request().Context(), httpx.User(c)
	if _, err := h.s.Dependency(ctx, user, activityID, dependencyID); err != nil {
		return err
	}
	if err := mayEdit(user); err != nil {
		return err
	}
	version, err := httpx.IfMatch(c)
	if err != nil {
		return err
	}
	if err := h.s.DeleteDependency(ctx, user, activityID, dependencyID, version); err != nil {
		return err
	}
	return httpx.Deleted(c)
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
	activityID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	ctx, user := c.Request().Context(), httpx.User(c)
	if err := h.s.MayWriteNotes(ctx, user, activityID); err != nil {
		return err
	}
	in, version, err := httpx.Change[InternalNoteInput](c)
	if err != nil {
		return err
	}
	n, err := h.s.WriteNotes(ctx, user, activityID, version, in.Text)
	if err != nil {
		return err
	}
	return h.api.OK(c, n.Version, h.noteView(n), families...)
}
