package httpx

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// MaxBody is how large a JSON body may be, in bytes.
const MaxBody = 1 << 20

// Body reads the request's JSON object into T and refuses what T does not have:
// unknown fields, other types, a second document, an empty body.
func Body[T any](c echo.Context) (T, error) {
	var in T
	req := c.Request()
	keyErr := keyProblem(c)
	if req.ContentLength > MaxBody || problem.Is(keyErr, http.StatusRequestEntityTooLarge) {
		return in, problem.TooLarge(MaxBody)
	}
	media, _, err := mime.ParseMediaType(req.Header.Get(echo.HeaderContentType))
	plain := req.Header.Get(echo.HeaderContentEncoding) == "" // a compressed body would escape the limit
	if err != nil || media != echo.MIMEApplicationJSON || !plain {
		return in, problem.UnsupportedMedia(echo.MIMEApplicationJSON)
	}
	if keyErr != nil {
		return in, keyErr
	}
	raw, err := io.ReadAll(http.MaxBytesReader(c.Response(), req.Body, MaxBody))
	if err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return in, problem.TooLarge(MaxBody)
		}
		return in, problem.BadRequest("unreadableBody", "The body could not be read to its end.")
	}
	if trimmed := bytes.TrimSpace(raw); len(trimmed) == 0 || trimmed[0] != '{' {
		return in, problem.BadRequest("notAnObject", "The body must be one JSON object.")
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&in); err != nil {
		return in, decodeProblem(err, reflect.TypeFor[T]())
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return in, problem.BadRequest("trailingData", "There is more after the JSON object.")
	}
	return in, strict(raw, reflect.TypeFor[T]())
}

// decodeProblem names the field without showing Go's types to the client.
func decodeProblem(err error, into reflect.Type) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		value, _, _ := strings.Cut(wrong.Value, " ") // "number 1.5": the client knows what it sent
		detail := fmt.Sprintf("This type of value (%s) cannot stand here.", value)
		return problem.BadRequest("wrongType", "A field has the wrong type.",
			problem.Field{Name: wirePath(into, wrong.Field), Code: "wrongType", Detail: detail})
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		name, _ = strconv.Unquote(name)
		return problem.BadRequest("unknownField", "The body has a field that does not exist here.",
			problem.Field{Name: name, Code: "unknownField", Detail: "There is no such field."})
	}
	return problem.BadRequest("notJSON", "The body is not valid JSON.")
}

// Change reads what a PUT brings: the new content, and the version it is based on.
func Change[T any](c echo.Context) (in T, version int, err error) {
	// 413 and 415 come before 428, which comes before what is wrong inside the body.
	in, bodyErr := Body[T](c)
	if problem.Is(bodyErr, http.StatusRequestEntityTooLarge) || problem.Is(bodyErr, http.StatusUnsupportedMediaType) {
		return in, 0, bodyErr
	}
	if version, err = IfMatch(c); err != nil {
		return in, 0, err
	}
	return in, version, bodyErr
}

// ID reads a path parameter that is an id; anything else cannot exist.
func ID(c echo.Context, name, what string) (string, error) {
	if text := c.Param(name); id.Valid(text) {
		return text, nil
	}
	return "", problem.NotFound(what)
}

// Paging is embedded in the query of a list.
type Paging struct {
	Page  int `query:"page"`
	Limit int `query:"limit"`
}

// Limits of a list's page.
const (
	defaultLimit = 20
	maxLimit     = 100
	maxPage      = 1_000_000
)

// Offset is how many items come before the page.
func (p Paging) Offset() int { return (p.Page - 1) * p.Limit }

// Query reads the query parameters into T, a struct with `query` tags of string
// kinds, ints, bools and days; `oneof:"a b"` lists what is allowed. Unknown and
// repeated parameters are refused, so that a slip never reads as "no filter".
func Query[T any](c echo.Context) (T, error) {
	var q T
	// Echo leaves out what it cannot parse, such as limit=5;page=2 or a%ZZ=1.
	values, err := url.ParseQuery(c.Request().URL.RawQuery)
	if err != nil {
		return q, problem.BadRequest("invalidParameter", "The query cannot be read: name=value, percent-encoded, parted by &.")
	}
	v := reflect.ValueOf(&q).Elem()
	known := parametersOf(v.Type())
	var bad []problem.Field
	for name, f := range known {
		given, ok := values[name]
		if !ok {
			setDefault(v.FieldByIndex(f.Index), name)
			continue
		}
		if len(given) > 1 {
			bad = append(bad, problem.Field{Name: name, Code: "repeated", Detail: "Give this parameter once."})
		} else if code, detail := setParam(v.FieldByIndex(f.Index), f, name, given[0]); code != "" {
			bad = append(bad, problem.Field{Name: name, Code: code, Detail: detail})
		}
	}
	for name := range values {
		if _, ok := known[name]; !ok {
			bad = append(bad, problem.Field{Name: name, Code: "unknownParameter", Detail: "There is no such parameter here."})
		}
	}
	if len(bad) > 0 {
		slices.SortFunc(bad, func(a, b problem.Field) int { return strings.Compare(a.Name, b.Name) })
		return q, problem.BadRequest("invalidParameter", "A query parameter is not valid.", bad...)
	}
	return q, nil
}

// parameters remembers what each type of query takes: to ask the type costs
// more than to read a request.
var parameters sync.Map // reflect.Type → map[string]reflect.StructField

func parametersOf(t reflect.Type) map[string]reflect.StructField {
	if known, ok := parameters.Load(t); ok {
		return known.(map[string]reflect.StructField)
	}
	known := map[string]reflect.StructField{}
	for _, f := range reflect.VisibleFields(t) {
		if name := f.Tag.Get("query"); name != "" {
			known[name] = f
		}
	}
	parameters.Store(t, known)
	return known
}

func setDefault(v reflect.Value, name string) {
	switch name {
	case "page":
		v.SetInt(1)
	case "limit":
		v.SetInt(defaultLimit)
	}
}

func setParam(v reflect.Value, f reflect.StructField, name, text string) (code, detail string) {
	if allowed := f.Tag.Get("oneof"); allowed != "" && !slices.Contains(strings.Fields(allowed), text) {
		return "notAllowed", "One of: " + strings.Join(strings.Fields(allowed), ", ") + "."
	}
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[day.Day]() && !day.Day(text).Valid() {
			return "invalidFormat", "A day such as 2019-05-17."
		}
		if strings.ContainsRune(text, 0) || len(text) > 500 {
			return "invalidFormat", "The value is too long or holds a control character."
		}
		v.SetString(text)
	case reflect.Int:
		n, err := strconv.Atoi(text)
		if err != nil {
			return "wrongType", "A whole number."
		}
		if low, high := bounds(name); n < low || n > high {
			return "outOfRange", fmt.Sprintf("From %d to %d.", low, high)
		}
		v.SetInt(int64(n))
	case reflect.Bool:
		if text != "true" && text != "false" {
			return "wrongType", "true or false."
		}
		v.SetBool(text == "true")
	default:
		panic("httpx: no query parameter of kind " + v.Kind().String())
	}
	return "", ""
}

func bounds(name string) (low, high int) {
	switch name {
	case "page":
		return 1, maxPage
	case "limit":
		return 1, maxLimit
	default:
		return 0, maxPage
	}
}
