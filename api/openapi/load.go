package openapi

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// JSON is the published specification.
//
//go:embed openapi.json
var JSON []byte

// YAML is the same in YAML.
//
//go:embed openapi.yaml
var YAML []byte

// Load decodes the published specification.
func Load() (Spec, error) { return decode(JSON) }

// Operation is one method on one path.
type Operation struct{ Method, Path, OperationID string }

var methods = []string{"get", "put", "post", "delete", "patch", "head", "options", "trace"}

// Operations lists every operation, by path and method.
func Operations(spec Spec) []Operation {
	var all []Operation
	paths, _ := spec["paths"].(Spec)
	for _, path := range sortedKeys(paths) {
		item, _ := paths[path].(Spec)
		for _, method := range methods {
			if op, ok := item[method].(Spec); ok {
				id, _ := op["operationId"].(string)
				all = append(all, Operation{Method: method, Path: path, OperationID: id})
			}
		}
	}
	return all
}

func operationAt(spec Spec, o Operation) Spec {
	return spec["paths"].(Spec)[o.Path].(Spec)[o.Method].(Spec)
}

// CompareRoutes says where the routes (method and path under the prefix, as
// Echo writes it) and the specification differ, both ways.
func CompareRoutes(spec Spec, routes [][2]string) []string {
	documented := map[string]bool{}
	for _, o := range Operations(spec) {
		documented[strings.ToUpper(o.Method)+" "+o.Path] = true
	}
	served := map[string]bool{}
	for _, r := range routes {
		segments := strings.Split(r[1], "/")
		for i, s := range segments {
			if name, ok := strings.CutPrefix(s, ":"); ok {
				segments[i] = "{" + name + "}"
			}
		}
		served[strings.ToUpper(r[0])+" "+strings.Join(segments, "/")] = true
	}
	var differences []string
	for _, route := range slices.Sorted(maps.Keys(served)) {
		if !documented[route] {
			differences = append(differences, fmt.Sprintf("%s is served but not in the specification", route))
		}
	}
	for _, route := range slices.Sorted(maps.Keys(documented)) {
		if !served[route] {
			differences = append(differences, fmt.Sprintf("%s is in the specification but not served", route))
		}
	}
	return differences
}

func sortedKeys(s Spec) []string { return slices.Sorted(maps.Keys(s)) }
