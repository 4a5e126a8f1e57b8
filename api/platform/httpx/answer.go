package httpx

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// encoded is an answer ready to send, as it is and compressed.
type encoded struct {
	version   int
	mediaType string
	body      []byte
	gzipped   []byte
}

func (e encoded) size() int { return len(e.body) + len(e.gzipped) }

// Load reads what a GET answers with: the view, and the version of the thing
// (0 for lists and other things that nobody edits as a whole).
type Load func(ctx context.Context) (view any, version int, err error)

// Raw is a view that goes out byte for byte: a calendar, a frozen package.
type Raw struct {
	MediaType string
	Body      []byte
}

// Get answers a read. families name what the answer depends on: the view is
// computed once per revision of theirs, day and scope when the viewer sees what
// everyone in that scope sees, and each time for those with rights of their own.
func (a *API) Get(c echo.Context, load Load, families ...string) error {
	req := c.Request()
	user, ctx := User(c), req.Context()
	// The revision is read before the data: an answer may be newer than its key, never older.
	revision, err := a.db.Revision(ctx, families...)
	if err != nil {
		return err
	}
	scope := user.Scope()
	today := string(a.clock.Today())
	compute := func(ctx context.Context) (encoded, error) {
		view, version, err := load(ctx)
		if err != nil {
			return encoded{}, err
		}
		return encode(view, version)
	}
	var answer encoded
	if scope == "" {
		scope = user.ID
		answer, err = compute(ctx)
	} else {
		key := strings.Join([]string{scope, revision, today, req.URL.Path, c.QueryParams().Encode()}, "\x00")
		answer, err = a.answers.Do(ctx, key, compute)
	}
	if err != nil {
		return err
	}
	return a.send(c, http.StatusOK, answer, id.Short(scope, revision, today))
}

func encode(view any, version int) (encoded, error) {
	raw, ok := view.(Raw)
	if !ok {
		body, err := json.Marshal(view)
		if err != nil {
			return encoded{}, fmt.Errorf("httpx: %w", err)
		}
		raw = Raw{MediaType: echo.MIMEApplicationJSON, Body: body}
	}
	e := encoded{version: version, mediaType: raw.MediaType, body: raw.Body}
	if len(e.body) > 1024 { // below that, compression costs more than it saves
		var buf bytes.Buffer
		w := gzip.NewWriter(&buf)
		_, _ = w.Write(e.body)
		_ = w.Close()
		e.gzipped = buf.Bytes()
	}
	return e, nil
}

// send writes an answer with its validator, or 304 when the client has it.
func (a *API) send(c echo.Context, status int, e encoded, representation string) error {
	h := c.Response().Header()
	tag := strconv.Itoa(e.version) + "." + representation
	body, suffix := e.body, ""
	if e.gzipped != nil && acceptsGzip(c.Request()) {
		body, suffix = e.gzipped, gzipSuffix
	}
	h.Set("ETag", `"`+tag+suffix+`"`)
	h.Set("Vary", "Authorization, Accept-Encoding")
	// What a person read about violence must not stay on the device; a client
	// that wants a cache of its own keeps the ETag and asks conditionally.
	h.Set("Cache-Control", "no-store")
	if status == http.StatusOK && matches(c.Request().Header.Get("If-None-Match"), tag) {
		return c.NoContent(http.StatusNotModified)
	}
	if suffix != "" {
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	return c.Blob(status, e.mediaType, body)
}

// gzipSuffix tells the compressed form of a representation from the plain one,
// since a strong ETag must differ where the bytes do.
const gzipSuffix = "-gzip"

func acceptsGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		coding, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		if coding == "gzip" || coding == "*" {
			return !strings.HasPrefix(strings.ReplaceAll(params, " ", ""), "q=0") || strings.HasPrefix(params, "q=0.")
		}
	}
	return false
}

// matches compares If-None-Match with the tag as a whole; the mark of a weak
// tag and the suffix of another encoding of the same representation do not count.
func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		part = strings.TrimSpace(part)
		if part == "*" || bare(part) == tag {
			return true
		}
	}
	return false
}

func bare(tag string) string {
	tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/")
	return strings.TrimSuffix(strings.Trim(tag, `"`), gzipSuffix)
}

// IfMatch reads the version that a change is based on from If-Match. Only the
// version before the dot is compared: what others add around the thing (a
// report, say) changes its representation without failing its editor.
func IfMatch(c echo.Context) (int, error) {
	header := c.Request().Header.Get("If-Match")
	if header == "" {
		return 0, problem.PreconditionRequired()
	}
	version, _, _ := strings.Cut(bare(header), ".")
	n, err := strconv.Atoi(version)
	if err != nil || n < 0 || strings.Contains(header, ",") {
		return 0, problem.BadRequest("invalidIfMatch", "If-Match takes one ETag that this API gave, such as \"3.9f86d081884c7d65\".")
	}
	return n, nil
}

// Changed answers a write that succeeded with the thing as it now is.
func (a *API) Changed(c echo.Context, status, version int, view any, families ...string) error {
	user := User(c)
	revision, err := a.db.Revision(c.Request().Context(), families...)
	if err != nil {
		return err
	}
	e, err := encode(view, version)
	if err != nil {
		return err
	}
	scope := user.Scope()
	if scope == "" {
		scope = user.ID
	}
	return a.send(c, status, e, id.Short(scope, revision, string(a.clock.Today())))
}

// Created answers a POST that made the thing at path.
func (a *API) Created(c echo.Context, path string, version int, view any, families ...string) error {
	c.Response().Header().Set("Location", a.Link("GET", path).Href)
	return a.Changed(c, http.StatusCreated, version, view, families...)
}

// OK answers a PUT with the thing as it now is.
func (a *API) OK(c echo.Context, version int, view any, families ...string) error {
	return a.Changed(c, http.StatusOK, version, view, families...)
}

// Deleted answers a DELETE.
func Deleted(c echo.Context) error { return c.NoContent(http.StatusNoContent) }
