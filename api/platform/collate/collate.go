// Package collate makes Swedish sort keys in Go, so that SQLite and PostgreSQL
// order å, ä and ö alike and as letters of their own.
//
// A key is hexadecimal text: it sorts the same under every database collation,
// because digits come before a–f everywhere.
package collate

import (
	"encoding/hex"
	"strings"
	"sync"

	"golang.org/x/text/cases"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

var pool = sync.Pool{New: func() any {
	return collate.New(language.Swedish, collate.Numeric, collate.IgnoreCase)
}}

// Key sorts text by Swedish order without regard to case, with numbers by value
// ("2.10" after "2.9"). Long text is cut to what tells titles apart.
func Key(text string) string {
	if runes := []rune(text); len(runes) > 80 {
		text = string(runes[:80])
	}
	c := pool.Get().(*collate.Collator)
	defer pool.Put(c)
	var buf collate.Buffer
	return hex.EncodeToString(c.KeyFromString(&buf, strings.TrimSpace(text)))
}

// Fold is text for comparison without regard to case.
func Fold(text string) string { return cases.Fold().String(strings.TrimSpace(text)) }
