package communications

import (
	"time"

	"envagin/api/plans"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/privacy"
	"envagin/api/platform/problem"
)

// Direction is which way something is told.
type Direction string // @name CommunicationDirection

// The directions.
const (
	Inward  Direction = "inward"  // to those who work in the municipality
	Outward Direction = "outward" // to those who live there, and to others
)

// State is how far a communication has come.
type State string // @name CommunicationState

// The states.
const (
	Planned State = "planned"
	Late    State = "late" // its day has passed
	Done    State = "done"
)

// Communication is something to be told. The row owns its rules.
type Communication struct {
	ID                string
	PlanID            string
	ActivityID        *string
	Message           string
	Audience          string
	Direction         Direction
	Channel           string
	Date              day.Dated `gorm:"embedded;embeddedPrefix:date_"`
	LatestDay         day.Day   // the last that Date may mean
	ResponsibleBodyID *string
	DoneOn            day.Day
	Lang              string
	Version           int
	CreatedAt         time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt         time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all communications.
func (Communication) TableName() string { return "communications" }

// settle makes what follows from the content.
func (m *Communication) settle() {
	m.LatestDay = ""
	if m.Date.Known() {
		m.LatestDay = m.Date.Latest()
	}
}

// Check holds the rules of a communication by itself.
func (m Communication) Check(today day.Day) error {
	var c problem.Checks
	c.If(id.Invalid(m.PlanID), "planId", "unknownReference", "There is no such plan.")
	c.If(m.ActivityID != nil && id.Invalid(*m.ActivityID), "activityId", "unknownReference", "There is no such activity.")
	c.Required("message", m.Message)
	c.MaxLength("message", m.Message, 2000)
	c.Clean("message", m.Message)
	c.If(privacy.HasPersonalNumber(m.Message), "message", "personalNumber", "The text seems to hold a personal identity number. Say it without telling of a person.")
	c.Line("audience", m.Audience, 200)
	problem.OneOf(&c, "direction", m.Direction, Inward, Outward)
	c.OptionalLine("channel", m.Channel, 200)
	m.Date.Check(&c, "date")
	c.If(m.ResponsibleBodyID != nil && id.Invalid(*m.ResponsibleBodyID), "responsibleBodyId", "unknownReference", "There is no such body.")
	m.DoneOn.Check(&c, "doneOn")
	c.If(m.DoneOn.Valid() && m.DoneOn > today, "doneOn", "inTheFuture", "That day has not come.")
	plans.CheckLang(&c, "lang", m.Lang)
	return c.Err()
}

// StateOn is how far it has come on a day.
func (m Communication) StateOn(today day.Day) State {
	switch {
	case m.DoneOn != "":
		return Done
	case m.LatestDay != "" && m.LatestDay < today:
		return Late
	default:
		return Planned
	}
}
