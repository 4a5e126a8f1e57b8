package activities

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func (h handler) mountReports() {
	h.api.GET("/activities/:id/reports", h.listReports)
	h.api.POST("/activities/:id/reports", h.createReport)
	h.api.GET("/activities/:id/reports/:reportId", h.getReport)
	h.api.PUT("/activities/:id/reports/:reportId", h.replaceReport)
	h.api.GET("/activities/:id/parts", h.listParts)
	h.api.GET("/activities/:id/parts/:bodyId", h.getPart)
	h.api.PUT("/activities/:id/parts/:bodyId", h.replacePart)
}

func reportPath(r Report) string { return path(r.ActivityID) + "/reports/" + r.ID }

func (h handler) reportView(user auth.User, r Report) ReportView {
	links := h.api.Self(reportPath(r))
	links.Allow(r.EditableBy(user), "edit", h.api.Link(http.MethodPut, reportPath(r)))
	return ReportView{ID: r.ID, ActivityID: r.ActivityID, ReportInput: r.input(), ByRole: r.ByRole,
		Version: r.Version, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt, Links: links}
}

// listReports gives what bodies have told, newest first.
//
// @Summary     List reports
// @Description What the bodies that answer have told of the activity, newest first.
// @Tags        activities
// @ID          listReports
// @Param       id    path  string true  "The activity's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} ReportPage "A page of reports"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/reports [get]
func (h handler) listReports(c echo.Context) error {
	activityID, paging, err := httpx.Under(c, objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[ReportPage](h.api, c, paging, func(ctx context.Context) ([]ReportView, int, error) {
		rows, total, err := h.s.Reports(ctx, user, activityID, paging.Offset(), paging.Limit)
		return httpx.Each(rows, func(r Report) ReportView { return h.reportView(user, r) }), total, err
	}, families...)
}

// getReport gives one report.
//
// @Summary     Read a report
// @Description One report. The body and the reporter's role are shown, the person is not.
// @Tags        activities
// @ID          getReport
// @Param       id       path string true "The activity's id"
// @Param       reportId path string true "The report's id"
// @Success     200 {object} ReportView "The report"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/reports/{reportId} [get]
func (h handler) getReport(c echo.Context) error {
	activityID, reportID, err := rowOf(c, "reportId", "report")
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		r, err := h.s.Report(ctx, httpx.User(c), activityID, reportID)
		return h.reportView(httpx.User(c), r), r.Version, err
	}, families...)
}

// createReport tells how one body's share goes.
//
// @Summary     Report on an activity
// @Description For officers and partners of a body that answers today, and the coordinator. The activity's status follows at once.
// @Tags        activities
// @ID          createReport
// @Security    Bearer
// @Param       id   path string      true "The activity's id"
// @Param       body body ReportInput true "The report"
// @Success     201 {object} ReportView "The new report"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/reports [post]
func (h handler) createReport(c echo.Context) error {
	user := httpx.User(c)
	activityID, err := httpx.Allowed(c, "id", objectType, h.s.MayReport)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in ReportInput) (httpx.Made, error) {
		r, err := h.s.AddReport(ctx, user, activityID, in.row())
		return httpx.Made{Path: reportPath(r), Version: r.Version, View: h.reportView(user, r)}, err
	}, families...)
}

// replaceReport corrects a report.
//
// @Summary     Correct a report
// @Description By who wrote it, or the coordinator. The body stays.
// @Tags        activities
// @ID          replaceReport
// @Security    Bearer
// @Param       id       path string      true "The activity's id"
// @Param       reportId path string      true "The report's id"
// @Param       body     body ReportInput true "The report"
// @Success     200 {object} ReportView "The report as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/reports/{reportId} [put]
func (h handler) replaceReport(c echo.Context) error {
	user := httpx.User(c)
	activityID, reportID, err := changeableRow(c, "reportId", "report", h.s.MayCorrect)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in ReportInput, version int) (httpx.Made, error) {
		r, err := h.s.CorrectReport(ctx, user, activityID, reportID, version, in.row())
		return httpx.Made{Path: reportPath(r), Version: r.Version, View: h.reportView(user, r)}, err
	}, families...)
}

func partPath(p Part) string { return path(p.ActivityID) + "/parts/" + p.BodyID }

func (h handler) partView(reach Reach, p Part) PartView {
	links := h.api.Self(partPath(p))
	links.Allow(reach.Covers(p.BodyID), "edit", h.api.Link(http.MethodPut, partPath(p)))
	return PartView{ActivityID: p.ActivityID, BodyID: p.BodyID, PartInput: PartInput{p.AssignmentReference},
		State: p.State, LastReportOn: p.LastReportOn, Version: p.Version, Links: links}
}

// listParts gives each body's share.
//
// @Summary     List parts
// @Description The share of each body that answers today or has reported: its state and where its assignment plan takes it up.
// @Tags        activities
// @ID          listParts
// @Param       id    path  string true  "The activity's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} PartPage "A page of parts"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/parts [get]
func (h handler) listParts(c echo.Context) error {
	activityID, paging, err := httpx.Under(c, objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[PartPage](h.api, c, paging, func(ctx context.Context) ([]PartView, int, error) {
		parts, err := h.s.Parts(ctx, user, activityID)
		if err != nil {
			return nil, 0, err
		}
		reach, err := h.s.ReachOf(ctx, user)
		return httpx.Each(httpx.Slice(parts, paging), func(p Part) PartView { return h.partView(reach, p) }), len(parts), err
	}, families...)
}

// getPart gives one body's share.
//
// @Summary     Read a part
// @Description One body's share of the activity; version 0 until something is written.
// @Tags        activities
// @ID          getPart
// @Param       id     path string true "The activity's id"
// @Param       bodyId path string true "The body's id"
// @Success     200 {object} PartView "The part"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/parts/{bodyId} [get]
func (h handler) getPart(c echo.Context) error {
	activityID, bodyID, err := rowOf(c, "bodyId", "part")
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		p, err := h.s.Part(ctx, httpx.User(c), activityID, bodyID)
		if err != nil {
			return nil, 0, err
		}
		reach, err := h.s.ReachOf(ctx, httpx.User(c))
		return h.partView(reach, p), p.Version, err
	}, families...)
}

// replacePart notes where the body's assignment plan takes up the activity.
//
// @Summary     Refer to the assignment plan
// @Description By the body's officer or partner, or the coordinator. If-Match is "0" for a part that nobody has written on.
// @Tags        activities
// @ID          replacePart
// @Security    Bearer
// @Param       id     path string    true "The activity's id"
// @Param       bodyId path string    true "The body's id"
// @Param       body   body PartInput true "The reference"
// @Success     200 {object} PartView "The part as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /activities/{id}/parts/{bodyId} [put]
func (h handler) replacePart(c echo.Context) error {
	user := httpx.User(c)
	activityID, bodyID, err := changeableRow(c, "bodyId", "part", h.s.MayRefer)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in PartInput, version int) (httpx.Made, error) {
		p, err := h.s.ReferPart(ctx, user, activityID, bodyID, version, in.AssignmentReference)
		return httpx.Made{Path: partPath(p), Version: p.Version, View: h.partView(Reach{all: true}, p)}, err
	}, families...)
}
