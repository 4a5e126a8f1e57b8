package documents

import (
	"fmt"
	"strings"
)

// The parts of an Office Open XML package that are the same for every document.

const (
	xmlHead         = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	namespaces      = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="` + officeRelations + `"`
	officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageRels     = "http://schemas.openxmlformats.org/package/2006/relationships"
	wordTypes       = "application/vnd.openxmlformats-officedocument.wordprocessingml."

	contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + wordTypes + `document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + wordTypes + `styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + wordTypes + `settings+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="` + wordTypes + `numbering+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="` + wordTypes + `footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`

	packageLinks = xmlHead + `<Relationships xmlns="` + packageRels + `">` +
		`<Relationship Id="rId1" Type="` + officeRelations + `/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="` + officeRelations + `/extended-properties" Target="docProps/app.xml"/></Relationships>`

	documentLinks = xmlHead + `<Relationships xmlns="` + packageRels + `">` +
		`<Relationship Id="rId1" Type="` + officeRelations + `/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="` + officeRelations + `/settings" Target="settings.xml"/>` +
		`<Relationship Id="rId3" Type="` + officeRelations + `/numbering" Target="numbering.xml"/>` +
		`<Relationship Id="rId4" Type="` + officeRelations + `/footer" Target="footer1.xml"/>`

	appProperties = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>En väg in</Application></Properties>`

	// A4 with 2.5 cm around, in twentieths of a point.
	sectionProperties = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`
	textWidth         = 11906 - 2*1417
	indent            = 425
)

// stylesFor are the styles, by the names that Word and LibreOffice know: what reads a
// document aloud finds its way by the headings.
func stylesFor(lang string) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles ` + namespaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="` + lang + `"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	paragraph := func(id, name, pPr, rPr string) {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, id, name, pPr, rPr)
	}
	paragraph("Title", "Title", `<w:spacing w:after="240"/>`, `<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>`)
	for level, size := range []int{28, 24, 22, 21, 21} {
		paragraph(fmt.Sprintf("Heading%d", level+1), fmt.Sprintf("heading %d", level+1),
			fmt.Sprintf(`<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="%d"/>`, level),
			fmt.Sprintf(`<w:b/><w:sz w:val="%d"/><w:szCs w:val="%d"/>`, size, size))
	}
	paragraph("ListParagraph", "List Paragraph", `<w:spacing w:after="60"/>`, "")
	paragraph("TableText", "Table Text", `<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>`, "")
	paragraph("Caption", "caption", `<w:keepNext/><w:spacing w:before="160" w:after="60"/>`, `<w:b/>`)
	paragraph("Note", "Note", `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="555555"/></w:pBdr><w:ind w:left="200"/>`, "")
	paragraph("Footer", "footer", fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, textWidth), `<w:sz w:val="17"/>`)
	b.WriteString(`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style>`)
	border := func(side string) string {
		return `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="777777"/>`
	}
	b.WriteString(`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
		border("top") + border("left") + border("bottom") + border("right") + border("insideH") + border("insideV") +
		`</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/></w:tcPr></w:tblStylePr></w:style></w:styles>`)
	return b.String()
}
