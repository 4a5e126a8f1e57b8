package invitations

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

func (h handler) mountLetters() {
	h.api.GET("/surveys/:id/invitations", h.letters)
	h.api.POST("/surveys/:id/invitations", h.invite)
	h.api.POST("/surveys/:id/reminders", h.remind)
}

func lettersPath(surveyID string) string { return "/surveys/" + surveyID + "/invitations" }

// letters gives the letters of a round.
//
// @Summary     List the letters about a round
// @Description Which units were invited and reminded, and on which day, the newest first. Who read them is not kept.
// @Tags        invitations
// @ID          listSurveyInvitations
// @Security    Bearer
// @Param       id    path  string true  "The round's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} LetterPage "A page of letters"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/invitations [get]
func (h handler) letters(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayInvite)
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	return httpx.LiveList[LetterPage](h.api, c, q.Paging, func(ctx context.Context) ([]LetterView, int, error) {
		rows, total, err := h.s.Letters(ctx, user, surveyID, q.Offset(), q.Limit)
		return httpx.Each(rows, func(l SentLetter) LetterView {
			return l.view(httpx.Links{"survey": h.api.Link(http.MethodGet, "/surveys/"+surveyID), "unit": h.api.Link(http.MethodGet, "/boards/"+l.UnitID)})
		}), total, err
	})
}

// invite writes to units.
//
// @Summary     Invite units to answer
// @Description Writes to the contact persons and the manager of each unit, with where to answer and the last day. A unit gets at most one letter a day, and none once it has signed.
// @Tags        invitations
// @ID          inviteSurveyUnits
// @Security    Bearer
// @Param       id   path string      true "The round's id"
// @Param       body body InviteInput true "Which units"
// @Success     201 {object} SendingView "What became of it"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/invitations [post]
func (h handler) invite(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayInvite)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in InviteInput) (httpx.Made, error) {
		return h.sent(surveyID)(h.s.Invite(ctx, user, surveyID, in.UnitIDs, in.AllUnits))
	})
}

// remind writes to the units that have not signed.
//
// @Summary     Remind units that have not signed
// @Description Writes to the contact persons and the manager of each unit that has not signed. A unit gets at most one letter a day.
// @Tags        invitations
// @ID          remindSurveyUnits
// @Security    Bearer
// @Param       id   path string      true "The round's id"
// @Param       body body RemindInput true "Nothing"
// @Success     201 {object} SendingView "What became of it"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/reminders [post]
func (h handler) remind(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayInvite)
	return httpx.Create(h.api, c, err, func(ctx context.Context, _ RemindInput) (httpx.Made, error) {
		return h.sent(surveyID)(h.s.Remind(ctx, user, surveyID))
	})
}

func (h handler) sent(surveyID string) func(Sending, error) (httpx.Made, error) {
	return func(s Sending, err error) (httpx.Made, error) {
		return httpx.Made{Path: lettersPath(surveyID), View: s.view(surveyID, h.api.Self(lettersPath(surveyID)))}, err
	}
}
