package documents

import "github.com/yuin/goldmark/util"

// plain is a piece of Markdown's text without its escapes and entities, which the
// parser leaves to whoever writes it.
func plain(source []byte, raw bool) []byte {
	if raw {
		return source
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(source)))
}
