package results

import (
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
	vars  []int   // what is asked: the first question, and what hangs on it
	ways  []way   // how that can be answered
	rows  [][]float64
	right []float64
	names int // of the unknown numbers: how many in a cell gave each answer, and what is left to each bound
}

// way is an answer to each variable.
type way []int8

// interval is what an attacker knows of a count of a variable in a group; of the last category, how many answered.
type interval func(v, g, c int) (low, high int, told bool)

// attack sets every published interval against all others.
func attack(t *testing.T, p Population, known interval) (found int) {
	t.Helper()
	a := attacker{f: frameOf(p)}
	a.vars = a.f.blocks()[0].vars
	a.answer(make(way, len(a.f.vars)), 0)
	a.gather(known)
	a.names = len(a.cells) * len(a.ways)
	for i, cell := range a.cells {
		row := map[int]float64{}
		for w := range a.ways {
			row[i*len(a.ways)+w] = 1
		}
		a.add(row, 0, len(cell))
	}
	for _, v := range a.vars {
		for g := range a.f.groups {
			for c := range len(a.f.vars[v].cats) + 1 {
				low, high, told := known(v, g, c)
				row := a.count(v, g, c)
				if told && high < a.sizeOf(g) {
					a.add(row, 1, high)
				}
				if told && low > 0 && (low < a.sizeOf(g) || len(row) < len(a.ways)) {
					a.add(row, -1, low)
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

// answer makes all the ways to answer from a variable on.
func (a *attacker) answer(said way, at int) {
	if at == len(a.vars) {
		b := a.f.blocks()[0]
		if whole := slices.Clone(said); a.f.possible(whole, b) && slices.Equal(whole, said) {
			a.ways = append(a.ways, whole)
		}
		return
	}
	v := a.vars[at]
	q := a.f.questions[a.f.vars[v].question]
	for c := none; int(c) < len(a.f.vars[v].cats); c++ {
		if c != none || !q.Required || q.Condition != nil {
			said[v] = c
			a.answer(said, at+1)
		}
	}
}

func (a *attacker) sizeOf(g int) (n int) {
	for _, cell := range a.cells {
		if slices.Contains(a.f.in[cell[0]], g) {
			n += len(cell)
		}
	}
	return n
}

// gather takes together who is in the same groups of those that are told: nothing tells them apart.
func (a *attacker) gather(known interval) {
	at := map[string]int{}
	for i, in := range a.f.in {
		var told []int
		for _, g := range in {
			if slices.ContainsFunc(a.vars, func(v int) bool { _, _, shown := known(v, g, 0); return shown }) {
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
	row  map[int]float64
	size int
	sign float64
}

// suspects are those who can be found. What is true is possible: so only where all said the same, or nobody did.
func (a *attacker) suspects() (out []suspect) {
	for i, cell := range a.cells {
		for _, v := range a.vars {
			for c := range a.f.vars[v].cats {
				said, answered, row := 0, 0, map[int]float64{}
				for _, person := range cell {
					if a.f.said[person][v] == int8(c) {
						said++
					}
					if v == 0 || a.f.said[person][v] != none { // that nobody was asked is found by the question before
						answered++
					}
				}
				for w, way := range a.ways {
					if way[v] == int8(c) {
						row[i*len(a.ways)+w] = 1
					}
				}
				switch {
				case said == len(cell):
					out = append(out, suspect{row, len(cell), 1})
				case said == 0 && answered > 0:
					out = append(out, suspect{row, len(cell), -1})
				}
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
		for at := range s.row {
			goal[at] += s.sign
		}
	}
	_, answers, err := lp.Simplex(goal, matrix, a.right, 1e-9, nil)
	if err != nil {
		t.Fatalf("the attack cannot be computed: %v", err)
	}
	for _, s := range all {
		n := 0.0
		for at := range s.row {
			n += answers[at]
		}
		if s.sign > 0 && n > float64(s.size)-1+1e-6 || s.sign < 0 && n < 1-1e-6 {
			left = append(left, s)
		}
	}
	return left
}

// count is how many in a group gave an answer; of the last category, how many gave any.
func (a *attacker) count(v, g, c int) map[int]float64 {
	row := map[int]float64{}
	for i, cell := range a.cells {
		if !slices.Contains(a.f.in[cell[0]], g) {
			continue
		}
		for w, way := range a.ways {
			if way[v] == int8(c) || way[v] != none && c == len(a.f.vars[v].cats) {
				row[i*len(a.ways)+w] = 1
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

// asTold is what the published tables give: the counts that would be told in the same way.
func asTold(t *testing.T, p Population) interval {
	t.Helper()
	out, err := Publish(p)
	if err != nil {
		t.Fatal(err)
	}
	f := frameOf(p)
	told := map[site]Cell{}
	for _, table := range out.Tables {
		for _, cell := range table.Groups {
			at := site{question: table.Question, group: cell.Group}
			if table.Dimension != nil {
				at.dimension = *table.Dimension
			}
			told[at] = cell
		}
	}
	return func(v, g, c int) (low, high int, shown bool) {
		q := f.questions[f.vars[v].question]
		at := site{question: q.Key, group: f.groups[g].key}
		if d := f.groups[g].dimension; d >= 0 {
			at.dimension = p.Dimensions[d].Key
		}
		cell := told[at]
		if cell.N == nil {
			return 0, 0, false
		}
		fewest, most := max(*cell.N-step/2, out.MinGroup), *cell.N+step/2
		if q.Required && q.Condition == nil { // everyone who is there answered
			fewest = f.tally(v)[g].n
			most = fewest
		}
		if c == len(f.vars[v].cats) {
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
	return func(_, g, c int) (low, high int, told bool) {
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
	once(t)
	unprotected, told := 0, 0
	for seed := range uint64(200) {
		p := nasty(rand.New(rand.NewPCG(seed, 7)))
		published := asTold(t, p)

		if found := attack(t, p, published); found > 0 {
			t.Errorf("town %d: %d are found", seed, found)
		}

		if _, _, shown := published(0, 1, 0); shown {
			told++
		}
		if seed < 50 { // with a question that hangs on it
			more := followed(p)
			if found := attack(t, more, asTold(t, more)); found > 0 {
				t.Errorf("town %d: %d are found by a question that only some were asked", seed, found)
			}
		}
		if seed < 10 { // the same attack, with the rule off
			unprotected += attack(t, p, with(p, exactly, func(g int) bool { _, _, shown := published(0, g, 0); return shown }))
		}
	}
	if unprotected == 0 {
		t.Error("with bands off nobody is found either: the attack proves nothing")
	}
	t.Logf("the first administration is told in %d towns; with bands off %d are found in ten", told, unprotected)
}

func TestWithoutTheSearchForOtherWorldsPeopleAreFound(t *testing.T) {
	t.Parallel()
	once(t)
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
	once(t)
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
