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
	planID, err := httpx.ID(c, "id", objectType)
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		rounds, p, total, err := h.s.Rounds(ctx, user, planID, q.Offset(), q.Limit)
		if err != nil {
			return nil, 0, err
		}
		page := RoundPage{Items: make([]RoundView, len(rounds))}
		for i, r := range rounds {
			page.Items[i] = h.roundView(user, r, p)
		}
		page.Meta, page.Links = h.api.PageOf(c, q.Paging, total, len(rounds))
		return page, 0, nil
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
	planID, err := h.writable(c)
	if err != nil {
		return err
	}
	in, err := httpx.Body[RoundInput](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	r, p, err := h.s.CreateRound(c.Request().Context(), user, planID, in.round())
	if err != nil {
		return err
	}
	return h.api.Created(c, roundPath(r), r.Version, h.roundView(user, r, p), Family)
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
	user, ctx := httpx.User(c), c.Request().Context()
	planID, roundID, err := inPlan(c, "roundId", roundType)
	if err != nil {
		return err
	}
	if err := h.s.MayChangeRound(ctx, user, planID, roundID); err != nil {
		return err
	}
	in, version, err := httpx.Change[RoundInput](c)
	if err != nil {
		return err
	}
	r, p, err := h.s.ReplaceRound(ctx, user, planID, roundID, version, in.round())
	if err != nil {
		return err
	}
	return h.api.OK(c, r.Version, h.roundView(user, r, p), Family)
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
	user, ctx := httpx.User(c), c.Request().Context()
	planID, roundID, err := inPlan(c, "roundId", roundType)
	if err != nil {
		return err
	}
	if err := h.s.MayChangeRound(ctx, user, planID, roundID); err != nil {
		return err
	}
	version, err := httpx.IfMatch(c)
	if err != nil {
		return err
	}
	if err := h.s.DeleteRound(ctx, user, planID, roundID, version); err != nil {
		return err
	}
	return httpx.Deleted(c)
}
