package main

import (
	"bytes"
	"embed"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"text/template"
)

//go:embed all:templates
var templates embed.FS

// Room is the words of a new room, in the forms that the templates need.
type Room struct {
	Room  string // decisions: folder, package, URL, table, tag
	Noun  string // decision
	A     string // a, or an
	Type  string // Decision
	Types string // Decisions
	Lower string // decision, as the name of a Go value
	Var   string // d
}

var oneWord = regexp.MustCompile(`^[a-z]{2,30}$`)

// taken are names that mean something else in Go or in this project.
var taken = []string{"models", "utils", "common", "helpers", "services", "app", "platform", "migrations", "openapi", "seeds", "testkit", "main", "bench"}

// name makes the room's words; the noun is guessed when it is not given.
func name(room, noun string) (Room, error) {
	if noun == "" {
		noun = singular(room)
	}
	for _, word := range []string{room, noun} {
		if !oneWord.MatchString(word) {
			return Room{}, fmt.Errorf("%q: a room and its noun are one word each of a–z, as they become a Go package, a URL and a table", word)
		}
	}
	for _, t := range taken {
		if room == t {
			return Room{}, fmt.Errorf("%s means something else here; name the room after its noun", room)
		}
	}
	r := Room{Room: room, Noun: noun, A: "a", Type: upper(noun), Types: upper(room), Lower: noun, Var: noun[:1]}
	if strings.Contains("aeio", noun[:1]) {
		r.A = "an"
	}
	// c is the request, h the handler, s the service, t the test and f the filter in every room.
	if strings.Contains("chstf", r.Var) {
		r.Var = "row"
	}
	return r, nil
}

func singular(plural string) string {
	switch {
	case strings.HasSuffix(plural, "ies"):
		return strings.TrimSuffix(plural, "ies") + "y"
	case strings.HasSuffix(plural, "sses"), strings.HasSuffix(plural, "xes"):
		return strings.TrimSuffix(plural, "es")
	default:
		return strings.TrimSuffix(plural, "s")
	}
}

func upper(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// files gives the room's files by path from the project's root; migration is
// the number of the migration that makes its tables.
func (r Room) files(migration int) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := fs.WalkDir(templates, "templates", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		t, err := template.ParseFS(templates, name)
		if err != nil {
			return err
		}
		var buf bytes.Buffer
		if err := t.Execute(&buf, r); err != nil {
			return err
		}
		target, content := r.target(name, migration), buf.Bytes()
		if strings.HasSuffix(target, ".go") {
			// Words of other lengths move the columns of gofmt.
			if content, err = format.Source(content); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		out[target] = content
		return nil
	})
	return out, err
}

// target is where the file made from a template goes.
func (r Room) target(template string, migration int) string {
	file := strings.TrimSuffix(path.Base(template), ".tmpl")
	switch {
	case file == "migration.sql":
		return fmt.Sprintf("api/migrations/%04d_%s.sql", migration, r.Room)
	case file == "room.e2e.ts":
		return "frontend/e2e/" + r.Room + ".e2e.ts"
	case path.Dir(template) == "templates/frontend":
		return path.Join("frontend/src/rooms", r.Room, file)
	default:
		return path.Join("api", r.Room, strings.Replace(file, "noun", r.Noun, 1))
	}
}

// nextMigration is one more than the highest number there is.
func nextMigration(root string) (int, error) {
	found, err := filepath.Glob(filepath.Join(root, "api/migrations/[0-9]*_*.sql"))
	highest := 0
	for _, file := range found {
		number, _, _ := strings.Cut(filepath.Base(file), "_")
		if n, err := strconv.Atoi(number); err == nil {
			highest = max(highest, n)
		}
	}
	return highest + 1, err
}

// write puts the files there; it overwrites nothing.
func write(root string, files map[string][]byte) error {
	for file := range files {
		if _, err := os.Stat(filepath.Join(root, file)); err == nil {
			return fmt.Errorf("%s is there already; nothing was written", file)
		}
	}
	for file, content := range files {
		target := filepath.Join(root, file)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(target, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
