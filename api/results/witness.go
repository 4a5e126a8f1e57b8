package results

import (
	"cmp"
	"slices"
	"strings"
)

// Rounding alone does not protect: who knows everyone's groups can set breakdowns
// against each other, until only one way is left in which somebody can have
// answered. So each table is tried before it is told: for everyone whose answer
// is not shared out within their own groups, another world is looked for in which they
// answered otherwise and everything that is told would be the same (search.go). A world that
// is found is a proof, whatever is computed from the tables. Where none is found,
// more is hidden, until one is.

// block is questions that lead to each other: they are answered together or not at all.
type block struct {
	questions []int
	vars      []int
	fixed     []int // variables that everyone is taken to know, since a breakdown is made of them
}

// blocks parts the questions by what leads to what.
func (f *frame) blocks() []block {
	of := make([]int, len(f.questions))
	for i, on := range f.dependsOn {
		of[i] = i
		if on < 0 {
			continue
		}
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
		b.vars = append(b.vars, f.varsOf[i]...)
		if slices.Contains(f.known, i) {
			b.fixed = append(b.fixed, f.varsOf[i]...)
		}
	}
	return out
}

// settle tells which tables of a block are told.
func (f *frame) settle(b block) [][]bool {
	w := f.world(b)
	w.show()
	for _, cell := range w.cells {
		for _, v := range b.vars {
			// More that is hidden makes nothing harder for those who were tried before.
			for w.shown[v][0] && !slices.Contains(b.fixed, v) && w.finds(cell, v) {
				w.hideFor(cell, v)
			}
		}
	}
	return w.shown
}

// finds tells whether somebody who knows who is in which group finds what these people,
// who are in the same groups, said of v.
func (w *world) finds(cell []int, v int) bool {
	first := w.f.said[cell[0]][v]
	if first == none && !w.f.leftOut(cell[0], v) {
		return false // that it was not asked hangs on another answer, which is tried
	}
	for c := range w.f.vars[v].cats {
		if !slices.ContainsFunc(cell, func(i int) bool { return w.f.said[i][v] == int8(c) }) && !w.otherwise(cell, v, int8(c)) {
			return true
		}
	}
	return false
}

// leftOut tells whether somebody was asked v and did not answer.
func (f *frame) leftOut(person, v int) bool {
	i := f.vars[v].question
	return f.said[person][v] == none && (f.dependsOn[i] < 0 || f.questions[i].Condition.holds(f.chosen(f.said[person], f.dependsOn[i])))
}

// chosen are the options that were chosen of a question.
func (f *frame) chosen(said []int8, question int) (options []string) {
	for _, v := range f.varsOf[question] {
		if column := &f.vars[v]; said[v] != none && (column.option == "" || said[v] == 1) {
			options = append(options, column.cats[said[v]])
		}
	}
	return options
}

// show decides what is told when some groups are hidden beforehand.
func (w *world) show() {
	for _, v := range w.b.vars {
		w.shown[v] = w.shownWith(v)
	}
}

// shownWith is what is told of a variable as it is counted now.
func (w *world) shownWith(v int) []bool {
	shown := make([]bool, len(w.f.groups))
	for g := range shown {
		shown[g] = !w.forced[g]
	}
	w.f.hide(w.tallied[v], shown)
	if !shown[0] { // fewer in all than the threshold: nothing
		clear(shown)
	}
	return shown
}

// hideFor hides one more of the groups of these people: the smallest with which
// they are not found; where none is enough by itself, the smallest there is.
func (w *world) hideFor(cell []int, v int) {
	var told []int
	for _, g := range w.f.in[cell[0]][1:] {
		if slices.ContainsFunc(w.b.vars, func(v int) bool { return w.shown[v][g] }) {
			told = append(told, g)
		}
	}
	if len(told) == 0 {
		told = []int{0}
	}
	slices.SortFunc(told, func(a, b int) int { return cmp.Or(len(w.f.members[a])-len(w.f.members[b]), a-b) })
	for _, g := range told {
		w.forced[g] = true
		w.show()
		if !w.shown[v][0] || !w.finds(cell, v) {
			return
		}
		w.forced[g] = false
	}
	w.forced[told[0]] = true
	w.show()
}

// cellsOf parts people by their groups and by what everyone knows that they said.
func (f *frame) cellsOf(b block) (cells [][]int) {
	at := map[string]int{}
	for i := range f.said {
		var key strings.Builder
		key.WriteString(cellOf(f.in[i]))
		for _, v := range b.fixed {
			key.WriteByte(byte(f.said[i][v] + 1))
		}
		if _, made := at[key.String()]; !made {
			at[key.String()] = len(cells)
			cells = append(cells, nil)
		}
		c := at[key.String()]
		cells[c] = append(cells[c], i)
	}
	return cells
}

func cellOf(in []int) string {
	var s strings.Builder
	for _, g := range in {
		s.WriteRune(rune(g + 1))
	}
	return s.String()
}
