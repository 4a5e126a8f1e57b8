package decisions

import (
	"slices"
	"strconv"
	"time"

	"envagin/api/plans"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Outcome is what became of a motion.
type Outcome string // @name MotionOutcome

// The outcomes.
const (
	Carried   Outcome = "carried"
	Rejected  Outcome = "rejected"
	Withdrawn Outcome = "withdrawn"
)

// Motion is what somebody proposed when the decision was made.
type Motion struct {
	// MovedBy is the party or body, never a person.
	MovedBy string `json:"movedBy" example:"V"`
	// Text is what was proposed.
	Text string `json:"text" example:"Ett tillägg om bredd och specialistkompetens."`
	// Outcome is what became of it.
	Outcome Outcome `json:"outcome" enums:"carried,rejected,withdrawn" example:"rejected"`
} // @name Motion

// Reservation is that somebody did not agree, and says so on record.
type Reservation struct {
	// By is the party or body, never a person.
	By string `json:"by" example:"V"`
	// Text is why; empty when nothing was written.
	Text string `json:"text,omitempty" example:"Till förmån för eget yrkande."`
} // @name Reservation

// ThingType is what sort of thing a decision concerns.
type ThingType string // @name DecisionConcernType

// The types, as traces call them.
const (
	ThePlan     ThingType = "plan"
	PlanVersion ThingType = "planVersion"
	Activity    ThingType = "activity"
	Seat        ThingType = "councilSeat"
	Meeting     ThingType = "councilMeeting"
	Survey      ThingType = "survey"
)

var thingTypes = []ThingType{ThePlan, PlanVersion, Activity, Seat, Meeting, Survey}

// Thing is something that a decision concerns.
type Thing struct {
	// Type is what sort of thing it is.
	Type ThingType `json:"type" enums:"plan,planVersion,activity,councilSeat,councilMeeting,survey" example:"activity"`
	// ID is its id.
	ID string `json:"id" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a07"`
} // @name DecisionConcern

// Decision is what a body decided. The row owns its rules.
type Decision struct {
	ID                 string
	PlanID             string
	Key                string
	BodyID             *string
	Date               day.Dated `gorm:"embedded;embeddedPrefix:date_"`
	RegistrationNumber string
	Title              string
	Text               string
	Lang               string
	Motions            []Motion      `gorm:"serializer:json"`
	Reservations       []Reservation `gorm:"serializer:json"`
	ReportBack         day.Dated     `gorm:"embedded;embeddedPrefix:report_back_"`
	ReportedBack       day.Dated     `gorm:"embedded;embeddedPrefix:reported_back_"`
	Source             source.Source
	Version            int
	CreatedAt          time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt          time.Time `gorm:"autoUpdateTime:false"`

	Concerns []Thing `gorm:"-"`
}

// TableName is the table of all decisions.
func (Decision) TableName() string { return "decisions" }

// What one decision may hold at most; far above any real one.
const (
	maxMotions  = 50
	maxConcerns = 100
)

// Check holds the rules of a decision by itself.
func (d Decision) Check() error {
	var c problem.Checks
	c.If(id.Invalid(d.PlanID), "planId", "unknownReference", "There is no such plan.")
	c.Slug("key", d.Key)
	c.If(d.BodyID != nil && id.Invalid(*d.BodyID), "bodyId", "unknownReference", "There is no such body.")
	d.Date.Check(&c, "date")
	c.OptionalLine("registrationNumber", d.RegistrationNumber, 100)
	c.Line("title", d.Title, 200)
	c.MaxLength("text", d.Text, 20_000)
	c.Clean("text", d.Text)
	plans.CheckLang(&c, "lang", d.Lang)
	c.If(len(d.Motions) > maxMotions, "motions", "tooLong", "At most "+strconv.Itoa(maxMotions)+" motions.")
	for i, m := range d.Motions[:min(len(d.Motions), maxMotions)] {
		at := "motions[" + strconv.Itoa(i) + "]."
		c.Line(at+"movedBy", m.MovedBy, 200)
		c.Required(at+"text", m.Text)
		c.MaxLength(at+"text", m.Text, 2000)
		problem.OneOf(&c, at+"outcome", m.Outcome, Carried, Rejected, Withdrawn)
	}
	c.If(len(d.Reservations) > maxMotions, "reservations", "tooLong", "At most "+strconv.Itoa(maxMotions)+" reservations.")
	for i, r := range d.Reservations[:min(len(d.Reservations), maxMotions)] {
		at := "reservations[" + strconv.Itoa(i) + "]."
		c.Line(at+"by", r.By, 200)
		c.MaxLength(at+"text", r.Text, 2000)
	}
	d.ReportBack.Check(&c, "reportBack")
	d.ReportedBack.Check(&c, "reportedBack")
	day.CheckOrder(&c, "reportBack", d.Date, d.ReportBack)
	day.CheckOrder(&c, "reportedBack", d.Date, d.ReportedBack)
	d.checkConcerns(&c)
	d.Source.Check(&c, "source")
	return c.Err()
}

func (d Decision) checkConcerns(c *problem.Checks) {
	c.If(len(d.Concerns) > maxConcerns, "concerns", "tooLong", "At most "+strconv.Itoa(maxConcerns)+" things.")
	for i, t := range d.Concerns[:min(len(d.Concerns), maxConcerns)] {
		at := "concerns[" + strconv.Itoa(i) + "]"
		problem.OneOf(c, at+".type", t.Type, thingTypes...)
		c.If(id.Invalid(t.ID), at+".id", "unknownReference", "There is no such thing.")
		c.If(slices.Contains(d.Concerns[:i], t), at, "duplicate", "It stands here twice.")
	}
}

// IsOpen tells whether the decision is to be reported back and has not been.
func (d Decision) IsOpen() bool { return d.ReportBack.Known() && !d.ReportedBack.Known() }

// LateOn tells whether the day has passed on which it was to be reported back.
func (d Decision) LateOn(today day.Day) bool { return d.IsOpen() && d.ReportBack.Latest() < today }
