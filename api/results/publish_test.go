package results

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
)

// staff makes answers of people in a unit.
func staff(unit, value string, n int) []Answer {
	out := make([]Answer, n)
	for i := range out {
		out[i] = Answer{Groups: map[string]string{"unit": unit}, Values: map[string]json.RawMessage{"q": json.RawMessage(`"` + value + `"`)}}
	}
	return out
}

func yesNo(groups []Group, answers ...[]Answer) Population {
	p := Population{Dimensions: []Dimension{{Key: "unit", Groups: groups}}, Questions: []Question{{Key: "q", Type: "single", Options: []string{"ja", "nej"}, Required: true}}}
	for _, a := range answers {
		p.Answers = append(p.Answers, a...)
	}
	return p
}

// told is what a published table says of a group.
func told(t *testing.T, p Population, group string) Cell {
	t.Helper()
	out, err := Publish(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range out.Tables {
		for _, cell := range table.Groups {
			if cell.Group == group && (table.Dimension != nil) == (group != "") {
				return cell
			}
		}
	}
	t.Fatalf("nothing is said of %q", group)
	return Cell{}
}

func TestAGroupUnderTheThresholdIsHidden(t *testing.T) {
	t.Parallel()
	groups := []Group{{Key: "a"}, {Key: "b"}, {Key: "c"}}
	p := yesNo(groups, staff("a", "ja", 20), staff("a", "nej", 20), staff("b", "ja", 4), staff("b", "nej", 5), staff("c", "ja", 3), staff("c", "nej", 3))

	seven, ten := told(t, p, "b"), p
	ten.Sensitive = true

	if told(t, p, "c").N != nil || seven.N != nil { // b is hidden so that c is not what is left
		t.Error(seven, told(t, p, "c"))
	}
	if told(t, p, "a").N == nil || *told(t, p, "").N != 55 {
		t.Error("nothing is told at all")
	}
	if told(t, ten, "b").N != nil {
		t.Error("nine are told of in a sensitive round")
	}
}

func TestAllInAGroupSayingTheSameIsNeverTold(t *testing.T) {
	t.Parallel()
	for n := 7; n < 40; n++ {
		p := yesNo([]Group{{Key: "a"}, {Key: "b"}}, staff("a", "ja", n), staff("b", "nej", 30), staff("b", "ja", 30))

		cell := told(t, p, "a")

		if cell.N == nil {
			continue
		}
		yes, no := cell.Options[0], cell.Options[1]
		if least := yes.Low * n; least > (n-2)*100 || no.High*n < 200 {
			t.Errorf("of %d: yes from %d %%, no to %d %%", n, yes.Low, no.High)
		}
	}
}

func TestABandHoldsThreeCountsThatArePossible(t *testing.T) {
	t.Parallel()
	for n := 7; n < 300; n++ {
		in := map[span]int{}
		for c := range n + 1 {
			b := bandOf(c, n)
			in[b]++
			low, high := b.share(n)
			if c < b.low || c > b.high || low*n > c*100 || high*n < c*100 {
				t.Fatalf("%d of %d is outside %v, %d–%d %%", c, n, b, low, high)
			}
		}
		for b, counts := range in {
			if counts < 3 {
				t.Errorf("%v of %d holds %d counts", b, n, counts)
			}
		}
	}
}

func TestWhatIsLeftWhenOthersAreTakenAwayIsHiddenToo(t *testing.T) {
	t.Parallel()
	p := yesNo([]Group{{Key: "f"}, {Key: "f1", Parent: "f"}, {Key: "f2", Parent: "f"}, {Key: "f3", Parent: "f"}, {Key: "g"}},
		staff("f1", "ja", 10), staff("f1", "nej", 10), staff("f2", "ja", 15), staff("f2", "nej", 15), staff("f3", "ja", 3), staff("f3", "nej", 2), staff("g", "ja", 20), staff("g", "nej", 22))

	if told(t, p, "f").N == nil || told(t, p, "f1").N != nil || told(t, p, "f3").N != nil || told(t, p, "f2").N == nil {
		t.Error(told(t, p, "f"), told(t, p, "f1"), told(t, p, "f2"), told(t, p, "f3"))
	}
}

func TestThoseBesideTheGroupsUnderTheirsAreNotWhatIsLeft(t *testing.T) {
	t.Parallel()
	p := yesNo([]Group{{Key: "f"}, {Key: "f1", Parent: "f"}, {Key: "g"}}, staff("f", "nej", 1), staff("f1", "ja", 20), staff("f1", "nej", 10), staff("g", "ja", 20), staff("g", "nej", 22))

	if told(t, p, "f").N != nil && told(t, p, "f1").N != nil {
		t.Error("the one who stands in f and not in f1 is told by the difference")
	}
}

func TestAnOrdinaryRoundIsTold(t *testing.T) {
	t.Parallel()
	p := town(rand.New(rand.NewPCG(1, 2)), 12_000, 60)

	out, err := Publish(p)

	if err != nil {
		t.Fatal(err)
	}
	cells, shown := 0, 0
	for _, table := range out.Tables {
		for _, cell := range table.Groups {
			cells++
			if cell.N != nil {
				shown++
			}
		}
	}
	t.Logf("%d of %d", shown, cells)
	if shown*100 < cells*90 {
		t.Errorf("only %d of %d are told", shown, cells)
	}
}

// town is people in units under administrations, and in professions, who answer a few questions.
func town(r *rand.Rand, people, units int) Population {
	p := Population{Questions: []Question{
		{Key: "profession", Type: "single", Options: []string{"p0", "p1", "p2", "p3", "p4"}, Required: true},
		{Key: "single", Type: "single", Options: []string{"a", "b", "c"}, Required: true},
		{Key: "followed", Type: "scale", Min: 1, Max: 5, Condition: &Condition{"single", "is", []string{"a", "b"}}},
		{Key: "several", Type: "multiple", Options: []string{"x", "y", "z"}},
		{Key: "matrix", Type: "matrix", Rows: []string{"r1", "r2"}, Options: []string{"a", "b", "c"}},
	}}
	unit := Dimension{Key: "unit"}
	for a := range (units + 9) / 10 {
		unit.Groups = append(unit.Groups, Group{Key: fmt.Sprintf("a%d", a)})
	}
	for u := range units {
		unit.Groups = append(unit.Groups, Group{Key: fmt.Sprintf("u%d", u), Parent: fmt.Sprintf("a%d", u/10)})
	}
	p.Dimensions = []Dimension{unit, {Key: "profession", Question: "profession"}}
	raw := func(v any) json.RawMessage { b, _ := json.Marshal(v); return b }
	for range people {
		a := Answer{Groups: map[string]string{"unit": fmt.Sprintf("u%d", r.IntN(units))}, Values: map[string]json.RawMessage{"profession": raw(fmt.Sprintf("p%d", r.IntN(5)))}}
		single := []string{"a", "b", "c"}[r.IntN(3)]
		a.Values["single"] = raw(single)
		if single != "c" && r.IntN(9) > 0 {
			a.Values["followed"] = raw(1 + r.IntN(5))
		}
		if r.IntN(5) > 0 {
			a.Values["several"] = raw([][]string{{"x"}, {"y", "z"}, {}, {"x", "z"}}[r.IntN(4)])
		}
		a.Values["matrix"] = raw(map[string]string{"r1": []string{"a", "b", "c"}[r.IntN(3)], "r2": "a"})
		p.Answers = append(p.Answers, a)
	}
	return p
}
