package accounts

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"envagin/api/platform/collate"
)

// refusal is why nobody may have a password, and what to do instead.
type refusal struct{ code, detail string }

// refuse is NIST's rule (SP 800-63B): long enough, nothing about what it is made
// of, and none that others try first. around are words that stand about the
// person: their name and address, the service, the municipality.
func refuse(password string, around []string) *refusal {
	text := norm.NFKC.String(password)
	switch n := utf8.RuneCountInString(text); {
	case n < minPassword:
		return &refusal{"tooShort", fmt.Sprintf("At least %d characters: three or four words that you remember, with spaces, are best.", minPassword)}
	case n > maxPassword:
		return &refusal{"tooLong", fmt.Sprintf("At most %d characters.", maxPassword)}
	}
	text = collate.Fold(text)
	switch {
	case isRepeated(text):
		return &refusal{"repeated", "The same thing again and again is guessed first; put several different words after each other."}
	case isSequence(text):
		return &refusal{"sequence", "Keys or letters in their order are guessed first; put several words after each other."}
	case isCommon(text):
		return &refusal{"common", "Many use this password, with digits or signs around it, and it is tried first; put several words after each other."}
	case isAround(text, around):
		return &refusal{"context", "Your name, address, workplace or this service is tried first; put several words that have nothing to do with them after each other."}
	}
	return nil
}

// isRepeated tells whether the text is something short again and again: no more
// than that would have to be guessed.
func isRepeated(text string) bool {
	runes := []rune(strings.Join(strings.Fields(text), ""))
	for size := 1; size < minPassword && size <= len(runes)/2; size++ {
		same := true
		for i := size; i < len(runes) && same; i++ {
			same = runes[i] == runes[i-size]
		}
		if same {
			return true
		}
	}
	return false
}

// rows are characters in an order that everybody knows.
var rows = []string{"abcdefghijklmnopqrstuvwxyzåäö", "01234567890", "qwertyuiopå", "asdfghjklöä", "zxcvbnm"}

func beside(a, b rune) bool {
	if a == b {
		return true
	}
	for _, row := range rows {
		if strings.Contains(row, string([]rune{a, b})) || strings.Contains(row, string([]rune{b, a})) {
			return true
		}
	}
	return false
}

// isSequence tells whether four in five characters follow the one before.
func isSequence(text string) bool {
	runes := []rune(text)
	n := 0
	for i := 1; i < len(runes); i++ {
		if beside(runes[i-1], runes[i]) {
			n++
		}
	}
	return 5*n >= 4*(len(runes)-1)
}

// isCommon tells whether the text, or the one word in it, is a common password.
func isCommon(text string) bool {
	list := common()
	for _, t := range []string{text, plain.Replace(text)} {
		if _, ok := list[t]; ok {
			return true
		}
	}
	inner := strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, t := range []string{inner, plain.Replace(inner), oneWord(inner)} {
		if _, ok := list[t]; ok {
			return true
		}
	}
	return false
}

// oneWord is the word of a text that has no other, however often it stands there.
func oneWord(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	slices.Sort(words)
	if words = slices.Compact(words); len(words) == 1 {
		return words[0]
	}
	return ""
}

// plain undoes what people write for letters.
var plain = strings.NewReplacer("@", "a", "4", "a", "0", "o", "$", "s", "5", "s", "1", "i", "!", "i", "3", "e", "7", "t")

// serviceWords are this service's own.
var serviceWords = []string{"en väg in", "enväg", "envägin", "envagin", "en vag in", "lösenord", "losenord", "password"}

var year = regexp.MustCompile(`(19|20)\d\d`)

// isAround tells whether little is left once the words around the person, and
// years, are taken away.
func isAround(text string, around []string) bool {
	words := slices.Clone(serviceWords)
	for _, w := range around {
		if w = collate.Fold(norm.NFKC.String(w)); utf8.RuneCountInString(w) >= 3 {
			words = append(words, w, swedish.Replace(w))
		}
	}
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	rest := text
	for _, w := range words {
		rest = strings.ReplaceAll(rest, w, " ")
	}
	if rest == text {
		return false
	}
	rest = strings.TrimFunc(year.ReplaceAllString(rest, " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if utf8.RuneCountInString(rest) < enough || isSequence(rest) || isRepeated(rest) {
		return true
	}
	return isCommon(rest)
}

// enough characters must be left beside the words that are known.
const enough = 8

// swedish is how names stand in mail addresses.
var swedish = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e", "ü", "u")

// swedishWords are common passwords that the list, which is not Swedish, lacks.
var swedishWords = strings.Fields(`lösenord losenord lösenordet hemligt hemlig hemlighet sommar vinter höst vår sommaren vintern hösten våren
	januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag
	välkommen valkommen hejsan hejhej tjena sverige stockholm göteborg goteborg malmö malmo umeå umea kommun kommunen umeåkommun umeakommun
	administratör administrator testar testtest användare anvandare socialtjänst socialtjansten inloggning fotboll hockey älskling alskling
	mamma pappa blomma solsken kaffe semester midsommar julafton påsk midnatt familj kärlek karlek`)

// passwords are common passwords and their stems, sorted, one a line: those of
// the package @zxcvbn-ts/language-common 4.1.3 (MIT) that the rule of length, or
// digits and signs around them, could let through.
//
//go:embed passwords.txt.gz
var passwords []byte

// common is the list; a password is looked for in it after case was folded.
var common = sync.OnceValue(func() map[string]struct{} {
	zipped, err := gzip.NewReader(bytes.NewReader(passwords))
	if err != nil {
		panic("accounts: the list of common passwords is damaged: " + err.Error())
	}
	text, err := io.ReadAll(zipped)
	if err != nil {
		panic("accounts: the list of common passwords is damaged: " + err.Error())
	}
	list := make(map[string]struct{}, bytes.Count(text, []byte("\n")))
	for line := range strings.Lines(string(text)) {
		list[strings.TrimSuffix(line, "\n")] = struct{}{}
	}
	for _, w := range swedishWords {
		list[w] = struct{}{}
	}
	return list
})
