package retention

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

func recordPath(id string) string { return "/erasure-records/" + id }

func (h handler) recordView(r Record) RecordView { return r.view(false, h.api.Self(recordPath(r.ID))) }

// signedInToRead tells the public to sign in before it is told what it may not.
func signedInToRead(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
	}
	return mayRead(user)
}

// listRecords gives the erasure records.
//
// @Summary     List erasure records
// @Description What was erased, newest first: each run with its rules, bases, decisions and numbers. For administrators and the coordinator.
// @Tags        retention
// @ID          listErasureRecords
// @Security    Bearer
// @Param       page  query int false "Page, from 1"
// @Param       limit query int false "Items a page, 1–100"
// @Success     200 {object} RecordPage "A page of records"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /erasure-records [get]
func (h handler) listRecords(c echo.Context) error {
	user := httpx.User(c)
	if err := signedInToRead(user); err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	anew(c)
	return httpx.List[RecordPage](h.api, c, q.Paging, func(ctx context.Context) ([]RecordView, int, error) {
		records, total, err := h.s.Records(ctx, user, q.Offset(), q.Limit)
		return httpx.Each(records, h.recordView), total, err
	})
}

// getRecord gives one record.
//
// @Summary     Read an erasure record
// @Description One run. Records are never changed.
// @Tags        retention
// @ID          getErasureRecord
// @Security    Bearer
// @Param       id path string true "The record's id"
// @Success     200 {object} RecordView "The record"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /erasure-records/{id} [get]
func (h handler) getRecord(c echo.Context) error {
	user := httpx.User(c)
	if err := signedInToRead(user); err != nil {
		return err
	}
	recordID, err := httpx.ID(c, "id", recordType)
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		r, err := h.s.Record(ctx, user, recordID)
		return h.recordView(r), 1, err
	})
}

// run erases what is due.
//
// @Summary     Erase what is due
// @Description Carries out one rule or all, at most 1 000 rows of each, and writes a record. With dryRun it answers the same with 200, and changes nothing.
// @Tags        retention
// @ID          createErasureRecord
// @Security    Bearer
// @Param       body body RunInput true "Which rule, and whether for real"
// @Success     201 {object} RecordView "The record"
// @Success     200 {object} RecordView "What a run would erase"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /erasure-records [post]
func (h handler) run(c echo.Context) error {
	user := httpx.User(c)
	if err := mayKeep(user); err != nil {
		return err
	}
	in, err := httpx.Body[RunInput](c)
	if err != nil {
		return err
	}
	r, err := h.s.Run(c.Request().Context(), user, in.RuleID, in.DryRun)
	if err != nil {
		return err
	}
	if in.DryRun {
		links := httpx.Links{}
		links["erase"] = h.api.Link(http.MethodPost, "/erasure-records")
		return h.api.OK(c, 0, r.view(true, links))
	}
	return h.api.Created(c, recordPath(r.ID), 1, h.recordView(r))
}
