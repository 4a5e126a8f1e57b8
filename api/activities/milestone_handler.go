package activities

import (
	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
)

func (h handler) mountMilestones() {
	h.api.GET("/activities/:id/milestones", h.listMilestones)
	h.api.POST("/activities/:id/milestones", h.createMilestone)
	h.api.GET("/activities/:id/milestones/:milestoneId", h.getMilestone)
	h.api.PUT("/activities/:id/milestones/:milestoneId", h.replaceMilestone)
	h.api.DELETE("/activities/:id/milestones/:milestoneId", h.deleteMilestone)
}

func (h handler) milestoneView(user auth.User, m Milestone) MilestoneView {
	self := path(m.ActivityID) + "/milestones/" + m.ID
	links := h.api.Self(self)
	h.api.Editable(links, user.May(auth.EditActivities), self)
	return MilestoneView{ID: m.ID, ActivityID: m.ActivityID, MilestoneInput: m.input(), IsLate: m.LateOn(h.s.clock.Today()),
		Version: m.Version, CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt, Links: links}
}

// listMilestones gives the dated steps of an activity.
//
// @Summary     List milestones
// @Description The dated steps of an activity, by day; some come back.
// @Tags        activities
// @ID          listMilestones
// @Param       id    path  string true  "The activity's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} MilestonePage "A page of milestones"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/milestones [get]
func (h handler) listMilestones(c echo.Context) error {
	return listRows[MilestonePage](h, c, milestoneDetail, h.milestoneView)
}

// getMilestone gives one milestone.
//
// @Summary     Read a milestone
// @Description One milestone of an activity.
// @Tags        activities
// @ID          getMilestone
// @Param       id    path string true "The activity's id"
// @Param       milestoneId path string true "The milestone's id"
// @Success     200 {object} MilestoneView "The milestone"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/milestones/{milestoneId} [get]
func (h handler) getMilestone(c echo.Context) error {
	return getRow(h, c, milestoneDetail, h.milestoneView)
}

// createMilestone adds a milestone.
//
// @Summary     Add a milestone
// @Description For the coordinator and administrators.
// @Tags        activities
// @ID          createMilestone
// @Security    Bearer
// @Param       id   path string true "The activity's id"
// @Param       body body MilestoneInput true "The milestone"
// @Success     201 {object} MilestoneView "The new milestone"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/milestones [post]
func (h handler) createMilestone(c echo.Context) error {
	return createRow(h, c, milestoneDetail, MilestoneInput.row, h.milestoneView)
}

// replaceMilestone puts new content on a milestone.
//
// @Summary     Replace a milestone
// @Description The whole content; a field left out is emptied.
// @Tags        activities
// @ID          replaceMilestone
// @Security    Bearer
// @Param       id    path string true "The activity's id"
// @Param       milestoneId path string true "The milestone's id"
// @Param       body  body MilestoneInput true "The milestone"
// @Success     200 {object} MilestoneView "The milestone as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/milestones/{milestoneId} [put]
func (h handler) replaceMilestone(c echo.Context) error {
	return replaceRow(h, c, milestoneDetail, MilestoneInput.row, h.milestoneView)
}

// deleteMilestone takes a milestone away.
//
// @Summary     Delete a milestone
// @Description For what was entered by mistake; what has ended gets a last day instead.
// @Tags        activities
// @ID          deleteMilestone
// @Security    Bearer
// @Param       id    path string true "The activity's id"
// @Param       milestoneId path string true "The milestone's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/milestones/{milestoneId} [delete]
func (h handler) deleteMilestone(c echo.Context) error {
	return deleteRow(h, c, milestoneDetail)
}
