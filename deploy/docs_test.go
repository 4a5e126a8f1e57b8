package deploy

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	link = regexp.MustCompile(`\]\(([^)#\s]+)[^)]*\)`)
	code = regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
)

func TestLinksInTheDocumentationLeadSomewhere(t *testing.T) {
	skipped := []string{".git", "node_modules", "bin", "data", "dist", "tmp", "pages"} // pages are pieces of a document
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && slices.Contains(skipped, entry.Name()) {
			return filepath.SkipDir
		}
		if entry.IsDir() || filepath.Ext(path) != ".md" {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range link.FindAllStringSubmatch(code.ReplaceAllString(string(content), ""), -1) {
			target := m[1]
			if strings.Contains(target, ":") || strings.HasPrefix(target, "/") {
				continue // another site, or an address of the running product
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(path), target)); err != nil {
				t.Errorf("%s links to %s, which is not there", path, target)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryDecisionIsListedUnderItsTitle(t *testing.T) {
	list := string(read(t, "docs/adr/README.md"))
	files, err := filepath.Glob("../docs/adr/[0-9]*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no decisions", err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		title, _, _ := strings.Cut(strings.TrimPrefix(string(read(t, "docs/adr/"+name)), "# "), "\n")
		if !strings.HasPrefix(title, strings.TrimLeft(name[:4], "0")+". ") {
			t.Errorf("%s is titled %q", name, title)
		}
		if !strings.Contains(list, "["+title+"]("+name+")") {
			t.Errorf("docs/adr/README.md does not list %s as %q", name, title)
		}
	}
}
