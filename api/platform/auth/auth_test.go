package auth_test

import (
	"testing"

	"envagin/api/platform/auth"
)

func with(roles ...auth.Role) auth.User { return auth.User{ID: "eva", Roles: roles} }

func TestScopesGroupThoseWhoSeeTheSame(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		user auth.User
		want string
	}{
		"the public":                {auth.User{}, "public"},
		"signed in without a role":  {with(), "signed-in"},
		"a reader":                  {with(auth.Role{Name: auth.Reader}), "signed-in"},
		"a reader who is an expert": {with(auth.Role{Name: auth.Reader}, auth.Role{Name: auth.Expert}), ""},
		"a coordinator":             {with(auth.Role{Name: auth.Coordinator}), ""},
		"a machine that reads":      {auth.User{ID: "x", Roles: []auth.Role{{Name: auth.Client, BodyID: "region"}}, Scopes: []string{"activities:read"}}, "public"},
		"a machine that reports":    {auth.User{ID: "x", Roles: []auth.Role{{Name: auth.Client, BodyID: "region"}}, Scopes: []string{"activities:read", "reports:write"}}, ""},
	} {
		if got := c.user.Scope(); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, role := range auth.RoleNames {
		if got := with(auth.Role{Name: role}).Scope(); (got == "") != (role != auth.Reader) {
			t.Errorf("%s: %q", role, got)
		}
	}
}

func TestTheFirstRoleIsTheOneThatWeighsMost(t *testing.T) {
	t.Parallel()

	if got := with(auth.Role{Name: auth.Reader}, auth.Role{Name: auth.Officer, BodyID: "ifn"}).First(); got != auth.Officer {
		t.Error(got)
	}
	if got := (auth.User{}).First(); got != "" {
		t.Error(got)
	}
}
