package app_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/testkit"
)

// schema is what a database is made of, one line a thing, so that two can be compared.
type schema struct {
	tables, columns, indexes, keys []string
	// references are the columns of foreign keys, and indexed the first columns
	// of each index, as "table.column".
	references, indexed []string
}

func TestBothDatabasesHaveTheSameSchema(t *testing.T) {
	t.Parallel()
	dialects := testkit.Dialects()
	if len(dialects) < 2 {
		dialects = []string{database.SQLite, database.Postgres} // comparing takes both
	}
	made := map[string]schema{}
	for _, dialect := range dialects {
		made[dialect] = tablesOf(t, dialect)
	}
	lite, big := made[database.SQLite], made[database.Postgres]

	compare(t, "tables", lite.tables, big.tables)
	compare(t, "columns", lite.columns, big.columns)
	compare(t, "indexes", lite.indexes, big.indexes)
	compare(t, "foreign keys", lite.keys, big.keys)
}

func TestEveryForeignKeyIsIndexed(t *testing.T) {
	t.Parallel()
	s := tablesOf(t, testkit.Dialects()[0])

	if len(s.references) < 20 {
		t.Fatalf("only %d foreign keys were found", len(s.references))
	}
	for _, column := range s.references {
		if !slices.Contains(s.indexed, column) {
			t.Errorf("%s points at another table and no index begins with it: a delete there reads this whole table", column)
		}
	}
}

func compare(t *testing.T, what string, lite, big []string) {
	t.Helper()
	if len(lite) == 0 {
		t.Errorf("no %s were found", what)
	}
	for _, line := range lite {
		if !slices.Contains(big, line) {
			t.Errorf("%s: only on SQLite: %s", what, line)
		}
	}
	for _, line := range big {
		if !slices.Contains(lite, line) {
			t.Errorf("%s: only on PostgreSQL: %s", what, line)
		}
	}
}

func tablesOf(t *testing.T, dialect string) (s schema) {
	t.Helper()
	db, err := database.Open(t.Context(), testkit.NewDatabase(t, dialect), database.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	read := readLite
	if dialect == database.Postgres {
		read = readBig
	}
	if err := db.Read(context.Background(), func(tx *gorm.DB) error { return read(tx, &s) }); err != nil {
		t.Fatal(err)
	}
	for _, lines := range []*[]string{&s.tables, &s.columns, &s.indexes, &s.keys} {
		slices.Sort(*lines)
		*lines = slices.Compact(*lines)
	}
	return s
}

func (s *schema) table(name string) bool {
	if strings.HasPrefix(name, "goose") || strings.HasPrefix(name, "sqlite_") {
		return false // the migrations' own
	}
	s.tables = append(s.tables, name)
	return !rivers(name)
}

// rivers tells whether a table is the job queue's: River has SQL of its own for each
// database, with other types, so only that both have its tables is compared.
func rivers(table string) bool { return strings.HasPrefix(table, "river_") }

func (s *schema) column(table, name, kind string, notNull bool) {
	s.columns = append(s.columns, fmt.Sprintf("%s.%s %s not null %t", table, name, kind, notNull))
}

func (s *schema) index(table string, unique bool, columns []string) {
	s.indexes = append(s.indexes, fmt.Sprintf("%s (%s) unique %t", table, strings.Join(columns, ", "), unique))
	s.indexed = append(s.indexed, table+"."+columns[0])
}

func (s *schema) reference(table, column, to, onDelete string) {
	s.keys = append(s.keys, fmt.Sprintf("%s.%s to %s on delete %s", table, column, to, onDelete))
	s.references = append(s.references, table+"."+column)
}

func readLite(tx *gorm.DB, s *schema) error {
	var names []string
	if err := tx.Raw("SELECT name FROM sqlite_master WHERE type = 'table'").Scan(&names).Error; err != nil {
		return err
	}
	for _, table := range names {
		if !s.table(table) {
			continue
		}
		var columns []struct {
			Name, Type  string
			Notnull, Pk int
		}
		if err := tx.Raw("SELECT * FROM pragma_table_info(?)", table).Scan(&columns).Error; err != nil {
			return err
		}
		primary := map[int]string{}
		for _, c := range columns {
			s.column(table, c.Name, strings.ToUpper(c.Type), c.Notnull == 1 || c.Pk > 0)
			if c.Pk > 0 {
				primary[c.Pk] = c.Name
			}
		}
		if len(primary) > 0 {
			var ordered []string
			for _, n := range slices.Sorted(maps.Keys(primary)) {
				ordered = append(ordered, primary[n])
			}
			s.index(table, true, ordered)
		}
		var indexes []struct {
			Name   string
			Unique int
		}
		if err := tx.Raw("SELECT * FROM pragma_index_list(?)", table).Scan(&indexes).Error; err != nil {
			return err
		}
		for _, i := range indexes {
			var on []string
			if err := tx.Raw("SELECT name FROM pragma_index_info(?) ORDER BY seqno", i.Name).Scan(&on).Error; err != nil {
				return err
			}
			s.index(table, i.Unique == 1, on)
		}
		var keys []struct{ Table, From, OnDelete string }
		if err := tx.Raw("SELECT \"table\", \"from\", on_delete FROM pragma_foreign_key_list(?)", table).Scan(&keys).Error; err != nil {
			return err
		}
		for _, k := range keys {
			s.reference(table, k.From, k.Table, k.OnDelete)
		}
	}
	return nil
}

func readBig(tx *gorm.DB, s *schema) error {
	var columns []struct {
		TableName, ColumnName, DataType, IsNullable string
	}
	err := tx.Raw(`SELECT c.table_name, c.column_name, c.data_type, c.is_nullable FROM information_schema.columns c
		JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema
		WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'`).Scan(&columns).Error
	if err != nil {
		return err
	}
	kinds := map[string]string{"text": "TEXT", "integer": "INTEGER", "bigint": "BIGINT", "boolean": "BOOLEAN",
		"timestamp without time zone": "TIMESTAMP", "double precision": "DOUBLE PRECISION", "bytea": "BLOB"}
	for _, c := range columns {
		if s.table(c.TableName) {
			kind, ok := kinds[c.DataType]
			if !ok {
				kind = c.DataType
			}
			s.column(c.TableName, c.ColumnName, kind, c.IsNullable == "NO")
		}
	}
	var indexes []struct {
		Table    string
		IsUnique bool
		Columns  string
	}
	err = tx.Raw(`SELECT t.relname AS table, i.indisunique AS is_unique,
			string_agg(a.attname, ',' ORDER BY k.n) AS columns
		FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
		CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS k(attnum, n)
		JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
		WHERE n.nspname = 'public' AND t.relname NOT LIKE 'goose%' GROUP BY i.indexrelid, t.relname, i.indisunique`).Scan(&indexes).Error
	if err != nil {
		return err
	}
	for _, i := range indexes {
		if rivers(i.Table) {
			continue
		}
		s.index(i.Table, i.IsUnique, strings.Split(i.Columns, ","))
	}
	var keys []struct{ Table, Column, Target, Action string }
	err = tx.Raw(`SELECT t.relname AS table, a.attname AS column, f.relname AS target, c.confdeltype::text AS action
		FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid
		JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
		WHERE c.contype = 'f'`).Scan(&keys).Error
	for _, k := range keys {
		if rivers(k.Table) {
			continue
		}
		s.reference(k.Table, k.Column, k.Target, map[string]string{"a": "NO ACTION", "c": "CASCADE", "n": "SET NULL", "r": "RESTRICT"}[k.Action])
	}
	return err
}
