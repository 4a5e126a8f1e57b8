package documents

import (
	"strings"
	"time"
)

// Document is a paper.
type Document struct {
	Title string
	// Language is of the whole: "sv" or "en".
	Language string
	// Publisher stands as its author.
	Publisher string
	// Footer is one line at the foot of each page, beside the page's number.
	Footer string
	// Made is when it was made, as its properties say.
	Made   time.Time
	Blocks []Block
}

// Block is a piece of a document: one of the types below.
type Block interface{ block() }

// Heading opens a part. Level 1 lies right under the title; a level is at most one
// deeper than the one before it.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is a text.
type Paragraph struct{ Text Inline }

// Facts are names with what they are: when, where, who.
type Facts []Fact

// Fact is one of them.
type Fact struct{ Name, Value string }

// List is a list; each item is blocks of its own.
type List struct {
	Ordered bool
	Items   [][]Block
}

// Table is a table with a header row.
type Table struct {
	Caption string
	Columns []string
	Rows    [][]Inline
	// RowHeaders makes the first cell of each row the row's header.
	RowHeaders bool
}

// Note is set apart from the text around it: an addition, a reservation, a quotation.
type Note struct {
	Label  string
	Blocks []Block
}

// PageBreak begins a new page in print.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Facts) block()     {}
func (List) block()      {}
func (Table) block()     {}
func (Note) block()      {}
func (PageBreak) block() {}

// Inline is a text with marks in it.
type Inline []Span

// Span is a run of text that is marked alike.
type Span struct {
	Text                 string
	Strong, Emphasis, Br bool
	// Href is where it leads: http, https or mailto.
	Href string
}

// Text is a text without marks.
func Text(text string) Inline { return Inline{{Text: text}} }

// String is the text alone.
func (in Inline) String() string {
	var b strings.Builder
	for _, s := range in {
		if s.Br {
			b.WriteString("\n")
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// words are what the documents say themselves.
type words struct{ page, of, locale string }

func (d Document) words() words {
	if d.Language == "en" {
		return words{"Page", "of", "en-GB"}
	}
	return words{"Sida", "av", "sv-SE"}
}

// ordered gives the blocks with headings that never skip a level, whoever made them.
func ordered(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	last := 0
	for i, b := range blocks {
		if h, ok := b.(Heading); ok {
			h.Level = max(1, min(h.Level, last+1, deepest))
			last = h.Level
			b = h
		}
		out[i] = b
	}
	return out
}

// deepest is the last level: with the title there are six.
const deepest = 5
