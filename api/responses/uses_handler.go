package responses

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountUses() {
	h.api.GET("/surveys/:id/uses", h.listUses)
	h.api.POST("/surveys/:id/responses/:responseId/uses", h.createUse)
	h.api.DELETE("/surveys/:id/responses/:responseId/uses/:useId", h.deleteUse)
}

func usePath(u Use) string { return path(u.SurveyID, u.ResponseID) + "/uses/" + u.ID }

func (h handler) useView(user auth.User) func(u SeenUse) UseView {
	return func(u SeenUse) UseView {
		at := path(u.SurveyID, u.ResponseID)
		links := httpx.Links{"response": h.api.Link(http.MethodGet, at), "answer": h.api.Link(http.MethodGet, at+"/answers/"+u.QuestionKey)}
		links.Allow(user.May(auth.UseResponses), "delete", h.api.Link(http.MethodDelete, usePath(u.Use)))
		links.Allow(u.ActivityID != "", "activity", h.api.Link(http.MethodGet, "/activities/"+u.ActivityID))
		return UseView{ID: u.ID, SurveyID: u.SurveyID, ResponseID: u.ResponseID, UnitID: u.Unit.ID, UnitNames: Names{u.Unit.NameSv, u.Unit.NameEn},
			QuestionKey: u.QuestionKey, Kind: u.Kind, Text: u.Text, Value: json.RawMessage(u.Value), ActivityID: u.ActivityID,
			Version: u.Version, CreatedAt: u.CreatedAt, Links: links}
	}
}

type useQuery struct {
	httpx.Paging
	Kind UseKind `query:"kind" oneof:"goodExample need proposedActivity"`
}

// listUses gives what was made of a round's answers.
//
// @Summary     List what was made of the units' answers
// @Description Good examples, needs and proposed activities, each with what the answer said then and the way back to it; the newest first. All for the coordinator and administrators, what came from their own tree for others.
// @Tags        responses
// @ID          listResponseUses
// @Security    Bearer
// @Param       id    path  string true  "The round's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Param       kind  query string false "Only this kind" Enums(goodExample, need, proposedActivity)
// @Success     200 {object} UsePage "A page of uses"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/uses [get]
func (h handler) listUses(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", surveyType)
	if err != nil {
		return err
	}
	q, err := httpx.Query[useQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.LiveList[UsePage](h.api, c, q.Paging, func(ctx context.Context) ([]UseView, int, error) {
		rows, total, err := h.s.Uses(ctx, user, UseFilter{SurveyID: surveyID, Kind: q.Kind, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(rows, h.useView(user)), total, err
	})
}

// createUse makes something of an answer.
//
// @Summary     Make something of a unit's answer
// @Description A good example, a need or a proposed activity, by the coordinator, of an answer that is signed. It keeps what the answer said. With activity, a proposal also becomes an activity in that plan, with a source that says it is to be confirmed.
// @Tags        responses
// @ID          createResponseUse
// @Security    Bearer
// @Param       id         path string   true "The round's id"
// @Param       responseId path string   true "The answer's id"
// @Param       body       body UseInput true "What it becomes"
// @Success     201 {object} UseView "What was made"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/uses [post]
func (h handler) createUse(c echo.Context) error {
	user := httpx.User(c)
	surveyID, responseID, err := h.allowed(c, h.s.MayUse)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in UseInput) (httpx.Made, error) {
		u, place := in.use()
		made, err := h.s.AddUse(ctx, user, surveyID, responseID, u, place)
		if err != nil {
			return httpx.Made{}, err
		}
		return httpx.Made{Path: usePath(made.Use), Version: made.Version, View: h.useView(user)(made)}, nil
	})
}

// deleteUse takes back what was made of an answer.
//
// @Summary     Take back what was made of a unit's answer
// @Description An activity that a proposal became stays in its plan.
// @Tags        responses
// @ID          deleteResponseUse
// @Security    Bearer
// @Param       id         path string true "The round's id"
// @Param       responseId path string true "The answer's id"
// @Param       useId      path string true "The use's id"
// @Success     204 "Taken back"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/uses/{useId} [delete]
func (h handler) deleteUse(c echo.Context) error {
	surveyID, responseID, useID, err := h.part(c, "useId", useType, h.s.MayRemoveUse)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.RemoveUse(ctx, httpx.User(c), surveyID, responseID, useID, version)
	})
}
