package plans

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
)

// Change tells how a thing differs.
type Change string // @name ComparisonChange

// The changes.
const (
	Added   Change = "added"
	Removed Change = "removed"
	Changed Change = "changed"
)

// Difference is one thing that differs between two packages.
type Difference struct {
	// Kind is what sort of thing it is.
	Kind string `json:"kind" enums:"plan,body,violenceArea,targetGroup,goal,section,reportingRound,activity,timelineEntry,councilSeat" example:"activity"`
	// Key names it, as in the package.
	Key string `json:"key" example:"utveckla-centrum-mot-vald"`
	// Title is what people call it, in the later package where it has one.
	Title string `json:"title" example:"Utveckla Centrum mot våld"`
	// Change tells whether it came, went or changed.
	Change Change `json:"change" enums:"added,removed,changed" example:"changed"`
	// Fields are those that differ, by name; only of a changed thing.
	Fields []FieldDifference `json:"fields"`
} // @name Comparison

// FieldDifference is one field before and after; absent where it was not said.
type FieldDifference struct {
	// Name is the field.
	Name string `json:"name" example:"end"`
	// Before is its value in the older package; absent when it was not there.
	Before any `json:"before,omitempty"`
	// After is its value in the newer package; absent when it is gone.
	After any `json:"after,omitempty"`
} // @name FieldChange

// collections are the lists of a package in the order in which people read a
// plan, with the word for one thing of each and the field that names it.
var collections = []struct{ name, kind, key string }{
	{"goals", "goal", "key"},
	{"sections", "section", "anchor"},
	{"activities", "activity", "key"},
	{"reportingRounds", "reportingRound", "key"},
	{"timeline", "timelineEntry", "key"},
	{"councilSeats", "councilSeat", "key"},
	{"bodies", "body", "key"},
	{"violenceAreas", "violenceArea", "key"},
	{"targetGroups", "targetGroup", "key"},
}

// thing is one object of a package.
type thing map[string]any

// Compare tells what differs between two plan packages: things are matched by
// collection and key. Ids are left out, since a copy has others.
func Compare(a, b []byte) ([]Difference, error) {
	before, err := decodePackage(a)
	if err != nil {
		return nil, err
	}
	after, err := decodePackage(b)
	if err != nil {
		return nil, err
	}
	all := []Difference{}
	was, is := one(before["plan"]), one(after["plan"])
	if fields := compareFields(was, is); len(fields) > 0 {
		all = append(all, Difference{"plan", is.text("key"), is.title(), Changed, fields})
	}
	for _, c := range collections {
		all = append(all, compareLists(c.kind, c.key, many(before[c.name]), many(after[c.name]))...)
	}
	return all, nil
}

// compareLists goes through the later list in its order, then through what is gone.
func compareLists(kind, key string, before, after []thing) []Difference {
	var out []Difference
	earlier := map[string]thing{}
	for _, t := range before {
		earlier[t.text(key)] = t
	}
	kept := map[string]bool{}
	for _, t := range after {
		name := t.text(key)
		kept[name] = true
		was, ok := earlier[name]
		if !ok {
			out = append(out, Difference{kind, name, t.title(), Added, []FieldDifference{}})
		} else if fields := compareFields(was, t); len(fields) > 0 {
			out = append(out, Difference{kind, name, t.title(), Changed, fields})
		}
	}
	for _, t := range before {
		if name := t.text(key); !kept[name] {
			out = append(out, Difference{kind, name, t.title(), Removed, []FieldDifference{}})
		}
	}
	return out
}

func compareFields(before, after thing) []FieldDifference {
	var names []string
	for name := range before {
		names = append(names, name)
	}
	for name := range after {
		names = append(names, name)
	}
	slices.Sort(names)
	var out []FieldDifference
	for _, name := range slices.Compact(names) {
		if name != "id" && !reflect.DeepEqual(before[name], after[name]) {
			out = append(out, FieldDifference{name, before[name], after[name]})
		}
	}
	return out
}

func decodePackage(text []byte) (map[string]any, error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber() // a sum of money must not be rounded on its way
	var p map[string]any
	if err := dec.Decode(&p); err != nil {
		return nil, fmt.Errorf("plans: a package cannot be read: %w", err)
	}
	return p, nil
}

func one(v any) thing {
	m, _ := v.(map[string]any)
	return m
}

func many(v any) []thing {
	list, _ := v.([]any)
	out := make([]thing, 0, len(list))
	for _, item := range list {
		out = append(out, one(item))
	}
	return out
}

func (t thing) text(name string) string {
	text, _ := t[name].(string)
	return text
}

// title is the first of the fields that name things of one kind or another.
func (t thing) title() string {
	for _, name := range []string{"title", "name", "nameSv", "text"} {
		if text := t.text(name); text != "" {
			return text
		}
	}
	return ""
}
