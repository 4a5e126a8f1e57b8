package documents

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"strings"
)

// style is how the page looks, on a screen and on paper.
//
//go:embed page.css
var style string

// Page is a document as a page for the browser.
type Page struct {
	HTML []byte
	// Policy is the Content-Security-Policy under which it shows: its own style and
	// nothing else.
	Policy string
}

// HTML writes the document as a page.
func (d Document) HTML() Page {
	w := d.words()
	css := style + fmt.Sprintf("@page{@bottom-left{content:%s}@bottom-right{content:%s counter(page) %s counter(pages)}}",
		quoted(d.Footer), quoted(w.page+" "), quoted(" "+w.of+" "))
	sum := sha256.Sum256([]byte(css))
	policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	var b bytes.Buffer
	title := html.EscapeString(d.Title)
	fmt.Fprintf(&b, `<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="author" content="%s">
<title>%s</title>
<style>%s</style>
</head>
<body>
<main>
<h1>%s</h1>
`, html.EscapeString(d.Language), strings.ReplaceAll(html.EscapeString(strings.TrimSuffix(policy, "; frame-ancestors 'none'")), "&#39;", "'"),
		html.EscapeString(d.Publisher), title, css, title)
	for _, block := range ordered(d.Blocks) {
		writeHTML(&b, block)
	}
	b.WriteString("</main>\n</body>\n</html>\n")
	return Page{b.Bytes(), policy}
}

func writeHTML(b *bytes.Buffer, block Block) {
	switch x := block.(type) {
	case Heading:
		fmt.Fprintf(b, "<h%d>%s</h%d>\n", x.Level+1, html.EscapeString(x.Text), x.Level+1)
	case Paragraph:
		fmt.Fprintf(b, "<p>%s</p>\n", inlineHTML(x.Text))
	case Facts:
		// A table with row headers: of a list of terms Chromium's PDF keeps nothing but the words.
		b.WriteString("<table class=\"facts\">\n<tbody>\n")
		for _, f := range x {
			fmt.Fprintf(b, "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n", html.EscapeString(f.Name), html.EscapeString(f.Value))
		}
		b.WriteString("</tbody>\n</table>\n")
	case List:
		tag := "ul"
		if x.Ordered {
			tag = "ol"
		}
		fmt.Fprintf(b, "<%s>\n", tag)
		for _, item := range x.Items {
			b.WriteString("<li>")
			for i, inner := range item {
				if p, ok := inner.(Paragraph); ok && i == 0 {
					b.WriteString(inlineHTML(p.Text) + "\n")
					continue
				}
				writeHTML(b, inner)
			}
			b.WriteString("</li>\n")
		}
		fmt.Fprintf(b, "</%s>\n", tag)
	case Table:
		tableHTML(b, x)
	case Note:
		b.WriteString("<div class=\"note\" role=\"note\">\n")
		if x.Label != "" {
			fmt.Fprintf(b, "<p><b>%s</b></p>\n", html.EscapeString(x.Label))
		}
		for _, inner := range x.Blocks {
			writeHTML(b, inner)
		}
		b.WriteString("</div>\n")
	case PageBreak:
		b.WriteString("<div class=\"break\"></div>\n")
	}
}

func tableHTML(b *bytes.Buffer, t Table) {
	b.WriteString("<table>\n")
	if t.Caption != "" {
		fmt.Fprintf(b, "<caption>%s</caption>\n", html.EscapeString(t.Caption))
	}
	b.WriteString("<thead><tr>")
	for _, c := range t.Columns {
		fmt.Fprintf(b, `<th scope="col">%s</th>`, html.EscapeString(c))
	}
	b.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		b.WriteString("<tr>")
		for i := range t.Columns { // a cell that is missing is an empty one
			var cell Inline
			if i < len(row) {
				cell = row[i]
			}
			if i == 0 && t.RowHeaders {
				fmt.Fprintf(b, `<th scope="row">%s</th>`, inlineHTML(cell))
				continue
			}
			fmt.Fprintf(b, "<td>%s</td>", inlineHTML(cell))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody>\n</table>\n")
}

// inlineHTML marks with b and i: for strong and em Chromium writes tags that only PDF 2.0
// knows into a file that says it is 1.4.
func inlineHTML(in Inline) string {
	var b strings.Builder
	for _, s := range in {
		if s.Br {
			b.WriteString("<br>")
		}
		text := html.EscapeString(s.Text)
		if s.Emphasis {
			text = "<i>" + text + "</i>"
		}
		if s.Strong {
			text = "<b>" + text + "</b>"
		}
		if s.Href != "" {
			text = `<a href="` + html.EscapeString(s.Href) + `">` + text + "</a>"
		}
		b.WriteString(text)
	}
	return b.String()
}

// quoted is a text as a string in CSS; what could end it, or the style, is escaped.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if strings.ContainsRune("\"\\<>&\n\r\f", r) {
			fmt.Fprintf(&b, "\\%x ", r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}
