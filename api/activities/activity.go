package activities

import (
	"regexp"
	"slices"
	"time"

	"envagin/api/platform/collate"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// Level is one of the four of the socio-ecological model (WHO, World report on
// violence and health, 2002), from the person outwards.
type Level string // @name Level

// The levels.
const (
	Individual   Level = "individual"
	Relationship Level = "relationship"
	Community    Level = "community" // the local environment
	Society      Level = "society"
)

var levels = []Level{Individual, Relationship, Community, Society}

// FundingState is how far the money has come.
type FundingState string // @name FundingState

// The funding states; NoFunding also when nothing is known.
const (
	NoFunding FundingState = "none"
	Applied   FundingState = "applied"
	Granted   FundingState = "granted"
)

// Funding is the money meant for the activity in particular.
type Funding struct {
	// Source says whose money it is.
	Source string `json:"source,omitempty" example:"Öronmärkta medel"`
	// AmountSEK is in whole Swedish kronor; absent when unknown.
	AmountSEK *int64 `json:"amountSek,omitempty" gorm:"column:amount_sek" example:"500000"`
	// State is how far it has come.
	State FundingState `json:"state,omitempty" enums:"none,applied,granted" example:"granted"`
} // @name Funding

// WebLink is a link to something outside.
type WebLink struct {
	// Title says what one finds there.
	Title string `json:"title" example:"Kunskapsstöd om våld i nära relationer"`
	// URL is where it leads.
	URL string `json:"url" example:"https://www.nck.uu.se"`
} // @name WebLink

// Activity is one row of the activity plan, with its rules.
type Activity struct {
	ID                   string
	PlanID               string
	Key                  string
	Code                 string
	CodeKey              string
	Part                 int
	Position             int
	Title                string
	TitleKey             string
	Summary              string
	Description          string // Markdown
	Lang                 string
	ParentID             *string
	Start                day.Dated `gorm:"embedded;embeddedPrefix:start_"`
	End                  day.Dated `gorm:"embedded;embeddedPrefix:end_"`
	DatesSource          source.Source
	AreaIDs              []string `gorm:"serializer:json"`
	GroupIDs             []string `gorm:"serializer:json"`
	GoalIDs              []string `gorm:"serializer:json"`
	Levels               []Level  `gorm:"serializer:json"`
	ClassificationSource source.Source
	ExpectedEffect       string
	Funding              Funding   `gorm:"embedded;embeddedPrefix:funding_"`
	Links                []WebLink `gorm:"serializer:json"`
	Source               source.Source

	// States set by verbs of their own.
	MergedIntoID    *string
	CancelledOn     day.Day
	CancelledReason string
	Done            day.Dated `gorm:"embedded;embeddedPrefix:done_"`
	Override        Override  `gorm:"embedded;embeddedPrefix:override_"`

	// What status.go makes of all facts, and the day it can next change ("" never).
	Status       State
	Reason       Reason `gorm:"embedded;embeddedPrefix:reason_"`
	NextChange   day.Day
	LastReportOn day.Day
	IsStale      bool
	Unconfirmed  bool

	Version   int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

// Override is a status set by hand for a time, with its reason.
type Override struct {
	Status State
	Reason string
	Until  day.Day // last day; "" until taken back
}

// InForce tells whether the override holds on day d.
func (o Override) InForce(d day.Day) bool {
	return o.Status != "" && (o.Until == "" || d <= o.Until)
}

var codeForm = regexp.MustCompile(`^[0-9A-Za-zÅÄÖåäö]{1,6}(\.[0-9A-Za-zÅÄÖåäö]{1,6}){0,4}$`)

// Check holds the rules of an activity by itself.
func (a Activity) Check() error {
	var c problem.Checks
	c.Slug("key", a.Key)
	c.If(!codeForm.MatchString(a.Code), "code", "invalidFormat", "A code such as 2.4 or 2.4.1.")
	c.Range("part", a.Part, 0, 20)
	c.Range("position", a.Position, 0, 10_000)
	c.Line("title", a.Title, 200)
	c.MaxLength("summary", a.Summary, 600)
	c.MaxLength("description", a.Description, 20_000)
	c.If(!slices.Contains([]string{"sv", "en", "fi", "se", "sju", "sma", "fit"}, a.Lang), "lang", "notAllowed", "A language tag such as sv or en.")
	a.Start.Check(&c, "start")
	a.End.Check(&c, "end")
	day.CheckOrder(&c, "end", a.Start, a.End)
	a.DatesSource.Check(&c, "datesSource")
	a.ClassificationSource.Check(&c, "classificationSource")
	a.Source.Check(&c, "source")
	for _, l := range a.Levels {
		problem.OneOf(&c, "levels", l, levels...)
	}
	checkSet(&c, "levels", a.Levels)
	checkSet(&c, "violenceAreaIds", a.AreaIDs)
	checkSet(&c, "targetGroupIds", a.GroupIDs)
	checkSet(&c, "goalIds", a.GoalIDs)
	c.MaxLength("expectedEffect", a.ExpectedEffect, 5000)
	c.OptionalLine("funding.source", a.Funding.Source, 200)
	problem.OneOf(&c, "funding.state", a.Funding.State, NoFunding, Applied, Granted)
	if n := a.Funding.AmountSEK; n != nil {
		c.If(*n < 0 || *n > 1_000_000_000_000, "funding.amountSek", "outOfRange", "From 0 to a thousand billion kronor.")
	}
	c.If(len(a.Links) > 30, "links", "tooMany", "At most 30 links.")
	for _, l := range a.Links {
		c.Line("links.title", l.Title, 200)
		c.Required("links.url", l.URL)
		c.Web("links.url", l.URL)
	}
	c.If(a.ParentID != nil && *a.ParentID == a.ID, "parentId", "cycle", "An activity cannot be its own parent.")
	return c.Err()
}

func checkSet[T comparable](c *problem.Checks, name string, values []T) {
	seen := map[T]bool{}
	for _, v := range values {
		c.If(seen[v], name, "duplicate", "The same value stands twice.")
		seen[v] = true
	}
	c.If(len(values) > 50, name, "tooMany", "At most 50.")
}

// settle makes what follows from the content: sort keys, empty lists.
func (a *Activity) settle() {
	a.CodeKey, a.TitleKey = collate.Key(a.Code), collate.Key(a.Title)
	a.AreaIDs, a.GroupIDs, a.GoalIDs = orEmpty(a.AreaIDs), orEmpty(a.GroupIDs), orEmpty(a.GoalIDs)
	a.Levels, a.Links = orEmpty(a.Levels), orEmpty(a.Links)
}

func orEmpty[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}

// keepState carries over what a PUT of the content does not say.
func (a *Activity) keepState(old Activity) {
	a.ID, a.CreatedAt, a.Version = old.ID, old.CreatedAt, old.Version+1
	a.MergedIntoID, a.CancelledOn, a.CancelledReason = old.MergedIntoID, old.CancelledOn, old.CancelledReason
	a.Done, a.Override = old.Done, old.Override
	a.Status, a.Reason, a.NextChange = old.Status, old.Reason, old.NextChange
	a.LastReportOn, a.IsStale, a.Unconfirmed = old.LastReportOn, old.IsStale, old.Unconfirmed
}
