package results

import (
	"reflect"
	"slices"
	"strings"
)

// Difference is a group of which a correction would tell something else, though fewer
// answers than the threshold differ: what they said could be had by setting
// the two publications against each other.
type Difference struct {
	// Question is empty for the number of answers in all.
	Question string
	Row      string
	// Dimension and Group are empty for the whole.
	Dimension string
	Group     string
	// By is how many answers differ. It is for who corrects, and is never published.
	By int
}

// Republishable tells what stands in the way of publishing after instead of before; nothing, when
// it may be done. What is told of a group may change only where at least as many answers differ as the threshold.
func Republishable(before, after Population) ([]Difference, error) {
	was, err := Publish(before)
	if err != nil {
		return nil, err
	}
	is, err := Publish(after)
	if err != nil {
		return nil, err
	}
	old, now := cellsOf(was), cellsOf(is)
	oldRaw, nowRaw := rawOf(before), rawOf(after)
	least := max(was.MinGroup, is.MinGroup)
	var out []Difference
	for at := range oldRaw {
		if _, both := nowRaw[at]; !both {
			nowRaw[at] = nil
		}
	}
	for at := range nowRaw {
		by := distance(oldRaw[at], nowRaw[at])
		if by < least && !reflect.DeepEqual(old[at], now[at]) {
			out = append(out, Difference{at.question, at.row, at.dimension, at.group, by})
		}
	}
	slices.SortFunc(out, func(a, b Difference) int {
		return slices.Compare([]string{a.Question, a.Row, a.Dimension, a.Group}, []string{b.Question, b.Row, b.Dimension, b.Group})
	})
	return out, nil
}

// site is where something is told.
type site struct{ question, row, dimension, group string }

// cellsOf is all that is told, by where. Tables that are not there tell nothing, as hidden ones.
func cellsOf(p Published) map[site]Cell {
	out := map[site]Cell{}
	if p.N != nil {
		out[site{}] = Cell{N: p.N}
	}
	for _, t := range p.Tables {
		for _, c := range t.Groups {
			at := site{question: t.Question, row: t.Row, group: c.Group}
			if t.Dimension != nil {
				at.dimension = *t.Dimension
			}
			if c.Group = ""; c.N != nil {
				out[at] = c
			}
		}
	}
	return out
}

// rawOf is how many gave each answer, by where it is counted.
func rawOf(p Population) map[site]map[string]int {
	f := frameOf(p)
	out := map[site]map[string]int{{}: {"": len(p.Answers)}}
	for i, q := range p.Questions {
		for _, vars := range f.tablesOf(i) {
			for person, said := range f.said {
				answer, given := "", false
				var names []string
				for _, v := range vars {
					if said[v] == none {
						continue
					}
					given = true
					names = append(names, f.vars[v].cats[said[v]])
				}
				if !given {
					continue
				}
				answer = strings.Join(names, "\x00")
				for _, g := range f.in[person] {
					at := site{question: q.Key, row: f.vars[vars[0]].row, group: f.groups[g].key}
					if d := f.groups[g].dimension; d >= 0 {
						at.dimension = p.Dimensions[d].Key
					}
					if out[at] == nil {
						out[at] = map[string]int{}
					}
					out[at][answer]++
				}
			}
		}
	}
	return out
}

// distance is how many answers must at least have come, gone or changed.
func distance(before, after map[string]int) int {
	more, fewer := 0, 0
	for answer, n := range after {
		more += max(0, n-before[answer])
	}
	for answer, n := range before {
		fewer += max(0, n-after[answer])
	}
	return max(more, fewer)
}
