package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"envagin/api/platform/problem"
)

// lines knows where in a JSON file each value stands, so that an error can
// name the line that a person has to look at.
type lines struct {
	name string
	data []byte
	at   map[string]int // path such as activities[3].start.day → line
}

func newLines(name string, data []byte) lines {
	l := lines{name: name, data: data, at: map[string]int{}}
	dec := json.NewDecoder(bytes.NewReader(data))
	_ = l.walk(dec, "") // a syntax error is told by decode, which comes next
	return l
}

func (l lines) walk(dec *json.Decoder, path string) error {
	token, err := dec.Token()
	if err != nil {
		return err
	}
	l.at[path] = l.line(dec.InputOffset())
	open, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	for i := 0; dec.More(); i++ {
		child := path + "[" + strconv.Itoa(i) + "]"
		if open == '{' {
			key, err := dec.Token()
			if err != nil {
				return err
			}
			child = strings.TrimPrefix(path+"."+fmt.Sprint(key), ".")
		}
		if err := l.walk(dec, child); err != nil {
			return err
		}
	}
	_, err = dec.Token()
	return err
}

func (l lines) line(offset int64) int {
	return 1 + bytes.Count(l.data[:min(int(offset), len(l.data))], []byte("\n"))
}

// fail makes an error that begins as a compiler's does: file:line: what.
func (l lines) fail(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", l.name, line, fmt.Sprintf(format, args...))
}

// nearest is the line of a path, or of the closest thing around it.
func (l lines) nearest(path string) int {
	for path != "" {
		if line, ok := l.at[path]; ok {
			return line
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return 1
}

// decode reads the package strictly, one element at a time, so that an unknown
// field can be told with its place.
func (l lines) decode(data []byte) (p Package, err error) {
	var whole json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&whole); err != nil {
		return p, l.syntax(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return p, l.fail(l.line(dec.InputOffset()), "there is more after the package")
	}
	var top map[string]json.RawMessage
	if err := json.Unmarshal(whole, &top); err != nil {
		return p, l.fail(1, "a plan package is a JSON object")
	}
	if err := strict(l, "format", top, &p.Format); err != nil {
		return p, err
	}
	if p.Format != packageFormat {
		return p, l.fail(l.nearest("format"), "format must be %q", packageFormat)
	}
	for _, read := range []func() error{
		func() error { return each(l, "bodies", top, &p.Bodies) },
		func() error { return each(l, "violenceAreas", top, &p.ViolenceAreas) },
		func() error { return each(l, "targetGroups", top, &p.TargetGroups) },
		func() error { return strict(l, "plan", top, &p.Plan) },
		func() error { return each(l, "goals", top, &p.Goals) },
		func() error { return each(l, "sections", top, &p.Sections) },
		func() error { return each(l, "reportingRounds", top, &p.ReportingRounds) },
		func() error { return each(l, "activities", top, &p.Activities) },
		func() error { return each(l, "timeline", top, &p.Timeline) },
		func() error { return each(l, "councilSeats", top, &p.CouncilSeats) },
		func() error { return each(l, "decisions", top, &p.Decisions) },
	} {
		if err := read(); err != nil {
			return p, err
		}
	}
	for name := range top {
		if name != "$schema" {
			return p, l.fail(l.nearest(name), "there is no field %q here", name)
		}
	}
	return p, nil
}

func (l lines) syntax(err error) error {
	var bad *json.SyntaxError
	if errors.As(err, &bad) {
		return l.fail(l.line(bad.Offset), "not valid JSON: %s", bad.Error())
	}
	return l.fail(l.line(int64(len(l.data))), "the file ends in the middle of the JSON")
}

// strict reads one named value and takes it out of top.
func strict[T any](l lines, path string, top map[string]json.RawMessage, into *T) error {
	raw, ok := top[path]
	if !ok {
		return nil
	}
	delete(top, path)
	return l.element(path, raw, into)
}

func each[T any](l lines, path string, top map[string]json.RawMessage, into *[]T) error {
	var raws []json.RawMessage
	if err := strict(l, path, top, &raws); err != nil {
		return err
	}
	*into = make([]T, len(raws))
	for i, raw := range raws {
		if err := l.element(fmt.Sprintf("%s[%d]", path, i), raw, &(*into)[i]); err != nil {
			return err
		}
	}
	return nil
}

func (l lines) element(path string, raw json.RawMessage, into any) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	err := dec.Decode(into)
	if err == nil {
		return nil
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		field := wireName(wrong.Field)
		return l.fail(l.under(path, field), "%s: this type of value (%s) cannot stand here", strings.TrimSuffix(path+"."+field, "."), wrong.Value)
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		name, _ = strconv.Unquote(name)
		return l.fail(l.under(path, name), "%s: there is no field %q here", path, name)
	}
	return l.fail(l.nearest(path), "%s: %s", path, err)
}

// wireName takes the names of embedded Go structs out of a path; the file's own
// names begin with a small letter.
func wireName(path string) string {
	parts := slices.DeleteFunc(strings.Split(path, "."), func(name string) bool {
		return name != "" && unicode.IsUpper(rune(name[0]))
	})
	return strings.Join(parts, ".")
}

// under is the line of a field somewhere inside an element; encoding/json does
// not always say how deep.
func (l lines) under(path, field string) int {
	best := 0
	for at, line := range l.at {
		if strings.HasPrefix(at, path) && strings.HasSuffix(at, "."+field) && (best == 0 || line < best) {
			best = line
		}
	}
	if best == 0 {
		return l.nearest(path)
	}
	return best
}

// explain puts the file's line and the field's name before what a service refused.
func (l lines) explain(path string, err error) error {
	p := problem.As(err)
	if p == nil {
		return fmt.Errorf("%s:%d: %s: %w", l.name, l.nearest(path), path, err)
	}
	if len(p.Errors) == 0 {
		return l.fail(l.nearest(path), "%s: %s", path, p.Detail)
	}
	var all []error
	for _, f := range p.Errors {
		at := path + "." + f.Name
		all = append(all, l.fail(l.nearest(at), "%s: %s", at, f.Detail))
	}
	return errors.Join(all...)
}
