package plans

import (
	"fmt"
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/collate"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Status tells who sees the plan.
type Status string // @name PlanStatus

// The statuses.
const (
	Draft     Status = "draft"
	Published Status = "published"
)

// Part is a part of the activity plan.
type Part struct {
	// Number stands first in the codes of its activities, 1–20.
	Number int `json:"number" example:"1"`
	// Title is the part's heading.
	Title string `json:"title" example:"Alla nämnder"`
} // @name PlanPart

// Plan is the head of an action plan, with its rules.
type Plan struct {
	ID                    string
	Key                   string
	Name                  string
	SortKey               string
	Lang                  string
	Status                Status
	RootBodyID            string
	OwnerID               *string
	DocumentOwnerID       *string
	ApprovingBodyID       *string
	Decision              day.Dated `gorm:"embedded;embeddedPrefix:decision_"`
	DecisionReference     string
	Document              day.Dated   `gorm:"embedded;embeddedPrefix:document_"`
	RevisionDates         []day.Dated `gorm:"serializer:json"`
	PeriodFrom            day.Day
	PeriodTo              day.Day
	ParentID              *string
	SupersedesID          *string
	AdoptedTextURL        string
	IsSummary             bool
	Notice                string
	Parts                 []Part `gorm:"serializer:json"`
	ReportingIntervalDays int
	Source                source.Source
	Version               int
	CreatedAt             time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt             time.Time `gorm:"autoUpdateTime:false"`
}

// defaultInterval is how long a report stays fresh when the plan does not say:
// four months, the steering group's rhythm.
const defaultInterval = 120

const (
	maxParts     = 20
	maxRevisions = 50
)

// EditableBy tells who keeps the plan and all that belongs to it.
func EditableBy(u auth.User) bool { return u.May(auth.EditPlan) }

// VisibleTo tells whether the plan exists for this viewer.
func VisibleTo(p Plan, u auth.User) bool { return p.Status == Published || u.May(auth.ReadDrafts) }

// InForce tells whether day d lies in the plan's period; an unknown end is open.
func (p Plan) InForce(d day.Day) bool {
	return (p.PeriodFrom == "" || p.PeriodFrom <= d) && (p.PeriodTo == "" || d <= p.PeriodTo)
}

// Check holds the rules of a plan by itself.
func (p Plan) Check() error {
	var c problem.Checks
	c.Slug("key", p.Key)
	c.Line("name", p.Name, 200)
	CheckLang(&c, "lang", p.Lang)
	problem.OneOf(&c, "status", p.Status, Draft, Published)
	checkID(&c, "rootBodyId", &p.RootBodyID)
	checkID(&c, "ownerId", p.OwnerID)
	checkID(&c, "documentOwnerId", p.DocumentOwnerID)
	checkID(&c, "approvingBodyId", p.ApprovingBodyID)
	checkID(&c, "parentId", p.ParentID)
	checkID(&c, "supersedesId", p.SupersedesID)
	p.Decision.Check(&c, "decisionDate")
	c.OptionalLine("decisionReference", p.DecisionReference, 100)
	p.Document.Check(&c, "documentDate")
	c.If(len(p.RevisionDates) > maxRevisions, "revisionDates", "tooMany", "At most 50 revisions.")
	for i, d := range p.RevisionDates {
		name := fmt.Sprintf("revisionDates[%d]", i)
		c.If(!d.Known(), name+".day", "required", "A revision has a day.")
		d.Check(&c, name)
	}
	p.PeriodFrom.Check(&c, "periodFrom")
	p.PeriodTo.Check(&c, "periodTo")
	c.If(p.PeriodFrom.Valid() && p.PeriodTo.Valid() && p.PeriodTo < p.PeriodFrom,
		"periodTo", "endBeforeStart", "The period ends before it begins.")
	c.Web("adoptedTextUrl", p.AdoptedTextURL)
	c.MaxLength("notice", p.Notice, 2000)
	p.checkParts(&c)
	c.Range("reportingIntervalDays", p.ReportingIntervalDays, 1, 1000)
	p.Source.Check(&c, "source")
	return c.Err()
}

func (p Plan) checkParts(c *problem.Checks) {
	c.If(len(p.Parts) > maxParts, "parts", "tooMany", "At most 20 parts.")
	seen := map[int]bool{}
	for i, part := range p.Parts {
		name := fmt.Sprintf("parts[%d]", i)
		c.Range(name+".number", part.Number, 1, maxParts)
		c.If(seen[part.Number], name+".number", "duplicate", "Another part has this number.")
		c.Line(name+".title", part.Title, 200)
		seen[part.Number] = true
	}
}

// settle makes what follows from the content.
func (p *Plan) settle() { p.SortKey = collate.Key(p.Name) }

// checkID notes a reference that cannot be one; whether it leads anywhere is
// for the transaction to say.
func checkID(c *problem.Checks, name string, ref *string) {
	c.If(ref != nil && !id.Valid(*ref), name, "unknownReference", "This is not the id of anything.")
}

// orSwedish is the language when nothing is said.
func orSwedish(lang string) string {
	if lang == "" {
		return "sv"
	}
	return lang
}
