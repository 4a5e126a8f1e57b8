package app_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm"

	"envagin/api/openapi"
	"envagin/api/testkit"
)

// What no answer may hold: how the program is made inside.
var inside = regexp.MustCompile(`gorm|sqlite|pgx|SQLSTATE|panic|goroutine|Go struct|strconv|reflect|UNIQUE|FOREIGN KEY|relation "|<html|Input\.|day\.D`)

// refused fails the test unless the answer is a refusal as every client expects it.
func refused(t *testing.T, what string, answer *testkit.Answer) {
	t.Helper()
	switch {
	case answer.Status >= 500:
		t.Errorf("%s: %d\n%s", what, answer.Status, answer.Body)
	case answer.Status >= 400 && answer.Header.Get("Content-Type") != "application/problem+json":
		t.Errorf("%s: %d came as %q", what, answer.Status, answer.Header.Get("Content-Type"))
	case answer.Status >= 400 && inside.Match(answer.Body):
		t.Errorf("%s: the answer tells how the program is made\n%s", what, answer.Body)
	}
}

// first is the first item of a list, with its address.
func first(a *testkit.App, list string) (item map[string]any, path string) {
	a.T.Helper()
	items := a.Get(list, a.As("admin")).Items()
	if len(items) == 0 {
		a.T.Fatalf("%s is empty", list)
	}
	item = items[0]
	return item, fmt.Sprintf("%s/%s", strings.Split(list, "?")[0], item["id"])
}

// kinds gives one thing of each kind that PUT replaces.
func kinds(a *testkit.App) []string {
	a.T.Helper()
	_, activity := first(a, "/activities?sort=code&limit=1")
	_, plan := first(a, "/plans")
	paths := []string{activity, plan}
	for _, list := range []string{"/boards?kind=board", "/goals", "/violence-areas", "/target-groups", "/users", "/timelines?kind=event",
		plan + "/sections", plan + "/reporting-rounds", activity + "/responsibilities", activity + "/reports"} {
		_, path := first(a, list)
		paths = append(paths, path)
	}
	return paths
}

func inputSchema(t *testing.T, path string) map[string]any {
	t.Helper()
	var spec struct {
		Paths map[string]map[string]struct {
			RequestBody struct {
				Content map[string]struct {
					Schema map[string]any
				}
			}
		}
		Components struct{ Schemas map[string]map[string]any }
	}
	if err := json.Unmarshal(openapi.JSON, &spec); err != nil {
		t.Fatal(err)
	}
	for template, operations := range spec.Paths {
		pattern := regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(template, `[0-9a-f-]{36}`)
		if ok, _ := regexp.MatchString("^"+pattern+"$", path); !ok {
			continue
		}
		name, _ := operations["put"].RequestBody.Content["application/json"].Schema["$ref"].(string)
		properties, _ := spec.Components.Schemas[name[strings.LastIndex(name, "/")+1:]]["properties"].(map[string]any)
		return properties
	}
	t.Fatalf("%s is not in the specification", path)
	return nil
}

// wild are values that stand in no field's place, or hardly in any.
var wild = []string{`null`, `2147483648`, `""`, `"a\u0000b"`, `true`, `[{}]`, `{}`,
	`{"day":"2026-02-30","precision":"day"}`, `"00000000-0000-0000-0000-000000000000"`,
	`"` + strings.Repeat("å", 30_000) + `"`, strings.Repeat("[", 12_000) + strings.Repeat("]", 12_000)}

func TestNoFieldOfNoThingCanBreakTheServer(t *testing.T) {
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		for _, path := range kinds(a) {
			fields := slices.Sorted(maps.Keys(inputSchema(t, path)))
			now := a.Get(path, a.As("admin")).Want(http.StatusOK)
			whole := map[string]json.RawMessage{}
			now.Into(&whole)
			input := map[string]json.RawMessage{}
			for _, f := range fields {
				if value, ok := whole[f]; ok {
					input[f] = value
				}
			}
			etag := now.ETag()
			for _, f := range fields {
				before, written := traces(t, a), false
				for _, value := range wild {
					changed := maps.Clone(input)
					changed[f] = json.RawMessage(`"@"`)
					text, _ := json.Marshal(changed) // which would not pass on all of what follows
					body := strings.Replace(string(text), `"@"`, value, 1)

					answer := a.Do(http.MethodPut, path, body, a.As("admin"), testkit.IfMatch(etag))

					what := fmt.Sprintf("PUT %s with %s=%.40s", path, f, value)
					refused(t, what, answer)
					if answer.Status == http.StatusOK {
						etag, written = answer.ETag(), true
					}
				}
				if !written && traces(t, a) != before {
					t.Errorf("PUT %s: all was refused for %s, and yet something was written", path, f)
				}
			}
		}
	})
}

// traces counts the audit's rows: every write leaves one.
func traces(t *testing.T, a *testkit.App) (n int64) {
	t.Helper()
	err := a.DB.Read(context.Background(), func(tx *gorm.DB) error { return tx.Table("audit_events").Count(&n).Error })
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestBodiesThatReadersWouldReadDifferently(t *testing.T) {
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		for name, want := range map[string]struct {
			body, code, field string
		}{
			"a name twice":              {`{"nameSv":"a","nameSv":"b"}`, "repeated", "nameSv"},
			"a name twice, deep":        {`{"externalIds":[{"scheme":"a","scheme":"b"}]}`, "repeated", "externalIds.scheme"},
			"a name in another case":    {`{"NameSv":"a"}`, "unknownField", "NameSv"},
			"half a surrogate pair":     {`{"nameSv":"a\ud800b"}`, "invalidCharacter", "nameSv"},
			"bytes that are not UTF-8":  {"{\"nameSv\":\"a\xffb\"}", "invalidCharacter", "nameSv"},
			"a number for a text":       {`{"nameSv":1}`, "wrongType", "nameSv"},
			"a field nobody knows":      {`{"colour":"red"}`, "unknownField", "colour"},
			"two documents":             {`{} {}`, "trailingData", ""},
			"a list":                    {`[]`, "notAnObject", ""},
			"nothing":                   {``, "notAnObject", ""},
			"half a document":           {`{"nameSv":`, "notJSON", ""},
			"more nested than anything": {strings.Repeat(`{"parentId":`, 12_000), "notJSON", ""},
		} {
			a.Run(t, name, func(*testing.T) {
				fields := []string{want.field}
				if want.field == "" {
					fields = nil
				}
				a.Do(http.MethodPost, "/boards", want.body, a.As("coordinator")).WantProblem(http.StatusBadRequest, want.code, fields...)
			})
		}
		a.Run(t, "a field of an embedded struct is named as the client knows it", func(*testing.T) {
			a.Do(http.MethodPost, "/users", `{"email":1}`, a.As("admin")).WantProblem(http.StatusBadRequest, "wrongType", "email")
			a.Do(http.MethodPost, "/users", `{"roles":[{"role":1}]}`, a.As("admin")).WantProblem(http.StatusBadRequest, "wrongType", "roles.role")
		})
		a.Run(t, "a user without active is not shut out", func(*testing.T) {
			user, path := first(a, "/users")
			body := map[string]any{"email": user["email"], "name": user["name"]}

			answer := a.Do(http.MethodPut, path, body, a.As("admin"), testkit.IfMatch(a.Get(path, a.As("admin")).ETag()))

			answer.WantProblem(http.StatusUnprocessableEntity, "invalid", "active", "roles")
		})
	})
}

func TestEmptyIDsAreNobodys(t *testing.T) {
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		_, activity := first(a, "/activities?limit=1")

		board := `{"key":"x","kind":"board","nameSv":"x","nameEn":"x","parentId":""}`
		a.Do(http.MethodPost, "/boards", board, a.As("admin")).WantProblem(422, "invalid", "parentId")
		a.Do(http.MethodPost, activity+"/responsibilities", `{"role":"supports","bodyId":""}`, a.As("admin")).WantProblem(422, "invalid", "bodyId")
		a.Do(http.MethodPost, activity+"/dependencies", `{"beforeId":""}`, a.As("admin")).WantProblem(422, "invalid", "beforeId")
	})
}

// The order in which a request is refused: what it may not know comes before
// how it was said.
func TestOrderOfRefusals(t *testing.T) {
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		_, area := first(a, "/violence-areas")
		nobody := "/violence-areas/00000000-0000-7000-8000-000000000000"
		text, large := testkit.Header("Content-Type", "text/plain"), `{"key":"`+strings.Repeat("x", 1<<20)+`"}`
		badKey := testkit.Header("Idempotency-Key", "x")
		for _, c := range []struct {
			method, path, body string
			status             int
			options            []testkit.Option
		}{
			{"PUT", nobody, "x", 401, []testkit.Option{text}},
			{"PUT", area, "x", 403, []testkit.Option{text, a.As("reader")}},
			{"PUT", nobody, "x", 404, []testkit.Option{text, a.As("admin")}},
			{"PUT", area, large, 413, []testkit.Option{text, a.As("admin")}},
			{"PUT", area, "x", 415, []testkit.Option{text, a.As("admin")}},
			{"PUT", area, "{}", 415, []testkit.Option{testkit.Header("Content-Encoding", "gzip"), a.As("admin")}},
			{"PUT", area, "x", 428, []testkit.Option{a.As("admin")}},
			{"PUT", area, "x", 400, []testkit.Option{testkit.IfMatch(`"99.x"`), a.As("admin")}},
			{"PUT", area, "{}", 422, []testkit.Option{testkit.IfMatch(`"99.x"`), a.As("admin")}},
			{"PUT", area, `{"key":"x","nameSv":"x","nameEn":"x","position":1}`, 412, []testkit.Option{testkit.IfMatch(`"99.x"`), a.As("admin")}},
			{"POST", "/violence-areas", "x", 401, []testkit.Option{badKey}},
			{"POST", "/violence-areas", "x", 403, []testkit.Option{badKey, text, a.As("reader")}},
			{"POST", "/violence-areas", large, 403, []testkit.Option{badKey, text, a.As("reader")}},
			{"POST", "/violence-areas", large, 413, []testkit.Option{badKey, text, a.As("admin")}},
			{"POST", "/violence-areas", "x", 415, []testkit.Option{badKey, text, a.As("admin")}},
			{"POST", "/violence-areas", "{}", 400, []testkit.Option{badKey, a.As("admin")}},
			{"PUT", "/users/me", "{}", 405, []testkit.Option{a.As("admin")}},
			{"DELETE", "/timelines/calendar", "", 405, []testkit.Option{a.As("admin")}},
			{"PATCH", area, "{}", 405, []testkit.Option{a.As("admin")}},
			{"TRACE", area, "", 405, nil},
		} {
			a.Do(c.method, c.path, c.body, c.options...).Want(c.status)
		}
	})
}

func TestHeadersThatAreNotWhatTheyShouldBe(t *testing.T) {
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		_, area := first(a, "/violence-areas")
		for _, tag := range []string{`*`, `"`, `""`, `x`, `"x"`, `"-1"`, `"+1"`, `"01"`, `0x1`, `"1e1"`, `"1","2"`, `"99999999999999999999"`} {
			a.Do(http.MethodDelete, area, nil, a.As("admin"), testkit.IfMatch(tag)).WantProblem(http.StatusBadRequest, "invalidIfMatch")
		}
		twice := func(r *http.Request) { r.Header["If-Match"] = []string{`"1.x"`, `"2.x"`} }
		a.Do(http.MethodDelete, area, nil, a.As("admin"), twice).WantProblem(http.StatusBadRequest, "invalidIfMatch")
		for _, header := range []string{"Bearer", "Bearer x", "Basic YTpi", "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer " + strings.Repeat("x", 9000), "x"} {
			a.Get("/activities", testkit.Header("Authorization", header)).Want(http.StatusUnauthorized)
		}
		for name, value := range map[string]string{"If-None-Match": `,"",W/`, "Accept-Encoding": "gzip;q=x, \xff", "Accept": "application/xml;q=0",
			"traceparent": "00-zz", "Range": "bytes=9-1", "If-Modified-Since": "yesterday", "X-Forwarded-For": "nobody"} {
			a.Get("/activities", testkit.Header(name, value)).Want(http.StatusOK)
		}
	})
}

func TestAddressesThatLeadNowhere(t *testing.T) {
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		for _, path := range []string{"/activities%2Fx", "/activities/%2e%2e/users", "/activities//", "/Activities", "/activities/%00", "/activities/%ff",
			"/;/users", "/users%2Fme", "/plans/%2e%2e%2fusers", "/" + strings.Repeat("a", 5000), "/users/" + strings.Repeat("/", 300)} {
			for _, method := range []string{http.MethodGet, http.MethodPut, http.MethodOptions} {
				answer := a.Do(method, path, nil)
				refused(t, method+" "+path, answer)
				if answer.Status < 300 && method != http.MethodOptions {
					t.Errorf("%s %.60s: %d", method, path, answer.Status)
				}
			}
		}
		for _, query := range []string{"page=0", "page=-1", "page=1000000000", "page=9223372036854775808", "page=1&page=2", "limit=101", "limit=1e2", "sort=;drop",
			"nope=1", "%00=1", "plan=%00", "updatedSince=MToA%00", "updatedSince=x", "level=x", "part=-1"} {
			a.Get("/activities?"+query).WantProblem(http.StatusBadRequest, "invalidParameter")
		}
		for _, query := range []string{"page=1000000", "board=00000000-0000-7000-8000-000000000000", "updatedSince=MTo"} {
			a.Get("/activities?" + query).Want(http.StatusOK)
		}
	})
}

// Circles are looked for before they are written, so two who close one from
// both ends at the same moment must not both find it open.
func TestTwoDoNotCloseACircleTogether(t *testing.T) {
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		_, planPath := first(a, "/plans")
		planID := strings.TrimPrefix(planPath, "/plans/")
		council, _ := first(a, "/boards?kind=council")
		as := a.As("coordinator")
		const code = "9%d.%d"
		for name, thing := range map[string]struct {
			list  string
			input func(round, end int, other string) map[string]any
			put   string // below the thing, when it is not the thing itself
		}{
			"bodies under each other": {"/boards", func(round, end int, other string) map[string]any {
				if other == "" {
					other = fmt.Sprint(council["id"])
				}
				return map[string]any{"key": fmt.Sprintf("circle-%d-%d", round, end), "kind": "unit", "nameSv": "x", "nameEn": "x", "parentId": other}
			}, ""},
			"sections under each other": {planPath + "/sections", func(round, end int, other string) map[string]any {
				in := map[string]any{"anchor": fmt.Sprintf("circle-%d-%d", round, end), "title": "x", "position": 9, "isSummary": false}
				if other != "" {
					in["parentId"] = other
				}
				return in
			}, ""},
			"plans that take over from each other": {"/plans", func(round, end int, other string) map[string]any {
				in := map[string]any{"key": fmt.Sprintf("circle-%d-%d", round, end), "name": "x", "status": "draft", "rootBodyId": council["id"], "isSummary": false}
				if other != "" {
					in["supersedesId"] = other
				}
				return in
			}, ""},
			"activities under each other": {"/activities", func(round, end int, other string) map[string]any {
				in := map[string]any{"planId": planID, "key": fmt.Sprintf("under-%d-%d", round, end), "code": fmt.Sprintf(code, 1+end, round), "part": 1, "position": 1, "title": "x"}
				if other != "" {
					in["parentId"] = other
				}
				return in
			}, ""},
			"activities merged into each other": {"/activities", func(round, end int, other string) map[string]any {
				if other != "" {
					return map[string]any{"intoId": other}
				}
				return map[string]any{"planId": planID, "key": fmt.Sprintf("merged-%d-%d", round, end), "code": fmt.Sprintf(code, 3+end, round), "part": 1, "position": 1, "title": "x"}
			}, "/merger"},
		} {
			for round := range 4 {
				var ids [2]string
				for end := range ids {
					ids[end] = a.Do(http.MethodPost, thing.list, thing.input(round, end, ""), as).Want(http.StatusCreated).ID()
				}
				var answers [2]*testkit.Answer
				var both sync.WaitGroup
				for end := range ids {
					both.Go(func() {
						answers[end] = a.Do(http.MethodPut, thing.list+"/"+ids[end]+thing.put, thing.input(round, end, ids[1-end]), as, testkit.IfMatch(`"1"`))
					})
				}
				both.Wait()
				if answers[0].Status == http.StatusOK && answers[1].Status == http.StatusOK {
					t.Errorf("%s: both were let through", name)
				}
				for _, answer := range answers {
					refused(t, name, answer)
				}
			}
		}
	})
}
