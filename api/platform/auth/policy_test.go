package auth_test

import (
	"slices"
	"testing"

	"envagin/api/platform/auth"
)

func TestARightForABodyHoldsForThatBodyAndWhatLiesUnderIt(t *testing.T) {
	t.Parallel()
	u := with(auth.Role{Name: auth.Officer, BodyID: "ifn"}, auth.Role{Name: auth.Contact, BodyID: "enhet"})

	if !u.MayAt(auth.Report, "enhet-i-ifn", "ifn", "kf") {
		t.Error("an officer of IFN does not report for what lies under IFN")
	}
	if u.MayAt(auth.Report, "ks", "kf") || u.MayAt(auth.Report, "enhet") || u.MayAt(auth.Report) || u.May(auth.Report) {
		t.Error("an officer of IFN reports for others")
	}
	if !slices.Equal(u.Within(auth.Report), []string{"ifn"}) {
		t.Error(u.Within(auth.Report))
	}
	if (auth.User{}).MayAt(auth.Report, "") || with(auth.Role{Name: auth.Officer}).MayAt(auth.Report, "") {
		t.Error("a role for no body holds for one without a name")
	}
}

func TestTheCoordinatorReportsForEveryone(t *testing.T) {
	t.Parallel()
	u := with(auth.Role{Name: auth.Coordinator}, auth.Role{Name: auth.Officer, BodyID: "ifn"})

	if !u.May(auth.Report) || !u.MayAt(auth.Report, "ks") || u.Within(auth.Report) != nil {
		t.Error("the role of an officer narrows that of the coordinator")
	}
}

func TestWhatIsOnesOwn(t *testing.T) {
	t.Parallel()
	officer, reader := with(auth.Role{Name: auth.Officer, BodyID: "ifn"}), with()

	if !officer.MayOwn(auth.CorrectReports, "eva") || officer.MayOwn(auth.CorrectReports, "ali") || officer.MayOwn(auth.CorrectReports, "") {
		t.Error("an officer corrects their own report, and nobody else's")
	}
	if reader.MayOwn(auth.CorrectReports, "eva") || !reader.MayOwn(auth.KeepOwnAccount, "eva") || reader.MayOwn(auth.KeepOwnAccount, "ali") {
		t.Error("everyone signed in keeps their own account, and no more")
	}
	if (auth.User{}).MayOwn(auth.KeepOwnAccount, "") {
		t.Error("the public has an account")
	}
}

func TestAMachineDoesWhatItsScopesSayForItsOwnBody(t *testing.T) {
	t.Parallel()
	machine := func(scopes ...string) auth.User {
		return auth.User{ID: "journal", Roles: []auth.Role{{Name: auth.Client, BodyID: "region"}}, Scopes: scopes}
	}

	if !machine("reports:write").MayAt(auth.Report, "region") || machine("reports:write").MayAt(auth.Report, "ifn") {
		t.Error("a machine reports for its own body only")
	}
	if machine("activities:read").MayAt(auth.Report, "region") || machine().MayAt(auth.Report, "region") {
		t.Error("a machine does what its key has no scope for")
	}
	if machine("reports:write").MayOwn(auth.KeepOwnAccount, "journal") || machine("reports:write").MayOwn(auth.KeepOwnSessions, "journal") {
		t.Error("a machine has an account of a person")
	}
	admin := auth.User{ID: "x", Scopes: []string{"reports:write"}, Roles: []auth.Role{{Name: auth.Client, BodyID: "region"}, {Name: auth.Admin}}}
	for _, rule := range auth.Policy {
		if rule.Scope == "" && (admin.May(rule.Action) || admin.MayOwn(rule.Action, "x")) {
			t.Errorf("%s: a machine passes by a role of persons", rule.Action)
		}
	}
}

func TestThePolicyHasEachActionOnceAndSaysWhatItIs(t *testing.T) {
	t.Parallel()
	var seen []auth.Action
	scopes := map[string]bool{"": true}
	for _, s := range auth.Scopes {
		scopes[s.Name] = true
	}
	for _, rule := range auth.Policy {
		if slices.Contains(seen, rule.Action) || rule.Sv == "" || rule.En == "" || !scopes[rule.Scope] || !rule.Signed && len(rule.Grants) == 0 {
			t.Errorf("%+v", rule)
		}
		seen = append(seen, rule.Action)
		for _, g := range rule.Grants {
			if g.Role == auth.Client && rule.Scope == "" || g.Reach == auth.OwnTree && !g.Role.NeedsBody() {
				t.Errorf("%s: %+v can never hold", rule.Action, g)
			}
		}
	}
	if with(auth.Role{Name: auth.Admin}).May("nothing.known") {
		t.Error("what is not in the policy is allowed")
	}
}

func TestARouteIsOpenToMachinesByItsScope(t *testing.T) {
	t.Parallel()
	for route, want := range map[[2]string]string{
		{"GET", "/activities"}:                            "activities:read",
		{"HEAD", "/activities/:id"}:                       "activities:read",
		{"GET", "/activities/:id/reports/:reportId"}:      "activities:read",
		{"GET", "/activities/:id/internal-notes"}:         "closed",
		{"GET", "/activitiesx"}:                           "closed",
		{"POST", "/activities"}:                           "closed",
		{"POST", "/activities/:id/reports"}:               "reports:write",
		{"POST", "/activities/:id/reports/:reportId/all"}: "closed",
		{"PUT", "/activities/:id/parts/:bodyId"}:          "reports:write",
		{"GET", "/plans/:id/versions/:versionId/package"}: "plans:read",
		{"GET", "/users"}:                                 "closed",
		{"GET", "/users/me"}:                              "closed",
		{"GET", "/api-info"}:                              "",
		{"DELETE", "/boards/:id"}:                         "closed",
	} {
		scope, open := auth.ScopeOf(route[0], route[1])
		if !open {
			scope = "closed"
		}
		if scope != want {
			t.Errorf("%v: %q", route, scope)
		}
	}
}
