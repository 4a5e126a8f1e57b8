package responses

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/documents"
	"envagin/api/surveys"
)

// paper is all that a response is printed from.
type paper struct {
	Whole
	Questions []surveys.Question
}

// phrases are what the paper says itself.
type phrases struct {
	answer, unit, state, signedBy, draft, reopened, reason, role, hash, none, notAsked string
}

var papersIn = map[string]phrases{
	"sv": {"Enhetens svar", "Enhet", "Läge", "Undertecknat", "Utkast, inte undertecknat", "Öppnat igen, inte undertecknat", "Skäl till att det öppnades igen", "av",
		"Svarets kontrollsumma (SHA-256)", "Inget svar", "Frågan ställs inte med dessa svar"},
	"en": {"The unit's answer", "Unit", "State", "Signed", "Draft, not signed", "Reopened, not signed", "Why it was reopened", "by",
		"Checksum of the answer (SHA-256)", "No answer", "The question is not asked with these answers"},
}

// document writes the paper, in Swedish or English.
func (p paper) document(lang, publisher string, now time.Time) documents.Document {
	if _, known := papersIn[lang]; !known {
		lang = "sv"
	}
	say := papersIn[lang]
	unit, title := word(lang, p.Unit.NameSv, p.Unit.NameEn), word(lang, p.Survey.TitleSv, p.Survey.TitleEn)
	out := documents.Document{Title: fmt.Sprintf("%s: %s", title, unit), Language: lang, Publisher: publisher, Footer: say.answer + ", " + unit, Made: now}
	out.Blocks = append(out.Blocks, p.facts(say, lang))
	given := values(p.Answers)
	for _, s := range p.Survey.Sections {
		out.Blocks = append(out.Blocks, documents.Heading{Level: 1, Text: word(lang, s.TitleSv, s.TitleEn)})
		for _, q := range p.Questions {
			if q.SectionKey == s.Key {
				out.Blocks = append(out.Blocks, p.question(q, say, lang, readable(q, given[q.Key], lang))...)
			}
		}
	}
	if p.SignedHash != "" {
		out.Blocks = append(out.Blocks, documents.Paragraph{Text: documents.Text(say.hash + ": " + p.SignedHash)})
	}
	return out
}

func (p paper) facts(say phrases, lang string) documents.Facts {
	facts := documents.Facts{{Name: say.unit, Value: word(lang, p.Unit.NameSv, p.Unit.NameEn)}}
	state := say.draft
	switch {
	case p.State == Reopened:
		state = say.reopened
	case p.State == Signed && p.SignedAt != nil:
		state = say.signedBy + " " + day.Of(*p.SignedAt).Words(lang)
		if name := p.Names[p.SignedBy]; name != "" {
			state += " " + say.role + " " + name
		}
	}
	facts = append(facts, documents.Fact{Name: say.state, Value: state})
	if p.State == Reopened {
		facts = append(facts, documents.Fact{Name: say.reason, Value: p.ReopenedWhy})
	}
	return facts
}

func (p paper) question(q surveys.Question, say phrases, lang, answer string) []documents.Block {
	out := []documents.Block{documents.Heading{Level: 2, Text: word(lang, q.TextSv, q.TextEn)}}
	lines := documents.List{}
	for line := range strings.SplitSeq(answer, "\n") {
		lines.Items = append(lines.Items, []documents.Block{documents.Paragraph{Text: documents.Text(line)}})
	}
	switch {
	case answer == "" && !slices.Contains(p.Asked, q.Key):
		out = append(out, documents.Paragraph{Text: documents.Inline{{Text: say.notAsked, Emphasis: true}}})
	case answer == "":
		out = append(out, documents.Paragraph{Text: documents.Inline{{Text: say.none, Emphasis: true}}})
	case q.Type == surveys.Multiple || q.Type == surveys.Matrix:
		out = append(out, lines)
	default:
		out = append(out, documents.Paragraph{Text: broken(answer)})
	}
	return out
}

// broken keeps the lines of a text that somebody wrote.
func broken(text string) (out documents.Inline) {
	for i, line := range strings.Split(text, "\n") {
		out = append(out, documents.Span{Text: line, Br: i > 0})
	}
	return out
}
