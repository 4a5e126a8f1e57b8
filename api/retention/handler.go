package retention

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/retention-rules", h.list)
	api.GET("/retention-rules/:key", h.get)
	api.PUT("/retention-rules/:key", h.replace)
	api.GET("/erasure-records", h.listRecords)
	api.POST("/erasure-records", h.run)
	api.GET("/erasure-records/:id", h.getRecord)
}

func path(key string) string { return "/retention-rules/" + key }

func (h handler) view(user auth.User, r Rule) View {
	links := h.api.Self(path(r.Key))
	keeps := user.May(auth.KeepRetention)
	links.Allow(keeps, "edit", h.api.Link(http.MethodPut, path(r.Key)))
	links.Allow(keeps, "erase", h.api.Link(http.MethodPost, "/erasure-records"))
	return r.view(links)
}

// anew answers in full each time: how much is due changes without anybody writing
// to a rule, so no answer may be called unchanged.
func anew(c echo.Context) { c.Request().Header.Del("If-None-Match") }

// list gives the rules.
//
// @Summary     List retention rules
// @Description For how long each table keeps its rows, on which basis and by which decision, and how many rows are due today. For administrators and the coordinator.
// @Tags        retention
// @ID          listRetentionRules
// @Security    Bearer
// @Param       page  query int false "Page, from 1"
// @Param       limit query int false "Items a page, 1–100"
// @Success     200 {object} Page "A page of rules"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /retention-rules [get]
func (h handler) list(c echo.Context) error {
	user := httpx.User(c)
	if err := signedInToRead(user); err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	anew(c)
	return httpx.List[Page](h.api, c, q.Paging, func(ctx context.Context) ([]View, int, error) {
		rules, err := h.s.List(ctx, user)
		return httpx.Each(httpx.Slice(rules, q.Paging), func(r Rule) View { return h.view(user, r) }), len(rules), err
	})
}

// get gives one rule.
//
// @Summary     Read a retention rule
// @Description One rule, with how many rows are due today.
// @Tags        retention
// @ID          getRetentionRule
// @Security    Bearer
// @Param       key path string true "The rule's key"
// @Success     200 {object} View "The rule"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /retention-rules/{key} [get]
func (h handler) get(c echo.Context) error {
	user := httpx.User(c)
	if err := signedInToRead(user); err != nil {
		return err
	}
	anew(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		r, err := h.s.Get(ctx, user, c.Param("key"))
		return h.view(user, r), r.Setting.Version, err
	})
}

// replace puts the municipality's decision on a rule.
//
// @Summary     Decide on a retention rule
// @Description How many days, between the rule's shortest and longest, and the reference of the municipality's decision to erase.
// @Tags        retention
// @ID          replaceRetentionRule
// @Security    Bearer
// @Param       key  path string true "The rule's key"
// @Param       body body Input  true "The decision"
// @Success     200 {object} View "The rule as it now holds"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /retention-rules/{key} [put]
func (h handler) replace(c echo.Context) error {
	user, key := httpx.User(c), c.Param("key")
	return httpx.Replace(h.api, c, h.s.MayChange(user, key), func(ctx context.Context, in Input, version int) (httpx.Made, error) {
		r, err := h.s.Decide(ctx, user, version, in.setting(key))
		return httpx.Made{Path: path(key), Version: r.Setting.Version, View: h.view(user, r)}, err
	})
}
