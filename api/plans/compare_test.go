package plans

import (
	"bytes"
	"encoding/json"
	"testing"
)

func TestCompare(t *testing.T) {
	for _, tc := range []struct{ name, before, after, want string }{
		{"finds nothing between equals",
			`{"plan":{"key":"p","name":"Plan"},"goals":[{"key":"a","text":"A"}]}`,
			`{"plan":{"name":"Plan","key":"p"},"goals":[{"text":"A","key":"a"}]}`,
			`[]`},
		{"tells which fields of the head changed",
			`{"plan":{"key":"p","name":"Plan","notice":"x"}}`,
			`{"plan":{"key":"p","name":"Planen","periodTo":"2022-12-31"}}`,
			`[{"kind":"plan","key":"p","title":"Planen","change":"changed","fields":[
				{"name":"name","before":"Plan","after":"Planen"},
				{"name":"notice","before":"x"},
				{"name":"periodTo","after":"2022-12-31"}]}]`},
		{"tells what came and what went, whatever the order",
			`{"activities":[{"key":"a","title":"A"},{"key":"b","title":"B"}]}`,
			`{"activities":[{"key":"c","title":"C"},{"key":"a","title":"A"}]}`,
			`[{"kind":"activity","key":"c","title":"C","change":"added","fields":[]},
			  {"kind":"activity","key":"b","title":"B","change":"removed","fields":[]}]`},
		{"names sections by anchor",
			`{"sections":[{"anchor":"mal","title":"Mål","body":"x"}]}`,
			`{"sections":[{"anchor":"mal","title":"Mål","body":"y"}]}`,
			`[{"kind":"section","key":"mal","title":"Mål","change":"changed","fields":[{"name":"body","before":"x","after":"y"}]}]`},
		{"leaves ids out",
			`{"goals":[{"id":"1","key":"a","text":"A"}]}`,
			`{"goals":[{"id":"2","key":"a","text":"A"}]}`,
			`[]`},
		{"gives lists and objects whole",
			`{"activities":[{"key":"a","title":"A","levels":["individual"],"end":{"day":"2021-01-01","precision":"year"}}]}`,
			`{"activities":[{"key":"a","title":"A","levels":["individual","society"]}]}`,
			`[{"kind":"activity","key":"a","title":"A","change":"changed","fields":[
				{"name":"end","before":{"day":"2021-01-01","precision":"year"}},
				{"name":"levels","before":["individual"],"after":["individual","society"]}]}]`},
		{"does not round what is large",
			`{"activities":[{"key":"a","title":"A","amount":9007199254740993}]}`,
			`{"activities":[{"key":"a","title":"A","amount":9007199254740992}]}`,
			`[{"kind":"activity","key":"a","title":"A","change":"changed","fields":[{"name":"amount","before":9007199254740993,"after":9007199254740992}]}]`},
		{"knows terms and bodies by their Swedish names",
			`{"bodies":[{"key":"ks","nameSv":"Kommunstyrelsen"}],"violenceAreas":[]}`,
			`{"bodies":[{"key":"ks","nameSv":"Kommunstyrelsen","shortName":"KS"}],"violenceAreas":[{"key":"heder","nameSv":"Heder"}]}`,
			`[{"kind":"body","key":"ks","title":"Kommunstyrelsen","change":"changed","fields":[{"name":"shortName","after":"KS"}]},
			  {"kind":"violenceArea","key":"heder","title":"Heder","change":"added","fields":[]}]`},
		{"tells a word in place of a list",
			`{"goals":[{"key":"a","text":["x"]}]}`,
			`{"goals":[{"key":"a","text":"x"}]}`,
			`[{"kind":"goal","key":"a","title":"x","change":"changed","fields":[{"name":"text","before":["x"],"after":"x"}]}]`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := Compare([]byte(tc.before), []byte(tc.after))

			if err != nil {
				t.Fatal(err)
			}
			if a, b := canonical(t, got), canonical(t, json.RawMessage(tc.want)); a != b {
				t.Errorf("got    %s\nwanted %s", a, b)
			}
		})
	}
	t.Run("refuses what is no package", func(t *testing.T) {
		if _, err := Compare([]byte(`{`), []byte(`{}`)); err == nil {
			t.Error("half an object was read")
		}
	})
}

// canonical writes JSON with its fields in one order.
func canonical(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var plain any
	if err := dec.Decode(&plain); err != nil {
		t.Fatal(err)
	}
	text, err = json.Marshal(plain)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
