package httpx

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"unicode/utf8"

	"envagin/api/platform/problem"
)

// strict looks for what encoding/json lets through although the specification
// does not: names in another case, names given twice (which value counts would
// depend on who reads), and text damaged on its way, which it would mend with
// U+FFFD and we would keep. raw has been decoded into a value of type t already.
//
// A field tagged `sent:"must"` that was left out is refused here, since Check
// could not tell it from false or an empty list: a PUT of a user without
// "active" must not shut the user out.
func strict(raw []byte, t reflect.Type) error {
	s := strictReader{dec: json.NewDecoder(bytes.NewReader(raw))}
	if err := s.value(t, ""); err != nil {
		return problem.BadRequest("notJSON", "The body is not valid JSON.")
	}
	if s.bad != nil {
		return problem.BadRequest(s.bad.Code, "The body cannot be read as it is meant.", *s.bad)
	}
	return problem.Invalid(s.missing...)
}

type strictReader struct {
	dec     *json.Decoder
	bad     *problem.Field // the first
	missing []problem.Field
}

func (s *strictReader) found(name, code, detail string) {
	if s.bad == nil {
		s.bad = &problem.Field{Name: name, Code: code, Detail: detail}
	}
}

func (s *strictReader) value(t reflect.Type, path string) error {
	token, err := s.dec.Token()
	if err != nil {
		return err
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch v := token.(type) {
	case string:
		if strings.ContainsRune(v, utf8.RuneError) {
			s.found(path, "invalidCharacter", "The text is not whole Unicode.")
		}
	case json.Delim:
		return s.inside(v, t, path)
	}
	return nil
}

func (s *strictReader) inside(open json.Delim, t reflect.Type, path string) error {
	known, seen := members(t), map[string]bool{}
	// Another's document, or a value of several forms, which its own reader judges.
	free := t == reflect.TypeFor[json.RawMessage]() || t.Kind() == reflect.Interface
	for s.dec.More() {
		child, name := t, path
		if open == '{' {
			token, err := s.dec.Token()
			if err != nil {
				return err
			}
			key, _ := token.(string)
			name = strings.TrimPrefix(path+"."+key, ".")
			if field, ok := known[key]; ok {
				child = field.of
			} else if !free {
				s.found(name, "unknownField", "There is no such field; case counts.")
			}
			if seen[key] {
				s.found(name, "repeated", "Give this field once.")
			}
			seen[key] = true
		} else if t.Kind() == reflect.Slice && !free {
			child = t.Elem()
		}
		if err := s.value(child, name); err != nil {
			return err
		}
	}
	for name, child := range known {
		if child.required && !seen[name] {
			s.missing = append(s.missing, problem.Field{Name: strings.TrimPrefix(path+"."+name, "."),
				Code: "required", Detail: "This field is required."})
		}
	}
	_, err := s.dec.Token()
	return err
}

// member is one field of a struct, as the wire knows it.
type member struct {
	of       reflect.Type
	required bool
}

// members are the fields of a struct by their names on the wire, those of
// embedded structs among them.
func members(t reflect.Type) map[string]member {
	names := map[string]member{}
	if t.Kind() != reflect.Struct {
		return names
	}
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
			names[name] = member{f.Type, f.Tag.Get("sent") == "must"}
		}
	}
	return names
}

// wirePath takes the names of embedded Go structs out of the path that
// encoding/json gives, since no client knows them.
func wirePath(t reflect.Type, path string) string {
	var out []string
	for name := range strings.SplitSeq(path, ".") {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() == reflect.Struct {
			if f, ok := t.FieldByName(name); ok && f.Anonymous && f.Tag.Get("json") == "" {
				t = f.Type
				continue
			}
			if f, ok := members(t)[name]; ok {
				t = f.of
			}
		}
		out = append(out, name)
	}
	return strings.Join(out, ".")
}
