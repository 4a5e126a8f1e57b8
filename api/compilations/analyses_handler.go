package compilations

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/surveys"
)

func (h handler) mountAnalyses() {
	h.api.GET("/surveys/:id/analyses", h.listAnalyses)
	h.api.PUT("/surveys/:id/analyses/:questionKey", h.analyse)
}

func (h handler) analysisView(user auth.User) func(a Analysis) AnalysisView {
	return func(a Analysis) AnalysisView {
		self := "/surveys/" + a.SurveyID + "/analyses/" + a.QuestionKey
		links := httpx.Links{"survey": h.api.Link(http.MethodGet, "/surveys/"+a.SurveyID)}
		links.Allow(user.May(auth.UseResponses), "edit", h.api.Link(http.MethodPut, self))
		return a.view(links)
	}
}

// listAnalyses gives what is said of a round's answers.
//
// @Summary     List the analyses of a round
// @Description What somebody who has read the answers says of them, question by question. For everyone once the round is published; for the coordinator before that.
// @Tags        compilations
// @ID          listSurveyAnalyses
// @Param       id    path  string true  "The round's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} AnalysisPage "A page of analyses"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/analyses [get]
func (h handler) listAnalyses(c echo.Context) error {
	surveyID, paging, err := httpx.Under(c, "survey")
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[AnalysisPage](h.api, c, paging, func(ctx context.Context) ([]AnalysisView, int, error) {
		rows, total, err := h.s.Analyses(ctx, user, surveyID, paging.Offset(), paging.Limit)
		return httpx.Each(rows, h.analysisView(user)), total, err
	}, surveys.Family)
}

// analyse puts what is said of a question's answers.
//
// @Summary     Write the analysis of a question
// @Description For the coordinator, from when the round has closed. If-Match is "0" the first time. Write nothing that shows who answered what.
// @Tags        compilations
// @ID          replaceSurveyAnalysis
// @Security    Bearer
// @Param       id          path string        true "The round's id"
// @Param       questionKey path string        true "The question's key"
// @Param       body        body AnalysisInput true "The analysis"
// @Success     200 {object} AnalysisView "The analysis as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/analyses/{questionKey} [put]
func (h handler) analyse(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayAnalyse)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in AnalysisInput, version int) (httpx.Made, error) {
		a, err := h.s.Analyse(ctx, user, Analysis{SurveyID: surveyID, QuestionKey: c.Param("questionKey"), TextSv: in.TextSv, TextEn: in.TextEn}, version)
		return httpx.Made{Path: "/surveys/" + surveyID + "/analyses/" + a.QuestionKey, Version: a.Version, View: h.analysisView(user)(a)}, err
	}, surveys.Family)
}
