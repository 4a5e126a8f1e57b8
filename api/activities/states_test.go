package activities_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"envagin/api/testkit"
)

func TestStatesThatTheCoordinatorSets(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		id, other := made(a, 1, "source", "interpretation").ID(), made(a, 2).ID()
		self := "/activities/" + id
		coordinator := a.As("coordinator")
		n := 1
		do := func(method, verb string, body any) *testkit.Answer {
			a.T.Helper()
			answer := a.Do(method, self+verb, body, coordinator, version(n))
			if answer.Status == 200 {
				n++
			}
			return answer
		}

		a.Run(t, "an override holds to its last day and says why", func(t *testing.T) {
			do(put, "/status-override", object{"status": "late", "reason": "Lokalen är inte klar.", "until": "2026-11-24"}).Want(200)

			wantStatus(t, a.Get(self).Object(), "late", "override")
			if sv := a.Get(self).Object()["statusReason"].(object)["sv"]; sv != "Satt av samordnaren: Lokalen är inte klar." {
				t.Error(sv)
			}
			for field, body := range map[string]object{
				"status": {"status": "done", "reason": "x"}, "reason": {"status": "late", "reason": ""}, "until": {"status": "late", "reason": "x", "until": "2026-11-22"},
			} {
				do(put, "/status-override", body).WantProblem(422, "invalid", field)
			}
			do(put, "/status-override", object{}).WantProblem(422, "invalid", "status")
			do(remove, "/status-override", nil).Want(200)
			wantStatus(t, a.Get(self).Object(), "noInformation", "neverReported")
		})
		a.Run(t, "complete and take it back", func(t *testing.T) {
			do(put, "/completion", object{"on": object{"day": "2026-11-01", "precision": "month"}}).Want(200)
			wantStatus(t, a.Get(self).Object(), "done", "markedDone")
			for _, bad := range []any{object{}, object{"on": nil}, object{"on": object{}}} {
				do(put, "/completion", bad).WantProblem(422, "invalid")
			}
			do(put, "/completion", object{"on": object{"day": "2026-11-24", "precision": "day"}}).WantProblem(422, "invalid", "on")
			do(remove, "/completion", nil).Want(200)
			wantStatus(t, a.Get(self).Object(), "noInformation", "neverReported")
		})
		a.Run(t, "cancel with a reason and take it back", func(t *testing.T) {
			do(put, "/cancellation", object{"reason": " "}).WantProblem(422, "invalid", "reason")
			do(put, "/cancellation", object{"reason": "Ersatt."}).Want(200)
			wantStatus(t, a.Get(self).Object(), "cancelled", "cancelled")
			do(remove, "/cancellation", nil).Want(200)
			wantStatus(t, a.Get(self).Object(), "noInformation", "neverReported")
		})
		a.Run(t, "confirm what was our interpretation", func(t *testing.T) {
			answerFor(a, id, "bodyId", a.Body("ks"), "source", "interpretation")
			if a.Get(self).Object()["unconfirmed"] != true || a.Get(self, coordinator).Object()["_links"].(object)["confirm"] == nil {
				t.Fatal("nothing to confirm")
			}

			do(put, "/confirmation", nil).Want(200)

			after := a.Get(self, coordinator).Object()
			if after["unconfirmed"] != false || after["source"] != "municipality" || after["_links"].(object)["confirm"] != nil ||
				after["responsibilities"].([]any)[0].(object)["source"] != "municipality" {
				t.Error(after)
			}
		})
		a.Run(t, "merge into another of the same plan, once and never in a circle", func(t *testing.T) {
			plan := a.Do(post, "/plans", object{"key": "annan", "name": "Annan", "status": "published", "rootBodyId": a.Body("kf")}, coordinator).Want(201).ID()
			foreign := made(a, 3, "planId", plan).ID()
			for _, into := range []string{foreign, missing, id, "x", ""} {
				do(put, "/merger", object{"intoId": into}).WantProblem(422, "invalid", "intoId")
			}

			do(put, "/merger", object{"intoId": other}).Want(200)

			got := a.Get(self).Object()
			wantStatus(t, got, "merged", "merged")
			if got["mergedIntoId"] != other {
				t.Error(got["mergedIntoId"])
			}
			a.Do(put, "/activities/"+other+"/merger", object{"intoId": id}, coordinator, version(1)).WantProblem(422, "invalid", "intoId")
			a.Do(put, "/activities/"+other+"/merger", object{"intoId": a.Activity("2.2")}, coordinator, version(1)).WantProblem(409, "mergeTarget")
			a.Do(post, self+"/reports", object{"bodyId": a.Body("ks"), "state": "onTrack"}, coordinator).WantProblem(409, "merged")
		})
		a.Run(t, "each wants the version, each is refused to others", func(t *testing.T) {
			for _, verb := range []string{"completion", "status-override", "cancellation", "merger", "confirmation"} {
				a.Do(put, "/activities/"+other+"/"+verb, object{}, a.As("officer")).WantProblem(403, "forbidden")
				a.Do(put, "/activities/"+other+"/"+verb, object{}, coordinator).WantProblem(428, "versionRequired")
			}
		})
	})
}

func TestWhatComesBeforeAndAfter(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		var ids []string
		for n := range 3 {
			ids = append(ids, made(a, n, "end", object{"day": "2026-11-23", "precision": "day"}).ID())
		}
		before := func(activity, first string) *testkit.Answer {
			return a.Do(post, "/activities/"+activity+"/dependencies", object{"beforeId": first}, coordinator)
		}
		dependency := before(ids[1], ids[0]).Want(201)
		before(ids[2], ids[1]).Want(201)

		a.Run(t, "makes no circle, no pair twice, nothing unknown", func(t *testing.T) {
			before(ids[0], ids[2]).WantProblem(422, "invalid", "beforeId")
			before(ids[0], ids[0]).WantProblem(422, "invalid", "beforeId")
			before(ids[1], ids[0]).WantProblem(409, "duplicate", "beforeId")
			before(ids[1], missing).WantProblem(422, "invalid", "beforeId")
		})
		a.Run(t, "nor do parents", func(t *testing.T) {
			child := made(a, 10, "parentId", ids[0])
			grandchild := made(a, 11, "parentId", child.ID())
			top := a.Get("/activities/"+ids[0], coordinator)
			a.Do(put, "/activities/"+ids[0], and(content(top.Object()), "parentId", grandchild.ID()), coordinator, testkit.IfMatch(top.ETag())).WantProblem(422, "invalid", "parentId")
			a.Do(put, "/activities/"+ids[0], and(content(top.Object()), "parentId", ids[0]), coordinator, testkit.IfMatch(top.ETag())).WantProblem(422, "invalid", "parentId")
			a.Do(remove, "/activities/"+ids[0], nil, coordinator, version(1)).WantProblem(409, "inUse")
		})
		a.Run(t, "who waits for one that is late is at risk, from midnight on", func(t *testing.T) {
			a.Do(put, "/activities/"+ids[1], and(content(a.Get("/activities/"+ids[1]).Object()), "end", nil), coordinator, version(1)).Want(200)
			cached := a.Get("/activities/" + ids[1])
			wantStatus(t, cached.Object(), "noInformation", "neverReported")
			listed := a.Get("/activities?status=late")
			a.Clock.Set(time.Date(2026, 11, 23, 22, 59, 59, 0, time.UTC)) // one second before midnight in Umeå
			if got := a.Get("/activities/"+ids[1], testkit.Header("If-None-Match", cached.ETag())); got.Status != 304 {
				t.Errorf("before midnight: %d", got.Status)
			}

			a.Later(time.Second)

			wantStatus(t, a.Get("/activities/"+ids[1], testkit.Header("If-None-Match", cached.ETag())).Want(200).Object(), "atRisk", "predecessorLate")
			wantStatus(t, a.Get("/activities/"+ids[0]).Object(), "late", "endPassed")
			if now := a.Get("/activities?status=late", testkit.Header("If-None-Match", listed.ETag())).Want(200); len(now.Items()) != len(listed.Items())+2 {
				t.Errorf("%v, %v", codes(listed.Items()), codes(now.Items()))
			}
		})
		a.Run(t, "and no more when that one is done, or stands before it no longer", func(t *testing.T) {
			coordinator := a.As("coordinator")
			a.Do(put, "/activities/"+ids[0]+"/completion", object{"on": object{"day": "2026-11-23", "precision": "day"}}, coordinator, version(1)).Want(200)
			wantStatus(t, a.Get("/activities/"+ids[1]).Object(), "noInformation", "neverReported")
			a.Do(remove, "/activities/"+ids[0]+"/completion", nil, coordinator, version(2)).Want(200)
			wantStatus(t, a.Get("/activities/"+ids[1]).Object(), "atRisk", "predecessorLate")
			a.Do(remove, "/activities/"+ids[1]+"/dependencies/"+dependency.ID(), nil, coordinator, version(1)).Want(204)
			wantStatus(t, a.Get("/activities/"+ids[1]).Object(), "noInformation", "neverReported")
			a.Get("/activities/"+ids[1]+"/dependencies/"+dependency.ID()).WantProblem(410, "gone")
		})
	})
}

func TestInternalNotes(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		id := a.Activity("2.2")
		self := "/activities/" + id
		notes := self + "/internal-notes"
		before := a.Get(self)
		const secret = "Ta upp lokalfrågan på nästa möte."

		first := a.Get(notes, a.As("officer")).Want(200)
		a.Do(put, notes, object{"text": secret}, a.As("officer"), testkit.IfMatch(first.ETag())).Want(200)

		a.Run(t, "are read by those who answer and by the coordinator", func(t *testing.T) {
			for role, status := range map[string]int{"": 401, "reader": 403, "manager": 403, "member": 403, "expert": 403, "contact": 403, "partner": 403, "officer": 200, "coordinator": 200, "admin": 200} {
				got := a.Get(notes, a.As(role)).Want(status)
				if strings.Contains(string(got.Body), secret) != (status == 200) {
					t.Errorf("%q: %s", role, got.Body)
				}
			}
			a.Get("/activities/"+a.Activity("2.3")+"/internal-notes", a.As("officer")).WantProblem(403, "forbidden")
		})
		a.Run(t, "have a version of their own", func(t *testing.T) {
			a.Do(put, notes, object{"text": "Annat."}, a.As("coordinator"), testkit.IfMatch(first.ETag())).WantProblem(412, "stale")
			if got := a.Get(notes, a.As("coordinator")).Object(); got["version"] != 1.0 || got["text"] != secret {
				t.Error(got)
			}
		})
		a.Run(t, "change nothing that others see", func(t *testing.T) {
			a.Get(self, testkit.Header("If-None-Match", before.ETag())).Want(304)
			for _, role := range []string{"", "reader", "officer", "coordinator"} {
				for _, path := range []string{self, "/activities?limit=100", self + "/parts", self + "/reports"} {
					if body := a.Get(path, a.As(role)).Want(200).Body; strings.Contains(string(body), secret) {
						t.Errorf("%q reads them at %s", role, path)
					}
				}
			}
		})
		a.Run(t, "two first notes at once: one wins", func(t *testing.T) {
			path := "/activities/" + a.Activity("2.3") + "/internal-notes"
			coordinator := a.As("coordinator")
			done := make(chan int, 2)
			for n := range 2 {
				go func() { done <- a.Do(put, path, object{"text": fmt.Sprint(n)}, coordinator, version(0)).Status }()
			}
			if sum := <-done + <-done; sum != 200+412 {
				t.Error(sum)
			}
		})
	})
}
