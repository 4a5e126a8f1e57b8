package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestName(t *testing.T) {
	for _, tc := range []struct{ room, given, noun, article string }{
		{"decisions", "", "decision", "a"},
		{"indicators", "", "indicator", "an"},
		{"councils", "seat", "seat", "a"},
		{"policies", "", "policy", "a"},
	} {
		r, err := name(tc.room, tc.given)
		if err != nil || r.Noun != tc.noun || r.A != tc.article {
			t.Errorf("%s: %+v, %v", tc.room, r, err)
		}
	}
	for _, bad := range []string{"", "Models", "utils", "two-words", "å"} {
		if r, err := name(bad, ""); err == nil {
			t.Errorf("%q was taken as %+v", bad, r)
		}
	}
}

func TestARoomOverwritesNothing(t *testing.T) {
	root := t.TempDir()
	files := map[string][]byte{"a/one": []byte("new"), "a/two": []byte("new")}
	if err := os.MkdirAll(filepath.Join(root, "a"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "a/two"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}

	err := write(root, files)

	if err == nil {
		t.Error("it said nothing")
	}
	if _, err := os.Stat(filepath.Join(root, "a/one")); err == nil {
		t.Error("half of it was written")
	}
}

// What the scaffold writes must work as it stands, or the first thing a newcomer
// sees of the house is broken: connected by one line, its rules and its story
// pass. It is tried in a copy of the source. One room begins with a letter that
// the templates use for something else.
func TestARoomWorksAsItIsWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the Go compiler")
	}
	root := copyOfTheSource(t)
	var packages []string
	for _, room := range []string{"lighthouses", "surveyors"} {
		r, err := name(room, "")
		if err != nil {
			t.Fatal(err)
		}
		migration, err := nextMigration(root)
		if err != nil {
			t.Fatal(err)
		}
		files, err := r.files(migration)
		if err != nil {
			t.Fatal(err)
		}
		if err := write(root, files); err != nil {
			t.Fatal(err)
		}
		connectTo(t, filepath.Join(root, "api/app/app.go"), room)
		packages = append(packages, "./api/"+room)
	}

	cmd := exec.Command("go", append([]string{"test"}, packages...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "ENVAGIN_TEST_DATABASES=sqlite")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// copyOfTheSource is without -trimpath in what follows: modules then come from
// the cache that the other tests filled.
func copyOfTheSource(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, file := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join("../..", file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, file), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(root, "api"), os.DirFS("../../api")); err != nil {
		t.Fatal(err)
	}
	return root
}

// connectTo mounts the room beside boards, as a person would.
func connectTo(t *testing.T, appFile, room string) {
	t.Helper()
	content, err := os.ReadFile(appFile)
	if err != nil {
		t.Fatal(err)
	}
	source := string(content)
	for _, line := range [][2]string{
		{"\t\"envagin/api/boards\"\n", "\t\"envagin/api/" + room + "\"\n"},
		{"\tboards.Mount(a.API, a.Boards)\n", "\t" + room + ".Mount(a.API, " + room + ".New(a.DB, a.Clock))\n"},
	} {
		if !strings.Contains(source, line[0]) {
			t.Fatalf("api/app/app.go has no line %q to stand beside", line[0])
		}
		source = strings.Replace(source, line[0], line[0]+line[1], 1)
	}
	if err := os.WriteFile(appFile, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
}
