package files_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"testing"

	"envagin/api/platform/files"
	"envagin/api/platform/problem"
)

// archive makes a zip of parts, each "name" or "name=content".
func archive(t *testing.T, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		name, content, _ := strings.Cut(p, "=")
		method := zip.Deflate
		if name == "mimetype" {
			method = zip.Store
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(part, content)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func word(t *testing.T, more ...string) []byte {
	return archive(t, append([]string{"[Content_Types].xml=<Types/>", "word/document.xml=<w:document/>"}, more...)...)
}

// bomb is a document of a few bytes whose table of contents says that it is a gigabyte.
func bomb(t *testing.T) []byte {
	content := word(t, "word/media/a.bin=aaaa")
	at := bytes.LastIndex(content, []byte("PK\x01\x02")) // the last entry of the table of contents
	binary.LittleEndian.PutUint32(content[at+24:], 1<<30)
	return content
}

const (
	aPDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
	aPNG = "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
)

func TestAFileIsWhatItsContentSays(t *testing.T) {
	t.Parallel()
	odt := archive(t, "mimetype=application/vnd.oasis.opendocument.text", "content.xml=<x/>")
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"Underlag.pdf":           {[]byte(aPDF), "application/pdf"},
		"Förslag.DOCX":           {word(t), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		`C:\Users\eva\bild.png`:  {[]byte(aPNG), "image/png"},
		"bild.jpeg":              {[]byte("\xff\xd8\xff\xe0\x00\x10JFIF"), "image/jpeg"},
		"text.odt":               {odt, "application/vnd.oasis.opendocument.text"},
		"tabell.csv":             {[]byte("nämnd;antal\nIFN;3\n"), "text/csv; charset=utf-8"},
		"anteckning.md":          {[]byte("\ufeff# Å, ä och ö\n"), "text/plain; charset=utf-8"},
		"Bilder/../sjukt ok.txt": {[]byte("a < b"), "text/plain; charset=utf-8"},
	} {
		kept, got, err := files.Told(name, c.content)

		if err != nil || got != c.want || strings.ContainsAny(kept, `/\`) {
			t.Errorf("%s: %s, %q (%v)", name, got, kept, err)
		}
	}
}

func TestAFileThatIsNotWhatItSaysIsRefusedInWords(t *testing.T) {
	t.Parallel()
	behind := append([]byte(aPDF), archive(t, "evil.class=x")...)
	for about, c := range map[string]struct {
		name    string
		content []byte
		code    string
	}{
		"a picture called a document":         {"a.pdf", []byte(aPNG), "notWhatItSays"},
		"a web page called a text":            {"a.txt", []byte("\n <!DOCTYPE html><p>"), "notAllowed"},
		"a script further down":               {"a.csv", []byte("a;b\n<script>alert(1)</script>"), "notAllowed"},
		"a drawing that can run":              {"a.png", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>`), "notAllowed"},
		"a drawing by its name":               {"a.svg", []byte(`<svg/>`), "notAllowed"},
		"a page by its name":                  {"a.html", []byte(`<p>`), "notAllowed"},
		"a program":                           {"a.exe", []byte("MZ\x90\x00"), "notAllowed"},
		"a program with a document's name":    {"faktura.pdf", []byte("MZ\x90\x00\x03"), "notAllowed"},
		"a document and an archive in one":    {"a.pdf", behind, "severalFiles"},
		"an archive before a document":        {"a.pdf", append(archive(t, "x=y"), aPDF...), "notAllowed"},
		"an archive":                          {"a.docx", archive(t, "a.txt=hej"), "notAllowed"},
		"a workbook called a document":        {"a.docx", archive(t, "[Content_Types].xml", "xl/workbook.xml"), "notWhatItSays"},
		"macros said by the name":             {"a.docm", word(t), "hasMacros"},
		"macros hidden in an ordinary name":   {"a.docx", word(t, "word/vbaProject.bin=x"), "hasMacros"},
		"macros in an open document":          {"a.odt", archive(t, "mimetype=application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"), "hasMacros"},
		"an old document":                     {"a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "hasMacros"},
		"an old document with a new name":     {"a.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "hasMacros"},
		"a document that unfolds without end": {"a.docx", bomb(t), "unsafeArchive"},
		"a document that points outside":      {"a.docx", word(t, "../../etc/passwd=x"), "unsafeArchive"},
		"a document cut off":                  {"a.docx", word(t)[:60], "notWhatItSays"},
		"an empty file":                       {"a.pdf", nil, "required"},
		"too large a file":                    {"a.pdf", append([]byte(aPDF), make([]byte, files.MaxSize)...), "tooLarge"},
		"no name":                             {"", []byte(aPDF), "invalidName"},
		"only an ending":                      {".pdf", []byte(aPDF), "invalidName"},
		"no ending":                           {"protokoll", []byte(aPDF), "invalidName"},
		"a name that reads backwards":         {"protokoll\u202efdp.txt", []byte("hej"), "invalidName"},
		"a name of two lines":                 {"a\r\nSet-Cookie: b.pdf", []byte(aPDF), "invalidName"},
		"a text in another alphabet's bytes":  {"a.txt", []byte("\xe5\xe4\xf6"), "notAllowed"},
	} {
		_, _, err := files.Told(c.name, c.content)

		p := problem.As(err)
		if p == nil || p.Status != 422 || len(p.Errors) != 1 || p.Errors[0].Name != "file" || p.Errors[0].Code != c.code || p.Errors[0].Detail == "" {
			t.Errorf("%s: %v", about, err)
		}
	}
}

func TestABombIsNotOpened(t *testing.T) {
	t.Parallel()
	content := bomb(t)

	used := testing.Benchmark(func(b *testing.B) {
		for range b.N {
			_, _, _ = files.Told("a.docx", content)
		}
	}).AllocedBytesPerOp()

	if used > 1<<20 {
		t.Errorf("%d bytes were used on a document of %d", used, len(content))
	}
}
