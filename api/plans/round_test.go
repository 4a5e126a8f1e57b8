package plans

import (
	"slices"
	"testing"

	"envagin/api/platform/day"
)

func TestDueDates(t *testing.T) {
	for _, tc := range []struct {
		name     string
		round    ReportingRound
		periodTo day.Day
		want     []day.Day
	}{
		{"come each year to the last day, both included", ReportingRound{FirstDue: "2020-12-31", EveryMonths: 12, LastDue: "2022-12-31"}, "",
			[]day.Day{"2020-12-31", "2021-12-31", "2022-12-31"}},
		{"end with the plan when the round has no end", ReportingRound{FirstDue: "2020-04-30", EveryMonths: 4}, "2021-01-31",
			[]day.Day{"2020-04-30", "2020-08-30", "2020-12-30"}},
		{"keep to the end of the month", ReportingRound{FirstDue: "2021-10-31", EveryMonths: 1, LastDue: "2022-03-31"}, "",
			[]day.Day{"2021-10-31", "2021-11-30", "2021-12-31", "2022-01-31", "2022-02-28", "2022-03-31"}},
		{"hit 29 February each fourth year", ReportingRound{FirstDue: "2020-02-29", EveryMonths: 12, LastDue: "2024-12-31"}, "",
			[]day.Day{"2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"}},
		{"follow the round's end before the plan's", ReportingRound{FirstDue: "2020-06-01", EveryMonths: 12, LastDue: "2020-12-31"}, "2022-12-31",
			[]day.Day{"2020-06-01"}},
		{"are none when the plan ended before", ReportingRound{FirstDue: "2023-01-01", EveryMonths: 12}, "2022-12-31", []day.Day{}},
		{"stop at the last year there is", ReportingRound{FirstDue: "2198-06-01", EveryMonths: 12}, "", []day.Day{"2198-06-01", "2199-06-01"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := tc.round.DueDates(tc.periodTo); !slices.Equal(got, tc.want) {
				t.Errorf("got %v, wanted %v", got, tc.want)
			}
		})
	}
	t.Run("are at most sixty", func(t *testing.T) {
		if got := (ReportingRound{FirstDue: "2020-01-01", EveryMonths: 1}).DueDates(""); len(got) != 60 {
			t.Errorf("got %d", len(got))
		}
	})
}

func TestNextDue(t *testing.T) {
	dates := []day.Day{"2020-12-31", "2021-12-31"}
	for today, want := range map[day.Day]day.Day{"2019-01-01": "2020-12-31", "2020-12-31": "2020-12-31", "2021-01-01": "2021-12-31", "2022-01-01": ""} {
		if got := nextDue(dates, today); got != want {
			t.Errorf("%s: got %s, wanted %s", today, got, want)
		}
	}
}

func TestRoundCheck(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*ReportingRound)
		field  string
		code   string
	}{
		{"takes a round", func(*ReportingRound) {}, "", ""},
		{"needs a first day", func(r *ReportingRound) { r.FirstDue = "" }, "firstDue", "required"},
		{"refuses a last day before the first", func(r *ReportingRound) { r.LastDue = "2020-12-30" }, "lastDue", "endBeforeStart"},
		{"refuses a rhythm of 0 months", func(r *ReportingRound) { r.EveryMonths = 0 }, "everyMonths", "outOfRange"},
		{"refuses a rhythm of 61 months", func(r *ReportingRound) { r.EveryMonths = 61 }, "everyMonths", "outOfRange"},
		{"refuses an unknown audience", func(r *ReportingRound) { r.Audience = "press" }, "audience", "notAllowed"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := ReportingRound{Key: "kf", Name: "KF", Audience: ToCouncil, FirstDue: "2020-12-31", EveryMonths: 12, Source: "plan"}
			tc.change(&r)

			wantCode(t, r.Check(), tc.field, tc.code)
		})
	}
}
