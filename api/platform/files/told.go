package files

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"envagin/api/platform/problem"
)

// kind is a type of file that may be put here.
type kind struct {
	mediaType  string
	extensions []string
	what       string // after "is"
}

// The kinds, told apart by content. Texts are one by content and three by name.
var (
	pdf   = kind{"application/pdf", []string{".pdf"}, "a PDF document"}
	docx  = kind{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}, "a Word document"}
	xlsx  = kind{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{".xlsx"}, "an Excel workbook"}
	pptx  = kind{"application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{".pptx"}, "a PowerPoint presentation"}
	odt   = kind{"application/vnd.oasis.opendocument.text", []string{".odt"}, "an OpenDocument text"}
	ods   = kind{"application/vnd.oasis.opendocument.spreadsheet", []string{".ods"}, "an OpenDocument spreadsheet"}
	odp   = kind{"application/vnd.oasis.opendocument.presentation", []string{".odp"}, "an OpenDocument presentation"}
	png   = kind{"image/png", []string{".png"}, "a PNG picture"}
	jpeg  = kind{"image/jpeg", []string{".jpg", ".jpeg"}, "a JPEG picture"}
	plain = kind{"text/plain; charset=utf-8", []string{".txt", ".md"}, "a text"}
	comma = kind{"text/csv; charset=utf-8", []string{".csv"}, "a table of values (CSV)"}

	kinds = []kind{pdf, docx, xlsx, pptx, odt, ods, odp, png, jpeg, plain, comma}
)

// Allowed are the endings of names that may be put here.
func Allowed() (extensions []string) {
	for _, k := range kinds {
		extensions = append(extensions, k.extensions...)
	}
	return extensions
}

// maxName is how many characters a file's name may have.
const maxName = 150

// Told gives the name that is kept and the type by content.
//
// Errors: problem.Invalid on "file": required, tooLarge, invalidName, notAllowed,
// hasMacros, unsafeArchive, severalFiles, notWhatItSays.
func Told(name string, content []byte) (kept, mediaType string, err error) {
	kept, extension, ok := nameOf(name)
	switch {
	case !ok:
		return "", "", refuse("invalidName", "The file's name must be one line of at most %d characters with an ending such as .pdf, and no hidden characters.", maxName)
	case len(content) == 0:
		return "", "", refuse("required", "The file is empty.")
	case len(content) > MaxSize:
		return "", "", refuse("tooLarge", "A file may be at most 10 MB.")
	}
	at := slices.IndexFunc(kinds, func(k kind) bool { return slices.Contains(k.extensions, extension) })
	if at < 0 {
		return "", "", unwanted(extension)
	}
	named := kinds[at]
	told, err := kindOf(content)
	if err != nil {
		return "", "", err
	}
	if told.mediaType == plain.mediaType && named.mediaType == comma.mediaType {
		told = comma // by content a table of values is a text
	}
	if told.mediaType != named.mediaType {
		return "", "", refuse("notWhatItSays", "The name ends in %s, as that of %s, but the content is %s. Nothing was saved.", extension, named.what, told.what)
	}
	return kept, told.mediaType, nil
}

func refuse(code, detail string, args ...any) error {
	return problem.Invalid(problem.Field{Name: "file", Code: code, Detail: fmt.Sprintf(detail, args...)})
}

// withMacros are the endings by which documents say themselves that they hold programs.
var withMacros = []string{".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".pptm", ".potm", ".ppsm", ".doc", ".dot", ".xls", ".xlt", ".ppt", ".pps"}

func unwanted(extension string) error {
	if slices.Contains(withMacros, extension) {
		return refuse("hasMacros", "A document ending in %s can hold macros, which are programs. Save it as .docx, .xlsx, .pptx or PDF and send that.", extension)
	}
	return refuse("notAllowed", "Files ending in %s are not taken. These are: %s.", extension, strings.Join(Allowed(), ", "))
}

// nameOf takes the folder that some browsers send off the name, and refuses what
// would show as another name than it is.
func nameOf(name string) (kept, extension string, ok bool) {
	kept = strings.TrimSpace(name[strings.LastIndexAny(name, `/\`)+1:])
	hidden := func(r rune) bool { return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) }
	extension = strings.ToLower(filepath.Ext(kept))
	ok = utf8.ValidString(kept) && utf8.RuneCountInString(kept) <= maxName && !strings.ContainsFunc(kept, hidden) &&
		len(extension) > 1 && len(kept) > len(extension)
	return kept, extension, ok
}

// kindOf tells the kind by content.
func kindOf(content []byte) (kind, error) {
	starts := func(signature string) bool { return bytes.HasPrefix(content, []byte(signature)) }
	if starts("PK\x03\x04") {
		return archiveOf(content)
	}
	if endsAsArchive(content) {
		return kind{}, refuse("severalFiles", "The file is two files in one: behind the first there is an archive. Nothing was saved.")
	}
	switch {
	case starts("%PDF-"):
		return pdf, nil
	case starts("\x89PNG\r\n\x1a\n"):
		return png, nil
	case starts("\xff\xd8\xff"):
		return jpeg, nil
	case starts("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return kind{}, unwanted(".doc")
	}
	return textOf(content)
}

// textOf takes what is plain text in UTF-8 and no markup that a browser runs.
func textOf(content []byte) (kind, error) {
	text := bytes.TrimPrefix(content, []byte("\ufeff"))
	bad := !utf8.Valid(text) || bytes.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) && !strings.ContainsRune("\n\r\t\f", r)
	})
	if bad {
		return kind{}, refuse("notAllowed", "The content is none of the types that are taken (%s). A text must be saved as UTF-8.", strings.Join(Allowed(), ", "))
	}
	head := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), 4096)]))
	for _, mark := range []string{"<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "<!--"} {
		if bytes.HasPrefix(head, []byte(mark)) || bytes.Contains(head, []byte("<script")) {
			return kind{}, refuse("notAllowed", "The content is a web page or markup, which is not taken, whatever the file is called. Nothing was saved.")
		}
	}
	return plain, nil
}
