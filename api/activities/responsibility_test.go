package activities

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"envagin/api/platform/day"
)

// row is "who role position [from] [to]"; * is the rule "all boards", - is unknown.
func row(line string) Responsibility {
	f := append(strings.Fields(line), "-", "-")
	r := Responsibility{Role: ResponsibilityRole(f[1]), Source: "plan"}
	_, _ = fmt.Sscan(f[2], &r.Position)
	if f[0] == "*" {
		r.Rule = AllBoards
	} else {
		r.BodyID = &f[0]
	}
	r.From, r.To = dated(f[3]), dated(f[4])
	return r
}

// dated reads 2020, 2020-05 or 2020-05-17.
func dated(text string) day.Dated {
	switch len(text) {
	case 4:
		return inYear(day.Day(text + "-01-01"))
	case 7:
		return monthOf(day.Day(text + "-01"))
	case 10:
		return exact(day.Day(text))
	}
	return day.Dated{}
}

func rows(lines ...string) (out []Responsibility) {
	for _, line := range lines {
		out = append(out, row(line))
	}
	return out
}

// says is an answer as "who role", with * behind one by rule.
func says(answers []Answer) (out []string) {
	for _, a := range answers {
		text := a.BodyID + " " + string(a.Role)
		if a.ByRule {
			text += "*"
		}
		out = append(out, text)
	}
	return out
}

func TestWhoAnswersOnADay(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		rows []Responsibility
		on   day.Day
		want []string
	}{
		"nobody when there are no rows": {nil, "2026-11-23", nil},
		"one body":                      {rows("ifn answerable 1"), "2026-11-23", []string{"ifn answerable"}},
		"all boards by rule":            {rows("* answerable 1"), "2026-11-23", []string{"bn answerable*", "ifn answerable*"}},
		"the executive board by a row beside the rule":     {rows("* answerable 1", "ks answerable 1"), "2026-11-23", []string{"ks answerable", "bn answerable*", "ifn answerable*"}},
		"an explicit row wins over the rule":               {rows("* answerable 1", "ifn carriesOut 1"), "2026-11-23", []string{"ifn carriesOut", "bn answerable*"}},
		"two roles of one body":                            {rows("ifn answerable 1", "ifn carriesOut 1"), "2026-11-23", []string{"ifn answerable", "ifn carriesOut"}},
		"the same row twice is one answer":                 {rows("ifn answerable 1", "ifn answerable 1"), "2026-11-23", []string{"ifn answerable"}},
		"not before the first day":                         {rows("ifn answerable 1 2026-11-24"), "2026-11-23", nil},
		"from the first day":                               {rows("ifn answerable 1 2026-11-23"), "2026-11-23", []string{"ifn answerable"}},
		"until the last day":                               {rows("ifn answerable 1 - 2026-11-23"), "2026-11-23", []string{"ifn answerable"}},
		"not after the last day":                           {rows("ifn answerable 1 - 2026-11-22"), "2026-11-23", nil},
		"until the end of a vague year":                    {rows("ifn answerable 1 - 2026"), "2026-12-31", []string{"ifn answerable"}},
		"from the beginning of a vague month":              {rows("ifn answerable 1 2026-11"), "2026-11-01", []string{"ifn answerable"}},
		"a handover without a day: the later has it":       {rows("esu carriesOut 1", "umebra carriesOut 2"), "2026-11-23", []string{"umebra carriesOut"}},
		"a handover on a day: the first until then":        {rows("esu carriesOut 1", "umebra carriesOut 2 2026-12-01"), "2026-11-30", []string{"esu carriesOut"}},
		"a handover on a day: the later from then":         {rows("esu carriesOut 1", "umebra carriesOut 2 2026-12-01"), "2026-12-01", []string{"umebra carriesOut"}},
		"a known end keeps the first beside the later":     {rows("esu carriesOut 1 - 2026-12-31", "umebra carriesOut 2 2026-12-01"), "2026-12-15", []string{"esu carriesOut", "umebra carriesOut"}},
		"a handover of one role leaves the other":          {rows("ifn answerable 1", "esu carriesOut 1", "umebra carriesOut 2"), "2026-11-23", []string{"ifn answerable", "umebra carriesOut"}},
		"same position: side by side":                      {rows("ks answerable 1", "ifn answerable 1"), "2026-11-23", []string{"ks answerable", "ifn answerable"}},
		"the later gone, the first answers again":          {rows("esu carriesOut 1", "umebra carriesOut 2 - 2026-10-31"), "2026-11-23", []string{"esu carriesOut"}},
		"the rule ends on its day":                         {rows("* answerable 1 - 2026-11-22"), "2026-11-23", nil},
		"an explicit row that has ended gives way to rule": {rows("* answerable 1", "ifn supports 1 - 2026-11-22"), "2026-11-23", []string{"bn answerable*", "ifn answerable*"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			got := says(AnswersOn(c.rows, []string{"bn", "ifn"}, c.on))

			if !slices.Equal(got, c.want) {
				t.Errorf("%q, wanted %q", got, c.want)
			}
		})
	}
}

func TestTheNextDayOnWhichRowsMaySaySomethingElse(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		rows []Responsibility
		want day.Day
	}{
		"never without days":           {rows("ifn answerable 1"), ""},
		"a first day to come":          {rows("ifn answerable 1 2026-12-01"), "2026-12-01"},
		"the day after a last day":     {rows("ifn answerable 1 - 2026-11-23"), "2026-11-24"},
		"the soonest of several":       {rows("ifn answerable 1 2027", "ks answerable 1 - 2026-11"), "2026-12-01"},
		"days that have passed do not": {rows("ifn answerable 1 2020 2021"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if got := nextChange(c.rows, "2026-11-23"); got != c.want {
				t.Errorf("%q, wanted %q", got, c.want)
			}
		})
	}
}

func TestCheckResponsibility(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		alter       func(*Responsibility)
		field, code string
	}{
		"takes a body":                        {func(*Responsibility) {}, "", ""},
		"takes the rule":                      {func(r *Responsibility) { r.BodyID, r.Rule = nil, AllBoards }, "", ""},
		"refuses neither body nor rule":       {func(r *Responsibility) { r.BodyID = nil }, "bodyId", "required"},
		"refuses both body and rule":          {func(r *Responsibility) { r.Rule = AllBoards }, "rule", "notAllowed"},
		"refuses another rule":                {func(r *Responsibility) { r.BodyID, r.Rule = nil, "everyone" }, "rule", "notAllowed"},
		"refuses another role":                {func(r *Responsibility) { r.Role = "owns" }, "role", "notAllowed"},
		"refuses an end before the beginning": {func(r *Responsibility) { r.From, r.To = exact("2020-01-02"), exact("2020-01-01") }, "to", "endBeforeStart"},
		"refuses a negative position":         {func(r *Responsibility) { r.Position = -1 }, "position", "outOfRange"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			r := row("ifn answerable 1")
			c.alter(&r)

			wantField(t, r.Check(), c.field, c.code)
		})
	}
}
