package openapi

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sample is the golden file, which is a good specification but for what a small
// sample cannot have.
func sample(t *testing.T) Spec {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "sample.json"))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

func TestCheckProfileAcceptsTheSample(t *testing.T) {
	found := CheckProfile(sample(t))

	want := []string{"VER.06 there is no GET /api-info"}
	if !slices.Equal(found, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
}

func TestCheckProfileFinds(t *testing.T) {
	cases := map[string]struct {
		want  string
		spoil func(Spec)
	}{
		"an old version":              {"DOK.17", func(s Spec) { s["openapi"] = "2.0" }},
		"no contact address":          {"DOK.03 info.contact.email", func(s Spec) { delete(object(at(s, "info", "contact")), "email") }},
		"no terms":                    {"DOK.03 info.termsOfService", func(s Spec) { delete(at(s, "info"), "termsOfService") }},
		"one language":                {"DOK.06", func(s Spec) { at(s, "info")["description"] = "Planens insatser och mål." }},
		"no service level":            {"DOK.08", func(s Spec) { delete(at(s, "info"), "x-sla") }},
		"no limits":                   {"DOK.09", func(s Spec) { delete(at(s, "info"), "x-limitations") }},
		"a version that is too high":  {"VER.11", func(s Spec) { at(s, "info")["version"] = "1.0.0" }},
		"plain http":                  {"UFN.01", func(s Spec) { s["servers"] = []any{Spec{"url": "http://localhost/api/v1"}} }},
		"basic authentication":        {"SAK.09", func(s Spec) { at(s, "components", "securitySchemes", bearer)["scheme"] = "basic" }},
		"a key in a cookie":           {"SAK.16", func(s Spec) { at(s, "components", "securitySchemes")["c"] = Spec{"type": "apiKey", "in": "cookie"} }},
		"parameters on the path":      {"DOK.19", func(s Spec) { at(s, "paths", "/trees")["parameters"] = []any{} }},
		"an underscore in a path":     {"UFN.08", func(s Spec) { move(s, "/trees", "/old_trees") }},
		"a singular collection":       {"RES.06", func(s Spec) { move(s, "/trees", "/tree") }},
		"no summary":                  {"DOK.19", func(s Spec) { delete(listTrees(s), "summary") }},
		"no security":                 {"DOK.21", func(s Spec) { delete(listTrees(s), "security") }},
		"an unknown scheme":           {"DOK.21", func(s Spec) { listTrees(s)["security"] = []any{Spec{"key": []any{}}} }},
		"no traceparent in":           {"SPA.02", func(s Spec) { listTrees(s)["parameters"] = []any{} }},
		"no traceparent out":          {"SPA.04", func(s Spec) { delete(at(listTrees(s), "responses", "200", "headers"), "traceparent") }},
		"a list without pages":        {"FNS.07", func(s Spec) { listTrees(s)["parameters"] = list(listTrees(s)["parameters"])[2:] }},
		"another default of limit":    {"FNS.09", func(s Spec) { at(param(listTrees(s), 1), "schema")["default"] = json.Number("50") }},
		"pages from 0":                {"FNS.08", func(s Spec) { at(param(listTrees(s), 0), "schema")["default"] = json.Number("0") }},
		"a required filter":           {"FNS.05", func(s Spec) { param(listTrees(s), 2)["required"] = true }},
		"snake case in a filter":      {"FNS.01", func(s Spec) { param(listTrees(s), 2)["name"] = "tree_kind" }},
		"search words in the URL":     {"UFN.03", func(s Spec) { param(listTrees(s), 2)["name"] = "q" }},
		"a person's number":           {"RES.02", func(s Spec) { param(listTrees(s), 2)["name"] = "personnummer" }},
		"no description of a failure": {"DOK.20", func(s Spec) { delete(at(listTrees(s), "responses", "default"), "description") }},
		"failures as plain JSON":      {"FEL.02", func(s Spec) { at(listTrees(s), "responses", "default")["content"] = Spec{"application/json": Spec{}} }},
		"a problem without instance":  {"FEL.01", func(s Spec) { delete(at(s, "components", "schemas", "Problem", "properties"), "instance") }},
		"a problem by allOf":          {"FEL.01", func(s Spec) { at(s, "components", "schemas", "Problem")["allOf"] = []any{} }},
		"two media types":             {"AME.01", func(s Spec) { at(listTrees(s), "responses", "200", "content")["text/csv"] = Spec{"example": ""} }},
		"no example":                  {"DOK.15", func(s Spec) { delete(at(listTrees(s), "responses", "200", "content", "application/json"), "example") }},
		"snake case in a field": {"AME.04", func(s Spec) {
			at(s, "components", "schemas", "Tree", "properties")["tree_age"] = Spec{"description": "Age."}
		}},
		"a field without description": {"DOK.16", func(s Spec) { delete(at(s, "components", "schemas", "Tree", "properties", "name"), "description") }},
		"a date without example":      {"DOT.02", func(s Spec) { delete(at(s, "components", "schemas", "Tree", "properties", "plantedOn"), "example") }},
		"an instant without zone": {"DOT.04", func(s Spec) {
			at(s, "components", "schemas", "Tree", "properties", "updatedAt")["example"] = "2026-01-01T10:00:00"
		}},
		"a date without format": {"DOT.02", func(s Spec) { delete(at(s, "components", "schemas", "Tree", "properties", "plantedOn"), "format") }},
		"a reference to nothing": {"own", func(s Spec) {
			at(s, "components", "schemas", "Tree", "properties", "kind")["$ref"] = "#/components/schemas/None"
		}},
		"a body on a read":  {"FOR.02", func(s Spec) { listTrees(s)["requestBody"] = Spec{"description": "?"} }},
		"no Location":       {"ARP.03", func(s Spec) { delete(at(s, "paths", "/trees", "post", "responses", "201", "headers"), "Location") }},
		"the same id twice": {"own", func(s Spec) { listTrees(s)["operationId"] = "getTree" }},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			spec := sample(t)
			before := CheckProfile(spec)

			c.spoil(spec)

			for _, line := range CheckProfile(spec) {
				if strings.HasPrefix(line, c.want) && !slices.Contains(before, line) {
					return
				}
			}
			t.Errorf("%s was not found", c.want)
		})
	}
}

func TestCompareRoutesLooksBothWays(t *testing.T) {
	routes := [][2]string{{"GET", "/trees"}, {"GET", "/trees/:id"}, {"PUT", "/trees/:id"}, {"DELETE", "/trees/:id"},
		{"POST", "/session-renewals"}, {"GET", "/trees/calendar"}, {"GET", "/flowers/:id"}}

	got := CompareRoutes(sample(t), routes)

	want := []string{"GET /flowers/{id} is served but not in the specification", "POST /trees is in the specification but not served"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRecordExampleIsCanonicalAndKeepsTheProblem(t *testing.T) {
	dir := t.TempDir()
	problem := []byte(`{"status":422,"code":"invalid"}`)
	for range 2 { // the second round changes nothing
		for _, err := range []error{
			RecordExample(dir, "createTree", []byte(`{"b":1.50,"a":"<å>"}`), []byte("{\"id\":\n1}"), 201),
			RecordExample(dir, "createTree", nil, problem, 422),
			RecordExample(dir, "exportTrees", nil, []byte("BEGIN:VCALENDAR\r\n"), 200),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}

	created, _ := os.ReadFile(filepath.Join(dir, "createTree.json"))
	exported, _ := os.ReadFile(filepath.Join(dir, "exportTrees.json"))

	want := "{\n  \"request\": {\n    \"a\": \"<å>\",\n    \"b\": 1.50\n  },\n  \"response\": {\n    \"id\": 1\n  },\n" +
		"  \"problem\": {\n    \"code\": \"invalid\",\n    \"status\": 422\n  },\n  \"status\": 201\n}\n"
	if string(created) != want {
		t.Errorf("got %s", created)
	}
	if !strings.Contains(string(exported), `"BEGIN:VCALENDAR\r\n"`) {
		t.Errorf("got %s", exported)
	}
}

func TestMissingNamesWhatNoStoryRecorded(t *testing.T) {
	spec := sample(t)
	delete(at(spec, "paths", "/trees", "post", "requestBody", "content", "application/json"), "example")

	if got := Missing(spec); !slices.Equal(got, []string{"createTree: no example of the request (application/json)"}) {
		t.Errorf("got %q", got)
	}
}

func at(s Spec, keys ...string) Spec {
	for _, key := range keys {
		s = s[key].(Spec)
	}
	return s
}

func listTrees(s Spec) Spec { return at(s, "paths", "/trees", "get") }

func param(op Spec, i int) Spec { return list(op["parameters"])[i].(Spec) }

func move(s Spec, from, to string) {
	paths := at(s, "paths")
	paths[to] = paths[from]
	delete(paths, from)
}
