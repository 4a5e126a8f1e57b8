package app_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"envagin/api/openapi"
	"envagin/api/testkit"
)

// untried are operations that would end the very sign-in by which all others are tried.
var untried = []string{"deleteSessions", "deleteSession", "endSession"}

// fill puts ids in a path: those of things that exist, where there are any.
func (th things) fill(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if name, ok := strings.CutPrefix(s, "{"); ok {
			name = strings.TrimSuffix(name, "}")
			if name == "id" {
				name = segments[1]
			}
			segments[i] = "00000000-0000-7000-8000-000000000000"
			if id := th["own"][name]; id != "" {
				segments[i] = id
			}
		}
	}
	return strings.Join(segments, "/")
}

// example is the body that a story sent to an operation; nil when it takes none.
func example(t *testing.T, operationID string) map[string]json.RawMessage {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(examplesDir, operationID+".json"))
	if err != nil {
		return nil // the examples' own test tells of it
	}
	var recorded struct{ Request map[string]json.RawMessage }
	if err := json.Unmarshal(text, &recorded); err != nil {
		t.Fatal(operationID, err)
	}
	return recorded.Request
}

// What comes here is what somebody sends who means harm, or whose program is
// broken: to every operation there is, in every field, parameter and place.
func TestNothingThatIsSentAnywhereBreaksTheServer(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		things, spec := thingsToTry(a), published(t)
		tried := 0
		try := func(o openapi.Operation, path string, body any, options ...testkit.Option) {
			tried++
			answer := a.Do(strings.ToUpper(o.Method), path, body, append([]testkit.Option{a.As("admin")}, options...)...)
			refused(t, fmt.Sprintf("%s %.120s with %.80v", o.Method, path, body), answer)
		}
		for _, o := range openapi.Operations(spec) {
			if slices.Contains(untried, o.OperationID) {
				continue
			}
			path := things.fill(o.Path)
			for _, at := range []string{"x", "%00", "%ff", "..%2f..", strings.Repeat("9", 3000), "00000000-0000-0000-0000-000000000000"} {
				for i, segment := range strings.Split(o.Path, "/") {
					if strings.HasPrefix(segment, "{") {
						segments := strings.Split(path, "/")
						segments[i] = at
						try(o, strings.Join(segments, "/"), nil)
					}
				}
			}
			for _, name := range queryOf(spec, o) {
				for _, value := range []string{"", "\x00", "\xff", "-1", "99999999999999999999", "'; DROP TABLE users", strings.Repeat("å", 2000), "00000000-0000-7000-8000-000000000000"} {
					try(o, path+"?"+name+"="+url.QueryEscape(value), nil)
				}
				try(o, path+"?"+name+"=1&"+name+"=2", nil)
			}
			whole := example(t, o.OperationID)
			if whole == nil {
				continue
			}
			etag := a.Get(path, a.As("admin")).ETag()
			if etag == "" {
				etag = `"1"`
			}
			for _, body := range []string{"", "{", "[]", "null", `{"a":1,"a":2}`, strings.Repeat("[", 9000), "\xff\xfe", `"x"`} {
				try(o, path, body, testkit.IfMatch(etag))
			}
			for _, field := range slices.Sorted(maps.Keys(whole)) {
				for _, value := range []string{`null`, `1e400`, `-2147483649`, `"a\u0000b"`, `[{}]`, `{"day":"x"}`, `"00000000-0000-7000-8000-000000000000"`, `"` + strings.Repeat("å", 9000) + `"`} {
					changed := maps.Clone(whole)
					changed[field] = json.RawMessage(`"@"`)
					text, _ := json.Marshal(changed) // which would not pass on all of what follows
					try(o, path, strings.Replace(string(text), `"@"`, value, 1), testkit.IfMatch(etag))
				}
			}
		}
		t.Logf("%d requests", tried)
		if answer := a.Get("/users/me", a.As("admin")); answer.Status != http.StatusOK {
			t.Errorf("somewhere the sign-in was lost, and the rest was tried by the public: %d", answer.Status)
		}
	})
}

// queryOf are the query parameters of an operation, and one that it does not know.
func queryOf(spec openapi.Spec, o openapi.Operation) []string {
	names := []string{"nope"}
	operation, _ := spec["paths"].(openapi.Spec)[o.Path].(openapi.Spec)[o.Method].(openapi.Spec)
	parameters, _ := operation["parameters"].([]any)
	for _, p := range parameters {
		if parameter, ok := p.(openapi.Spec); ok && parameter["in"] == "query" {
			names = append(names, fmt.Sprint(parameter["name"]))
		}
	}
	return names
}
