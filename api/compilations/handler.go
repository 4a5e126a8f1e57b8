package compilations

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/surveys/:id/compilation", h.get)
	h.mountPapers()
	h.mountAnalyses()
}

// get gives what a round's units have signed, compiled.
//
// @Summary     Read the compilation of the units' answers
// @Description What each unit has signed, by its name, question by question, with counts of what could be chosen in all and for each board, and what was made of the answers. For everyone once the round is published; for the coordinator before that. Staff rounds have results instead.
// @Tags        compilations
// @ID          getSurveyCompilation
// @Param       id path string true "The round's id"
// @Success     200 {object} View "The compilation"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/compilation [get]
func (h handler) get(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return err
	}
	return h.api.Live(c, func(ctx context.Context) (any, int, error) {
		told, err := h.s.Get(ctx, httpx.User(c), surveyID)
		if err != nil {
			return nil, 0, err
		}
		links := h.api.Self("/surveys/" + surveyID + "/compilation")
		self := "/surveys/" + surveyID + "/compilation"
		links["document"] = h.api.Link(http.MethodGet, self+"/document")
		links["docx"] = h.api.Link(http.MethodGet, self+"/docx")
		links["table"] = h.api.Link(http.MethodGet, self+"/table")
		links.Allow(httpx.User(c).May(auth.UseResponses) && told.Round.ClosedOn != "", "analyse", h.api.Link(http.MethodPut, "/surveys/"+surveyID+"/analyses"))
		links["survey"] = h.api.Link(http.MethodGet, "/surveys/"+surveyID)
		return told.view(links), told.Round.Version, nil
	})
}
