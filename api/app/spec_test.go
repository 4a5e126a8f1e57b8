package app_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"envagin/api/openapi"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/testkit"
)

func published(t *testing.T) openapi.Spec {
	t.Helper()
	spec, err := openapi.Load()
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

func TestTheSpecificationNamesEveryRouteAndNoOther(t *testing.T) {
	t.Parallel()
	a := testkit.StartEmpty(t, "sqlite")

	for _, line := range openapi.CompareRoutes(published(t), a.API.Routes()) {
		t.Error(line)
	}
}

func TestTheSpecificationFollowsTheNationalProfile(t *testing.T) {
	t.Parallel()

	for _, line := range openapi.CheckProfile(published(t)) {
		if !strings.HasPrefix(line, "DOK.15 ") { // the next test tells what lacks an example
			t.Error(line)
		}
	}
}

func TestEveryOperationHasARecordedExample(t *testing.T) {
	t.Parallel()

	for _, line := range openapi.Missing(published(t)) {
		t.Error(line)
	}
}

func TestTheSpecificationIsServedAsItIsCommitted(t *testing.T) {
	t.Parallel()
	a := testkit.StartEmpty(t, "sqlite")

	json, yaml := a.Get("/openapi.json").Want(200), a.Get("/openapi.yaml").Want(200)

	if !bytes.Equal(json.Body, openapi.JSON) || json.Header.Get("Content-Type") != "application/json" {
		t.Error("openapi.json", json.Header)
	}
	if !bytes.Equal(yaml.Body, openapi.YAML) || yaml.Header.Get("Content-Type") != "application/yaml" {
		t.Error("openapi.yaml", yaml.Header)
	}
}

// The server lets keys in by auth.ScopeOf; an integrator reads the specification.
func TestTheSpecificationSaysWhereAKeyWillDo(t *testing.T) {
	t.Parallel()
	spec, n := published(t), 0
	for _, o := range openapi.Operations(spec) {
		scope, open := auth.ScopeOf(strings.ToUpper(o.Method), strings.NewReplacer("{", ":", "}", "").Replace(o.Path))
		operation := spec["paths"].(openapi.Spec)[o.Path].(openapi.Spec)[o.Method].(openapi.Spec)
		said := strings.Contains(fmt.Sprint(operation["security"]), "apiKeyAuth")
		if said != open || open && fmt.Sprint(operation["x-required-scopes"]) != "["+scope+"]" {
			t.Errorf("%s %s: %v %v, wanted %q", o.Method, o.Path, operation["security"], operation["x-required-scopes"], scope)
		}
		if open {
			n++
		}
	}
	if n < 20 {
		t.Errorf("a key opens only %d operations", n)
	}
}

func TestWhatIsDeprecatedIsServedAndSaysFromWhenToWhen(t *testing.T) {
	t.Parallel()
	a := testkit.StartEmpty(t, "sqlite")
	for _, d := range httpx.Deprecated {
		if !slices.Contains(a.API.Routes(), [2]string{d.Method, d.Path}) {
			t.Errorf("%s %s is deprecated and not served", d.Method, d.Path)
		}
		if !d.Since.Valid() || d.Until < d.Since.AddMonths(12) {
			t.Errorf("%s %s goes after less than the twelve months that were promised", d.Method, d.Path)
		}
	}
}
