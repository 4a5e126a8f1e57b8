package activities

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

// changes answers a list with updatedSince: what changed, not what there is.
func (h handler) changes(c echo.Context, q listQuery) error {
	if alone := (listQuery{Paging: q.Paging, UpdatedSince: q.UpdatedSince}); q != alone || q.Page != 1 {
		return problem.BadRequest("invalidParameter", "A query parameter is not valid.",
			problem.Field{Name: "updatedSince", Code: "notAllowed", Detail: "updatedSince goes with limit alone; follow the cursor."})
	}
	after, err := parseCursor(q.UpdatedSince)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		found, gone, next, err := h.s.Changes(ctx, httpx.User(c), after, q.Limit)
		if err != nil {
			return nil, 0, err
		}
		page, err := h.page(ctx, httpx.User(c), found)
		page.DeletedIDs, page.Cursor = gone, next.String()
		page.Meta, page.Links = h.api.PageOf(c, q.Paging, len(found), len(found))
		return page, 0, err
	}, families...)
}
