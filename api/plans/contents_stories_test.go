package plans_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"envagin/api/testkit"
)

// numbers are the sections of a plan as a reader meets them: number and anchor.
func numbers(a *testkit.App, path string) []string {
	a.T.Helper()
	var out []string
	for _, s := range a.Get(path+"/sections?limit=100", a.As("coordinator")).Want(http.StatusOK).Items() {
		out = append(out, s["number"].(string)+" "+s["anchor"].(string))
	}
	return out
}

func TestSections(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		path := "/plans/" + makeDraft(a, "text").ID()
		write := func(in object) *testkit.Answer {
			return a.Do("POST", path+"/sections", in, a.As("coordinator"))
		}
		goals := write(object{"anchor": "mal", "title": "Mål & *syften*", "position": 2, "embed": "goals", "isSummary": true}).Want(http.StatusCreated)
		intro := write(object{"anchor": "inledning", "title": "Inledning", "position": 1, "isSummary": false,
			"body": "Läs [[#mal]].\n\n<script>alert(1)</script>"}).Want(http.StatusCreated)
		under := write(object{"anchor": "matbara", "title": "Mätbara mål", "position": 1, "parentId": goals.ID(), "isSummary": false}).Want(http.StatusCreated)

		t.Run("stand in reading order with numbers", func(t *testing.T) {
			if got := numbers(a, path); !slices.Equal(got, []string{"1 inledning", "2 mal", "2.1 matbara"}) {
				t.Errorf("got %v", got)
			}
			second := a.Get(path+"/sections?limit=2&page=2", a.As("coordinator")).Items()
			if len(second) != 1 || second[0]["number"] != "2.1" || second[0]["title"] != "Mätbara mål" {
				t.Errorf("page 2 is %v", second)
			}
		})
		t.Run("are shown with references resolved and without anybody's HTML", func(t *testing.T) {
			html := a.Get(path+"/sections/"+intro.ID(), a.As("coordinator")).Want(http.StatusOK).Object()["bodyHtml"].(string)
			if !strings.Contains(html, `<a href="#mal" rel="nofollow noreferrer">2 Mål &amp; *syften*</a>`) || strings.Contains(html, "script") {
				t.Errorf("got %s", html)
			}
		})
		t.Run("are renumbered when one moves", func(t *testing.T) {
			a.Do("PUT", path+"/sections/"+intro.ID(), sectionIn(intro.Object(), object{"position": 3}), a.As("coordinator"), testkit.IfMatch(intro.ETag())).Want(http.StatusOK)
			if got := numbers(a, path); !slices.Equal(got, []string{"1 mal", "1.1 matbara", "2 inledning"}) {
				t.Errorf("got %v", got)
			}
		})
		t.Run("refuse what does not fit", func(t *testing.T) {
			base := object{"anchor": "ny", "title": "Ny", "position": 1, "isSummary": false}
			for field, change := range map[string]object{
				"body":     {"body": "Se [[#borta]]."},
				"anchor":   {"anchor": "Inte Så"},
				"parentId": {"parentId": nobody},
				"embed":    {"embed": "poll"},
				"title":    {"title": "två\nrader"},
				"position": {"position": -1},
				"lang":     {"lang": "xx"},
			} {
				write(with(base, change)).WantProblem(http.StatusUnprocessableEntity, "invalid", field)
			}
			write(with(base, object{"anchor": "mal"})).WantProblem(http.StatusConflict, "duplicate", "anchor")
			a.Do("PUT", path+"/sections/"+goals.ID(), sectionIn(goals.Object(), object{"parentId": under.ID()}), a.As("coordinator"), testkit.IfMatch(goals.ETag())).
				WantProblem(http.StatusUnprocessableEntity, "invalid", "parentId")
			umea := a.Get("/plans/" + a.Plan() + "/sections?limit=1").Items()[0]["id"]
			write(with(base, object{"parentId": umea})).WantProblem(http.StatusUnprocessableEntity, "invalid", "parentId")
		})
		t.Run("are at most five levels deep", func(t *testing.T) {
			parent := under.ID()
			for _, anchor := range []string{"tre", "fyra", "fem"} {
				parent = write(object{"anchor": anchor, "title": anchor, "position": 1, "parentId": parent, "isSummary": false}).Want(http.StatusCreated).ID()
			}
			write(object{"anchor": "sex", "title": "sex", "position": 1, "parentId": parent, "isSummary": false}).
				WantProblem(http.StatusUnprocessableEntity, "invalid", "parentId")
		})
		t.Run("are not deleted while others lie under them", func(t *testing.T) {
			a.Do("DELETE", path+"/sections/"+goals.ID(), nil, a.As("coordinator"), testkit.IfMatch(goals.ETag())).WantProblem(http.StatusConflict, "hasChildren")
		})
		t.Run("belong to their plan", func(t *testing.T) {
			a.Get("/plans/"+a.Plan()+"/sections/"+intro.ID(), a.As("coordinator")).WantProblem(http.StatusNotFound, "notFound")
			a.Do("PUT", "/plans/"+a.Plan()+"/sections/"+intro.ID(), sectionIn(intro.Object(), nil), a.As("coordinator"), testkit.IfMatch(intro.ETag())).
				WantProblem(http.StatusNotFound, "notFound")
		})
		t.Run("leave a reference as text when they go", func(t *testing.T) {
			last := write(object{"anchor": "bilaga", "title": "Bilaga", "position": 9, "isSummary": false}).Want(http.StatusCreated)
			referring := write(object{"anchor": "se", "title": "Se", "position": 8, "body": "[[#bilaga]]", "isSummary": false}).Want(http.StatusCreated)

			a.Do("DELETE", path+"/sections/"+last.ID(), nil, a.As("coordinator"), testkit.IfMatch(last.ETag())).Want(http.StatusNoContent)

			if got := a.Get(path+"/sections/"+referring.ID(), a.As("coordinator")).Object()["bodyHtml"]; got != "<p>[[#bilaga]]</p>\n" {
				t.Errorf("got %v", got)
			}
			a.Get(path+"/sections/"+last.ID(), a.As("coordinator")).WantProblem(http.StatusGone, "gone")
		})
	})
}

func TestUmeasSections(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		got := numbers(a, "/plans/"+a.Plan())
		if len(got) != 21 || got[0] != "1 inledning" || got[1] != "1.1 bakgrund" || got[20] != "12 bilagor" {
			t.Errorf("got %v", got)
		}
	})
}

func TestReportingRounds(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		path := "/plans/" + a.Plan() + "/reporting-rounds"
		t.Run("of Umeå's plan are read by everyone, the earliest first", func(t *testing.T) {
			rounds := a.Get(path).Want(http.StatusOK).Items()
			if len(rounds) != 2 || rounds[0]["key"] != "styrgrupp" || len(rounds[1]["dueDates"].([]any)) != 3 {
				t.Errorf("got %v", rounds)
			}
			if rounds[0]["nextDue"] != nil {
				t.Errorf("a round that is over is next due %v", rounds[0]["nextDue"])
			}
		})
		round := object{"key": "namnder", "name": "Nämndernas rapport", "audience": "board", "firstDue": "2026-01-31", "everyMonths": 1, "lastDue": "2027-12-31"}
		made := a.Do("POST", path, round, a.As("coordinator")).Want(http.StatusCreated)
		t.Run("tell the next due day from today", func(t *testing.T) {
			if got := made.Object()["nextDue"]; got != "2026-11-30" {
				t.Errorf("got %v", got)
			}
		})
		t.Run("refuse what does not fit", func(t *testing.T) {
			for field, change := range map[string]object{
				"firstDue":    {"firstDue": ""},
				"lastDue":     {"lastDue": "2025-01-01"},
				"everyMonths": {"everyMonths": 0},
				"audience":    {"audience": "alla"},
				"source":      {"source": "rykte"},
			} {
				a.Do("POST", path, with(round, change), a.As("coordinator")).WantProblem(http.StatusUnprocessableEntity, "invalid", field)
			}
			a.Do("POST", path, round, a.As("coordinator")).WantProblem(http.StatusConflict, "duplicate", "key")
			a.Do("POST", path, round, a.As("officer")).WantProblem(http.StatusForbidden, "forbidden")
		})
		t.Run("are replaced and deleted by version", func(t *testing.T) {
			at := path + "/" + made.ID()
			in := sectionIn(made.Object(), object{"everyMonths": 6})
			replaced := a.Do("PUT", at, in, a.As("coordinator"), testkit.IfMatch(made.ETag())).Want(http.StatusOK)
			if replaced.Object()["nextDue"] != "2027-01-31" {
				t.Errorf("got %v", replaced.Object())
			}
			a.Do("DELETE", at, nil, a.As("coordinator"), testkit.IfMatch(made.ETag())).WantProblem(http.StatusPreconditionFailed, "stale")
			a.Do("DELETE", at, nil, a.As("coordinator"), testkit.IfMatch(replaced.ETag())).Want(http.StatusNoContent)
			a.Get(at).WantProblem(http.StatusGone, "gone")
		})
	})
}

func TestGoals(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		t.Run("are listed in their order", func(t *testing.T) {
			goals := a.Get("/goals?plan=" + a.Plan()).Want(http.StatusOK).Items()
			if len(goals) != 5 || goals[0]["key"] != "synliggora" {
				t.Errorf("got %v", goals)
			}
		})
		t.Run("refuse what does not fit", func(t *testing.T) {
			goal := object{"planId": a.Plan(), "key": "ny", "kind": "measurable", "text": "Färre.", "position": 9}
			for field, change := range map[string]object{
				"planId": {"planId": nobody}, "kind": {"kind": "dream"}, "text": {"text": " "}, "key": {"key": "å"},
			} {
				a.Do("POST", "/goals", with(goal, change), a.As("coordinator")).WantProblem(http.StatusUnprocessableEntity, "invalid", field)
			}
			a.Do("POST", "/goals", with(goal, object{"key": "synliggora"}), a.As("coordinator")).WantProblem(http.StatusConflict, "duplicate", "key")
			a.Do("POST", "/goals", with(goal, object{"position": "first"}), a.As("coordinator")).WantProblem(http.StatusBadRequest, "wrongType", "position")
		})
		t.Run("stay in their plan", func(t *testing.T) {
			other := makeDraft(a, "annan").ID()
			made := a.Do("POST", "/goals", object{"planId": a.Plan(), "key": "kvar", "kind": "purpose", "text": "Kvar.", "position": 9}, a.As("coordinator")).Want(http.StatusCreated)

			a.Do("PUT", "/goals/"+made.ID(), with(made.Object(), object{"planId": other}), a.As("coordinator"), testkit.IfMatch(made.ETag())).
				WantProblem(http.StatusUnprocessableEntity, "invalid", "planId")
			a.Do("DELETE", "/goals/"+made.ID(), nil, a.As("coordinator"), testkit.IfMatch(made.ETag())).Want(http.StatusNoContent)
			a.Get("/goals/"+made.ID()).WantProblem(http.StatusGone, "gone")
		})
	})
}

func TestTerms(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		for _, path := range []string{"/violence-areas", "/target-groups"} {
			t.Run(path, func(t *testing.T) {
				terms := a.Get(path).Want(http.StatusOK).Items()
				if len(terms) != 6 || terms[0]["position"] != 1.0 {
					t.Fatalf("got %d", len(terms))
				}
				first := path + "/" + terms[0]["id"].(string)
				term := object{"key": "nytt", "nameSv": "Nytt", "nameEn": "New", "position": 7}

				made := a.Do("POST", path, term, a.As("coordinator")).Want(http.StatusCreated)
				at := path + "/" + made.ID()
				replaced := a.Do("PUT", at, with(made.Object(), object{"nameSv": "Nyare"}), a.As("admin"), testkit.IfMatch(made.ETag())).Want(http.StatusOK)

				if items := a.Get(path + "?key=nytt").Items(); len(items) != 1 || items[0]["nameSv"] != "Nyare" || items[0]["version"] != 2.0 {
					t.Errorf("got %v", items)
				}
				a.Do("POST", path, term, a.As("coordinator")).WantProblem(http.StatusConflict, "duplicate", "key")
				a.Do("POST", path, with(term, object{"nameEn": ""}), a.As("coordinator")).WantProblem(http.StatusUnprocessableEntity, "invalid", "nameEn")
				a.Do("POST", path, term, a.As("officer")).WantProblem(http.StatusForbidden, "forbidden")
				a.Do("DELETE", first, nil, a.As("coordinator"), testkit.IfMatch(a.Get(first, a.As("coordinator")).ETag())).WantProblem(http.StatusConflict, "inUse")
				a.Do("DELETE", at, nil, a.As("coordinator"), testkit.IfMatch(replaced.ETag())).Want(http.StatusNoContent)
				a.Get(at).WantProblem(http.StatusGone, "gone")
			})
		}
	})
}
