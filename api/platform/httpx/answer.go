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
	"sync"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// encoded is an answer ready to send, as it is and compressed, with what its
// headers say of it: an answer that is kept is sent many times.
type encoded struct {
	tag       string // of the representation, without quotes and suffix
	mediaType string
	plain     form
	gzipped   form // without body when compression is not worth it
}

// form is one of the ways to send an answer.
type form struct {
	body         []byte
	etag, length []string // values of headers, shared by all who are answered
}

func formOf(body []byte, tag string) form {
	return form{body, []string{`"` + tag + `"`}, []string{strconv.Itoa(len(body))}}
}

func (e *encoded) size() int { return len(e.plain.body) + len(e.gzipped.body) + 500 }

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
	user := User(c)
	// The revision is read before the data: an answer may be newer than its key, never older.
	ctx, err := a.db.WithRevisions(req.Context())
	if err != nil {
		return err
	}
	revision, err := a.db.Revision(ctx, families...)
	if err != nil {
		return err
	}
	scope := user.Scope()
	today := string(a.clock.Today())
	compute := func(ctx context.Context) (*encoded, error) {
		view, version, err := load(ctx)
		if err != nil {
			return nil, err
		}
		return encode(user, view, version, revision, today)
	}
	var answer *encoded
	if scope == "" {
		answer, err = compute(ctx)
	} else {
		key := strings.Join([]string{scope, revision, today, req.URL.Path, c.QueryParams().Encode()}, "\x00")
		answer, err = a.answers.Do(ctx, key, compute)
	}
	if err != nil {
		return err
	}
	return send(c, http.StatusOK, answer)
}

// Live answers a read of what several write at once, of which no revision is raised
// at each save: it is read anew each time, and its tag is made of what it says, so
// that who asks again with If-None-Match gets 304 until something in it has changed.
func (a *API) Live(c echo.Context, load Load) error {
	view, version, err := load(c.Request().Context())
	if err != nil {
		return err
	}
	body, err := json.Marshal(view)
	if err != nil {
		return fmt.Errorf("httpx: %w", err)
	}
	e, err := encode(User(c), Raw{MediaType: echo.MIMEApplicationJSON, Body: body}, version, string(body), "")
	if err != nil {
		return err
	}
	return send(c, http.StatusOK, e)
}

// encode makes the answer that this viewer gets. Its tag names the version of
// the thing, and what else decides how the viewer sees it.
func encode(user auth.User, view any, version int, revision, today string) (*encoded, error) {
	// What is sent once is compressed in haste, what is kept with care.
	scope, effort := user.Scope(), gzip.DefaultCompression
	if scope == "" {
		scope, effort = user.ID, gzip.BestSpeed
	}
	tag := strconv.Itoa(version) + "." + id.Short(scope, revision, today)
	raw, ok := view.(Raw)
	if !ok {
		body, err := json.Marshal(view)
		if err != nil {
			return nil, fmt.Errorf("httpx: %w", err)
		}
		raw = Raw{MediaType: echo.MIMEApplicationJSON, Body: body}
	}
	e := &encoded{tag: tag, mediaType: raw.MediaType, plain: formOf(raw.Body, tag)}
	if len(raw.Body) > 1024 { // below that, compression costs more than it saves
		e.gzipped = formOf(compress(raw.Body, effort), tag+gzipSuffix)
	}
	return e, nil
}

// compressors are used again: one is most of a megabyte.
var compressors = map[int]*sync.Pool{gzip.BestSpeed: {}, gzip.DefaultCompression: {}}

func compress(body []byte, effort int) []byte {
	var buf bytes.Buffer
	w, ok := compressors[effort].Get().(*gzip.Writer)
	if ok {
		w.Reset(&buf)
	} else {
		w, _ = gzip.NewWriterLevel(&buf, effort) // both levels exist
	}
	_, _ = w.Write(body) // a buffer takes everything
	_ = w.Close()
	compressors[effort].Put(w)
	return buf.Bytes()
}

// What every answer says, as values that all share. What a person read about
// violence must not stay on the device; a client that wants a cache of its own
// keeps the ETag and asks conditionally.
var (
	varying  = []string{"Authorization, X-Api-Key, Accept-Encoding"}
	unstored = []string{"no-store"}
	zipped   = []string{"gzip"}
)

// send writes an answer with its validator, or 304 when the client has it.
func send(c echo.Context, status int, e *encoded) error {
	req, h := c.Request(), c.Response().Header()
	f := &e.plain
	if e.gzipped.body != nil && acceptsGzip(req) {
		f = &e.gzipped
	}
	h["Etag"], h["Vary"], h["Cache-Control"] = f.etag, varying, unstored
	if status == http.StatusOK && matches(req.Header.Get("If-None-Match"), e.tag) {
		return c.NoContent(http.StatusNotModified)
	}
	if f == &e.gzipped {
		h["Content-Encoding"] = zipped
	}
	h["Content-Length"] = f.length
	return c.Blob(status, e.mediaType, f.body)
}

// gzipSuffix tells the compressed form of a representation from the plain one,
// since a strong ETag must differ where the bytes do.
const gzipSuffix = "-gzip"

func acceptsGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		coding, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		if coding == "gzip" || coding == "*" {
			q, stated := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q=")
			weight, err := strconv.ParseFloat(q, 64)
			return !stated || err == nil && weight > 0
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
	several := strings.Contains(header, ",") || len(c.Request().Header.Values("If-Match")) > 1
	if err != nil || n < 0 || strconv.Itoa(n) != version || several {
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
	e, err := encode(user, view, version, revision, string(a.clock.Today()))
	if err != nil {
		return err
	}
	return send(c, status, e)
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
