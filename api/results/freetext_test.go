package results

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// writers makes people in a unit, of whom some write.
func writers(unit string, answered, wrote int) []Answer {
	out := make([]Answer, answered)
	for i := range out {
		out[i] = Answer{Groups: map[string]string{"unit": unit, "work": "w"}, Values: map[string]json.RawMessage{}}
		if i < wrote {
			out[i].Values["text"] = json.RawMessage(fmt.Sprintf(`"%s %03d"`, unit, i))
		}
	}
	return out
}

func written(answers ...[]Answer) Population {
	p := Population{
		Dimensions: []Dimension{{Key: "unit", Groups: []Group{{Key: "f"}, {Key: "f1", Parent: "f"}, {Key: "f2", Parent: "f"}, {Key: "g"}}}, {Key: "work", Groups: []Group{{Key: "w"}}}},
		Questions:  []Question{{Key: "text", Type: "longText"}}}
	return Population{Dimensions: p.Dimensions, Questions: p.Questions, Answers: slices.Concat(answers...)}
}

func TestFreeTexts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answers [][]Answer
		texts   string // how many by group; - is the whole
	}{
		"groups of fifty":                           {[][]Answer{writers("f1", 50, 20), writers("f2", 60, 10), writers("g", 70, 7)}, "f1:20 f2:10 g:7"},
		"a group of 49 is told with its parent":     {[][]Answer{writers("f1", 49, 20), writers("f2", 60, 10), writers("f", 1, 1), writers("g", 70, 7)}, "f2:10 f:21 g:7"},
		"too few are left beside those told":        {[][]Answer{writers("f1", 49, 20), writers("f2", 60, 10), writers("g", 70, 7)}, "-:27 f2:10"},
		"fewer wrote than the threshold":            {[][]Answer{writers("f1", 50, 6), writers("f2", 60, 10), writers("g", 70, 7)}, "-:13 f2:10"},
		"a small round is told as one":              {[][]Answer{writers("f1", 20, 5), writers("g", 10, 3)}, "-:8"},
		"fewer in all than the threshold: nothing":  {[][]Answer{writers("f1", 60, 3), writers("g", 60, 3)}, ""},
		"fewer answers than the threshold: nothing": {[][]Answer{writers("f1", 6, 6)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			out, err := FreeTexts(written(c.answers...))

			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, of := range out {
				group := of.Group
				if group == "" {
					group = "-"
				}
				told = append(told, fmt.Sprintf("%s:%d", group, len(of.Texts)))
			}
			slices.Sort(told)
			if got := strings.Join(told, " "); got != c.texts {
				t.Errorf("told are %q, not %q", got, c.texts)
			}
		})
	}
}

func TestTextsAreShuffledWhateverTheOrderTheyCameIn(t *testing.T) {
	t.Parallel()
	p := written(writers("f1", 60, 60))

	orders := map[string]bool{}
	for range 5 {
		out, err := FreeTexts(p)
		if err != nil {
			t.Fatal(err)
		}
		orders[strings.Join(out[0].Texts, "|")] = true
		if slices.IsSorted(out[0].Texts) {
			t.Error("they stand as they came")
		}
	}
	if len(orders) != 5 {
		t.Error("the order is always the same, and so tells of that in which they came")
	}
}
