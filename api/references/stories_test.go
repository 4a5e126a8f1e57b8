package references_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"envagin/api/testkit"
)

const (
	post   = http.MethodPost
	put    = http.MethodPut
	remove = http.MethodDelete
)

type object = map[string]any

func with(o object, fields ...any) object {
	out := object{}
	for k, v := range o {
		out[k] = v
	}
	for i := 0; i < len(fields); i += 2 {
		out[fields[i].(string)] = fields[i+1]
	}
	return out
}

var counsellor = object{"role": "Kurator, ungdomshälsan", "competences": []string{"barn som bevittnar våld"}}

func TestTheReferenceGroup(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		made := func(body object) *testkit.Answer { return a.Do(post, "/reference-members", body, coordinator) }
		first := testkit.IfMatch(`"1"`)

		a.Run(t, "somebody without an account is a role until they agree to be named", func(t *testing.T) {
			m := made(counsellor).Want(201)
			self := "/reference-members/" + m.ID()
			if got := a.Get(self).Object(); got["name"] != nil || got["role"] != counsellor["role"] || got["inForce"] != true {
				t.Error(got)
			}
			a.Do(put, self, with(counsellor, "namedAs", object{"name": "Eva Ek"}), coordinator, first).WantProblem(422, "invalid", "namedAs.consentOn")
			a.Do(put, self, with(counsellor, "namedAs", object{"name": "Eva Ek", "consentOn": "2026-11-24"}), coordinator, first).WantProblem(422, "invalid", "namedAs.consentOn")

			a.Do(put, self, with(counsellor, "namedAs", object{"name": "Eva Ek", "consentOn": "2026-11-20"}), coordinator, first).Want(200)
			if got := a.Get(self).Object(); got["name"] != "Eva Ek" {
				t.Error(got)
			}
			a.Do(put, self, counsellor, coordinator, testkit.IfMatch(`"2"`)).Want(200)
			if body := string(a.Get(self).Body); strings.Contains(body, "Eva Ek") {
				t.Error("the name stays when it is taken back:", body)
			}
			if body := string(a.Get("/histories/referenceMember/"+m.ID(), a.As("admin")).Body); strings.Contains(body, "Eva Ek") {
				t.Error("the history names:", body)
			}
			a.Do(remove, self, nil, coordinator, testkit.IfMatch(`"3"`)).Want(204)
			a.Get(self).WantProblem(410, "gone")
		})
		a.Run(t, "who has an account is named as they allow", func(t *testing.T) {
			expert := a.Get("/users/me", a.As("expert"))
			self := "/reference-members/" + made(with(counsellor, "userId", expert.ID())).Want(201).ID()
			name := expert.Object()["name"]
			wants := func(role string, wantName, wantAccount any) {
				t.Helper()
				if got := a.Get(self, a.As(role)).Object(); got["name"] != wantName || got["userId"] != wantAccount {
					t.Errorf("%q: name %v, account %v", role, got["name"], got["userId"])
				}
			}
			wants("", nil, nil)
			wants("reader", nil, nil)
			wants("member", name, expert.ID())

			profile := a.Get("/users/me", a.As("expert")).Object()
			in := object{"publicName": true, "publicEmail": false, "publicPhone": false}
			for _, field := range []string{"name", "lang"} {
				in[field] = profile[field]
			}
			a.Do(put, "/users/me/profile", in, a.As("expert"), testkit.IfMatch(expert.ETag()))
			made(with(counsellor, "userId", expert.ID(), "namedAs", object{"name": "Någon", "consentOn": "2026-11-20"})).WantProblem(422, "invalid", "namedAs")
			made(with(counsellor, "userId", "01900000-0000-7000-8000-000000000000")).WantProblem(422, "invalid", "userId")
		})
		a.Run(t, "those who drafted the plan stand apart and are called to nothing", func(t *testing.T) {
			old := made(object{"group": "drafting", "role": "Företrädare för socialtjänsten", "validFrom": "2016-12-01", "validTo": "2019-12-31"}).Want(201)
			for _, item := range a.Get("/reference-members?group=called&limit=100").Want(200).Items() {
				if item["id"] == old.ID() {
					t.Error("history stands among those who are called")
				}
			}
			if items := a.Get("/reference-members?group=drafting").Items(); len(items) != 1 || items[0]["inForce"] != false {
				t.Error(items)
			}
			a.Do(post, "/reference-callings", object{"memberId": old.ID(), "activityId": a.Activity("2.8"), "from": "2018-01-01", "to": "2018-12-31"}, coordinator).
				WantProblem(422, "invalid", "memberId")
		})
		a.Run(t, "what is wrong is named", func(t *testing.T) {
			for field, bad := range map[string][]any{
				"role": {"", "  ", "a\nb"}, "group": {"other"}, "bodyId": {"x", "01900000-0000-7000-8000-000000000000"},
				"userId": {"x"}, "lang": {"de"}, "validFrom": {"2020-13-01"}, "competences": {[]string{""}, []string{"A", "a"}}, "note": {"\x00"},
			} {
				for _, value := range bad {
					made(with(counsellor, field, value)).WantProblem(422, "invalid", field)
				}
			}
			made(with(counsellor, "validFrom", "2026-02-01", "validTo", "2026-01-01")).WantProblem(422, "invalid", "validTo")
			a.Do(post, "/reference-members", counsellor, a.As("officer")).WantProblem(403, "forbidden")
		})
	})
}

func TestCallingIn(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		member := a.Do(post, "/reference-members", with(counsellor, "validFrom", "2026-01-01", "validTo", "2027-12-31"), coordinator).Want(201).ID()
		school := a.Activity("2.8")
		call := func(fields ...any) *testkit.Answer {
			return a.Do(post, "/reference-callings", with(object{"memberId": member, "activityId": school, "from": "2026-11-01", "to": "2027-02-28", "why": "Granska rutinen."}, fields...), coordinator)
		}
		first := testkit.IfMatch(`"1"`)
		k := call().Want(201)
		self := "/reference-callings/" + k.ID()

		a.Run(t, "it is read on the activity and on the member", func(t *testing.T) {
			for _, path := range []string{"/activities/" + school + "/callings", "/reference-members/" + member + "/callings"} {
				items := a.Get(path).Want(200).Items()
				if len(items) != 1 || items[0]["state"] != "current" || items[0]["member"].(object)["role"] != counsellor["role"] || items[0]["activity"].(object)["code"] != "2.8" {
					t.Errorf("%s: %v", path, items)
				}
			}
			if got := a.Get("/reference-members/" + member).Object(); got["calledNow"] != 1.0 {
				t.Error(got["calledNow"])
			}
		})
		a.Run(t, "a member is called to an activity once at a time", func(t *testing.T) {
			call("from", "2027-02-28", "to", "2027-03-31").WantProblem(409, "callingsOverlap", "from")
			call("from", "2027-03-01", "to", "2027-03-31").Want(201)
			call("activityId", a.Activity("2.2")).Want(201)
		})
		a.Run(t, "within the membership", func(t *testing.T) {
			call("activityId", a.Activity("2.1"), "from", "2025-12-31").WantProblem(422, "invalid", "from")
			call("activityId", a.Activity("2.1"), "to", "2028-01-01").WantProblem(422, "invalid", "to")
			call("activityId", a.Activity("2.1"), "to", nil).WantProblem(422, "invalid", "to")
			call("activityId", a.Activity("2.1"), "to", "2026-10-31").WantProblem(422, "invalid", "to")
			a.Do(put, "/reference-members/"+member, with(counsellor, "validFrom", "2026-01-01", "validTo", "2026-12-31"), coordinator, first).WantProblem(409, "calledLonger", "validTo")
		})
		a.Run(t, "one that has begun is ended, one that has not is taken back", func(t *testing.T) {
			a.Do(remove, self, nil, coordinator, first).WantProblem(409, "begun")
			a.Do(remove, "/reference-members/"+member, nil, coordinator, first).WantProblem(409, "inUse")
			coming := call("activityId", a.Activity("2.4"), "from", "2027-01-01").Want(201).ID()
			a.Do(remove, "/reference-callings/"+coming, nil, coordinator, first).Want(204)
			a.Get("/reference-callings/"+coming).WantProblem(410, "gone")

			a.Do(put, self, object{"memberId": member, "activityId": a.Activity("2.1"), "from": "2026-11-01"}, coordinator, first).WantProblem(422, "invalid", "memberId")
			a.Do(put, self, object{"memberId": member, "activityId": school, "from": "2026-11-01", "to": "2026-11-22"}, coordinator, first).Want(200)
			if got := a.Get(self).Object(); got["state"] != "ended" {
				t.Error(got["state"])
			}
		})
		a.Run(t, "nobody reads who is called to an activity of a draft", func(t *testing.T) {
			draft := a.Do(post, "/plans", object{"key": "utkast", "name": "Utkast", "status": "draft", "rootBodyId": a.Body("kf")}, coordinator).Want(201).ID()
			hidden := a.Do(post, "/activities", object{"planId": draft, "key": "dold", "code": "1.1", "part": 1, "position": 1, "title": "Dold"}, coordinator).Want(201).ID()
			secret := call("activityId", hidden).Want(201).ID()
			before := a.Get("/reference-members/"+member, coordinator).Object()["calledNow"].(float64)
			if after := a.Get("/reference-members/" + member).Object()["calledNow"].(float64); after != before-1 {
				t.Error(before, after)
			}
			if body := string(a.Get("/reference-members/" + member + "/callings?limit=100").Body); strings.Contains(body, "Dold") {
				t.Error(body)
			}
			a.Get("/reference-callings/"+secret).WantProblem(404, "notFound")
			a.Get("/activities/"+hidden+"/callings").WantProblem(404, "notFound")
		})
	})
}

func TestWhoLeavesIsForgottenAndTheRoleStays(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator, admin := a.As("coordinator"), a.As("admin")
		expert := a.Get("/users/me", a.As("expert")).ID()
		named := a.Do(post, "/reference-members", with(counsellor, "namedAs", object{"name": "Eva Ek", "consentOn": "2020-01-01"}, "validTo", "2020-12-31"), coordinator).Want(201).ID()
		current := a.Do(post, "/reference-members", with(counsellor, "userId", expert), coordinator).Want(201).ID()

		a.Run(t, "after some time", func(t *testing.T) {
			a.Do(post, "/erasure-records", object{"ruleId": "reference-names"}, admin).Want(201)
			got := a.Get("/reference-members/"+named, coordinator).Object()
			if got["namedAs"] != nil || got["name"] != nil || got["role"] != counsellor["role"] {
				t.Error(got)
			}
			if got := a.Get("/reference-members/"+current, coordinator).Object(); got["userId"] != expert {
				t.Error("who is still a member was forgotten")
			}
		})
		a.Run(t, "and when the person is erased", func(t *testing.T) {
			at := "/users/" + expert + "/personal-data"
			data := a.Get(at, admin).Want(200)
			if !strings.Contains(string(data.Body), `"referenceMembers"`) || !strings.Contains(string(data.Body), "Kurator, ungdomshälsan") {
				t.Errorf("%.600s", data.Body)
			}
			a.Do(remove, at, nil, admin, testkit.IfMatch(data.ETag())).Want(204)
			a.Later(time.Minute)
			got := a.Get("/reference-members/"+current, a.As("coordinator")).Object()
			if got["userId"] != nil || got["name"] != nil || got["role"] != counsellor["role"] {
				t.Error(got)
			}
		})
	})
}
