package questions

import (
	"context"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

func (h handler) mountStates() {
	h.api.PUT("/council-questions/:id/taking", h.take)
	h.api.DELETE("/council-questions/:id/taking", h.giveBack)
	h.api.PUT("/council-questions/:id/answer", h.answer)
	h.api.PUT("/council-questions/:id/publication", h.publish)
	h.api.DELETE("/council-questions/:id/publication", h.unpublish)
}

// take lets an expert take a question on.
//
// @Summary     Take a question on
// @Description For experts: others see that somebody works on it.
// @Tags        questions
// @ID          takeCouncilQuestion
// @Security    Bearer
// @Param       id path string true "The question's id"
// @Success     200 {object} View "The question as it now is"
// @Failure     412 {object} problem.Problem "Stale"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions/{id}/taking [put]
func (h handler) take(c echo.Context) error { return h.taken(c, true) }

// giveBack lets an expert give a question back.
//
// @Summary     Give a question back
// @Description For experts: it is new again, for somebody else to take on.
// @Tags        questions
// @ID          giveBackCouncilQuestion
// @Security    Bearer
// @Param       id path string true "The question's id"
// @Success     200 {object} View "The question as it now is"
// @Failure     412 {object} problem.Problem "Stale"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions/{id}/taking [delete]
func (h handler) giveBack(c echo.Context) error { return h.taken(c, false) }

func (h handler) taken(c echo.Context, take bool) error {
	questionID, err := httpx.Allowed(c, "id", objectType, h.s.MayAnswer)
	return h.without(c, err, func(ctx context.Context, version int) (Read, error) {
		return h.s.Take(ctx, httpx.User(c), questionID, version, take)
	})
}

// without answers a verb that has no body.
func (h handler) without(c echo.Context, refused error, verb func(ctx context.Context, version int) (Read, error)) error {
	if refused != nil {
		return refused
	}
	version, err := httpx.IfMatch(c)
	if err != nil {
		return err
	}
	r, err := verb(c.Request().Context(), version)
	if err != nil {
		return err
	}
	return h.api.OK(c, r.Version, h.view(r), families...)
}

// answer answers a question.
//
// @Summary     Answer a question
// @Description For experts. Who asked gets a letter the first time; a later answer takes the place of the one before.
// @Tags        questions
// @ID          answerCouncilQuestion
// @Security    Bearer
// @Param       id   path string      true "The question's id"
// @Param       body body AnswerInput true "The answer"
// @Success     200 {object} View "The question as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions/{id}/answer [put]
func (h handler) answer(c echo.Context) error {
	user := httpx.User(c)
	questionID, err := httpx.Allowed(c, "id", objectType, h.s.MayAnswer)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in AnswerInput, version int) (httpx.Made, error) {
		return h.made(h.s.Answer(ctx, user, questionID, version, in.Answer, in.Links))
	}, families...)
}

// publish lets others read a question.
//
// @Summary     Publish an answer
// @Description For the coordinator and experts: for everyone, or for those who are signed in. Who asked is not shown.
// @Tags        questions
// @ID          publishCouncilQuestion
// @Security    Bearer
// @Param       id   path string           true "The question's id"
// @Param       body body PublicationInput true "For whom"
// @Success     200 {object} View "The question as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions/{id}/publication [put]
func (h handler) publish(c echo.Context) error {
	user := httpx.User(c)
	questionID, err := httpx.Allowed(c, "id", objectType, h.s.MayPublish)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in PublicationInput, version int) (httpx.Made, error) {
		if in.Part == "" {
			in.Part = "unset" // an empty body is not a way to take it back
		}
		return h.made(h.s.Publish(ctx, user, questionID, version, in.Part))
	}, families...)
}

// unpublish takes a publication back.
//
// @Summary     Take the publication of an answer back
// @Description The question is answered still, and read by the council's and the units' people.
// @Tags        questions
// @ID          unpublishCouncilQuestion
// @Security    Bearer
// @Param       id path string true "The question's id"
// @Success     200 {object} View "The question as it now is"
// @Failure     412 {object} problem.Problem "Stale"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-questions/{id}/publication [delete]
func (h handler) unpublish(c echo.Context) error {
	questionID, err := httpx.Allowed(c, "id", objectType, h.s.MayPublish)
	return h.without(c, err, func(ctx context.Context, version int) (Read, error) {
		return h.s.Publish(ctx, httpx.User(c), questionID, version, "")
	})
}
