package competences_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"envagin/api/seeds"
	"envagin/api/testkit"
)

const (
	post   = http.MethodPost
	put    = http.MethodPut
	remove = http.MethodDelete
)

type object = map[string]any

func entry(key string, fields ...any) object {
	o := object{"key": key, "kind": "competence", "nameSv": "Funktionen " + key, "nameEn": "The function " + key}
	for i := 0; i < len(fields); i += 2 {
		o[fields[i].(string)] = fields[i+1]
	}
	return o
}

func TestTheRegisterOfCompetence(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		made := func(body object, role string) *testkit.Answer { return a.Do(post, "/competences", body, a.As(role)) }
		first := testkit.IfMatch(`"1"`)
		term := func(path, key string) string { return a.Get(path + "?key=" + key).Want(200).Items()[0]["id"].(string) }

		a.Run(t, "what the plan names is there, with where it was read", func(t *testing.T) {
			items := a.Get("/competences?limit=100").Want(200).Items()
			if len(items) != 24 {
				t.Error(len(items))
			}
			for _, item := range items {
				if item["readIn"] == nil {
					t.Errorf("%v does not say where it was read", item["key"])
				}
			}
			centre := a.Get("/competences?key=centrum-mot-vald").Items()[0]
			if centre["bodyId"] != a.Body("centrum-mot-vald") || centre["contact"] != nil || centre["isOld"] != true {
				t.Error(centre)
			}
			if sum, err := a.Import(context.Background(), "x", seeds.Competences, ""); err != nil || sum.Changed != 0 || sum.Things != 24 {
				t.Error("loaded again:", sum, err)
			}
		})
		a.Run(t, "it is found by area, by target group and by kind", func(t *testing.T) {
			keys := func(query string) string {
				var out []string
				for _, item := range a.Get("/competences?limit=100&" + query).Want(200).Items() {
					out = append(out, item["key"].(string))
				}
				return strings.Join(out, " ")
			}
			if got := keys("area=" + term("/violence-areas", "hedersrelaterat-vald")); got != "centrum-mot-vald ratt-att-valja samradsforum-heder" {
				t.Error(got)
			}
			if got := keys("kind=supportFunction&targetGroup=" + term("/target-groups", "utovare")); got != "centrum-mot-vald valj-att-sluta" {
				t.Error(got)
			}
		})
		a.Run(t, "an entry is made, replaced and deleted", func(t *testing.T) {
			area := term("/violence-areas", "sexuellt-vald")
			e := made(entry("ny", "violenceAreaIds", []string{area}, "checkedOn", object{"day": "2025-12-01", "precision": "month"}), "expert").Want(201)
			self := "/competences/" + e.ID()
			if e.Object()["isOld"] != false {
				t.Error("checked less than a year ago")
			}
			a.Do(put, self, entry("ny"), coordinator, first).Want(200)
			if items := a.Get("/competences?area=" + area).Items(); len(items) != 0 {
				t.Error("found by an area that it is not tied to:", items)
			}
			if got := a.Get(self).Object(); got["isOld"] != true || got["checkedOn"] != nil {
				t.Error("never checked is old:", got)
			}
			made(entry("ny"), "coordinator").WantProblem(409, "duplicate", "key")
			a.Do(remove, self, nil, coordinator, testkit.IfMatch(`"2"`)).Want(204)
			a.Get(self).WantProblem(410, "gone")
		})
		a.Run(t, "a unit's contact person and manager keep what is their own", func(t *testing.T) {
			for _, role := range []string{"contact", "manager"} {
				own, _ := a.Get("/users/me", a.As(role)).Object()["roles"].([]any)[0].(object)["bodyId"].(string)
				self := "/competences/" + made(entry("eget-"+role, "bodyId", own), role).Want(201).ID()
				a.Do(put, self, entry("eget-"+role, "bodyId", a.Body("polisen")), a.As(role), first).WantProblem(422, "invalid", "bodyId")
				a.Do(put, self, entry("eget-"+role, "bodyId", own, "howUsedSv", "Frågas av skolorna."), a.As(role), first).Want(200)
			}
			made(entry("annans", "bodyId", a.Body("polisen")), "contact").WantProblem(422, "invalid", "bodyId")
			made(entry("ingens"), "contact").WantProblem(422, "invalid", "bodyId")
			made(entry("x"), "officer").WantProblem(403, "forbidden")
			police := a.Get("/competences?key=polisen").Items()[0]["id"].(string)
			a.Do(put, "/competences/"+police, entry("polisen"), a.As("contact"), first).WantProblem(403, "forbidden")
			if links := a.Get("/competences/"+police, a.As("contact")).Object()["_links"].(object); links["edit"] != nil {
				t.Error("offered what is refused")
			}
		})
		a.Run(t, "what is wrong is named", func(t *testing.T) {
			for field, bad := range map[string][]any{
				"key": {"", "Å"}, "kind": {"", "person"}, "nameSv": {""}, "nameEn": {"a\nb"}, "bodyId": {"x", "01900000-0000-7000-8000-000000000000"},
				"violenceAreaIds": {[]string{"x"}}, "targetGroupIds": {[]string{"x"}}, "source": {"rumour"}, "howUsedSv": {"\x00"},
			} {
				for _, value := range bad {
					made(entry("fel", field, value), "coordinator").WantProblem(422, "invalid", field)
				}
			}
			made(entry("fel", "contact", object{"email": "x"}), "coordinator").WantProblem(422, "invalid", "contact.email")
			made(entry("fel", "contact", object{"url": "javascript:alert(1)"}), "coordinator").WantProblem(422, "invalid", "contact.url")
			made(entry("fel", "checkedOn", object{"day": "2026-11-24", "precision": "day"}), "coordinator").WantProblem(422, "invalid", "checkedOn")
		})
	})
}
