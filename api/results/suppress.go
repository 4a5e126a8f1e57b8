package results

import "slices"

// hide takes what is under the threshold out of a variable's tables, and enough
// beside it that nothing of it can be had by subtraction: of the groups under one
// that is told, either none is hidden, or at least two are and together they
// reach the threshold. What lies under a hidden group is hidden with it.
func (f *frame) hide(tallied []counts, shown []bool) {
	for g := range f.groups {
		if tallied[g].n < f.k {
			shown[g] = false
		}
	}
	for changed := true; changed; {
		changed = false
		for g, p := range f.groups {
			if p.parent >= 0 && shown[g] && !shown[p.parent] {
				shown[g], changed = false, true
			}
		}
		for _, s := range f.splits {
			if shown[s.of] && f.complement(tallied, shown, s) {
				changed = true
			}
		}
	}
}

// split is the groups of a dimension that lie directly under a group.
type split struct {
	of     int
	groups []int
}

// split parts the groups by what they lie under.
func (f *frame) split() {
	type under struct{ of, dimension int }
	at := map[under]int{}
	for g, p := range f.groups {
		if p.parent < 0 {
			continue
		}
		key := under{p.parent, p.dimension}
		if _, made := at[key]; !made {
			at[key] = len(f.splits)
			f.splits = append(f.splits, split{of: p.parent})
		}
		f.splits[at[key]].groups = append(f.splits[at[key]].groups, g)
	}
}

// complement hides one more of the groups under one, or that one itself, when what is
// hidden there could be had by subtraction. A group in which nobody answered is hidden too:
// that nobody did, or that nobody was asked, is told of no group either.
func (f *frame) complement(tallied []counts, shown []bool, s split) bool {
	hidden, sum, direct := 0, 0, tallied[s.of].n
	var told []int
	for _, g := range s.groups {
		direct -= tallied[g].n
		if shown[g] {
			told = append(told, g)
			continue
		}
		hidden++
		sum += tallied[g].n
	}
	if direct > 0 { // who stands under it and in none of its groups
		hidden++
		sum += direct
	}
	if hidden == 0 || hidden >= 2 && sum >= f.k {
		return false
	}
	if len(told) == 0 {
		// Alone under it, the hidden one would be told by its number.
		if s.of != 0 && shown[s.of] {
			shown[s.of] = false
			return true
		}
		return false
	}
	smallest := slices.MinFunc(told, func(a, b int) int {
		if tallied[a].n != tallied[b].n {
			return tallied[a].n - tallied[b].n
		}
		return a - b
	})
	shown[smallest] = false
	return true
}
