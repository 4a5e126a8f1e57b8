// Package search makes the terms by which texts are found: the stem of each word in
// Swedish or English, and the folded word in other languages. They are made here and
// not in a database, so that both databases find the same.
package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/swedish"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

const (
	// MaxTerm is how many characters of a word count.
	MaxTerm = 60
	// MaxWords is how many words of a query count.
	MaxWords = 12
)

// Terms are the terms of a text, each once, in the order in which they stand.
// Words that say nothing by themselves ("och", "the") are left out.
func Terms(lang, text string) []string {
	words := split(text)
	seen := make(map[string]bool, len(words))
	out := make([]string, 0, len(words))
	for _, word := range words {
		term := stem(lang, word)
		if term != "" && !seen[term] {
			seen[term] = true
			out = append(out, term)
		}
	}
	return out
}

// split gives the folded words of a text.
func split(text string) []string {
	words := strings.FieldsFunc(cases.Fold().String(norm.NFC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	for i, word := range words {
		if runes := []rune(word); len(runes) > MaxTerm {
			words[i] = string(runes[:MaxTerm])
		}
	}
	return words
}

func stem(lang, word string) string {
	switch lang {
	case "sv":
		if swedish.IsStopWord(word) {
			return ""
		}
		return indefinite(swedish.Stem(word, true))
	case "en":
		if english.IsStopWord(word) {
			return ""
		}
		return english.Stem(word, true)
	default:
		return word
	}
}

// indefinite takes the article from the end of what "våldet" leaves, which the
// published algorithm does not: it keeps "budget" and "paket" whole, and we the latter.
func indefinite(stem string) string {
	if bare, ok := strings.CutSuffix(stem, "et"); ok && utf8.RuneCountInString(bare) >= 4 {
		return bare
	}
	return stem
}

// Query are the words of what somebody looks for, each with the beginnings of terms
// that mean it: texts of several languages are searched at once, so a word has a stem
// in each. Only the first few words count. When all words are such as say nothing by
// themselves, they count after all.
func Query(text string) [][]string {
	all := split(text)
	said := slices.DeleteFunc(slices.Clone(all), func(word string) bool { return stem("sv", word) == "" })
	if len(said) == 0 {
		said = all
	}
	out := make([][]string, 0, min(len(said), MaxWords))
	for _, word := range said[:min(len(said), MaxWords)] {
		out = append(out, shortest(word, stem("sv", word), stem("en", word)))
	}
	return out
}

// shortest leaves out the forms that begin with another of them.
func shortest(forms ...string) []string {
	forms = slices.DeleteFunc(forms, func(f string) bool { return f == "" })
	slices.SortFunc(forms, func(a, b string) int { return len(a) - len(b) })
	var out []string
	for _, f := range forms {
		if !slices.ContainsFunc(out, func(o string) bool { return strings.HasPrefix(f, o) }) {
			out = append(out, f)
		}
	}
	return out
}
