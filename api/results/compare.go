package results

import (
	"reflect"
	"slices"
	"strings"
)

// Compare lays an earlier round beside a later one: its tables in the order of the later one's, with
// the same groups. A group is told of the earlier round only where it is the same in both, stands under
// the same one, has the same merged into it, and is told in both rounds with the same
// options; elsewhere it is null. Nothing else joins two rounds: no person can be followed
// from one to the other.
func Compare(now, before Published) Published {
	out := Published{MinGroup: before.MinGroup, N: before.N, Dimensions: now.Dimensions, Tables: []Table{}}
	for _, table := range now.Tables {
		there := slices.IndexFunc(before.Tables, func(t Table) bool {
			return t.Question == table.Question && t.Row == table.Row && reflect.DeepEqual(t.Dimension, table.Dimension)
		})
		laid := Table{Question: table.Question, Row: table.Row, Dimension: table.Dimension, Groups: []Cell{}}
		for _, cell := range table.Groups {
			was := Cell{Group: cell.Group}
			if there >= 0 && sameGroup(now, before, table.Dimension, cell.Group) {
				was = earlier(cell, before.Tables[there].Groups)
			}
			laid.Groups = append(laid.Groups, was)
		}
		out.Tables = append(out.Tables, laid)
	}
	return out
}

// earlier is what was told of a group before, if it can be set beside what is told now.
func earlier(now Cell, before []Cell) Cell {
	at := slices.IndexFunc(before, func(c Cell) bool { return c.Group == now.Group })
	sameOptions := func(a, b Band) bool { return a.Option == b.Option } // where one is hidden there are none
	if at < 0 || !slices.EqualFunc(now.Options, before[at].Options, sameOptions) {
		return Cell{Group: now.Group}
	}
	return before[at]
}

// sameGroup tells whether a group is made in the same way in both rounds.
func sameGroup(now, before Published, dimension *string, group string) bool {
	if dimension == nil {
		return true
	}
	a, b := breakdown(now, *dimension), breakdown(before, *dimension)
	if a.Question != b.Question {
		return false
	}
	if (group == other || strings.HasSuffix(group, "/"+other)) && !slices.Equal(slices.Sorted(slices.Values(a.Merged)), slices.Sorted(slices.Values(b.Merged))) {
		return false
	}
	return a.above(group) == b.above(group) && slices.Equal(a.under(group), b.under(group))
}

func breakdown(p Published, key string) Dimension {
	at := slices.IndexFunc(p.Dimensions, func(d Dimension) bool { return d.Key == key })
	if at < 0 {
		return Dimension{}
	}
	return p.Dimensions[at]
}

// above is the group that another lies under.
func (d Dimension) above(group string) string {
	for _, g := range d.Groups {
		if g.Key == group {
			return g.Parent
		}
	}
	return ""
}

// under are the groups directly under one, in order of their keys.
func (d Dimension) under(group string) (keys []string) {
	for _, g := range d.Groups {
		if g.Parent == group {
			keys = append(keys, g.Key)
		}
	}
	slices.Sort(keys)
	return keys
}
