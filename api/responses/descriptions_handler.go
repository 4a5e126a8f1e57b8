package responses

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/httpx"
	"envagin/api/platform/markdown"
)

func (h handler) mountDescriptions() {
	at := "/surveys/:id/responses/:responseId/description"
	h.api.GET(at, h.getDescription)
	h.api.PUT(at, h.replaceDescription)
	h.api.PUT(at+"/review", h.review)
	h.api.GET("/units/:id/description", h.getPublicDescription)
}

func (h handler) descriptionView(d SeenDescription) DescriptionView {
	r := d.Response
	at := path(r.SurveyID, r.ID) + "/description"
	links := h.api.Self(at)
	links.Allow(r.State == Signed && r.reach.writes(r.Response), "edit", h.api.Link(http.MethodPut, at))
	reviews := mayUse(r.reach.user) == nil
	mine := d.WriterID != "" && d.WriterID == r.reach.user.ID
	links.Allow(reviews && (d.State == Waiting || d.PublicOn != ""), "review", h.api.Link(http.MethodPut, at+"/review"))
	links.Allow(reviews && d.State == Waiting && !mine, "approve", h.api.Link(http.MethodPut, at+"/review"))
	links.Allow(d.PublicOn != "", "public", h.api.Link(http.MethodGet, "/units/"+d.UnitID+"/description"))
	return DescriptionView{DescriptionInput: DescriptionInput{d.Text}, HTML: markdown.HTML(d.Text), State: d.State, Reason: d.Reason,
		Suggestion: d.Suggestion, PublicOn: d.PublicOn, Version: d.Version, Links: links}
}

func (h handler) described(d SeenDescription, err error) (httpx.Made, error) {
	if err != nil {
		return httpx.Made{}, err
	}
	return httpx.Made{Path: path(d.Response.SurveyID, d.ResponseID) + "/description", Version: d.Version, View: h.descriptionView(d)}, nil
}

// getDescription gives a unit's description as the unit has it.
//
// @Summary     Read a unit's description of its own work
// @Description Until the unit has written one, suggestion is a beginning made of its own answers.
// @Tags        responses
// @ID          getUnitDescription
// @Security    Bearer
// @Param       id         path string true "The round's id"
// @Param       responseId path string true "The answer's id"
// @Success     200 {object} DescriptionView "The description"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/description [get]
func (h handler) getDescription(c echo.Context) error {
	surveyID, responseID, err := response(c)
	if err != nil {
		return err
	}
	return h.api.Live(c, func(ctx context.Context) (any, int, error) {
		d, err := h.s.Description(ctx, httpx.User(c), surveyID, responseID)
		if err != nil {
			return nil, 0, err
		}
		return h.descriptionView(d), d.Version, nil
	})
}

// replaceDescription writes a unit's description.
//
// @Summary     Write a unit's description of its own work
// @Description Once the answer is signed, by those who write in it; If-Match is "0" until there is one. It waits for the coordinator to read it; what was approved before stays public meanwhile.
// @Tags        responses
// @ID          replaceUnitDescription
// @Security    Bearer
// @Param       id         path string           true "The round's id"
// @Param       responseId path string           true "The answer's id"
// @Param       body       body DescriptionInput true "The description"
// @Success     200 {object} DescriptionView "The description as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/description [put]
func (h handler) replaceDescription(c echo.Context) error {
	user := httpx.User(c)
	surveyID, responseID, err := h.allowed(c, h.s.MayWrite)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in DescriptionInput, version int) (httpx.Made, error) {
		return h.described(h.s.WriteDescription(ctx, user, surveyID, responseID, version, in.Text))
	})
}

// review decides on a unit's description.
//
// @Summary     Decide on a unit's description of its own work
// @Description By the coordinator, who did not write it: approve puts it on the public site, return sends it back with a reason, takeDown takes away what is public.
// @Tags        responses
// @ID          reviewUnitDescription
// @Security    Bearer
// @Param       id         path string      true "The round's id"
// @Param       responseId path string      true "The answer's id"
// @Param       body       body ReviewInput true "The decision"
// @Success     200 {object} DescriptionView "The description as it now is"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/responses/{responseId}/description/review [put]
func (h handler) review(c echo.Context) error {
	user := httpx.User(c)
	surveyID, responseID, err := h.allowed(c, h.s.MayUse)
	return httpx.Replace(h.api, c, err, func(ctx context.Context, in ReviewInput, version int) (httpx.Made, error) {
		return h.described(h.s.Review(ctx, user, surveyID, responseID, version, in.Outcome, in.Reason))
	})
}

// getPublicDescription gives what everyone reads of a unit.
//
// @Summary     Read what a unit says of its own work
// @Description What was approved last, from its answer to the mapping survey. 404 when there is none.
// @Tags        responses
// @ID          getPublicUnitDescription
// @Param       id path string true "The unit's id"
// @Success     200 {object} PublicDescriptionView "The description"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /units/{id}/description [get]
func (h handler) getPublicDescription(c echo.Context) error {
	unitID, err := httpx.ID(c, "id", "unit")
	if err != nil {
		return err
	}
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		d, err := h.s.PublicDescription(ctx, unitID)
		if err != nil {
			return nil, 0, err
		}
		links := h.api.Self("/units/" + unitID + "/description")
		links["unit"] = h.api.Link(http.MethodGet, "/boards/"+unitID)
		return PublicDescriptionView{UnitID: unitID, Text: d.PublicText, HTML: markdown.HTML(d.PublicText), ApprovedOn: d.PublicOn, Links: links}, 0, nil
	}, families...)
}
