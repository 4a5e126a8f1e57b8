package documents_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"envagin/api/platform/documents"
	"envagin/api/platform/jobs"
	"envagin/api/platform/problem"
)

func TestThePageIsAWholeDocumentWithHeadingsInOrder(t *testing.T) {
	t.Parallel()

	page := minutes().HTML()

	text := string(page.HTML)
	for _, want := range []string{`<html lang="sv">`, "<title>Protokoll 2026:3 – våld &amp; “rådet”</title>", "<h1>Protokoll 2026:3 – våld &amp; “rådet”</h1>",
		`<th scope="col">Närvaro</th>`, `<th scope="row">UmeBrå</th><td>närvarande</td>`, `<th scope="row">Äldreomsorg</th><td></td>`, "<caption>Närvarande</caption>",
		"En <i>viktig</i> <b>punkt</b> &amp; en <a href=\"https://www.umea.se/\">länk</a>, fel och rå html*.", "<ol>\n<li>Ett", "<ul>\n<li>under", "Stadshuset &lt;Rådssalen&gt;"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, bad := range []string{"<script", "javascript:", "</style>\"", "<Rådssalen", "alert"} {
		if strings.Contains(text, bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
	last, headings := 0, regexp.MustCompile(`<h(\d)>`).FindAllStringSubmatch(text, -1)
	for _, h := range headings {
		level := int(h[1][0] - '0')
		if level > last+1 {
			t.Errorf("h%d comes after h%d", level, last)
		}
		last = level
	}
	if strings.Count(text, "<h1>") != 1 || len(headings) != 6 {
		t.Errorf("%v", headings)
	}
	if !strings.Contains(text, "counter(page)") || !strings.Contains(page.Policy, "default-src 'none'; style-src 'sha256-") {
		t.Error("pages have no numbers, or the page has no policy:", page.Policy)
	}
}

func parts(t *testing.T, content []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		found[f.Name] = string(text)
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v", f.Name, err)
			}
		}
	}
	return found
}

func TestTheWordDocumentHasStylesHeaderRowsAndALanguage(t *testing.T) {
	t.Parallel()

	made, err := minutes().DOCX()

	if err != nil {
		t.Fatal(err)
	}
	in := parts(t, made)
	for part, wanted := range map[string][]string{
		"word/document.xml": {`<w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">Protokoll 2026:3`, `<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">Närvaro`,
			`<w:pStyle w:val="Heading3"/>`, `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`, `w:firstRow="1" w:lastRow="0" w:firstColumn="1"`, `<w:numPr><w:ilvl w:val="1"/>`, `<w:br w:type="page"/>`, "Stadshuset &lt;Rådssalen&gt;"},
		"word/styles.xml":              {`<w:lang w:val="sv-SE"/>`, `w:styleId="Heading1"><w:name w:val="heading 1"/>`, `<w:outlineLvl w:val="0"/>`},
		"word/settings.xml":            {`<w:themeFontLang w:val="sv-SE"/>`},
		"docProps/core.xml":            {"<dc:title>Protokoll 2026:3 – våld &amp; “rådet”</dc:title>", "<dc:language>sv-SE</dc:language>", "2026-11-23T08:30:00Z"},
		"word/footer1.xml":             {" PAGE ", " NUMPAGES ", "Samverkansrådet &lt;/style&gt;"},
		"word/_rels/document.xml.rels": {`Target="https://www.umea.se/" TargetMode="External"`},
		"[Content_Types].xml":          {"wordprocessingml.document.main+xml"},
	} {
		for _, want := range wanted {
			if !strings.Contains(in[part], want) {
				t.Errorf("%s lacks %s", part, want)
			}
		}
	}
	if strings.Contains(in["word/document.xml"], "alert") || strings.Contains(in["word/_rels/document.xml.rels"], "javascript") {
		t.Error("it holds a script")
	}
	again, _ := minutes().DOCX()
	if !bytes.Equal(made, again) {
		t.Error("the same document gives other bytes")
	}
}

func TestThePDFIsTaggedWithTitleLanguageHeadingsAndHeaders(t *testing.T) {
	folder, err := os.MkdirTemp("", "p") // a test's own is too deep for the sockets in it
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	t.Setenv("TMPDIR", folder)

	made, err := documents.NewPrinter(chromium(t)).PDF(t.Context(), minutes())

	if err != nil {
		t.Fatal(err)
	}
	text := string(made)
	for _, want := range []string{"/StructTreeRoot", "/MarkInfo", "/Marked true", "/Lang (sv)", "/DisplayDocTitle true", "/Title <FEFF00500072006F0074006F006B006F006C006C", // "Protokoll"
		"/S /H1", "/S /H2", "/S /H3", "/S /H4", "/S /Table", "/S /TH", "/Scope /Column", "/Scope /Row", "/S /TD", "/S /LI", "/S /P", "/Outlines"} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF lacks %s", want)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("something is left behind: %v (%v)", left, err)
	}
}

func TestWithoutAPrinterItIsSaidSo(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"", "/nowhere/chromium", os.TempDir()} {
		p := documents.NewPrinter(path)

		if err := p.Ready(); problem.As(err) == nil || problem.As(err).Code != "noPrinter" {
			t.Errorf("%q: %v", path, err)
		}
		if _, err := p.PDF(t.Context(), minutes()); jobs.FailureOf(err) == nil || !jobs.FailureOf(err).Final {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestAPrinterThatFailsOrHangsIsAFailureThatTellsNothing(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the stand-ins are shell scripts")
	}
	for name, script := range map[string]string{
		"it fails":                "echo hemligt >&2; exit 3",
		"it makes nothing":        "exit 0",
		"it makes something else": `for a in "$@"; do case $a in --print-to-pdf=*) echo hej > "${a#*=}";; esac; done`,
		"it never ends":           "sleep 60 & sleep 60",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "chromium")
			if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := contextOf(t, 2*time.Second)
			defer cancel()
			begun := time.Now()

			_, err := documents.NewPrinter(path).PDF(ctx, minutes())

			failure := jobs.FailureOf(err)
			if failure == nil || strings.Contains(failure.Reason, "hemligt") || strings.Contains(failure.Reason, "våld") || time.Since(begun) > 20*time.Second {
				t.Errorf("%v after %s", err, time.Since(begun))
			}
		})
	}
}
