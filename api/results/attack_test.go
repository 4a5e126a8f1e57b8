package results

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// attacker knows who answered and in which groups each of them is, how the tables
// are made, and nothing of what anybody said. It tells how many of them it finds: those of
// whom only one answer is possible. The tables are of a yes or a no.
type attacker struct {
	people map[string]int   // how many by cell
	cells  []string         // in an order
	in     map[string][]int // the groups of a cell, as a frame has them
	sizes  []int            // of each group
	low    map[int]int      // how many said yes in a group, at least
	high   map[int]int
}

// attack sets every published interval against all others.
func attack(t *testing.T, p Population, reveal func(count, n int) (low, high int), shown func(g int) bool) int {
	t.Helper()
	f := frameOf(p)
	a := attacker{people: map[string]int{}, in: map[string][]int{}, sizes: make([]int, len(f.groups)), low: map[int]int{}, high: map[int]int{}}
	tallied := f.tally(0)
	for i := range f.said {
		cell := cellOf(f.in[i])
		if a.people[cell] == 0 {
			a.cells = append(a.cells, cell)
			a.in[cell] = f.in[i]
		}
		a.people[cell]++
	}
	for g := range f.groups {
		a.sizes[g] = tallied[g].n
		if shown(g) {
			a.low[g], a.high[g] = reveal(tallied[g].of[0], tallied[g].n)
		}
	}
	found := 0
	for i, cell := range a.cells {
		size := float64(a.people[cell])
		least, most := a.bound(t, i, 1), a.bound(t, i, -1)
		if least > size-1+1e-6 || most < 1-1e-6 {
			found += a.people[cell]
		}
	}
	return found
}

// bound is the least (sign 1) or most (sign -1) who can have said yes in a cell.
func (a attacker) bound(t *testing.T, of int, sign float64) float64 {
	t.Helper()
	n := len(a.cells)
	var rows [][]float64
	var right []float64
	add := func(coefficients []float64, most float64) {
		rows, right = append(rows, coefficients), append(right, most)
	}
	for i, cell := range a.cells {
		row := make([]float64, n)
		row[i] = 1
		add(row, float64(a.people[cell]))
	}
	for g := range a.sizes {
		high, told := a.high[g]
		if !told {
			continue
		}
		up, down := make([]float64, n), make([]float64, n)
		for i, cell := range a.cells {
			for _, in := range a.in[cell] {
				if in == g {
					up[i], down[i] = 1, -1
				}
			}
		}
		add(up, float64(high))
		add(down, -float64(a.low[g]))
	}
	goal := make([]float64, n)
	goal[of] = sign
	flat := make([]float64, 0, n*len(rows))
	for _, row := range rows {
		flat = append(flat, row...)
	}
	c, m, b := lp.Convert(goal, mat.NewDense(len(rows), n, flat), right, nil, nil)
	value, _, err := lp.Simplex(c, m, b, 1e-9, nil)
	if err != nil {
		t.Fatalf("the attack cannot be computed: %v", err)
	}
	return sign * value
}

// nasty is a small town with units of one, units that all say the same, and somebody who stands alone in two breakdowns.
func nasty(r *rand.Rand) Population {
	units := 3 + r.IntN(6)
	p := Population{Questions: []Question{{Key: "q", Type: "single", Options: []string{"ja", "nej"}, Required: true}}}
	unit, work := Dimension{Key: "unit", Groups: []Group{{Key: "a"}, {Key: "b"}}}, Dimension{Key: "work"}
	for u := range units {
		unit.Groups = append(unit.Groups, Group{Key: fmt.Sprint("u", u), Parent: []string{"a", "b"}[u%2]})
	}
	for w := range 2 + r.IntN(3) {
		work.Groups = append(work.Groups, Group{Key: fmt.Sprint("w", w)})
	}
	p.Dimensions = []Dimension{unit, work}
	for u := range units {
		size, likely := []int{1, 2, 6, 7, 8, 11, 13, 20, 40}[r.IntN(9)], []float64{0, 0.1, 0.5, 0.9, 1}[r.IntN(5)]
		for range size {
			value := `"nej"`
			if r.Float64() < likely {
				value = `"ja"`
			}
			at := r.IntN(len(work.Groups))
			if u > 0 { // most of the others do the same work
				at = min(at, r.IntN(len(work.Groups)))
			}
			p.Answers = append(p.Answers, Answer{Groups: map[string]string{"unit": fmt.Sprint("u", u), "work": work.Groups[at].Key}, Values: map[string]json.RawMessage{"q": json.RawMessage(value)}})
		}
	}
	if r.IntN(3) == 0 { // somebody stands beside the units
		p.Answers = append(p.Answers, Answer{Groups: map[string]string{"unit": "a", "work": "w0"}, Values: map[string]json.RawMessage{"q": json.RawMessage(`"ja"`)}})
	}
	return p
}

// asTold is what a published table gives: the counts that would be told in the same way.
func asTold(count, n int) (low, high int) {
	l, h := bandOf(count, n).share(n)
	low, high = n, 0
	for c := range n + 1 {
		if cl, ch := bandOf(c, n).share(n); cl == l && ch == h {
			low, high = min(low, c), max(high, c)
		}
	}
	return low, high
}

func exactly(count, _ int) (low, high int) { return count, count }

func TestNobodyIsFoundByWhoKnowsWhoAnswered(t *testing.T) {
	t.Parallel()
	unprotected := 0 // how many are found with bands off
	for seed := range uint64(200) {
		p := nasty(rand.New(rand.NewPCG(seed, 7)))
		f := frameOf(p)
		f.sort()
		shown := f.settle(f.blocks()[0])[0]

		if found := attack(t, p, asTold, func(g int) bool { return shown[g] }); found > 0 {
			t.Errorf("town %d: %d are found", seed, found)
		}

		if seed < 20 { // the same attack, with the rule off
			unprotected += attack(t, p, exactly, func(g int) bool { return shown[g] })
		}
	}
	if unprotected == 0 {
		t.Error("with bands off nobody is found either: the attack proves nothing")
	}
	t.Logf("with bands off %d are found", unprotected)
}

func TestWithoutTheSearchForOtherWorldsPeopleAreFound(t *testing.T) {
	t.Parallel()
	found := 0
	for seed := range uint64(200) {
		p := nasty(rand.New(rand.NewPCG(seed, 7)))
		f := frameOf(p)
		shown := make([]bool, len(f.groups))
		for g := range shown {
			shown[g] = true
		}
		f.hide(f.tally(0), shown)

		if found += attack(t, p, asTold, func(g int) bool { return shown[g] && shown[0] }); found > 0 {
			t.Logf("town %d: %d are found", seed, found)
			return
		}
	}
	t.Error("nobody is found: the search protects nobody")
}

func TestFreeFiltersWouldFindPeople(t *testing.T) {
	t.Parallel()
	found := 0
	for seed := range uint64(5) {
		p := nasty(rand.New(rand.NewPCG(seed, 7)))
		crossed := p
		crossed.Dimensions = append([]Dimension{}, p.Dimensions...)
		both := Dimension{Key: "both"}
		made := map[string]bool{}
		crossed.Answers = nil
		for _, a := range p.Answers {
			key := strings.Join([]string{a.Groups["unit"], a.Groups["work"]}, "-")
			if !made[key] {
				made[key] = true
				both.Groups = append(both.Groups, Group{Key: key})
			}
			crossed.Answers = append(crossed.Answers, Answer{Groups: map[string]string{"unit": a.Groups["unit"], "work": a.Groups["work"], "both": key}, Values: a.Values})
		}
		crossed.Dimensions = append(crossed.Dimensions, both)
		found += attack(t, crossed, func(count, n int) (int, int) { // a filter gives any group, and a share to the nearest per cent
			return int(math.Ceil(float64(count) - float64(n)/200)), int(math.Floor(float64(count) + float64(n)/200))
		}, func(int) bool { return true })
	}
	if found == 0 {
		t.Error("the attack proves nothing")
	}
	t.Logf("with free filters %d are found", found)
}
