package httpx

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/problem"
)

// around is what a form has beside the file: the parts' headers, and a title.
const around = 64 << 10

// uploadsAtOnce bounds how many files are in memory at the same time; who comes
// later waits for a place.
const uploadsAtOnce = 4

var uploads = make(chan struct{}, uploadsAtOnce)

// Uploaded is a file that was sent as multipart/form-data.
type Uploaded struct {
	// Name is what the sender calls the file, and nothing to trust.
	Name    string
	Content []byte
	// Fields are the form's other fields.
	Fields map[string]string
}

// POSTFile registers a write that takes one file of at most so many bytes. Its handler
// is called with the request's time beginning anew when the file has come.
func (a *API) POSTFile(path string, most int64, h echo.HandlerFunc) {
	patient := func(c echo.Context) error {
		req := c.Request()
		if req.ContentLength > most+around {
			return problem.TooLarge(most)
		}
		select {
		case uploads <- struct{}{}:
			defer func() { <-uploads }()
		case <-req.Context().Done():
			return problem.Unavailable(req.Context().Err())
		}
		waitForSlow(c)
		raw, err := io.ReadAll(http.MaxBytesReader(c.Response(), req.Body, most+around))
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return problem.TooLarge(most)
		} else if err != nil {
			return problem.BadRequest("unreadableBody", "The body could not be read to its end.")
		}
		ctx, cancel := context.WithTimeout(context.WithoutCancel(req.Context()), requestLimit)
		defer cancel()
		req = req.WithContext(ctx)
		req.Body = io.NopCloser(bytes.NewReader(raw))
		c.SetRequest(req)
		return a.idempotent(most+around, h)(c)
	}
	a.add(http.MethodPost, path, signedIn(noted(patient)))
}

// File reads the one file of a form, under the name "file", and the fields beside it.
//
// Errors: problem.UnsupportedMedia, problem.BadRequest, problem.Invalid on "file".
func File(c echo.Context) (u Uploaded, err error) {
	media, params, err := mime.ParseMediaType(c.Request().Header.Get(echo.HeaderContentType))
	if err != nil || media != echo.MIMEMultipartForm || params["boundary"] == "" {
		return u, problem.UnsupportedMedia(echo.MIMEMultipartForm)
	}
	if err := keyProblem(c); err != nil {
		return u, err
	}
	u.Fields = map[string]string{}
	found := false
	form := multipart.NewReader(c.Request().Body, params["boundary"])
	for parts := 0; ; parts++ {
		part, err := form.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || parts > 20 {
			return u, problem.BadRequest("unreadableBody", "The form cannot be read: multipart/form-data with one file named \"file\".")
		}
		content, err := io.ReadAll(part) // bounded by the whole
		if err != nil {
			return u, problem.BadRequest("unreadableBody", "The form ends in the middle of a part.")
		}
		switch name := part.FormName(); {
		case name == "file" && !found:
			u.Name, u.Content, found = fileName(part), content, true
		case name == "file":
			return u, problem.Invalid(problem.Field{Name: "file", Code: "repeated", Detail: "Send one file at a time."})
		case len(content) > around || u.Fields[name] != "":
			return u, problem.BadRequest("unreadableBody", "A field of the form is repeated or too long.")
		default:
			u.Fields[name] = string(content)
		}
	}
	if !found {
		return u, problem.Invalid(problem.Field{Name: "file", Code: "required", Detail: "The form has no file."})
	}
	return u, nil
}

// fileName is the name as it was sent: Go's own takes the folder off by the rules of
// the machine that it runs on.
func fileName(part *multipart.Part) string {
	_, params, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil {
		return ""
	}
	return params["filename"]
}

// Download is a file to send.
type Download struct {
	Name      string
	MediaType string
	Size      int64
	// Write sends the content; what fails after the first byte cuts the answer off.
	Write func(ctx context.Context, w io.Writer) error
}

// Send answers with a file, to be saved and never shown as a page of ours.
func Send(c echo.Context, d Download) error {
	h := c.Response().Header()
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": d.Name}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h["Vary"], h["Cache-Control"] = varying, unstored
	h.Set(echo.HeaderContentType, d.MediaType)
	h.Set(echo.HeaderContentLength, strconv.FormatInt(d.Size, 10))
	if c.Request().Method == http.MethodHead {
		return c.NoContent(http.StatusOK)
	}
	waitForSlow(c)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Request().Context()), slow)
	defer cancel()
	c.Response().WriteHeader(http.StatusOK)
	if err := d.Write(ctx, c.Response()); err != nil {
		panic(http.ErrAbortHandler) // the length that was promised shows that something is missing
	}
	return nil
}
