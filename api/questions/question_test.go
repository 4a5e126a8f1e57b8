package questions

import (
	"strings"
	"testing"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

const today = day.Day("2026-11-23")

func TestAQuestionWaitsTooLong(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name                   string
		asked, needed, answerd day.Day
		days                   int
		late                   bool
		from                   day.Day
	}{
		{"asked today", today, "", "", 0, false, "2026-12-24"},
		{"thirty days ago", "2026-10-24", "", "", 30, false, "2026-11-24"},
		{"thirty-one days ago", "2026-10-23", "", "", 31, true, today},
		{"needed today", "2026-11-20", today, "", 3, false, "2026-11-24"},
		{"needed yesterday", "2026-11-20", "2026-11-22", "", 3, true, today},
		{"needed later than one waits", "2026-10-23", "2027-01-01", "", 31, true, today},
		{"answered late is late no more", "2026-01-01", "2026-02-01", "2026-06-01", 151, false, "2026-02-01"},
	} {
		q := Question{AskedOn: c.asked, NeededBy: c.needed, AnsweredOn: c.answerd}
		if q.waitingDays(today) != c.days || q.IsLate(today) != c.late || q.LateFrom() != c.from {
			t.Errorf("%s: %d days, late %v from %s", c.name, q.waitingDays(today), q.IsLate(today), q.LateFrom())
		}
	}
}

func TestAQuestionIsAsFarAsItsDaysSay(t *testing.T) {
	t.Parallel()
	for want, q := range map[State]Question{
		Asked: {}, Taken: {TakenOn: today}, Answered: {TakenOn: today, AnsweredOn: today},
		Published: {AnsweredOn: today, PublishedOn: today, Part: Internal},
	} {
		if q.settle(); q.State != want {
			t.Errorf("%s, wanted %s", q.State, want)
		}
	}
}

func TestWhoSeesAQuestion(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		q                     Question
		public, signed, works bool
	}{
		{Question{State: Asked}, false, false, true},
		{Question{State: Answered}, false, false, true},
		{Question{State: Published, Part: Internal}, false, true, true},
		{Question{State: Published, Part: Public}, true, true, true},
	} {
		if published.sees(c.q) != c.public || signedIn.sees(c.q) != c.signed || all.sees(c.q) != c.works {
			t.Errorf("%s %s", c.q.State, c.q.Part)
		}
	}
}

func TestWhatIsWrongInAQuestionIsNamed(t *testing.T) {
	t.Parallel()
	right := Question{Title: "Skyddsplan", Text: "Var hör den hemma?", Lang: "sv", NeededBy: today}
	if err := right.Check(today, ""); err != nil {
		t.Fatal(err)
	}
	none, bad := "", "x"
	for field, spoil := range map[string]func(q *Question){
		"title":           func(q *Question) { q.Title = "Om 900101-9802" },
		"question":        func(q *Question) { q.Text = "Gäller 189001019802." },
		"askedByBodyId":   func(q *Question) { q.AskedByBodyID = &bad },
		"meetingId":       func(q *Question) { q.MeetingID = &none },
		"violenceAreaIds": func(q *Question) { q.AreaIDs = []string{"x", "x"} },
		"neededBy":        func(q *Question) { q.NeededBy = "2026-11-22" },
		"lang":            func(q *Question) { q.Lang = "de" },
	} {
		q := right
		spoil(&q)
		wantField(t, q.Check(today, ""), field)
	}
	old := right
	old.NeededBy = "2026-01-01"
	if err := old.Check(today, "2026-01-01"); err != nil {
		t.Error("a day that has passed since may stay:", err)
	}
}

func TestWhatIsWrongInAnAnswerIsNamed(t *testing.T) {
	t.Parallel()
	for field, q := range map[string]Question{
		"answer":         {Answer: " "},
		"links":          {Answer: "Ja", AnswerLinks: make([]Link, maxLinks+1)},
		"links[0].url":   {Answer: "Ja", AnswerLinks: []Link{{Title: "Lag", URL: "javascript:alert(1)"}}},
		"links[0].title": {Answer: "Ja", AnswerLinks: []Link{{Title: "", URL: "https://example.org"}}},
	} {
		wantField(t, q.checkAnswer(), field)
	}
	wantField(t, Question{Answer: "Fråga 900101+9802."}.checkAnswer(), "answer")
}

func wantField(t *testing.T, err error, field string) {
	t.Helper()
	p := problem.As(err)
	if p == nil || len(p.Errors) == 0 || p.Errors[0].Name != field {
		t.Errorf("wanted %s to be named: %v", field, err)
	}
}

func TestAWordWeighsByWhereItStands(t *testing.T) {
	t.Parallel()
	q := Question{Title: "Skyddsplan", Text: "En skyddsplan för barn", Answer: "Barnet får en skyddsplan", Lang: "sv"}
	var said []string
	for _, term := range q.terms() {
		said = append(said, term.Term+" "+string(rune('0'+term.Weight)))
	}
	if got := strings.Join(said, ", "); got != "skyddsplan 7, barn 3, får 1" {
		t.Error(got)
	}
}

func TestALetterSaysNothingOfTheQuestion(t *testing.T) {
	t.Parallel()
	for kind, langs := range letters {
		for lang := range langs {
			m := letter(kind, lang, "eva@example.se", "https://x/samverkansrad/fragor/1")
			if !strings.Contains(m.Text, "https://x/samverkansrad/fragor/1") || strings.Contains(m.Subject, "våld") || m.To != "eva@example.se" {
				t.Error(kind, lang, m)
			}
		}
	}
	if m := letter(askedKind, "fi", "a@b.se", ""); m.Subject != letters[askedKind]["sv"][0] {
		t.Error("a language that there is no letter in gets the Swedish one:", m.Subject)
	}
}
