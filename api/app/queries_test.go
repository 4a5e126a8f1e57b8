package app_test

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/testkit"
)

// atMost is how many statements each list may take, whatever its length, as the
// coordinator, who is never served from the shared cache. Raise a number only
// with a reason.
var atMost = map[string]int{
	"/activities":                                    10,
	"/activities?board={body}":                       14,
	"/activities?updatedSince=0":                     10,
	"/activities/{id}/responsibilities":              4,
	"/activities/{id}/milestones":                    4,
	"/activities/{id}/reports":                       4,
	"/activities/{id}/parts":                         8,
	"/activities/{id}/dependencies":                  4,
	"/audit-events":                                  6, // and the names of who did it, and the trace of the search
	"/histories/activity/{id}":                       5, // and whether the activity may be read
	"/api-clients":                                   2,
	"/api-clients/{client}/keys":                     3,
	"/boards":                                        2,
	"/boards/{body}/contacts":                        4,
	"/sessions":                                      2,
	"/users/me/passkeys":                             2,
	"/units":                                         2,
	"/partners":                                      2,
	"/plans":                                         2,
	"/plans/{plan}/sections":                         3,
	"/plans/{plan}/versions":                         3,
	"/plans/{plan}/reporting-rounds":                 3,
	"/plans/{plan}/matrix-cells":                     8,
	"/goals":                                         2,
	"/outbox-messages":                               3,
	"/erasure-records":                               3,
	"/retention-rules":                               32, // each rule counts in its own way
	"/violence-areas":                                2,
	"/target-groups":                                 2,
	"/council-seats":                                 4,
	"/council-seats/{seat}/members":                  8, // and whether the seat may be read, and by which decision
	"/council-members":                               6,
	"/contact-persons":                               4,
	"/units/{unit}/contact-persons":                  4,
	"/council-meetings":                              1, // ten years' meetings with what is in them are one question
	"/council-meeting-series":                        3,
	"/council-meetings/{meeting}/proposals":          14, // each sort of fact is asked of its own room
	"/council-meetings/{meeting}/agenda-items":       12, // the whole meeting is read, as for its page
	"/council-meetings/{meeting}/attendances":        12,
	"/council-meetings/{meeting}/sign-ups":           6,
	"/council-topics":                                3,
	"/decisions":                                     8, // and what each sort of thing that they concern is called
	"/reference-members":                             4,
	"/reference-members/{member}/callings":           6,
	"/activities/{id}/callings":                      6,
	"/competences":                                   3,
	"/communications":                                5, // and what the activities are called, and which plans are drafts, twice
	"/council-questions":                             3, // and what those who asked are called
	"/council-questions?waiting=late":                3,
	"/surveys/{round}/responses":                     8,
	"/surveys/{round}/responses/{response}/comments": 8,
	"/surveys":                                       4, // and the groups of all of them
	"/surveys/{filled}/questions":                    3,
	"/surveys/{voting}/ballot-keys":                  3,
	"/surveys/{round}/units":                         8,
	"/surveys/{round}/uses":                          8,
	"/surveys/{told}/analyses":                       4,
	"/surveys/{written}/free-texts":                  4,
	"/surveys/{corrected}/corrections":               5,  // and what was told, for it to be published
	"/surveys/{voting}/staff-letters":                5,  // and what the groups are called
	"/surveys/{round}/invitations":                   5,  // and what the units are called
	"/steering-items":                                34, // eight kinds, each asked of its own room, and how much of the plan is told
	"/timelines?kind=activity":                       4,  // of activities, which need most around them
	"/users":                                         5,  // and the words of their roles, and the invitations that wait
}

func TestAListTakesAsManyStatementsForFiftyRowsAsForOne(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		fill(t, a)
		fillPasskeys(t, a)
		var statements atomic.Int64
		count(t, a, &statements)
		coordinator := a.As("coordinator")
		ids := map[string]string{"{id}": a.Activity("F.1"), "{body}": a.Body("ifn"), "{plan}": a.Plan(), "{client}": a.Get("/api-clients?sort=-name&limit=1", coordinator).Items()[0]["id"].(string)}
		fillCouncil(a, ids)
		fillQuestions(a)
		fillResponses(a, ids)
		fillLetters(a, ids["{round}"])
		fillSurveys(a, ids)
		fillBallots(a, ids)
		fillAnalyses(a, ids)
		a.Get("/activities", coordinator).Want(200) // today is settled

		for list, most := range atMost {
			path := list
			for name, id := range ids {
				path = strings.ReplaceAll(path, name, id)
			}
			join := "?"
			if strings.Contains(path, "?") {
				join = "&"
			}
			measure := func(limit int) (n, rows int64) {
				again(t, a) // so that no count of rows is remembered
				statements.Store(0)
				reader := coordinator
				if strings.HasPrefix(path, "/audit-events") {
					reader = a.As("admin")
				}
				got := a.Get(fmt.Sprintf("%s%slimit=%d", path, join, limit), reader).Want(200)
				return statements.Load(), int64(len(got.Items()))
			}

			one, _ := measure(1)
			fifty, rows := measure(50)

			t.Logf("%s: %d statements, %d rows", list, fifty, rows)
			if one != fifty {
				t.Errorf("%s: %d statements for one row, %d for %d", list, one, fifty, rows)
			}
			if fifty > int64(most) {
				t.Errorf("%s: %d statements, at most %d", list, fifty, most)
			}
			if rows < 4 {
				t.Errorf("%s: %d rows tell nothing", list, rows)
			}
		}
		atMost := maps.Clone(atMost)
		atMost["/timelines"] = atMost["/timelines?kind=activity"]
		atMost["/surveys/{round}/analyses"] = atMost["/surveys/{told}/analyses"]
		atMost["/surveys/{round}/staff-letters"] = atMost["/surveys/{voting}/staff-letters"]
		atMost["/surveys/{round}/corrections"] = atMost["/surveys/{corrected}/corrections"]
		atMost["/surveys/{round}/free-texts"] = atMost["/surveys/{written}/free-texts"]
		atMost["/surveys/{round}/questions"] = atMost["/surveys/{filled}/questions"]
		atMost["/surveys/{round}/ballot-keys"] = atMost["/surveys/{voting}/ballot-keys"]
		for _, route := range a.API.Routes() {
			path := strings.NewReplacer("/api-clients/:id", "/api-clients/{client}", "/plans/:id", "/plans/{plan}", "/boards/:id", "/boards/{body}",
				"/council-seats/:id", "/council-seats/{seat}", "/units/:id", "/units/{unit}", "/reference-members/:id", "/reference-members/{member}", "/council-meetings/:id", "/council-meetings/{meeting}", "/surveys/:id", "/surveys/{round}", ":id", "{id}").Replace(route[1])
			last := path[strings.LastIndex(path, "/")+1:]
			isList := strings.HasSuffix(last, "s") && !strings.Contains(path, ":") && last != "internal-notes" && last != "comparisons" && last != "sign-in-methods" && last != "access-rules" && last != "minutes" && last != "results"
			if _, known := atMost[path]; route[0] == "GET" && isList && !known {
				t.Errorf("%s has no bound", path)
			}
		}
	})
}

// count lets every statement of a read be counted.
func count(t *testing.T, a *testkit.App, n *atomic.Int64) {
	t.Helper()
	hook := func(tx *gorm.DB) error {
		add := func(*gorm.DB) { n.Add(1) }
		for _, err := range []error{
			tx.Callback().Query().Before("gorm:query").Register("test:count", add),
			tx.Callback().Row().Before("gorm:row").Register("test:count", add),
			tx.Callback().Raw().Before("gorm:raw").Register("test:count", add),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	}
	if err := a.DB.Read(context.Background(), hook); err != nil {
		t.Fatal(err)
	}
}

var keeper = auth.User{ID: "test", Roles: []auth.Role{{Name: auth.Coordinator}}}

// again raises the revisions, as a write would, so that nothing that was counted is remembered.
func again(t *testing.T, a *testkit.App) {
	t.Helper()
	err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
		database.Bump(tx, activities.Family)
		database.Bump(tx, boards.Family)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// fill makes enough of everything for lists to be long.
func fill(t *testing.T, a *testkit.App) {
	t.Helper()
	plan, root, coordinator := a.Plan(), a.Body("kf"), a.As("coordinator")
	err := a.DB.Tx(database.WithLimit(context.Background(), time.Minute), func(tx *gorm.DB) error {
		ctx := tx.Statement.Context
		for n := range 50 {
			_, err := a.Activities.Create(ctx, keeper, activities.Activity{PlanID: plan, Key: fmt.Sprintf("f-%d", n), Code: fmt.Sprintf("F.%d", n+1),
				Part: 2, Position: n, Title: "Fylld", Lang: "sv", DatesSource: "plan", ClassificationSource: "plan", Source: "plan",
				Funding: activities.Funding{State: activities.NoFunding}})
			if err != nil {
				return err
			}
			_, err = a.Boards.Create(ctx, keeper, boards.Body{Key: fmt.Sprintf("enhet-%d", n), Kind: boards.Unit, NameSv: "Enhet", NameEn: "Unit", ParentID: &root, ExternalIDs: []boards.ExternalID{}, Source: "plan"})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	keptToTry(a, 5)
	self := "/activities/" + a.Activity("F.1")
	for n, key := range []string{"ks", "ifn", "aldrenamnden", "for-och-grundskolenamnden", "gymnasie-och-vuxenutbildningsnamnden"} {
		body, other := a.Body(key), a.Activity(fmt.Sprintf("F.%d", n+2))
		for _, made := range []struct {
			path string
			body object
		}{
			{self + "/responsibilities", object{"bodyId": body, "role": "answerable"}},
			{"/activities/" + other + "/responsibilities", object{"bodyId": a.Body("ifn"), "role": "answerable"}},
			{self + "/reports", object{"bodyId": body, "state": "onTrack"}},
			{"/users", object{"email": key + "@fill.example", "name": "Kontakt", "active": true, "protected": false,
				"roles": []object{{"role": "contact", "bodyId": a.Body("ifn")}}}},
			{"/sessions", object{"email": "coordinator@demo.example", "password": testkit.Password}},
			{self + "/dependencies", object{"beforeId": other}},
			{self + "/milestones", object{"key": fmt.Sprintf("m-%d", n), "title": "Steg", "due": object{"day": "2026-12-01", "precision": "month"}}},
			{"/plans/" + plan + "/versions", object{"label": key}},
			{"/plans/" + plan + "/reporting-rounds", object{"key": key, "name": "Runda", "audience": "council", "firstDue": "2026-01-01", "everyMonths": 12}},
			{"/plans", object{"key": key, "name": "Plan", "status": "published", "rootBodyId": root}},
		} {
			a.Do("POST", made.path, made.body, coordinator).Want(201)
		}
	}
	var last string
	for range 5 {
		made := a.Do("POST", "/api-clients", object{"name": "Ärendesystem", "bodyId": a.Body("ifn"), "scopes": []string{"plans:read"}, "email": "a@example.org", "active": true}, coordinator).Want(201)
		last = "/api-clients/" + made.ID()
	}
	for range 5 {
		a.Do("POST", last+"/keys", object{"expiresOn": "2027-01-01"}, coordinator).Want(201)
	}
}
