package results

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountTexts() {
	h.api.GET("/surveys/:id/free-texts", h.listTexts)
	h.api.PUT("/surveys/:id/free-texts/:textId", h.readText)
}

func (h handler) textView(user auth.User) func(t Text) TextView {
	return func(t Text) TextView {
		links := httpx.Links{"survey": h.api.Link(http.MethodGet, "/surveys/"+t.SurveyID)}
		links.Allow(t.State != ToldTexts && user.May(auth.ReadFreeTexts), "edit", h.api.Link(http.MethodPut, "/surveys/"+t.SurveyID+"/free-texts/"+t.ID))
		return t.view(links)
	}
}

type textsQuery struct {
	httpx.Paging
	Question  string `query:"question"`
	Dimension string `query:"dimension"`
	Group     string `query:"group"`
	State     string `query:"state" oneof:"waiting allowed withheld published"`
}

// listTexts gives what employees wrote.
//
// @Summary     List what employees wrote in their own words
// @Description Texts of groups in which at least fifty answered and as many wrote as the threshold, otherwise of the group above or the whole; each stands once, in an order of chance, and nothing joins it to another answer. Once the round is published everyone reads those that may be told. From its close until then those who read them first read all.
// @Tags        results
// @ID          listFreeTexts
// @Param       id        path  string true  "The round's id"
// @Param       question  query string false "Texts of one question, by key"
// @Param       dimension query string false "Texts of the groups of one breakdown, by key"
// @Param       group     query string false "Texts of one group, by key"
// @Param       state     query string false "Texts that have come so far" Enums(waiting, allowed, withheld, published)
// @Param       page      query int    false "Page, from 1"
// @Param       limit     query int    false "Items a page, 1–100"
// @Success     200 {object} TextPage "A page of texts"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/free-texts [get]
func (h handler) listTexts(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return err
	}
	q, err := httpx.Query[textsQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[TextPage](h.api, c, q.Paging, func(ctx context.Context) ([]TextView, int, error) {
		rows, total, err := h.s.Texts(ctx, user, surveyID, TextFilter{q.Question, q.Dimension, q.Group, TextState(q.State)}, q.Offset(), q.Limit)
		return httpx.Each(rows, h.textView(user)), total, err
	}, families...)
}

// readText holds what somebody says who has read a text.
//
// @Summary     Read a text before it is told
// @Description For the coordinator, from when the round has closed until it is published: whether the text may be told, and which of its words are struck because they show who somebody is. A round is not published while a text waits. At publication what is withheld or struck is destroyed.
// @Tags        results
// @ID          replaceFreeText
// @Security    Bearer
// @Param       id     path string    true "The round's id"
// @Param       textId path string    true "The text's id"
// @Param       body   body TextInput true "What becomes of it"
// @Success     200 {object} TextView "The text as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/free-texts/{textId} [put]
func (h handler) readText(c echo.Context) error {
	user := httpx.User(c)
	surveyID, err := httpx.Allowed(c, "id", "survey", h.s.MayRead)
	var textID string
	if err == nil {
		textID, err = httpx.ID(c, "textId", textType)
	}
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in TextInput, version int) (httpx.Made, error) {
		t, err := h.s.Read(ctx, user, surveyID, textID, Reading{in.State, in.Strike}, version)
		return httpx.Made{Path: "/surveys/" + surveyID + "/free-texts/" + t.ID, Version: t.Version, View: h.textView(user)(t)}, err
	}, families...)
}
