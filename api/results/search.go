package results

import "slices"

// How far another world is looked for: how many ways of answering are tried for one person, how many
// others may have to answer otherwise for nothing to show, and how many are asked for each of these.
const (
	mostWays   = 8
	mostOthers = 5
	mostAsked  = 50
)

// mostWork is how many counts are moved in all, for each of a block's questions; after that only those
// worlds are found in which one person answered one question otherwise. It makes the time to
// publish bounded, whatever was answered, at the cost of more that is hidden.
const mostWork = 15_000_000

// mostKept is how many of the ways in which a block was answered are kept to be tried.
const mostKept = 200

// world is what was answered to a block's questions, with answers that can be
// moved, and what is told of it.
type world struct {
	f       *frame
	b       block
	forced  []bool
	tallied [][]counts  // by variable, as it is moved
	was     [][]footing // before anything was moved
	shown   [][]bool
	cells   [][]int
	ways    [][]int8       // the different ways in which the block was answered
	moved   map[int][]int8 // who answers otherwise
	left    int            // how much may be moved yet
	amiss   int            // how much would be told otherwise
}

// footing is what a group's table of a variable is made of, and how far each count may move for it to be told as it is.
type footing struct {
	n     int
	spans []span
	told  []bounds
}

func (f *frame) world(b block) *world {
	w := &world{f: f, b: b, forced: make([]bool, len(f.groups)), tallied: make([][]counts, len(f.vars)), was: make([][]footing, len(f.vars)), shown: make([][]bool, len(f.vars)), left: mostWork * len(b.questions), cells: f.cellsOf(b), moved: map[int][]int8{}}
	for _, v := range b.vars {
		w.tallied[v] = f.tally(v)
		for _, c := range w.tallied[v] {
			at := footing{n: c.n}
			for _, count := range c.of {
				at.spans, at.told = append(at.spans, alike(count, c.n)), append(at.told, shareOf(count, c.n))
			}
			w.was[v] = append(w.was[v], at)
		}
	}
	seen := map[string]bool{}
	for i := range f.said {
		key := make([]byte, len(b.vars))
		for at, v := range b.vars {
			key[at] = byte(f.said[i][v] + 1)
		}
		if !seen[string(key)] {
			seen[string(key)] = true
			w.ways = append(w.ways, f.said[i])
		}
	}
	if skip := (len(w.ways) + mostKept - 1) / mostKept; skip > 1 {
		kept := w.ways[:0]
		for at := 0; at < len(w.ways); at += skip {
			kept = append(kept, w.ways[at])
		}
		w.ways = kept
	}
	return w
}

// otherwise looks for a world in which one of these people, who are in the same groups
// and said the same of v, answered it otherwise.
func (w *world) otherwise(cell []int, v int, c int8) bool {
	for _, i := range cell[:min(len(cell), 3)] {
		if way := w.with(i, v, c); way != nil && w.hides(i, way) {
			return true
		}
		tried := 0
		for _, way := range w.ways {
			if w.left > 0 && tried < mostWays && way[v] == c && w.agrees(i, way) {
				if tried++; w.hides(i, way) {
					return true
				}
			}
		}
	}
	return false
}

// with is a person's way of answering with v as c; nil when it is that already, or cannot be.
func (w *world) with(i, v int, c int8) []int8 {
	if w.f.said[i][v] == c || slices.Contains(w.b.fixed, v) {
		return nil
	}
	way := slices.Clone(w.f.said[i])
	way[v] = c
	if !w.f.possible(way, w.b) || way[v] != c || !w.agrees(i, way) {
		return nil
	}
	return way
}

// agrees tells whether a way of answering is as everyone knows that a person did.
func (w *world) agrees(i int, way []int8) bool {
	return !slices.ContainsFunc(w.b.fixed, func(v int) bool { return way[v] != w.f.said[i][v] })
}

// hides tells whether all that is told could be the same if i had answered like this.
func (w *world) hides(i int, way []int8) bool {
	defer w.restore()
	w.move(i, way)
	for range mostOthers {
		if w.amiss == 0 || w.left < 0 || !w.mend(i) {
			break
		}
	}
	return w.amiss == 0 && w.samePattern()
}

// move lets somebody answer otherwise.
func (w *world) move(i int, way []int8) {
	now := w.f.said[i]
	if m, ok := w.moved[i]; ok {
		now = m
	}
	for _, v := range w.b.vars {
		if now[v] == way[v] {
			continue
		}
		w.left -= len(w.f.in[i])
		for _, g := range w.f.in[i] {
			w.amiss -= w.amissAt(v, g)
			c := &w.tallied[v][g]
			if now[v] != none {
				c.of[now[v]]--
				c.n--
			}
			if way[v] != none {
				c.of[way[v]]++
				c.n++
			}
			w.amiss += w.amissAt(v, g)
		}
	}
	w.moved[i] = way
}

func (w *world) back(i int) {
	w.move(i, w.f.said[i])
	delete(w.moved, i)
}

func (w *world) restore() {
	for i := range w.moved {
		w.back(i)
	}
}

// amissAt is how much of a group's table of v would be told otherwise.
func (w *world) amissAt(v, g int) int {
	was, is := &w.was[v][g], &w.tallied[v][g]
	if !w.shown[v][g] {
		return 0 // whether it still would be hidden, samePattern tells
	}
	out := 0
	if is.n < w.f.k || rounded(was.n) != rounded(is.n) {
		out++
	}
	for c, s := range was.spans {
		switch {
		case is.n == was.n:
			if is.of[c] < s.low || is.of[c] > s.high {
				out++
			}
		case shareOf(is.of[c], is.n) != was.told[c]:
			out++
		}
	}
	return out
}

// mend lets one more answer otherwise, somebody in the smallest group in which
// something shows, so that less does. It tells whether there is such a person.
func (w *world) mend(first int) bool {
	v, g := w.smallestAmiss()
	need := w.needed(v, g)
	var asked []int
	for _, j := range w.f.members[g] {
		if _, already := w.moved[j]; !already && need.from(w.f.said[j][v]) {
			asked = append(asked, j)
		}
	}
	least, who, how := w.amiss+1, -1, []int8(nil)
	skip := max(1, len(asked)/mostAsked)
	for at := 0; at < len(asked) && least > 0; at += skip {
		j := asked[at]
		try := func(way []int8) {
			if way == nil {
				return
			}
			w.move(j, way)
			if w.amiss < least {
				least, who, how = w.amiss, j, way
			}
			w.back(j)
		}
		if as := w.f.said[first]; as[v] != w.f.said[j][v] && w.agrees(j, as) {
			try(as) // they change places
		}
		for c := range w.f.vars[v].cats {
			if need.to(int8(c)) {
				try(w.with(j, v, int8(c)))
			}
		}
		tried := 0
		for _, way := range w.ways {
			if len(w.b.questions) > 1 && tried < mostWays && need.to(way[v]) && way[v] != w.f.said[j][v] && w.agrees(j, way) {
				tried++
				try(way)
			}
		}
	}
	if who < 0 {
		return false
	}
	w.move(who, how)
	return true
}

// need is who may answer otherwise in a group, and how, for less to show.
type need struct {
	answers     int // how many too many answered
	over, under int8
}

func (w *world) needed(v, g int) need {
	was, is := &w.was[v][g], &w.tallied[v][g]
	out := need{is.n - was.n, none, none}
	for c, s := range was.spans {
		switch {
		case is.of[c] > s.high:
			out.over = int8(c)
		case is.of[c] < s.low:
			out.under = int8(c)
		}
	}
	return out
}

func (n need) from(c int8) bool {
	if n.answers != 0 {
		return (c == none) == (n.answers < 0)
	}
	return c != n.under && (n.over == none || c == n.over)
}

func (n need) to(c int8) bool {
	if n.answers != 0 {
		return (c == none) == (n.answers > 0)
	}
	return c != none && (n.under == none || c == n.under)
}

func (w *world) smallestAmiss() (variable, group int) {
	found := false
	for i := range w.moved {
		for _, g := range w.f.in[i] {
			for _, v := range w.b.vars {
				if w.amissAt(v, g) == 0 {
					continue
				}
				if !found || len(w.f.members[g]) < len(w.f.members[group]) || len(w.f.members[g]) == len(w.f.members[group]) && (g < group || g == group && v < variable) {
					found, variable, group = true, v, g
				}
			}
		}
	}
	return variable, group
}

// samePattern tells whether the same groups would be hidden. That can only differ
// where how many answered does.
func (w *world) samePattern() bool {
	for _, v := range w.b.vars {
		for i, way := range w.moved {
			if (way[v] == none) != (w.f.said[i][v] == none) {
				if !slices.Equal(w.shownWith(v), w.shown[v]) {
					return false
				}
				break
			}
		}
	}
	return true
}

// possible makes answers follow the ways through: what is not asked is not
// answered. It refuses when something required would be missing.
func (f *frame) possible(said []int8, b block) bool {
	for _, i := range b.questions {
		on := f.dependsOn[i]
		if on < 0 {
			continue
		}
		asked := f.questions[i].Condition.holds(f.chosen(said, on))
		for _, v := range f.varsOf[i] {
			if !asked {
				said[v] = none
			} else if said[v] == none && f.questions[i].Required {
				return false
			}
		}
	}
	return true
}
