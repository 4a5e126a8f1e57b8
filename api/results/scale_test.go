package results

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
)

// municipality is a round as large as it gets: units under administrations under
// boards, of sizes that differ, and forty questions of all types, some of them asked of some only.
func municipality(r *rand.Rand, people, units, questions int) Population {
	unit := Dimension{Key: "unit"}
	for b := range (units + 14) / 15 {
		unit.Groups = append(unit.Groups, Group{Key: fmt.Sprint("b", b)})
	}
	for a := range (units + 4) / 5 {
		unit.Groups = append(unit.Groups, Group{Key: fmt.Sprint("a", a), Parent: fmt.Sprint("b", a/3)})
	}
	for u := range units {
		unit.Groups = append(unit.Groups, Group{Key: fmt.Sprint("u", u), Parent: fmt.Sprint("a", u/5)})
	}
	p := Population{Sensitive: true, Dimensions: []Dimension{unit, {Key: "profession", Question: "profession"}, {Key: "years", Question: "years"}},
		Questions: []Question{
			{Key: "profession", Type: "single", Options: []string{"p0", "p1", "p2", "p3", "p4", "p5"}, Required: true},
			{Key: "years", Type: "single", Options: []string{"y0", "y1", "y2"}, Required: true},
		}}
	for i := 2; i < questions; i++ {
		q := Question{Key: fmt.Sprint("q", i), Type: []string{"scale", "single", "multiple", "matrix", "scale", "single"}[i%6], Required: i%4 > 0}
		switch q.Type {
		case "scale":
			q.Min, q.Max = 1, 5
		case "matrix":
			q.Rows, q.Options = []string{"r1", "r2", "r3"}, []string{"a", "b", "c", "d"}
		default:
			q.Options = []string{"a", "b", "c", "d"}
		}
		if i%6 == 0 && i > 6 { // the scale after a single choice
			q.Condition = &Condition{Question: fmt.Sprint("q", i-1), Op: "is", Values: []string{"a", "b"}}
		}
		p.Questions = append(p.Questions, q)
	}
	for range people {
		u := min(r.IntN(units), r.IntN(units)) // some units are small
		a := Answer{Groups: map[string]string{"unit": fmt.Sprint("u", u)}, Values: map[string]json.RawMessage{}}
		for i, q := range p.Questions {
			pick := func() string { return q.Options[min(r.IntN(len(q.Options)), r.IntN(len(q.Options)))] }
			if q.Condition != nil {
				if on := string(a.Values[q.Condition.Question]); on != `"a"` && on != `"b"` {
					continue
				}
			}
			if !q.Required && r.IntN(20) == 0 {
				continue
			}
			var value any
			switch q.Type {
			case "scale":
				value = 1 + min(r.IntN(5), r.IntN(5)+i%3)
			case "single":
				value = pick()
			case "multiple":
				value = []string{pick()}
			case "matrix":
				value = map[string]string{"r1": pick(), "r2": pick(), "r3": pick()}
			}
			a.Values[q.Key], _ = json.Marshal(value)
		}
		p.Answers = append(p.Answers, a)
	}
	return p
}

func TestMostOfALargeRoundIsTold(t *testing.T) {
	t.Parallel()
	once(t)
	p := municipality(rand.New(rand.NewPCG(3, 4)), 2_000, 30, 40)

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
	if shown*100 < cells*75 {
		t.Errorf("only %d of %d are told", shown, cells)
	}
}
