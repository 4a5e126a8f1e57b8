package results

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

func (h handler) mountCorrections() {
	h.api.GET("/surveys/:id/corrections", h.listCorrections)
	h.api.POST("/surveys/:id/corrections", h.createCorrection)
	h.api.GET("/surveys/:id/corrections/:correctionId", h.getCorrection)
}

func correctionPath(c Correction) string { return "/surveys/" + c.SurveyID + "/corrections/" + c.ID }

func (h handler) correctionView(c Correction) CorrectionView {
	links := h.api.Self(correctionPath(c))
	links["survey"] = h.api.Link(http.MethodGet, "/surveys/"+c.SurveyID)
	return c.view(links)
}

// listCorrections gives what was put right.
//
// @Summary     List what was put right in a published round
// @Description What was taken out of what the round told, and why. Who makes the rounds also sees what is being counted and what was refused.
// @Tags        results
// @ID          listSurveyCorrections
// @Param       id    path  string true  "The round's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} CorrectionPage "A page of corrections"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/corrections [get]
func (h handler) listCorrections(c echo.Context) error {
	surveyID, paging, err := httpx.Under(c, "survey")
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[CorrectionPage](h.api, c, paging, func(ctx context.Context) ([]CorrectionView, int, error) {
		rows, total, err := h.s.Corrections(ctx, user, surveyID, paging.Offset(), paging.Limit)
		return httpx.Each(rows, h.correctionView), total, err
	}, families...)
}

// getCorrection gives one.
//
// @Summary     Read a correction
// @Tags        results
// @ID          getSurveyCorrection
// @Param       id           path string true "The round's id"
// @Param       correctionId path string true "The correction's id"
// @Success     200 {object} CorrectionView "The correction"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/corrections/{correctionId} [get]
func (h handler) getCorrection(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return err
	}
	correctionID, err := httpx.ID(c, "correctionId", correctionType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		found, err := h.s.Correction(ctx, user, surveyID, correctionID)
		return h.correctionView(found), found.Version, err
	}, families...)
}

// createCorrection asks for something to be put right.
//
// @Summary     Put right what a published round told
// @Description A group whose answers do not count, or a question that was wrongly put, is taken out, and the rest is counted anew. It is made only where as many answers differ as the threshold in everything that is told otherwise: else what few have answered could be had by setting the two against each other. Ask at its address how it went.
// @Tags        results
// @ID          createSurveyCorrection
// @Security    Bearer
// @Param       id   path string          true "The round's id"
// @Param       body body CorrectionInput true "What, and why"
// @Success     201 {object} CorrectionView "What was asked for"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/corrections [post]
func (h handler) createCorrection(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayCorrect)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in CorrectionInput) (httpx.Made, error) {
		made, err := h.s.Correct(ctx, user, in.correction(surveyID))
		return httpx.Made{Path: correctionPath(made), Version: made.Version, View: h.correctionView(made)}, err
	}, families...)
}
