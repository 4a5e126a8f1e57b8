package app

import (
	"bytes"
	"encoding/json"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"envagin/api/platform/day"
)

// PackageSchema is the JSON Schema of a plan package, made from the types that
// an import reads, so that an editor can help whoever writes one.
func PackageSchema() ([]byte, error) {
	met := map[string]reflect.Type{}
	r := &jsonschema.Reflector{Anonymous: true, ExpandedStruct: true,
		Namer: typeName,
		Mapper: func(t reflect.Type) *jsonschema.Schema {
			if t == reflect.TypeFor[day.Day]() {
				return &jsonschema.Schema{Type: "string", Format: "date"}
			}
			met[typeName(t)] = t
			return nil
		}}
	s := r.Reflect(&Package{})
	s.Title = "Plan package of En väg in"
	s.Description = "A municipality's plan with its bodies: what `envagin import` reads and `envagin export` writes."
	s.Properties.Set("$schema", &jsonschema.Schema{Type: "string"})
	s.Properties.Set("format", &jsonschema.Schema{Const: packageFormat})
	s.Required = []string{"format", "plan"}
	for name, definition := range s.Definitions {
		complete(met[name], definition)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(s)
	return out.Bytes(), err
}

// typeName has the room in it, since each has its Packed.
func typeName(t reflect.Type) string {
	if t.Name() == "" {
		return "" // a list, say
	}
	return path.Base(t.PkgPath()) + "." + t.Name()
}

// complete adds the words that a field may hold, and takes away what a packed
// type hides of the Input inside it: ids, which a package says by key.
func complete(t reflect.Type, s *jsonschema.Schema) {
	if t == nil || t.Kind() != reflect.Struct {
		return
	}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		property, ok := s.Properties.Get(name)
		if words := f.Tag.Get("enums"); ok && words != "" {
			if property.Items != nil {
				property = property.Items
			}
			property.Enum = nil
			for word := range strings.SplitSeq(words, ",") {
				property.Enum = append(property.Enum, word)
			}
		}
		if len(f.Index) == 1 && f.Tag.Get("jsonschema") == "-" {
			s.Properties.Delete(name)
			s.Required = slices.DeleteFunc(s.Required, func(r string) bool { return r == name })
		}
	}
}
