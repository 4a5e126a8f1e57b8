package results

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func published(t *testing.T, p Population) string {
	t.Helper()
	out, err := Publish(p)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWhatIsToldHangsOnNothingButTheAnswers(t *testing.T) {
	t.Parallel()
	p := municipality(rand.New(rand.NewPCG(5, 6)), 400, 10, 12) // where much is hidden by the search
	first := published(t, p)

	slices.Reverse(p.Answers)

	if published(t, p) != first {
		t.Error("the order in which people answered can be seen")
	}
}

func TestFewerInAllThanTheThresholdTellNothing(t *testing.T) {
	t.Parallel()
	p := yesNo([]Group{{Key: "a"}}, staff("a", "ja", 3), staff("a", "nej", 3))

	out, err := Publish(p)

	if err != nil || out.N != nil || told(t, p, "").N != nil || told(t, p, "").Options != nil {
		t.Error(out, err)
	}
}

func TestAnEmptyGroupIsNotWhatIsLeft(t *testing.T) {
	t.Parallel()
	p := yesNo([]Group{{Key: "a"}, {Key: "b"}, {Key: "c"}}, staff("a", "ja", 20), staff("a", "nej", 20), staff("b", "ja", 10), staff("b", "nej", 10))

	if told(t, p, "c").N != nil || told(t, p, "b").N != nil || told(t, p, "a").N == nil {
		t.Error("that nobody in c answered is what is left of the whole")
	}
}

func TestHiddenGroupsReachTheThresholdTogether(t *testing.T) {
	t.Parallel()
	p := yesNo([]Group{{Key: "a"}, {Key: "b"}, {Key: "c"}, {Key: "d"}}, staff("a", "ja", 2), staff("b", "ja", 1), staff("b", "nej", 2), staff("c", "ja", 10), staff("c", "nej", 10), staff("d", "ja", 20), staff("d", "nej", 20))

	if told(t, p, "c").N != nil || told(t, p, "d").N == nil {
		t.Error("that five are hidden together tells of them as of a group of five")
	}
}

func TestAGroupWithOneGroupUnderItIsHiddenWithThat(t *testing.T) {
	t.Parallel()
	p := yesNo([]Group{{Key: "f"}, {Key: "f1", Parent: "f"}, {Key: "g"}, {Key: "h"}}, staff("f1", "ja", 10), staff("f1", "nej", 10), staff("g", "ja", 20), staff("h", "nej", 30))
	f := frameOf(p)
	shown := []bool{true, true, false, true, true} // the search hid f1

	f.hide(f.tally(0), shown)

	if !slices.Equal(shown, []bool{true, false, false, false, true}) {
		t.Error(shown)
	}
}

func TestAHiddenAdministrationHidesItsUnitsAndOneBesideIt(t *testing.T) {
	t.Parallel()
	p := yesNo([]Group{{Key: "f"}, {Key: "f1", Parent: "f"}, {Key: "f2", Parent: "f"}, {Key: "g"}, {Key: "g1", Parent: "g"}, {Key: "g2", Parent: "g"}, {Key: "h"}},
		staff("f1", "ja", 2), staff("f1", "nej", 1), staff("f2", "ja", 2), staff("g1", "ja", 10), staff("g1", "nej", 10), staff("g2", "ja", 10), staff("g2", "nej", 10), staff("h", "ja", 30), staff("h", "nej", 30))

	for group, shown := range map[string]bool{"": true, "f": false, "f1": false, "f2": false, "g": false, "g1": false, "g2": false, "h": true} {
		if (told(t, p, group).N != nil) != shown {
			t.Errorf("%q: %v", group, told(t, p, group))
		}
	}
}

// followed adds a question that those are asked who said yes.
func followed(p Population) Population {
	p.Answers = slices.Clone(p.Answers)
	p.Questions = append(slices.Clone(p.Questions), Question{Key: "more", Type: "single", Options: []string{"x", "y"}, Required: true, Condition: &Condition{"q", "is", []string{"ja"}}})
	for i, a := range p.Answers {
		if string(a.Values["q"]) == `"ja"` {
			values := map[string]json.RawMessage{"q": a.Values["q"], "more": json.RawMessage([]string{`"x"`, `"y"`}[i%2])}
			p.Answers[i].Values = values
		}
	}
	return p
}

func TestHowManyWereAskedDoesNotTellThatAllSaidYes(t *testing.T) {
	t.Parallel()
	// Of 23 all said yes. That 23 were asked on would be told as 25, which 22 would not be.
	p := followed(yesNo([]Group{{Key: "a"}, {Key: "b"}, {Key: "c"}}, staff("a", "ja", 23), staff("b", "ja", 20), staff("b", "nej", 20), staff("c", "ja", 30), staff("c", "nej", 30)))

	out, err := Publish(p)
	if err != nil {
		t.Fatal(err)
	}

	for _, table := range out.Tables {
		for _, cell := range table.Groups {
			if table.Question == "more" && cell.Group == "a" && cell.N != nil {
				t.Errorf("it is told that %d in a were asked on", *cell.N)
			}
			if table.Question == "more" && cell.Group == "c" && cell.N == nil {
				t.Error("nothing is told of c")
			}
		}
	}
}

func TestThoseWhoWereAskedAreCountedForTheThreshold(t *testing.T) {
	t.Parallel()
	p := followed(yesNo([]Group{{Key: "a"}, {Key: "b"}}, staff("a", "ja", 5), staff("a", "nej", 40), staff("b", "ja", 40), staff("b", "nej", 40)))

	out, err := Publish(p)
	if err != nil {
		t.Fatal(err)
	}

	for _, table := range out.Tables {
		for _, cell := range table.Groups {
			if table.Question == "more" && cell.Group != "" && cell.N != nil { // b would be what is left
				t.Errorf("five were asked on in a, and %q is told", cell.Group)
			}
		}
	}
}

// scaled makes answers to a scale, by turns.
func scaled(n int, steps ...int) Population {
	p := Population{Questions: []Question{{Key: "q", Type: "scale", Min: 1, Max: 5, Required: true}}}
	for i := range n {
		p.Answers = append(p.Answers, Answer{Values: map[string]json.RawMessage{"q": json.RawMessage(fmt.Sprint(steps[i%len(steps)]))}})
	}
	return p
}

func TestAMeanIsToldFromThirtyAnswersAndTellsNoMoreThanTheBands(t *testing.T) {
	t.Parallel()
	if told(t, scaled(29, 1, 3, 5), "").Mean != nil {
		t.Error("of 29 a mean is told")
	}
	thirty := told(t, scaled(30, 1, 3, 5), "")
	if thirty.Mean == nil || *thirty.Mean < 2.9 || *thirty.Mean > 3.1 {
		t.Fatal("of 30 no mean is told, or another than 3: ", thirty.Mean)
	}

	other := scaled(30, 1, 3, 5)
	other.Answers[0].Values["q"] = json.RawMessage("3") // nine said 1, eleven 3: bands as before

	if published(t, other) != published(t, scaled(30, 1, 3, 5)) {
		t.Error("one who answers otherwise is seen")
	}
}

func TestShareTellsNothingFinerThanNToFive(t *testing.T) {
	t.Parallel()
	for n := 7; n < 60; n++ {
		if got := told(t, yesNo([]Group{{Key: "a"}}, staff("a", "ja", n/2), staff("a", "nej", n-n/2)), ""); *got.N%5 != 0 {
			t.Errorf("%d is told as %d", n, *got.N)
		}
	}
}

func TestMergedUnitsAreToldTogetherUnderTheirAdministration(t *testing.T) {
	t.Parallel()
	groups := []Group{{Key: "f"}, {Key: "f1", Parent: "f"}, {Key: "f2", Parent: "f"}, {Key: "f3", Parent: "f"}, {Key: "g"}, {Key: "h"}, {Key: "i"}}
	p := yesNo(groups, staff("f1", "ja", 12), staff("f1", "nej", 12), staff("f2", "ja", 6), staff("f3", "nej", 6), staff("g", "ja", 20), staff("g", "nej", 20), staff("h", "ja", 6), staff("i", "nej", 6))
	p.Dimensions[0].Merged = []string{"f2", "f3", "h", "i"}

	for group, n := range map[string]int{"f": 35, "f1": 25, "f/other": 10, "other": 10, "g": 40} {
		if got := told(t, p, group); got.N == nil || *got.N != n {
			t.Errorf("%s: %v", group, got)
		}
	}
}

func TestAWorldInWhichOthersWouldBeHiddenIsNoProof(t *testing.T) {
	t.Parallel()
	silent := Answer{Groups: map[string]string{"unit": "a"}, Values: map[string]json.RawMessage{}}
	p := yesNo([]Group{{Key: "a"}, {Key: "b"}, {Key: "c"}, {Key: "d"}},
		[]Answer{silent}, staff("a", "ja", 10), staff("a", "nej", 11), staff("b", "ja", 10), staff("b", "nej", 11), staff("c", "nej", 3), staff("d", "ja", 20), staff("d", "nej", 21))
	p.Questions[0].Required = false
	f := frameOf(p)
	f.sort()
	w := f.world(f.blocks()[0])
	w.show()

	// Of a and b, as many answered; a is hidden beside c. Had one more in a answered, b would be.
	if w.shown[0][1] || !w.shown[0][2] || w.hides(0, []int8{0}) {
		t.Error(w.shown[0])
	}
}
