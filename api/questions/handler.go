package questions

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

type handler struct {
	api      *httpx.API
	s        *Service
	searches *httpx.Throttle
}

// families are what a question's view depends on: whose names are shown, and who
// lies under whom.
var families = []string{Family, accounts.Family, boards.Family}

// searchesAMinute is how often one address may search without signing in; a whole
// office may share one.
const searchesAMinute = 120

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s, httpx.NewThrottle(s.clock, searchesAMinute, time.Minute)}
	api.GET("/council-questions", h.list)
	api.POST("/council-questions", h.create)
	api.GET("/council-questions/:id", h.get)
	api.PUT("/council-questions/:id", h.replace)
	api.DELETE("/council-questions/:id", h.remove)
	h.mountStates()
	api.Open(http.MethodPost, "/council-question-searches", h.search)
}

func path(id string) string { return "/council-questions/" + id }

// view shows a question to its reader: only who reads all learns who asked.
func (h handler) view(r Read) View {
	q, user, self := r.Question, r.reader.user, path(r.ID)
	links := h.api.Self(self)
	v := View{ID: q.ID, Input: q.input(), QuestionHTML: markdown.HTML(q.Text), State: q.State, AskedOn: q.AskedOn,
		AskedBy: r.AskedBy, TakenBy: r.TakenBy, WaitingDays: q.waitingDays(h.s.clock.Today()), IsLate: q.IsLate(h.s.clock.Today()),
		Answer: q.answerView(), Part: q.Part, PublishedOn: q.PublishedOn,
		Version: q.Version, CreatedAt: q.CreatedAt, UpdatedAt: q.UpdatedAt, Links: links}
	if r.reader.level < all {
		v.AskedByBodyID, v.MeetingID, v.NeededBy = nil, nil, ""
		return v
	}
	v.IsMine = deref(q.AskedByID) == user.ID
	links.Allow(r.reader.edits(q), "edit", h.api.Link(http.MethodPut, self))
	links.Allow(r.reader.edits(q) && q.State != Published, "delete", h.api.Link(http.MethodDelete, self))
	answers, publishes := user.May(auth.AnswerQuestions), user.May(auth.PublishQuestions)
	links.Allow(answers && q.State == Asked, "take", h.api.Link(http.MethodPut, self+"/taking"))
	links.Allow(answers && q.State == Taken, "giveBack", h.api.Link(http.MethodDelete, self+"/taking"))
	links.Allow(answers, "answer", h.api.Link(http.MethodPut, self+"/answer"))
	links.Allow(publishes && q.AnsweredOn != "", "publish", h.api.Link(http.MethodPut, self+"/publication"))
	links.Allow(publishes && q.State == Published, "unpublish", h.api.Link(http.MethodDelete, self+"/publication"))
	links.Allow(q.AskedByBodyID != nil, "body", h.api.Link(http.MethodGet, "/boards/"+deref(q.AskedByBodyID)))
	links.Allow(q.MeetingID != nil, "meeting", h.api.Link(http.MethodGet, "/council-meetings/"+deref(q.MeetingID)))
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+q.ID))
	return v
}

type listQuery struct {
	httpx.Paging
	State   State  `query:"state" oneof:"new taken answered published"`
	Area    string `query:"area"`
	Asked   string `query:"asked"`
	Waiting string `query:"waiting" oneof:"true false late"`
	Mine    bool   `query:"mine"`
}

// list gives questions.
//
// @Summary     List questions to the competence centre
// @Description What is published for the reader, the latest first; the council's and the units' people read all. Those that wait come with the one that has waited longest first.
// @Tags        questions
// @ID          listCouncilQuestions
// @Param       page    query int    false "Page, from 1"
// @Param       limit   query int    false "Items a page, 1–100"
// @Param       state   query string false "Only those that have come so far" Enums(new, taken, answered, published)
// @Param       area    query string false "Only about this violence area, by id"
// @Param       asked   query string false "Only asked for this body, by id; for those who read all"
// @Param       waiting query string false "Only those without an answer, only those that have waited too long, or only those answered" Enums(true, false, late)
// @Param       mine    query bool   false "Only what the reader asked"
// @Success     200 {object} Page "A page of questions"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions [get]
func (h handler) list(c echo.Context) error {
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		rows, total, err := h.s.List(ctx, user, Filter{State: q.State, Area: q.Area, Asked: q.Asked, Waiting: q.Waiting, Mine: q.Mine,
			Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(rows, h.view), total, err
	}, families...)
}

// get gives one question.
//
// @Summary     Read a question to the competence centre
// @Description The question with its answer, for those for whom it is published and for the council's and the units' people.
// @Tags        questions
// @ID          getCouncilQuestion
// @Param       id path string true "The question's id"
// @Success     200 {object} View "The question"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions/{id} [get]
func (h handler) get(c echo.Context) error {
	questionID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		r, err := h.s.Get(ctx, httpx.User(c), questionID)
		if err != nil {
			return nil, 0, err
		}
		return h.view(r), r.Version, nil
	}, families...)
}

// create asks a question.
//
// @Summary     Ask the competence centre
// @Description For the council's people, and for managers, contact persons and officers about their own body and what lies under it. Experts get a letter. A text that holds a personal identity number is refused.
// @Tags        questions
// @ID          createCouncilQuestion
// @Security    Bearer
// @Param       body body Input true "The question"
// @Success     201 {object} View "The new question"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayAsk(user), func(ctx context.Context, in Input) (httpx.Made, error) {
		return h.made(h.s.Ask(ctx, user, in.question()))
	}, families...)
}

func (h handler) made(r Read, err error) (httpx.Made, error) {
	if err != nil {
		return httpx.Made{}, err
	}
	return httpx.Made{Path: path(r.ID), Version: r.Version, View: h.view(r)}, nil
}

// replace puts new content on a question.
//
// @Summary     Replace a question to the competence centre
// @Description The whole content; a field left out is emptied. For who asked until it is answered, and always for the coordinator and experts.
// @Tags        questions
// @ID          replaceCouncilQuestion
// @Security    Bearer
// @Param       id   path string true "The question's id"
// @Param       body body Input  true "The question"
// @Success     200 {object} View "The question as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions/{id} [put]
func (h handler) replace(c echo.Context) error {
	user := httpx.User(c)
	questionID, err := httpx.Allowed(c, "id", objectType, h.s.MayEdit)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		return h.made(h.s.Replace(ctx, user, questionID, version, in.question()))
	}, families...)
}

// remove deletes a question.
//
// @Summary     Delete a question to the competence centre
// @Description One that is published stays until that is taken back.
// @Tags        questions
// @ID          deleteCouncilQuestion
// @Security    Bearer
// @Param       id path string true "The question's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions/{id} [delete]
func (h handler) remove(c echo.Context) error {
	questionID, err := httpx.Allowed(c, "id", objectType, h.s.MayEdit)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), questionID, version)
	})
}
