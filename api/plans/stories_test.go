package plans_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"testing"

	"envagin/api/testkit"
)

type object = map[string]any

// nobody is a well-formed id of nothing.
const nobody = "0198c6f0-4f6e-7a62-9b1e-000000000000"

// draft is a plan that nobody but the coordinator sees.
func draft(a *testkit.App, key string) object {
	return object{"key": key, "name": "Ny plan mot våld", "status": "draft", "rootBodyId": a.Body("kf"),
		"isSummary": false, "periodFrom": "2027-01-01", "periodTo": "2030-12-31"}
}

func makeDraft(a *testkit.App, key string) *testkit.Answer {
	a.T.Helper()
	return a.Do("POST", "/plans", draft(a, key), a.As("coordinator")).Want(http.StatusCreated)
}

// with gives a copy of an answer's object as Input, with other fields.
func with(in object, changes object) object {
	out := object{}
	for name, value := range in {
		switch name {
		case "id", "version", "createdAt", "updatedAt", "_links", "inForce", "number", "bodyHtml", "nextDue", "dueDates":
		default:
			out[name] = value
		}
	}
	for name, value := range changes {
		out[name] = value
	}
	return out
}

func sectionIn(in object, changes object) object {
	out := with(in, changes)
	delete(out, "planId")
	return out
}

func TestPlans(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		t.Run("everyone reads the adopted plan", func(t *testing.T) {
			plan := a.Get("/plans/" + a.Plan()).Want(http.StatusOK).Object()

			if plan["name"] != "Umeå kommuns gemensamma plan mot våld" || plan["inForce"] != false || plan["isSummary"] != true {
				t.Errorf("got %v", plan)
			}
			if links := plan["_links"].(object); links["edit"] != nil || links["contents"] == nil {
				t.Errorf("the public got the links %v", links)
			}
		})
		t.Run("a draft exists for those who edit, and for nobody else", func(t *testing.T) {
			made := makeDraft(a, "utkast")
			path := "/plans/" + made.ID()
			section := a.Do("POST", path+"/sections", object{"anchor": "a", "title": "A", "position": 1, "isSummary": false}, a.As("admin")).Want(http.StatusCreated)
			goal := a.Do("POST", "/goals", object{"planId": made.ID(), "key": "m", "kind": "purpose", "text": "Målet.", "position": 1}, a.As("admin")).Want(http.StatusCreated)

			for _, who := range []string{"", "reader", "officer", "member"} {
				for _, hidden := range []string{path, path + "/sections", path + "/sections/" + section.ID(), path + "/versions",
					path + "/reporting-rounds", path + "/comparisons", "/goals/" + goal.ID()} {
					a.Get(hidden, a.As(who)).WantProblem(http.StatusNotFound, "notFound")
				}
				for _, list := range []string{"/plans?key=utkast", "/plans?status=draft", "/goals?plan=" + made.ID()} {
					if items := a.Get(list, a.As(who)).Want(http.StatusOK).Items(); len(items) != 0 {
						t.Errorf("%q sees %s", who, list)
					}
				}
			}
			a.Do("PUT", path, draft(a, "utkast"), a.As("officer"), testkit.IfMatch(made.ETag())).WantProblem(http.StatusNotFound, "notFound")
			a.Get(path+"/sections", a.As("coordinator")).Want(http.StatusOK)
			if items := a.Get("/plans?status=draft", a.As("coordinator")).Items(); len(items) != 1 {
				t.Errorf("the coordinator sees %d drafts", len(items))
			}
		})
		t.Run("publishing shows it at once", func(t *testing.T) {
			made := makeDraft(a, "snart-klar")
			path := "/plans/" + made.ID()
			a.Get("/plans?key=snart-klar").Want(http.StatusOK)

			a.Do("PUT", path, with(made.Object(), object{"status": "published"}), a.As("coordinator"), testkit.IfMatch(made.ETag())).Want(http.StatusOK)

			if items := a.Get("/plans?key=snart-klar").Items(); len(items) != 1 {
				t.Errorf("the public sees %d", len(items))
			}
			a.Get(path).Want(http.StatusOK)
		})
		t.Run("only the coordinator and administrators write", func(t *testing.T) {
			plan := a.Get("/plans/" + a.Plan())
			a.Do("PUT", "/plans/"+a.Plan(), `not even JSON`).WantProblem(http.StatusUnauthorized, "signInNeeded")
			a.Do("PUT", "/plans/"+a.Plan(), `not even JSON`, a.As("officer")).WantProblem(http.StatusForbidden, "forbidden")
			a.Do("POST", "/plans", `not even JSON`, a.As("reader")).WantProblem(http.StatusForbidden, "forbidden")
			a.Do("DELETE", "/plans/"+a.Plan(), nil, a.As("manager"), testkit.IfMatch(plan.ETag())).WantProblem(http.StatusForbidden, "forbidden")
		})
		t.Run("a write names the version it is based on", func(t *testing.T) {
			made := makeDraft(a, "versioner")
			path := "/plans/" + made.ID()
			a.Do("PUT", path, draft(a, "versioner"), a.As("coordinator")).WantProblem(http.StatusPreconditionRequired, "versionRequired")
			a.Do("PUT", path, with(made.Object(), object{"name": "Först"}), a.As("coordinator"), testkit.IfMatch(made.ETag())).Want(http.StatusOK)

			late := a.Do("PUT", path, with(made.Object(), object{"name": "Sist"}), a.As("admin"), testkit.IfMatch(made.ETag()))

			late.WantProblem(http.StatusPreconditionFailed, "stale")
			if !strings.Contains(string(late.Body), `"after":"Först"`) {
				t.Errorf("what changed is not told: %s", late.Body)
			}
		})
		t.Run("what is read can be written back and nothing changes", func(t *testing.T) {
			before := a.Get("/plans/"+a.Plan(), a.As("coordinator"))

			after := a.Do("PUT", "/plans/"+a.Plan(), with(before.Object(), nil), a.As("coordinator"), testkit.IfMatch(before.ETag())).Want(http.StatusOK)

			was, is := with(before.Object(), nil), with(after.Object(), nil)
			if len(was) != len(is) {
				t.Errorf("before %v\nafter  %v", was, is)
			}
		})
	})
}

func TestPlanRefuses(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		for _, tc := range []struct {
			name    string
			changes object
			field   string
		}{
			{"a period that ends before it begins", object{"periodTo": "2026-12-31"}, "periodTo"},
			{"the year 0", object{"periodFrom": "0000-01-01"}, "periodFrom"},
			{"a root that is no root", object{"rootBodyId": a.Body("ifn")}, "rootBodyId"},
			{"a root that nobody knows", object{"rootBodyId": nobody}, "rootBodyId"},
			{"an owner that nobody knows", object{"ownerId": nobody}, "ownerId"},
			{"an owner with NUL in its id", object{"ownerId": "\x00"}, "ownerId"},
			{"a parent that nobody knows", object{"parentId": nobody}, "parentId"},
			{"a predecessor that is empty", object{"supersedesId": ""}, "supersedesId"},
			{"a document date without precision", object{"documentDate": object{"day": "2019-01-01"}}, "documentDate.precision"},
		} {
			t.Run(tc.name, func(t *testing.T) {
				a.Do("POST", "/plans", with(draft(a, "fel"), tc.changes), a.As("coordinator")).
					WantProblem(http.StatusUnprocessableEntity, "invalid", tc.field)
			})
		}
		t.Run("a field that does not exist", func(t *testing.T) {
			a.Do("POST", "/plans", with(draft(a, "fel"), object{"ägare": "x"}), a.As("coordinator")).WantProblem(http.StatusBadRequest, "unknownField", "ägare")
		})
		t.Run("a key that is taken", func(t *testing.T) {
			a.Do("POST", "/plans", draft(a, "umea-vald-2020"), a.As("coordinator")).WantProblem(http.StatusConflict, "duplicate", "key")
		})
		t.Run("a plan that comes before itself", func(t *testing.T) {
			first := makeDraft(a, "forst")
			second := a.Do("POST", "/plans", with(draft(a, "sedan"), object{"supersedesId": first.ID(), "parentId": first.ID()}), a.As("coordinator")).Want(http.StatusCreated)
			for _, field := range []string{"supersedesId", "parentId"} {
				for _, id := range []string{first.ID(), second.ID()} {
					a.Do("PUT", "/plans/"+first.ID(), with(first.Object(), object{field: id}), a.As("coordinator"), testkit.IfMatch(first.ETag())).
						WantProblem(http.StatusUnprocessableEntity, "invalid", field)
				}
			}
		})
		t.Run("to delete a plan that anything belongs to", func(t *testing.T) {
			plan := a.Get("/plans/"+a.Plan(), a.As("coordinator"))
			a.Do("DELETE", "/plans/"+a.Plan(), nil, a.As("coordinator"), testkit.IfMatch(plan.ETag())).WantProblem(http.StatusConflict, "inUse")
		})
		t.Run("to give back what was deleted", func(t *testing.T) {
			made := makeDraft(a, "borttagen")
			a.Do("DELETE", "/plans/"+made.ID(), nil, a.As("coordinator"), testkit.IfMatch(made.ETag())).Want(http.StatusNoContent)
			a.Get("/plans/"+made.ID(), a.As("coordinator")).WantProblem(http.StatusGone, "gone")
		})
	})
}

func TestVersions(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		path := "/plans/" + a.Plan()
		a.Get(path+"/comparisons").WantProblem(http.StatusBadRequest, "invalidParameter", "from")
		decision := object{"label": "Antagen", "decidedById": a.Body("kf"), "decisionDate": "2019-11-25", "decisionReference": "KS-2019/00123"}
		a.Do("POST", path+"/versions", decision, a.As("officer")).WantProblem(http.StatusForbidden, "forbidden")
		a.Do("POST", path+"/versions", object{"label": ""}, a.As("coordinator")).WantProblem(http.StatusUnprocessableEntity, "invalid", "label")

		first := a.Do("POST", path+"/versions", decision, a.As("coordinator")).Want(http.StatusCreated)

		frozen := a.Get(path + "/versions/" + first.ID() + "/package").Want(http.StatusOK)
		t.Run("the package is what was hashed, byte for byte", func(t *testing.T) {
			sum := sha256.Sum256(frozen.Body)
			if got := hex.EncodeToString(sum[:]); got != first.Object()["hash"] || frozen.Object()["format"] != "envagin-plan/1" {
				t.Errorf("got %s, wanted %s", got, first.Object()["hash"])
			}
			a.Get(path+"/versions/"+first.ID()+"/package", testkit.Header("If-None-Match", frozen.ETag())).Want(http.StatusNotModified)
		})
		t.Run("nothing differs from the plan as long as nobody edits", func(t *testing.T) {
			if items := a.Get(path + "/comparisons").Want(http.StatusOK).Items(); len(items) != 0 {
				t.Errorf("got %v", items)
			}
		})
		t.Run("later edits do not touch it, and are told by the comparison", func(t *testing.T) {
			goal := a.Get("/goals?limit=1&plan=" + a.Plan()).Items()[0]
			etag := a.Get("/goals/"+goal["id"].(string), a.As("coordinator")).ETag()
			a.Do("PUT", "/goals/"+goal["id"].(string), with(goal, object{"text": "Ett nytt mål."}), a.As("coordinator"), testkit.IfMatch(etag)).Want(http.StatusOK)
			second := a.Do("POST", path+"/versions", object{"label": "Reviderad"}, a.As("coordinator")).Want(http.StatusCreated)

			if again := a.Get(path + "/versions/" + first.ID() + "/package"); string(again.Body) != string(frozen.Body) {
				t.Error("the frozen package changed")
			}
			if second.Object()["number"] != 2.0 {
				t.Errorf("number %v", second.Object()["number"])
			}
			for _, query := range []string{"?from=" + first.ID(), "?from=" + first.ID() + "&to=current", "?from=" + first.ID() + "&to=" + second.ID()} {
				items := a.Get(path + "/comparisons" + query).Want(http.StatusOK).Items()
				if len(items) != 1 || items[0]["kind"] != "goal" || items[0]["change"] != "changed" || items[0]["title"] != "Ett nytt mål." {
					t.Errorf("%s: got %v", query, items)
				}
			}
			if items := a.Get(path + "/versions").Items(); len(items) != 2 || items[0]["number"] != 2.0 || items[0]["package"] != nil {
				t.Errorf("the newest is not first: %v", items)
			}
		})
		t.Run("versions are never edited or deleted", func(t *testing.T) {
			for _, method := range []string{"PUT", "DELETE", "PATCH"} {
				a.Do(method, path+"/versions/"+first.ID(), object{}, a.As("admin")).WantProblem(http.StatusMethodNotAllowed, "methodNotAllowed")
			}
		})
		t.Run("a version belongs to its plan", func(t *testing.T) {
			other := makeDraft(a, "annan")
			for _, tail := range []string{"/versions/" + first.ID(), "/versions/" + first.ID() + "/package"} {
				a.Get("/plans/"+other.ID()+tail, a.As("coordinator")).WantProblem(http.StatusNotFound, "notFound")
			}
			a.Get("/plans/"+other.ID()+"/comparisons?from="+first.ID(), a.As("coordinator")).WantProblem(http.StatusBadRequest, "invalidParameter", "from")
		})
	})
}
