package app_test

import (
	"slices"
	"strings"
	"testing"
)

// engine are the files of the function that publishes what staff answered. What it tells is a
// function of the population that it is given: no database, no clock and nobody's request.
var engine = []string{"population.go", "frame.go", "band.go", "suppress.go", "witness.go", "search.go", "publish.go", "republish.go", "compare.go", "freetext.go"}

func TestWhatIsPublishedHangsOnThePopulationAlone(t *testing.T) {
	t.Parallel()
	found := 0
	for _, s := range sources(t) {
		if s.pkg != "results" || !slices.Contains(engine, s.name) {
			continue
		}
		found++
		for _, i := range s.imports {
			if first, _, _ := strings.Cut(i, "/"); strings.Contains(first, ".") || first == "envagin" || slices.Contains([]string{"context", "database", "net", "os", "time"}, first) {
				t.Errorf("%s imports %s", s.path, i)
			}
		}
	}
	if found != len(engine) {
		t.Errorf("%d of %d files are there", found, len(engine))
	}
}
