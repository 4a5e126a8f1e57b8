package app_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"envagin/api/openapi"
	"envagin/api/testkit"
)

// empty are fields that cannot be filled beside the others.
var empty = []string{"rule", "recurrence", "decisionId", "userId", "isSecret", "bySeatId", "options", "rows"}

// What a person reads and sends back as it was must change nothing, whoever it
// is: a field that is read and not written, or written and not read, would be
// lost without anyone noticing.
func TestWhatIsReadAndSentBackChangesNothing(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		things, spec, n := thingsToTry(a), published(t), 0
		before := rowsOf(t, a, "version", "updated_at")
		for line := range strings.SplitSeq(strings.TrimSpace(access), "\n") {
			f := strings.Fields(line)
			if f[0] != http.MethodPut || f[2] != "own" {
				continue
			}
			fields := inputOf(t, spec, f[1])
			path := things.path(t, f[1], f[2])
			if fields == nil || a.Get(path, a.As("admin")).Status == http.StatusMethodNotAllowed {
				continue // a verb: there is nothing to read
			}
			n++
			for i, role := range viewers {
				if f[3+i] != "428" {
					continue
				}
				a.Run(t, f[1]+" as "+role, func(t *testing.T) {
					read := a.Get(path, viewer(a, role)).Want(200)
					view, in := read.Object(), map[string]any{}
					for _, field := range fields {
						if value, ok := view[field]; ok {
							in[field] = value
						} else if !slices.Contains(empty, field) {
							t.Errorf("%s is not shown; is it lost, or does thingsToTry not fill it?", field)
						}
					}

					written := a.Do(http.MethodPut, path, in, viewer(a, role), testkit.IfMatch(read.ETag())).Want(200).Object()

					for _, field := range fields {
						if got, want := asText(t, written[field]), asText(t, view[field]); got != want {
							t.Errorf("%s was %s and is %s", field, want, got)
						}
					}
				})
			}
			a.Run(t, f[1]+" leaves every row as it was", func(t *testing.T) {
				wantSameRows(t, before, rowsOf(t, a, "version", "updated_at"))
			})
		}
		if n < 12 {
			t.Errorf("only %d kinds of things were tried", n)
		}
	})
}

// inputOf are the fields of what a PUT on the route takes; nil when it takes nothing.
func inputOf(t *testing.T, spec openapi.Spec, route string) (fields []string) {
	t.Helper()
	segments := strings.Split(route, "/")
	for i, s := range segments {
		if name, ok := strings.CutPrefix(s, ":"); ok {
			segments[i] = "{" + name + "}"
		}
	}
	at := any(spec)
	for _, step := range []string{"paths", strings.Join(segments, "/"), "put", "requestBody", "content", "application/json", "schema", "$ref"} {
		node, ok := at.(openapi.Spec)
		if !ok {
			return nil
		}
		at = node[step]
	}
	name, _ := at.(string)
	at = any(spec)
	for step := range strings.SplitSeq(strings.TrimPrefix(name, "#/")+"/properties", "/") {
		if at = at.(openapi.Spec)[step]; at == nil {
			return nil // it takes an empty object
		}
	}
	for field := range at.(openapi.Spec) {
		fields = append(fields, field)
	}
	return fields
}

func asText(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
