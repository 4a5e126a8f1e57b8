package meetings

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Kind is what sort of meeting it is.
type Kind string // @name CouncilMeetingKind

// The kinds.
const (
	Council  Kind = "council"
	Joint    Kind = "joint" // the council together with the reference group
	Forum    Kind = "forum" // open to all
	Steering Kind = "steering"
)

// Series is what is decided on how often a kind of meeting is held.
type Series struct {
	ID                 string
	Key                string
	Kind               Kind
	Title              string
	TimesPerYear       int
	WithReferenceGroup bool
	Quorum             int // seats; 0 is more than half of those that are filled
	ValidFrom          day.Day
	ValidTo            day.Day
	Place              string
	Source             source.Source
	Version            int
	CreatedAt          time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt          time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all series.
func (Series) TableName() string { return "council_meeting_series" }

// Check holds the rules of a series by itself.
func (s Series) Check() error {
	var c problem.Checks
	c.Slug("key", s.Key)
	checkKind(&c, s.Kind)
	c.Line("title", s.Title, 200)
	c.Range("timesPerYear", s.TimesPerYear, 0, 60)
	c.Range("quorum", s.Quorum, 0, 100)
	s.ValidFrom.Check(&c, "from")
	s.ValidTo.Check(&c, "to")
	c.If(s.ValidFrom.Valid() && s.ValidTo.Valid() && s.ValidTo < s.ValidFrom, "to", "endBeforeStart", "The series ends before it begins.")
	c.OptionalLine("place", s.Place, 200)
	s.Source.Check(&c, "source")
	return c.Err()
}

func checkKind(c *problem.Checks, k Kind) {
	problem.OneOf(c, "kind", k, Council, Joint, Forum, Steering)
}

// Kept is how a year went against what was decided.
type Kept struct {
	Year    int
	Decided int
	Held    int
	Planned int
}

// tally is how many meetings of a series, or of a kind, stand in a state a year.
type tally struct {
	SeriesID string
	Kind     Kind
	Year     int
	State    State
	N        int
}

// mostYears is how many years back the frequency is told.
const mostYears = 10

// keptOf tells year by year how often a series has met. A joint meeting is one of
// the council's own.
func keptOf(s Series, all []tally, today day.Day) []Kept {
	first, last := max(s.ValidFrom.Year(), today.Year()-mostYears+1), today.Year()
	if s.ValidTo != "" {
		last = min(last, s.ValidTo.Year())
	}
	byYear := map[int]*Kept{}
	for _, t := range all {
		if t.SeriesID != s.ID && (s.Kind != Council || t.Kind != Joint) {
			continue
		}
		k := byYear[t.Year]
		if k == nil {
			k = &Kept{Year: t.Year}
			byYear[t.Year] = k
		}
		switch {
		case t.State.over():
			k.Held += t.N
		case t.State != Cancelled:
			k.Planned += t.N
		}
	}
	if s.ValidFrom == "" { // known only from its meetings
		first = last
		for year := range byYear {
			first = max(min(first, year), today.Year()-mostYears+1)
		}
	}
	out := []Kept{}
	for year := last + 1; year >= first; year-- {
		k := byYear[year]
		if k == nil && year > today.Year() {
			continue
		}
		if k == nil {
			k = &Kept{Year: year}
		}
		if s.ValidTo == "" || year <= s.ValidTo.Year() {
			k.Decided = s.TimesPerYear
		}
		out = append(out, *k)
	}
	return out
}
