// Package markdown turns what people write into HTML that is safe to show.
//
// Raw HTML in the source is dropped, headings begin at level 3 so that they
// fit under a page's own, and links may not carry scripts.
package markdown

import (
	"bytes"
	"regexp"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var (
	convert = goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify),
		goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(lowerHeadings{}, 100))),
	)
	policy = newPolicy()
)

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowStandardURLs()
	p.AllowAttrs("href").OnElements("a")
	p.RequireNoReferrerOnLinks(true)
	p.AllowElements("p", "br", "hr", "strong", "em", "del", "ul", "li", "blockquote", "code", "pre",
		"h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "td", "a")
	p.AllowAttrs("start").Matching(regexp.MustCompile(`^\d{1,4}$`)).OnElements("ol")
	p.AllowElements("ol")
	p.AllowAttrs("scope").Matching(regexp.MustCompile(`^col$`)).OnElements("th")
	p.AllowElements("th")
	return p
}

// HTML renders Markdown. It never fails: text that is not Markdown is a paragraph.
func HTML(source string) string {
	if source == "" {
		return ""
	}
	var out bytes.Buffer
	if err := convert.Convert([]byte(source), &out); err != nil {
		return ""
	}
	return policy.Sanitize(out.String())
}

// lowerHeadings moves headings under the page's h1 and h2.
type lowerHeadings struct{}

func (lowerHeadings) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering {
			h.Level = min(h.Level+2, 6)
		}
		return ast.WalkContinue, nil
	})
}
