package app_test

import (
	_ "embed"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"envagin/api/testkit"
)

// viewers are the columns of the table of access: the public and each role. The officer
// is that of IFN, the partner that of Region Västerbotten, the manager and the
// contact those of Centrum mot våld.
var viewers = []string{"", "reader", "officer", "partner", "manager", "member", "expert", "contact", "coordinator", "admin"}

// access is every route × every role. Each line is a route, the thing it is
// tried on, and what each viewer is answered. A write is sent without a version
// and with an empty object, so that whoever may do it is told 428 or 422, and
// nothing changes.
//
//	own     something that IFN answers for
//	others  something that only the executive board answers for
//	draft   something in a plan that is not published
//
//go:embed testdata/access.txt
var access string

func TestEveryRouteAnswersEachRoleAsTheTableSays(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		things := thingsToTry(a)
		before := rowsOf(t, a)
		var table strings.Builder
		tried := map[string]bool{}
		for line := range strings.SplitSeq(strings.TrimSpace(access), "\n") {
			fields := strings.Fields(line)
			if len(fields) < 3 || line[0] == '#' {
				table.WriteString(line + "\n")
				continue
			}
			method, route, thing := fields[0], fields[1], fields[2]
			tried[method+" "+route] = true
			path := things.path(t, route, thing)
			fmt.Fprintf(&table, "%-6s %-55s %-7s", method, route, thing)
			for i, role := range viewers {
				got := try(a, method, path, role)
				fmt.Fprintf(&table, " %d", got.Status)
				if len(fields) != 3+len(viewers) || fields[3+i] != fmt.Sprint(got.Status) {
					t.Errorf("%s %s (%s) as %q: %d\n%.300s", method, route, thing, role, got.Status, got.Body)
				}
			}
			table.WriteString("\n")
		}
		for _, route := range a.API.Routes() {
			if !tried[route[0]+" "+route[1]] {
				t.Errorf("%s %s is not in the table", route[0], route[1])
			}
		}
		wantSameRows(t, before, rowsOf(t, a))
		if t.Failed() && os.Getenv("ENVAGIN_RECORD") != "" {
			// To be read line by line before it is committed: the table is the policy.
			if err := os.WriteFile("testdata/access.txt", []byte(table.String()), 0o644); err != nil {
				t.Error(err)
			}
		}
	})
}

func try(a *testkit.App, method, path, role string) *testkit.Answer {
	switch method {
	case http.MethodPost, http.MethodPut:
		return a.Do(method, path, "{}", a.As(role))
	default:
		return a.Do(method, path, nil, a.As(role))
	}
}

// things are the ids of what the routes are tried on, by thing and parameter.
type things map[string]map[string]string

func (th things) path(t *testing.T, route, thing string) string {
	t.Helper()
	segments := strings.Split(route, "/")
	for i, s := range segments {
		if name, ok := strings.CutPrefix(s, ":"); ok {
			if name == "id" {
				name = segments[1]
			}
			id := th[thing][name]
			if id == "" {
				id = th["own"][name]
			}
			if id == "" {
				t.Fatalf("%s: nothing to try %s on", route, name)
			}
			segments[i] = id
		}
	}
	path := strings.Join(segments, "/")
	if strings.HasSuffix(route, "/comparisons") {
		path += "?from=" + th[thing]["versionId"] + "&to=" + th[thing]["versionId"]
	}
	return path
}

// thingsToTry makes one of each.
func thingsToTry(a *testkit.App) things {
	coordinator := a.As("coordinator")
	made := func(path string, body map[string]any, as ...testkit.Option) string {
		a.T.Helper()
		return a.Do(http.MethodPost, path, body, append(as, coordinator)[0]).Want(201).ID()
	}
	plan, root := a.Plan(), a.Body("kf")
	ifn, ks := a.Body("ifn"), a.Body("ks")
	all := things{"own": {}, "others": {}, "draft": {}}
	draft := made("/plans", map[string]any{"key": "utkast", "name": "Utkast", "status": "draft", "rootBodyId": root})
	for n, kind := range []string{"own", "others", "draft"} {
		body, in, reporter := ifn, plan, a.As("officer")
		if kind != "own" {
			body, reporter = ks, coordinator
		}
		if kind == "draft" {
			in, body = draft, ifn
		}
		id := made("/activities", map[string]any{"planId": in, "key": fmt.Sprintf("prov-%d", n), "code": fmt.Sprintf("9.%d", n), "part": 2, "position": 9, "title": "Prov"})
		before := made("/activities", map[string]any{"planId": in, "key": fmt.Sprintf("forst-%d", n), "code": fmt.Sprintf("8.%d", n), "part": 2, "position": 8, "title": "Först"})
		self, key := "/activities/"+id, fmt.Sprintf("prov-%d", n)
		th := all[kind]
		th["activities"], th["bodyId"], th["plans"] = id, body, in
		th["responsibilityId"] = made(self+"/responsibilities", map[string]any{"bodyId": body, "role": "answerable"})
		th["milestoneId"] = made(self+"/milestones", map[string]any{"key": "steg", "title": "Steg"})
		th["dependencyId"] = made(self+"/dependencies", map[string]any{"beforeId": before})
		th["reportId"] = made(self+"/reports", map[string]any{"bodyId": body, "state": "onTrack"}, reporter)
		th["sectionId"] = made("/plans/"+in+"/sections", map[string]any{"anchor": key, "title": "Prov", "position": 99, "isSummary": true})
		th["roundId"] = made("/plans/"+in+"/reporting-rounds", map[string]any{"key": key, "name": "Prov", "audience": "council", "firstDue": "2026-01-01", "everyMonths": 12})
		th["versionId"] = made("/plans/"+in+"/versions", map[string]any{"label": "Prov"})
		th["goals"] = made("/goals", map[string]any{"planId": in, "key": key, "kind": "purpose", "text": "Prov", "position": 9})
		th["timelines"] = made("/timelines", map[string]any{"planId": in, "key": key, "kind": "event", "title": "Prov", "date": map[string]any{"day": "2026-01-01", "precision": "day"}})
	}
	all["own"]["boards"] = ifn
	all["own"]["violence-areas"] = made("/violence-areas", map[string]any{"key": "prov", "nameSv": "Prov", "nameEn": "Try", "position": 9})
	all["own"]["target-groups"] = made("/target-groups", map[string]any{"key": "prov", "nameSv": "Prov", "nameEn": "Try", "position": 9})
	all["own"]["users"] = a.Get("/users/me", a.As("officer")).ID()
	all["others"]["users"] = a.Get("/users/me", a.As("reader")).ID()
	return all
}

func TestTheTableOfAccessHasEachLineOnce(t *testing.T) {
	t.Parallel()
	var lines []string
	for line := range strings.SplitSeq(access, "\n") {
		if f := strings.Fields(line); len(f) > 3 && line[0] != '#' {
			key := strings.Join(f[:3], " ")
			if slices.Contains(lines, key) {
				t.Errorf("%s stands twice", key)
			}
			lines = append(lines, key)
		}
	}
}
