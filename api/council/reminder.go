package council

import (
	"fmt"
	"strings"
	"time"

	"envagin/api/platform/day"
)

// letterKind is the letter about seats that are or will be empty; its id is that
// of the reminders in it.
const letterKind = "councilSeats"

// stages are how many days before a mandate ends somebody is reminded.
var stages = []int{90, 30, 7}

// reminder is that somebody was reminded of a seat, on an occasion.
type reminder struct {
	ID        string
	LetterID  string // the letter in which it stands with others
	SeatID    string
	Occasion  string
	UserID    string
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

func (reminder) TableName() string { return "council_reminders" }

// occasion names why somebody is reminded of a place on a day, "" when there is no
// reason: the stage before its end, then each month that it stands empty. A seat
// that nobody has sat on gets its first month, to be filled in peace.
func (p Place) occasion() string {
	if p.Next != nil && p.Holder == nil { // somebody is on the way
		return ""
	}
	switch p.State {
	case EndsSoon:
		left, stage := p.On.DaysUntil(p.EndsOn), 0
		for _, s := range stages {
			if left <= s {
				stage = s
			}
		}
		return fmt.Sprintf("ends %s %d", p.EndsOn, stage)
	case Expired:
		return fmt.Sprintf("empty %s %d", p.EndsOn, months(p.EndsOn, p.On))
	case Vacant:
		if n := months(p.emptySince(), p.On); n > 0 {
			return fmt.Sprintf("empty %s %d", p.emptySince(), n)
		}
	}
	return ""
}

// emptySince is the first day of a seat that nobody has sat on, as far as we know.
func (p Place) emptySince() day.Day { return max(p.Seat.ValidFrom, day.Of(p.Seat.CreatedAt)) }

// months counts the whole months from one day to another.
func months(from, to day.Day) int {
	n := 0
	for from.AddMonths(n+1) <= to {
		n++
	}
	return n
}

// letterText is what an officer reads of the seats that their body appoints to: no
// person is named, and the subject says nothing of what the council is about.
func letterText(lang, baseURL string, all []Place) (subject, text string) {
	var lines strings.Builder
	for _, p := range all {
		lines.WriteString("- " + p.line(lang) + "\n")
	}
	link := baseURL + "/samverkansrad/mandat"
	if lang == "en" {
		return "Seats of the council to look after", fmt.Sprintf("Hello!\n\nThese seats of the council are empty, or will be soon:\n\n%s\n"+
			"Appoint somebody by a decision of the body that appoints to the seat:\n\n%s\n\n"+
			"A seat is told of 90, 30 and 7 days before its mandate ends, then once a month while it is empty.\n", lines.String(), link)
	}
	return "Platser i rådet att se över", fmt.Sprintf("Hej!\n\nDe här platserna i samverkansrådet är tomma, eller blir det snart:\n\n%s\n"+
		"Utse någon genom beslut av det organ som utser till platsen:\n\n%s\n\n"+
		"Du påminns 90, 30 och 7 dagar innan ett mandat går ut, och sedan en gång i månaden så länge platsen är tom.\n", lines.String(), link)
}

func (p Place) line(lang string) string {
	name, ends, since, never := p.Seat.NameSv, "mandatet går ut %s", "tom sedan mandatet gick ut %s", "ingen har utsetts ännu"
	if lang == "en" {
		name, ends, since, never = p.Seat.NameEn, "the mandate ends on %s", "empty since the mandate ended on %s", "nobody has been appointed yet"
	}
	switch p.State {
	case EndsSoon:
		return name + ": " + fmt.Sprintf(ends, p.EndsOn)
	case Expired:
		return name + ": " + fmt.Sprintf(since, p.EndsOn)
	default:
		return name + ": " + never
	}
}
