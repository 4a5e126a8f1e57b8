package federation

import (
	"slices"
	"strings"
	"testing"

	"envagin/api/platform/auth"
)

func TestAPersonComesBackToAPageOfOursAndNoOther(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"/":                             "/",
		"/aktiviteter":                  "/aktiviteter",
		"/aktiviteter/":                 "/aktiviteter/",
		"/plan/gemensam?del=2&a=b#3.1":  "/plan/gemensam?del=2&a=b#3.1",
		"/plan/v%C3%A5ld":               "/plan/v%C3%A5ld",
		"/en/aktiviteter?namnd=ifn":     "/en/aktiviteter?namnd=ifn",
		"/api-klienter":                 "/api-klienter",
		"/logga?nasta=https://x.se/%2f": "/logga?nasta=https://x.se/%2f", // a query is not an address
	} {
		if got, ok := returning(text); !ok || got != want {
			t.Errorf("%q: %q %t", text, got, ok)
		}
	}
	for _, text := range []string{
		"", "aktiviteter", "https://evil.example", "http:evil", "javascript:alert(1)", "//evil.example", "///evil.example", "/\\evil.example",
		"\\\\evil.example", "/%2f%2fevil.example", "/%2F/evil.example", "/%5cevil.example", "/%252f%252fevil.example", "/.//evil.example",
		"/..//evil.example", "/a/../..//evil", "/./evil", "/a//evil.example", "/\tevil", "/\n/evil", "/ /evil", "/a\r\nSet-Cookie:x=y", "/%0d%0aevil", "/%00",
		"/%7f", "/a\x00", "/å", "/%zz", "/api/v1/sessions", "/api", "/" + strings.Repeat("a", 500), "@evil.example", "/\u2028",
	} {
		if got, ok := returning(text); ok {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestTheTableOfRoles(t *testing.T) {
	t.Parallel()
	table, err := ParseRoles("  plan-admin = admin ;;\nCN=IFN, OU=Umeå=officer:ifn\n 7f3c2b1a-0000-4000-8000-000000000001=reader;ifn-alla=officer:gone")
	if err != nil || len(table) != 4 {
		t.Fatal(table, err)
	}
	c := Config{Roles: table}

	got := c.rolesOf([]string{"CN=IFN, OU=Umeå", "7f3c2b1a-0000-4000-8000-000000000001", "ifn-alla", "other"}, map[string]string{"ifn": "the id"})

	want := []auth.Role{{Name: auth.Officer, BodyID: "the id"}, {Name: auth.Reader}}
	if !slices.Equal(got, want) {
		t.Error(got)
	}
	if keys := c.bodyKeys(); !slices.Equal(keys, []string{"ifn", "gone"}) {
		t.Error(keys)
	}
	for text, word := range map[string]string{
		"group": "group=role", "=admin": "no group", "group=boss": "boss", "group=client": "client", "group=officer": "officer:bodyKey", "group=admin:ifn": "no body",
	} {
		if _, err := ParseRoles(text); err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestSettingsThatCannotWorkAreRefused(t *testing.T) {
	t.Parallel()
	roles := []Mapping{{Group: "g", Role: auth.Reader}}
	for _, c := range []Config{{}, {Issuer: "https://login.example.org/tenant/v2.0", ClientID: "x", Roles: roles},
		{Issuer: "http://localhost:9090", ClientID: "x", Roles: roles}, {Issuer: "http://127.0.0.1:9090", ClientID: "x", Roles: roles}} {
		if err := c.Check(); err != nil {
			t.Error(c.Issuer, err)
		}
	}
	for _, c := range []Config{{Issuer: "http://login.example.org", ClientID: "x", Roles: roles}, {Issuer: "login.example.org", ClientID: "x", Roles: roles},
		{Issuer: "http://localhost.evil.example", ClientID: "x", Roles: roles}, {Issuer: "https://x.example/?a", ClientID: "x", Roles: roles},
		{Issuer: "https://x.example", Roles: roles}, {Issuer: "https://x.example", ClientID: "x"}} {
		if err := c.Check(); err == nil {
			t.Error(c.Issuer)
		}
	}
}
