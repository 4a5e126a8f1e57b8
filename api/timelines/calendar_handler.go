package timelines

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

type calendarQuery struct {
	filterQuery
	Lang string `query:"lang" oneof:"sv en"`
}

// calendar gives the feed to calendar programs.
//
// @Summary     Subscribe to the timeline
// @Description The same entries as an iCalendar feed (RFC 5545), as all-day events; those without a day are left out.
// @Tags        timelines
// @ID          getTimelineCalendar
// @Produce     text/calendar
// @Param       plan     query string false "Only this plan's, by id"
// @Param       board    query string false "Only what this body answers for or takes part in, by id"
// @Param       area     query string false "Only what concerns this violence area, by id"
// @Param       kind     query string false "Only this kind" Enums(decision, event, revision, meeting, activity, milestone, reportDue, planPeriod, survey, mandate, communication)
// @Param       activity query string false "Only this activity and its milestones, by id"
// @Param       from     query string false "Only what goes on from this day" Format(date)
// @Param       to       query string false "Only what begins by this day" Format(date)
// @Param       lang     query string false "Language of the words around the titles; Swedish when left out" Enums(sv, en)
// @Success     200 {string} string "The calendar"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /timelines/calendar [get]
func (h handler) calendar(c echo.Context) error {
	q, err := httpx.Query[calendarQuery](c)
	if err != nil {
		return err
	}
	f, err := q.filter()
	if err != nil {
		return err
	}
	user := httpx.User(c)
	c.Response().Header().Set(echo.HeaderContentDisposition, `inline; filename="tidslinje.ics"`)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		items, name, err := h.s.Calendar(ctx, user, f)
		return httpx.Raw{MediaType: "text/calendar; charset=utf-8", Body: ical(items, name, q.Lang)}, 0, err
	}, familiesFor(user)...)
}
