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

func TestARoleForABodyHoldsForThatBody(t *testing.T) {
	t.Parallel()
	u := with(auth.Role{Name: auth.Officer, BodyID: "ifn"}, auth.Role{Name: auth.Contact, BodyID: "enhet"})

	if !u.HasFor([]string{"enhet", "ifn", "kf"}, auth.Officer) || u.HasFor([]string{"ks", "kf"}, auth.Officer) ||
		u.HasFor([]string{"enhet"}, auth.Officer) || u.HasFor(nil, auth.Officer) || u.HasFor([]string{"ifn"}) {
		t.Error("an officer of IFN")
	}
	if (auth.User{}).HasFor([]string{""}, auth.Officer) {
		t.Error("the public has a role for no body")
	}
}

func TestWhoKeepsThePlan(t *testing.T) {
	t.Parallel()
	for _, role := range auth.RoleNames {
		if got, want := with(auth.Role{Name: role}).Edits(), role == auth.Admin || role == auth.Coordinator; got != want {
			t.Errorf("%s: %t", role, got)
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
