package compilations

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"envagin/api/boards"
	"envagin/api/platform/documents"
	"envagin/api/responses"
	"envagin/api/surveys"
)

// phrases are what the paper says itself.
type phrases struct {
	compilation, answered, closed, choice, units, analysis, unit, answer, nobody, uses string
	kinds                                                                              map[responses.UseKind]string
}

var papersIn = map[string]phrases{
	"sv": {"Sammanställning av enheternas svar", "%d av %d enheter har skrivit under sitt svar.", "Stängde", "Svar", "Antal enheter", "Analys", "Enhet", "Svar", "Ingen har svarat.", "Vad svaren har lett till",
		map[responses.UseKind]string{responses.GoodExample: "Gott exempel", responses.Need: "Behov", responses.ProposedActivity: "Föreslagen aktivitet"}},
	"en": {"Compilation of the units’ answers", "%d of %d units have signed their answer.", "Closed", "Answer", "Number of units", "Analysis", "Unit", "Answer", "Nobody has answered.", "What the answers have led to",
		map[responses.UseKind]string{responses.GoodExample: "Good example", responses.Need: "Need", responses.ProposedActivity: "Proposed activity"}},
}

// document writes the compilation to be read on paper, in Swedish or English.
func (c Compilation) document(lang, publisher string, now time.Time) documents.Document {
	if _, known := papersIn[lang]; !known {
		lang = "sv"
	}
	say := papersIn[lang]
	title := pick(lang, c.Round.TitleSv, c.Round.TitleEn)
	out := documents.Document{Title: title + ": " + strings.ToLower(say.compilation[:1]) + say.compilation[1:], Language: lang, Publisher: publisher, Footer: title, Made: now}
	out.Blocks = append(out.Blocks, documents.Paragraph{Text: documents.Text(fmt.Sprintf(say.answered, len(c.Signed), c.Asked))})
	if c.Round.ClosedOn != "" {
		out.Blocks = append(out.Blocks, documents.Facts{{Name: say.closed, Value: c.Round.ClosedOn.Words(lang)}})
	}
	for _, part := range c.Round.Sections {
		out.Blocks = append(out.Blocks, documents.Heading{Level: 1, Text: pick(lang, part.TitleSv, part.TitleEn)})
		for _, q := range c.Questions {
			if q.SectionKey == part.Key {
				out.Blocks = append(out.Blocks, c.about(q, lang, say)...)
			}
		}
	}
	if len(c.Uses) > 0 {
		out.Blocks = append(out.Blocks, documents.Heading{Level: 1, Text: say.uses})
		list := documents.List{}
		for _, u := range c.Uses {
			list.Items = append(list.Items, []documents.Block{documents.Paragraph{Text: documents.Inline{
				{Text: say.kinds[u.Kind] + ", " + pick(lang, u.Unit.NameSv, u.Unit.NameEn) + ": ", Strong: true}, {Text: u.Text}}}})
		}
		out.Blocks = append(out.Blocks, list)
	}
	return out
}

// about is one question: what is said of it, how many chose what, and each unit's answer.
func (c Compilation) about(q surveys.Question, lang string, say phrases) []documents.Block {
	text := pick(lang, q.TextSv, q.TextEn)
	out := []documents.Block{documents.Heading{Level: 2, Text: text}}
	if said := pick(lang, c.Analyses[q.Key].TextSv, c.Analyses[q.Key].TextEn); said != "" {
		out = append(out, documents.Note{Label: say.analysis, Blocks: documents.Markdown(said, 2)})
	}
	answers := documents.Table{Caption: text, Columns: []string{say.unit, say.answer}, RowHeaders: true}
	for _, r := range c.Signed {
		if value := r.Values[q.Key]; value != nil {
			unit, _ := c.tree.Body(r.UnitID)
			answers.Rows = append(answers.Rows, []documents.Inline{documents.Text(pick(lang, unit.NameSv, unit.NameEn)), lines(responses.Readable(q, value, lang))})
		}
	}
	if len(answers.Rows) == 0 {
		return append(out, documents.Paragraph{Text: documents.Inline{{Text: say.nobody, Emphasis: true}}})
	}
	if offered := choices(q); len(offered) > 0 {
		counts := documents.Table{Caption: text, Columns: []string{say.choice, say.units}, RowHeaders: true}
		for _, x := range offered {
			name := pick(lang, x.option.Sv, x.option.En)
			if x.row.Key != "" {
				name = pick(lang, x.row.Sv, x.row.En) + ": " + name
			}
			all, _ := c.count(q, x)
			counts.Rows = append(counts.Rows, []documents.Inline{documents.Text(name), documents.Text(strconv.Itoa(all))})
		}
		out = append(out, counts)
	}
	return append(out, answers)
}

// lines keeps the lines of a text that somebody wrote.
func lines(text string) (out documents.Inline) {
	for i, line := range strings.Split(text, "\n") {
		out = append(out, documents.Span{Text: line, Br: i > 0})
	}
	return out
}

func pick(lang, sv, en string) string {
	if lang == "en" && en != "" {
		return en
	}
	return sv
}

// heads are the columns of the table file, the same in both languages: programs read them.
var heads = []string{"question", "questionText", "unitId", "unit", "board", "answer"}

// rows are a line for each unit's answer to each question.
func (c Compilation) rows(lang string) [][]string {
	out := [][]string{heads}
	name := func(b boards.Body) string { return pick(lang, b.NameSv, b.NameEn) }
	for _, q := range c.Questions {
		for _, r := range c.Signed {
			if value := r.Values[q.Key]; value != nil {
				unit, _ := c.tree.Body(r.UnitID)
				board, _ := c.tree.Body(c.boards[r.UnitID])
				out = append(out, []string{q.Key, pick(lang, q.TextSv, q.TextEn), r.UnitID, name(unit), name(board), responses.Readable(q, value, lang)})
			}
		}
	}
	return out
}
