package responses

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
)

func (h handler) mountStates() {
	at := "/surveys/:id/responses/:responseId"
	h.api.PUT(at+"/writers", h.replaceWriters)
	h.api.PUT(at+"/signature", h.sign)
	h.api.PUT(at+"/reopening", h.reopen)
	h.api.GET(at+"/document", h.document)
}

// replaceWriters says who is let in to write.
//
// @Summary     Say who writes a unit's answer
// @Description Colleagues besides those who may by their role: by account, and more by the mail address of their account. The whole list; who is left out may not write any more. What they wrote stays.
// @Tags        responses
// @ID          replaceResponseWriters
// @Security    Bearer
// @Param       id         path string       true "The round's id"
// @Param       responseId path string       true "The answer's id"
// @Param       body       body WritersInput true "The writers"
// @Success     200 {object} View "The answer as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/writers [put]
func (h handler) replaceWriters(c echo.Context) error {
	user := httpx.User(c)
	surveyID, responseID, err := h.allowed(c, h.s.MayLetIn)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in WritersInput, version int) (httpx.Made, error) {
		return h.made(h.s.SetWriters(ctx, user, surveyID, responseID, version, in.UserIDs, in.Emails))
	})
}

// sign signs a response.
//
// @Summary     Sign a unit's answer
// @Description By the unit's manager, once nothing is missing and nothing is answered that is not asked: 422 names the questions. What is signed is frozen under a checksum. With contentHash, 409 changedMeanwhile when somebody has written since it was read.
// @Tags        responses
// @ID          signResponse
// @Security    Bearer
// @Param       id         path string         true "The round's id"
// @Param       responseId path string         true "The answer's id"
// @Param       body       body SignatureInput true "What was read"
// @Success     200 {object} View "The answer as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/signature [put]
func (h handler) sign(c echo.Context) error {
	user := httpx.User(c)
	surveyID, responseID, err := h.allowed(c, h.s.MaySign)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in SignatureInput, version int) (httpx.Made, error) {
		return h.made(h.s.Sign(ctx, user, surveyID, responseID, version, in.ContentHash))
	})
}

// reopen opens a signed response again.
//
// @Summary     Reopen a signed answer
// @Description With a reason, while the round is open; by the unit's manager or the coordinator. It is signed anew when it has been changed.
// @Tags        responses
// @ID          reopenResponse
// @Security    Bearer
// @Param       id         path string         true "The round's id"
// @Param       responseId path string         true "The answer's id"
// @Param       body       body ReopeningInput true "Why"
// @Success     200 {object} View "The answer as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/reopening [put]
func (h handler) reopen(c echo.Context) error {
	user := httpx.User(c)
	surveyID, responseID, err := h.allowed(c, h.s.MayReopen)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in ReopeningInput, version int) (httpx.Made, error) {
		return h.made(h.s.Reopen(ctx, user, surveyID, responseID, version, in.Reason))
	})
}

// document gives a response as a page to print.
//
// @Summary     Read a unit's answer as a page to print
// @Description A whole page without script: each question with what the unit answers, and who signed when, with the checksum.
// @Tags        responses
// @ID          getResponseDocument
// @Security    Bearer
// @Produce     html
// @Param       id         path  string true  "The round's id"
// @Param       responseId path  string true  "The answer's id"
// @Param       lang       query string false "The language; Swedish when absent" Enums(sv, en)
// @Success     200 {string} string "The page"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/document [get]
func (h handler) document(c echo.Context) error {
	surveyID, responseID, err := response(c)
	if err != nil {
		return err
	}
	q, err := httpx.Query[langQuery](c)
	if err != nil {
		return err
	}
	d, err := h.s.Document(c.Request().Context(), httpx.User(c), surveyID, responseID, q.Lang)
	if err != nil {
		return err
	}
	page := d.HTML()
	c.Response().Header().Set("Content-Security-Policy", page.Policy)
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.HTMLBlob(http.StatusOK, page.HTML)
}
