package accounts_test

import (
	"slices"
	"testing"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
)

// A client shows what may be done with an account by its links alone.
func TestAnAccountTellsWhatMayBeDoneWithIt(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		officer := a.user(auth.Officer)
		ways := func(role auth.RoleName) (allowed []string) {
			view := read[accounts.View](a.do("GET", "/users/"+officer.ID, nil, "Authorization", a.signIn(role).access()).want(200, ""))
			for _, rel := range []string{"edit", "invite", "personalData", "erase", "resetFactors", "traces"} {
				if _, ok := view.Links[rel]; ok {
					allowed = append(allowed, rel)
				}
			}
			return allowed
		}

		a.run(t, "the administrator does all", func(t *testing.T) {
			if got := ways(auth.Admin); !slices.Equal(got, []string{"edit", "invite", "personalData", "erase", "resetFactors", "traces"}) {
				t.Error(got)
			}
		})
		a.run(t, "the coordinator keeps the account, and no more", func(t *testing.T) {
			if got := ways(auth.Coordinator); !slices.Equal(got, []string{"edit", "invite"}) {
				t.Error(got)
			}
		})
		a.run(t, "who is forgotten is not kept any more", func(t *testing.T) {
			admin := a.signIn(auth.Admin).access()
			a.do("DELETE", "/users/"+officer.ID+"/personal-data", nil, "Authorization", admin, "If-Match", `"1"`).want(204, "")

			if got := ways(auth.Admin); !slices.Equal(got, []string{"personalData", "traces"}) {
				t.Error(got)
			}
		})
	})
}

// The desk shows the ways that a person's roles open, also for one body alone.
func TestAPersonIsToldOfTheirDesks(t *testing.T) {
	eachDB(t, func(t *testing.T, a *app) {
		for role, want := range map[auth.RoleName][]string{
			auth.Admin:       {"users", "apiClients", "auditEvents", "retentionRules", "councilMembers", "decisions", "steeringItems"},
			auth.Coordinator: {"users", "apiClients", "retentionRules", "councilMembers", "decisions", "steeringItems"},
			auth.Officer:     {"councilMembers"},
			auth.Secretary:   {"decisions"},
			auth.Steering:    {"steeringItems"},
			auth.Contact:     nil,
		} {
			a.run(t, string(role), func(t *testing.T) {
				me := read[accounts.View](a.do("GET", "/users/me", nil, "Authorization", a.signIn(role).access()).want(200, ""))
				for _, rel := range []string{"users", "apiClients", "auditEvents", "retentionRules", "councilMembers", "decisions", "steeringItems"} {
					if _, ok := me.Links[rel]; ok != slices.Contains(want, rel) {
						t.Errorf("%s: %v", rel, ok)
					}
				}
			})
		}
	})
}
