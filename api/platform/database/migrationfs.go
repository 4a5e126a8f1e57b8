package database

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

var dialects = []string{SQLite, Postgres}

// variants is a folder of migrations seen by one database: the files for both,
// and its own of each pair.
type variants struct {
	fs.FS
	dialect string
}

// ReadDir leaves out the other database's files.
func (v variants) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(v.FS, name)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		of := variantOf(e.Name())
		return of != "" && of != v.dialect
	}), nil
}

// variantOf is the database that a file is for, or "" for both.
func variantOf(name string) string {
	for _, dialect := range dialects {
		if strings.HasSuffix(name, "."+dialect+".sql") {
			return dialect
		}
	}
	return ""
}

// dialectFiles checks the pairs and gives the view of one database.
//
// Errors: a file for one database without the other's, which would give the
// two schemas different numbers; a migration outside a transaction.
func dialectFiles(fsys fs.FS, dialect string) (fs.FS, error) {
	names, err := fs.Glob(fsys, "*.sql")
	if err != nil {
		return nil, fmt.Errorf("database: migrations: %w", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("database: migrations: %w", err)
		}
		if strings.Contains(string(text), "+goose NO TRANSACTION") {
			return nil, fmt.Errorf("database: migration %s must run in a transaction", name)
		}
		of := variantOf(name)
		for _, other := range dialects {
			pair := strings.TrimSuffix(name, "."+of+".sql") + "." + other + ".sql"
			if of != "" && !slices.Contains(names, pair) {
				return nil, fmt.Errorf("database: migration %s has no %s", name, pair)
			}
		}
	}
	return variants{fsys, dialect}, nil
}
