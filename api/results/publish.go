package results

import (
	"math"
	"runtime"
	"strconv"
	"sync"
)

// Published is all that is told of a round of staff.
type Published struct {
	// MinGroup is how many answers a group has at least for anything to be told of it.
	MinGroup int `json:"minGroup"`
	// N is how many answered, to the nearest five; null when they are fewer than MinGroup.
	N *int `json:"n" extensions:"x-nullable"`
	// Dimensions are the breakdowns as they were declared: which group lies under which, and which are told as "other".
	Dimensions []Dimension `json:"dimensions"`
	// Tables are one for each question and breakdown, the whole first.
	Tables []Table `json:"tables"`
}

// Table tells one question, or one row of a matrix, in one breakdown.
type Table struct {
	// Question is its key.
	Question string `json:"question" example:"rutin"`
	// Row is the key of a matrix's row.
	Row string `json:"row,omitempty" example:"socialtjanst"`
	// Dimension is the breakdown; null for the whole.
	Dimension *string `json:"dimension" example:"forvaltning" extensions:"x-nullable"`
	// Groups are those of the breakdown.
	Groups []Cell `json:"groups"`
} // @name SurveyResultTable

// Cell is what is told of a group.
type Cell struct {
	// Group is its key; "" for the whole.
	Group string `json:"group"`
	// N is how many answered the question, to the nearest five; null when it is hidden.
	N *int `json:"n" extensions:"x-nullable"`
	// Options are the shares; null when they are hidden.
	Options []Band `json:"options" extensions:"x-nullable"`
	// Mean of a scale, made of the middles of the bands; only where at least thirty answered.
	Mean *float64 `json:"mean,omitempty"`
} // @name SurveyResultCell

// Band is a share of those who answered, in per cent: it lies between low and high.
type Band struct {
	// Option is its key; on a scale the step.
	Option string `json:"option" example:"ja"`
	// Low is the least that it can be, in per cent.
	Low int `json:"low" example:"37"`
	// High is the most that it can be, in per cent.
	High int `json:"high" example:"47"`
} // @name SurveyResultBand

// forMean is how many must have answered for a mean to be told.
const forMean = 30

// Publish makes what is told of a round. It is the only reader of what staff have answered, and
// the same population always gives the same tables, whatever the order of its answers.
func Publish(p Population) (Published, error) {
	if err := p.Check(); err != nil {
		return Published{}, err
	}
	f := frameOf(p)
	f.sort()
	out := Published{MinGroup: f.k, Dimensions: p.Dimensions, Tables: []Table{}}
	if out.Dimensions == nil {
		out.Dimensions = []Dimension{}
	}
	if n := len(p.Answers); n >= f.k {
		about := rounded(n)
		out.N = &about
	}
	shown := make([][]bool, len(f.vars))
	var settling sync.WaitGroup
	atOnce := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, b := range f.blocks() {
		atOnce <- struct{}{}
		settling.Go(func() {
			of := f.settle(b)
			for _, v := range b.vars { // no two blocks have the same
				shown[v] = of[v]
			}
			<-atOnce
		})
	}
	settling.Wait()
	for i, q := range p.Questions {
		for _, vars := range f.tablesOf(i) {
			tallied := make([][]counts, len(vars))
			for at, v := range vars {
				tallied[at] = f.tally(v)
			}
			out.Tables = append(out.Tables, f.table(q, vars, tallied, shown, -1, nil))
			for d, dimension := range p.Dimensions {
				if dimension.Question != q.Key {
					out.Tables = append(out.Tables, f.table(q, vars, tallied, shown, d, &dimension.Key))
				}
			}
		}
	}
	return out, nil
}

// tablesOf are the variables of each of a question's tables: a matrix has one a
// row, a multiple choice one table of all its options.
func (f *frame) tablesOf(question int) (tables [][]int) {
	for _, v := range f.varsOf[question] {
		if f.vars[v].option != "" && len(tables) > 0 {
			tables[0] = append(tables[0], v)
		} else {
			tables = append(tables, []int{v})
		}
	}
	return tables
}

func (f *frame) table(q Question, vars []int, tallied [][]counts, shown [][]bool, d int, dimension *string) Table {
	t := Table{Question: q.Key, Row: f.vars[vars[0]].row, Dimension: dimension, Groups: []Cell{}}
	for g, p := range f.groups {
		if p.dimension != d {
			continue
		}
		cell := Cell{Group: p.key}
		if shown[vars[0]][g] {
			n := tallied[0][g].n
			about := rounded(n)
			cell.N = &about
			for i, v := range vars {
				for c, option := range f.vars[v].cats {
					if option == "" {
						continue // not chosen
					}
					low, high := bandOf(tallied[i][g].of[c], n).share(n)
					cell.Options = append(cell.Options, Band{option, low, high})
				}
			}
			if q.Type == "scale" && n >= forMean {
				cell.Mean = mean(cell.Options)
			}
		}
		t.Groups = append(t.Groups, cell)
	}
	return t
}

// mean is made of what is told already, so that it tells nothing more.
func mean(bands []Band) *float64 {
	var sum, weight float64
	for _, b := range bands {
		value, err := strconv.Atoi(b.Option)
		if err != nil {
			return nil
		}
		middle := float64(b.Low+b.High) / 2
		sum, weight = sum+middle*float64(value), weight+middle
	}
	about := math.Round(sum/weight*10) / 10
	return &about
}
