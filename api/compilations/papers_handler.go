package compilations

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/documents"
	"envagin/api/platform/httpx"
)

func (h handler) mountPapers() {
	h.api.GET("/surveys/:id/compilation/document", h.document)
	h.api.GET("/surveys/:id/compilation/docx", h.docx)
	h.api.GET("/surveys/:id/compilation/pdf", h.pdf)
	h.api.GET("/surveys/:id/compilation/table", h.table)
}

type paperQuery struct {
	Lang string `query:"lang" oneof:"sv en"`
}

// read gives the compilation, and in which language it is asked for.
func (h handler) read(c echo.Context) (told Compilation, lang string, err error) {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return told, "", err
	}
	q, err := httpx.Query[paperQuery](c)
	if err != nil {
		return told, "", err
	}
	told, err = h.s.Get(c.Request().Context(), httpx.User(c), surveyID)
	return told, q.Lang, err
}

// document gives the compilation as a page to print.
//
// @Summary     Read the compilation as a page to print
// @Description A whole page without script: what is said of each question, how many chose what, and each unit's answer by its name.
// @Tags        compilations
// @ID          getSurveyCompilationDocument
// @Produce     text/html
// @Param       id   path  string true  "The round's id"
// @Param       lang query string false "The language; Swedish when absent" Enums(sv, en)
// @Success     200 {string} string "The page"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/compilation/document [get]
func (h handler) document(c echo.Context) error {
	told, lang, err := h.read(c)
	if err != nil {
		return err
	}
	page := h.s.Paper(told, lang).HTML()
	c.Response().Header().Set("Content-Security-Policy", page.Policy)
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.HTMLBlob(http.StatusOK, page.HTML)
}

// docx gives the compilation for a word processor.
//
// @Summary     Read the compilation as a Word document
// @Tags        compilations
// @ID          getSurveyCompilationDocx
// @Produce     application/vnd.openxmlformats-officedocument.wordprocessingml.document
// @Param       id   path  string true  "The round's id"
// @Param       lang query string false "The language; Swedish when absent" Enums(sv, en)
// @Success     200 {file} file "The document"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/compilation/docx [get]
func (h handler) docx(c echo.Context) error {
	told, lang, err := h.read(c)
	if err != nil {
		return err
	}
	made, err := h.s.Paper(told, lang).DOCX()
	if err != nil {
		return err
	}
	return httpx.Send(c, httpx.Download{Name: told.Round.Key + ".docx", MediaType: documents.MediaTypeDOCX, Size: int64(len(made)),
		Write: func(_ context.Context, w io.Writer) error { _, err := io.Copy(w, bytes.NewReader(made)); return err }})
}

// pdf gives the compilation as it is printed.
//
// @Summary     Read the compilation as a PDF
// @Description Tagged, with headings and table headers. The first who asks waits some seconds while it is printed; then it is kept. Where there is no program to print with, 409 noPrinter says so, and the page to print and the Word document remain.
// @Tags        compilations
// @ID          getSurveyCompilationPdf
// @Produce     application/pdf
// @Param       id   path  string true  "The round's id"
// @Param       lang query string false "The language; Swedish when absent" Enums(sv, en)
// @Success     200 {file} file "The document"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/compilation/pdf [get]
func (h handler) pdf(c echo.Context) error {
	surveyID, err := httpx.ID(c, "id", "survey")
	if err != nil {
		return err
	}
	q, err := httpx.Query[paperQuery](c)
	if err != nil {
		return err
	}
	told, file, err := h.s.PDF(c.Request().Context(), httpx.User(c), surveyID, q.Lang)
	if err != nil {
		return err
	}
	return httpx.Send(c, httpx.Download{Name: told.Round.Key + ".pdf", MediaType: documents.MediaTypePDF, Size: file.Size,
		Write: func(ctx context.Context, w io.Writer) error { return h.s.WriteFile(ctx, file, w) }})
}

// table gives the compilation as a file for programs.
//
// @Summary     Read the compilation as a table file
// @Description Comma-separated values in UTF-8: a line for each unit's answer to each question. Open data: use it freely.
// @Tags        compilations
// @ID          getSurveyCompilationTable
// @Produce     text/csv
// @Param       id   path  string true  "The round's id"
// @Param       lang query string false "The language; Swedish when absent" Enums(sv, en)
// @Success     200 {string} string "The table"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /surveys/{id}/compilation/table [get]
func (h handler) table(c echo.Context) error {
	told, lang, err := h.read(c)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	w := csv.NewWriter(&file)
	for _, line := range told.rows(lang) {
		for i, cell := range line {
			// Programs for tables take such a cell as a formula.
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				line[i] = "'" + cell
			}
		}
		if err := w.Write(line); err != nil {
			return fmt.Errorf("compilations: %w", err)
		}
	}
	w.Flush()
	c.Response().Header().Set("Cache-Control", "no-store")
	c.Response().Header().Set("Content-Disposition", `attachment; filename="`+told.Round.Key+`.csv"`)
	return c.Blob(http.StatusOK, "text/csv; charset=utf-8", file.Bytes())
}
