package activities

import (
	"slices"
	"testing"

	"envagin/api/platform/day"
)

func TestWhatComesBack(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		r        Recurrence
		first    day.Dated
		from, to day.Day
		want     []day.Day
	}{
		"once, within":                          {Recurrence{Kind: Once}, exact("2026-05-17"), "2026-01-01", "2026-12-31", []day.Day{"2026-05-17"}},
		"once, outside":                         {Recurrence{Kind: Once}, exact("2026-05-17"), "2027-01-01", "2027-12-31", nil},
		"once, some time in a year that began":  {Recurrence{Kind: Once}, inYear("2026-01-01"), "2026-06-01", "2026-12-31", []day.Day{"2026-01-01"}},
		"once, not known when":                  {Recurrence{Kind: Once}, day.Dated{}, "2026-01-01", "2026-12-31", nil},
		"yearly in a month":                     {Recurrence{Kind: Yearly, Month: 3}, day.Dated{}, "2026-01-01", "2027-12-31", []day.Day{"2026-03-01", "2027-03-01"}},
		"yearly in the month of the first":      {Recurrence{Kind: Yearly}, exact("2026-05-17"), "2026-01-01", "2027-12-31", []day.Day{"2026-05-01", "2027-05-01"}},
		"yearly, some time":                     {Recurrence{Kind: Yearly}, day.Dated{}, "2026-01-01", "2026-12-31", []day.Day{"2026-01-01"}},
		"yearly, not before the first":          {Recurrence{Kind: Yearly, Month: 3}, exact("2027-01-01"), "2026-01-01", "2027-12-31", []day.Day{"2027-03-01"}},
		"four times a year":                     {Recurrence{Kind: PerYear, Times: 4}, day.Dated{}, "2026-01-01", "2026-12-31", []day.Day{"2026-02-01", "2026-05-01", "2026-08-01", "2026-11-01"}},
		"twelve times a year is every month":    {Recurrence{Kind: PerYear, Times: 12}, day.Dated{}, "2026-11-01", "2026-12-31", []day.Day{"2026-11-01", "2026-12-01"}},
		"each term of office is election years": {Recurrence{Kind: TermOfOffice, Month: 9}, day.Dated{}, "2020-01-01", "2031-12-31", []day.Day{"2022-09-01", "2026-09-01", "2030-09-01"}},
		"terms of office before 2022 too":       {Recurrence{Kind: TermOfOffice, Month: 9}, day.Dated{}, "2017-01-01", "2019-12-31", []day.Day{"2018-09-01"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			var got []day.Day
			for _, d := range c.r.Within(c.first, c.from, c.to) {
				got = append(got, d.Day)
			}

			if !slices.Equal(got, c.want) {
				t.Errorf("%v, wanted %v", got, c.want)
			}
		})
	}
}

func TestWhatComesBackIsBounded(t *testing.T) {
	t.Parallel()

	got := Recurrence{Kind: PerYear, Times: 12}.Within(day.Dated{}, day.First, day.Last)

	if len(got) > maxOccurrences+12 {
		t.Error(len(got))
	}
}

func TestWhatComesBackIsNeverLate(t *testing.T) {
	t.Parallel()

	m := Milestone{Due: exact("2020-01-01"), Recurrence: Recurrence{Kind: Yearly, Month: 1}}

	if m.LateOn(today) {
		t.Error("a habit made the activity late")
	}
}

func TestTheNextMilestoneIsTheNearestThatIsNotDone(t *testing.T) {
	t.Parallel()
	once := func(title string, due day.Dated, done day.Day) Milestone {
		return Milestone{Title: title, Due: due, DoneOn: done, Recurrence: Recurrence{Kind: Once}}
	}
	council := Milestone{Title: "råd", Recurrence: Recurrence{Kind: PerYear, Times: 4}}
	for name, c := range map[string]struct {
		all       []Milestone
		periodEnd day.Day
		want      string
	}{
		"none":                           {nil, "", ""},
		"one that is late":               {[]Milestone{once("nästa", exact("2027-01-01"), ""), once("sen", exact("2026-01-01"), "")}, "", "sen"},
		"not one that is done":           {[]Milestone{once("klar", exact("2026-01-01"), "2026-01-01"), once("nästa", exact("2027-01-01"), "")}, "", "nästa"},
		"one that comes back":            {[]Milestone{council, once("nästa", exact("2027-06-01"), "")}, "", "råd"},
		"no habit after the plan's end":  {[]Milestone{council}, "2022-12-31", ""},
		"not one of which no day is set": {[]Milestone{once("okänd", day.Dated{}, "")}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			got := nextMilestone(c.all, today, c.periodEnd)

			if (got == nil) != (c.want == "") || got != nil && got.Title != c.want {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestCheckMilestone(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		alter       func(*Milestone)
		field, code string
	}{
		"takes one without a day":          {func(*Milestone) {}, "", ""},
		"refuses an empty key":             {func(m *Milestone) { m.Key = "" }, "key", "invalidFormat"},
		"refuses the 13th month":           {func(m *Milestone) { m.Recurrence = Recurrence{Kind: Yearly, Month: 13} }, "recurrence.month", "outOfRange"},
		"refuses no times a year":          {func(m *Milestone) { m.Recurrence = Recurrence{Kind: PerYear} }, "recurrence.times", "outOfRange"},
		"refuses times for a yearly one":   {func(m *Milestone) { m.Recurrence = Recurrence{Kind: Yearly, Times: 2} }, "recurrence.times", "notAllowed"},
		"refuses a recurrence by the week": {func(m *Milestone) { m.Recurrence = Recurrence{Kind: "weekly"} }, "recurrence.kind", "notAllowed"},
		"refuses the year 0":               {func(m *Milestone) { m.Due = exact("0000-01-01") }, "due.day", "invalidFormat"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			m := Milestone{Key: "modell", Title: "Modell", Recurrence: Recurrence{Kind: Once}, Source: "plan"}
			c.alter(&m)

			wantField(t, m.Check(), c.field, c.code)
		})
	}
}
