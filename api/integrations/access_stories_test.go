package integrations_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/integrations"
	"envagin/api/platform/erasure"
	"envagin/api/testkit"
)

// answerable makes the Region answer for an activity, and gives its path.
func answerable(a *testkit.App, code string) string {
	a.T.Helper()
	path := "/activities/" + a.Activity(code)
	a.Do(post, path+"/responsibilities", object{"bodyId": a.Body("region-vasterbotten"), "role": "supports", "position": 50}, a.As("coordinator")).Want(201)
	return path
}

func report(a *testkit.App) object {
	return object{"bodyId": a.Body("region-vasterbotten"), "state": "onTrack", "done": "Mottagningen är öppen."}
}

func TestTheRegionsSystemReadsAndReports(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		activity := answerable(a, "2.2")
		k := made(a)
		key := testkit.WithKey(value(k.key("2027-11-23")))

		a.Run(t, "it reads, finds what is its own, and reports by the link", func(t *testing.T) {
			found := a.Get("/activities?board="+a.Body("region-vasterbotten"), key).Want(200).Items()
			if len(found) == 0 {
				t.Fatal("nothing is the Region's")
			}
			for _, one := range found {
				links := one["_links"].(object)
				if links["report"] == nil || links["internalNotes"] != nil || links["edit"] != nil {
					t.Error(one["code"], links)
				}
			}
			written := a.Do(post, activity+"/reports", report(a), key, testkit.Header("Idempotency-Key", "0198c6f0-report")).Want(201)
			if written.Object()["byRole"] != "client" {
				t.Errorf("%s", written.Body)
			}
			again := a.Do(post, activity+"/reports", report(a), key, testkit.Header("Idempotency-Key", "0198c6f0-report")).Want(201)
			if again.ID() != written.ID() {
				t.Error("the report was written twice")
			}
			self := activity + "/reports/" + written.ID()
			a.Do(put, self, report(a), key, testkit.IfMatch(written.ETag())).Want(200)
			a.Do(put, activity+"/parts/"+a.Body("region-vasterbotten"), object{"assignmentReference": "RV 7"}, key, testkit.IfMatch(`"0"`)).Want(200)
			if got := a.Get(activity + "/reports").Items()[0]; got["byRole"] != "client" {
				t.Error("the public does not hear that a system reported")
			}
			if who := lastTrace(t, a, written.ID()); who != k.path[len("/api-clients/"):]+" client" {
				t.Errorf("the trace shows %q", who)
			}
		})
		a.Run(t, "it asks who it is", func(t *testing.T) {
			me := a.Get("/api-clients/me", key).Want(200).Object()
			if me["bodyId"] != a.Body("region-vasterbotten") || me["name"] != "Ärendesystem" || me["email"] != nil || me["note"] != nil {
				t.Error(me)
			}
			for _, name := range []string{"Läsare ett", "Läsare två"} { // which see the same of all else
				reader := testkit.WithKey(value(made(a, "name", name, "scopes", []string{"activities:read"}).key("2027-01-01")))
				if got := a.Get("/api-clients/me", reader).Want(200).Object(); got["name"] != name {
					t.Error(got)
				}
				if got := a.Get(activity, reader).Want(200).Object()["_links"].(object); got["report"] != nil {
					t.Error(got)
				}
			}
			a.Get("/api-clients/me", a.As("coordinator")).WantProblem(403, "forbidden")
			a.Get("/api-clients/me").WantProblem(401, "signInNeeded")
		})
		a.Run(t, "a key in Authorization is as good", func(t *testing.T) {
			bearer := testkit.Header("Authorization", "Bearer "+value(k.key("2027-01-01")))
			a.Get(activity, bearer).Want(200)
			a.Do(post, activity+"/reports", report(a), bearer).Want(201)
		})
		a.Run(t, "for others it reports nothing", func(t *testing.T) {
			other := report(a)
			other["bodyId"] = a.Body("ifn")
			a.Do(post, activity+"/reports", other, key).WantProblem(403, "forbidden")
			a.Do(post, "/activities/"+a.Activity("1.1")+"/reports", report(a), key).WantProblem(403, "forbidden")
			a.Do(put, activity+"/parts/"+a.Body("ifn"), object{"assignmentReference": "x"}, key, testkit.IfMatch(`"0"`)).WantProblem(403, "forbidden")
			theirs := a.Do(post, activity+"/reports", other, a.As("officer")).Want(201)
			a.Do(put, activity+"/reports/"+theirs.ID(), other, key, testkit.IfMatch(theirs.ETag())).WantProblem(403, "forbidden")
		})
		a.Run(t, "another client of the same body does not correct its reports", func(t *testing.T) {
			mine := a.Do(post, activity+"/reports", report(a), key).Want(201)
			twin := testkit.WithKey(value(made(a, "name", "Tvilling").key("2027-01-01")))
			a.Do(put, activity+"/reports/"+mine.ID(), report(a), twin, testkit.IfMatch(mine.ETag())).WantProblem(403, "forbidden")
		})
		a.Run(t, "what no scope opens is for people", func(t *testing.T) {
			for path, method := range map[string]string{"/users": get, "/users/me": get, "/api-clients": get, activity + "/internal-notes": get,
				"/activities": post, activity: put, "/boards/" + a.Body("ifn"): remove, "/session-renewals": post, "/sessions": post} {
				var body any
				if method == post || method == put {
					body = object{}
				}
				a.Do(method, path, body, key).WantProblem(403, "notForClients")
			}
		})
		a.Run(t, "each scope opens what it says", func(t *testing.T) {
			reader := testkit.WithKey(value(made(a, "scopes", []string{"plans:read"}).key("2027-01-01")))
			a.Get("/plans", reader).Want(200)
			a.Get("/api-info", reader).Want(200)
			for path, scope := range map[string]string{"/activities": "activities:read", "/boards": "boards:read", "/timelines/calendar": "timelines:read"} {
				if p := a.Get(path, reader).WantProblem(403, "insufficientScope"); !strings.Contains(string(p.Body), scope) {
					t.Errorf("%s does not name %s: %s", path, scope, p.Body)
				}
			}
			a.Do(post, activity+"/reports", report(a), reader).WantProblem(403, "insufficientScope")
			a.Do(http.MethodHead, "/activities", nil, reader).Want(403)
		})
	})
}

// lastTrace is who wrote a thing last, and in which role.
func lastTrace(t *testing.T, a *testkit.App, objectID string) (who string) {
	t.Helper()
	err := a.DB.Read(context.Background(), func(tx *gorm.DB) error {
		return tx.Raw("SELECT user_id || ' ' || role FROM audit_events WHERE object_id = ? ORDER BY version DESC LIMIT 1", objectID).Scan(&who).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return who
}

func TestAKeyThatIsNotGoodIsRefusedAndTheRefusalSaysWhatToDo(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		k := made(a)
		key := k.key("2026-12-01")
		good := value(key)
		other := value(made(a).key("2027-01-01"))

		a.Run(t, "malformed, cut short, mistyped", func(t *testing.T) {
			for name, bad := range map[string]string{"the prefix": "evi_", "cut short": good[:60], "mistyped": good[:30] + "--" + good[32:], "no checksum": good[:60] + "000000",
				"a token": strings.TrimPrefix(a.Token("officer"), "x"), "words": "hemlig"} {
				answer := a.Get("/activities", testkit.WithKey(bad)).WantProblem(401, "keyMalformed")
				if len(bad) > 4 && strings.Contains(string(answer.Body), bad) {
					t.Errorf("%s: the answer repeats what was sent", name)
				}
			}
		})
		a.Run(t, "a whole key that is none of ours, or another's id with its own secret", func(t *testing.T) {
			a.Get("/activities", testkit.WithKey(other)).Want(200)
			err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
				return tx.Exec("UPDATE api_keys SET public_id = 'x' WHERE public_id = ?", other[4:16]).Error
			})
			if err != nil {
				t.Fatal(err)
			}
			a.Later(6 * time.Second)
			a.Get("/activities", testkit.WithKey(other)).WantProblem(401, "keyInvalid")
			swap := func(from, to string) {
				if err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
					return tx.Exec("UPDATE api_keys SET public_id = ? WHERE public_id = ?", to, from).Error
				}); err != nil {
					t.Fatal(err)
				}
			}
			swap(good[4:16], "y")
			swap("x", good[4:16])
			a.Later(6 * time.Second)
			a.Get("/activities", testkit.WithKey(good)).WantProblem(401, "keyInvalid")
			swap(good[4:16], "x")
			swap("y", good[4:16])
		})
		a.Run(t, "two credentials at once, or one in the address", func(t *testing.T) {
			a.Get("/activities", testkit.WithKey(good), a.As("officer")).WantProblem(400, "twoCredentials")
			a.Get("/activities", testkit.WithKey(good), testkit.Header("Authorization", "Bearer "+good)).WantProblem(400, "twoCredentials")
			twice := func(r *http.Request) { r.Header["X-Api-Key"] = []string{good, good} }
			a.Get("/activities", twice).WantProblem(400, "twoCredentials")
			for _, path := range []string{"/activities?key=" + good, "/activities?apiKey=" + url.QueryEscape(good),
				"/activities?x=%65vi_" + good[4:], "/activities/" + good, "/api-info?api_key=" + good} {
				if p := a.Get(path).WantProblem(400, "keyInAddress"); strings.Contains(string(p.Body), good[20:40]) && !strings.Contains(path, "/activities/") {
					t.Errorf("%s: %s", path, p.Body)
				}
			}
			a.Get("/activities", testkit.Header("Authorization", "Basic "+good)).WantProblem(401, "tokenInvalid")
		})
		a.Run(t, "its last day is its last", func(t *testing.T) {
			a.Get("/activities", testkit.WithKey(good)).Want(200)
			a.Clock.Set(time.Date(2026, 12, 1, 22, 59, 0, 0, time.UTC))
			a.Get("/activities", testkit.WithKey(good)).Want(200)
			a.Clock.Set(time.Date(2026, 12, 1, 23, 0, 0, 0, time.UTC)) // midnight in Stockholm
			a.Get("/activities", testkit.WithKey(good)).WantProblem(401, "keyExpired")
			if got := a.Get(k.path+"/keys/"+key.ID(), a.As("coordinator")).Object(); got["state"] != "expired" || got["lastUsedOn"] != "2026-12-01" {
				t.Error(got)
			}
		})
	})
}

func TestWhatIsTakenAwayHoldsAtOnce(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		activity := answerable(a, "2.2")
		for name, c := range map[string]struct {
			take          func(k client, key *testkit.Answer)
			status        int
			reading, code string
		}{
			"a key that is ended":       {func(k client, key *testkit.Answer) { k.end(key) }, 401, "keyInvalid", "keyInvalid"},
			"a client that is closed":   {func(k client, _ *testkit.Answer) { k.change("active", false) }, 401, "keyInvalid", "keyInvalid"},
			"a scope that is taken":     {func(k client, _ *testkit.Answer) { k.change("scopes", []string{"plans:read"}) }, 403, "insufficientScope", "insufficientScope"},
			"on another replica, ended": {elsewhere("UPDATE api_keys SET ended_at = created_at WHERE id = ?", true), 401, "", "keyInvalid"},
			"on another replica, taken": {elsewhere(`UPDATE api_clients SET scopes = '["plans:read"]' WHERE id = ?`, false), 403, "", "insufficientScope"},
		} {
			a.Run(t, name, func(t *testing.T) {
				k := made(a)
				key := k.key("2027-01-01")
				as := testkit.WithKey(value(key))
				a.Get(activity, as).Want(200)

				c.take(k, key)

				a.Do(post, activity+"/reports", report(a), as).WantProblem(c.status, c.code)
				if c.reading != "" { // this replica knows at once
					a.Get(activity, as).WantProblem(c.status, c.reading)
				}
				a.Later(5 * time.Second)
				a.Get(activity, as).WantProblem(c.status, c.code)
			})
		}
	})
}

// elsewhere changes the database as another replica does, which tells us nothing.
func elsewhere(statement string, ofKey bool) func(client, *testkit.Answer) {
	return func(k client, key *testkit.Answer) {
		id := k.path[len("/api-clients/"):]
		if ofKey {
			id = key.ID()
		}
		err := k.a.DB.Tx(context.Background(), func(tx *gorm.DB) error { return tx.Exec(statement, id).Error })
		if err != nil {
			k.a.T.Fatal(err)
		}
	}
}

func TestAReadByKeyAsksTheDatabaseOnceInFiveSeconds(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		key := value(made(a).key("2027-01-01"))
		verify := func(fresh bool) {
			if _, err := a.Clients.Verify(context.Background(), key, fresh); err != nil {
				t.Fatal(err)
			}
		}
		verify(true) // which notes the day
		var n int
		if err := a.DB.Read(context.Background(), func(tx *gorm.DB) error {
			return tx.Callback().Query().Before("gorm:query").Register("test:keys", func(*gorm.DB) { n++ })
		}); err != nil {
			t.Fatal(err)
		}

		for range 20 {
			verify(false)
		}
		once := n
		verify(true)

		if once != 1 || n != 2 {
			t.Errorf("%d queries for twenty reads, %d for a write", once, n-once)
		}
	})
}

func TestAClientThatRunsAstrayWaits(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		astray, calm := testkit.WithKey(value(made(a).key("2027-01-01"))), testkit.WithKey(value(made(a).key("2027-01-01")))
		if got := a.Get("/api-info", astray).Want(200).Header; got.Get("RateLimit") != `"client";r=599;t=0` || got.Get("RateLimit-Policy") != `"client";q=600;w=60` {
			t.Error(got)
		}
		for range 599 {
			a.Get("/api-info", astray).Want(200)
		}

		refused := a.Get("/api-info", astray).WantProblem(429, "tooMany")

		if refused.Header.Get("Retry-After") != "1" {
			t.Error(refused.Header)
		}
		a.Get("/api-info", calm).Want(200)
		a.Get("/api-info").Want(200)
		a.Later(time.Second)
		a.Get("/api-info", astray).Want(200)
	})
}

func TestTheContactIsToldBeforeAKeyEnds(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		k := made(a, "email", "drift@region.example", "lang", "en")
		key := k.key("2027-06-30")
		ended := made(a, "email", "annan@region.example")
		ended.end(ended.key("2027-06-30"))
		made(a, "email", "ny@region.example").key("2026-12-01") // its maker knows
		letters := func() (n int) {
			var both sync.WaitGroup // two replicas
			for range 2 {
				both.Go(func() {
					if err := a.Clients.Remind(context.Background()); err != nil {
						t.Error(err)
					}
				})
			}
			both.Wait()
			a.Drain()
			return len(a.Outbox())
		}
		total := 0
		for _, step := range []struct {
			on   string
			want int
		}{{"2026-11-23", 0}, {"2027-05-30", 0}, {"2027-05-31", 1}, {"2027-06-01", 0}, {"2027-06-23", 1}, {"2027-06-30", 0}, {"2027-07-01", 0}} {
			at, _ := time.Parse(time.DateOnly, step.on)
			a.Clock.Set(at.Add(9 * time.Hour))

			now := letters()

			if now-total != step.want {
				t.Errorf("%s: %d letters, wanted %d", step.on, now-total, step.want)
			}
			total = now
		}
		late := made(a, "email", "sen@region.example")
		soon := late.key("2027-12-31")
		a.Clock.Set(time.Date(2027, 12, 5, 9, 0, 0, 0, time.UTC))
		if err := a.Clients.Remind(context.Background()); err != nil {
			t.Fatal(err)
		}
		late.end(soon) // while the letter waits
		a.Drain()
		if now := len(a.Outbox()); now != total {
			t.Errorf("%d letters about a key that was ended before they were sent", now-total)
		}
		last := a.LastMailTo("drift@region.example")
		if last.Subject != "An API key ends in 7 days" || !strings.Contains(last.Text, key.Object()["prefix"].(string)) || strings.Contains(fmt.Sprint(a.Outbox()), value(key)) {
			t.Errorf("%+v", last)
		}
	})
}

func TestKeysThatHeldLongAgoAreErased(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		k := made(a)
		expired, ended := k.key("2026-12-31"), k.key("2027-11-23")
		k.end(ended)
		living := k.key("2027-11-23")
		rule := integrations.Retention()[0]
		at := func(day string) (erased int) {
			before, _ := time.Parse(time.DateOnly, day)
			err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
				n, err := rule.Count(tx, before)
				if err != nil {
					return err
				}
				if erased, err = rule.Erase(tx, erasure.Run{Before: before, Most: 100}); erased != n {
					t.Errorf("%s: %d counted, %d erased", day, n, erased)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return erased
		}

		if n := at("2026-11-23"); n != 0 {
			t.Errorf("%d erased too early", n)
		}
		if n := at("2026-12-31"); n != 1 { // ended on the 23rd
			t.Errorf("%d erased, the ended one was due", n)
		}
		if n := at("2027-01-02"); n != 1 {
			t.Errorf("%d erased, the expired one was due", n)
		}
		a.Get(k.path+"/keys/"+living.ID(), a.As("coordinator")).Want(200)
		a.Get(k.path+"/keys/"+expired.ID(), a.As("coordinator")).Want(404)
	})
}
