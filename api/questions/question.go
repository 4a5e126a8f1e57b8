package questions

import (
	"slices"
	"strconv"
	"time"

	"envagin/api/plans"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/privacy"
	"envagin/api/platform/problem"
)

// State is how far a question has come.
type State string // @name CouncilQuestionState

// The states, in their order.
const (
	Asked     State = "new"       // nobody has taken it on
	Taken     State = "taken"     // an expert works on it
	Answered  State = "answered"  // there is an answer
	Published State = "published" // others may read it
)

// Part is for whom a question is published.
type Part string // @name CouncilQuestionPart

// The parts.
const (
	Public   Part = "public"   // everyone
	Internal Part = "internal" // those who are signed in
)

// Link is where an answer leads on.
type Link struct {
	// Title says what it is.
	Title string `json:"title" example:"Föreskrifter om våld i nära relationer"`
	// URL is its address.
	URL string `json:"url" example:"https://www.socialstyrelsen.se"`
} // @name CouncilAnswerLink

// Question is a question with its answer. The row owns its rules.
type Question struct {
	ID            string
	Title         string
	Text          string `gorm:"column:question"`
	AskedByBodyID *string
	AskedByID     *string  // the person
	AreaIDs       []string `gorm:"serializer:json"`
	MeetingID     *string
	NeededBy      day.Day
	Lang          string
	State         State
	AskedOn       day.Day
	TakenByID     *string
	TakenOn       day.Day
	Answer        string
	AnswerLinks   []Link `gorm:"serializer:json"`
	AnsweredByID  *string
	AnsweredOn    day.Day
	Part          Part
	PublishedOn   day.Day
	Version       int
	CreatedAt     time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt     time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all questions.
func (Question) TableName() string { return "council_questions" }

const (
	// patience is for how many days a question may wait.
	patience = 30
	maxText  = 10_000
	maxLinks = 20
	maxAreas = 50
)

// settle makes what follows from the content.
func (q *Question) settle() {
	switch {
	case q.PublishedOn != "":
		q.State = Published
	case q.AnsweredOn != "":
		q.State = Answered
	case q.TakenOn != "":
		q.State = Taken
	default:
		q.State = Asked
	}
	if q.AreaIDs == nil {
		q.AreaIDs = []string{} // stored as lists, never as null
	}
	if q.AnswerLinks == nil {
		q.AnswerLinks = []Link{}
	}
}

// Check holds the rules of a question by itself. neededBefore is the day that it
// was needed by already, which may have passed.
func (q Question) Check(today, neededBefore day.Day) error {
	var c problem.Checks
	c.Line("title", q.Title, 200)
	c.Required("question", q.Text)
	c.MaxLength("question", q.Text, maxText)
	impersonal(&c, "title", q.Title)
	impersonal(&c, "question", q.Text)
	c.If(q.AskedByBodyID != nil && id.Invalid(*q.AskedByBodyID), "askedByBodyId", "unknownReference", "There is no such body.")
	c.If(q.MeetingID != nil && id.Invalid(*q.MeetingID), "meetingId", "unknownReference", "There is no such meeting.")
	c.If(len(q.AreaIDs) > maxAreas, "violenceAreaIds", "tooMany", "At most "+strconv.Itoa(maxAreas)+" areas.")
	c.If(len(slices.Compact(slices.Sorted(slices.Values(q.AreaIDs)))) < len(q.AreaIDs), "violenceAreaIds", "duplicate", "The same area stands twice.")
	q.NeededBy.Check(&c, "neededBy")
	c.If(q.NeededBy.Valid() && q.NeededBy != neededBefore && q.NeededBy < today, "neededBy", "inThePast", "That day has passed already.")
	plans.CheckLang(&c, "lang", q.Lang)
	return c.Err()
}

// checkAnswer holds the rules of an answer.
func (q Question) checkAnswer() error {
	var c problem.Checks
	c.Required("answer", q.Answer)
	c.MaxLength("answer", q.Answer, 2*maxText)
	impersonal(&c, "answer", q.Answer)
	c.If(len(q.AnswerLinks) > maxLinks, "links", "tooMany", "At most "+strconv.Itoa(maxLinks)+" links.")
	for i, l := range q.AnswerLinks[:min(len(q.AnswerLinks), maxLinks)] {
		at := "links[" + strconv.Itoa(i) + "]."
		c.Line(at+"title", l.Title, 200)
		impersonal(&c, at+"title", l.Title)
		c.Required(at+"url", l.URL)
		c.Web(at+"url", l.URL)
	}
	return c.Err()
}

// impersonal refuses a text that tells of one person by number.
func impersonal(c *problem.Checks, name, text string) {
	c.If(privacy.HasPersonalNumber(text), name, "personalNumber", "The text seems to hold a personal identity number. Describe the matter without saying whose it is.")
}

// waitingDays are how many days it waited for its answer, or has waited until today.
func (q Question) waitingDays(today day.Day) int {
	if q.AnsweredOn != "" {
		return q.AskedOn.DaysUntil(q.AnsweredOn)
	}
	return q.AskedOn.DaysUntil(today)
}

// IsLate tells whether it has waited too long for its answer.
func (q Question) IsLate(today day.Day) bool {
	return q.AnsweredOn == "" && (q.waitingDays(today) > patience || q.NeededBy != "" && q.NeededBy < today)
}

// LateFrom is the first day on which a question without an answer has waited too long.
func (q Question) LateFrom() day.Day {
	from := q.AskedOn.AddDays(patience + 1)
	if q.NeededBy != "" {
		from = min(from, q.NeededBy.AddDays(1))
	}
	return from
}
