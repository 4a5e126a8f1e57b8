package meetings

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountSeries() {
	h.api.GET("/council-meeting-series", h.listSeries)
	h.api.POST("/council-meeting-series", h.createSeries)
	h.api.GET("/council-meeting-series/:id", h.getSeries)
	h.api.PUT("/council-meeting-series/:id", h.replaceSeries)
	h.api.DELETE("/council-meeting-series/:id", h.deleteSeries)
}

func seriesPath(seriesID string) string { return "/council-meeting-series/" + seriesID }

func (h handler) seriesView(user auth.User, s SeenSeries) SeriesView {
	links := h.api.Self(seriesPath(s.ID))
	h.api.Editable(links, user.May(auth.KeepMeetings), seriesPath(s.ID))
	links.Allow(user.May(auth.ReadHistory), "history", h.api.Link(http.MethodGet, "/histories/"+seriesType+"/"+s.ID))
	return SeriesView{ID: s.ID, SeriesInput: s.input(), Kept: httpx.Each(s.Kept, func(k Kept) KeptView { return KeptView(k) }),
		Version: s.Version, CreatedAt: s.CreatedAt, UpdatedAt: s.UpdatedAt, Links: links}
}

func (h handler) seriesMade(user auth.User) func(s SeenSeries, err error) (httpx.Made, error) {
	return func(s SeenSeries, err error) (httpx.Made, error) {
		return httpx.Made{Path: seriesPath(s.ID), Version: s.Version, View: h.seriesView(user, s)}, err
	}
}

// listSeries gives how often it is decided to meet.
//
// @Summary     List series of meetings
// @Description How often the council has decided to meet, and year by year whether it has.
// @Tags        council-meetings
// @ID          listCouncilMeetingSeries
// @Param       page  query int false "Page, from 1"
// @Param       limit query int false "Items a page, 1–100"
// @Success     200 {object} SeriesPage "A page of series"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meeting-series [get]
func (h handler) listSeries(c echo.Context) error {
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[SeriesPage](h.api, c, q.Paging, func(ctx context.Context) ([]SeriesView, int, error) {
		rows, total, err := h.s.SeriesList(ctx, user, q.Offset(), q.Limit)
		return httpx.Each(rows, func(s SeenSeries) SeriesView { return h.seriesView(user, s) }), total, err
	}, families...)
}

// getSeries gives one series.
//
// @Summary     Read a series of meetings
// @Tags        council-meetings
// @ID          getCouncilMeetingSeries
// @Param       id path string true "The series' id"
// @Success     200 {object} SeriesView "The series"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meeting-series/{id} [get]
func (h handler) getSeries(c echo.Context) error {
	seriesID, err := httpx.ID(c, "id", seriesType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		s, err := h.s.OneSeries(ctx, user, seriesID)
		return h.seriesView(user, s), s.Version, err
	}, families...)
}

// createSeries makes a series.
//
// @Summary     Make a series of meetings
// @Description For the coordinator, the secretary and administrators.
// @Tags        council-meetings
// @ID          createCouncilMeetingSeries
// @Security    Bearer
// @Param       body body SeriesInput true "The series"
// @Success     201 {object} SeriesView "The new series"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meeting-series [post]
func (h handler) createSeries(c echo.Context) error {
	user := httpx.User(c)
	return httpx.Create(h.api, c, mayKeepMeetings(user), func(ctx context.Context, in SeriesInput) (httpx.Made, error) {
		return h.seriesMade(user)(h.s.CreateSeries(ctx, user, in.series()))
	}, families...)
}

// replaceSeries puts new content on a series.
//
// @Summary     Replace a series of meetings
// @Description The whole content; a field left out is emptied.
// @Tags        council-meetings
// @ID          replaceCouncilMeetingSeries
// @Security    Bearer
// @Param       id   path string      true "The series' id"
// @Param       body body SeriesInput true "The series"
// @Success     200 {object} SeriesView "The series as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meeting-series/{id} [put]
func (h handler) replaceSeries(c echo.Context) error {
	user := httpx.User(c)
	seriesID, err := httpx.Allowed(c, "id", seriesType, h.s.MayKeepSeries)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in SeriesInput, version int) (httpx.Made, error) {
		return h.seriesMade(user)(h.s.ReplaceSeries(ctx, user, seriesID, version, in.series()))
	}, families...)
}

// deleteSeries removes a series.
//
// @Summary     Delete a series of meetings
// @Description Only one in which no meeting stands; else give it a last day.
// @Tags        council-meetings
// @ID          deleteCouncilMeetingSeries
// @Security    Bearer
// @Param       id path string true "The series' id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meeting-series/{id} [delete]
func (h handler) deleteSeries(c echo.Context) error {
	seriesID, err := httpx.Allowed(c, "id", seriesType, h.s.MayKeepSeries)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteSeries(ctx, httpx.User(c), seriesID, version)
	})
}
