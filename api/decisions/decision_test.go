package decisions

import (
	"testing"

	"envagin/api/platform/day"
)

func TestWhenADecisionIsOpenAndWhenItIsLate(t *testing.T) {
	t.Parallel()
	month := day.Dated{Day: "2016-12-01", Precision: day.ToMonth}
	exact := day.Dated{Day: "2016-12-01", Precision: day.ToDay}
	done := day.Dated{Day: "2016-12-20", Precision: day.ToDay}
	for _, c := range []struct {
		name       string
		due, done  day.Dated
		today      day.Day
		open, late bool
	}{
		{"nothing is to be reported back", day.Dated{}, day.Dated{}, "2026-01-01", false, false},
		{"on the day itself", exact, day.Dated{}, "2016-12-01", true, false},
		{"the day after", exact, day.Dated{}, "2016-12-02", true, true},
		{"on the last day of the month", month, day.Dated{}, "2016-12-31", true, false},
		{"when the month is over", month, day.Dated{}, "2017-01-01", true, true},
		{"when it has been reported back", month, done, "2017-01-01", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Decision{ReportBack: c.due, ReportedBack: c.done}
			if d.IsOpen() != c.open || d.LateOn(c.today) != c.late {
				t.Errorf("open %v, late %v", d.IsOpen(), d.LateOn(c.today))
			}
		})
	}
}
