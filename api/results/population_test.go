package results

import (
	"strings"
	"testing"
)

const small = `{"dimensions": [{"key": "unit", "groups": [{"key": "a"}, {"key": "b", "parent": "a"}]}, {"key": "work", "question": "w"}],
 "questions": [{"key": "w", "type": "single", "options": ["x", "y"], "required": true},
  {"key": "s", "type": "scale", "min": 1, "max": 5},
  {"key": "m", "type": "matrix", "rows": ["r"], "options": ["x"], "condition": {"question": "w", "op": "is", "values": ["x"]}}],
 "answers": [{"groups": {"unit": "b"}, "values": {"w": "x", "s": 3, "m": {"r": "x"}}}, {"groups": {"unit": "a"}, "values": {"w": "y"}}]}`

func TestReadNamesTheFieldThatIsWrong(t *testing.T) {
	t.Parallel()
	if _, err := Read(strings.NewReader(small)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to, says string }{
		{`{"dimensions"`, `{"threshold": 5, "dimensions"`, "threshold: 5 is under the floor, which is 7"},
		{`{"dimensions"`, `{"sensitive": true, "threshold": 9, "dimensions"`, "threshold: 9 is under the floor, which is 10"},
		{`{"dimensions"`, `{"filter": "a", "dimensions"`, `unknown field "filter"`},
		{small, small + "{}", "something stands after it"},
		{`"key": "work"`, `"key": "unit"`, "dimensions[1].key"},
		{`"question": "w"}]`, `"question": "s"}]`, `dimensions[1] (work): question: "s" is no single choice`},
		{`"question": "w"}]`, `"question": "w", "merged": ["z"]}]`, `dimensions[1] (work): merged: w has no option "z"`},
		{`"question": "w"}]`, `"question": "w", "groups": [{"key": "x"}]}]`, "dimensions[1] (work): groups"},
		{`"question": "w"}]`, `"groups": []}]`, "dimensions[1] (work): groups: there are none"},
		{`{"key": "a"}, `, ``, `dimensions[0] (unit): groups[0].parent: no group "a"`},
		{`"key": "b"`, `"key": "a"`, `dimensions[0] (unit): groups[1].key: "a"`},
		{`"parent": "a"}]`, `"parent": "a"}], "merged": ["c"]`, `dimensions[0] (unit): merged: there is no group "c"`},
		{`"type": "scale"`, `"type": "slider"`, `questions[1] (s): type: there is no type "slider"`},
		{`"max": 5`, `"max": 1`, "questions[1] (s): max"},
		{`"key": "s"`, `"key": "w"`, "questions[1] (w): key"},
		{`"options": ["x", "y"]`, `"options": ["x", "x"]`, "questions[0] (w): options"},
		{`"rows": ["r"]`, `"rows": []`, "questions[2] (m): rows"},
		{`{"question": "w", "op"`, `{"question": "v", "op"`, `questions[2] (m): condition.question: "v"`},
		{`"op": "is"`, `"op": "in"`, "questions[2] (m): condition.op"},
		{`"values": ["x"]}`, `"values": ["z"]}`, `questions[2] (m): condition.values: w has no option "z"`},
		{`"unit": "b"`, `"unit": "c"`, `answers[0].groups.unit: there is no group "c"`},
		{`{"unit": "b"}`, `{"unit": "b", "work": "x"}`, "answers[0].groups.work"},
		{`"values": {"w": "y"}`, `"values": {}`, "answers[1].values.w"},
		{`"values": {"w": "y"}`, `"values": {"w": "y", "v": 1}`, "answers[1].values.v: there is no such question"},
		{`"values": {"w": "y"}`, `"values": {"w": "z"}`, `answers[1].values.w: there is no option "z"`},
		{`"values": {"w": "y"}`, `"values": {"w": 1}`, "answers[1].values.w: it is no answer to a question of type single"},
		{`"values": {"w": "y"}`, `"values": {"w": "y", "m": {"r": "x"}}`, "answers[1].values.m: it was not asked"},
		{`"s": 3`, `"s": 6`, `answers[0].values.s: there is no option "6"`},
		{`{"r": "x"}`, `{"r": "y"}`, "answers[0].values.m: there is no row"},
		{`"max": 5`, `"max": 5, "required": true`, "answers[1].values.s: it must be answered"},
	} {
		_, err := Read(strings.NewReader(strings.Replace(small, c.from, c.to, 1)))

		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, not %q", c.to, err, c.says)
		}
	}
}
