package invitations

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

func (h handler) mountStaffLetters() {
	h.api.GET("/surveys/:id/staff-letters", h.staffSendings)
	h.api.POST("/surveys/:id/staff-letters", h.writeToStaff)
}

func staffLettersPath(surveyID string) string { return "/surveys/" + surveyID + "/staff-letters" }

func (h handler) sendingView(s SentToGroup) StaffSendingView {
	return s.view(httpx.Links{"survey": h.api.Link(http.MethodGet, "/surveys/"+s.SurveyID)})
}

// staffSendings gives how letters to employees went.
//
// @Summary     List the letters to groups of employees
// @Description How many letters went to each group, in which week, and how it went; the newest first. To whom is not kept.
// @Tags        invitations
// @ID          listSurveyStaffLetters
// @Security    Bearer
// @Param       id    path  string true  "The round's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} StaffSendingPage "A page of sendings"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/staff-letters [get]
func (h handler) staffSendings(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayInvite)
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	return httpx.LiveList[StaffSendingPage](h.api, c, q.Paging, func(ctx context.Context) ([]StaffSendingView, int, error) {
		rows, total, err := h.s.StaffSendings(ctx, user, surveyID, q.Offset(), q.Limit)
		return httpx.Each(rows, h.sendingView), total, err
	})
}

// writeToStaff writes to a group of employees.
//
// @Summary     Write to a group of employees
// @Description An invitation gives each address a code of the group's; a reminder goes to the whole group and has no code, since nobody knows who has answered. Each letter is made when it is sent and its address forgotten first: what may have come is not sent again, and what certainly did not leave is tried some times with a new code.
// @Tags        invitations
// @ID          createSurveyStaffLetters
// @Security    Bearer
// @Param       id   path string            true "The round's id"
// @Param       body body StaffLettersInput true "Which group, and to whom"
// @Success     201 {object} StaffSendingView "What is being sent"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/staff-letters [post]
func (h handler) writeToStaff(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayInvite)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in StaffLettersInput) (httpx.Made, error) {
		made, err := h.s.WriteToStaff(ctx, user, surveyID, in.GroupID, in.Kind, in.Addresses)
		return httpx.Made{Path: staffLettersPath(surveyID), View: h.sendingView(made)}, err
	})
}
