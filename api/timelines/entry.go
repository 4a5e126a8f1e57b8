package timelines

import (
	"time"

	"envagin/api/activities"
	"envagin/api/plans"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Kind is what sort of thing happens.
type Kind string // @name TimelineKind

// The kinds. The first four are written by hand; meetings and decisions may
// come from rooms of their own as well.
const (
	Decision      Kind = "decision"
	Event         Kind = "event"
	Revision      Kind = "revision"
	Meeting       Kind = "meeting"
	Activity      Kind = "activity"
	Milestone     Kind = "milestone"
	ReportDue     Kind = "reportDue"
	PlanPeriod    Kind = "planPeriod"
	Survey        Kind = "survey"
	Mandate       Kind = "mandate"       // somebody holds a seat of the council
	Communication Kind = "communication" // something is told; for those who work with the plan
)

// Entry is a dated entry that somebody wrote.
type Entry struct {
	ID          string
	PlanID      string
	Key         string
	Kind        Kind
	Title       string
	Description string
	Date        day.Dated `gorm:"embedded;embeddedPrefix:date_"`
	End         day.Dated `gorm:"embedded;embeddedPrefix:end_"`
	BodyID      *string
	Reference   string
	Recurrence  activities.Recurrence `gorm:"serializer:json"`
	Lang        string
	Source      source.Source
	Version     int
	CreatedAt   time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt   time.Time `gorm:"autoUpdateTime:false"`
}

// TableName says whose entries they are.
func (Entry) TableName() string { return "timeline_entries" }

// EditableBy tells who writes entries.
func EditableBy(u auth.User) bool { return u.May(auth.EditTimelines) }

// Check holds the rules of an entry by itself.
func (e Entry) Check() error {
	var c problem.Checks
	c.If(!id.Valid(e.PlanID), "planId", "unknownReference", "There is no such plan.")
	c.Slug("key", e.Key)
	problem.OneOf(&c, "kind", e.Kind, Decision, Event, Revision, Meeting)
	c.Line("title", e.Title, 200)
	c.MaxLength("description", e.Description, 5000)
	e.Date.Check(&c, "date")
	e.End.Check(&c, "end")
	day.CheckOrder(&c, "end", e.Date, e.End)
	c.If(e.End.Known() && !e.Date.Known(), "date", "required", "What ends has a day on which it begins.")
	c.If(e.BodyID != nil && !id.Valid(*e.BodyID), "bodyId", "unknownReference", "There is no such body.")
	c.OptionalLine("reference", e.Reference, 200)
	e.Recurrence.Check(&c, "recurrence")
	c.If(e.End.Known() && e.Recurrence.Kind != activities.Once, "end", "notAllowed", "What comes back has no end of its own.")
	plans.CheckLang(&c, "lang", e.Lang)
	e.Source.Check(&c, "source")
	return c.Err()
}
