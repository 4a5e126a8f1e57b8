package federation

import (
	"net/url"
	"path"
	"strings"
)

const maxReturn = 500

// returning is the page that a person comes back to: a path of ours. One that a
// browser, a proxy or a script could read as another site's address is refused, in every spelling known:
// //evil, /\evil, /%2f%2fevil, /.//evil, control characters.
func returning(text string) (string, bool) {
	if len(text) > maxReturn || text == "" || text[0] != '/' {
		return "", false
	}
	for _, r := range text {
		if r <= ' ' || r >= 0x7f || r == '\\' {
			return "", false
		}
	}
	u, err := url.Parse(text)
	if err != nil || u.IsAbs() || u.Host != "" || u.User != nil {
		return "", false
	}
	plain := strings.TrimSuffix(u.Path, "/")
	escaped := strings.ToLower(u.EscapedPath())
	odd := strings.Contains(escaped, "%2f") || strings.Contains(escaped, "%5c") || strings.Contains(escaped, "%25") ||
		strings.ContainsFunc(u.Path, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' })
	if odd || plain != "" && path.Clean(plain) != plain || strings.Contains(u.Path, "//") {
		return "", false
	}
	if plain == "/api" || strings.HasPrefix(plain, "/api/") {
		return "", false
	}
	return text, true
}
