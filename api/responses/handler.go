package responses

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

const surveyType = "survey"

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/surveys/:id/responses", h.list)
	api.POST("/surveys/:id/responses", h.create)
	api.GET("/surveys/:id/responses/:responseId", h.get)
	api.DELETE("/surveys/:id/responses/:responseId", h.remove)
	api.GET("/surveys/:id/units", h.units)
	h.mountAnswers()
	h.mountStates()
	h.mountUses()
	h.mountDescriptions()
}

// response reads the round and the response from the path.
func response(c echo.Context) (surveyID, responseID string, err error) {
	if surveyID, err = httpx.ID(c, "id", surveyType); err != nil {
		return "", "", err
	}
	responseID, err = httpx.ID(c, "responseId", objectType)
	return surveyID, responseID, err
}

// allowed reads them and asks whether the user may, before anyone looks at what was sent.
func (h handler) allowed(c echo.Context, may func(ctx context.Context, user auth.User, surveyID, responseID string) error) (surveyID, responseID string, err error) {
	if surveyID, responseID, err = response(c); err != nil {
		return "", "", err
	}
	return surveyID, responseID, may(c.Request().Context(), httpx.User(c), surveyID, responseID)
}

// summary shows a response in a list.
func (h handler) summary(r Seen) Summary {
	self := path(r.SurveyID, r.ID)
	links := h.api.Self(self)
	user, open := r.reach.user, h.s.open(r.Survey)
	writes := open && r.State != Signed && r.reach.writes(r.Response)
	links.Allow(writes, "write", h.api.Link(http.MethodPut, self+"/answers"))
	links.Allow(writes, "comment", h.api.Link(http.MethodPost, self+"/comments"))
	links.Allow(open && r.State != Signed && mayLetIn(r) == nil, "writers", h.api.Link(http.MethodPut, self+"/writers"))
	links.Allow(open && r.State != Signed && maySign(r) == nil, "sign", h.api.Link(http.MethodPut, self+"/signature"))
	links.Allow(open && r.State == Signed && mayReopen(r) == nil, "reopen", h.api.Link(http.MethodPut, self+"/reopening"))
	links.Allow(r.State == Draft && mayDelete(r) == nil, "delete", h.api.Link(http.MethodDelete, self))
	links.Allow(r.State == Signed && mayUse(user) == nil, "use", h.api.Link(http.MethodPost, self+"/uses"))
	links.Allow(r.State == Signed, "description", h.api.Link(http.MethodGet, self+"/description"))
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+objectType+"/"+r.ID))
	links["document"] = h.api.Link(http.MethodGet, self+"/document")
	links["survey"] = h.api.Link(http.MethodGet, "/surveys/"+r.SurveyID)
	links["unit"] = h.api.Link(http.MethodGet, "/boards/"+r.UnitID)
	v := Summary{ID: r.ID, SurveyID: r.SurveyID, Input: Input{r.UnitID}, UnitNames: Names{r.Unit.NameSv, r.Unit.NameEn}, State: r.State, Answered: r.Answered,
		Version: r.Version, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt, Links: links}
	if r.State == Signed {
		v.SignedAt = r.SignedAt
	}
	return v
}

// view shows a response with all that is in it.
func (h handler) view(w Whole) View {
	person := func(userID, role string) Person { return Person{UserID: userID, Name: w.Names[userID], Role: role} }
	v := View{Summary: h.summary(w.Seen), Asked: w.Asked, Missing: w.Missing, Stray: w.Stray, ContentHash: w.Hash, StartedBy: person(w.StartedBy, ""),
		Answers:  httpx.Each(w.Answers, func(a Answer) AnswerView { return h.answerView(SeenAnswer{a, w.Seen, w.Names[a.WriterID]}) }),
		Comments: httpx.Each(w.Comments, func(c Comment) CommentView { return h.commentView(SeenComment{c, w.Seen, w.Names[c.WriterID]}) }),
		Writers:  httpx.Each(w.Writers, func(one Writer) Person { return person(one.UserID, "") })}
	if w.State == Signed && w.SignedAt != nil {
		v.Signature = &Signature{person(w.SignedBy, w.SignedRole), *w.SignedAt, w.SignedHash}
	}
	if w.ReopenedAt != nil {
		v.Reopened = &Reopening{w.ReopenedWhy, w.ReopenedRole, *w.ReopenedAt}
	}
	return v
}

func (h handler) made(w Whole, err error) (httpx.Made, error) {
	if err != nil {
		return httpx.Made{}, err
	}
	return httpx.Made{Path: path(w.SurveyID, w.ID), Version: w.Version, View: h.view(w)}, nil
}

type listQuery struct {
	httpx.Paging
	State State  `query:"state" oneof:"draft signed reopened"`
	Unit  string `query:"unit"`
}

// list gives a round's responses.
//
// @Summary     List the units' answers in a round
// @Description All for the coordinator and administrators; for others those of their own body and what lies under it, and those that they were let in to write.
// @Tags        responses
// @ID          listResponses
// @Security    Bearer
// @Param       id    path  string true  "The round's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Param       state query string false "Only those that have come so far" Enums(draft, signed, reopened)
// @Param       unit  query string false "Only that of this unit, by id"
// @Success     200 {object} Page "A page of answers"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses [get]
func (h handler) list(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", surveyType)
	if err != nil {
		return err
	}
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.LiveList[Page](h.api, c, q.Paging, func(ctx context.Context) ([]Summary, int, error) {
		rows, total, err := h.s.List(ctx, user, Filter{SurveyID: surveyID, State: q.State, Unit: q.Unit, Offset: q.Offset(), Limit: q.Limit})
		return httpx.Each(rows, h.summary), total, err
	})
}

// create begins a unit's response.
//
// @Summary     Begin a unit's answer
// @Description One for each unit and round, while the round is open: where there is one already, 409 exists gives its path under errors. For the unit's contact person and manager, officers above it, and the coordinator.
// @Tags        responses
// @ID          createResponse
// @Security    Bearer
// @Param       id   path string true "The round's id"
// @Param       body body Input  true "The unit"
// @Success     201 {object} View "The new answer"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses [post]
func (h handler) create(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", surveyType, h.s.MayStart)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in Input) (httpx.Made, error) {
		return h.made(h.s.Start(ctx, user, surveyID, in.UnitID))
	})
}

// get gives a response with all that is in it.
//
// @Summary     Read a unit's answer
// @Description All answers with their versions, comments and writers, and what is missing. Ask again with If-None-Match to follow what others write. What each answer says is changed at its own address, by the question's key.
// @Tags        responses
// @ID          getResponse
// @Security    Bearer
// @Param       id         path string true "The round's id"
// @Param       responseId path string true "The answer's id"
// @Success     200 {object} View "The answer"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId} [get]
func (h handler) get(c echo.Context) error {
	surveyID, responseID, err := response(c)
	if err != nil {
		return err
	}
	return h.api.Live(c, func(ctx context.Context) (any, int, error) {
		w, err := h.s.Get(ctx, httpx.User(c), surveyID, responseID)
		if err != nil {
			return nil, 0, err
		}
		return h.view(w), w.Version, nil
	})
}

// remove deletes a response that was begun by mistake.
//
// @Summary     Delete a unit's answer
// @Description For the coordinator, and only one that was never signed: what was signed is an official document.
// @Tags        responses
// @ID          deleteResponse
// @Security    Bearer
// @Param       id         path string true "The round's id"
// @Param       responseId path string true "The answer's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId} [delete]
func (h handler) remove(c echo.Context) error {
	surveyID, responseID, err := h.allowed(c, h.s.MayDelete)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.Delete(ctx, httpx.User(c), surveyID, responseID, version)
	})
}

// units gives the units for which the reader writes.
//
// @Summary     List the units that the reader may answer for
// @Description By name, each with how far its answer has come, and with start where it may be begun. For the coordinator all units of today.
// @Tags        responses
// @ID          listUnitsToAnswer
// @Security    Bearer
// @Param       id    path  string true  "The round's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} UnitPage "A page of units"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/units [get]
func (h handler) units(c echo.Context) error {
	surveyID, p, err := httpx.Under(c, surveyType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.LiveList[UnitPage](h.api, c, p, func(ctx context.Context) ([]UnitView, int, error) {
		rows, total, err := h.s.Units(ctx, user, surveyID, p.Offset(), p.Limit)
		return httpx.Each(rows, h.unitView), total, err
	})
}

func (h handler) unitView(u UnitToAnswer) UnitView {
	links := httpx.Links{"unit": h.api.Link(http.MethodGet, "/boards/"+u.Unit.ID)}
	v := UnitView{UnitID: u.Unit.ID, UnitNames: Names{u.Unit.NameSv, u.Unit.NameEn}, ParentID: u.Unit.ParentID, Links: links}
	if r := u.Response; r != nil {
		v.State, v.ResponseID = r.State, r.ID
		links["response"] = h.api.Link(http.MethodGet, path(r.SurveyID, r.ID))
		return v
	}
	links.Allow(h.s.open(u.Survey), "start", h.api.Link(http.MethodPost, "/surveys/"+u.Survey.ID+"/responses"))
	return v
}

// readable language of papers: what the reader asks for, else Swedish.
type langQuery struct {
	Lang string `query:"lang" oneof:"sv en"`
}

// families are what an approved description depends on.
var families = []string{surveys.Family}
