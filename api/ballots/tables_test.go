package ballots_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

// Dialect is the database of this story.
func (s *story) Dialect() string { return s.DB.Dialect() }

// rows are all that a table holds.
func (s *story) rows(table string) (rows []map[string]any) {
	s.T.Helper()
	s.must(s.DB.Read(context.Background(), func(tx *gorm.DB) error { return tx.Table(table).Find(&rows).Error }))
	return rows
}

// tables are all that the database holds, a text for each table.
func (s *story) tables() map[string]string {
	s.T.Helper()
	names := "SELECT name FROM sqlite_master WHERE type = 'table'"
	if s.Dialect() == database.Postgres {
		names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
	}
	var tables []string
	s.must(s.DB.Read(context.Background(), func(tx *gorm.DB) error { return tx.Raw(names).Scan(&tables).Error }))
	all := map[string]string{}
	for _, table := range tables {
		var lines []string
		for _, row := range s.rows(table) {
			lines = append(lines, fmt.Sprint(row)) // maps are printed in the order of their keys
		}
		slices.Sort(lines)
		all[table] = fmt.Sprint(lines)
	}
	return all
}

// differing are the tables that are not the same.
func differing(before, after map[string]string) (names []string) {
	for name := range after {
		if before[name] != after[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// found tells in which order one who holds the database's files finds some texts: in
// the write-ahead log and the file of SQLite, by the rows' places in PostgreSQL.
func (s *story) found(marks []string) []int {
	s.T.Helper()
	if s.Dialect() == database.SQLite {
		log, err := os.ReadFile(s.Config.Database + "-wal")
		s.must(err)
		file, err := os.ReadFile(s.Config.Database)
		s.must(err)
		return inOrder(append(log, file...), marks)
	}
	var texts []string
	s.must(s.DB.Read(context.Background(), func(tx *gorm.DB) error {
		return tx.Raw("SELECT answers FROM survey_staff_answers ORDER BY ctid").Scan(&texts).Error
	}))
	var all bytes.Buffer
	for _, text := range texts {
		all.WriteString(text)
	}
	return inOrder(all.Bytes(), marks)
}

// inOrder gives the numbers of the texts that are there, by where they stand first.
func inOrder(content []byte, marks []string) (order []int) {
	at := map[int]int{}
	for n, mark := range marks {
		if where := bytes.Index(content, []byte(mark)); where >= 0 {
			at[n] = where
			order = append(order, n)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(at[a], at[b]) })
	return order
}

// likeness is how much an order is like 0, 1, 2 …: 1 when it is, 0 by chance (Spearman).
func likeness(order []int) float64 {
	n, sum := float64(len(order)), 0.
	for at, number := range order {
		sum += float64(at-number) * float64(at-number)
	}
	return 1 - 6*sum/(n*(n*n-1))
}
