package invitations

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/surveys"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/surveys/:id/coverage", h.coverage)
	api.POST("/surveys/:id/code-sheets", h.makeSheet)
	h.mountLetters()
	h.mountStaffLetters()
}

func path(surveyID string) string { return "/surveys/" + surveyID + "/coverage" }

// coverage tells how far a round has come.
//
// @Summary     Read how far a round has come
// @Description Of a round of units: the municipality's bodies, and under each how many units are asked, have begun and have signed; those who write for a body see their own. Of a round of staff: how many of each group had answered last night, rounded down to tens, and null under the round's threshold. It is counted once a night and never live.
// @Tags        invitations
// @ID          getSurveyCoverage
// @Security    Bearer
// @Param       id path string true "The round's id"
// @Success     200 {object} CoverageView "How far it has come"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/coverage [get]
func (h handler) coverage(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Live(c, func(ctx context.Context) (any, int, error) {
		found, err := h.s.Coverage(ctx, user, surveyID)
		if err != nil {
			return nil, 0, err
		}
		links := h.api.Self(path(surveyID))
		links["survey"] = h.api.Link(http.MethodGet, "/surveys/"+surveyID)
		links.Allow(found.Round.Answering == surveys.Staff && found.Round.State == surveys.Open && user.May(auth.KeepSurveys),
			"makeCodeSheet", h.api.Link(http.MethodPost, "/surveys/"+surveyID+"/code-sheets"))
		links.Allow(found.Round.Answering == surveys.Staff && found.Round.TakesAnswers(h.s.clock.Today()) && user.May(auth.KeepSurveys),
			"writeToStaff", h.api.Link(http.MethodPost, staffLettersPath(surveyID)))
		if found.Round.Answering == surveys.UnitAnswers && found.Round.TakesAnswers(h.s.clock.Today()) && user.May(auth.KeepSurveys) {
			links["invite"] = h.api.Link(http.MethodPost, lettersPath(surveyID))
			links["remind"] = h.api.Link(http.MethodPost, "/surveys/"+surveyID+"/reminders")
		}
		return found.view(links), 0, nil
	})
}

// makeSheet makes codes to print.
//
// @Summary     Make codes for a group of staff
// @Description Codes to print and hand out, one for each who is to answer. They belong to the group and to nobody in it. They are answered once: what is kept is their hashes, and the same request sent again makes no more and shows nothing.
// @Tags        invitations
// @ID          createSurveyCodeSheet
// @Security    Bearer
// @Param       id   path string     true "The round's id"
// @Param       body body SheetInput true "For whom, and how many"
// @Success     201 {object} SheetView "The codes"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/code-sheets [post]
func (h handler) makeSheet(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayInvite)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in SheetInput) (httpx.Made, error) {
		sheet, err := h.s.MakeSheet(ctx, user, surveyID, in.GroupID, in.Count)
		httpx.ShownOnce(c)
		return httpx.Made{Path: path(surveyID), View: sheet.view(h.api.Self(path(surveyID)))}, err
	}, surveys.Family)
}
