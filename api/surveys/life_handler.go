package surveys

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

// step carries out a step that says nothing but that it is taken.
func (h handler) step(c echo.Context, take func(ctx context.Context, user auth.User, surveyID string, version int) (Whole, error)) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", objectType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, _ StepInput, version int) (httpx.Made, error) {
		return h.made(user)(take(ctx, user, surveyID, version))
	}, families...)
}

// open takes the step.
//
// @Summary     Open a round
// @Description From now on it is answered, and its questions, groups, breakdowns and threshold are locked. What it lacks is named.
// @Tags        surveys
// @ID          openSurvey
// @Security    Bearer
// @Param       id   path string    true "The round's id"
// @Param       body body StepInput true "An empty object"
// @Success     200 {object} View "The round as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/opening [put]
func (h handler) open(c echo.Context) error { return h.step(c, h.s.Open) }

// close takes the step.
//
// @Summary     Close a round
// @Description No more answers are taken. It is not opened again: the next round is a copy.
// @Tags        surveys
// @ID          closeSurvey
// @Security    Bearer
// @Param       id   path string    true "The round's id"
// @Param       body body StepInput true "An empty object"
// @Success     200 {object} View "The round as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/closing [put]
func (h handler) close(c echo.Context) error { return h.step(c, h.s.Close) }

// publish takes the step.
//
// @Summary     Publish a closed round
// @Description From now on everyone can read what it told. It is done once: what has been published stays.
// @Tags        surveys
// @ID          publishSurvey
// @Security    Bearer
// @Param       id   path string    true "The round's id"
// @Param       body body StepInput true "An empty object"
// @Success     200 {object} View "The round as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/publication [put]
func (h handler) publish(c echo.Context) error { return h.step(c, h.s.Publish) }

// extend puts the last day later.
//
// @Summary     Extend an open round
// @Description The new last day is after the old one.
// @Tags        surveys
// @ID          extendSurvey
// @Security    Bearer
// @Param       id   path string         true "The round's id"
// @Param       body body ExtensionInput true "The new last day"
// @Success     200 {object} View "The round as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/closes-on [put]
func (h handler) extend(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", objectType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in ExtensionInput, version int) (httpx.Made, error) {
		return h.made(user)(h.s.Extend(ctx, user, surveyID, version, in.ClosesOn))
	}, families...)
}

// copy makes the next round.
//
// @Summary     Copy a round
// @Description The next round: a draft with the same sections, questions, groups and breakdowns, which follows this one. Questions keep their keys, so that rounds can be compared.
// @Tags        surveys
// @ID          copySurvey
// @Security    Bearer
// @Param       id   path string    true "The round's id"
// @Param       body body CopyInput true "The new round's key"
// @Success     201 {object} View "The new round"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/copies [post]
func (h handler) copy(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", objectType, h.s.MayKeep)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in CopyInput) (httpx.Made, error) {
		return h.made(user)(h.s.Copy(ctx, user, surveyID, in.Key))
	}, families...)
}

// try tells what the questionnaire would do with an answer.
//
// @Summary     Try a questionnaire
// @Description Which questions would be asked with these answers, and what they would be refused for. Nothing is kept.
// @Tags        surveys
// @ID          trySurvey
// @Param       id   path string     true "The round's id"
// @Param       body body TrialInput true "Answers to try"
// @Success     200 {object} TrialView "What would happen"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/trials [post]
func (h handler) try(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	in, err := httpx.Body[TrialInput](c)
	if err != nil {
		return err
	}
	answers, err := in.byKey()
	if err != nil {
		return err
	}
	asked, wrong, err := h.s.Try(c.Request().Context(), httpx.User(c), surveyID, answers)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, TrialView{Asked: append([]string{}, asked...), IsWhole: len(wrong) == 0, Errors: append([]problem.Field{}, wrong...)})
}

type documentQuery struct {
	Lang string `query:"lang" oneof:"sv en"`
}

// document gives a round as a form to print.
//
// @Summary     Read a round as a form to print
// @Description A whole page without script, with the questions, what can be chosen, and the manual.
// @Tags        surveys
// @ID          getSurveyDocument
// @Produce     text/html
// @Param       id   path  string true  "The round's id"
// @Param       lang query string false "The language; Swedish when absent" Enums(sv, en)
// @Success     200 {string} string "The page"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/document [get]
func (h handler) document(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	q, err := httpx.Query[documentQuery](c)
	if err != nil {
		return err
	}
	d, err := h.s.Document(c.Request().Context(), httpx.User(c), surveyID, q.Lang)
	if err != nil {
		return err
	}
	page := d.HTML()
	c.Response().Header().Set("Content-Security-Policy", page.Policy)
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.HTMLBlob(http.StatusOK, page.HTML)
}
