package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"envagin/api/openapi"
	"envagin/api/platform/auth"
)

func table(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "..", "..", filepath.FromSlash(tableFile)))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestThePageNamesEveryOperationActionRoleAndScope(t *testing.T) {
	t.Parallel()
	lines, err := readTable(table(t))
	if err != nil {
		t.Fatal(err)
	}

	got, err := page(lines)

	if err != nil {
		t.Fatal(err)
	}
	var wanted []string
	spec, err := openapi.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range openapi.Operations(spec) {
		wanted = append(wanted, "| `"+strings.ToUpper(o.Method)+" "+o.Path+"` |")
	}
	for _, r := range auth.Policy {
		wanted = append(wanted, "| "+r.Sv+" |", "| "+r.En+" |")
	}
	for _, role := range append(auth.RoleNames[:len(auth.RoleNames):len(auth.RoleNames)], auth.Client) {
		words := auth.RoleWords[role]
		wanted = append(wanted, "| `"+string(role)+"` | "+words.Sv+" |", "| `"+string(role)+"` | "+words.En+" |")
	}
	for _, s := range auth.Scopes {
		wanted = append(wanted, "| `"+s.Name+"` | "+s.Sv+" |", "| `"+s.Name+"` | "+s.En+" |")
	}
	for _, text := range wanted {
		if !strings.Contains(got, text) {
			t.Errorf("the page does not have %s", text)
		}
	}
	if strings.Contains(got, "|  |  |  |") || strings.Contains(got, "%!") {
		t.Error("a field of the page is missing")
	}
}

func TestTheAnswersBecomeWords(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answers          string
		method, route    string
		who, hidden, key string
	}{
		"all read":        {"200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200", "GET", "/activities", "everyone", "", "`activities:read`"},
		"its own":         {"401 403 428 403 403 403 403 403 403 403 403 403 428 428 403 403", "PUT", "/activities/:id", "administrator, coordinator, officer", "", ""},
		"a draft":         {"404 404 404 404 404 404 404 404 404 404 404 404 200 200 404 404", "GET", "/plans/:id", "administrator, coordinator", "all others", ""},
		"each their own":  {"401 200 200 200 200 200 200 200 200 200 200 200 200 200 403 403", "GET", "/users/me", "everyone who is signed in", "", ""},
		"secret for some": {"401 404 403 403 403 403 403 403 403 403 403 403 200 200 403 403", "GET", "/users", "administrator, coordinator", "reader", ""},
		"for nobody":      {"404 404 404 404 404 404 404 404 404 404 404 404 404 404 403 403", "GET", "/users", "nobody", "everyone", ""},
		"any key":         {"200 200 200 200 200 200 200 200 200 200 200 200 200 200 200 200", "GET", "/api-info", "everyone", "", "any"},
	} {
		lines, err := readTable(c.method + " " + c.route + " own " + c.answers)
		if err != nil {
			t.Fatal(name, err)
		}
		key, err := lines[0].key()
		if got := lines[0]; err != nil || got.who() != c.who || got.hidden() != c.hidden || key != c.key {
			t.Errorf("%s: %q %q %q %v", name, got.who(), got.hidden(), key, err)
		}
	}
}

func TestAPageThatWouldLieIsNotMade(t *testing.T) {
	t.Parallel()
	const header = "# method route thing pub rea off par man con mem exp ste sec edi rev coo adm cli cre\n"
	const all = " 200 200 200 200 200 200 200 200 200 200 200 200 200 200"
	for name, text := range map[string]string{
		"columns in another order":             strings.Replace(header, "rea off", "off rea", 1) + "GET /activities -" + all + " 200 200",
		"a column too few":                     header + "GET /activities -" + all + " 200",
		"a key where the scopes say no":        header + "GET /users -" + all + " 200 403",
		"a key with another scope":             header + "GET /plans -" + all + " 200 200",
		"an operation that nobody has written": header + "GET /unicorns -" + all + " 403 403",
	} {
		lines, err := readTable(text)
		if err == nil {
			_, err = page(lines)
		}
		if err == nil {
			t.Errorf("%s: passed", name)
		}
	}
}
