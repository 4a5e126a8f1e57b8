package app_test

import (
	"bytes"
	"go/ast"
	"slices"
	"testing"
)

// The employees' answers have one reader. Another would be another way to count them,
// and what two counts of the same people hide, their difference tells.
func TestStaffAnswersAreReadByTheResultsAlone(t *testing.T) {
	t.Parallel()
	const table, owner = "survey_staff_answers", "ballots/answers_store.go"
	var named, readers []string
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		if bytes.Contains(s.text, []byte(table)) {
			named = append(named, s.path)
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.SelectorExpr); ok && (call.Sel.Name == "Read" || call.Sel.Name == "Row") {
				if of, ok := call.X.(*ast.Ident); ok && of.Name == "ballots" {
					readers = append(readers, s.pkg)
				}
			}
			return true
		})
	}

	if !slices.Equal(named, []string{owner}) {
		t.Errorf("%s is named in %v; %s alone knows it", table, named, owner)
	}
	for _, reader := range readers {
		if reader != "results" {
			t.Errorf("%s reads the employees' answers", reader)
		}
	}
	for _, s := range sources(t) {
		if s.pkg == "ballots" && !s.test && s.path != owner && s.path != "ballots/shared.go" && bytes.Contains(s.text, []byte("readAnswers(")) {
			t.Errorf("%s reads answers", s.path)
		}
	}
}
