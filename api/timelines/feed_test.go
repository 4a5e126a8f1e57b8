package timelines

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"envagin/api/activities"
	"envagin/api/plans"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// someID is well formed.
const someID = "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a11"

const today day.Day = "2021-06-15"

var (
	plan = plans.Plan{ID: "p", Name: "Planen", PeriodFrom: "2020-01-01", PeriodTo: "2022-12-31"}
	open = plans.Plan{ID: "p", Name: "Planen"}
	once = activities.Recurrence{Kind: activities.Once}
)

// dated reads 2021, 2021-03 and 2021-03-15 as far as they are known.
func dated(text string) day.Dated {
	switch len(text) {
	case 4:
		return day.Dated{Day: day.Day(text + "-01-01"), Precision: day.ToYear}
	case 7:
		return day.Dated{Day: day.Day(text + "-01"), Precision: day.ToMonth}
	case 10:
		return day.Dated{Day: day.Day(text), Precision: day.ToDay}
	default:
		return day.Dated{}
	}
}

// itemIDs are the ids of items, which tell what and when.
func itemIDs(items []Item) string {
	var out []string
	for _, it := range items {
		out = append(out, it.ID)
	}
	return strings.Join(out, " ")
}

func TestWithin(t *testing.T) {
	for _, tc := range []struct {
		name     string
		asked    Window
		plan     plans.Plan
		from, to day.Day
	}{
		{"is the plan's period when nobody asks", Window{}, plan, "2020-01-01", "2022-12-31"},
		{"is what is asked for inside the period", Window{"2021-01-01", "2021-12-31"}, plan, "2021-01-01", "2021-12-31"},
		{"does not go outside the period", Window{"2010-01-01", "2030-12-31"}, plan, "2020-01-01", "2022-12-31"},
		{"is a year back and two ahead where the plan is open", Window{}, open, "2020-06-15", "2023-06-15"},
		{"goes on from a later beginning", Window{From: "2025-01-01"}, open, "2025-01-01", "2027-01-01"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			from, to := tc.asked.within(tc.plan, today)
			if from != tc.from || to != tc.to {
				t.Errorf("got %s to %s, wanted %s to %s", from, to, tc.from, tc.to)
			}
		})
	}
}

func TestWritten(t *testing.T) {
	for _, tc := range []struct {
		name  string
		entry Entry
		asked Window
		want  string
	}{
		{"stands once, without a day too", Entry{ID: "e", Recurrence: once}, Window{}, "e"},
		{"comes back each year of the period", Entry{ID: "e", Recurrence: activities.Recurrence{Kind: activities.Yearly, Month: 3}}, Window{},
			"e-2020-03 e-2021-03 e-2022-03"},
		{"comes back inside what is asked for", Entry{ID: "e", Recurrence: activities.Recurrence{Kind: activities.PerYear, Times: 4}}, Window{"2021-01-01", "2021-06-30"},
			"e-2021-02 e-2021-05"},
		{"comes back each term of office", Entry{ID: "e", Recurrence: activities.Recurrence{Kind: activities.TermOfOffice}}, Window{}, "e-2022"},
		{"does not come back outside the period", Entry{ID: "e", Recurrence: activities.Recurrence{Kind: activities.Yearly}}, Window{From: "2023-01-01"}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := itemIDs(written(tc.entry, plan, tc.asked, today)); got != tc.want {
				t.Errorf("got %q, wanted %q", got, tc.want)
			}
		})
	}
}

func TestActivityInWindow(t *testing.T) {
	for _, tc := range []struct {
		name       string
		start, end string
		asked      Window
		want       bool
	}{
		{"without days stands in the whole feed", "", "", Window{}, true},
		{"without days is left out of a period", "", "", Window{From: "2020-01-01"}, false},
		{"stands in each part of its own period", "2020-03", "2021-09", Window{"2021-01-01", "2021-03-31"}, true},
		{"stands on the last day that its end can mean", "2020", "2021", Window{"2021-12-31", "2021-12-31"}, true},
		{"is over after that", "2020", "2021", Window{From: "2022-01-01"}, false},
		{"goes on to the plan's end when its own is not known", "2020-03", "", Window{"2022-12-31", "2022-12-31"}, true},
		{"is over with the plan", "2020-03", "", Window{From: "2023-01-01"}, false},
		{"stands at its end when its start is not known", "", "2021-05", Window{"2021-05-01", "2021-05-31"}, true},
		{"has not begun", "2022", "", Window{To: "2021-12-31"}, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			it := ofActivity(activities.Activity{ID: "a", Start: dated(tc.start), End: dated(tc.end)}, plan)
			if got := len(arrange([]Item{it}, tc.asked)) == 1; got != tc.want {
				t.Errorf("got %t", got)
			}
		})
	}
	t.Run("is not shown as ending when its end is not known", func(t *testing.T) {
		if it := ofActivity(activities.Activity{Start: dated("2020-03")}, plan); it.Entry.End.Known() {
			t.Errorf("ends %v", it.Entry.End)
		}
	})
	t.Run("is not shown as beginning at its end when its start is not known", func(t *testing.T) {
		it := ofActivity(activities.Activity{End: dated("2021-05")}, plan)
		if it.Entry.Date.Known() || it.Entry.End != dated("2021-05") {
			t.Errorf("begins %v, ends %v", it.Entry.Date, it.Entry.End)
		}
	})
}

func TestMilestoneState(t *testing.T) {
	for _, tc := range []struct {
		name      string
		milestone activities.Milestone
		activity  activities.State
		plan      plans.Plan
		want      activities.State
	}{
		{"is late after its day", activities.Milestone{Due: dated("2021-05"), Recurrence: once}, activities.OnTrack, plan, activities.Late},
		{"is not late in its month", activities.Milestone{Due: dated("2021-06"), Recurrence: once}, activities.OnTrack, plan, ""},
		{"is done once it is", activities.Milestone{Due: dated("2021-05"), DoneOn: "2021-06-01", Recurrence: once}, activities.OnTrack, plan, activities.Done},
		{"is cancelled with its activity", activities.Milestone{Due: dated("2021-05"), Recurrence: once}, activities.Cancelled, plan, activities.Cancelled},
		{"does not turn late after the plan's last day", activities.Milestone{Due: dated("2021-05"), Recurrence: once}, activities.OnTrack,
			plans.Plan{PeriodTo: "2021-05-31"}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			items := ofMilestone(tc.milestone, activities.Activity{Status: tc.activity}, tc.plan, Window{}, today)
			if len(items) != 1 || items[0].State != tc.want {
				t.Errorf("got %v", items)
			}
		})
	}
}

func TestOfPlan(t *testing.T) {
	p := plan
	p.ApprovingBodyID, p.Decision, p.DecisionReference = new(string), dated("2019-11-25"), "KS-1"
	p.RevisionDates = []day.Dated{dated("2021"), dated("2022-03")}

	items := ofPlan(p)

	if got := itemIDs(items); got != "planPeriod-p decision-p revision-p-2021 revision-p-2022-03" {
		t.Errorf("got %s", got)
	}
	if items[1].Entry.Reference != "KS-1" || len(items[1].BodyIDs) != 1 {
		t.Errorf("the decision is %v", items[1])
	}
	if got := ofPlan(open); len(got) != 0 {
		t.Errorf("a plan without days has %v", got)
	}
}

func TestRhythm(t *testing.T) {
	for months, want := range map[int]activities.Recurrence{
		12: {Kind: activities.Yearly}, 4: {Kind: activities.PerYear, Times: 3}, 1: {Kind: activities.PerYear, Times: 12}, 5: once, 24: once,
	} {
		if got := rhythm(months); got != want {
			t.Errorf("%d months: got %v", months, got)
		}
	}
}

func TestArrange(t *testing.T) {
	item := func(id, date, codeKey string) Item {
		return Item{ID: id, CodeKey: codeKey, Entry: Entry{Date: dated(date)}}
	}

	got := itemIDs(arrange([]Item{
		item("none", "", "1"), item("b", "2021-01-01", "2"), item("late", "2021-01-02", ""), item("a", "2021-01-01", "1"), item("year", "2021", ""),
	}, Window{}))

	if want := "year a b late none"; got != want {
		t.Errorf("got %s, wanted %s", got, want)
	}
}

func TestEntryCheck(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*Entry)
		field  string
		code   string
	}{
		{"takes an entry", func(*Entry) {}, "", ""},
		{"takes one without a day", func(e *Entry) { e.Date = day.Dated{} }, "", ""},
		{"refuses an end before the beginning", func(e *Entry) { e.End = dated("2020") }, "end", "endBeforeStart"},
		{"takes an end in the same vague year", func(e *Entry) { e.Date, e.End = dated("2021-06-15"), dated("2021") }, "", ""},
		{"refuses an end without a beginning", func(e *Entry) { e.Date, e.End = day.Dated{}, dated("2022") }, "date", "required"},
		{"refuses an end of what comes back", func(e *Entry) { e.End, e.Recurrence.Kind = dated("2022"), activities.Yearly }, "end", "notAllowed"},
		{"refuses kinds that are made from other things", func(e *Entry) { e.Kind = Milestone }, "kind", "notAllowed"},
		{"refuses an unknown recurrence", func(e *Entry) { e.Recurrence.Kind = "daily" }, "recurrence.kind", "notAllowed"},
		{"refuses thirteen times a year", func(e *Entry) { e.Recurrence = activities.Recurrence{Kind: activities.PerYear, Times: 13} }, "recurrence.times", "outOfRange"},
		{"refuses a body that cannot be", func(e *Entry) { e.BodyID = new(string) }, "bodyId", "unknownReference"},
		{"refuses a plan that cannot be", func(e *Entry) { e.PlanID = "x" }, "planId", "unknownReference"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			e := Input{PlanID: someID, Key: "beslut", Kind: Decision, Title: "Beslut", Date: &day.Dated{Day: "2021-06-15", Precision: day.ToDay}}.entry()
			tc.change(&e)

			err := e.Check()

			if tc.code == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if !problem.Is(err, http.StatusUnprocessableEntity) ||
				!slices.ContainsFunc(problem.As(err).Errors, func(f problem.Field) bool { return f.Name == tc.field && f.Code == tc.code }) {
				t.Errorf("got %v, wanted %s: %s", err, tc.field, tc.code)
			}
		})
	}
}

func TestICal(t *testing.T) {
	at := time.Date(2021, 1, 2, 3, 4, 5, 0, time.UTC)
	items := []Item{
		{ID: "activity-a", ActivityCode: "2.2", Entry: Entry{Kind: Activity, Title: "Centrum mot våld", Date: dated("2020-03"), End: dated("2021"), UpdatedAt: at}},
		{ID: "reportDue-r-2020-12-31", Entry: Entry{Kind: ReportDue, Title: "Till KF; årlig, kort", Date: dated("2020-12-31"), UpdatedAt: at}},
		{ID: "activity-b", ActivityCode: "2.3", Entry: Entry{Kind: Activity, Title: "Boende", End: dated("2022-05-04"), UpdatedAt: at}},
		{ID: "e", IsManual: true, Entry: Entry{Kind: Decision, Title: "KF antar planen", Description: "Rad 1\nRad 2", Date: dated("2021-02"), UpdatedAt: at}},
	}
	text := string(ical(items, "Planen", ""))
	for _, line := range []string{
		"BEGIN:VCALENDAR", "X-WR-CALNAME:Planen",
		"UID:activity-a@envagin", "DTSTAMP:20210102T030405Z", "SUMMARY:2.2 Centrum mot våld",
		"DTSTART;VALUE=DATE:20200301", "DTEND;VALUE=DATE:20220101", // from the first possible day to the last
		"UID:reportDue-r-2020-12-31@envagin", `SUMMARY:Rapport: Till KF\; årlig\, kort`,
		"DTSTART;VALUE=DATE:20201231", "DTEND;VALUE=DATE:20210101",
		"DTSTART;VALUE=DATE:20220504", "DTEND;VALUE=DATE:20220505", // an end alone stands on its own day
		"SUMMARY:KF antar planen", `DESCRIPTION:Rad 1\nRad 2`, "DTSTART;VALUE=DATE:20210201", "DTEND;VALUE=DATE:20210301",
		"END:VCALENDAR",
	} {
		if !strings.Contains(text, line+"\r\n") {
			t.Errorf("there is no line %q in\n%s", line, text)
		}
	}
	if text != string(ical(items, "Planen", "sv")) {
		t.Error("the same entries gave two calendars")
	}
	if english := string(ical(items, "", "en")); !strings.Contains(english, `SUMMARY:Report due: Till KF`) || !strings.Contains(english, "X-WR-CALNAME:"+calendarName) {
		t.Errorf("got %s", english)
	}
}
