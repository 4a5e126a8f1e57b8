package activities

import (
	"testing"

	"envagin/api/platform/day"
)

const today = day.Day("2026-11-23")

// running is an activity that IFN answers for, in a plan that goes on, with alter done to it.
func running(alter ...func(*Facts)) Facts {
	f := Facts{Activity: right(), Rows: rows("ifn answerable 1"), StaleAfter: 120,
		Boards: func(day.Day) []string { return nil },
		Name: func(string) (string, string) {
			return "Individ- och familjenämnden", "The Individual and Family Committee"
		}}
	for _, a := range alter {
		a(&f)
	}
	return f
}

func part(bodyID string, state PartState, on day.Day) func(*Facts) {
	return func(f *Facts) {
		f.Parts = append(f.Parts, Part{BodyID: bodyID, State: state, LastReportOn: on})
		f.LastReportOn = max(f.LastReportOn, on)
	}
}

func milestone(due day.Dated, doneOn day.Day) func(*Facts) {
	return func(f *Facts) {
		f.Milestones = append(f.Milestones, Milestone{Title: "Modell", Due: due, DoneOn: doneOn, Recurrence: Recurrence{Kind: Once}})
	}
}

func with(set func(a *Activity)) func(*Facts) { return func(f *Facts) { set(&f.Activity) } }

func answering(lines ...string) func(*Facts) { return func(f *Facts) { f.Rows = rows(lines...) } }

var (
	merged     = with(func(a *Activity) { a.MergedIntoID = ref("b") })
	cancelled  = with(func(a *Activity) { a.CancelledOn, a.CancelledReason = "2026-11-23", "Ersatt." })
	overridden = with(func(a *Activity) { a.Override = Override{AtRisk, "Lokalen.", "2026-11-23"} })
	markedDone = with(func(a *Activity) { a.Done = exact("2026-11-23") })
	partDone   = part("ifn", PartDone, "2026-11-01")
	lateStep   = milestone(exact("2026-11-22"), "")
	ended      = with(func(a *Activity) { a.End = exact("2026-11-22") })
	deviation  = part("ifn", PartDeviation, "2026-11-20")
	waiting    = func(f *Facts) { f.LateBefore = []string{"1.2", "1.4"} }
	onTrack    = part("ifn", PartOnTrack, "2026-11-01")
	ahead      = with(func(a *Activity) { a.Start = inYear("2027-01-01") })
)

func TestTheFirstRuleThatHoldsDecides(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		facts  Facts
		status State
		reason string
	}{
		{"merged before all", running(merged, cancelled, overridden, markedDone, lateStep, deviation), Merged, "merged"},
		{"cancelled before an override", running(cancelled, overridden, markedDone, lateStep), Cancelled, "cancelled"},
		{"an override before done", running(overridden, markedDone, lateStep), AtRisk, "override"},
		{"marked done before late", running(markedDone, lateStep, deviation), Done, "markedDone"},
		{"parts done before late", running(partDone, lateStep, ended), Done, "partsDone"},
		{"a passed milestone before a passed end", running(lateStep, ended, deviation), Late, "milestonePassed"},
		{"a passed end before a deviation", running(ended, deviation), Late, "endPassed"},
		{"a deviation before a late predecessor", running(deviation, waiting), AtRisk, "deviationReported"},
		{"a late predecessor before on track", running(waiting, onTrack), AtRisk, "predecessorLate"},
		{"a fresh report before not started", running(onTrack, ahead), OnTrack, "recentReport"},
		{"not started", running(ahead), NotStarted, "startAhead"},
		{"not started though an old report is there", running(ahead, part("ifn", PartOnTrack, "2025-01-01")), NotStarted, "startAhead"},
		{"an old report", running(part("ifn", PartOnTrack, "2025-01-01")), NoInformation, "reportStale"},
		{"no report", running(), NoInformation, "neverReported"},

		{"cancelled tomorrow is not cancelled", running(with(func(a *Activity) { a.CancelledOn = "2026-11-24" }), onTrack), OnTrack, "recentReport"},
		{"an override of yesterday is over", running(with(func(a *Activity) { a.Override = Override{Late, "x", "2026-11-22"} }), onTrack), OnTrack, "recentReport"},
		{"an override without an end holds", running(with(func(a *Activity) { a.Override = Override{Late, "x", ""} }), onTrack), Late, "override"},
		{"done this year, not known when", running(with(func(a *Activity) { a.Done = inYear("2026-01-01") })), Done, "markedDone"},
		{"the day of a milestone is not late", running(milestone(exact(today), ""), onTrack), OnTrack, "recentReport"},
		{"a milestone of this month is not late", running(milestone(monthOf("2026-11-01"), ""), onTrack), OnTrack, "recentReport"},
		{"a milestone of last month is late", running(milestone(monthOf("2026-10-01"), ""), onTrack), Late, "milestonePassed"},
		{"a milestone that was done is not late", running(milestone(exact("2026-01-01"), "2026-01-01"), onTrack), OnTrack, "recentReport"},
		{"the last day is not late", running(with(func(a *Activity) { a.End = exact(today) }), onTrack), OnTrack, "recentReport"},
		{"an end some time this year is not late", running(with(func(a *Activity) { a.End = inYear("2026-01-01") }), onTrack), OnTrack, "recentReport"},
		{"starts today", running(with(func(a *Activity) { a.Start = exact(today) })), NoInformation, "neverReported"},
		{"starts some time this year", running(with(func(a *Activity) { a.Start = inYear("2026-01-01") })), NoInformation, "neverReported"},
		{"the last day of a fresh report", running(part("ifn", PartOnTrack, today.AddDays(-120))), OnTrack, "recentReport"},
		{"the day after", running(part("ifn", PartOnTrack, today.AddDays(-121))), NoInformation, "reportStale"},

		{"one of two parts done is not done", running(answering("ifn answerable 1", "ks answerable 1"), partDone), OnTrack, "recentReport"},
		{"both parts done", running(answering("ifn answerable 1", "ks answerable 1"), partDone, part("ks", PartDone, today)), Done, "partsDone"},
		{"who helps need not be done", running(answering("ifn answerable 1", "polisen supports 1"), partDone), Done, "partsDone"},
		{"nobody answers: nothing is done", running(answering("polisen supports 1"), part("polisen", PartDone, today)), OnTrack, "recentReport"},
		{"a deviation of one who answers no more", running(deviation, answering("ks answerable 1")), OnTrack, "recentReport"},
		{"a deviation of one who helps counts", running(answering("ks answerable 1", "ifn supports 1"), deviation), AtRisk, "deviationReported"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			got := StatusOn(today, c.facts)

			if got.Status != c.status || got.Reason.Code != c.reason {
				t.Errorf("%s because %s, wanted %s because %s", got.Status, got.Reason.Code, c.status, c.reason)
			}
			if got.Reason.Sv == "" || got.Reason.En == "" {
				t.Error("the reason is not told in words")
			}
		})
	}
}

func TestReasonsAreSentences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		facts  Facts
		sv, en string
	}{
		{running(deviation), "Individ- och familjenämnden rapporterar en avvikelse.", "The Individual and Family Committee reports a deviation."},
		{running(lateStep), "Delmålet ”Modell” skulle ha varit klart den 22 november 2026.", "The milestone “Modell” was due on 22 November 2026."},
		{running(milestone(monthOf("2026-05-01"), "")), "Delmålet ”Modell” skulle ha varit klart i maj 2026.", "The milestone “Modell” was due in May 2026."},
		{running(milestone(inYear("2025-01-01"), "")), "Delmålet ”Modell” skulle ha varit klart 2025.", "The milestone “Modell” was due in 2025."},
		{running(ahead), "Startar 2027.", "Starts in 2027."},
		{running(cancelled), "Inställd: Ersatt.", "Cancelled: Ersatt."},
		{running(waiting), "Aktivitet 1.2 som kommer före är försenad.", "Activity 1.2, which comes before, is late."},
	} {
		got := StatusOn(today, c.facts).Reason
		if got.Sv != c.sv || got.En != c.en {
			t.Errorf("%s\n%s", got.Sv, got.En)
		}
	}
}

func TestAfterThePlansPeriodStatesAreThoseOfItsLastDay(t *testing.T) {
	t.Parallel()
	period := func(f *Facts) { f.PeriodEnd = "2022-12-31" }

	got := StatusOn(today, running(period, part("ifn", PartOnTrack, "2022-11-01"), with(func(a *Activity) { a.End = exact("2023-06-30") })))

	if got.Status != OnTrack || got.Stale || got.NextChange != "" {
		t.Errorf("%+v", got)
	}
	if got.Reason.Sv != "Planperioden är slut. Rapporterad den 1 november 2022 utan avvikelse." {
		t.Error(got.Reason.Sv)
	}
	if on := StatusOn("2022-12-31", running(period)); on.NextChange != "2023-01-01" {
		t.Errorf("the last day leads to %q", on.NextChange)
	}
}

func TestStaleness(t *testing.T) {
	t.Parallel()
	for on, want := range map[day.Day]bool{"": true, today: false, today.AddDays(-120): false, today.AddDays(-121): true} {
		if got := StatusOn(today, running(func(f *Facts) { f.LastReportOn = on })).Stale; got != want {
			t.Errorf("last report %q: %t", on, got)
		}
	}
}

func TestTheNextDayOnWhichTheStatusMayChangeByItself(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		facts Facts
		want  day.Day
	}{
		"never":                                {running(), ""},
		"the day after a milestone":            {running(milestone(exact("2026-11-30"), "")), "2026-12-01"},
		"the day after a milestone's month":    {running(milestone(monthOf("2026-12-01"), "")), "2027-01-01"},
		"the day after the end":                {running(with(func(a *Activity) { a.End = exact(today) })), "2026-11-24"},
		"the start":                            {running(ahead), "2027-01-01"},
		"the day a report grows old":           {running(part("ifn", PartOnTrack, today)), today.AddDays(121)},
		"the day after an override":            {running(overridden), "2026-11-24"},
		"a cancellation to come":               {running(with(func(a *Activity) { a.CancelledOn = "2026-12-24" })), "2026-12-24"},
		"the day after the period":             {running(func(f *Facts) { f.PeriodEnd = "2026-12-31" }), "2027-01-01"},
		"a handover":                           {running(answering("ifn answerable 1", "ks answerable 2 2026-12-06")), "2026-12-06"},
		"the soonest of all":                   {running(ahead, overridden, milestone(exact("2026-11-30"), "")), "2026-11-24"},
		"a board that begins, under the rule":  {running(answering("* answerable 1"), func(f *Facts) { f.BoardChanges = []day.Day{"2020-01-01", "2027-01-01"} }), "2027-01-01"},
		"no rule, no matter that a board ends": {running(func(f *Facts) { f.BoardChanges = []day.Day{"2027-01-01"} }), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if got := StatusOn(today, c.facts).NextChange; got != c.want {
				t.Errorf("%q, wanted %q", got, c.want)
			}
		})
	}
}

// What is stored holds until NextChange: on every day before it, the answer is the same.
func TestNothingChangesBeforeTheNextChange(t *testing.T) {
	t.Parallel()
	for _, f := range []Facts{
		running(ahead, waiting), running(onTrack, milestone(monthOf("2027-02-01"), "")),
		running(answering("ifn answerable 1 - 2027-01-15", "ks answerable 2 2027"), deviation),
		running(with(func(a *Activity) { a.CancelledOn, a.Override = "2027-03-01", Override{Late, "x", "2026-12-24"} })),
		running(onTrack, func(f *Facts) { f.PeriodEnd = "2026-12-31" }),
	} {
		for d := today; d < "2027-12-31"; {
			is := StatusOn(d, f)
			until := is.NextChange
			if until == "" {
				until = "2027-12-31"
			}
			for ; d < until; d = d.AddDays(1) {
				if on := StatusOn(d, f); on.Status != is.Status || on.Reason != is.Reason || on.Stale != is.Stale {
					t.Fatalf("%s: %v became %v before %s", d, is, on, until)
				}
			}
		}
	}
}
