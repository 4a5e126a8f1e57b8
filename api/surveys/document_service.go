package surveys

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/documents"
)

// Document is the round as a form to print and to write on.
func (s *Service) Document(ctx context.Context, user auth.User, surveyID, lang string) (documents.Document, error) {
	var round Survey
	var questions []Question
	err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
		if round, err = FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		questions, err = questionsOf(tx, surveyID)
		return err
	})
	if err != nil {
		return documents.Document{}, err
	}
	f := formIn(lang)
	out := documents.Document{Title: f.pick(round.TitleSv, round.TitleEn), Language: f.lang, Publisher: s.publisher,
		Footer: f.pick(round.TitleSv, round.TitleEn), Made: s.clock.Now()}
	out.Blocks = documents.Markdown(f.pick(round.IntroSv, round.IntroEn), 0)
	for _, part := range round.Sections {
		out.Blocks = append(out.Blocks, documents.Heading{Level: 1, Text: f.pick(part.TitleSv, part.TitleEn)})
		out.Blocks = append(out.Blocks, documents.Markdown(f.pick(part.IntroSv, part.IntroEn), 1)...)
		for _, q := range questions {
			if q.SectionKey == part.Key {
				out.Blocks = append(out.Blocks, f.question(q, questions)...)
			}
		}
	}
	return out, nil
}

// form is the words of the paper in one language.
type form struct {
	lang                                        string
	required, several, scale, asked, not, write string
}

func formIn(lang string) form {
	if lang == "en" {
		return form{"en", "Must be answered.", "Choose one or more.", "Circle one:", "Answer only if you answered", "Do not answer if you answered", "Your answer:"}
	}
	return form{"sv", "Måste besvaras.", "Välj ett eller flera.", "Ringa in ett:", "Svara bara om ni svarade", "Svara inte om ni svarade", "Ert svar:"}
}

func (f form) pick(sv, en string) string {
	if f.lang == "en" {
		return en
	}
	return sv
}

// line is where something is written by hand.
const line = "____________________________________________________________"

func (f form) question(q Question, all []Question) []documents.Block {
	out := []documents.Block{documents.Heading{Level: 2, Text: f.pick(q.TextSv, q.TextEn)}}
	if notes := f.notes(q, all); notes != "" {
		out = append(out, documents.Paragraph{Text: documents.Inline{{Text: notes, Emphasis: true}}})
	}
	switch q.Type {
	case Single, Multiple:
		list := documents.List{}
		for _, o := range q.Options {
			list.Items = append(list.Items, []documents.Block{documents.Paragraph{Text: documents.Text("☐ " + f.pick(o.Sv, o.En))}})
		}
		out = append(out, list)
	case Matrix:
		out = append(out, f.matrix(q))
	case Scale:
		steps := []string{}
		for step := *q.Min; step <= *q.Max; step++ {
			steps = append(steps, number(step))
		}
		out = append(out, documents.Paragraph{Text: documents.Text(strings.TrimSpace(f.scale + " " + f.pick(q.MinLabelSv, q.MinLabelEn) + "  " + strings.Join(steps, "   ") + "  " + f.pick(q.MaxLabelSv, q.MaxLabelEn)))})
	case LongText:
		out = append(out, documents.Paragraph{Text: documents.Inline{{Text: line}, {Text: line, Br: true}, {Text: line, Br: true}}})
	default:
		out = append(out, documents.Paragraph{Text: documents.Text(strings.TrimSpace(f.write + " ____________________ " + q.Unit))})
	}
	if help := f.pick(q.HelpSv, q.HelpEn); help != "" {
		out = append(out, documents.Note{Label: f.pick("Handledning", "Manual"), Blocks: documents.Markdown(help, 2)})
	}
	return out
}

// notes are what one has to know before answering on paper, where nothing is hidden by itself.
func (f form) notes(q Question, all []Question) string {
	var out []string
	if q.Condition != nil {
		for _, on := range all {
			if on.Key != q.Condition.QuestionKey {
				continue
			}
			said := make([]string, 0, len(q.Condition.Values))
			for _, value := range q.Condition.Values {
				word := value
				for _, o := range on.Options {
					if o.Key == value {
						word = f.pick(o.Sv, o.En)
					}
				}
				said = append(said, "”"+word+"”")
			}
			when := f.asked
			if q.Condition.Op == IsNot {
				when = f.not
			}
			out = append(out, when+" "+strings.Join(said, f.pick(" eller ", " or "))+f.pick(" på frågan ”", " to “")+f.pick(on.TextSv, on.TextEn)+f.pick("”.", "”."))
		}
	}
	if q.Type == Multiple {
		out = append(out, f.several)
	}
	if q.Required {
		out = append(out, f.required)
	}
	return strings.Join(out, " ")
}

func (f form) matrix(q Question) documents.Block {
	t := documents.Table{Caption: f.pick(q.TextSv, q.TextEn), Columns: []string{""}, RowHeaders: true}
	for _, o := range q.Options {
		t.Columns = append(t.Columns, f.pick(o.Sv, o.En))
	}
	for _, r := range q.Rows {
		cells := []documents.Inline{documents.Text(f.pick(r.Sv, r.En))}
		for range q.Options {
			cells = append(cells, documents.Text("☐"))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
