package app_test

import (
	"slices"
	"strings"
	"testing"

	"envagin/api/app"
	"envagin/api/platform/auth"
)

func TestSettingsOfSignInAreReadOrRefusedWithTheReason(t *testing.T) {
	t.Parallel()
	whole := map[string]string{"ENVAGIN_OIDC_ISSUER": "https://login.example.org", "ENVAGIN_OIDC_CLIENT_ID": "envagin", "ENVAGIN_OIDC_ROLES": "a=reader"}
	with := func(more ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(more); i += 2 {
				if more[i] == name {
					return more[i+1]
				}
			}
			return whole[name]
		}
	}

	c, err := app.FromEnvironment(with("ENVAGIN_REQUIRE_SECOND_FACTOR", "admin, coordinator,", "ENVAGIN_OIDC_LINK_BY_EMAIL", "true"))
	if err != nil || c.OIDC.Name == "" || c.OIDC.GroupsClaim != "groups" || !c.OIDC.LinkByEmail || len(c.OIDC.Scopes) != 3 ||
		!slices.Equal(c.RequireSecondFactor, []auth.RoleName{auth.Admin, auth.Coordinator}) {
		t.Errorf("%+v %v", c, err)
	}
	for _, bad := range [][2]string{
		{"ENVAGIN_REQUIRE_SECOND_FACTOR", "boss"}, {"ENVAGIN_OIDC_ISSUER", "http://login.example.org"}, {"ENVAGIN_OIDC_ROLES", "a=boss"},
		{"ENVAGIN_OIDC_ROLES", "a=officer"}, {"ENVAGIN_OIDC_LINK_BY_EMAIL", "perhaps"}, {"ENVAGIN_OIDC_CLIENT_ID", ""}, {"ENVAGIN_OIDC_ISSUER", ""},
	} {
		if _, err := app.FromEnvironment(with(bad[0], bad[1])); err == nil || !strings.Contains(err.Error(), bad[0]) {
			t.Errorf("%s=%q: %v", bad[0], bad[1], err)
		}
	}
	none := func(name string) string { return map[string]string{"ENVAGIN_LOCAL_SIGN_IN": "false"}[name] }
	if _, err := app.FromEnvironment(none); err == nil || !strings.Contains(err.Error(), "ENVAGIN_OIDC_ISSUER") {
		t.Error(err)
	}
}
