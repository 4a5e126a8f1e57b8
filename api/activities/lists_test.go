package activities_test

import (
	"fmt"
	"slices"
	"testing"

	"envagin/api/testkit"
)

// missing is an id that nothing has.
const missing = "01900000-0000-7000-8000-000000000000"

func TestLists(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		plan := a.Do(post, "/plans", object{"key": "egen", "name": "Egen plan", "status": "published", "rootBodyId": a.Body("kf")}, a.As("coordinator")).Want(201).ID()
		area := a.Get("/violence-areas").Items()[0]["id"].(string)
		group := a.Get("/target-groups").Items()[0]["id"].(string)
		ids := map[string]string{}
		for n, title := range []string{"Öppen", "zon", "Ålder", "Äldre", "alfa"} {
			fields := []any{"planId", plan, "title", title, "code", fmt.Sprintf("1.%d", 12-n), "part", 1 + n%2, "start", object{"day": fmt.Sprintf("202%d-01-01", n), "precision": "year"}}
			if n < 2 {
				fields = append(fields, "violenceAreaIds", []string{area}, "targetGroupIds", []string{group}, "levels", []string{"society"}, "classificationSource", "interpretation")
			}
			ids[title] = made(a, n, fields...).ID()
		}
		child := made(a, 20, "planId", plan, "title", "barn", "code", "1.12.1", "parentId", ids["Öppen"]).ID()
		answerFor(a, ids["Öppen"], "bodyId", a.Body("ifn"))
		list := func(query string) *testkit.Answer { return a.Get("/activities?plan=" + plan + query).Want(200) }

		a.Run(t, "by code, with numbers by value", func(t *testing.T) {
			wantCodes(t, list("").Items(), "1.8", "1.9", "1.10", "1.11", "1.12", "1.12.1")
			wantCodes(t, list("&sort=-code").Items(), "1.12.1", "1.12", "1.11", "1.10", "1.9", "1.8")
		})
		a.Run(t, "by title in Swedish order", func(t *testing.T) {
			for sort, want := range map[string][]string{
				"title":  {"alfa", "barn", "zon", "Ålder", "Äldre", "Öppen"},
				"-title": {"Öppen", "Äldre", "Ålder", "zon", "barn", "alfa"},
			} {
				var got []string
				for _, item := range list("&sort=" + sort).Items() {
					got = append(got, item["title"].(string))
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s: %v", sort, got)
				}
			}
		})
		a.Run(t, "by start, end, status and change, both ways, each of all", func(t *testing.T) {
			for _, sort := range []string{"start", "-start", "end", "-end", "status", "-status", "updated", "-updated"} {
				if n := len(list("&sort=" + sort).Items()); n != 6 {
					t.Errorf("%s: %d", sort, n)
				}
			}
			if first := codes(list("&sort=-start").Items())[0]; first != "1.8" {
				t.Error(first)
			}
		})
		a.Run(t, "filtered", func(t *testing.T) {
			for query, want := range map[string][]string{
				"&area=" + area: {"1.11", "1.12"}, "&targetGroup=" + group: {"1.11", "1.12"}, "&level=society": {"1.11", "1.12"},
				"&unconfirmed=true": {"1.11", "1.12"}, "&part=2": {"1.9", "1.11", "1.12.1"}, "&parent=" + ids["Öppen"]: {"1.12.1"},
				"&board=" + a.Body("ifn"): {"1.12", "1.12.1"}, "&board=" + a.Body("ks"): {}, "&board=" + missing: {}, "&area=" + missing: {},
				"&status=noInformation": {"1.9", "1.10", "1.11", "1.12", "1.12.1"}, "&status=late": {}, "&level=society&part=1": {"1.12"},
			} {
				t.Run(query, func(t *testing.T) {
					got := list(query)
					if query == "&status=noInformation" { // 1.8 began in 2024; all of these have begun
						want = []string{"1.8", "1.9", "1.10", "1.11", "1.12", "1.12.1"}
					}
					wantCodes(t, got.Items(), want...)
				})
			}
		})
		a.Run(t, "by page, with links that lead through all of it", func(t *testing.T) {
			var seen []string
			for query := "&limit=4&page=1"; query != ""; {
				page := list(query).Object()
				meta, links := page["_meta"].(object), page["_links"].(object)
				for _, item := range page["items"].([]any) {
					seen = append(seen, item.(object)["code"].(string))
				}
				if meta["totalRecords"] != 6.0 || meta["limit"] != 4.0 {
					t.Error(meta)
				}
				query = ""
				if next, ok := links["next"].(object); ok {
					want := "http://localhost:8080/api/v1/activities?limit=4&page=2&plan=" + plan
					if next["href"] != want || links["last"].(object)["href"] != want || links["prev"] != nil {
						t.Error(links)
					}
					query = "&limit=4&page=2"
				} else if links["prev"] == nil || meta["offset"] != 4.0 || meta["count"] != 2.0 {
					t.Error(links, meta)
				}
			}
			if len(seen) != 6 || len(slices.Compact(slices.Sorted(slices.Values(seen)))) != 6 {
				t.Error(seen)
			}
		})
		a.Run(t, "a page past the end is an empty list", func(t *testing.T) {
			page := list("&page=1000000").Object()
			if items, ok := page["items"].([]any); !ok || len(items) != 0 {
				t.Error(page)
			}
			for _, path := range []string{"/responsibilities", "/milestones", "/reports", "/parts", "/dependencies"} {
				if got := a.Get("/activities/" + child + path + "?page=99&limit=100").Want(200).Object(); got["items"] == nil {
					t.Error(path, got)
				}
			}
		})
		a.Run(t, "nothing is guessed of parameters", func(t *testing.T) {
			for query, field := range map[string]string{"&q=v%C3%A5ld": "q", "&page=0": "page", "&page=-1": "page", "&page=x": "page", "&page=": "page",
				"&limit=0": "limit", "&limit=101": "limit", "&limit=99999999999999999999": "limit", "&sort=colour": "sort", "&sort=": "sort",
				"&status=broken": "status", "&level=x": "level", "&unconfirmed=yes": "unconfirmed", "&part=1.5": "part",
				"&area=a%00b": "area", "&status=late&status=done": "status", "&Plan=x": "Plan"} {
				a.Get("/activities?plan="+plan+query).WantProblem(400, "invalidParameter", field)
			}
		})
	})
}

func TestWhoFollowsChangesMissesNothingAndSeesAllOnce(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		total := len(a.Get("/activities?limit=100").Items())
		walk := func(cursor string, limit int) (seen, gone []string, next string) {
			for {
				page := a.Get(fmt.Sprintf("/activities?updatedSince=%s&limit=%d", cursor, limit)).Want(200).Object()
				items, _ := page["items"].([]any)
				deleted, _ := page["deletedIds"].([]any)
				for _, item := range items {
					seen = append(seen, item.(object)["id"].(string))
				}
				for _, id := range deleted {
					gone = append(gone, id.(string))
				}
				next = page["cursor"].(string)
				if len(items)+len(deleted) == 0 || len(seen) > 200 {
					return seen, gone, next
				}
				cursor = next
			}
		}

		seen, gone, cursor := walk("0", 1)

		if len(seen) != total || len(slices.Compact(slices.Sorted(slices.Values(seen)))) != total || len(gone) != 0 {
			t.Fatalf("%d seen of %d, %d gone", len(seen), total, len(gone))
		}

		id := made(a, 1).ID()
		other := a.Activity("2.2")
		a.Do(post, "/activities/"+other+"/reports", object{"bodyId": a.Body("ifn"), "state": "onTrack"}, a.As("officer")).Want(201)
		seen, gone, cursor = walk(cursor, 1)
		if !slices.Contains(seen, id) || !slices.Contains(seen, other) || len(gone) != 0 {
			t.Errorf("%v %v", seen, gone)
		}

		a.Do(remove, "/activities/"+id, nil, a.As("coordinator"), version(1)).Want(204)
		a.Get("/activities/"+id).WantProblem(410, "gone")
		a.Get("/activities/"+id+"/reports").WantProblem(410, "gone")
		seen, gone, cursor = walk(cursor, 1)
		if len(seen) != 0 || !slices.Equal(gone, []string{id}) {
			t.Errorf("%v %v", seen, gone)
		}

		plan := a.Get("/plans/"+a.Plan(), a.As("coordinator")).Want(200)
		in := object{}
		for _, name := range []string{"key", "name", "lang", "rootBodyId", "ownerId", "periodFrom", "periodTo", "parts", "isSummary"} {
			in[name] = plan.Object()[name]
		}
		a.Do(put, "/plans/"+a.Plan(), and(in, "status", "draft"), a.As("coordinator"), testkit.IfMatch(plan.ETag())).Want(200)
		seen, gone, cursor = walk(cursor, 100)
		if len(seen) != 0 || len(gone) != total {
			t.Errorf("a plan taken back: %d seen, %d gone", len(seen), len(gone))
		}
		a.Do(put, "/plans/"+plan.ID(), and(in, "status", "published"), a.As("coordinator"), version(int(plan.Object()["version"].(float64))+1)).Want(200)
		seen, gone, _ = walk(cursor, 100)
		if len(seen) != total || len(gone) != 0 {
			t.Errorf("a plan published: %d seen, %d gone", len(seen), len(gone))
		}

		for _, bad := range []string{"x", "-1", "MTI6", "!!!!"} {
			if got := a.Get("/activities?updatedSince=" + bad); got.Status != 400 && got.Status != 200 {
				t.Errorf("%s: %d", bad, got.Status)
			}
		}
		a.Get("/activities?updatedSince=0&part=1").WantProblem(400, "invalidParameter", "updatedSince")
		a.Get("/activities?updatedSince=0&page=2").WantProblem(400, "invalidParameter", "updatedSince")
	})
}

func TestADraftExistsForItsEditorsOnly(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		plan := a.Do(post, "/plans", object{"key": "utkast", "name": "Utkast", "status": "draft", "rootBodyId": a.Body("kf")}, a.As("coordinator")).Want(201).ID()
		id := made(a, 1, "planId", plan).ID()
		row := answerFor(a, id, "bodyId", a.Body("ifn")).ID()

		for _, role := range []string{"", "reader", "officer", "manager", "partner"} {
			for _, path := range []string{"", "/responsibilities", "/responsibilities/" + row, "/milestones", "/reports", "/parts", "/parts/" + a.Body("ifn"), "/dependencies"} {
				a.Get("/activities/"+id+path, a.As(role)).WantProblem(404, "notFound")
			}
			a.Get("/plans/"+plan+"/matrix-cells", a.As(role)).WantProblem(404, "notFound")
			if items := a.Get("/activities?plan="+plan, a.As(role)).Want(200).Items(); len(items) != 0 {
				t.Errorf("%q sees %d", role, len(items))
			}
		}
		a.Get("/activities/"+id+"/internal-notes", a.As("officer")).WantProblem(404, "notFound")
		a.Do(post, "/activities/"+id+"/reports", object{"bodyId": a.Body("ifn"), "state": "onTrack"}, a.As("officer")).WantProblem(404, "notFound")
		for _, role := range []string{"coordinator", "admin"} {
			a.Get("/activities/"+id, a.As(role)).Want(200)
			wantCodes(t, a.Get("/activities?plan="+plan, a.As(role)).Items(), "9.1")
		}
	})
}
