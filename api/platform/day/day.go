// Package day holds the plan's notion of time: days, not instants, some known
// only to the month or the year, and a clock that can be set in tests.
//
// "Today" is always the day in Europe/Stockholm.
package day

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"
	_ "time/tzdata" // the binary must know Stockholm on a machine without zone files
)

// Day is a calendar day as "2006-01-02"; "" is unknown. Days compare as strings.
type Day string

const layout = "2006-01-02"

// Earliest and latest day that a plan may speak of. The span is wide enough for
// history and long plans, and narrow enough to catch a slip of the finger.
const (
	First Day = "1900-01-01"
	Last  Day = "2199-12-31"
)

var stockholm = mustLoad("Europe/Stockholm")

func mustLoad(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // cannot happen: the zone data is embedded
	}
	return loc
}

// Of is the day in Stockholm at the instant t.
func Of(t time.Time) Day { return Day(t.In(stockholm).Format(layout)) }

// Date makes a day from its parts; out-of-range parts carry over as in time.Date.
func Date(year int, month time.Month, d int) Day {
	return Day(time.Date(year, month, d, 0, 0, 0, 0, time.UTC).Format(layout))
}

// Valid tells whether d is a real day between First and Last.
func (d Day) Valid() bool {
	t, err := time.Parse(layout, string(d))
	return err == nil && t.Format(layout) == string(d) && d >= First && d <= Last
}

// Known tells whether d is set.
func (d Day) Known() bool { return d != "" }

// Time is midnight UTC of the day, for arithmetic; zero when unknown.
func (d Day) Time() time.Time {
	t, _ := time.Parse(layout, string(d))
	return t
}

// Begins is the instant at which the day begins in Stockholm; zero when unknown.
func (d Day) Begins() time.Time {
	if d == "" {
		return time.Time{}
	}
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, stockholm).UTC()
}

// Year of the day; 0 when unknown.
func (d Day) Year() int {
	if d == "" {
		return 0
	}
	return d.Time().Year()
}

// AddDays moves n days; an unknown day stays unknown.
func (d Day) AddDays(n int) Day {
	if d == "" {
		return d
	}
	return Day(d.Time().AddDate(0, 0, n).Format(layout))
}

// AddMonths moves n months and keeps to the month's last day when the day does
// not exist there (31 January + 1 month is 28 or 29 February).
func (d Day) AddMonths(n int) Day {
	if d == "" {
		return d
	}
	t := d.Time()
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return Date(first.Year(), first.Month(), min(t.Day(), last))
}

// DaysUntil counts days from d to other; negative when other is before d.
func (d Day) DaysUntil(other Day) int {
	return int(other.Time().Sub(d.Time()).Hours() / 24)
}

// Scan reads the text column of the database.
func (d *Day) Scan(value any) error {
	switch v := value.(type) {
	case nil:
		*d = ""
	case string:
		*d = Day(v)
	case []byte:
		*d = Day(v)
	default:
		return fmt.Errorf("day: cannot read %T", value)
	}
	return nil
}

// Value writes the text column of the database.
func (d Day) Value() (driver.Value, error) { return string(d), nil }

// Precision is how much of a day is known.
type Precision string // @name Precision

// The precisions of a Dated.
const (
	ToDay   Precision = "day"
	ToMonth Precision = "month"
	ToYear  Precision = "year"
)

// Dated is a day known to the day, the month or the year. The zero value is
// unknown. With less than day precision Day is the first day of the span.
type Dated struct {
	// Day is the day, or the first day of the month or year that is known (RFC 3339 full-date).
	Day Day `json:"day" format:"date" example:"2019-01-01"`
	// Precision tells how much of Day is known.
	Precision Precision `json:"precision" enums:"day,month,year" example:"year"`
} // @name Dated

// Known tells whether anything is known.
func (d Dated) Known() bool { return d.Day != "" }

// Earliest is the first day it can mean; "" when unknown.
func (d Dated) Earliest() Day {
	if d.Day == "" {
		return ""
	}
	t := d.Day.Time()
	switch d.Precision {
	case ToYear:
		return Date(t.Year(), time.January, 1)
	case ToMonth:
		return Date(t.Year(), t.Month(), 1)
	default:
		return d.Day
	}
}

// Latest is the last day it can mean; "" when unknown.
func (d Dated) Latest() Day {
	if d.Day == "" {
		return ""
	}
	t := d.Day.Time()
	switch d.Precision {
	case ToYear:
		return Date(t.Year(), time.December, 31)
	case ToMonth:
		return Date(t.Year(), t.Month()+1, 0)
	default:
		return d.Day
	}
}

// Or gives a pointer for the wire: nil when unknown.
func (d Dated) Or() *Dated {
	if !d.Known() {
		return nil
	}
	return &d
}

// From reads a Dated off the wire; nil is unknown, and Day is moved to the
// first day of its span so that equal dates are stored equal.
func From(d *Dated) Dated {
	if d == nil {
		return Dated{}
	}
	if d.Day.Valid() {
		d.Day = d.Earliest()
	}
	return *d
}

// MarshalJSON refuses to send an unknown Dated: fields are pointers with omitempty.
func (d Dated) MarshalJSON() ([]byte, error) {
	if !d.Known() {
		return []byte("null"), nil
	}
	type plain Dated
	return json.Marshal(plain(d))
}
