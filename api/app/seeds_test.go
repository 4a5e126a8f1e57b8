package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gorm.io/gorm"

	"envagin/api/app"
	"envagin/api/seeds"
	"envagin/api/testkit"
)

func TestUmeasPlanAsAFile(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) { // has imported it once
		ctx := context.Background()

		t.Run("imported twice it changes nothing", func(t *testing.T) {
			before := rowsOf(t, a)

			sum, err := a.Import(ctx, "umea.json", seeds.UmeaPlan, "")

			if err != nil || sum.Changed != 0 || sum.Things < 50 {
				t.Errorf("%v %v", sum, err)
			}
			wantSameRows(t, before, rowsOf(t, a))
		})
		t.Run("exported it is the file, byte by byte", func(t *testing.T) {
			wantBytes(t, export(t, a, ""), seeds.UmeaPlan)
		})
		t.Run("exported, loaded elsewhere and exported again it is the same", func(t *testing.T) {
			other := testkit.StartEmpty(t, dialectOf(t))
			first := export(t, a, "")

			if _, err := other.Import(ctx, "copy.json", first, ""); err != nil {
				t.Fatal(err)
			}

			wantBytes(t, export(t, other, ""), first)
		})
		t.Run("as new it is another plan beside, with ids of its own", func(t *testing.T) {
			plans := len(a.Get("/plans").Items())

			if _, err := a.Import(ctx, "umea.json", seeds.UmeaPlan, "umea-vald-2027"); err != nil {
				t.Fatal(err)
			}

			if n := len(a.Get("/plans").Items()); n != plans+1 {
				t.Errorf("%d plans", n)
			}
			copied := bytes.Replace(export(t, a, "umea-vald-2027"), []byte(`"umea-vald-2027"`), []byte(`"umea-vald-2020"`), 1)
			wantBytes(t, copied, seeds.UmeaPlan)
			wantBytes(t, export(t, a, "umea-vald-2020"), seeds.UmeaPlan)
		})
		t.Run("what is taken out of the file is taken out of the plan", func(t *testing.T) {
			var p map[string]any
			if err := json.Unmarshal(seeds.UmeaPlan, &p); err != nil {
				t.Fatal(err)
			}
			for _, one := range p["activities"].([]any) {
				one := one.(map[string]any)
				delete(one, "after")
				delete(one, "done")
				one["milestones"] = []any{}
			}
			text, _ := json.Marshal(p)

			if _, err := a.Import(ctx, "less.json", text, ""); err != nil {
				t.Fatal(err)
			}

			var got struct {
				Activities []map[string]any
			}
			if err := json.Unmarshal(export(t, a, "umea-vald-2020"), &got); err != nil {
				t.Fatal(err)
			}
			for _, one := range got.Activities {
				for _, gone := range []string{"after", "done", "milestones"} {
					if one[gone] != nil {
						t.Errorf("%v: %s is still %v", one["code"], gone, one[gone])
					}
				}
			}
		})
	})
}

func export(t *testing.T, a *testkit.App, key string) []byte {
	t.Helper()
	text, err := a.Export(context.Background(), key)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func wantBytes(t *testing.T, got, want []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("line %d is\n%s\nnot\n%s", i+1, g[i], w[i])
		}
	}
	t.Fatalf("%d lines, not %d", len(g), len(w))
}

func dialectOf(t *testing.T) string {
	for _, dialect := range testkit.Dialects() {
		if strings.Contains(t.Name(), "/"+dialect) {
			return dialect
		}
	}
	t.Fatal("this test runs on no database")
	return ""
}

// rowsOf is every row of every table, as text without some columns; what only
// tells of requests is left out.
func rowsOf(t *testing.T, a *testkit.App, without ...string) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	err := a.DB.Read(context.Background(), func(tx *gorm.DB) error {
		tables, err := tx.Migrator().GetTables()
		if err != nil {
			return err
		}
		for _, table := range tables {
			switch {
			case strings.HasPrefix(table, "goose"), strings.HasPrefix(table, "sqlite"), strings.HasPrefix(table, "river"),
				slices.Contains([]string{"sessions", "refresh_tokens", "signin_attempts", "account_links", "recovery_codes", "passkey_challenges", "audit_events", "council_sittings", "changes", "revisions", "idempotency_keys"}, table):
				continue
			}
			var rows []map[string]any
			if err := tx.Table(table).Find(&rows).Error; err != nil {
				return err
			}
			for _, row := range rows {
				for _, column := range without {
					delete(row, column)
				}
				text, err := json.Marshal(row)
				if err != nil {
					return err
				}
				all[table] = append(all[table], string(text))
			}
		}
		return nil
	})
	if err != nil || len(all) < 10 {
		t.Fatal(len(all), err)
	}
	return all
}

func wantSameRows(t *testing.T, before, after map[string][]string) {
	t.Helper()
	for table, rows := range after {
		was := map[string]bool{}
		for _, row := range before[table] {
			was[row] = true
		}
		for _, row := range rows {
			if !was[row] {
				t.Errorf("%s has changed: %s", table, row)
			}
		}
		if len(rows) != len(before[table]) {
			t.Errorf("%s: %d rows, not %d", table, len(rows), len(before[table]))
		}
	}
}

func TestABrokenFileIsToldByItsLineAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		before := rowsOf(t, a)
		for name, c := range map[string]struct{ from, to, want string }{
			"a comma too many":          {`"code": "1.2",`, `"code": "1.2",,`, "not valid JSON"},
			"half a file":               {`"timeline"`, "\x00", "not valid JSON"},
			"an unknown field":          {`"code": "1.2",`, `"colour": "red", "code": "1.2",`, `there is no field "colour" here`},
			"an unknown field on top":   {`"format"`, `"colour": 1, "format"`, `there is no field "colour" here`},
			"a wrong type":              {`"code": "1.2",`, `"code": 12,`, "cannot stand here"},
			"another format":            {`"envagin-plan/1"`, `"envagin-plan/2"`, "format must be"},
			"a body nobody knows":       {`"body": "ks"`, `"body": "kungen"`, "has the key kungen"},
			"an activity nobody knows":  {`"kartlaggning-egen-bild"`, `"okand"`, "has the key okand"},
			"an end before the start":   {`"periodTo": "2022-12-31"`, `"periodTo": "1922-12-31"`, "ends before it begins"},
			"a day that does not exist": {`"periodTo": "2022-12-31"`, `"periodTo": "2022-02-30"`, "A day such as"},
			"a title of nothing":        {`"title": "Kartläggning"`, `"title": ""`, "This field is required"},
			"more behind":               {"", "", "there is more after the package"},
		} {
			t.Run(name, func(t *testing.T) {
				text := string(seeds.UmeaPlan)
				at := strings.LastIndex(text, c.from)
				if at < 0 {
					t.Fatalf("%s does not stand in the file", c.from)
				}
				broken, line := text[:at]+c.to+text[at+len(c.from):], 1+strings.Count(text[:at], "\n")
				if name == "more behind" {
					broken = text + "{}"
				}

				_, err := a.Import(context.Background(), "plan.json", []byte(broken), "")

				if err == nil || !strings.HasPrefix(err.Error(), "plan.json:") || !strings.Contains(err.Error(), c.want) {
					t.Fatalf("got %v", err)
				}
				var told int
				_, _ = fmt.Sscanf(err.Error(), "plan.json:%d:", &told)
				if told < line-1 || told > line+1 {
					t.Errorf("told line %d, broken at %d: %v", told, line, err)
				}
			})
		}
		wantSameRows(t, before, rowsOf(t, a))
	})
}

const packageSchemaFile = "../seeds/plan-package.schema.json"

func TestTheSchemaOfPlanPackages(t *testing.T) {
	t.Parallel()
	made, err := app.PackageSchema()
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("ENVAGIN_RECORD") != "" {
		if err := os.WriteFile(packageSchemaFile, made, 0o644); err != nil {
			t.Fatal(err)
		}
	}

	t.Run("is committed as the types make it (ENVAGIN_RECORD=1 writes it)", func(t *testing.T) {
		committed, err := os.ReadFile(packageSchemaFile)
		if err != nil {
			t.Fatal(err)
		}
		wantBytes(t, committed, made)
	})
	t.Run("takes Umeå's plan and refuses what an import refuses", func(t *testing.T) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(made))
		if err != nil {
			t.Fatal(err)
		}
		compiler := jsonschema.NewCompiler()
		if err := compiler.AddResource("plan.json", doc); err != nil {
			t.Fatal(err)
		}
		schema, err := compiler.Compile("plan.json")
		if err != nil {
			t.Fatal(err)
		}
		valid := func(text string) error {
			plan, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			return schema.Validate(plan)
		}

		if err := valid(string(seeds.UmeaPlan)); err != nil {
			t.Error(err)
		}
		for _, broken := range [][2]string{{`"kind": "board"`, `"kind": "king"`}, {`"code": "1.2"`, `"kod": "1.2"`}, {`"code": "1.2"`, `"code": 12`}, {`"envagin-plan/1"`, `"x"`}} {
			if valid(strings.Replace(string(seeds.UmeaPlan), broken[0], broken[1], 1)) == nil {
				t.Errorf("takes %s", broken[1])
			}
		}
	})
}
