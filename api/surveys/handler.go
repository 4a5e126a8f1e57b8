package surveys

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// families are what a round's view depends on.
var families = []string{Family}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/surveys", h.list)
	api.POST("/surveys", h.create)
	api.GET("/surveys/:id", h.get)
	api.PUT("/surveys/:id", h.replace)
	api.DELETE("/surveys/:id", h.remove)
	api.PUT("/surveys/:id/opening", h.open)
	api.PUT("/surveys/:id/closing", h.close)
	api.PUT("/surveys/:id/publication", h.publish)
	api.PUT("/surveys/:id/closes-on", h.extend)
	api.POST("/surveys/:id/copies", h.copy)
	api.Open(http.MethodPost, "/surveys/:id/trials", h.try)
	api.GET("/surveys/:id/document", h.document)
	h.mountQuestions()
}

func path(id string) string { return "/surveys/" + id }

func (h handler) view(user auth.User) func(w Whole) View {
	return func(w Whole) View {
		self := path(w.ID)
		links := h.api.Self(self)
		keeps := user.May(auth.KeepSurveys)
		links["questions"] = h.api.Link(http.MethodGet, self+"/questions")
		links["document"] = h.api.Link(http.MethodGet, self+"/document")
		links.Allow(w.PlanID != nil, "plan", h.api.Link(http.MethodGet, "/plans/"+deref(w.PlanID)))
		links.Allow(w.FollowsID != nil, "follows", h.api.Link(http.MethodGet, path(deref(w.FollowsID))))
		links.Allow(w.Answering == UnitAnswers && (w.State == Published || user.May(auth.UseResponses)), "compilation", h.api.Link(http.MethodGet, self+"/compilation"))
		links.Allow(keeps, "edit", h.api.Link(http.MethodPut, self))
		links.Allow(keeps && w.State == Draft, "delete", h.api.Link(http.MethodDelete, self))
		links.Allow(keeps && w.State == Draft, "addQuestion", h.api.Link(http.MethodPost, self+"/questions"))
		links.Allow(keeps && w.State == Draft, "open", h.api.Link(http.MethodPut, self+"/opening"))
		links.Allow(keeps && w.State == Open, "close", h.api.Link(http.MethodPut, self+"/closing"))
		links.Allow(keeps && w.State == Closed, "publish", h.api.Link(http.MethodPut, self+"/publication"))
		links.Allow(w.Answering == Staff && (w.State == Published || w.State == Closed && user.May(auth.ReadFreeTexts)), "freeTexts", h.api.Link(http.MethodGet, self+"/free-texts"))
		links.Allow(w.Answering == Staff && w.State == Published, "results", h.api.Link(http.MethodGet, self+"/results"))
		links.Allow(w.Answering == UnitAnswers && w.State != Draft && (user.May(auth.WriteResponses) || len(user.Within(auth.WriteResponses)) > 0), "units", h.api.Link(http.MethodGet, self+"/units"))
		links.Allow(w.State != Draft && (user.May(auth.ReadResponses) || w.Answering == UnitAnswers && len(user.Within(auth.ReadResponses)) > 0), "coverage", h.api.Link(http.MethodGet, self+"/coverage"))
		links.Allow(keeps && w.State == Open, "extend", h.api.Link(http.MethodPut, self+"/closes-on"))
		links.Allow(keeps, "copy", h.api.Link(http.MethodPost, self+"/copies"))
		links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+w.ID))
		return View{ID: w.ID, Content: w.content(), Groups: w.views(), IntroSvHTML: markdown.HTML(w.IntroSv), IntroEnHTML: markdown.HTML(w.IntroEn),
			MinGroup: w.MinGroup(), State: w.State, TakesAnswers: w.TakesAnswers(h.s.clock.Today()),
			OpenedOn: w.OpenedOn, ClosedOn: w.ClosedOn, PublishedOn: w.PublishedOn,
			Version: w.Version, CreatedAt: w.CreatedAt, UpdatedAt: w.UpdatedAt, Links: links}
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// made is what a write left of a round.
func (h handler) made(user auth.User) func(w Whole, err error) (httpx.Made, error) {
	return func(w Whole, err error) (httpx.Made, error) {
		return httpx.Made{Path: path(w.ID), Version: w.Version, View: h.view(user)(w)}, err
	}
}

type listQuery struct {
	httpx.Paging
	State     State     `query:"state" oneof:"draft open closed published"`
	Answering Answering `query:"answering" oneof:"unit staff"`
	Plan      string    `query:"plan"`
	Follows   string    `query:"follows"`
}

// list gives rounds.
//
// @Summary     List rounds of the mapping
// @Description The newest first. Drafts are seen by those who write them.
// @Tags        surveys
// @ID          listSurveys
// @Param       page      query int    false "Page, from 1"
// @Param       limit     query int    false "Items a page, 1–100"
// @Param       state     query string false "Only rounds in this state" Enums(draft, open, closed, published)
// @Param       answering query string false "Only rounds answered like this" Enums(unit, staff)
// @Param       plan      query string false "Only rounds of this plan, by id"
// @Param       follows   query string false "Only rounds that follow this one, by id"
// @Success     200 {object} Page "A page of rounds"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	f := Filter{State: q.State, Answering: q.Answering, Plan: q.Plan, Follows: q.Follows, Offset: q.Offset(), Limit: q.Limit}
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		rows, total, err := h.s.List(ctx, user, f)
		return httpx.Each(rows, h.view(user)), total, err
	}, families...)
}

// get gives one round.
//
// @Summary     Read a round of the mapping
// @Description What it is about, who answers, when, and how its results will be broken down. Its questions stand by themselves.
// @Tags        surveys
// @ID          getSurvey
// @Param       id path string true "The round's id"
// @Success     200 {object} View "The round"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id} [get]
func (h handler) get(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		w, err := h.s.Get(ctx, user, surveyID)
		if err != nil {
			return nil, 0, err
		}
		return h.view(user)(w), w.Version, nil
	}, families...)
}

// create makes a round.
//
// @Summary     Create a round of the mapping
// @Description A draft, empty or with the shipped questionnaire in the plan's four parts.
// @Tags        surveys
// @ID          createSurvey
// @Security    Bearer
// @Param       body body NewInput true "The round"
// @Success     201 {object} View "The new round"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeep(user), func(ctx context.Context, in NewInput) (httpx.Made, error) {
		return h.made(user)(h.s.Create(ctx, user, in.survey(), in.named(), in.FromTemplate))
	}, families...)
}

// replace puts new content on a round.
//
// @Summary     Replace a round of the mapping
// @Description The whole content; a field left out is emptied. Of an opened round only titles and introductions change: 409 locked names what is refused.
// @Tags        surveys
// @ID          replaceSurvey
// @Security    Bearer
// @Param       id   path string true "The round's id"
// @Param       body body Input  true "The round"
// @Success     200 {object} View "The round as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", objectType, h.s.MayKeep)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		return h.made(user)(h.s.Replace(ctx, user, surveyID, version, in.survey(), in.named()))
	}, families...)
}

// remove deletes a round.
//
// @Summary     Delete a round of the mapping
// @Description A draft only; it leaves a tombstone.
// @Tags        surveys
// @ID          deleteSurvey
// @Security    Bearer
// @Param       id path string true "The round's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id} [delete]
func (h handler) remove(c echo.Context) error {
	surveyID, err := httpx.Allowed(c, "id", objectType, h.s.MayKeep)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), surveyID, version)
	})
}
