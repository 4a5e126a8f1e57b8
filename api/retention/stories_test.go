package retention_test

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/testkit"
)

// What ended just before the first day that is kept goes, and what ended as that
// day began stays until the next.
func TestEachRuleErasesWhatIsDueAndNothingElse(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		a.Do("POST", "/api-clients", object{"name": "Prov", "bodyId": a.Body("region-vasterbotten"), "scopes": []string{"plans:read"},
			"email": "prov@example.org", "lang": "sv", "active": true}, a.As("coordinator")).Want(201)
		rules, all := rulesOf(t, a), samples(a)
		for key := range rules {
			if !slices.ContainsFunc(all, func(s sample) bool { return s.rule == key }) {
				t.Errorf("the rule %s has no sample", key)
			}
		}
		due, kept := map[string][2]string{}, map[string][2]string{}
		want := map[string]int{}
		for i, s := range all {
			first := a.Clock.Today().AddDays(-rules[s.rule].KeepDays) // the first day that is kept
			edge := first.Begins()
			if rules[s.rule].Before != string(first) {
				t.Errorf("%s keeps from %s, and should from %s", s.rule, rules[s.rule].Before, first)
			}
			name := s.rule + string(rune('a'+i))
			due[name] = [2]string{s.rule, s.put(t, a, edge.Add(-time.Millisecond))}
			kept[name] = [2]string{s.rule, s.put(t, a, edge)}
			want[s.rule]++
		}

		told := rulesOf(t, a)
		dry := run(a, "all", true)
		real := run(a, "all", false)

		for key, n := range want {
			if told[key].Due != n || dry.of(key).Count != n || real.of(key).Count != n {
				t.Errorf("%s: %d due, %d in the dry run, %d erased; wanted %d", key, told[key].Due, dry.of(key).Count, real.of(key).Count, n)
			}
		}
		for i, s := range all {
			name := s.rule + string(rune('a'+i))
			if s.there(t, a, due[name][1]) {
				t.Errorf("%s: what was due on the edge is there still", name)
			}
			if !s.there(t, a, kept[name][1]) {
				t.Errorf("%s: what was to be kept for a day more is gone", name)
			}
		}
		a.Later(24 * time.Hour)
		run(a, "all", false)
		for i, s := range all {
			if name := s.rule + string(rune('a'+i)); s.there(t, a, kept[name][1]) {
				t.Errorf("%s: it is there still the day after", name)
			}
		}
	})
}

func TestADryRunTellsTheSameAndChangesNothing(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		old := samples(a)[0]
		row := old.put(t, a, a.Clock.Now().AddDate(-1, 0, 0))

		dry := run(a, "all", true)

		if !dry.IsDryRun || dry.ID != "" || dry.Total != 1 || len(records(a)) != 0 || !old.there(t, a, row) {
			t.Fatalf("%+v; %d records", dry, len(records(a)))
		}
		real := run(a, "all", false)
		dry.IsDryRun, dry.ID = false, real.ID
		before, _ := json.Marshal(dry)
		after, _ := json.Marshal(real)
		if string(before) != string(after) {
			t.Errorf("a dry run told\n%s\nand then this was done\n%s", before, after)
		}
	})
}

func TestTheMunicipalityDecidesHowLongWithinBounds(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		admin, coordinator := a.As("admin"), a.As("coordinator")
		const path = "/retention-rules/outbox"
		first := a.Get(path, coordinator).Want(200)
		old := rulesOf(t, a)["outbox"]
		if old.Version != 0 || old.KeepDays != old.DefaultKeepDays || old.Before != string(a.Clock.Today().AddDays(-old.KeepDays)) {
			t.Fatalf("%+v", old)
		}
		if _, mayEdit := first.Object()["_links"].(object)["edit"]; mayEdit {
			t.Error("the coordinator is offered to edit")
		}

		decision := object{"keepDays": 14, "decisionReference": "KS-2026/00123"}
		a.Do("PUT", path, decision, admin).WantProblem(428, "versionRequired")
		a.Do("PUT", path, decision, coordinator, testkit.IfMatch(first.ETag())).WantProblem(403, "forbidden")
		for _, days := range []int{old.MinKeepDays - 1, old.MaxKeepDays + 1, -1} {
			a.Do("PUT", path, object{"keepDays": days}, admin, testkit.IfMatch(first.ETag())).WantProblem(422, "invalid", "keepDays")
		}
		a.Do("PUT", path, object{"keepDays": 14, "decisionReference": "a\nb"}, admin, testkit.IfMatch(first.ETag())).WantProblem(422, "invalid", "decisionReference")
		a.Do("PUT", path, object{"keepDays": 14, "act": "empty"}, admin, testkit.IfMatch(first.ETag())).Want(400)
		a.Do("PUT", path, decision, admin, testkit.IfMatch(first.ETag())).Want(200)
		a.Do("PUT", path, object{"keepDays": 15}, admin, testkit.IfMatch(first.ETag())).WantProblem(412, "stale")

		now := rulesOf(t, a)["outbox"]
		if now.KeepDays != 14 || now.DecisionReference != "KS-2026/00123" || now.Version != 1 || now.Before != string(a.Clock.Today().AddDays(-14)) {
			t.Errorf("%+v", now)
		}
		if e := run(a, "outbox", false).of("outbox"); e.KeepDays != 14 || e.DecisionReference != "KS-2026/00123" || e.BasisSv == "" {
			t.Errorf("the record says %+v", e)
		}
		for _, unknown := range []string{"/retention-rules/all", "/retention-rules/rumour"} {
			a.Get(unknown, admin).WantProblem(404, "notFound")
			a.Do("PUT", unknown, decision, admin, testkit.IfMatch(`"0"`)).WantProblem(404, "notFound")
		}
	})
}

func TestEveryRuleSaysWhatWhyAndHowLong(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		rules := rulesOf(t, a)
		if len(rules) < 10 {
			t.Fatalf("only %v", slices.Collect(maps.Keys(rules)))
		}
		for _, r := range rules {
			if r.TitleSv == "" || r.TitleEn == "" || r.BasisSv == "" || r.BasisEn == "" || r.Act == "" || len(r.Tables) == 0 ||
				r.MinKeepDays < 0 || r.DefaultKeepDays < r.MinKeepDays || r.MaxKeepDays < r.DefaultKeepDays {
				t.Errorf("%+v", r)
			}
		}
	})
}

func TestARecordIsNeverChanged(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		admin := a.As("admin")
		made := run(a, "outbox", false)
		path := "/erasure-records/" + made.ID

		for _, method := range []string{"PUT", "DELETE"} {
			a.Do(method, path, nil, admin, testkit.IfMatch(`"1"`)).Want(405)
		}
		a.Later(24 * time.Hour)
		run(a, "all", false)

		var kept record
		a.Get(path, a.As("coordinator")).Want(200).Into(&kept)
		if kept.Role != "admin" || kept.OrderedBy != "person" || kept.ID != made.ID || len(kept.Entries) != 1 {
			t.Errorf("%+v", kept)
		}
		admin = a.As("admin")
		a.Do("POST", "/erasure-records", object{"ruleId": "rumour"}, admin).WantProblem(422, "invalid", "ruleId")
		a.Do("POST", "/erasure-records", object{}, admin).WantProblem(422, "invalid", "ruleId")
		a.Get("/erasure-records/"+id.New(), admin).WantProblem(404, "notFound")
		if n := len(records(a)); n != 2 {
			t.Errorf("%d records", n)
		}
	})
}

func TestTheNightErasesOnceAmongReplicasUntilNothingIsDue(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		ctx, letter := context.Background(), samples(a)
		outbox := letter[slices.IndexFunc(letter, func(s sample) bool { return s.rule == "outbox" })]
		old := a.Clock.Now().AddDate(-1, 0, 0)
		err := a.DB.Tx(ctx, func(tx *gorm.DB) error {
			for range 1200 { // more than one run takes
				if err := outbox.insert(tx, id.New(), old); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if dry := run(a, "outbox", true).of("outbox"); dry.Count != 1000 || dry.Remaining != 200 {
			t.Errorf("%+v", dry)
		}

		a.Clock.Set(time.Date(2026, 11, 24, 0, 30, 0, 0, time.UTC)) // too early in the night
		if err := a.Retention.Nightly(ctx); err != nil || len(records(a)) != 0 {
			t.Fatal(err, records(a))
		}
		a.Later(time.Hour)
		var replicas sync.WaitGroup
		for range 4 {
			replicas.Go(func() {
				if err := a.Retention.Nightly(ctx); err != nil {
					t.Error(err)
				}
			})
		}
		replicas.Wait()

		got := records(a)
		if len(got) != 2 || got[0].of("outbox").Count+got[1].of("outbox").Count != 1200 || got[0].OrderedBy != "night" || got[0].Role != "" {
			t.Fatalf("%+v", got)
		}
		if rulesOf(t, a)["outbox"].Due != 0 {
			t.Error("something is due still")
		}
		late := outbox.put(t, a, old)
		if err := a.Retention.Nightly(ctx); err != nil || !outbox.there(t, a, late) {
			t.Error("a night was taken twice", err)
		}
		nights := func() (total int) { // without signing in, which leaves something to erase
			a.Later(24 * time.Hour)
			if err := a.Retention.Nightly(ctx); err != nil {
				t.Fatal(err)
			}
			_, total, err := a.Retention.Records(ctx, auth.User{ID: "eva", Roles: []auth.Role{{Name: auth.Admin}}}, 0, 1)
			if err != nil {
				t.Fatal(err)
			}
			return total
		}
		nights()
		if before, after := nights(), nights(); before != after {
			t.Errorf("a night without anything due left a record: %d, then %d", before, after)
		}
	})
}

func TestAClosedAccountIsForgottenAndItsRoleStays(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		reader, coordinator := a.Get("/users/me", a.As("reader")).ID(), a.As("coordinator")
		user := a.Get("/users/"+reader, coordinator).Want(200)
		in := user.Object()
		for name := range in {
			if !slices.Contains([]string{"email", "name", "lang", "roles", "protected"}, name) {
				delete(in, name)
			}
		}
		in["active"] = false
		a.Do("PUT", "/users/"+reader, in, coordinator, testkit.IfMatch(user.ETag())).Want(200)

		a.Later(365 * 24 * time.Hour)
		if n := run(a, "closed-accounts", false).of("closed-accounts").Count; n != 0 {
			t.Fatalf("%d forgotten a day too early", n)
		}
		a.Later(24 * time.Hour)
		if n := run(a, "closed-accounts", false).of("closed-accounts").Count; n != 1 {
			t.Fatalf("%d forgotten", n)
		}

		var left struct{ Name, Email, PasswordHash string }
		err := a.DB.Read(context.Background(), func(tx *gorm.DB) error {
			return tx.Raw("SELECT name, email, password_hash FROM users WHERE id = ?", reader).Scan(&left).Error
		})
		if err != nil || left.Email == "reader@demo.example" || left.PasswordHash != "" {
			t.Errorf("%+v (%v)", left, err)
		}
		a.Later(366 * 24 * time.Hour)
		if n := run(a, "closed-accounts", false).of("closed-accounts").Count; n != 0 {
			t.Error("it is forgotten again")
		}
	})
}
