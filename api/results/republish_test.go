package results

import (
	"slices"
	"testing"
)

func TestRepublishable(t *testing.T) {
	t.Parallel()
	groups := []Group{{Key: "a"}, {Key: "b"}}
	before := yesNo(groups, staff("a", "ja", 20), staff("a", "nej", 22), staff("b", "ja", 20), staff("b", "nej", 18))
	with := func(answers ...[]Answer) Population { return yesNo(groups, append(answers, before.Answers)...) }

	for name, c := range map[string]struct {
		after Population
		told  []string // the groups that would tell who came
	}{
		"nothing is changed":                    {before, nil},
		"one more who makes no table otherwise": {with(staff("b", "ja", 1)), nil},
		"one more who makes a table otherwise":  {with(staff("a", "ja", 1)), []string{"a"}},
		"as many as the threshold in one group": {with(staff("a", "ja", 7)), nil},
		"as many in all, and one in a group":    {with(staff("b", "nej", 9), staff("a", "ja", 1)), []string{"a"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			against, err := Republishable(before, c.after)

			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, d := range against {
				told = append(told, d.Group)
				if d.By >= 7 || d.By < 1 {
					t.Errorf("%v differs by %d", d, d.By)
				}
			}
			slices.Sort(told)
			slices.Sort(c.told)
			if !slices.Equal(told, c.told) {
				t.Errorf("%q stand in the way, not %q: %v", told, c.told, against)
			}
		})
	}
}

func TestACorrectionThatTellsAGroupAnewStandsInTheWay(t *testing.T) {
	t.Parallel()
	groups := []Group{{Key: "a"}, {Key: "b"}, {Key: "c"}}
	before := yesNo(groups, staff("a", "ja", 20), staff("a", "nej", 20), staff("b", "ja", 6), staff("c", "ja", 5), staff("c", "nej", 3))
	after := yesNo(groups, before.Answers, staff("b", "nej", 1)) // seven: b is told, and c with it

	against, err := Republishable(before, after)

	if err != nil || !slices.ContainsFunc(against, func(d Difference) bool { return d.Group == "c" && d.By == 0 }) {
		t.Error(against, err)
	}
}

func TestWhoChangesAnAnswerIsCountedOnce(t *testing.T) {
	t.Parallel()
	if n := distance(map[string]int{"ja": 10, "nej": 10}, map[string]int{"ja": 4, "nej": 16}); n != 6 {
		t.Errorf("six said otherwise, not %d", n)
	}
	if n := distance(map[string]int{"ja": 10, "nej": 10}, map[string]int{"ja": 4}); n != 16 {
		t.Errorf("sixteen went, not %d", n)
	}
}
