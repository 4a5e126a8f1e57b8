package results

import (
	"encoding/json"
	"testing"
)

// rounds are last year's and this year's, of the same three units.
func rounds(t *testing.T, change func(before *Population)) (now, before Published) {
	t.Helper()
	groups := []Group{{Key: "f"}, {Key: "a", Parent: "f"}, {Key: "b", Parent: "f"}, {Key: "c", Parent: "f"}}
	make := func() Population {
		return yesNo(groups, staff("a", "ja", 20), staff("a", "nej", 20), staff("b", "ja", 15), staff("b", "nej", 15), staff("c", "ja", 10), staff("c", "nej", 10))
	}
	earlier := make()
	change(&earlier)
	var err error
	if now, err = Publish(make()); err != nil {
		t.Fatal(err)
	}
	if before, err = Publish(earlier); err != nil {
		t.Fatal(err)
	}
	return now, before
}

func TestCompare(t *testing.T) {
	t.Parallel()
	declare := func(groups ...Group) func(*Population) {
		return func(p *Population) { p.Dimensions[0].Groups = groups }
	}
	for name, c := range map[string]struct {
		change func(*Population)
		told   map[string]bool // of the earlier round, by group; "" is the whole
	}{
		"the same groups": {func(*Population) {}, map[string]bool{"": true, "f": true, "a": true, "b": true, "c": true}},
		"hidden the year before": {func(p *Population) { p.Answers = p.Answers[:len(p.Answers)-17] }, // three are left in c, and b is hidden with it
			map[string]bool{"": true, "f": true, "a": true, "b": false, "c": false}},
		"a unit that lay elsewhere": {declare(Group{Key: "f"}, Group{Key: "b", Parent: "f"}, Group{Key: "c", Parent: "f"}, Group{Key: "a"}),
			map[string]bool{"": true, "f": false, "a": false, "b": true, "c": true}},
		"units that were told together": {func(p *Population) { p.Dimensions[0].Merged = []string{"b", "c"} },
			map[string]bool{"": true, "f": true, "a": true, "b": false, "c": false}},
		"others that were told together": {func(p *Population) { p.Dimensions[0].Merged = []string{"b"} },
			map[string]bool{"": true, "f": true, "a": true, "b": false, "c": true}},
		"another question": {func(p *Population) {
			p.Questions[0].Key = "r"
			for i, a := range p.Answers {
				p.Answers[i].Values = map[string]json.RawMessage{"r": a.Values["q"]}
			}
		}, map[string]bool{"": false, "f": false, "a": false, "b": false, "c": false}},
		"other options": {func(p *Population) { p.Questions[0].Options = []string{"ja", "vet inte", "nej"} },
			map[string]bool{"": false, "f": false, "a": false, "b": false, "c": false}},
		"another breakdown": {func(p *Population) {
			p.Dimensions[0].Key = "house"
			for i, a := range p.Answers {
				p.Answers[i].Groups = map[string]string{"house": a.Groups["unit"]}
			}
		}, map[string]bool{"": true, "f": false, "a": false, "b": false, "c": false}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			now, before := rounds(t, c.change)

			beside := Compare(now, before)

			for i, table := range beside.Tables {
				for j, cell := range table.Groups {
					if cell.Group != now.Tables[i].Groups[j].Group || (cell.N != nil) != c.told[cell.Group] || (cell.Options != nil) != c.told[cell.Group] {
						t.Errorf("of %q is told %v", cell.Group, cell)
					}
				}
			}
		})
	}
}

func TestOtherIsTheSameOnlyWhereTheSameAreMerged(t *testing.T) {
	t.Parallel()
	round := func(merged ...string) Published {
		p := yesNo([]Group{{Key: "a"}, {Key: "b"}, {Key: "c"}}, staff("a", "ja", 20), staff("a", "nej", 20), staff("b", "ja", 15), staff("b", "nej", 15), staff("c", "ja", 15), staff("c", "nej", 15))
		p.Dimensions[0].Merged = merged
		out, err := Publish(p)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}

	same, another := Compare(round("b", "c"), round("c", "b")).Tables[1].Groups[1], Compare(round("b"), round("c")).Tables[1].Groups[1]

	if same.Group != other || same.N == nil || another.Group != other || another.N != nil {
		t.Error(same, another)
	}
}

func TestCompareTellsNothingOfWhatIsHiddenNow(t *testing.T) {
	t.Parallel()
	now, before := rounds(t, func(*Population) {})
	now.Tables[1].Groups[3].N, now.Tables[1].Groups[3].Options = nil, nil

	beside := Compare(now, before)

	if beside.Tables[1].Groups[3].N != nil || beside.Tables[1].Groups[2].N == nil {
		t.Error(beside.Tables[1])
	}
}
