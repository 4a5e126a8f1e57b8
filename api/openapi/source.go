package openapi

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// source is what we read out of the Go source ourselves, beside swag.
type source struct {
	// versioned has the ids of the operations whose handler reads If-Match, found
	// by looking for the call: an annotation could say one thing and the code another.
	versioned map[string]bool
	// described has the comments of the published types, by their published name.
	described map[string]string
}

var (
	annotatedID   = regexp.MustCompile(`(?m)^\s*@ID\s+(\S+)`)
	annotatedName = regexp.MustCompile(`^//\s*@name\s+(\S+)`)
)

// readSource reads every package under root; a room's helpers count with it.
func readSource(root string) (source, error) {
	s := source{map[string]bool{}, map[string]string{}}
	packages := map[string][]*ast.File{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != root && entry.Name() == "testdata" {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		packages[filepath.Dir(name)] = append(packages[filepath.Dir(name)], file)
		return nil
	})
	if err != nil {
		return s, fmt.Errorf("openapi: %w", err)
	}
	for _, files := range packages {
		s.operations(files)
		for _, file := range files {
			s.types(file)
		}
	}
	return s, nil
}

// operations follows the calls within a package, by name, to those of httpx that read If-Match. Only files that know
// echo or httpx count: a service that has a method of the same name as a handler's helper leads to no header.
func (s source) operations(files []*ast.File) {
	calls, ids := map[string]map[string]bool{}, map[string]string{}
	for _, file := range files {
		if !answersHTTP(file) {
			continue
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			name := fn.Name.Name
			if calls[name] == nil {
				calls[name] = map[string]bool{}
			}
			if id := annotatedID.FindStringSubmatch(fn.Doc.Text()); id != nil {
				ids[id[1]] = name
			}
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.SelectorExpr:
					if x, ok := n.X.(*ast.Ident); ok {
						calls[name][x.Name+"."+n.Sel.Name] = true
						calls[name][n.Sel.Name] = true
					}
				case *ast.Ident:
					calls[name][n.Name] = true
				}
				return true
			})
		}
	}
	for id, name := range ids {
		s.versioned[id] = reaches(calls, name, map[string]bool{})
	}
}

func answersHTTP(file *ast.File) bool {
	return slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool {
		return strings.HasSuffix(i.Path.Value, `/echo/v4"`) || strings.HasSuffix(i.Path.Value, `/httpx"`)
	})
}

func reaches(calls map[string]map[string]bool, name string, seen map[string]bool) bool {
	if seen[name] {
		return false
	}
	seen[name] = true
	for _, reader := range []string{"IfMatch", "Change", "Replace", "Delete"} {
		if calls[name]["httpx."+reader] {
			return true
		}
	}
	for next := range calls[name] {
		if calls[next] != nil && reaches(calls, next, seen) {
			return true
		}
	}
	return false
}

// types finds what is published by `} // @name Activity`, and what its comment says.
func (s source) types(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		decl, ok := n.(*ast.GenDecl)
		if !ok || decl.Tok != token.TYPE {
			return true
		}
		for _, spec := range decl.Specs {
			t := spec.(*ast.TypeSpec)
			doc := t.Doc.Text()
			if doc == "" {
				doc = decl.Doc.Text()
			}
			if t.Comment != nil {
				for _, c := range t.Comment.List {
					if name := annotatedName.FindStringSubmatch(c.Text); name != nil {
						s.described[name[1]] = strings.Join(strings.Fields(strings.Split(doc, "\n\n")[0]), " ")
					}
				}
			}
		}
		return true
	})
}
