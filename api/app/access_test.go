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

// viewers are the columns of the table of access: the public, each role and two machines. The officer
// is that of IFN, the partner that of Region Västerbotten, the manager and the
// contact those of Centrum mot våld.
var viewers = []string{"", "reader", "officer", "partner", "manager", "contact", "member", "expert", "steering", "secretary", "editor", "reviewer", "coordinator", "admin", client, clientRead}

// access is every route × every role. Each line is a route, the thing it is
// tried on, and what each viewer is answered. A write is sent without a version
// and with an empty object, so that whoever may do it is told 428 or 422, and
// nothing changes.
//
//	own     something that IFN answers for
//	others  something that only the executive board answers for
//	draft   something in a plan that is not published
//	region  something that Region Västerbotten answers for
//	account somebody's account, as a thing with a history
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
		return a.Do(method, path, "{}", viewer(a, role))
	default:
		return a.Do(method, path, nil, viewer(a, role))
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
				if len(segments) > 3 && th["own"][name+"/"+segments[3]] != "" { // another than the one that is changed itself
					name += "/" + segments[3]
				}
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
	if route == "/sessions" && thing == "own" {
		path += "?keep=current" // the one that the table is tried with
	}
	if strings.HasSuffix(route, "/comparisons") {
		path += "?from=" + th[thing]["versionId"] + "&to=" + th[thing]["versionId"]
	}
	return path
}

type object = map[string]any

// thingsToTry makes one of each, with every field filled, so that what gets lost is noticed.
func thingsToTry(a *testkit.App) things {
	coordinator := a.As("coordinator")
	made := func(path string, body object, as ...testkit.Option) string {
		a.T.Helper()
		return a.Do(http.MethodPost, path, body, append(as, coordinator)[0]).Want(201).ID()
	}
	plan, root, ifn, ks := a.Plan(), a.Body("kf"), a.Body("ifn"), a.Body("ks")
	exact := func(day string) object { return object{"day": day, "precision": "day"} }
	all := things{"own": {}, "others": {}, "draft": {}, "region": {}}
	own := all["own"]
	own["boards"] = made("/boards", object{"key": "prov", "kind": "unit", "nameSv": "Prov", "nameEn": "Try", "shortName": "P", "parentId": ifn,
		"validFrom": "2020-01-01", "validTo": "2030-01-01", "externalIds": []object{{"scheme": "orgNumber", "value": "1"}}, "website": "https://example.org",
		"email": "prov@example.org", "description": "Prov", "source": "interpretation"})
	for _, words := range []string{"violence-areas", "target-groups"} {
		own[words] = made("/"+words, object{"key": "prov", "nameSv": "Prov", "nameEn": "Try", "descriptionSv": "Prov", "descriptionEn": "Try", "position": 9})
	}
	draft := made("/plans", object{"key": "utkast", "name": "Utkast", "status": "draft", "rootBodyId": root})
	for n, kind := range []string{"own", "others", "draft", "region"} {
		body, in, reporter := ifn, plan, a.As("officer")
		if kind != "own" {
			body, reporter = ks, coordinator
		}
		if kind == "draft" {
			in, body = draft, ifn
		}
		if kind == "region" {
			body, reporter = a.Body("region-vasterbotten"), a.As("partner")
		}
		key := fmt.Sprintf("prov-%d", n)
		th := all[kind]
		th["goals"] = made("/goals", object{"planId": in, "key": key, "kind": "purpose", "text": "Prov", "position": 9, "lang": "en", "source": "interpretation"})
		parent := made("/activities", object{"planId": in, "key": fmt.Sprintf("forst-%d", n), "code": fmt.Sprintf("8.%d", n), "part": 2, "position": 8, "title": "Först"})
		id := made("/activities", object{"planId": in, "key": key, "code": fmt.Sprintf("9.%d", n), "part": 2, "position": 9, "title": "Prov",
			"summary": "Prov", "description": "**Prov**", "lang": "en", "parentId": parent, "start": object{"day": "2020-02-01", "precision": "month"},
			"end": object{"day": "2029-01-01", "precision": "year"}, "datesSource": "interpretation", "violenceAreaIds": []string{own["violence-areas"]},
			"targetGroupIds": []string{own["target-groups"]}, "levels": []string{"society", "individual"}, "goalIds": []string{th["goals"]},
			"classificationSource": "interpretation", "expectedEffect": "Prov", "funding": object{"source": "Prov", "amountSek": 7, "state": "applied"},
			"links": []object{{"title": "Prov", "url": "https://example.org"}}, "source": "interpretation"})
		self := "/activities/" + id
		th["activities"], th["bodyId"], th["plans"] = id, body, in
		th["responsibilityId"] = made(self+"/responsibilities", object{"bodyId": body, "role": "answerable", "from": exact("2020-01-01"), "to": exact("2029-01-01"), "position": 3, "source": "interpretation"})
		th["milestoneId"] = made(self+"/milestones", object{"key": "steg", "title": "Steg", "due": exact("2020-01-01"), "doneOn": "2020-01-02", "recurrence": object{"kind": "yearly", "month": 3}, "source": "interpretation"})
		th["dependencyId"] = made(self+"/dependencies", object{"beforeId": parent})
		th["reportId"] = made(self+"/reports", object{"bodyId": body, "state": "deviation", "asOf": "2022-10-01", "done": "Prov", "deviation": "Prov", "next": "Prov"}, reporter)
		part := self + "/parts/" + body
		a.Do(http.MethodPut, part, object{"assignmentReference": "Prov"}, coordinator, testkit.IfMatch(`"0"`)).Want(200)
		a.Do(http.MethodPut, self+"/internal-notes", object{"text": "Prov"}, coordinator, testkit.IfMatch(`"0"`)).Want(200)
		over := made("/plans/"+in+"/sections", object{"anchor": key + "-over", "title": "Prov", "position": 98, "isSummary": true})
		th["sectionId"] = made("/plans/"+in+"/sections", object{"anchor": key, "parentId": over, "title": "Prov", "position": 99, "body": "Prov", "embed": "goals", "isSummary": true, "lang": "en"})
		th["roundId"] = made("/plans/"+in+"/reporting-rounds", object{"key": key, "name": "Prov", "audience": "council", "firstDue": "2021-01-01", "lastDue": "2022-01-01", "everyMonths": 12, "source": "interpretation"})
		th["versionId"] = made("/plans/"+in+"/versions", object{"label": key})
		th["timelines"] = made("/timelines", object{"planId": in, "key": key, "kind": "event", "title": "Prov", "description": "Prov", "date": exact("2021-01-01"), "end": exact("2022-01-01"),
			"bodyId": body, "reference": "Prov", "lang": "en", "source": "interpretation"})
	}
	full := a.Get("/plans/"+plan, coordinator)
	in := object{"parentId": draft, "supersedesId": draft, "notice": "Prov", "adoptedTextUrl": "https://example.org", "decisionDate": exact("2019-12-01"), "decisionReference": "KF 1",
		"revisionDates": []object{exact("2021-01-01")}, "ownerId": ks, "documentOwnerId": own["boards"], "approvingBodyId": root}
	for _, field := range []string{"key", "name", "lang", "status", "rootBodyId", "documentDate", "periodFrom", "periodTo", "isSummary", "parts", "reportingIntervalDays", "source"} {
		in[field] = full.Object()[field]
	}
	a.Do(http.MethodPut, "/plans/"+plan, in, coordinator, testkit.IfMatch(full.ETag())).Want(200)
	all.councilToTry(a)
	all.aroundTheCouncilToTry(a)
	all.meetingsToTry(a)
	all.questionsToTry(a)
	all.ballotsToTry(a)
	all.surveysToTry(a)
	all.responsesToTry(a)
	all.compilationsToTry(a)
	all.clientsToTry(a)
	all.thingsKept(a)
	all.factorsToTry(a)
	own["users"] = a.Get("/users/me", a.As("officer")).ID()
	all["others"]["users"] = a.Get("/users/me", a.As("reader")).ID()
	own["sessions"], all["others"]["sessions"] = anotherSession(a, "officer"), anotherSession(a, "reader")
	all.thingsTraced(a)
	return all
}

// anotherSession is one of a person's besides that of their token.
func anotherSession(a *testkit.App, role string) string {
	a.T.Helper()
	body := object{"email": role + "@demo.example", "password": testkit.Password}
	token, _ := a.Do(http.MethodPost, "/sessions", body).Want(http.StatusCreated).Object()["accessToken"].(string)
	for _, session := range a.Get("/sessions", testkit.Header("Authorization", "Bearer "+token)).Items() {
		if id, _ := session["id"].(string); session["current"] == true {
			return id
		}
	}
	a.T.Fatalf("%s has no session", role)
	return ""
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
