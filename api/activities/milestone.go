package activities

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// RecurrenceKind is how a milestone comes back.
type RecurrenceKind string // @name RecurrenceKind

// The kinds of recurrence.
const (
	Once         RecurrenceKind = "none"
	Yearly       RecurrenceKind = "yearly"       // in a month of each year
	PerYear      RecurrenceKind = "perYear"      // a number of times each year, evenly spread
	TermOfOffice RecurrenceKind = "termOfOffice" // in each election year: every fourth, 2022, 2026 … (vallagen 2005:837, 1 kap. 3 §)
)

// Recurrence tells when something comes back.
type Recurrence struct {
	// Kind is how it comes back; none is once.
	Kind RecurrenceKind `json:"kind" enums:"none,yearly,perYear,termOfOffice" example:"perYear"`
	// Month is 1–12, for yearly and termOfOffice; 0 when not said.
	Month int `json:"month,omitempty" example:"3"`
	// Times is how often a year, 1–12, for perYear.
	Times int `json:"times,omitempty" example:"4"`
} // @name Recurrence

// Check notes what is wrong with a recurrence.
func (r Recurrence) Check(c *problem.Checks, name string) {
	problem.OneOf(c, name+".kind", r.Kind, Once, Yearly, PerYear, TermOfOffice)
	c.Range(name+".month", r.Month, 0, 12)
	if r.Kind == PerYear {
		c.Range(name+".times", r.Times, 1, 12)
	} else {
		c.If(r.Times != 0, name+".times", "notAllowed", "Only for perYear.")
	}
}

// firstElection is a year of Swedish general elections; they come every fourth.
const firstElection = 2022

// Within gives the days on which it comes back from one day to another, both
// included. first is the first of them where it is known; at most maxOccurrences.
func (r Recurrence) Within(first day.Dated, from, to day.Day) []day.Dated {
	var out []day.Dated
	if r.Kind == Once {
		if first.Known() && first.Latest() >= from && first.Earliest() <= to {
			out = append(out, first)
		}
		return out
	}
	if first.Known() && first.Earliest() > from {
		from = first.Earliest()
	}
	for year := from.Year(); year <= to.Year() && len(out) < maxOccurrences; year++ {
		for _, d := range r.inYear(year, first) {
			if d.Latest() >= from && d.Earliest() <= to {
				out = append(out, d)
			}
		}
	}
	return out
}

// maxOccurrences bounds what one milestone can put on a timeline.
const maxOccurrences = 400

func (r Recurrence) inYear(year int, first day.Dated) []day.Dated {
	whole := day.Dated{Day: day.Date(year, time.January, 1), Precision: day.ToYear}
	month := r.Month
	if month == 0 && first.Known() && first.Precision != day.ToYear {
		month = int(first.Day.Time().Month())
	}
	switch r.Kind {
	case PerYear:
		var out []day.Dated
		for i := range r.Times {
			// The middle of each equal share of the year: four times is February, May, August, November.
			out = append(out, inMonth(year, (12*i+6)/r.Times+1))
		}
		return out
	case TermOfOffice:
		if (year-firstElection)%4 != 0 {
			return nil
		}
	}
	if month == 0 {
		return []day.Dated{whole}
	}
	return []day.Dated{inMonth(year, month)}
}

func inMonth(year, month int) day.Dated {
	return day.Dated{Day: day.Date(year, time.Month(month), 1), Precision: day.ToMonth}
}

// Milestone is a dated step of an activity.
type Milestone struct {
	ID         string
	ActivityID string
	Key        string
	Title      string
	Due        day.Dated  `gorm:"embedded;embeddedPrefix:due_"`
	Recurrence Recurrence `gorm:"serializer:json"`
	DoneOn     day.Day
	Source     source.Source
	Version    int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// Check holds the rules of a milestone by itself.
func (m Milestone) Check() error {
	var c problem.Checks
	c.Slug("key", m.Key)
	c.Line("title", m.Title, 200)
	m.Due.Check(&c, "due")
	m.Recurrence.Check(&c, "recurrence")
	m.DoneOn.Check(&c, "doneOn")
	m.Source.Check(&c, "source")
	return c.Err()
}

// LateOn tells whether the milestone has passed on d and is not done. One that
// comes back is a habit, not a promise with a day: it never makes an activity late.
func (m Milestone) LateOn(d day.Day) bool {
	return m.Recurrence.Kind == Once && m.Due.Known() && m.Due.Latest() < d && m.DoneOn == ""
}

// Occurrences are the days of the milestone from one day to another.
func (m Milestone) Occurrences(from, to day.Day) []day.Dated {
	return m.Recurrence.Within(m.Due, from, to)
}
