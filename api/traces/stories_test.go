package traces_test

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/testkit"
)

type object = map[string]any

// told is what an answer of this room tells of a trace.
type told struct {
	ID, At string
	By     struct {
		UserID, Role, Name string
		RoleWords          struct{ Sv, En string }
	}
	Role          string
	Action, Note  string
	Object, About struct{ Type, ID string }
	Version       int
	IsRestricted  bool
	RequestID     string
	Fields        []string
	Changes       []struct {
		Field         string
		Before, After any
		IsErased      bool
	}
}

func list(w *testkit.Answer) []told {
	var page struct{ Items []told }
	w.Want(http.StatusOK).Into(&page)
	return page.Items
}

func note(text string) testkit.Option { return testkit.Header("Change-Note", url.PathEscape(text)) }

// complete is a write on an activity, with what else the request says.
func complete(a *testkit.App, activity, role string, options ...testkit.Option) *testkit.Answer {
	a.T.Helper()
	at := "/activities/" + activity
	options = append(options, a.As(role), testkit.IfMatch(a.Get(at, a.As(role)).ETag()))
	return a.Do("PUT", at+"/completion", object{"on": object{"day": "2026-11-01", "precision": "day"}}, options...)
}

func TestAWriteLeavesWhoInWhichRoleWhenWhatAndWhy(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		activity, me := a.Activity("2.4"), a.Get("/users/me", a.As("coordinator")).ID()

		done := complete(a, activity, "coordinator", note("Klar enligt protokoll KS § 12 — åäö"))

		done.Want(200)
		found := list(a.Get("/audit-events?requestId="+done.Header.Get("X-Request-Id"), a.As("admin")))
		if len(found) != 1 {
			t.Fatalf("%+v", found)
		}
		e := found[0]
		if e.By.UserID != me || e.By.Role != "coordinator" || e.By.RoleWords.Sv != "samordnare" || e.By.Name != "Demo: samordnare" || e.At != testkit.Now.Format(time.RFC3339) ||
			e.Action != "complete" || e.Object.Type != "activity" || e.Object.ID != activity || e.About != e.Object || e.IsRestricted ||
			e.Note != "Klar enligt protokoll KS § 12 — åäö" || !slices.Equal(e.Fields, []string{"doneOn"}) || len(e.Changes) != 0 {
			t.Errorf("%+v", e)
		}
		var whole told
		a.Get("/audit-events/"+e.ID, a.As("admin")).Want(200).Into(&whole)
		if len(whole.Changes) != 1 || whole.Changes[0].Before != nil || whole.Changes[0].After.(object)["day"] != "2026-11-01" || whole.Changes[0].IsErased {
			t.Errorf("%+v", whole)
		}
	})
}

func TestTheReasonIsReadOrRefused(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		activity := a.Activity("2.4")
		for name, header := range map[string]string{
			"half an escape": "100%", "not UTF-8": "%ff%fe", "too long": url.PathEscape(strings.Repeat("å", 501)),
			"a control character": "a%00b", "too many lines": strings.Repeat("rad%0A", 5) + "rad", "an escape sequence": "%1B[31m",
		} {
			a.Run(t, name, func(t *testing.T) {
				complete(a, activity, "coordinator", testkit.Header("Change-Note", header)).WantProblem(400, "invalidChangeNote", "Change-Note")
			})
		}
		complete(a, activity, "coordinator", testkit.Header("Change-Note", "%00"), testkit.Header("Authorization", "")).Want(400) // given as somebody: the last header counts
		a.Do("PUT", "/activities/"+activity+"/completion", "{}", testkit.Header("Change-Note", "%00")).Want(401)

		complete(a, activity, "coordinator", note(strings.Repeat("å", 500))).Want(200)
		complete(a, activity, "coordinator", note("två\r\nrader + 1")).Want(200)
		complete(a, activity, "coordinator", note("  ")).Want(200)

		got := list(a.Get("/histories/activity/"+activity+"?limit=3", a.As("coordinator")))
		if len(got) != 3 || got[0].Note != "" || got[1].Note != "två\nrader + 1" || got[2].Note != strings.Repeat("å", 500) {
			t.Errorf("%+v", got)
		}
	})
}

func TestAHistoryTellsOfTheThingAndItsPartsByRole(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		activity, ifn := a.Activity("2.4"), a.Body("ifn")
		at, coordinator := "/activities/"+activity, a.As("coordinator")
		before := len(list(a.Get("/histories/activity/"+activity+"?limit=100", coordinator)))
		secret := "Hemligt om en namngiven person"
		milestone := a.Do("POST", at+"/milestones", object{"key": "utbildning", "title": "Utbildning hållen", "due": object{"day": "2026-12-01", "precision": "day"}, "source": "interpretation"}, coordinator).Want(201).ID()
		a.Do("POST", at+"/responsibilities", object{"bodyId": ifn, "role": "answerable", "position": 9, "source": "municipality",
			"from": object{"day": "2020-01-01", "precision": "day"}, "to": object{"day": "2029-01-01", "precision": "day"}}, coordinator).Want(201)
		a.Do("POST", at+"/reports", object{"bodyId": ifn, "state": "onTrack", "asOf": "2022-10-01", "done": "Chefer är utbildade."}, a.As("officer")).Want(201)
		notes := a.Get(at+"/internal-notes", coordinator)
		a.Do("PUT", at+"/internal-notes", object{"text": secret}, coordinator, testkit.IfMatch(notes.ETag())).Want(200)
		a.Do("PUT", at+"/confirmation", nil, coordinator, testkit.IfMatch(a.Get(at, coordinator).ETag())).Want(200)

		answer := a.Get("/histories/activity/"+activity+"?limit=100", a.As("member"))

		got := list(answer)
		var steps []string
		confirmed := false
		for _, s := range got[:len(got)-before] {
			steps = append(steps, s.Role+" "+s.Action+" "+s.Object.Type)
			if s.Object.ID == milestone && s.Action == "confirm" {
				confirmed = s.Version == 2 && s.Changes[0].Before == "interpretation" && s.Changes[0].After == "municipality"
			}
		}
		for _, want := range []string{"coordinator create milestone", "officer create report", "coordinator confirm milestone", "coordinator confirm activity"} {
			if !slices.Contains(steps, want) {
				t.Errorf("no %q in %q", want, steps)
			}
		}
		if !confirmed {
			t.Errorf("the confirmed milestone does not tell what changed: %+v", got)
		}
		coordinatorID := a.Get("/users/me", coordinator).ID()
		for _, hidden := range []string{secret, "internalNotes", "Demo:", coordinatorID, `"read"`} {
			if strings.Contains(string(answer.Body), hidden) {
				t.Errorf("the history tells of %q", hidden)
			}
		}
		if !slices.IsSortedFunc(got, func(a, b told) int { return strings.Compare(b.At, a.At) }) {
			t.Error("not newest first")
		}
	})
}

func TestReadingWhatFewMayReadLeavesATrace(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		admin, activity := a.As("admin"), a.Activity("2.4")
		officer := a.Get("/users/me", a.As("officer")).ID()
		readings := map[string]string{
			"/activities/" + activity + "/internal-notes": "internalNotes " + activity,
			"/users?limit=1":                       "users ",
			"/users/" + officer:                    "user " + officer,
			"/users/" + officer + "/personal-data": "personalData " + officer,
			"/audit-events?action=delete&limit=1":  "auditEvents ",
		}
		for path, want := range readings {
			answer := a.Get(path, admin).Want(200)

			found := list(a.Get("/audit-events?action=read&restricted=true&requestId="+answer.Header.Get("X-Request-Id"), admin))

			if len(found) != 1 || found[0].Object.Type+" "+found[0].Object.ID != want || !found[0].IsRestricted || found[0].By.Role != "admin" {
				t.Errorf("%s left %+v", path, found)
			}
		}
		mine := a.Get("/users/me", a.As("officer"))
		if found := list(a.Get("/audit-events?requestId="+mine.Header.Get("X-Request-Id"), admin)); len(found) != 0 {
			t.Errorf("reading what is one's own left %+v", found)
		}

		a.Run(t, "and what cannot be noted is not shown", func(t *testing.T) {
			table := "ALTER TABLE audit_events RENAME TO audit_events_away"
			if err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error { return tx.Exec(table).Error }); err != nil {
				t.Fatal(err)
			}
			for path := range readings {
				if got := a.Get(path, admin); got.Status < 500 || strings.Contains(string(got.Body), "demo.example") {
					t.Errorf("%s: %d %s", path, got.Status, got.Body)
				}
			}
		})
	})
}

func TestAdministratorsFindTracesByWhatTheyKnow(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		activity := a.Activity("2.4")
		me := a.Get("/users/me", a.As("coordinator")).ID()
		complete(a, activity, "coordinator").Want(200)
		a.Later(48 * time.Hour)
		a.Get("/activities/"+activity+"/internal-notes", a.As("coordinator")).Want(200)
		admin := a.As("admin") // after the two days, for a token that lives

		for query, want := range map[string]int{
			"userId=" + me + "&action=complete":                                  1,
			"userId=" + me + "&action=complete&role=coordinator":                 1,
			"userId=" + me + "&action=complete&role=admin":                       0,
			"userId=" + me + "&action=complete&from=2026-11-23&to=2026-11-23":    1,
			"userId=" + me + "&action=complete&from=2026-11-24":                  0,
			"userId=" + me + "&action=complete&to=2026-11-22":                    0,
			"objectType=activity&objectId=" + activity + "&action=complete":      1,
			"aboutType=activity&aboutId=" + activity + "&action=complete":        1,
			"objectType=internalNotes&objectId=" + activity + "&restricted=true": 1,
			"objectType=internalNotes&restricted=false":                          0,
			"userId=" + id.New(): 0,
		} {
			if found := list(a.Get("/audit-events?"+query, admin)); len(found) != want {
				t.Errorf("%s: %d, wanted %d", query, len(found), want)
			}
		}
		for query, field := range map[string]string{
			"objectId=" + activity: "objectType", "aboutId=" + activity: "aboutType", "requestId=%00": "requestId",
			"role=chief": "role", "from=2026-13-01": "from", "from=2026-11-02&to=2026-11-01": "to", "restricted=maybe": "restricted", "who=eva": "who", "limit=101": "limit",
		} {
			a.Get("/audit-events?"+query, admin).WantProblem(400, "invalidParameter", field)
		}
		a.Get("/audit-events/"+id.New(), admin).WantProblem(404, "notFound")
		a.Get("/audit-events/1", admin).WantProblem(404, "notFound")
	})
}

func TestWhoIsProtectedOrForgottenIsARole(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		activity, me := a.Activity("2.4"), a.Get("/users/me", a.As("coordinator")).ID()
		complete(a, activity, "coordinator").Want(200)
		at := "/users/me/profile"
		mine := a.Get(at, a.As("coordinator")).Want(200)
		in := object{}
		for _, field := range []string{"name", "lang", "title", "phone", "publicName", "publicEmail", "publicPhone"} {
			in[field] = mine.Object()[field]
		}
		in["protected"], in["publicName"], in["publicEmail"], in["publicPhone"] = true, false, false, false

		a.Do("PUT", at, in, a.As("coordinator"), testkit.IfMatch(mine.ETag())).Want(200)

		answer := a.Get("/audit-events?action=complete&userId="+me, a.As("admin"))
		if found := list(answer); len(found) != 1 || found[0].By.Name != "" || found[0].By.RoleWords.En != "coordinator" || strings.Contains(string(answer.Body), "Demo:") {
			t.Errorf("%+v", found)
		}
	})
}

func TestASealedStoryVerifies(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		complete(a, a.Activity("2.4"), "coordinator", note("därför")).Want(200)
		seal(t, a)

		v := verify(t, a)

		if v.Faults != 0 || v.Unsealed != 0 || v.Events < 50 {
			t.Errorf("%+v", v)
		}
	})
}

func verify(t *testing.T, a *testkit.App) audit.Verdict {
	t.Helper()
	v, err := audit.Verify(database.WithLimit(context.Background(), 0), a.DB, nil, func(f audit.Fault) { t.Error(f) }, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	return v
}
