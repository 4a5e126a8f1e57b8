package day_test

import (
	"encoding/json"
	"testing"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func TestTodayIsADayInStockholm(t *testing.T) {
	t.Parallel()
	for at, want := range map[string]day.Day{
		"2026-11-22T22:59:59Z": "2026-11-22", // winter: one hour ahead
		"2026-11-22T23:00:00Z": "2026-11-23",
		"2026-06-30T21:59:59Z": "2026-06-30", // summer: two hours ahead
		"2026-06-30T22:00:00Z": "2026-07-01",
		"2026-03-29T00:30:00Z": "2026-03-29", // the night when summer time begins
		"2026-03-28T23:30:00Z": "2026-03-29",
		"2026-10-24T21:59:59Z": "2026-10-24", // the evening before it ends
		"2026-10-24T22:00:00Z": "2026-10-25",
		"2026-10-25T22:30:00Z": "2026-10-25", // ended: one hour ahead again
		"2026-10-25T23:00:00Z": "2026-10-26",
		"2026-12-31T23:00:00Z": "2027-01-01",
	} {
		instant, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := day.Fixed(instant).Today(); got != want {
			t.Errorf("%s is %s, wanted %s", at, got, want)
		}
	}
}

func TestOnlyRealDaysOfOurTimesAreValid(t *testing.T) {
	t.Parallel()
	for text, want := range map[day.Day]bool{
		"2019-05-17": true, "2024-02-29": true, "1900-01-01": true, "2199-12-31": true,
		"": false, "2023-02-29": false, "1900-02-29": false, "0000-01-01": false, "1899-12-31": false,
		"2200-01-01": false, "9999-12-31": false, "2019-5-17": false, "2019-05-17T00:00:00Z": false,
		"17/5 2019": false, "2019-13-01": false, "-2019-01-01": false, "２０１９-01-01": false, "2019-05-17 ": false,
	} {
		if got := text.Valid(); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestMonthsAreAddedWithinTheirLength(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from day.Day
		n    int
		want day.Day
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-11-23", 2, "2027-01-23"},
		{"2026-03-31", -1, "2026-02-28"}, {"2026-12-31", 12, "2027-12-31"}, {"", 5, ""},
	} {
		if got := c.from.AddMonths(c.n); got != c.want {
			t.Errorf("%s + %d: %s, wanted %s", c.from, c.n, got, c.want)
		}
	}
}

func TestDaysAreCountedAcrossSummerTime(t *testing.T) {
	t.Parallel()

	if n := day.Day("2026-03-28").DaysUntil("2026-03-30"); n != 2 {
		t.Error(n)
	}
	if n := day.Day("2026-10-26").DaysUntil("2026-10-24"); n != -2 {
		t.Error(n)
	}
	if d := day.Day("2024-02-28").AddDays(2); d != "2024-03-01" {
		t.Error(d)
	}
}

func TestAVagueDaySpansItsMonthOrYear(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		d                day.Dated
		earliest, latest day.Day
	}{
		{day.Dated{Day: "2019-05-17", Precision: day.ToDay}, "2019-05-17", "2019-05-17"},
		{day.Dated{Day: "2024-02-10", Precision: day.ToMonth}, "2024-02-01", "2024-02-29"},
		{day.Dated{Day: "2019-12-01", Precision: day.ToMonth}, "2019-12-01", "2019-12-31"},
		{day.Dated{Day: "2019-05-17", Precision: day.ToYear}, "2019-01-01", "2019-12-31"},
		{day.Dated{}, "", ""},
	} {
		if c.d.Earliest() != c.earliest || c.d.Latest() != c.latest {
			t.Errorf("%v: %s–%s", c.d, c.d.Earliest(), c.d.Latest())
		}
	}
}

func TestEqualVagueDaysAreStoredEqual(t *testing.T) {
	t.Parallel()

	got := day.From(&day.Dated{Day: "2019-05-17", Precision: day.ToYear})

	if got != (day.Dated{Day: "2019-01-01", Precision: day.ToYear}) {
		t.Error(got)
	}
	if text, err := json.Marshal(got); err != nil || string(text) != `{"day":"2019-01-01","precision":"year"}` {
		t.Error(string(text), err)
	}
}

func TestAnEndIsBeforeItsStartOnlyWhenItCannotBeOtherwise(t *testing.T) {
	t.Parallel()
	exact := func(d day.Day) day.Dated { return day.Dated{Day: d, Precision: day.ToDay} }
	year := func(d day.Day) day.Dated { return day.Dated{Day: d, Precision: day.ToYear} }
	for name, c := range map[string]struct {
		start, end day.Dated
		wrong      bool
	}{
		"the day before":                   {exact("2020-01-02"), exact("2020-01-01"), true},
		"the same day":                     {exact("2020-01-01"), exact("2020-01-01"), false},
		"some time in the year it begins":  {exact("2020-12-31"), year("2020-01-01"), false},
		"the year before":                  {exact("2020-01-01"), year("2019-01-01"), true},
		"an unknown start":                 {day.Dated{}, exact("1900-01-01"), false},
		"a start of a year, an end within": {year("2020-01-01"), exact("2020-01-01"), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var checks problem.Checks

			day.CheckOrder(&checks, "end", c.start, c.end)

			if (checks.Err() != nil) != c.wrong {
				t.Error(checks.Err())
			}
		})
	}
}

func TestAClockIsMovedByHand(t *testing.T) {
	t.Parallel()
	clock := day.Fixed(time.Date(2026, 11, 22, 22, 59, 0, 999, time.UTC))

	before := clock.Today()
	clock.Set(clock.Now().Add(time.Minute))

	if before != "2026-11-22" || clock.Today() != "2026-11-23" || clock.Now().Nanosecond() != 0 {
		t.Error(before, clock.Today(), clock.Now())
	}
}

func TestADayBeginsAtMidnightInStockholm(t *testing.T) {
	t.Parallel()
	for d, want := range map[day.Day]string{
		"2026-11-23": "2026-11-22T23:00:00Z", // winter
		"2026-07-01": "2026-06-30T22:00:00Z", // summer
		"2026-03-29": "2026-03-28T23:00:00Z", // the night that has 23 hours
		"2026-10-25": "2026-10-24T22:00:00Z", // and 25
	} {
		begins := d.Begins()
		if got := begins.Format(time.RFC3339); got != want {
			t.Errorf("%s begins %s, not %s", d, got, want)
		}
		if day.Of(begins) != d || day.Of(begins.Add(-time.Microsecond)) != d.AddDays(-1) {
			t.Errorf("%s: the instant before is of another day", d)
		}
	}
	if !day.Day("").Begins().IsZero() {
		t.Error("an unknown day begins")
	}
}
