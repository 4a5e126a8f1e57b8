package activities

import (
	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
)

func (h handler) mountResponsibilities() {
	h.api.GET("/activities/:id/responsibilities", h.listResponsibilities)
	h.api.POST("/activities/:id/responsibilities", h.createResponsibility)
	h.api.GET("/activities/:id/responsibilities/:responsibilityId", h.getResponsibility)
	h.api.PUT("/activities/:id/responsibilities/:responsibilityId", h.replaceResponsibility)
	h.api.DELETE("/activities/:id/responsibilities/:responsibilityId", h.deleteResponsibility)
}

func (h handler) responsibilityView(user auth.User, r Responsibility) ResponsibilityView {
	self := path(r.ActivityID) + "/responsibilities/" + r.ID
	links := h.api.Self(self)
	h.api.Editable(links, user.May(auth.EditActivities), self)
	return ResponsibilityView{ID: r.ID, ActivityID: r.ActivityID, ResponsibilityInput: r.input(),
		Version: r.Version, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt, Links: links}
}

// listResponsibilities gives who answers for an activity, in order.
//
// @Summary     List responsibilities
// @Description Who answers, carries out and supports, in order; a later one of a role takes over from an earlier one.
// @Tags        activities
// @ID          listResponsibilities
// @Param       id    path  string true  "The activity's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} ResponsibilityPage "A page of responsibilities"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/responsibilities [get]
func (h handler) listResponsibilities(c echo.Context) error {
	return listRows[ResponsibilityPage](h, c, responsibilityDetail, h.responsibilityView)
}

// getResponsibility gives one responsibility.
//
// @Summary     Read a responsibility
// @Description One responsibility of an activity.
// @Tags        activities
// @ID          getResponsibility
// @Param       id    path string true "The activity's id"
// @Param       responsibilityId path string true "The responsibility's id"
// @Success     200 {object} ResponsibilityView "The responsibility"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/responsibilities/{responsibilityId} [get]
func (h handler) getResponsibility(c echo.Context) error {
	return getRow(h, c, responsibilityDetail, h.responsibilityView)
}

// createResponsibility adds a responsibility.
//
// @Summary     Add a responsibility
// @Description For the coordinator and administrators.
// @Tags        activities
// @ID          createResponsibility
// @Security    Bearer
// @Param       id   path string true "The activity's id"
// @Param       body body ResponsibilityInput true "The responsibility"
// @Success     201 {object} ResponsibilityView "The new responsibility"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/responsibilities [post]
func (h handler) createResponsibility(c echo.Context) error {
	return createRow(h, c, responsibilityDetail, ResponsibilityInput.row, h.responsibilityView)
}

// replaceResponsibility puts new content on a responsibility.
//
// @Summary     Replace a responsibility
// @Description The whole content; a field left out is emptied.
// @Tags        activities
// @ID          replaceResponsibility
// @Security    Bearer
// @Param       id    path string true "The activity's id"
// @Param       responsibilityId path string true "The responsibility's id"
// @Param       body  body ResponsibilityInput true "The responsibility"
// @Success     200 {object} ResponsibilityView "The responsibility as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/responsibilities/{responsibilityId} [put]
func (h handler) replaceResponsibility(c echo.Context) error {
	return replaceRow(h, c, responsibilityDetail, ResponsibilityInput.row, h.responsibilityView)
}

// deleteResponsibility takes a responsibility away.
//
// @Summary     Delete a responsibility
// @Description For what was entered by mistake; what has ended gets a last day instead.
// @Tags        activities
// @ID          deleteResponsibility
// @Security    Bearer
// @Param       id    path string true "The activity's id"
// @Param       responsibilityId path string true "The responsibility's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/responsibilities/{responsibilityId} [delete]
func (h handler) deleteResponsibility(c echo.Context) error {
	return deleteRow(h, c, responsibilityDetail)
}
