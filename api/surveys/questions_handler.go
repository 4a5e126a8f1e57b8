package surveys

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

func (h handler) mountQuestions() {
	h.api.GET("/surveys/:id/questions", h.listQuestions)
	h.api.POST("/surveys/:id/questions", h.createQuestion)
	h.api.GET("/surveys/:id/questions/:questionId", h.getQuestion)
	h.api.PUT("/surveys/:id/questions/:questionId", h.replaceQuestion)
	h.api.DELETE("/surveys/:id/questions/:questionId", h.removeQuestion)
}

func (h handler) questionView(user auth.User) func(q Question) QuestionView {
	return func(q Question) QuestionView {
		self := questionPath(q)
		links := h.api.Self(self)
		h.api.Editable(links, user.May(auth.KeepSurveys), self)
		links["survey"] = h.api.Link(http.MethodGet, path(q.SurveyID))
		return QuestionView{ID: q.ID, QuestionInput: q.input(), HelpSvHTML: markdown.HTML(q.HelpSv), HelpEnHTML: markdown.HTML(q.HelpEn),
			Version: q.Version, CreatedAt: q.CreatedAt, UpdatedAt: q.UpdatedAt, Links: links}
	}
}

func questionPath(q Question) string { return path(q.SurveyID) + "/questions/" + q.ID }

func (h handler) madeQuestion(user auth.User, q Question) httpx.Made {
	return httpx.Made{Path: questionPath(q), Version: q.Version, View: h.questionView(user)(q)}
}

// listQuestions gives the questions of a round.
//
// @Summary     List the questions of a round
// @Description In their order; at most a hundred.
// @Tags        surveys
// @ID          listSurveyQuestions
// @Param       id    path  string true  "The round's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} QuestionPage "A page of questions"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/questions [get]
func (h handler) listQuestions(c echo.Context) error {
	surveyID, p, err := httpx.Under(c, objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[QuestionPage](h.api, c, p, func(ctx context.Context) ([]QuestionView, int, error) {
		rows, total, err := h.s.Questions(ctx, user, surveyID, p.Offset(), p.Limit)
		return httpx.Each(rows, h.questionView(user)), total, err
	}, families...)
}

// questionID reads both ids of the path.
func questionID(c echo.Context) (surveyID, questionID string, err error) {
	if surveyID, err = httpx.ID(c, "id", objectType); err != nil {
		return "", "", err
	}
	questionID, err = httpx.ID(c, "questionId", questionType)
	return surveyID, questionID, err
}

// keptQuestion reads both ids and asks whether the user may change the question.
func (h handler) keptQuestion(c echo.Context) (surveyID, ofQuestion string, err error) {
	if surveyID, ofQuestion, err = questionID(c); err != nil {
		return "", "", err
	}
	return surveyID, ofQuestion, h.s.MayKeepQuestion(c.Request().Context(), httpx.User(c), surveyID, ofQuestion)
}

// getQuestion gives one question.
//
// @Summary     Read a question of a round
// @Tags        surveys
// @ID          getSurveyQuestion
// @Param       id         path string true "The round's id"
// @Param       questionId path string true "The question's id"
// @Success     200 {object} QuestionView "The question"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/questions/{questionId} [get]
func (h handler) getQuestion(c echo.Context) error {
	surveyID, ofQuestion, err := questionID(c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		q, err := h.s.Question(ctx, user, surveyID, ofQuestion)
		if err != nil {
			return nil, 0, err
		}
		return h.questionView(user)(q), q.Version, nil
	}, families...)
}

// createQuestion makes a question.
//
// @Summary     Add a question to a round
// @Description To a draft, at its position; the others make room.
// @Tags        surveys
// @ID          createSurveyQuestion
// @Security    Bearer
// @Param       id   path string        true "The round's id"
// @Param       body body QuestionInput true "The question"
// @Success     201 {object} QuestionView "The new question"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/questions [post]
func (h handler) createQuestion(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", objectType, h.s.MayKeep)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in QuestionInput) (httpx.Made, error) {
		q, err := h.s.AddQuestion(ctx, user, surveyID, in.question())
		return h.madeQuestion(user, q), err
	}, families...)
}

// replaceQuestion puts new content on a question.
//
// @Summary     Replace a question of a round
// @Description The whole content; a field left out is emptied. Of an opened round only its texts and its page of the manual change.
// @Tags        surveys
// @ID          replaceSurveyQuestion
// @Security    Bearer
// @Param       id         path string        true "The round's id"
// @Param       questionId path string        true "The question's id"
// @Param       body       body QuestionInput true "The question"
// @Success     200 {object} QuestionView "The question as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/questions/{questionId} [put]
func (h handler) replaceQuestion(c echo.Context) error {
	user := httpx.User(c)
	surveyID, ofQuestion, err := h.keptQuestion(c)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in QuestionInput, version int) (httpx.Made, error) {
		q, err := h.s.ReplaceQuestion(ctx, user, surveyID, ofQuestion, version, in.question())
		return h.madeQuestion(user, q), err
	}, families...)
}

// removeQuestion deletes a question.
//
// @Summary     Delete a question of a round
// @Description From a draft; not one that another depends on.
// @Tags        surveys
// @ID          deleteSurveyQuestion
// @Security    Bearer
// @Param       id         path string true "The round's id"
// @Param       questionId path string true "The question's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/questions/{questionId} [delete]
func (h handler) removeQuestion(c echo.Context) error {
	surveyID, ofQuestion, err := h.keptQuestion(c)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.RemoveQuestion(ctx, httpx.User(c), surveyID, ofQuestion, version)
	})
}
