package results

import (
	"slices"
	"strings"
)

// Rounding alone does not protect: who knows everyone's groups can set breakdowns
// against each other, until only one way is left in which somebody can have
// answered. So each table is tried before it is told: for everyone whose answer
// is not shared out within their own groups, another world is looked for in which that person
// answered otherwise and everything that is told would be the same. A world that
// is found is a proof, whatever is computed from the tables. Where none is found,
// more is hidden, until one is.

// tries is how many other worlds are looked at for one person.
const tries = 400

// block is questions that lead to each other: they are answered together or not at all.
type block struct {
	questions []int
	vars      []int
	fixed     []int // variables that everyone is taken to know, since a breakdown is made of them
}

// blocks parts the questions by what leads to what.
func (f *frame) blocks() []block {
	of := make([]int, len(f.questions))
	for i, q := range f.questions {
		of[i] = i
		if q.Condition == nil {
			continue
		}
		on := slices.IndexFunc(f.questions, func(e Question) bool { return e.Key == q.Condition.Question })
		was, now := of[i], of[on]
		for j := range of[:i+1] {
			if of[j] == was {
				of[j] = now
			}
		}
	}
	at := map[int]int{}
	var out []block
	for i := range f.questions {
		if _, made := at[of[i]]; !made {
			at[of[i]] = len(out)
			out = append(out, block{})
		}
		b := &out[at[of[i]]]
		b.questions = append(b.questions, i)
		for v, column := range f.vars {
			if column.question != i {
				continue
			}
			b.vars = append(b.vars, v)
			if slices.Contains(f.known, i) {
				b.fixed = append(b.fixed, v)
			}
		}
	}
	return out
}

// world is what is told of one block's variables, and how a change would show.
type world struct {
	f       *frame
	b       block
	tallied map[int][]counts
	shown   map[int][]bool
	cells   map[string][]int // who is in exactly the same groups
	order   []string
	vectors []int // one person for each way in which the block was answered
}

// settle tells which tables of a block are told.
func (f *frame) settle(b block) map[int][]bool {
	w := world{f: f, b: b, tallied: map[int][]counts{}, cells: map[string][]int{}}
	for _, v := range b.vars {
		w.tallied[v] = f.tally(v)
	}
	seen := map[string]bool{}
	for i := range f.said {
		cell := cellOf(f.in[i])
		if w.cells[cell] == nil {
			w.order = append(w.order, cell)
		}
		w.cells[cell] = append(w.cells[cell], i)
		if key := w.vector(i); !seen[key] {
			seen[key] = true
			w.vectors = append(w.vectors, i)
		}
	}
	forced := map[int]bool{}
	for {
		w.show(forced)
		person := w.exposed()
		if person < 0 {
			return w.shown
		}
		forced[w.finest(person)] = true
	}
}

func cellOf(in []int) string {
	var s strings.Builder
	for _, g := range in {
		s.WriteRune(rune(g + 1))
	}
	return s.String()
}

func (w *world) vector(i int) string {
	var s strings.Builder
	for _, v := range w.b.vars {
		s.WriteByte(byte(w.f.said[i][v] + 1))
	}
	return s.String()
}

// show decides what is told when some groups are hidden beforehand.
func (w *world) show(forced map[int]bool) {
	w.shown = map[int][]bool{}
	for _, v := range w.b.vars {
		shown := make([]bool, len(w.f.groups))
		for g := range shown {
			shown[g] = !forced[g]
		}
		w.f.hide(w.tallied[v], shown)
		if !shown[0] { // fewer in all than the threshold: nothing
			clear(shown)
		}
		w.shown[v] = shown
	}
}

// finest is the smallest group of a person of which something is told; the whole when there is no other.
func (w *world) finest(person int) int {
	found, n := 0, 0
	for _, g := range w.f.in[person][1:] {
		for _, v := range w.b.vars {
			if w.shown[v][g] && (found == 0 || w.tallied[v][g].n < n) {
				found, n = g, w.tallied[v][g].n
			}
		}
	}
	return found
}

// exposed is a person for whom no other world is found; -1 when there is none.
func (w *world) exposed() int {
	for _, cell := range w.order {
		people := w.cells[cell]
		for _, v := range w.b.vars {
			if !w.shown[v][0] || slices.Contains(w.b.fixed, v) {
				continue
			}
			first := w.f.said[people[0]][v]
			if slices.ContainsFunc(people, func(i int) bool { return w.f.said[i][v] != first }) {
				continue // it could be any of them
			}
			if first != none && !w.otherwise(people, v) {
				return people[0]
			}
		}
	}
	return -1
}

// otherwise looks for a world in which one of these people answered otherwise.
// They are in the same groups, so that what holds for one holds for each.
func (w *world) otherwise(people []int, v int) bool {
	left := tries
	for _, i := range people[:min(len(people), 5)] {
		for _, donor := range w.vectors {
			if left--; left < 0 {
				break
			}
			if w.differs(i, donor, v) && w.same(i, -1, w.f.said[donor]) {
				return true
			}
		}
		if w.invented(i, v) {
			return true
		}
	}
	// Two who change places: most of their groups are the same as a rule, and see nothing of it.
	left = tries
	i := people[0]
	for _, shared := range []bool{true, false} {
		for j := range w.f.said {
			if len(w.f.in[j]) > 1 && len(w.f.in[i]) > 1 && (w.f.in[j][1] == w.f.in[i][1]) != shared || !w.differs(i, j, v) {
				continue
			}
			if left--; left < 0 {
				return false
			}
			if w.same(i, j, w.f.said[j]) {
				return true
			}
		}
	}
	return false
}

// differs tells whether another's answers would be another answer to v, and none
// to what everyone knows.
func (w *world) differs(i, j, v int) bool {
	a, b := w.f.said[i], w.f.said[j]
	if b[v] == none || a[v] == b[v] {
		return false
	}
	return !slices.ContainsFunc(w.b.fixed, func(u int) bool { return a[u] != b[u] })
}

// invented tries answers that nobody gave: v alone otherwise, with what then is not asked left out.
func (w *world) invented(i, v int) bool {
	was := w.f.said[i]
	for c := range w.f.vars[v].cats {
		if int8(c) == was[v] {
			continue
		}
		now := slices.Clone(was)
		now[v] = int8(c)
		if w.f.possible(now, w.b) && w.same(i, -1, now) {
			return true
		}
	}
	return false
}

// possible makes answers follow the ways through: what is not asked is not
// answered. It refuses when something required would be missing.
func (f *frame) possible(said []int8, b block) bool {
	for _, i := range b.questions {
		q := f.questions[i]
		if q.Condition == nil {
			continue
		}
		var chosen []string
		for v, column := range f.vars {
			if f.questions[column.question].Key != q.Condition.Question || said[v] == none {
				continue
			}
			if column.option == "" || said[v] == 1 {
				chosen = append(chosen, column.cats[said[v]])
			}
		}
		asked := q.Condition.holds(chosen)
		for v, column := range f.vars {
			if column.question != i {
				continue
			}
			if !asked {
				said[v] = none
			} else if said[v] == none && q.Required {
				return false
			}
		}
	}
	return true
}

// same tells whether everything told would be the same if i had answered like this, and j, if there is one, as i did.
func (w *world) same(i, j int, now []int8) bool {
	for _, v := range w.b.vars {
		was := w.f.said[i][v]
		if was == now[v] {
			continue
		}
		for _, g := range w.f.in[i] {
			if j >= 0 && slices.Contains(w.f.in[j], g) {
				continue // they are both in it
			}
			if !w.alike(v, g, was, now[v]) {
				return false
			}
		}
		if j < 0 {
			continue
		}
		for _, g := range w.f.in[j] {
			if !slices.Contains(w.f.in[i], g) && !w.alike(v, g, now[v], was) {
				return false
			}
		}
	}
	return true
}

// alike tells whether a group's table of v shows nothing when one answer moves.
func (w *world) alike(v, g int, from, to int8) bool {
	before := w.tallied[v][g]
	after := counts{of: slices.Clone(before.of), n: before.n}
	if from != none {
		after.of[from]--
		after.n--
	}
	if to != none {
		after.of[to]++
		after.n++
	}
	if !w.shown[v][g] {
		return (before.n >= w.f.k) == (after.n >= w.f.k)
	}
	if after.n < w.f.k || rounded(before.n) != rounded(after.n) {
		return false
	}
	for c := range before.of {
		lowWas, highWas := bandOf(before.of[c], before.n).share(before.n)
		lowIs, highIs := bandOf(after.of[c], after.n).share(after.n)
		if lowWas != lowIs || highWas != highIs {
			return false
		}
	}
	return true
}
