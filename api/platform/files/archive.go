package files

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
)

// What an office document's table of contents may say at most. It is only read: what
// is inside is never unpacked here, but somebody will open it.
const (
	maxEntries  = 10_000
	maxUnpacked = 300 << 20
)

// ofParts tells the office documents apart by a part that only they have.
var ofParts = []struct {
	part string
	kind kind
}{{"word/document.xml", docx}, {"xl/workbook.xml", xlsx}, {"ppt/presentation.xml", pptx}}

// archiveOf tells which office document an archive is.
func archiveOf(content []byte) (kind, error) {
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return kind{}, refuse("notWhatItSays", "The document is damaged: its table of contents cannot be read. Open and save it again, or send a PDF.")
	}
	var unpacked uint64
	names := map[string]bool{}
	for _, f := range r.File {
		unpacked += f.UncompressedSize64
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		names[name] = true
		if strings.HasSuffix(name, "/vbaproject.bin") || strings.Contains(name, "/activex/") || strings.HasPrefix(name, "basic/") || strings.HasPrefix(name, "scripts/") {
			return kind{}, refuse("hasMacros", "The document holds macros, which are programs. Save it without them, or as PDF, and send that.")
		}
		if strings.HasPrefix(name, "/") || strings.Contains(name, "../") {
			return kind{}, refuse("unsafeArchive", "The document's table of contents points outside it. Nothing was saved.")
		}
	}
	if len(r.File) > maxEntries || unpacked > maxUnpacked {
		return kind{}, refuse("unsafeArchive", "The document says that it unfolds to more than %d MB or %d parts, so it was not opened or saved.", maxUnpacked>>20, maxEntries)
	}
	if k, ok := openDocument(r, content); ok {
		return k, nil
	}
	for _, p := range ofParts {
		if names["[content_types].xml"] && names[p.part] {
			return p.kind, nil
		}
	}
	return kind{}, refuse("notAllowed", "The file is an archive (zip). Send each file in it by itself.")
}

// openDocument reads the type that OpenDocument stores first and as it is, where
// nothing has to be unpacked for it.
func openDocument(r *zip.Reader, content []byte) (kind, bool) {
	if len(r.File) == 0 || r.File[0].Name != "mimetype" || r.File[0].Method != zip.Store {
		return kind{}, false
	}
	at, err := r.File[0].DataOffset()
	size := r.File[0].UncompressedSize64
	if err != nil || size > 100 || uint64(at)+size > uint64(len(content)) {
		return kind{}, false
	}
	says := string(content[at : uint64(at)+size])
	for _, k := range []kind{odt, ods, odp} {
		if says == k.mediaType {
			return k, true
		}
	}
	return kind{}, false
}

// endsAsArchive tells whether there is a zip behind something else: the record that
// ends one, whose comment reaches to the last byte.
func endsAsArchive(content []byte) bool {
	const record, longest = 22, 1<<16 - 1
	tail := content[max(0, len(content)-record-longest):]
	for {
		at := bytes.Index(tail, []byte("PK\x05\x06"))
		if at < 0 || len(tail)-at < record {
			return false
		}
		if int(binary.LittleEndian.Uint16(tail[at+20:])) == len(tail)-at-record {
			return true
		}
		tail = tail[at+4:]
	}
}
