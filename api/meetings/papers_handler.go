package meetings

import (
	"context"
	"io"
	"net/http"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/files"
	"envagin/api/platform/httpx"
	"envagin/api/platform/problem"
)

func (h handler) mountPapers() {
	papers := "/council-meetings/:id/agenda-items/:itemId/papers"
	h.api.GET(papers, h.listPapers)
	h.api.POST(papers, h.createPaper)
	h.api.POSTFile(papers+"/files", files.MaxSize, h.createPaperFile)
	h.api.GET(papers+"/:paperId", h.getPaper)
	h.api.GET(papers+"/:paperId/content", h.getPaperContent)
	h.api.DELETE(papers+"/:paperId", h.deletePaper)
}

func papersPath(meetingID, itemID string) string {
	return "/council-meetings/" + meetingID + "/agenda-items/" + itemID + "/papers"
}

func (h handler) paperView(user auth.User, meetingID string, p SeenPaper) PaperView {
	path := papersPath(meetingID, p.ItemID) + "/" + p.ID
	links := h.api.Self(path)
	links.Allow(p.File != nil, "content", h.api.Link(http.MethodGet, path+"/content"))
	links.Allow(user.May(auth.WriteMinutes), "delete", h.api.Link(http.MethodDelete, path))
	return PaperView{ID: p.ID, Title: p.Title, URL: p.URL, File: paperFile(p.File), CreatedAt: p.CreatedAt, Links: links}
}

// itemOf reads the meeting and the item from the path.
func itemOf(c echo.Context) (meetingID, itemID string, err error) {
	if meetingID, err = httpx.ID(c, "id", meetingType); err != nil {
		return "", "", err
	}
	itemID, err = httpx.ID(c, "itemId", itemType)
	return meetingID, itemID, err
}

// listPapers gives the papers of an item.
//
// @Summary     List the papers of an agenda item
// @Description Links and files to read before the item, for those who work with the council. Those of a secret item are for those who read what is secret, and reading leaves a trace.
// @Tags        council-meetings
// @ID          listAgendaPapers
// @Param       id     path  string true  "The meeting's id"
// @Param       itemId path  string true  "The item's id"
// @Param       page   query int    false "Page, from 1"
// @Param       limit  query int    false "Items a page, 1–100"
// @Success     200 {object} PaperPage "A page of papers"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/papers [get]
func (h handler) listPapers(c echo.Context) error {
	meetingID, itemID, err := itemOf(c)
	if err != nil {
		return err
	}
	q, err := httpx.Query[struct{ httpx.Paging }](c)
	if err != nil {
		return err
	}
	user := httpx.User(c)
	return httpx.List[PaperPage](h.api, c, q.Paging, func(ctx context.Context) ([]PaperView, int, error) {
		found, total, err := h.s.Papers(ctx, user, meetingID, itemID, q.Offset(), q.Limit)
		return httpx.Each(found, func(p SeenPaper) PaperView { return h.paperView(user, meetingID, p) }), total, err
	}, families...)
}

// createPaper adds a link.
//
// @Summary     Add a link to an agenda item
// @Description To something that is to be read beforehand and stands elsewhere.
// @Tags        council-meetings
// @ID          createAgendaPaper
// @Security    Bearer
// @Param       id     path string     true "The meeting's id"
// @Param       itemId path string     true "The item's id"
// @Param       body   body PaperInput true "The link"
// @Success     201 {object} PaperView "The paper"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/papers [post]
func (h handler) createPaper(c echo.Context) error {
	user := httpx.User(c)
	meetingID, itemID, err := itemOf(c)
	if err == nil {
		err = h.s.MayChangePapers(c.Request().Context(), user, meetingID, itemID)
	}
	return httpx.Create(h.api, c, err, func(ctx context.Context, in PaperInput) (httpx.Made, error) {
		p, err := h.s.AddLink(ctx, user, meetingID, itemID, in.paper())
		return httpx.Made{Path: papersPath(meetingID, itemID) + "/" + p.ID, Version: 1, View: h.paperView(user, meetingID, p)}, err
	}, families...)
}

// createPaperFile adds a file.
//
// @Summary     Add a file to an agenda item
// @Description At most 10 MB: PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, text or CSV, told by its content. One that is not what its name says, or holds macros, is refused.
// @Tags        council-meetings
// @ID          createAgendaPaperFile
// @Security    Bearer
// @Accept      mpfd
// @Param       id     path     string true  "The meeting's id"
// @Param       itemId path     string true  "The item's id"
// @Param       file   formData file   true  "The file"
// @Param       title  formData string false "What it is called; the file's name when absent"
// @Success     201 {object} PaperView "The paper"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/papers/files [post]
func (h handler) createPaperFile(c echo.Context) error {
	user := httpx.User(c)
	meetingID, itemID, err := itemOf(c)
	if err == nil {
		err = h.s.MayChangePapers(c.Request().Context(), user, meetingID, itemID)
	}
	if err != nil {
		return err
	}
	sent, err := httpx.File(c)
	if err != nil {
		return err
	}
	p, err := h.s.AddFile(c.Request().Context(), user, meetingID, itemID, sent.Fields["title"], Sent{sent.Name, sent.Content})
	if err != nil {
		return err
	}
	return h.api.Created(c, papersPath(meetingID, itemID)+"/"+p.ID, 1, h.paperView(user, meetingID, p), families...)
}

func (h handler) paper(ctx context.Context, c echo.Context) (meetingID string, p SeenPaper, err error) {
	meetingID, itemID, err := itemOf(c)
	if err != nil {
		return "", p, err
	}
	paperID, err := httpx.ID(c, "paperId", paperType)
	if err != nil {
		return "", p, err
	}
	p, err = h.s.Paper(ctx, httpx.User(c), meetingID, itemID, paperID)
	return meetingID, p, err
}

// getPaper gives one paper.
//
// @Summary     Read a paper of an agenda item
// @Tags        council-meetings
// @ID          getAgendaPaper
// @Param       id      path string true "The meeting's id"
// @Param       itemId  path string true "The item's id"
// @Param       paperId path string true "The paper's id"
// @Success     200 {object} PaperView "The paper"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/papers/{paperId} [get]
func (h handler) getPaper(c echo.Context) error {
	return h.api.Get(c, func(ctx context.Context) (any, int, error) {
		meetingID, p, err := h.paper(ctx, c)
		return h.paperView(httpx.User(c), meetingID, p), 1, err
	}, families...)
}

// getPaperContent sends the file.
//
// @Summary     Fetch the file of a paper
// @Description The file as it was sent, to be saved. A link has none: 404.
// @Tags        council-meetings
// @ID          getAgendaPaperContent
// @Produce     */*
// @Param       id      path string true "The meeting's id"
// @Param       itemId  path string true "The item's id"
// @Param       paperId path string true "The paper's id"
// @Success     200 {file} file "The file"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/papers/{paperId}/content [get]
func (h handler) getPaperContent(c echo.Context) error {
	_, p, err := h.paper(c.Request().Context(), c)
	if err != nil {
		return err
	}
	if p.File == nil {
		return problem.NotFound("file")
	}
	return h.send(c, *p.File)
}

// send answers with a kept file.
func (h handler) send(c echo.Context, f files.File) error {
	return httpx.Send(c, httpx.Download{Name: f.Name, MediaType: f.MediaType, Size: f.Size,
		Write: func(ctx context.Context, w io.Writer) error { return h.s.WriteFile(ctx, f, w) }})
}

// deletePaper takes a paper away.
//
// @Summary     Take a paper from an agenda item
// @Description Its file goes with it. Not once the minutes are locked.
// @Tags        council-meetings
// @ID          deleteAgendaPaper
// @Security    Bearer
// @Param       id      path string true "The meeting's id"
// @Param       itemId  path string true "The item's id"
// @Param       paperId path string true "The paper's id"
// @Success     204 "Taken away"
// @Failure     default {object} problem.Problem "What went wrong"
// @Router      /council-meetings/{id}/agenda-items/{itemId}/papers/{paperId} [delete]
func (h handler) deletePaper(c echo.Context) error {
	user, ctx := httpx.User(c), c.Request().Context()
	meetingID, itemID, err := itemOf(c)
	if err == nil {
		err = h.s.MayChangePapers(ctx, user, meetingID, itemID)
	}
	return httpx.Delete(c, err, func(ctx context.Context, _ int) error {
		paperID, err := httpx.ID(c, "paperId", paperType)
		if err != nil {
			return err
		}
		return h.s.RemovePaper(ctx, user, meetingID, itemID, paperID)
	})
}
