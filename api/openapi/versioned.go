package openapi

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
)

var annotatedID = regexp.MustCompile(`(?m)^\s*@ID\s+(\S+)`)

// versionedOperations finds the operations whose handler reads If-Match, by
// looking for the call: an annotation could say one thing and the code another.
func versionedOperations(source string) (map[string]bool, error) {
	found := map[string]bool{}
	err := filepath.WalkDir(source, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != source && entry.Name() == "testdata" {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				if id := annotatedID.FindStringSubmatch(fn.Doc.Text()); id != nil && readsIfMatch(fn.Body) {
					found[id[1]] = true
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("openapi: %w", err)
	}
	return found, nil
}

// readsIfMatch looks for httpx.IfMatch or httpx.Change.
func readsIfMatch(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			pkg, _ := s.X.(*ast.Ident)
			found = found || pkg != nil && pkg.Name == "httpx" && (s.Sel.Name == "IfMatch" || s.Sel.Name == "Change")
		}
		return !found
	})
	return found
}
