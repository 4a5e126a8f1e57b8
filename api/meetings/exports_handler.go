package meetings

import (
	"bytes"
	"context"
	"io"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/documents"
	"envagin/api/platform/files"
	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

func (h handler) mountExports() {
	at := "/council-meetings/:id/"
	h.api.GET(at+"minutes", h.getMinutes)
	h.api.GET(at+"minutes/docx", h.getDOCX)
	h.api.POST(at+"pdfs", h.createPDF)
	h.api.GET(at+"pdfs/:pdfId", h.getPDF)
	h.api.GET(at+"pdfs/:pdfId/content", h.getPDFContent)
}

type partQuery struct {
	Part Part `query:"part" oneof:"public whole"`
}

// read gives the part of the minutes that is asked for.
func (h handler) read(c echo.Context) (d documents.Document, name string, err error) {
	meetingID, err := httpx.ID(c, "id", meetingType)
	if err != nil {
		return d, "", err
	}
	q, err := httpx.Query[partQuery](c)
	if err != nil {
		return d, "", err
	}
	part := PublicPart
	if q.Part != "" {
		part = q.Part
	}
	d, m, err := h.s.Minutes(c.Request().Context(), httpx.User(c), meetingID, part)
	return d, m.fileName(part, ""), err
}

// getMinutes gives the minutes as a page to print.
//
// @Summary     Read the minutes as a page to print
// @Description A whole page without script. The public part without what is secret; the whole for those who read that. For everyone once the minutes are locked.
// @Tags        council-meetings
// @ID          getCouncilMinutes
// @Produce     html
// @Param       id   path  string true  "The meeting's id"
// @Param       part query string false "How much; public when absent" Enums(public, whole)
// @Success     200 {string} string "The page"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/minutes [get]
func (h handler) getMinutes(c echo.Context) error {
	d, _, err := h.read(c)
	if err != nil {
		return err
	}
	page := d.HTML()
	c.Response().Header().Set("Content-Security-Policy", page.Policy)
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.HTMLBlob(http.StatusOK, page.HTML)
}

// getDOCX gives the minutes for a word processor.
//
// @Summary     Read the minutes as a Word document
// @Tags        council-meetings
// @ID          getCouncilMinutesDocx
// @Produce     application/vnd.openxmlformats-officedocument.wordprocessingml.document
// @Param       id   path  string true  "The meeting's id"
// @Param       part query string false "How much; public when absent" Enums(public, whole)
// @Success     200 {file} file "The document"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/minutes/docx [get]
func (h handler) getDOCX(c echo.Context) error {
	d, name, err := h.read(c)
	if err != nil {
		return err
	}
	made, err := d.DOCX()
	if err != nil {
		return err
	}
	return httpx.Send(c, httpx.Download{Name: name + ".docx", MediaType: documents.MediaTypeDOCX, Size: int64(len(made)),
		Write: func(_ context.Context, w io.Writer) error { _, err := io.Copy(w, bytes.NewReader(made)); return err }})
}

func pdfPath(p PDF) string { return path(p.MeetingID) + "/pdfs/" + p.ID }

func (h handler) pdfView(p PDF, file *files.File) PDFView {
	links := h.api.Self(pdfPath(p))
	links.Allow(file != nil, "content", h.api.Link(http.MethodGet, pdfPath(p)+"/content"))
	return PDFView{ID: p.ID, PDFInput: PDFInput{p.Part}, State: p.State, Reason: p.Reason, CreatedAt: p.CreatedAt, Links: links}
}

// createPDF asks for the minutes as PDF.
//
// @Summary     Ask for the minutes as PDF
// @Description Tagged, with headings and table headers. It is made in a moment by a job: ask at its address until it is there. Where there is no program to print with, 409 noPrinter says so, and the page to print and the Word document remain.
// @Tags        council-meetings
// @ID          createCouncilMinutesPdf
// @Security    Bearer
// @Param       id   path string   true "The meeting's id"
// @Param       body body PDFInput true "Which part"
// @Success     201 {object} PDFView "What was asked for"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/pdfs [post]
func (h handler) createPDF(c echo.Context) error {
	user := httpx.User(c)
	meetingID, err := httpx.Allowed(c, "id", meetingType, h.s.MayRead)
	return httpx.Create(h.api, c, err, func(ctx context.Context, in PDFInput) (httpx.Made, error) {
		if err := in.check(); err != nil {
			return httpx.Made{}, err
		}
		p, err := h.s.OrderPDF(ctx, user, meetingID, in.Part)
		return httpx.Made{Path: pdfPath(p), Version: 1, View: h.pdfView(p, nil)}, err
	}, families...)
}

func (h handler) pdf(ctx context.Context, c echo.Context) (PDF, *files.File, error) {
	meetingID, err := httpx.ID(c, "id", meetingType)
	if err != nil {
		return PDF{}, nil, err
	}
	pdfID, err := httpx.ID(c, "pdfId", pdfType)
	if err != nil {
		return PDF{}, nil, err
	}
	return h.s.FindPDF(ctx, httpx.User(c), meetingID, pdfID)
}

// getPDF tells how far a PDF has come.
//
// @Summary     Read how far a PDF of the minutes has come
// @Tags        council-meetings
// @ID          getCouncilMinutesPdf
// @Param       id    path string true "The meeting's id"
// @Param       pdfId path string true "The PDF's id"
// @Success     200 {object} PDFView "How far"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/pdfs/{pdfId} [get]
func (h handler) getPDF(c echo.Context) error {
	p, file, err := h.pdf(c.Request().Context(), c)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store") // it changes by itself
	return c.JSON(http.StatusOK, h.pdfView(p, file))
}

// getPDFContent gives the PDF.
//
// @Summary     Read a PDF of the minutes
// @Tags        council-meetings
// @ID          getCouncilMinutesPdfContent
// @Produce     application/pdf
// @Param       id    path string true "The meeting's id"
// @Param       pdfId path string true "The PDF's id"
// @Success     200 {file} file "The document"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/pdfs/{pdfId}/content [get]
func (h handler) getPDFContent(c echo.Context) error {
	_, file, err := h.pdf(c.Request().Context(), c)
	if err != nil {
		return err
	}
	if file == nil {
		return problem.NotFound("file")
	}
	return h.send(c, *file)
}
