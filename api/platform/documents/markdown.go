package documents

import (
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// commonMark reads what platform/markdown shows.
var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify))

// Markdown gives the blocks of a text that stands under a heading of this level. Raw
// HTML is left out. Text that is not Markdown is a paragraph.
func Markdown(source string, under int) []Block {
	src := []byte(source)
	r := reader{src: src, under: under, last: under}
	return r.blocks(commonMark.Parser().Parse(text.NewReader(src)))
}

type reader struct {
	src         []byte
	under, last int
}

func (r *reader) blocks(parent ast.Node) (out []Block) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			r.last = max(r.under+1, min(r.under+n.Level, r.last+1, deepest))
			out = append(out, Heading{r.last, strings.TrimSpace(r.inline(n).String())})
		case *ast.List:
			out = append(out, r.list(n))
		case *ast.Blockquote:
			out = append(out, Note{Blocks: r.blocks(n)})
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			out = append(out, Paragraph{r.lines(n)})
		case *east.Table:
			out = append(out, r.table(n))
		case *ast.HTMLBlock, *ast.ThematicBreak:
		default:
			if in := r.inline(n); strings.TrimSpace(in.String()) != "" {
				out = append(out, Paragraph{in})
			}
		}
	}
	return out
}

func (r *reader) list(n *ast.List) List {
	l := List{Ordered: n.IsOrdered()}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		// A heading inside an item would break the order of the page's headings.
		blocks := r.blocks(item)
		for i, b := range blocks {
			if h, ok := b.(Heading); ok {
				blocks[i] = Paragraph{Inline{{Text: h.Text, Strong: true}}}
			}
		}
		l.Items = append(l.Items, blocks)
	}
	return l
}

func (r *reader) table(n *east.Table) Table {
	var t Table
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []Inline
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, r.inline(cell))
		}
		if _, head := row.(*east.TableHeader); head {
			for _, c := range cells {
				t.Columns = append(t.Columns, c.String())
			}
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (r *reader) lines(n ast.Node) (in Inline) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		in = append(in, Span{Text: strings.TrimRight(string(line.Value(r.src)), "\r\n"), Br: i > 0})
	}
	return in
}

func (r *reader) inline(parent ast.Node) Inline { return joined(r.spans(parent, Span{})) }

// spans gives the text below a node; mark is what is marked around it.
func (r *reader) spans(parent ast.Node, mark Span) (out Inline) {
	add := func(text string) {
		s := mark
		s.Text = text
		out = append(out, s)
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		inner := mark
		switch n := n.(type) {
		case *ast.Text:
			add(string(plain(n.Segment.Value(r.src), n.IsRaw())))
			switch {
			case n.HardLineBreak():
				out = append(out, Span{Br: true})
			case n.SoftLineBreak():
				add(" ")
			}
			continue
		case *ast.String:
			add(string(n.Value))
			continue
		case *ast.RawHTML:
			continue
		case *ast.AutoLink:
			inner.Href = safe(string(n.URL(r.src)))
			inner.Text = string(n.Label(r.src))
			out = append(out, inner)
			continue
		case *ast.Emphasis:
			inner.Strong, inner.Emphasis = mark.Strong || n.Level == 2, mark.Emphasis || n.Level == 1
		case *ast.Link:
			inner.Href = safe(string(n.Destination))
		}
		out = append(out, r.spans(n, inner)...)
	}
	return out
}

// joined puts spans that are marked alike together.
func joined(in Inline) (out Inline) {
	for _, s := range in {
		if n := len(out); n > 0 && !s.Br && out[n-1].Strong == s.Strong && out[n-1].Emphasis == s.Emphasis && out[n-1].Href == s.Href {
			out[n-1].Text += s.Text
			continue
		}
		out = append(out, s)
	}
	return out
}

// safe is a link that may stand in a document, or "".
func safe(href string) string {
	u, err := url.Parse(href)
	if err != nil || !slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(u.Scheme)) {
		return ""
	}
	return u.String()
}
