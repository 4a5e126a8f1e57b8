package httpx

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"envagin/api/platform/audit"
	"envagin/api/platform/problem"
)

// ChangeNote is the header by which a write says why; headers hold ASCII, so it is
// percent-encoded UTF-8.
const ChangeNote = "Change-Note"

// Limits of a note: what people read beside a change is short.
const (
	maxNote      = 500
	maxNoteLines = 5
)

// noted lets what a write leaves in the audit say why.
func noted(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		req := c.Request()
		headers := req.Header.Values(ChangeNote)
		if len(headers) == 0 {
			return next(c)
		}
		note, wrong := readNote(headers)
		if wrong != "" {
			return problem.BadRequest("invalidChangeNote", "The header Change-Note is not valid.",
				problem.Field{Name: ChangeNote, Code: "invalidFormat", Detail: wrong})
		}
		c.SetRequest(req.WithContext(audit.WithNote(req.Context(), note)))
		return next(c)
	}
}

// readNote gives the note, or what is wrong with it.
func readNote(headers []string) (note, wrong string) {
	if len(headers) > 1 {
		return "", "Give it once."
	}
	note, err := url.PathUnescape(headers[0])
	note = strings.TrimSpace(strings.ReplaceAll(note, "\r\n", "\n"))
	switch {
	case err != nil || !utf8.ValidString(note):
		return "", "Percent-encode the text as UTF-8, as encodeURIComponent does."
	case utf8.RuneCountInString(note) > maxNote:
		return "", "At most 500 characters."
	case strings.Count(note, "\n") >= maxNoteLines:
		return "", "At most 5 lines."
	case strings.ContainsFunc(note, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }):
		return "", "No control characters."
	}
	return note, ""
}
