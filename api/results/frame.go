package results

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
)

// frame is a population as columns: who is in which group, and who said what of each variable.
type frame struct {
	k         int
	questions []Question
	vars      []variable
	said      [][]int8 // by person and variable: the category, none when it was not answered
	groups    []place  // the whole first, then the groups of each dimension
	in        [][]int  // the groups that a person is in, the whole first
	members   [][]int  // who is in a group
	splits    []split
	varsOf    [][]int // by question
	dependsOn []int   // the question on which it hangs whether one is asked; -1 when everyone is
	known     []int   // the questions by which a dimension is made
}

// none is no answer.
const none int8 = -1

// variable is what one table row counts: a question, a row of a matrix, or an option of several.
type variable struct {
	question int
	row      string   // of a matrix
	option   string   // of a multiple choice: chosen or not
	cats     []string // for a multiple choice: not chosen, chosen
}

// place is a group somewhere under the whole. A dimension whose people stand
// directly under a group that has others under it is told only by those.
type place struct {
	dimension int // -1 is the whole
	key       string
	parent    int
}

func frameOf(p Population) frame {
	f := frame{k: p.MinGroup(), questions: p.Questions, groups: []place{{dimension: -1, parent: -1}}}
	for i, q := range p.Questions {
		switch q.Type {
		case "single", "scale":
			f.vars = append(f.vars, variable{question: i, cats: q.categories()})
		case "matrix":
			for _, row := range q.Rows {
				f.vars = append(f.vars, variable{question: i, row: row, cats: q.Options})
			}
		case "multiple":
			for _, option := range q.Options {
				f.vars = append(f.vars, variable{question: i, option: option, cats: []string{"", option}})
			}
		}
	}
	f.varsOf, f.dependsOn = make([][]int, len(p.Questions)), make([]int, len(p.Questions))
	for v, column := range f.vars {
		f.varsOf[column.question] = append(f.varsOf[column.question], v)
	}
	for i, q := range p.Questions {
		f.dependsOn[i] = slices.IndexFunc(p.Questions, func(on Question) bool { return q.Condition != nil && q.Condition.Question == on.Key })
	}
	at := make([]map[string]int, len(p.Dimensions))
	for d, dimension := range p.Dimensions {
		at[d] = f.place(d, dimension, p)
	}
	f.split()
	for _, a := range p.Answers {
		in := []int{0}
		for d, dimension := range p.Dimensions {
			for g := at[d][dimension.groupOf(a)]; g > 0; g = f.groups[g].parent {
				in = append(in, g)
			}
		}
		f.in = append(f.in, in)
		f.said = append(f.said, f.read(a))
	}
	return f
}

// sort puts people in an order of their own, and in their groups: nothing may hang on that in which they answered.
func (f *frame) sort() {
	order := make([]int, len(f.said))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(slices.Compare(f.in[a], f.in[b]), slices.Compare(f.said[a], f.said[b]))
	})
	in, said := make([][]int, len(order)), make([][]int8, len(order))
	for to, from := range order {
		in[to], said[to] = f.in[from], f.said[from]
	}
	f.in, f.said = in, said
	f.members = make([][]int, len(f.groups))
	for i, in := range f.in {
		for _, g := range in {
			f.members[g] = append(f.members[g], i)
		}
	}
}

// place makes the groups of a dimension, and tells where each of its keys stands.
func (f *frame) place(d int, dimension Dimension, p Population) map[string]int {
	at, others := map[string]int{}, map[int]int{} // "other" by the group that it lies under
	add := func(key string, parent int) {
		if slices.Contains(slices.Collect(maps.Values(others)), parent) {
			at[key] = parent // what lies under a merged group is told with it
			return
		}
		merged := slices.Contains(dimension.Merged, key) || len(dimension.Merged) > 0 && key == other
		if g, made := others[parent]; merged && made {
			at[key] = g
			return
		}
		name := key
		if merged {
			name = otherUnder(f.groups[parent].key)
			others[parent] = len(f.groups)
		}
		at[key] = len(f.groups)
		f.groups = append(f.groups, place{d, name, parent})
	}
	if dimension.Question == "" {
		for _, g := range dimension.Groups {
			add(g.Key, at[g.Parent]) // at the top, under the whole
		}
		return at
	}
	for i, q := range p.Questions {
		if q.Key == dimension.Question {
			f.known = append(f.known, i)
			for _, option := range q.Options {
				add(option, 0)
			}
		}
	}
	return at
}

// otherUnder is the key of the group in which the merged ones of a group are told: they
// stay in the group that they lie under, whose numbers are of all its people.
func otherUnder(parent string) string {
	if parent == "" {
		return other
	}
	return parent + "/" + other
}

func (d Dimension) groupOf(a Answer) string {
	if d.Question == "" {
		return a.Groups[d.Key]
	}
	var option string
	_ = json.Unmarshal(a.Values[d.Question], &option) // checked when it was read
	return option
}

// read is what one person said of each variable.
func (f *frame) read(a Answer) []int8 {
	said := make([]int8, len(f.vars))
	for v, column := range f.vars {
		q := f.questions[column.question]
		raw, given := a.Values[q.Key]
		said[v] = none
		switch {
		case !given:
		case q.Type == "matrix":
			var rows map[string]string
			_ = json.Unmarshal(raw, &rows)
			if chosen, ok := rows[column.row]; ok {
				said[v] = int8(slices.Index(column.cats, chosen))
			}
		case q.Type == "multiple":
			said[v] = 0
			if slices.Contains(choices(q, raw), column.option) {
				said[v] = 1
			}
		default:
			said[v] = int8(slices.Index(column.cats, choices(q, raw)[0]))
		}
	}
	return said
}

// counts are how many in a group said each category of a variable, and how many answered.
type counts struct {
	of []int
	n  int
}

// tally counts a variable in every group.
func (f *frame) tally(v int) []counts {
	out := make([]counts, len(f.groups))
	for g := range out {
		out[g].of = make([]int, len(f.vars[v].cats))
	}
	for i, said := range f.said {
		if said[v] == none {
			continue
		}
		for _, g := range f.in[i] {
			out[g].of[said[v]]++
			out[g].n++
		}
	}
	return out
}
