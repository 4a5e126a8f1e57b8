package steering

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/activities"
	"envagin/api/council"
	"envagin/api/platform/day"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// Mount puts the room's route on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/steering-items", h.list)
}

type listQuery struct {
	httpx.Paging
	Since day.Day `query:"since"`
}

// list gives the steering group's view.
//
// @Summary     Read the steering group's view
// @Description What is late, what changed since a day, what nobody has told of for long, what is due within 60 days, and what else waits. For the steering group, the coordinator and administrators.
// @Tags        steering
// @ID          listSteeringItems
// @Security    Bearer
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Param       since query string false "Changes from this day on; since the steering group last met, else 90 days ago, when absent" Format(date)
// @Success     200 {object} Page "A page of the view"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /steering-items [get]
func (h handler) list(c echo.Context) error {
	user := httpx.User(c)
	if err := mayRead(user); err != nil {
		return err
	}
	q, err := httpx.Query[listQuery](c)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		items, since, err := h.s.Items(ctx, user, q.Since)
		if err != nil {
			return nil, 0, err
		}
		page := Page{Since: since, Counts: counts(items), Items: httpx.Each(httpx.Slice(items, q.Paging), Item.view)}
		page.Meta, page.Links = h.api.PageOf(c, q.Paging, len(items), len(page.Items))
		return page, 0, nil
	}, activities.Family, council.Family)
}
