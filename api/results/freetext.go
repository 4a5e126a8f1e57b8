package results

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
)

// forText is how many must have answered in a group for its texts to be told by it.
const forText = 50

// FreeText is what was written to a question, in one group or in the whole. It is for
// somebody to read first: nothing of it is told before they have allowed it.
type FreeText struct {
	Question string `json:"question"`
	// Dimension and Group say who wrote; both are empty for the whole, or for those who
	// are left when the groups that are told are taken away.
	Dimension string `json:"dimension"`
	Group     string `json:"group"`
	// Texts are in an order of chance, with nothing that joins them to each other, to other answers or to a time.
	Texts []string `json:"texts"`
}

// FreeTexts gives what was written to the questions that take text. Each text stands once, so that
// nothing is had by setting breakdowns or levels against each other: by the smallest
// group of the first declared breakdown in which at least fifty answered and as
// many wrote as the threshold; otherwise with the others of the group above. Fewer texts in all than the
// threshold are not given.
func FreeTexts(p Population) ([]FreeText, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	f := frameOf(p)
	out := []FreeText{}
	for _, q := range p.Questions {
		if q.Type == "shortText" || q.Type == "longText" {
			out = append(out, f.texts(p, q.Key)...)
		}
	}
	return out, nil
}

// part is those who are told together: a group without those of its groups that are told by themselves.
type part struct {
	answered int
	texts    []string
}

func (f *frame) texts(p Population, question string) (out []FreeText) {
	by := slices.IndexFunc(p.Dimensions, func(d Dimension) bool { return d.Question == "" })
	parts := make([]part, len(f.groups))
	for i, a := range p.Answers {
		at := 0
		for _, g := range f.in[i] {
			if f.groups[g].dimension == by && g > at { // a group stands after the one that it lies under
				at = g
			}
		}
		parts[at].answered++
		var text string
		if raw, given := a.Values[question]; given && json.Unmarshal(raw, &text) == nil && text != "" {
			parts[at].texts = append(parts[at].texts, text)
		}
	}
	for g := len(parts) - 1; g > 0; g-- { // from the leaves up
		if !f.tells(parts[g]) {
			parts[f.groups[g].parent].take(&parts[g])
		}
	}
	for g := len(parts) - 1; g > 0 && !f.tells(parts[0]) && parts[0].answered > 0; g-- {
		if parts[g].answered > 0 { // those who are left would be too few
			parts[0].take(&parts[g])
		}
	}
	for g, of := range parts {
		if len(of.texts) < f.k {
			continue
		}
		told := FreeText{Question: question, Texts: of.texts}
		if g > 0 {
			told.Dimension, told.Group = p.Dimensions[by].Key, f.groups[g].key
		}
		slices.Sort(told.Texts) // so that nothing is left of the order in which they came
		rand.Shuffle(len(told.Texts), func(i, j int) { told.Texts[i], told.Texts[j] = told.Texts[j], told.Texts[i] })
		out = append(out, told)
	}
	return out
}

func (f *frame) tells(p part) bool { return p.answered >= forText && len(p.texts) >= f.k }

func (p *part) take(from *part) {
	p.answered += from.answered
	p.texts = append(p.texts, from.texts...)
	*from = part{}
}
