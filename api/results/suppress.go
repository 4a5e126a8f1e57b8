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
		for g := range f.groups {
			for d := range f.dimensionsUnder(g) {
				if shown[g] && f.complement(tallied, shown, g, d) {
					changed = true
				}
			}
		}
	}
}

// dimensionsUnder are the dimensions by which a group is divided: all for the whole, its own for others.
func (f *frame) dimensionsUnder(g int) map[int]bool {
	out := map[int]bool{}
	for _, p := range f.groups {
		if p.parent == g {
			out[p.dimension] = true
		}
	}
	return out
}

// complement hides one more of the groups under g, or g itself, when what is
// hidden there could be had by subtraction.
func (f *frame) complement(tallied []counts, shown []bool, g, dimension int) bool {
	hidden, sum, direct := 0, 0, tallied[g].n
	var told []int
	for child, p := range f.groups {
		if p.parent != g || p.dimension != dimension {
			continue
		}
		direct -= tallied[child].n
		switch {
		case tallied[child].n == 0:
		case shown[child]:
			told = append(told, child)
		default:
			hidden++
			sum += tallied[child].n
		}
	}
	if direct > 0 { // who stands under g and in none of its groups
		hidden++
		sum += direct
	}
	if hidden == 0 || hidden >= 2 && sum >= f.k {
		return false
	}
	if len(told) == 0 {
		// Alone under g, it would be told by g's own number.
		if hidden == 1 && g != 0 {
			shown[g] = false
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
