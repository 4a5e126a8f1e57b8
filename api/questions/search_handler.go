package questions

import (
	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

// search finds questions.
//
// @Summary     Search questions to the competence centre
// @Description Those that the reader may read and that hold all words, in Swedish or English in any form, the best first. The words are kept nowhere.
// @Tags        questions
// @ID          searchCouncilQuestions
// @Param       body body SearchInput true "What to look for"
// @Success     200 {object} SearchResult "What was found"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-question-searches [post]
func (h handler) search(c echo.Context) error {
	user := httpx.User(c)
	if user.Public() {
		if err := h.searches.Take(c.RealIP()); err != nil {
			return err
		}
	}
	in, err := httpx.Body[SearchInput](c)
	if err != nil {
		return err
	}
	p, err := in.paging(httpx.Paging{Page: 1, Limit: 20})
	if err != nil {
		return err
	}
	rows, total, err := h.s.Search(c.Request().Context(), user, in.Q, Filter{State: in.State, Area: in.AreaID, Offset: p.Offset(), Limit: p.Limit})
	if err != nil {
		return err
	}
	out := SearchResult{Items: httpx.Each(rows, h.view)}
	out.Meta, _ = h.api.PageOf(c, p, total, len(rows))
	return h.api.OK(c, 0, out, families...)
}

// paging is which page is asked for, and first when none is.
func (in SearchInput) paging(first httpx.Paging) (httpx.Paging, error) {
	p := httpx.Paging{Page: in.Page, Limit: in.Limit}
	if in.Page == 0 {
		p.Page = first.Page
	}
	if in.Limit == 0 {
		p.Limit = first.Limit
	}
	var c problem.Checks
	c.Range("page", p.Page, 1, 1_000_000)
	c.Range("limit", p.Limit, 1, 100)
	return p, c.Err()
}
