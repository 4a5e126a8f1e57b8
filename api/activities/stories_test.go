package activities_test

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"envagin/api/testkit"
)

func TestADeviationThatIFNReportsIsSeenAtOnce(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		id, ifn := a.Activity("2.2"), a.Body("ifn")
		self := "/activities/" + id
		before := a.Get(self).Want(200)
		wantStatus(t, before.Object(), "onTrack", "recentReport")
		edited := a.Get(self, a.As("coordinator")).Want(200)
		listed := a.Get("/activities?status=atRisk&board=" + ifn).Want(200)
		if slices.Contains(codes(listed.Items()), "2.2") {
			t.Fatal("2.2 was at risk before")
		}

		report := a.Do(post, self+"/reports", object{"bodyId": ifn, "state": "deviation",
			"deviation": "En tjänst är vakant sedan i maj."}, a.As("officer")).Want(http.StatusCreated)

		a.Run(t, "on the public page, under a new ETag and the same version", func(t *testing.T) {
			after := a.Get(self, testkit.Header("If-None-Match", before.ETag())).Want(200)
			wantStatus(t, after.Object(), "atRisk", "deviationReported")
			if reason := after.Object()["statusReason"].(object)["sv"]; reason != "Individ- och familjenämnden rapporterar en avvikelse." {
				t.Error(reason)
			}
			if after.ETag() == before.ETag() || after.Object()["version"] != before.Object()["version"] {
				t.Error(before.ETag(), after.ETag())
			}
			if on := after.Object()["lastReportOn"]; on != "2026-11-23" {
				t.Error(on)
			}
		})
		a.Run(t, "in the board's list", func(t *testing.T) {
			if !slices.Contains(codes(a.Get("/activities?status=atRisk&board="+ifn, testkit.Header("If-None-Match", listed.ETag())).Want(200).Items()), "2.2") {
				t.Error("not in the list")
			}
		})
		a.Run(t, "in the board's part", func(t *testing.T) {
			if part := a.Get(self + "/parts/" + ifn).Want(200).Object(); part["state"] != "deviation" || part["lastReportOn"] != "2026-11-23" {
				t.Error(part)
			}
		})
		a.Run(t, "on the timeline", func(t *testing.T) {
			for _, entry := range a.Get("/timelines?kind=activity&activity=" + id).Want(200).Items() {
				if entry["state"] != "atRisk" {
					t.Error(entry)
				}
			}
		})
		a.Run(t, "first among the reports, by role and never by name", func(t *testing.T) {
			reports := a.Get(self + "/reports").Want(200)
			if first := reports.Items()[0]; first["id"] != report.ID() || first["byRole"] != "officer" {
				t.Error(first)
			}
			for _, secret := range []string{"Demo: handläggare", "byUser", "officer@demo"} {
				if strings.Contains(string(reports.Body), secret) {
					t.Error("the reports tell", secret)
				}
			}
		})
		a.Run(t, "and the coordinator's edit of the title goes through", func(t *testing.T) {
			a.Do(put, self, and(content(edited.Object()), "title", "Utveckla Centrum mot våld vidare"),
				a.As("coordinator"), testkit.IfMatch(edited.ETag())).Want(200)
		})
	})
}

func TestReports(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		ifn, ks := a.Body("ifn"), a.Body("ks")
		id := made(a, 1).ID()
		self := "/activities/" + id
		answerFor(a, id, "bodyId", ifn)
		onTrack := object{"bodyId": ifn, "state": "onTrack"}

		a.Run(t, "a part is made at the first report", func(t *testing.T) {
			if part := a.Get(self + "/parts/" + ifn).Want(200).Object(); part["state"] != "none" || part["version"] != 0.0 {
				t.Fatal(part)
			}

			a.Do(post, self+"/reports", onTrack, a.As("officer")).Want(201)

			if part := a.Get(self + "/parts/" + ifn).Want(200).Object(); part["state"] != "onTrack" || part["lastReportOn"] != "2026-11-23" {
				t.Error(part)
			}
			wantStatus(t, a.Get(self).Object(), "onTrack", "recentReport")
		})
		a.Run(t, "refuses a body that does not answer", func(t *testing.T) {
			a.Do(post, self+"/reports", object{"bodyId": ks, "state": "onTrack"}, a.As("coordinator")).WantProblem(422, "invalid", "bodyId")
		})
		a.Run(t, "refuses an officer on another board's activity", func(t *testing.T) {
			a.Do(post, "/activities/"+a.Activity("2.3")+"/reports", onTrack, a.As("officer")).WantProblem(403, "forbidden")
		})
		a.Run(t, "refuses an officer in another board's name", func(t *testing.T) {
			both := made(a, 2).ID()
			answerFor(a, both, "bodyId", ifn)
			answerFor(a, both, "bodyId", ks)
			a.Do(post, "/activities/"+both+"/reports", object{"bodyId": ks, "state": "onTrack"}, a.As("officer")).WantProblem(403, "forbidden")
		})
		a.Run(t, "refuses a report of tomorrow", func(t *testing.T) {
			a.Do(post, self+"/reports", and(onTrack, "asOf", "2026-11-24"), a.As("officer")).WantProblem(422, "invalid", "asOf")
		})
		a.Run(t, "an older report does not change how it goes", func(t *testing.T) {
			a.Do(post, self+"/reports", object{"bodyId": ifn, "state": "deviation", "deviation": "Då.", "asOf": "2026-05-01"}, a.As("officer")).Want(201)

			wantStatus(t, a.Get(self).Object(), "onTrack", "recentReport")
		})
		a.Run(t, "a correction by who wrote it changes how it goes, and its reference stays", func(t *testing.T) {
			part := a.Get(self+"/parts/"+ifn, a.As("officer")).Want(200)
			a.Do(put, self+"/parts/"+ifn, object{"assignmentReference": "Uppdragsplan 2026, punkt 4.2"}, a.As("officer"), testkit.IfMatch(part.ETag())).Want(200)
			newest := a.Get(self+"/reports", a.As("officer")).Items()[0]
			report := a.Get(self+"/reports/"+newest["id"].(string), a.As("officer")).Want(200)

			a.Do(put, self+"/reports/"+report.ID(), object{"bodyId": ifn, "state": "done", "done": "Allt.", "asOf": "2026-11-20"},
				a.As("officer"), testkit.IfMatch(report.ETag())).Want(200)

			wantStatus(t, a.Get(self).Object(), "done", "partsDone")
			after := a.Get(self + "/parts/" + ifn).Object()
			if after["assignmentReference"] != "Uppdragsplan 2026, punkt 4.2" || after["lastReportOn"] != "2026-11-20" {
				t.Error(after)
			}
		})
		a.Run(t, "a report does not fail who edits the reference", func(t *testing.T) {
			part := a.Get(self+"/parts/"+ifn, a.As("officer")).Want(200)

			a.Do(post, self+"/reports", onTrack, a.As("officer")).Want(201)

			a.Do(put, self+"/parts/"+ifn, object{"assignmentReference": "Uppdragsplan 2027"}, a.As("officer"), testkit.IfMatch(part.ETag())).Want(200)
			if after := a.Get(self + "/parts/" + ifn).Object(); after["state"] != "onTrack" {
				t.Error(after)
			}
		})
		a.Run(t, "the part stays when the body answers no more, and so does the activity", func(t *testing.T) {
			rows := a.Get(self+"/responsibilities", a.As("coordinator")).Items()
			a.Do(remove, self+"/responsibilities/"+rows[0]["id"].(string), nil, a.As("coordinator"), version(1)).Want(204)

			if parts := a.Get(self + "/parts").Want(200).Items(); len(parts) != 1 || parts[0]["bodyId"] != ifn {
				t.Error(parts)
			}
			a.Do(remove, self, nil, a.As("coordinator"), version(1)).WantProblem(409, "inUse")
			a.Do(post, self+"/reports", onTrack, a.As("officer")).WantProblem(403, "forbidden")
		})
	})
}

func TestAllBoardsFollowTheRegister(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		id := made(a, 1, "title", "Alla nämnder").ID()
		self := "/activities/" + id
		answerFor(a, id, "rule", "allBoards")
		root := a.Body("kf")
		answers := func() int { return len(a.Get(self).Want(200).Object()["answerable"].([]any)) }
		before := answers()
		if before < 5 {
			t.Fatalf("all boards are %d", before)
		}

		board := a.Do(post, "/boards", object{"key": "ny-namnd", "kind": "board", "nameSv": "Nya nämnden", "nameEn": "The new committee",
			"parentId": root, "validFrom": "2026-12-01", "validTo": "2026-12-31"}, a.As("coordinator")).Want(201)

		days := func(n int) { a.Later(time.Duration(n) * 24 * time.Hour) }
		if n := answers(); n != before {
			t.Errorf("before its first day: %d", n)
		}
		days(8)
		if n := answers(); n != before+1 {
			t.Errorf("on 1 December: %d, wanted %d", n, before+1)
		}
		if !slices.Contains(codes(a.Get("/activities?board="+board.ID()).Items()), "9.1") {
			t.Error("the new board's list lacks what all boards answer for")
		}
		days(31)
		if n := answers(); n != before {
			t.Errorf("on 1 January: %d", n)
		}
		if got := codes(a.Get("/activities?board=" + board.ID()).Items()); len(got) != 0 {
			t.Errorf("the ended board still answers for %v", got)
		}
	})
}

func TestTheStatusFollowsTheRegisterOfBodies(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		root := a.Do(post, "/boards", object{"key": "liten", "kind": "council", "nameSv": "Lilla kommunen", "nameEn": "Small town"}, a.As("coordinator")).Want(201).ID()
		one := a.Do(post, "/boards", object{"key": "liten-1", "kind": "board", "nameSv": "Ena nämnden", "nameEn": "One", "parentId": root}, a.As("coordinator")).Want(201)
		plan := a.Do(post, "/plans", object{"key": "liten", "name": "Liten plan", "status": "published", "rootBodyId": root}, a.As("coordinator")).Want(201).ID()
		id := made(a, 1, "planId", plan).ID()
		self := "/activities/" + id
		answerFor(a, id, "rule", "allBoards")
		a.Do(post, self+"/reports", object{"bodyId": one.ID(), "state": "done", "done": "Klart."}, a.As("coordinator")).Want(201)
		wantStatus(t, a.Get(self).Object(), "done", "partsDone")

		two := object{"key": "liten-2", "kind": "board", "nameSv": "Andra nämnden", "nameEn": "Two", "parentId": root}
		second := a.Do(post, "/boards", two, a.As("coordinator")).Want(201).ID()

		wantStatus(t, a.Get(self).Object(), "onTrack", "recentReport")
		if n := len(a.Get("/activities?status=done&plan=" + plan).Items()); n != 0 {
			t.Error("the filter still finds it done")
		}

		a.Do(put, "/boards/"+second, and(two, "parentId", a.Body("kf")), a.As("coordinator"), version(1)).Want(200)

		wantStatus(t, a.Get(self).Object(), "done", "partsDone")

		a.Do(post, self+"/reports", object{"bodyId": one.ID(), "state": "deviation", "deviation": "Oj."}, a.As("coordinator")).Want(201)
		a.Do(put, "/boards/"+one.ID(), object{"key": "liten-1", "kind": "board", "nameSv": "Första nämnden", "nameEn": "First", "parentId": root}, a.As("coordinator"), version(1)).Want(200)

		if reason := a.Get(self).Object()["statusReason"].(object)["sv"]; reason != "Första nämnden rapporterar en avvikelse." {
			t.Error(reason)
		}
	})
}

func TestReportsThatComeAtOnceAllCount(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		coordinator := a.As("coordinator")
		bodies := []string{a.Body("ifn"), a.Body("ks"), a.Body("aldrenamnden"), a.Body("for-och-grundskolenamnden")}
		for n := range 3 {
			id := made(a, n).ID()
			for _, body := range bodies {
				answerFor(a, id, "bodyId", body)
			}

			var wg sync.WaitGroup
			for _, body := range bodies {
				for _, state := range []string{"done", "done"} { // twice, so that each part is made twice at once
					wg.Go(func() {
						report := object{"bodyId": body, "state": state, "done": "Klart.", "asOf": "2022-11-01"}
						if got := a.Do(post, "/activities/"+id+"/reports", report, coordinator); got.Status != 201 {
							t.Errorf("%d %s", got.Status, got.Body)
						}
					})
				}
			}
			wg.Wait()

			wantStatus(t, a.Get("/activities/"+id).Object(), "done", "partsDone")
		}
	})
}
