package results

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/surveys"
)

type handler struct {
	api *httpx.API
	s   *Service
}

// families are what results depend on: a round that is published, or spelled otherwise.
var families = []string{surveys.Family}

// Mount puts the room's routes on the API.
func Mount(api *httpx.API, s *Service) {
	h := handler{api, s}
	api.GET("/surveys/:id/results", h.get)
	api.GET("/surveys/:id/results/table", h.table)
	h.mountTexts()
	h.mountCorrections()
}

func path(surveyID string) string { return "/surveys/" + surveyID + "/results" }

type getQuery struct {
	Compare string `query:"compare"`
}

// get gives what a round told.
//
// @Summary     Read the results of a published round of staff
// @Description What employees answered, told so that nobody can be found: shares as bands, numbers to the nearest five, and nothing of small groups. The tables have the shape of the command `envagin surveys publish`. Before the round is published there is nothing, for anyone. With compare an earlier published round is laid beside it, for the same groups only.
// @Tags        results
// @ID          getSurveyResults
// @Param       id      path  string true  "The round's id"
// @Param       compare query string false "An earlier published round, by id"
// @Success     200 {object} View "The results"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/results [get]
func (h handler) get(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return err
	}
	q, err := httpx.Query[getQuery](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		t, err := h.s.Get(ctx, surveyID, q.Compare)
		if err != nil {
			return nil, 0, err
		}
		links := h.api.Self(path(surveyID))
		links["survey"] = h.api.Link(http.MethodGet, "/surveys/"+surveyID)
		links["table"] = h.api.Link(http.MethodGet, path(surveyID)+"/table")
		links["corrections"] = h.api.Link(http.MethodGet, "/surveys/"+surveyID+"/corrections")
		links.Allow(user.May(auth.UseResponses), "analyse", h.api.Link(http.MethodGet, "/surveys/"+surveyID+"/analyses"))
		links.Allow(user.May(auth.KeepSurveys), "correct", h.api.Link(http.MethodPost, "/surveys/"+surveyID+"/corrections"))
		links.Allow(t.Round.FollowsID != nil, "follows", h.api.Link(http.MethodGet, "/surveys/"+deref(t.Round.FollowsID)))
		return t.view(links), t.Round.Version, nil
	}, families...)
}

// table gives the same as a file.
//
// @Summary     Read the results as a table file
// @Description Comma-separated values in UTF-8: a line for each option of each group in each table, with what it is called in the language asked for. What is hidden has empty cells. Open data: use it freely.
// @Tags        results
// @ID          getSurveyResultsTable
// @Produce     text/csv
// @Param       id   path  string true  "The round's id"
// @Param       lang query string false "The language; Swedish when absent" Enums(sv, en)
// @Success     200 {string} string "The table"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/results/table [get]
func (h handler) table(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return err
	}
	q, err := httpx.Query[tableQuery](c)
	if err != nil {
		return err
	}
	t, err := h.s.Get(c.Request().Context(), surveyID, "")
	if err != nil {
		return err
	}
	file, err := t.csv(q.Lang)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	c.Response().Header().Set("Content-Disposition", `attachment; filename="`+t.Round.Key+`.csv"`)
	return c.Blob(http.StatusOK, "text/csv; charset=utf-8", file)
}

type tableQuery struct {
	Lang string `query:"lang" oneof:"sv en"`
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
