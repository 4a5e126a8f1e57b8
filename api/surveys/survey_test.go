package surveys

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"envagin/api/platform/problem"
)

func ptr(n float64) *float64 { return &n }

// refusals are the fields and codes of a problem, in order.
func refusals(err error) string {
	var p *problem.Problem
	if !errors.As(err, &p) {
		return ""
	}
	out := make([]string, len(p.Errors))
	for i, f := range p.Errors {
		out[i] = f.Name + " " + f.Code
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ", ")
}

func options(keys ...string) (out []Option) {
	for _, key := range keys {
		out = append(out, Option{key, key, key})
	}
	return out
}

func TestAnAnswerIsWrittenInOneForm(t *testing.T) {
	t.Parallel()
	single, multiple := Question{Type: Single, Options: options("a", "b")}, Question{Type: Multiple, Options: options("a", "b", "c")}
	matrix := Question{Type: Matrix, Rows: options("r1", "r2"), Options: options("a", "b")}
	scale, count := Question{Type: Scale, Min: ptr(1), Max: ptr(5)}, Question{Type: Number, Min: ptr(0)}
	line, text, day, link := Question{Type: ShortText}, Question{Type: LongText, MaxLength: 10}, Question{Type: Date}, Question{Type: FileLink}
	for _, c := range []struct {
		name      string
		q         Question
		raw       string
		canonical string
		refused   string
	}{
		{"one of the options", single, `"a"`, `"a"`, ""},
		{"one of the options, otherwise written", single, `"\u0061"`, `"a"`, ""},
		{"an option that is not there", single, `"x"`, `"x"`, "v notAnOption"},
		{"a number for an option", single, `1`, ``, "v wrongType"},
		{"nothing", single, `null`, ``, ""},
		{"choices in the order of the question", multiple, `["c","a"]`, `["a","c"]`, ""},
		{"no choices are no answer", multiple, `[]`, ``, ""},
		{"a choice twice", multiple, `["a","a"]`, `["a"]`, "v duplicate"},
		{"rows in order", matrix, `{"r2":"b","r1":"a"}`, `{"r1":"a","r2":"b"}`, ""},
		{"a row that is not there", matrix, `{"r3":"b"}`, `{"r3":"b"}`, "v notAnOption"},
		{"a step", scale, `5`, `5`, ""},
		{"a step, otherwise written", scale, `5.0`, `5`, ""},
		{"half a step", scale, `2.5`, `2.5`, "v wrongType"},
		{"a step too far", scale, `6`, `6`, "v outOfRange"},
		{"a number under the least", count, `-1`, `-1`, "v outOfRange"},
		{"a text for a number", count, `"3"`, ``, "v wrongType"},
		{"a day", day, `"2026-11-23"`, `"2026-11-23"`, ""},
		{"no such day", day, `"2026-02-30"`, `"2026-02-30"`, "v invalidFormat"},
		{"a line without its spaces", line, `"  kort  "`, `"kort"`, ""},
		{"only spaces", line, `"   "`, ``, ""},
		{"two lines", line, `"a\nb"`, `"a\nb"`, "v invalidFormat"},
		{"too long", text, `"elva tecken"`, `"elva tecken"`, "v tooLong"},
		{"a personal identity number", line, `"19811218-9876"`, `"19811218-9876"`, "v personalNumber"},
		{"a document", link, `{"title":"Rutin","url":"https://example.org/r"}`, `{"title":"Rutin","url":"https://example.org/r"}`, ""},
		{"a document without address", link, `{"title":"Rutin","url":""}`, `{"title":"Rutin","url":""}`, "v.url required"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var checks problem.Checks

			got := CheckValue(&checks, "v", c.q, json.RawMessage(c.raw))

			if refused := refusals(checks.Err()); refused != c.refused || string(got) != c.canonical {
				t.Errorf("%s refused for %q", got, refused)
			}
		})
	}
}

// way is a questionnaire whose second question leads to the third, and that to the fourth.
var way = []Question{
	{Key: "bakgrund", Type: Single, Required: true, Options: options("x", "y")},
	{Key: "samverkar", Type: Single, Required: true, Options: options("ja", "nej")},
	{Key: "med", Type: Multiple, Required: true, Options: options("polis", "skola"), Condition: &Condition{"samverkar", Is, []string{"ja"}}},
	{Key: "polisen", Type: Scale, Min: ptr(1), Max: ptr(5), Condition: &Condition{"med", Is, []string{"polis"}}},
	{Key: "annars", Type: LongText, Condition: &Condition{"polisen", IsNot, []string{"5"}}},
}

func TestTheWaysThrough(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, answers, asked, refused string }{
		{"nothing answered", `{}`, "bakgrund samverkar", "answers.bakgrund required, answers.samverkar required"},
		{"the short way", `{"bakgrund":"x","samverkar":"nej"}`, "bakgrund samverkar", ""},
		{"half the long way", `{"bakgrund":"x","samverkar":"ja"}`, "bakgrund samverkar med", "answers.med required"},
		{"a choice among several", `{"bakgrund":"x","samverkar":"ja","med":["polis","skola"],"polisen":2}`, "bakgrund samverkar med polisen annars", ""},
		{"not that step", `{"bakgrund":"x","samverkar":"ja","med":["polis"],"polisen":5}`, "bakgrund samverkar med polisen", ""},
		{"what hangs on what is not asked", `{"bakgrund":"x","samverkar":"nej","med":["polis"],"polisen":2}`, "bakgrund samverkar", "answers.med notAsked, answers.polisen notAsked"},
		{"a question that is not there", `{"bakgrund":"x","samverkar":"nej","hemligt":"x"}`, "bakgrund samverkar", "answers.hemligt notAsked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var answers map[string]json.RawMessage
			if err := json.Unmarshal([]byte(c.answers), &answers); err != nil {
				t.Fatal(err)
			}

			asked := Asked(way, answers)

			keys := []string{}
			for _, q := range way {
				if asked[q.Key] {
					keys = append(keys, q.Key)
				}
			}
			if got := strings.Join(keys, " "); got != c.asked {
				t.Errorf("asked %s", got)
			}
			if got := refusals(CheckWhole(way, answers)); got != c.refused {
				t.Errorf("refused for %q", got)
			}
		})
	}
}

func TestAMatrixThatMustBeAnsweredIsAnsweredInEveryRow(t *testing.T) {
	t.Parallel()
	matrix := []Question{{Key: "m", Type: Matrix, Required: true, Rows: options("r1", "r2"), Options: options("a", "b")}}

	half := CheckWhole(matrix, map[string]json.RawMessage{"m": json.RawMessage(`{"r1":"a"}`)})
	whole := CheckWhole(matrix, map[string]json.RawMessage{"m": json.RawMessage(`{"r1":"a","r2":"b"}`)})

	if refusals(half) != "answers.m required" || whole != nil {
		t.Error(half, whole)
	}
}

func TestTheThresholdHasAFloorThatNoSettingPasses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sensitive       bool
		threshold, told int
		refused         bool
	}{{false, 0, 7, false}, {true, 0, 10, false}, {false, 5, 7, true}, {true, 9, 10, true}, {true, 12, 12, false}, {false, 1, 7, true}} {
		s := Survey{Key: "prov", Answering: Staff, TitleSv: "Prov", TitleEn: "Try", IsSensitive: c.sensitive, Threshold: c.threshold}

		err := s.Check()

		if s.MinGroup() != c.told || (err != nil) != c.refused {
			t.Errorf("%v: %d, %v", c, s.MinGroup(), err)
		}
	}
}

func TestWhatIsToldTogetherIsThere(t *testing.T) {
	t.Parallel()
	top := "1"
	groups := []Group{{ID: top, Key: "norr"}, {Key: "litet", ParentID: &top}}
	work := Question{Key: "yrke", Type: Single, Required: true, Options: []Option{{Key: "a"}, {Key: "b"}}}
	for name, c := range map[string]struct {
		by      Dimension
		groups  []Group
		refused string
	}{
		"a group":                      {Dimension{Merged: []string{"litet"}}, groups, ""},
		"an option":                    {Dimension{QuestionKey: "yrke", Merged: []string{"b"}}, groups, ""},
		"no such group":                {Dimension{Merged: []string{"b"}}, groups, "dimensions[0].merged unknownReference"},
		"no such option":               {Dimension{QuestionKey: "yrke", Merged: []string{"litet"}}, groups, "dimensions[0].merged unknownReference"},
		"a group that is called other": {Dimension{Merged: []string{"litet"}}, append(groups, Group{Key: "other", ParentID: &top}), "dimensions[0].merged duplicate"},
	} {
		s := Survey{Answering: Staff, ClosesOn: "2026-12-01", Dimensions: []Dimension{c.by}}

		if refused := refusals(s.checkReady([]Question{work}, c.groups, "2026-11-23")); refused != c.refused {
			t.Errorf("%s: refused for %q", name, refused)
		}
	}
}

func TestTheShippedQuestionnaireHoldsItsOwnRules(t *testing.T) {
	t.Parallel()
	sections, questions, err := shipped()
	if err != nil || len(sections) != 4 || len(questions) < 15 {
		t.Fatal(len(sections), len(questions), err)
	}
	types := map[Type]bool{}
	for i, q := range questions {
		types[q.Type] = true
		if err := q.Check(sections, questions[:i]); err != nil {
			t.Errorf("%s: %v", q.Key, err)
		}
		if q.HelpSv == "" || q.HelpEn == "" {
			t.Errorf("%s has no page of the manual", q.Key)
		}
	}
	if len(types) != 9 {
		t.Errorf("it shows only %v", slices.Collect(maps.Keys(types)))
	}
}
