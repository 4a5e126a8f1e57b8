package openapi

import (
	"regexp"
	"strings"
)

// schemas brings names and schemas to the forms of OpenAPI 3.1.
func schemas(spec Spec, described map[string]string) {
	defs := child(child(spec, "components"), "schemas")
	short := shortNames(defs)
	renamed := Spec{}
	for name, schema := range defs {
		renamed[short[name]] = schema
		if s := object(schema); s["description"] == nil && described[short[name]] != "" {
			s["description"] = described[short[name]]
		}
	}
	if day := object(renamed["Day"]); day["type"] == "string" {
		delete(day, "enum")
		day["format"], day["example"] = "date", "2026-12-31"
		day["description"] = "A calendar day (RFC 3339 full-date)."
	}
	child(spec, "components")["schemas"] = renamed
	walk(spec, func(s Spec) {
		raise(s)
		if name, ok := schemaName(s); ok && short[name] != "" {
			s["$ref"] = "#/components/schemas/" + short[name]
			// What the referenced type says need not be said again.
			if target, ok := renamed[short[name]].(Spec); ok && target["enum"] != nil {
				delete(s, "enum")
			}
		}
		for name, property := range object(s["properties"]) {
			complete(name, property)
		}
	})
}

// usual describes the fields that every room has.
var usual = map[string]string{
	"id":              "The id, a UUIDv7.",
	"activityId":      "The activity, by id.",
	"bodyId":          "The body, by id.",
	"planId":          "The plan, by id.",
	"goalIds":         "The goals that it serves, by id.",
	"targetGroupIds":  "The target groups that it is for, by id.",
	"violenceAreaIds": "The areas of violence that it is about, by id.",
	"title":           "What it is called.",
	"source":          "Who says so: the plan, our interpretation of it, or the municipality.",
	"version":         "Counts edits; it stands first in the ETag.",
	"createdAt":       "When it was made, in UTC.",
	"updatedAt":       "When it was last edited, in UTC.",
	"items":           "The items of this page.",
	"_meta":           "Where in the list this page stands.",
	"self":            "This page.",
	"first":           "The first page.",
	"prev":            "The page before; absent on the first.",
	"next":            "The page after; absent on the last.",
	"last":            "The last page.",
	"_links":          "self, and where this viewer may go or what they may do now.",
}

var uuid = regexp.MustCompile("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")

// complete adds to a property what follows from its name or example.
func complete(name string, property any) {
	p, ok := property.(Spec)
	if !ok {
		return
	}
	// A field of which nothing is known is any JSON value (Go's any).
	if p["type"] == "object" && p["properties"] == nil && p["additionalProperties"] == nil {
		delete(p, "type")
	}
	if usual[name] != "" && p["description"] == nil {
		p["description"] = usual[name]
	}
	if example, _ := p["example"].(string); p["type"] == "string" && p["format"] == nil && uuid.MatchString(example) {
		p["format"] = "uuid"
	}
}

// shortNames drops the package from "boards.Kind" where that is unambiguous;
// types with `// @name` have no package.
func shortNames(defs Spec) map[string]string {
	count := map[string]int{}
	last := func(name string) string { return name[strings.LastIndex(name, ".")+1:] }
	for name := range defs {
		count[last(name)]++
	}
	short := map[string]string{}
	for name := range defs {
		short[name] = last(name)
		if room, kind, ok := strings.Cut(name, "."); ok && count[kind] > 1 {
			short[name] = strings.ToUpper(room[:1]) + room[1:] + kind
		}
	}
	return short
}

// raise turns one schema from 3.0 to 3.1. Called on every object of the
// document: the keywords it looks at mean the same wherever they stand.
func raise(s Spec) {
	for _, key := range []string{"x-enum-varnames", "x-enum-comments", "x-enum-descriptions", "x-order", "x-originalParamName"} {
		delete(s, key)
	}
	// swag wraps a reference that has a description; in 3.1 they may stand side by side.
	if all := list(s["allOf"]); len(all) == 1 {
		if only, ok := all[0].(Spec); ok && only["$ref"] != nil {
			delete(s, "allOf")
			s["$ref"] = only["$ref"]
			delete(s, "type")
		}
	}
	if s["format"] == "date" {
		delete(s, "enum") // swag takes the constants First and Last of day.Day for all there is
	}
	nullable := s["nullable"] == true || s["x-nullable"] == true
	delete(s, "nullable")
	delete(s, "x-nullable")
	if nullable {
		if kind, ok := s["type"].(string); ok {
			s["type"] = []any{kind, "null"}
			if enum := list(s["enum"]); enum != nil {
				s["enum"] = append(enum, nil)
			}
		} else if target := s["$ref"]; target != nil {
			delete(s, "$ref")
			s["anyOf"] = []any{Spec{"$ref": target}, Spec{"type": "null"}}
		}
	}
	for _, bound := range [][2]string{{"exclusiveMinimum", "minimum"}, {"exclusiveMaximum", "maximum"}} {
		if exclusive, ok := s[bound[0]].(bool); ok {
			delete(s, bound[0])
			if exclusive && s[bound[1]] != nil {
				s[bound[0]] = s[bound[1]]
				delete(s, bound[1])
			}
		}
	}
}

// closeInputs says of everything that is sent to us that unknown fields are
// refused, which the strict binder does.
func closeInputs(spec Spec) {
	defs := child(child(spec, "components"), "schemas")
	seen := map[string]bool{}
	var reach func(v any)
	reach = func(v any) {
		walk(v, func(s Spec) {
			name, ok := schemaName(s)
			if !ok || seen[name] {
				return
			}
			seen[name] = true
			if def, ok := defs[name].(Spec); ok {
				if def["properties"] != nil && def["additionalProperties"] == nil {
					def["additionalProperties"] = false
				}
				reach(def)
			}
		})
	}
	for _, o := range Operations(spec) {
		reach(operationAt(spec, o)["requestBody"])
	}
}

func schemaName(s Spec) (string, bool) {
	target, _ := s["$ref"].(string)
	return strings.CutPrefix(target, "#/components/schemas/")
}

// walk calls f on every object in v, outer ones first, but not on examples:
// they are data, whatever their keys are called.
func walk(v any, f func(Spec)) {
	switch v := v.(type) {
	case Spec:
		f(v)
		for key, value := range v {
			if key != "example" && key != "examples" && key != "default" || isSchemaMap(value) {
				walk(value, f)
			}
		}
	case []any:
		for _, value := range v {
			walk(value, f)
		}
	}
}

// isSchemaMap tells the answer or property called "default" or "example" from a value of that keyword.
func isSchemaMap(v any) bool {
	s, ok := v.(Spec)
	return ok && (s["content"] != nil || s["$ref"] != nil || s["description"] != nil && s["type"] != nil && s["status"] == nil)
}
