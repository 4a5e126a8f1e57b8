package activities

import (
	"slices"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// ResponsibilityRole is what a body has to do with an activity.
type ResponsibilityRole string // @name ResponsibilityRole

// The roles of responsibility.
const (
	Answerable ResponsibilityRole = "answerable" // answers to the council for it
	CarriesOut ResponsibilityRole = "carriesOut" // does the work
	Supports   ResponsibilityRole = "supports"   // helps
)

// AllBoards is the rule that every board in force answers.
const AllBoards = "allBoards"

// Responsibility says that one body, or all boards by rule, has a role from a
// day to a day. Position orders a handover whose day is not known: among rows
// of one role, a later position takes over from an earlier one.
type Responsibility struct {
	ID         string
	ActivityID string
	BodyID     *string
	Rule       string
	Role       ResponsibilityRole
	From       day.Dated `gorm:"embedded;embeddedPrefix:from_"`
	To         day.Dated `gorm:"embedded;embeddedPrefix:to_"`
	Position   int
	Source     source.Source
	Version    int
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt  time.Time `gorm:"autoUpdateTime:false"`
}

// Check holds the rules of a responsibility by itself.
func (r Responsibility) Check() error {
	var c problem.Checks
	c.If(r.BodyID == nil && r.Rule == "", "bodyId", "required", "Name a body, or the rule allBoards.")
	c.If(r.BodyID != nil && r.Rule != "", "rule", "notAllowed", "Either a body or a rule, not both.")
	if r.Rule != "" {
		problem.OneOf(&c, "rule", r.Rule, AllBoards)
	}
	problem.OneOf(&c, "role", r.Role, Answerable, CarriesOut, Supports)
	r.From.Check(&c, "from")
	r.To.Check(&c, "to")
	day.CheckOrder(&c, "to", r.From, r.To)
	c.Range("position", r.Position, 0, 1000)
	r.Source.Check(&c, "source")
	return c.Err()
}

// mayHold tells whether the row can be in force on d, as far as its days say.
func (r Responsibility) mayHold(d day.Day) bool {
	return (!r.From.Known() || r.From.Earliest() <= d) && (!r.To.Known() || d <= r.To.Latest())
}

// Answer is one body's role on a day; ByRule when it follows from "all boards".
type Answer struct {
	BodyID string
	Role   ResponsibilityRole
	ByRule bool
}

// anyBoard stands for the rule where no tree is at hand, as in the stored answers.
const anyBoard = "*"

// inForce gives the rows that hold on d. A row gives way to those of the same
// role with a later position, unless its own end is known and not yet reached.
func inForce(rows []Responsibility, d day.Day) []Responsibility {
	var held []Responsibility
	for _, r := range rows {
		if r.mayHold(d) {
			held = append(held, r)
		}
	}
	var out []Responsibility
	for _, r := range held {
		takenOver := !r.To.Known() && slices.ContainsFunc(held, func(later Responsibility) bool {
			return later.Role == r.Role && later.Position > r.Position
		})
		if !takenOver {
			out = append(out, r)
		}
	}
	return out
}

// AnswersOn is who answers for an activity on day d, in order. boardsOnDay are
// the bodies that "all boards" means that day; an explicit row for one of them
// wins over the rule. The page, the API, the matrix, access and reminders all ask here.
func AnswersOn(rows []Responsibility, boardsOnDay []string, d day.Day) []Answer {
	held := inForce(rows, d)
	var out []Answer
	named := map[string]bool{}
	for _, r := range held {
		if r.BodyID != nil {
			named[*r.BodyID] = true
			answer := Answer{BodyID: *r.BodyID, Role: r.Role}
			if !slices.Contains(out, answer) {
				out = append(out, answer)
			}
		}
	}
	for _, r := range held {
		if r.Rule != AllBoards {
			continue
		}
		for _, board := range boardsOnDay {
			if !named[board] {
				named[board] = true
				out = append(out, Answer{BodyID: board, Role: r.Role, ByRule: true})
			}
		}
	}
	return out
}

// storedAnswers is AnswersOn without a tree: what the filter "board" searches.
func storedAnswers(rows []Responsibility, d day.Day) []Answer {
	return AnswersOn(rows, []string{anyBoard}, d)
}

// nextChange is the first day after d on which the rows may say something else.
func nextChange(rows []Responsibility, d day.Day) day.Day {
	var next day.Day
	for _, r := range rows {
		next = sooner(next, d, r.From.Earliest())
		if r.To.Known() {
			next = sooner(next, d, r.To.Latest().AddDays(1))
		}
	}
	return next
}

// sooner gives candidate when it lies after d and before what is known so far.
func sooner(known, d, candidate day.Day) day.Day {
	if candidate == "" || candidate <= d || (known != "" && known <= candidate) {
		return known
	}
	return candidate
}
