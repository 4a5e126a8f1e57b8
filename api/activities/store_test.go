package activities

import (
	"context"
	"strings"
	"testing"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/testkit/pgtest"
)

// SQLite has no statistics in production, so what it does with an empty
// database is what it does with 12 000 activities.
func TestListsFollowAnIndexAndSortNothing(t *testing.T) {
	t.Parallel()
	db, err := database.Open(context.Background(), pgtest.NewDatabase(t, database.SQLite), database.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for name, f := range map[string]Filter{
		"all plans":           {},
		"all plans, by title": {Sort: "title"},
		"all plans, newest":   {Sort: "-updated"},
		"one plan":            {Plan: "a"},
		"by status":           {Status: "late"},
	} {
		f.Limit = 20
		err := db.Read(context.Background(), func(tx *gorm.DB) error {
			q, err := filtered(tx, f, false, "2026-11-22")
			if err != nil {
				return err
			}
			asked := q.Session(&gorm.Session{DryRun: true}).Order(orders[f.Sort]).Limit(f.Limit).Find(&[]Activity{}).Statement
			var steps []struct{ Detail string }
			if err := tx.Raw("EXPLAIN QUERY PLAN "+asked.SQL.String(), asked.Vars...).Scan(&steps).Error; err != nil {
				return err
			}
			for _, step := range steps {
				if strings.Contains(step.Detail, "ORDER BY") {
					t.Errorf("%s: %s", name, step.Detail)
				}
			}
			if len(steps) == 0 {
				t.Errorf("%s: nothing is explained", name)
			}
			return nil
		})
		if err != nil {
			t.Error(name, err)
		}
	}
}
