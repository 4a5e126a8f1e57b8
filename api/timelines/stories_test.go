package timelines_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"envagin/api/testkit"
)

type object = map[string]any

func meeting(a *testkit.App) object {
	return object{"planId": a.Plan(), "key": "mote", "kind": "meeting", "title": "Möte", "bodyId": a.Body("ifn"),
		"date": object{"day": "2021-03-15", "precision": "day"}}
}

// kinds counts the entries of an answer by kind.
func kinds(a *testkit.App, query string) map[string]int {
	a.T.Helper()
	out := map[string]int{}
	for _, it := range a.Get("/timelines?limit=100" + query).Want(http.StatusOK).Items() {
		out[it["kind"].(string)]++
	}
	return out
}

func TestTimelines(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		t.Run("tell of everything in one feed", func(t *testing.T) {
			got := kinds(a, "&plan="+a.Plan())
			for _, kind := range []string{"activity", "milestone", "reportDue", "planPeriod", "decision", "meeting", "revision", "event"} {
				if got[kind] == 0 {
					t.Errorf("nothing of kind %s in %v", kind, got)
				}
				for only, n := range kinds(a, "&kind="+kind) {
					if only != kind || n != got[kind] {
						t.Errorf("kind=%s gives %d %s, the whole feed %d", kind, n, only, got[kind])
					}
				}
			}
			if got["reportDue"] != 13 { // three yearly, nine every fourth month, and one on the decision of 2016
				t.Errorf("%d reports due", got["reportDue"])
			}
		})
		t.Run("give each entry the same id each time, and no two the same", func(t *testing.T) {
			first, again := a.Get("/timelines?limit=100").Want(http.StatusOK), a.Get("/timelines?limit=100", a.As("coordinator")).Want(http.StatusOK)
			seen := map[any]bool{}
			for i, it := range first.Items() {
				if seen[it["id"]] || again.Items()[i]["id"] != it["id"] {
					t.Errorf("%v", it["id"])
				}
				seen[it["id"]] = true
			}
		})
		t.Run("are in order, those without a day last, and paged", func(t *testing.T) {
			last, count := "", 0
			for page := 1; page <= 10; page++ {
				for _, it := range a.Get(fmt.Sprintf("/timelines?limit=10&page=%d", page)).Want(http.StatusOK).Items() {
					at := "9999"
					if date, ok := it["date"].(object); ok {
						at = date["day"].(string)
					}
					if at < last {
						t.Errorf("%s after %s", at, last)
					}
					last = at
					count++
				}
			}
			if total := a.Get("/timelines?limit=1").Object()["_meta"].(object)["totalRecords"]; total != float64(count) {
				t.Errorf("%v records, %d read", total, count)
			}
		})
		t.Run("tell of a period without what has no day", func(t *testing.T) {
			for _, it := range a.Get("/timelines?limit=100&from=2021-01-01&to=2021-12-31").Want(http.StatusOK).Items() {
				if it["date"] == nil {
					t.Errorf("%v has no day", it["id"])
				}
			}
			if got := kinds(a, "&kind=reportDue&from=2021-01-01&to=2021-12-31"); got["reportDue"] != 4 {
				t.Errorf("got %v", got)
			}
			if got := kinds(a, "&from=2040-01-01"); len(got) != 0 {
				t.Errorf("after the plan: %v", got)
			}
		})
		t.Run("tell of one activity and its milestones", func(t *testing.T) {
			items := a.Get("/timelines?limit=100&activity=" + a.Activity("1.3.1")).Want(http.StatusOK).Items()
			if len(items) != 4 { // itself, and a milestone each year
				t.Errorf("got %d", len(items))
			}
			for _, it := range items {
				if it["activityCode"] != "1.3.1" {
					t.Errorf("got %v", it)
				}
			}
		})
		t.Run("refuse what is no filter", func(t *testing.T) {
			for query, field := range map[string]string{"from=igår": "from", "to=2021-02-30": "to", "kind=party": "kind", "from=2021-02-01&to=2021-01-01": "to", "limit=101": "limit", "nämnd=ifn": "nämnd"} {
				a.Get("/timelines?"+query).WantProblem(http.StatusBadRequest, "invalidParameter", field)
			}
		})
	})
}

func TestTimelineOfABoard(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		codes := func(body string) string {
			var out []string
			for _, it := range a.Get("/timelines?limit=100&kind=activity&board=" + a.Body(body)).Want(http.StatusOK).Items() {
				out = append(out, it["activityCode"].(string))
			}
			return " " + strings.Join(out, " ") + " "
		}
		t.Run("has what it answers for by name and by the rule of all boards", func(t *testing.T) {
			got := codes("ifn")
			for _, code := range []string{" 1.1 ", " 2.2 "} {
				if !strings.Contains(got, code) {
					t.Errorf("%q is not in %s", code, got)
				}
			}
			if strings.Contains(got, " 2.3 ") {
				t.Errorf("another board's activity is in %s", got)
			}
		})
		t.Run("agrees with the list of activities", func(t *testing.T) {
			for _, body := range []string{"ifn", "ks", "umebra"} {
				if n := len(a.Get("/activities?limit=100&board=" + a.Body(body)).Items()); n != len(strings.Fields(codes(body))) {
					t.Errorf("%s: %d activities, the timeline has %s", body, n, codes(body))
				}
			}
		})
		t.Run("has its own decisions and the reports that are due", func(t *testing.T) {
			got := kinds(a, "&board="+a.Body("ifn"))
			if got["decision"] != 2 || got["reportDue"] != 13 || got["planPeriod"] != 0 {
				t.Errorf("got %v", got)
			}
		})
		t.Run("names who answers", func(t *testing.T) {
			for _, it := range a.Get("/timelines?kind=activity&limit=100").Items() {
				if it["activityCode"] == "1.1" && it["allBoards"] != true {
					t.Errorf("not every board answers for %v", it)
				}
				if it["activityCode"] == "2.2" && !strings.Contains(fmt.Sprint(it["bodyIds"]), a.Body("ifn")) {
					t.Errorf("IFN does not answer for %v", it)
				}
			}
		})
		t.Run("is empty for a body that nobody knows", func(t *testing.T) {
			if got := kinds(a, "&board=nobody"); len(got) != 0 {
				t.Errorf("got %v", got)
			}
		})
	})
}

func TestTimelineEntries(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		before := a.Get("/timelines?kind=meeting").Want(http.StatusOK)

		made := a.Do("POST", "/timelines", meeting(a), a.As("coordinator")).Want(http.StatusCreated)

		at := "/timelines/" + made.ID()
		t.Run("stand in the feed at once, which gets a new ETag", func(t *testing.T) {
			after := a.Get("/timelines?kind=meeting", testkit.Header("If-None-Match", before.ETag())).Want(http.StatusOK)
			if len(after.Items()) != len(before.Items())+1 {
				t.Errorf("%d before, %d after", len(before.Items()), len(after.Items()))
			}
			a.Get("/timelines?kind=meeting", testkit.Header("If-None-Match", after.ETag())).Want(http.StatusNotModified)
		})
		t.Run("can be edited by those who are told so", func(t *testing.T) {
			if links := a.Get(at).Want(http.StatusOK).Object()["_links"].(object); links["edit"] != nil {
				t.Errorf("the public got %v", links)
			}
			if links := made.Object()["_links"].(object); links["edit"] == nil || links["delete"] == nil {
				t.Errorf("the coordinator got %v", links)
			}
			a.Do("PUT", at, meeting(a), a.As("officer"), testkit.IfMatch(made.ETag())).WantProblem(http.StatusForbidden, "forbidden")
			in := meeting(a)
			in["recurrence"] = object{"kind": "yearly", "month": 3}
			a.Do("PUT", at, in, a.As("coordinator")).WantProblem(http.StatusPreconditionRequired, "versionRequired")
			changed := a.Do("PUT", at, in, a.As("coordinator"), testkit.IfMatch(made.ETag())).Want(http.StatusOK)
			if changed.ID() != made.ID() || changed.Object()["version"] != 2.0 {
				t.Errorf("got %v", changed.Object())
			}
			var times int
			for _, it := range a.Get("/timelines?kind=meeting&limit=100").Items() {
				if it["entryId"] == made.ID() {
					times++
				}
			}
			if times != 2 { // from March 2021 to the plan's end in 2022
				t.Errorf("comes back %d times", times)
			}
			a.Do("DELETE", at, nil, a.As("coordinator"), testkit.IfMatch(made.ETag())).WantProblem(http.StatusPreconditionFailed, "stale")
			a.Do("DELETE", at, nil, a.As("coordinator"), testkit.IfMatch(changed.ETag())).Want(http.StatusNoContent)
			a.Get(at).WantProblem(http.StatusGone, "gone")
		})
		t.Run("refuse what does not fit", func(t *testing.T) {
			for field, value := range map[string]any{
				"planId": "0198c6f0-4f6e-7a62-9b1e-000000000000", "kind": "planPeriod", "title": "", "bodyId": "0198c6f0-4f6e-7a62-9b1e-000000000000",
				"end": object{"day": "2020-01-01", "precision": "day"}, "date.day": nil, "recurrence.kind": nil,
			} {
				in := meeting(a)
				switch field {
				case "date.day":
					in["date"] = object{"day": "0000-00-00", "precision": "day"}
				case "recurrence.kind":
					in["recurrence"] = object{"kind": "daily"}
				default:
					in[field] = value
				}
				a.Do("POST", "/timelines", in, a.As("coordinator")).WantProblem(http.StatusUnprocessableEntity, "invalid", field)
			}
			a.Do("POST", "/timelines", meeting(a)).WantProblem(http.StatusUnauthorized, "signInNeeded")
			taken := meeting(a)
			taken["key"] = "utkast-2019"
			a.Do("POST", "/timelines", taken, a.As("coordinator")).WantProblem(http.StatusConflict, "duplicate", "key")
			a.Get("/timelines/planPeriod-"+a.Plan()).WantProblem(http.StatusNotFound, "notFound")
		})
		t.Run("of a draft are nobody else's to see", func(t *testing.T) {
			draft := a.Do("POST", "/plans", object{"key": "utkast", "name": "Utkast", "status": "draft", "rootBodyId": a.Body("kf"), "isSummary": false,
				"periodFrom": "2027-01-01"}, a.As("coordinator")).Want(http.StatusCreated).ID()
			in := meeting(a)
			in["planId"] = draft
			hidden := a.Do("POST", "/timelines", in, a.As("coordinator")).Want(http.StatusCreated).ID()

			a.Get("/timelines/"+hidden).WantProblem(http.StatusNotFound, "notFound")
			if got := kinds(a, "&plan="+draft); len(got) != 0 {
				t.Errorf("the public sees %v", got)
			}
			if items := a.Get("/timelines?plan="+draft, a.As("coordinator")).Items(); len(items) != 2 {
				t.Errorf("the coordinator sees %d", len(items))
			}
			a.Get("/timelines/calendar?plan="+draft).WantProblem(http.StatusNotFound, "notFound")
		})
	})
}

func TestTimelineCalendar(t *testing.T) {
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		query := "/timelines/calendar?plan=" + a.Plan()
		feed := a.Get(query).Want(http.StatusOK)
		text := string(feed.Body)
		if got := feed.Header.Get("Content-Type"); got != "text/calendar; charset=utf-8" {
			t.Errorf("came as %s", got)
		}
		if !strings.Contains(text, "X-WR-CALNAME:Umeå kommuns gemensamma plan mot våld\r\n") || !strings.Contains(text, "SUMMARY:2.3 Plan mot våldsbejakande extremism\r\n") {
			t.Errorf("got %.2000s", text)
		}
		dated := 0
		for _, it := range a.Get("/timelines?limit=100").Items() {
			if it["date"] != nil {
				dated++
			}
		}
		if got := strings.Count(text, "BEGIN:VEVENT\r\n"); got != dated {
			t.Errorf("%d events of %d dated entries", got, dated)
		}
		t.Run("is asked for conditionally", func(t *testing.T) {
			a.Get(query, testkit.Header("If-None-Match", feed.ETag())).Want(http.StatusNotModified)
			a.Later(time.Hour)
			if again := a.Get(query); string(again.Body) != text {
				t.Error("it changed without anybody changing the plan")
			}
		})
		t.Run("takes the same filters", func(t *testing.T) {
			if got := string(a.Get(query + "&kind=reportDue&lang=en").Want(http.StatusOK).Body); strings.Count(got, "SUMMARY:Report due: ") != 13 {
				t.Errorf("got %s", got)
			}
			a.Get(query+"&page=1").WantProblem(http.StatusBadRequest, "invalidParameter", "page")
		})
	})
}
