package documents

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// MediaTypeDOCX is what the browser is told.
const MediaTypeDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// DOCX writes the document in Office Open XML: the parts of ECMA-376 that a text with
// headings, lists and tables needs (docs/adr/0031). The same document gives the same bytes.
func (d Document) DOCX() ([]byte, error) {
	w := &docxWriter{lang: d.words().locale, links: map[string]string{}}
	w.paragraph("Title", 0, 0, Text(d.Title))
	for _, b := range ordered(d.Blocks) {
		w.block(b, place{})
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageLinks},
		{"docProps/core.xml", d.core()},
		{"docProps/app.xml", appProperties},
		{"word/document.xml", xmlHead + `<w:document ` + namespaces + `><w:body>` + w.body.String() + sectionProperties + `</w:body></w:document>`},
		{"word/styles.xml", stylesFor(w.lang)},
		{"word/settings.xml", xmlHead + `<w:settings ` + namespaces + `><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="` + w.lang + `"/></w:settings>`},
		{"word/numbering.xml", w.numbering()},
		{"word/footer1.xml", d.footer()},
		{"word/_rels/document.xml.rels", w.relations()},
	} {
		entry, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err == nil {
			_, err = entry.Write([]byte(part.content))
		}
		if err != nil {
			return nil, fmt.Errorf("documents: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("documents: %w", err)
	}
	return out.Bytes(), nil
}

type docxWriter struct {
	body  strings.Builder
	lang  string
	lists []bool // whether each list is ordered; its number is its place + 1
	links map[string]string
	order []string // of links
}

// place is where in lists a block stands.
type place struct {
	depth int    // of lists around it
	list  int    // the number of the list it opens an item of, or 0
	style string // of paragraphs here, when not the ordinary one
}

func (w *docxWriter) block(b Block, at place) {
	style := at.style
	switch x := b.(type) {
	case Heading:
		w.paragraph(fmt.Sprintf("Heading%d", x.Level), 0, 0, Text(x.Text))
	case Paragraph:
		if at.depth > 0 && style == "" {
			style = "ListParagraph"
		}
		w.paragraph(style, at.list, at.depth, x.Text)
	case Facts:
		for _, f := range x {
			w.paragraph(style, 0, at.depth, Inline{{Text: f.Name + ": ", Strong: true}, {Text: f.Value}})
		}
	case List:
		w.lists = append(w.lists, x.Ordered)
		number := len(w.lists)
		for _, item := range x.Items {
			for i, inner := range item {
				inside := place{depth: at.depth + 1, style: at.style}
				if i == 0 {
					inside.list = number
				}
				w.block(inner, inside)
			}
		}
	case Table:
		w.table(x)
	case Note:
		if x.Label != "" {
			w.paragraph("Note", 0, at.depth, Inline{{Text: x.Label, Strong: true}})
		}
		for _, inner := range x.Blocks {
			w.block(inner, place{depth: at.depth, list: at.list, style: "Note"})
		}
	case PageBreak:
		w.body.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	}
}

// deepestList is how many levels a list's numbering has.
const deepestList = 9

func (w *docxWriter) paragraph(style string, list, depth int, text Inline) {
	w.body.WriteString("<w:p><w:pPr>")
	if style != "" {
		fmt.Fprintf(&w.body, `<w:pStyle w:val="%s"/>`, style)
	}
	depth = min(depth, deepestList)
	switch {
	case list > 0:
		fmt.Fprintf(&w.body, `<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, depth-1, list)
	case depth > 0:
		fmt.Fprintf(&w.body, `<w:ind w:left="%d"/>`, depth*indent)
	}
	w.body.WriteString("</w:pPr>")
	w.runs(text)
	w.body.WriteString("</w:p>")
}

func (w *docxWriter) runs(text Inline) {
	for _, s := range text {
		properties := ""
		if s.Href != "" {
			properties += `<w:rStyle w:val="Hyperlink"/>`
			fmt.Fprintf(&w.body, `<w:hyperlink r:id="%s">`, w.link(s.Href))
		}
		if s.Strong {
			properties += "<w:b/>"
		}
		if s.Emphasis {
			properties += "<w:i/>"
		}
		w.body.WriteString("<w:r>")
		if properties != "" {
			w.body.WriteString("<w:rPr>" + properties + "</w:rPr>")
		}
		if s.Br {
			w.body.WriteString("<w:br/>")
		}
		fmt.Fprintf(&w.body, `<w:t xml:space="preserve">%s</w:t></w:r>`, escaped(s.Text))
		if s.Href != "" {
			w.body.WriteString("</w:hyperlink>")
		}
	}
}

func (w *docxWriter) link(href string) string {
	if w.links[href] == "" {
		w.order = append(w.order, href)
		w.links[href] = fmt.Sprintf("rLink%d", len(w.order))
	}
	return w.links[href]
}

// table writes the header row so that it is one, and stands again on each page.
func (w *docxWriter) table(t Table) {
	if t.Caption != "" {
		w.paragraph("Caption", 0, 0, Text(t.Caption))
	}
	look := `w:firstRow="1" w:lastRow="0" w:firstColumn="0"`
	if t.RowHeaders {
		look = `w:firstRow="1" w:lastRow="0" w:firstColumn="1"`
	}
	fmt.Fprintf(&w.body, `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook %s w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="%s"/></w:tblPr><w:tblGrid>`, look, escaped(t.Caption))
	for range t.Columns {
		fmt.Fprintf(&w.body, `<w:gridCol w:w="%d"/>`, textWidth/max(1, len(t.Columns)))
	}
	w.body.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for _, c := range t.Columns {
		w.cell(Inline{{Text: c, Strong: true}})
	}
	w.body.WriteString("</w:tr>")
	for _, row := range t.Rows {
		w.body.WriteString("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		for i := range t.Columns { // a row must have as many cells as the grid
			var text Inline
			if i < len(row) {
				text = row[i]
			}
			if i == 0 && t.RowHeaders {
				text = bold(text)
			}
			w.cell(text)
		}
		w.body.WriteString("</w:tr>")
	}
	w.body.WriteString(`</w:tbl><w:p/>`)
}

func (w *docxWriter) cell(text Inline) {
	w.body.WriteString(`<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>`)
	w.paragraph("TableText", 0, 0, text)
	w.body.WriteString("</w:tc>")
}

func bold(in Inline) Inline {
	out := make(Inline, len(in))
	for i, s := range in {
		s.Strong = true
		out[i] = s
	}
	return out
}

// numbering gives each list a number of its own, so that an ordered one begins at 1.
func (w *docxWriter) numbering() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:numbering ` + namespaces + `>`)
	for abstract, format := range []string{"bullet", "decimal"} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, abstract)
		for level := range deepestList {
			text := "•"
			if format == "decimal" {
				text = fmt.Sprintf("%%%d.", level+1)
			}
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>`,
				level, format, text, (level+1)*indent, indent)
		}
		b.WriteString("</w:abstractNum>")
	}
	for i, isOrdered := range w.lists {
		abstract := 0
		if isOrdered {
			abstract = 1
		}
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, i+1, abstract)
	}
	b.WriteString("</w:numbering>")
	return b.String()
}

func (w *docxWriter) relations() string {
	var b strings.Builder
	b.WriteString(documentLinks)
	for _, href := range w.order {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, w.links[href], officeRelations, escaped(href))
	}
	b.WriteString("</Relationships>")
	return b.String()
}

func (d Document) core() string {
	made := d.Made.UTC().Format(time.RFC3339)
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escaped(d.Title) + `</dc:title><dc:creator>` + escaped(d.Publisher) + `</dc:creator><dc:language>` + d.words().locale + `</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + made + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + made + `</dcterms:modified></cp:coreProperties>`
}

func (d Document) footer() string {
	w := d.words()
	field := func(name string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	say := func(text string) string { return `<w:r><w:t xml:space="preserve">` + escaped(text) + `</w:t></w:r>` }
	return xmlHead + `<w:ftr ` + namespaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + say(d.Footer) + `<w:r><w:tab/></w:r>` +
		say(w.page+" ") + field("PAGE") + say(" "+w.of+" ") + field("NUMPAGES") + `</w:p></w:ftr>`
}

// escaped is text as XML takes it; what XML cannot hold becomes a sign for that.
func escaped(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}
