package plans

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

func roundPath(r ReportingRound) string { return path(r.PlanID) + "/reporting-rounds/" + r.ID }

func (h handler) roundView(user auth.User, r ReportingRound, p Plan) RoundView {
	links := h.api.Self(roundPath(r))
	h.api.Editable(links, EditableBy(user), roundPath(r))
	links["up"] = h.api.Link("GET", path(r.PlanID))
	return r.view(p.PeriodTo, h.s.clock.Today(), links)
}

// listRounds gives a plan's reporting rounds.
//
// @Summary     List a plan's reporting rounds
// @Description To whom reports are due and when, the earliest first.
// @Tags        plans
// @ID          listReportingRounds
// @Param       id    path  string true  "The plan's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} RoundPage "A page of reporting rounds"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/reporting-rounds [get]
func (h handler) listRounds(c echo.Context) error {
	planID, paging, err := httpx.Under(c, objectType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[RoundPage](h.api, c, paging, func(ctx context.Context) ([]RoundView, int, error) {
		rounds, p, total, err := h.s.Rounds(ctx, user, planID, paging.Offset(), paging.Limit)
		return httpx.Each(rounds, func(r ReportingRound) RoundView { return h.roundView(user, r, p) }), total, err
	}, Family)
}

// getRound gives one reporting round.
//
// @Summary     Read a reporting round
// @Description One round with its due days.
// @Tags        plans
// @ID          getReportingRound
// @Param       id      path string true "The plan's id"
// @Param       roundId path string true "The round's id"
// @Success     200 {object} RoundView "The reporting round"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/reporting-rounds/{roundId} [get]
func (h handler) getRound(c echo.Context) error {
	planID, roundID, err := inPlan(c, "roundId", roundType)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		r, p, err := h.s.Round(ctx, user, planID, roundID)
		return h.roundView(user, r, p), r.Version, err
	}, Family)
}

// createRound makes a reporting round.
//
// @Summary     Create a reporting round
// @Description For the coordinator and administrators.
// @Tags        plans
// @ID          createReportingRound
// @Security    Bearer
// @Param       id   path string     true "The plan's id"
// @Param       body body RoundInput true "The reporting round"
// @Success     201 {object} RoundView "The new reporting round"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/reporting-rounds [post]
func (h handler) createRound(c echo.Context) error {
	user := httpx.User(c)
	planID, err := h.writable(c)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in RoundInput) (httpx.Made, error) {
		r, p, err := h.s.CreateRound(ctx, user, planID, in.round())
		return httpx.Made{Path: roundPath(r), Version: r.Version, View: h.roundView(user, r, p)}, err
	}, Family)
}

// replaceRound puts new content on a reporting round.
//
// @Summary     Replace a reporting round
// @Description The whole round; a field left out is emptied.
// @Tags        plans
// @ID          replaceReportingRound
// @Security    Bearer
// @Param       id      path string     true "The plan's id"
// @Param       roundId path string     true "The round's id"
// @Param       body    body RoundInput true "The reporting round"
// @Success     200 {object} RoundView "The reporting round as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/reporting-rounds/{roundId} [put]
func (h handler) replaceRound(c echo.Context) error {
	user := httpx.User(c)
	planID, roundID, err := writableIn(c, "roundId", roundType, h.s.MayChangeRound)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in RoundInput, version int) (httpx.Made, error) {
		r, p, err := h.s.ReplaceRound(ctx, user, planID, roundID, version, in.round())
		return httpx.Made{Path: roundPath(r), Version: r.Version, View: h.roundView(user, r, p)}, err
	}, Family)
}

// removeRound deletes a reporting round.
//
// @Summary     Delete a reporting round
// @Description Its due days leave the timeline; reports that were made stay.
// @Tags        plans
// @ID          deleteReportingRound
// @Security    Bearer
// @Param       id      path string true "The plan's id"
// @Param       roundId path string true "The round's id"
// @Success     204 "Deleted"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /plans/{id}/reporting-rounds/{roundId} [delete]
func (h handler) removeRound(c echo.Context) error {
	user := httpx.User(c)
	planID, roundID, err := writableIn(c, "roundId", roundType, h.s.MayChangeRound)
	return httpx.Delete(c, err, func(ctx context.Context, version int) error {
		return h.s.DeleteRound(ctx, user, planID, roundID, version)
	})
}
