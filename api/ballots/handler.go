package ballots

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

type handler struct {
	api     *httpx.API
	s       *Service
	refused *httpx.Throttle
}

// refusedAMinute is how much that is refused one address may send before it is told to
// wait. What is right is never counted: all of a municipality may share one address.
const refusedAMinute = 60

// families are what the list of keys depends on: a round that opens or closes.
var families = []string{surveys.Family}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s, httpx.NewThrottle(s.clock, refusedAMinute, time.Minute)}
	api.GET("/surveys/:id/ballot-keys", h.keys)
	api.Anonymous("/ballot-codes", h.code)
	api.Anonymous("/surveys/:id/ballots", h.ballot)
	api.Anonymous("/surveys/:id/staff-answers", h.answer)
}

// slowed counts what was refused, and tells who sends too much of it to wait instead
// of why.
func (h handler) slowed(c echo.Context, err error) error {
	if p := problem.As(err); p == nil || p.Status >= http.StatusInternalServerError {
		return err
	}
	if wait := h.refused.Take(c.RealIP()); wait != nil {
		return wait
	}
	return err
}

// keys gives the groups' public keys.
//
// @Summary     List a staff round's ballot keys
// @Description Every group's public key, as long as the round is open. Whoever is about to use a key looks for it here first: one that is not here could be a key of one's own, by which an answer would be known again.
// @Tags        ballots
// @ID          listBallotKeys
// @Param       id    path  string true  "The survey's id"
// @Param       page  query int    false "Page, from 1"
// @Param       limit query int    false "Items a page, 1–100"
// @Success     200 {object} KeyPage "A page of keys"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/ballot-keys [get]
func (h handler) keys(c echo.Context) error {
	surveyID, paging, err := httpx.Under(c, "survey")
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[KeyPage](h.api, c, paging, func(ctx context.Context) ([]KeyView, int, error) {
		rows, total, err := h.s.Keys(ctx, user, surveyID, paging.Offset(), paging.Limit)
		return httpx.Each(rows, Key.view), total, err
	}, families...)
}

// code tells what a code opens.
//
// @Summary     Look a code up
// @Description Which round and group a code in a letter opens, and whether it has bought its ballot. Sent without a name: a Cookie, Authorization or X-Api-Key is refused. Right codes are always answered; who guesses is told to wait.
// @Tags        ballots
// @ID          readBallotCode
// @Param       body body CodeInput true "The code"
// @Success     200 {object} CodeView "What it opens"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /ballot-codes [post]
func (h handler) code(c echo.Context) error {
	in, err := httpx.Body[CodeInput](c)
	if err != nil {
		return h.slowed(c, err)
	}
	found, err := h.s.Look(c.Request().Context(), in.Code)
	if err != nil {
		return h.slowed(c, err)
	}
	return httpx.Plain(c, http.StatusOK, found)
}

// ballot signs what it cannot read.
//
// @Summary     Buy a ballot for a code
// @Description Signs the blinded ballot and marks the code used, once. The same code with the same blinded value gives the same signature, so that it is safe to send again; with another it is refused. Sent without a name.
// @Tags        ballots
// @ID          createBallot
// @Param       id   path string      true "The survey's id"
// @Param       body body BallotInput true "The code and the blinded ballot"
// @Success     201 {object} BallotView "The blind signature"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/ballots [post]
func (h handler) ballot(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return h.slowed(c, err)
	}
	in, err := httpx.Body[BallotInput](c)
	if err != nil {
		return h.slowed(c, err)
	}
	signature, err := h.s.Buy(c.Request().Context(), surveyID, in)
	if err != nil {
		return h.slowed(c, err)
	}
	return httpx.Plain(c, http.StatusCreated, BallotView{encode(signature)})
}

// answer takes an answer in.
//
// @Summary     Answer a staff round
// @Description A whole answer, let in by a ballot. It is on disk when it is answered for. The same answer sent again is answered for again and kept once; another with the same ballot is refused. Sent without a name, and kept without a time.
// @Tags        ballots
// @ID          createStaffAnswer
// @Param       id   path string      true "The survey's id"
// @Param       body body AnswerInput true "The answer and its ballot"
// @Success     201 {object} Receipt "It is kept"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/staff-answers [post]
func (h handler) answer(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return h.slowed(c, err)
	}
	in, err := httpx.Body[AnswerInput](c)
	if err != nil {
		return h.slowed(c, err)
	}
	if err := h.s.Answer(c.Request().Context(), surveyID, in); err != nil {
		return h.slowed(c, err)
	}
	return httpx.Plain(c, http.StatusCreated, Receipt{})
}
