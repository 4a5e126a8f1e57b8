package responses

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountAnswers() {
	at := "/surveys/:id/responses/:responseId"
	h.api.GET(at+"/answers/:questionKey", h.getAnswer)
	h.api.PUT(at+"/answers/:questionKey", h.replaceAnswer)
	h.api.GET(at+"/comments", h.listComments)
	h.api.POST(at+"/comments", h.createComment)
	h.api.DELETE(at+"/comments/:commentId", h.deleteComment)
}

func answerPath(a SeenAnswer) string {
	return path(a.Response.SurveyID, a.ResponseID) + "/answers/" + a.QuestionKey
}

func (h handler) answerView(a SeenAnswer) AnswerView {
	r := a.Response
	links := h.api.Self(answerPath(a))
	links.Allow(r.State != Signed && h.s.open(r.Survey) && r.reach.writes(r.Response), "edit", h.api.Link(http.MethodPut, answerPath(a)))
	v := AnswerView{QuestionKey: a.QuestionKey, Value: a.raw(), Version: a.Version, Links: links}
	if a.Version > 0 {
		v.WrittenBy, v.UpdatedAt = &Person{a.WriterID, a.Writer, a.WrittenBy}, &a.UpdatedAt
	}
	return v
}

// getAnswer gives what a response says to one question.
//
// @Summary     Read a unit's answer to one question
// @Description Its value with a version of its own, so that several write at once; null until somebody has answered. Ask again with If-None-Match to follow what others write.
// @Tags        responses
// @ID          getResponseAnswer
// @Security    Bearer
// @Param       id          path string true "The round's id"
// @Param       responseId  path string true "The answer's id"
// @Param       questionKey path string true "The question's key"
// @Success     200 {object} AnswerView "The answer to the question"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/answers/{questionKey} [get]
func (h handler) getAnswer(c echo.Context) error {
	surveyID, responseID, err := response(c)
	if err != nil {
		return err
	}
	return h.api.Live(c, func(ctx context.Context) (any, int, error) {
		a, err := h.s.Answer(ctx, httpx.User(c), surveyID, responseID, c.Param("questionKey"))
		if err != nil {
			return nil, 0, err
		}
		return h.answerView(a), a.Version, nil
	})
}

// replaceAnswer writes what a response says to one question.
//
// @Summary     Write a unit's answer to one question
// @Description Saved as one types; If-Match is "0" until somebody has answered. Who was late gets 412 with the value that stands there now, to join with their own. What stands there already is no write. Saving leaves a trace once a sitting.
// @Tags        responses
// @ID          replaceResponseAnswer
// @Security    Bearer
// @Param       id          path string      true "The round's id"
// @Param       responseId  path string      true "The answer's id"
// @Param       questionKey path string      true "The question's key"
// @Param       body        body AnswerInput true "The value"
// @Success     200 {object} AnswerView "The answer as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/answers/{questionKey} [put]
func (h handler) replaceAnswer(c echo.Context) error {
	user := httpx.User(c)
	surveyID, responseID, err := h.allowed(c, h.s.MayWrite)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in AnswerInput, version int) (httpx.Made, error) {
		value, err := json.Marshal(in.Value)
		if err != nil {
			return httpx.Made{}, err
		}
		a, err := h.s.Write(ctx, user, surveyID, responseID, c.Param("questionKey"), version, value)
		return httpx.Made{Path: answerPath(a), Version: a.Version, View: h.answerView(a)}, err
	})
}

func commentPath(c SeenComment) string {
	return path(c.Response.SurveyID, c.ResponseID) + "/comments/" + c.ID
}

func (h handler) commentView(c SeenComment) CommentView {
	links := httpx.Links{}
	links.Allow(c.Response.State != Signed && c.removableBy(c.Response), "delete", h.api.Link(http.MethodDelete, commentPath(c)))
	return CommentView{ID: c.ID, CommentInput: CommentInput{c.QuestionKey, c.Text}, WrittenBy: Person{c.WriterID, c.Writer, c.WrittenBy},
		IsMine: c.WriterID != "" && c.WriterID == c.Response.reach.user.ID, Version: 1, CreatedAt: c.CreatedAt, Links: links}
}

type commentQuery struct {
	httpx.Paging
	Question string `query:"question"`
}

// listComments gives what was said beside the answers.
//
// @Summary     List comments on a unit's answer
// @Description What the writers say to each other beside the answers, the oldest first. No part of what is signed.
// @Tags        responses
// @ID          listResponseComments
// @Security    Bearer
// @Param       id         path  string true  "The round's id"
// @Param       responseId path  string true  "The answer's id"
// @Param       page       query int    false "Page, from 1"
// @Param       limit      query int    false "Items a page, 1–100"
// @Param       question   query string false "Only those beside this question, by key"
// @Success     200 {object} CommentPage "A page of comments"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/comments [get]
func (h handler) listComments(c echo.Context) error {
	surveyID, responseID, err := response(c)
	if err != nil {
		return err
	}
	q, err := httpx.Query[commentQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.LiveList[CommentPage](h.api, c, q.Paging, func(ctx context.Context) ([]CommentView, int, error) {
		rows, total, err := h.s.Comments(ctx, user, surveyID, responseID, q.Question, q.Offset(), q.Limit)
		return httpx.Each(rows, h.commentView), total, err
	})
}

// createComment says something beside an answer.
//
// @Summary     Comment on a unit's answer
// @Description For those who write in it, while it is not signed. A text that holds a personal identity number is refused.
// @Tags        responses
// @ID          createResponseComment
// @Security    Bearer
// @Param       id         path string       true "The round's id"
// @Param       responseId path string       true "The answer's id"
// @Param       body       body CommentInput true "The comment"
// @Success     201 {object} CommentView "The new comment"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/comments [post]
func (h handler) createComment(c echo.Context) error {
	user := httpx.User(c)
	surveyID, responseID, err := h.allowed(c, h.s.MayWrite)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in CommentInput) (httpx.Made, error) {
		made, err := h.s.AddComment(ctx, user, surveyID, responseID, Comment{QuestionKey: in.QuestionKey, Text: in.Text})
		if err != nil {
			return httpx.Made{}, err
		}
		return httpx.Made{Path: commentPath(made), Version: 1, View: h.commentView(made)}, nil
	})
}

// deleteComment takes a comment away.
//
// @Summary     Delete a comment on a unit's answer
// @Description For who wrote it, and for those who answer for the unit.
// @Tags        responses
// @ID          deleteResponseComment
// @Security    Bearer
// @Param       id         path string true "The round's id"
// @Param       responseId path string true "The answer's id"
// @Param       commentId  path string true "The comment's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/comments/{commentId} [delete]
func (h handler) deleteComment(c echo.Context) error {
	surveyID, responseID, commentID, err := h.part(c, "commentId", commentType, h.s.MayRemoveComment)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.RemoveComment(ctx, httpx.User(c), surveyID, responseID, commentID, version)
	})
}

// part reads a part of a response from the path, and asks whether the user may.
func (h handler) part(c echo.Context, name, what string, may func(ctx context.Context, user auth.User, surveyID, responseID, partID string) error) (surveyID, responseID, partID string, err error) {
	if surveyID, responseID, err = response(c); err != nil {
		return "", "", "", err
	}
	if partID, err = httpx.ID(c, name, what); err != nil {
		return "", "", "", err
	}
	return surveyID, responseID, partID, may(c.Request().Context(), httpx.User(c), surveyID, responseID, partID)
}
