package results

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// attacker knows who answered and in which groups each of them is, how the tables
// are made, and nothing of what anybody said. It tells how many of them it finds: those of
// whom it is certain that they chose an option, or that they did not.
type attacker struct {
	f     frame
	cells [][]int // people who are in the same groups of those that are told
	cats  int     // the options
	wide  int     // the answers that are possible: the options, and none when the question may be left out
	rows  [][]float64
	right []float64
	names int // of the unknown numbers: how many in a cell gave each answer, and what is left to each bound
}

// interval is what an attacker knows of a count in a group; of the last category, how many answered.
type interval func(g, c int) (low, high int, told bool)

// attack sets every published interval against all others.
func attack(t *testing.T, p Population, known interval) (found int) {
	t.Helper()
	a := attacker{f: frameOf(p)}
	a.cats = len(a.f.vars[0].cats)
	a.wide = a.cats + 1
	if p.Questions[0].Required {
		a.wide--
	}
	a.gather(known)
	a.names = len(a.cells) * a.wide
	for i, cell := range a.cells {
		row := map[int]float64{}
		for c := range a.wide {
			row[i*a.wide+c] = 1
		}
		a.add(row, 0, len(cell))
	}
	for g := range a.f.groups {
		for c := range a.wide {
			if low, high, told := known(g, c); told {
				a.add(a.count(g, c), 1, high)
				if low > 0 {
					a.add(a.count(g, c), -1, low)
				}
			}
		}
	}
	open := a.suspects()
	for len(open) > 0 { // all at once, as long as that clears somebody; then one by one
		left := a.cleared(t, open, open)
		if len(left) < len(open) {
			open = left
			continue
		}
		if left = a.cleared(t, open[:1], open); len(left) == len(open) {
			found += open[0].size
			left = open[1:]
		}
		open = left
	}
	return found
}

// gather takes together who is in the same groups of those that are told: nothing tells them apart.
func (a *attacker) gather(known interval) {
	at := map[string]int{}
	for i, in := range a.f.in {
		var told []int
		for _, g := range in {
			if _, _, shown := known(g, 0); shown {
				told = append(told, g)
			}
		}
		key := cellOf(told)
		if _, made := at[key]; !made {
			at[key] = len(a.cells)
			a.cells = append(a.cells, nil)
		}
		a.cells[at[key]] = append(a.cells[at[key]], i)
	}
}

// suspect is a number of people who are found, if it must be what it is: all of them (sign 1), or none.
type suspect struct {
	at, size int
	sign     float64
}

// suspects are those who can be found. What is true is possible: so only where all said the same, or nobody did.
func (a *attacker) suspects() (out []suspect) {
	for i, cell := range a.cells {
		for c := range a.cats {
			said := 0
			for _, person := range cell {
				if a.f.said[person][0] == int8(c) {
					said++
				}
			}
			switch said {
			case len(cell):
				out = append(out, suspect{i*a.wide + c, len(cell), 1})
			case 0:
				out = append(out, suspect{i*a.wide + c, len(cell), -1})
			}
		}
	}
	return out
}

// cleared looks for answers, as different as can be for some, and tells who of all is not cleared by these.
func (a *attacker) cleared(t *testing.T, some, all []suspect) (left []suspect) {
	t.Helper()
	matrix := mat.NewDense(len(a.rows), a.names, nil)
	for i, row := range a.rows {
		for j, n := range row {
			matrix.Set(i, j, n)
		}
	}
	goal := make([]float64, a.names)
	for _, s := range some {
		goal[s.at] = s.sign
	}
	_, answers, err := lp.Simplex(goal, matrix, a.right, 1e-9, nil)
	if err != nil {
		t.Fatalf("the attack cannot be computed: %v", err)
	}
	for _, s := range all {
		n := answers[s.at]
		if s.sign > 0 && n > float64(s.size)-1+1e-6 || s.sign < 0 && n < 1-1e-6 {
			left = append(left, s)
		}
	}
	return left
}

// count is how many in a group gave an answer; of the last category, how many gave any.
func (a *attacker) count(g, c int) map[int]float64 {
	row := map[int]float64{}
	for i, cell := range a.cells {
		if !slices.Contains(a.f.in[cell[0]], g) {
			continue
		}
		for d := range a.cats {
			if d == c || c == a.cats {
				row[i*a.wide+d] = 1
			}
		}
	}
	return row
}

// add holds that a sum is a number (0), at most it (1) or at least (-1).
func (a *attacker) add(sum map[int]float64, bound float64, right int) {
	row := make([]float64, a.names)
	for at, n := range sum {
		row[at] = n
	}
	if bound != 0 {
		row = append(row, bound)
		a.names++
	}
	a.rows, a.right = append(a.rows, row), append(a.right, float64(right))
}

// nasty is a small town with units of one, units that all say the same, and somebody who stands alone in two breakdowns.
func nasty(r *rand.Rand) Population {
	units := 3 + r.IntN(6)
	p := Population{Questions: []Question{{Key: "q", Type: "single", Options: []string{"ja", "nej"}, Required: r.IntN(4) > 0}}}
	unsure := r.IntN(3) == 0
	if unsure {
		p.Questions[0].Options = append(p.Questions[0].Options, "vet inte")
	}
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
			} else if unsure && r.IntN(3) == 0 {
				value = `"vet inte"`
			}
			at := r.IntN(len(work.Groups))
			if u > 0 { // most of the others do the same work
				at = min(at, r.IntN(len(work.Groups)))
			}
			p.Answers = append(p.Answers, Answer{Groups: map[string]string{"unit": fmt.Sprint("u", u), "work": work.Groups[at].Key}, Values: map[string]json.RawMessage{"q": json.RawMessage(value)}})
			if !p.Questions[0].Required && r.IntN(9) == 0 {
				delete(p.Answers[len(p.Answers)-1].Values, "q")
			}
		}
	}
	if r.IntN(3) == 0 { // somebody stands beside the units
		p.Answers = append(p.Answers, Answer{Groups: map[string]string{"unit": "a", "work": "w0"}, Values: map[string]json.RawMessage{"q": json.RawMessage(`"ja"`)}})
	}
	return p
}

// asTold is what the published tables of the first question give: the counts that would be told in the same way.
func asTold(t *testing.T, p Population) interval {
	t.Helper()
	out, err := Publish(p)
	if err != nil {
		t.Fatal(err)
	}
	f := frameOf(p)
	sizes, cats := f.tally(0), len(f.vars[0].cats)
	told := map[string]Cell{}
	for _, table := range out.Tables {
		if table.Question != p.Questions[0].Key {
			continue
		}
		for _, cell := range table.Groups {
			key := "|"
			if table.Dimension != nil {
				key = *table.Dimension + "|"
			}
			told[key+cell.Group] = cell
		}
	}
	return func(g, c int) (low, high int, shown bool) {
		key := "|" + f.groups[g].key
		if d := f.groups[g].dimension; d >= 0 {
			key = p.Dimensions[d].Key + key
		}
		cell := told[key]
		if cell.N == nil {
			return 0, 0, false
		}
		fewest, most := max(*cell.N-step/2, out.MinGroup), *cell.N+step/2
		if p.Questions[0].Required { // everyone who is there answered
			fewest, most = sizes[g].n, sizes[g].n
		}
		if c == cats {
			return fewest, most, true
		}
		low = most
		for n := fewest; n <= most; n++ {
			for count := range n + 1 {
				if (shareOf(count, n) == bounds{cell.Options[c].Low, cell.Options[c].High}) {
					low, high = min(low, count), max(high, count)
				}
			}
		}
		return low, high, true
	}
}

// with is an attack on tables of a population that tell some groups in another way.
func with(p Population, reveal func(count, n int) (low, high int), shown func(g int) bool) interval {
	f := frameOf(p)
	tallied := f.tally(0)
	return func(g, c int) (low, high int, told bool) {
		if !shown(g) {
			return 0, 0, false
		}
		if c == len(f.vars[0].cats) {
			low, high = reveal(tallied[g].n, tallied[g].n)
		} else {
			low, high = reveal(tallied[g].of[c], tallied[g].n)
		}
		return low, high, true
	}
}

func exactly(count, _ int) (low, high int) { return count, count }

func everything(int) bool { return true }

func TestNobodyIsFoundByWhoKnowsWhoAnswered(t *testing.T) {
	t.Parallel()
	unprotected, told := 0, 0
	for seed := range uint64(200) {
		p := nasty(rand.New(rand.NewPCG(seed, 7)))
		published := asTold(t, p)

		if found := attack(t, p, published); found > 0 {
			t.Errorf("town %d: %d are found", seed, found)
		}

		if _, _, shown := published(1, 0); shown {
			told++
		}
		if seed < 10 { // the same attack, with the rule off
			unprotected += attack(t, p, with(p, exactly, func(g int) bool { _, _, shown := published(g, 0); return shown }))
		}
	}
	if unprotected == 0 {
		t.Error("with bands off nobody is found either: the attack proves nothing")
	}
	t.Logf("the first administration is told in %d towns; with bands off %d are found in ten", told, unprotected)
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

		asBands := func(count, n int) (low, high int) { s := alike(count, n); return s.low, s.high }
		if found += attack(t, p, with(p, asBands, func(g int) bool { return shown[g] && shown[0] })); found > 0 {
			t.Logf("town %d: %d are found", seed, found)
			return
		}
	}
	t.Error("nobody is found: the search protects nobody")
}

func TestFreeFiltersWouldFindPeople(t *testing.T) {
	t.Parallel()
	p := nasty(rand.New(rand.NewPCG(smallest(t), 7)))
	both := Dimension{Key: "both"}
	for i, a := range p.Answers {
		key := a.Groups["unit"] + "-" + a.Groups["work"]
		if !slices.Contains(both.Groups, Group{Key: key}) {
			both.Groups = append(both.Groups, Group{Key: key})
		}
		p.Answers[i].Groups["both"] = key
	}
	p.Dimensions = append(p.Dimensions, both)

	found := attack(t, p, with(p, func(count, n int) (int, int) { // a filter gives any group, and a share to the nearest per cent
		return int(math.Ceil(float64(count) - float64(n)/200)), int(math.Floor(float64(count) + float64(n)/200))
	}, everything))

	if found == 0 {
		t.Error("the attack proves nothing")
	}
	t.Logf("with free filters %d answers are found", found)
}

// smallest is the town with the fewest who share neither unit nor work, which is quickest to attack.
func smallest(t *testing.T) (seed uint64) {
	t.Helper()
	fewest := math.MaxInt
	for s := range uint64(20) {
		f := frameOf(nasty(rand.New(rand.NewPCG(s, 7))))
		if cells := len(f.cellsOf(block{})); cells < fewest {
			fewest, seed = cells, s
		}
	}
	return seed
}
