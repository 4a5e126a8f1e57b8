package results

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"
)

// once keeps what computes for long, and asks no database, out of the stage of PostgreSQL, whose
// race detector makes it ten times slower. The stage of SQLite runs it.
func once(t *testing.T) {
	t.Helper()
	if os.Getenv("ENVAGIN_TEST_DATABASES") == "postgres" {
		t.Skip("computed in the stage of SQLite")
	}
}

// nasty is a small town with units of one, units that all say the same, and somebody who stands alone in two breakdowns.
func nasty(r *rand.Rand) Population {
	units := 3 + r.IntN(6)
	p := Population{Questions: []Question{{Key: "q", Type: "single", Options: []string{"ja", "nej"}, Required: r.IntN(4) > 0}}}
	unsure := r.IntN(3) == 0
	if unsure {
		p.Questions[0].Options = append(p.Questions[0].Options, "vet inte")
	}
	unit, work := Dimension{Key: "unit", Groups: []Group{{Key: "a"}, {Key: "b"}}}, Dimension{Key: "work"}
	for u := range units {
		unit.Groups = append(unit.Groups, Group{Key: fmt.Sprint("u", u), Parent: []string{"a", "b"}[u%2]})
	}
	for w := range 2 + r.IntN(3) {
		work.Groups = append(work.Groups, Group{Key: fmt.Sprint("w", w)})
	}
	p.Dimensions = []Dimension{unit, work}
	for u := range units {
		size, likely := []int{1, 2, 6, 7, 8, 11, 13, 20, 40}[r.IntN(9)], []float64{0, 0.1, 0.5, 0.9, 1}[r.IntN(5)]
		for range size {
			value := `"nej"`
			if r.Float64() < likely {
				value = `"ja"`
			} else if unsure && r.IntN(3) == 0 {
				value = `"vet inte"`
			}
			at := r.IntN(len(work.Groups))
			if u > 0 { // most of the others do the same work
				at = min(at, r.IntN(len(work.Groups)))
			}
			p.Answers = append(p.Answers, Answer{Groups: map[string]string{"unit": fmt.Sprint("u", u), "work": work.Groups[at].Key}, Values: map[string]json.RawMessage{"q": json.RawMessage(value)}})
			if !p.Questions[0].Required && r.IntN(9) == 0 {
				delete(p.Answers[len(p.Answers)-1].Values, "q")
			}
		}
	}
	if r.IntN(3) == 0 { // somebody stands beside the units
		p.Answers = append(p.Answers, Answer{Groups: map[string]string{"unit": "a", "work": "w0"}, Values: map[string]json.RawMessage{"q": json.RawMessage(`"ja"`)}})
	}
	return p
}

// smallest is the town with the fewest who share neither unit nor work, which is quickest to attack.
func smallest(t *testing.T) (seed uint64) {
	t.Helper()
	fewest := math.MaxInt
	for s := range uint64(20) {
		f := frameOf(nasty(rand.New(rand.NewPCG(s, 7))))
		if cells := len(f.cellsOf(block{})); cells < fewest {
			fewest, seed = cells, s
		}
	}
	return seed
}
