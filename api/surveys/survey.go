package surveys

import (
	"slices"
	"strconv"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Answering is who answers a round, and how.
type Answering string // @name SurveyAnswering

// The ways of answering.
const (
	UnitAnswers Answering = "unit"  // one official answer per unit, by name
	Staff       Answering = "staff" // each employee, without a name
)

// State is how far a round has come.
type State string // @name SurveyState

// The states, in their order.
const (
	Draft     State = "draft"     // being written; seen by those who write it
	Open      State = "open"      // can be answered
	Closed    State = "closed"    // takes no more answers
	Published State = "published" // its results can be read by all
)

// Survey is one round of a mapping. The row owns its rules.
type Survey struct {
	ID          string
	Key         string
	Answering   Answering
	PlanID      *string
	FollowsID   *string // the round before, with which it is compared
	TitleSv     string
	TitleEn     string
	IntroSv     string
	IntroEn     string
	IsSensitive bool
	Threshold   int // as written; 0 is the floor. See MinGroup.
	OpensOn     day.Day
	ClosesOn    day.Day
	Sections    []Section   `gorm:"serializer:json"`
	Dimensions  []Dimension `gorm:"serializer:json"`
	State       State
	OpenedOn    day.Day
	ClosedOn    day.Day
	PublishedOn day.Day
	Version     int
	CreatedAt   time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt   time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of all rounds.
func (Survey) TableName() string { return "surveys" }

// Section is a part of the questionnaire.
type Section struct {
	// Key is its stable name from round to round: a–z, 0–9 and hyphen.
	Key string `json:"key" example:"samverkan"`
	// TitleSv is its title in Swedish.
	TitleSv string `json:"titleSv" example:"Samverkan"`
	// TitleEn is its title in English.
	TitleEn string `json:"titleEn" example:"Collaboration"`
	// IntroSv says in Swedish what it is about, in Markdown.
	IntroSv string `json:"introSv,omitempty" example:"Med vilka arbetar ni tillsammans, och hur?"`
	// IntroEn says it in English.
	IntroEn string `json:"introEn,omitempty" example:"With whom do you work together, and how?"`
} // @name SurveySection

// Dimension is a breakdown of the results, declared before anyone has answered.
type Dimension struct {
	// Key is its stable name.
	Key string `json:"key" example:"forvaltning"`
	// NameSv is its name in Swedish.
	NameSv string `json:"nameSv" example:"Förvaltning"`
	// NameEn is its name in English.
	NameEn string `json:"nameEn" example:"Administration"`
	// QuestionKey is the single-choice question whose options are its groups; absent when they are the declared groups.
	QuestionKey string `json:"questionKey,omitempty" example:"yrkesgrupp"`
	// Merged are the keys of the small categories that are told together as "other".
	Merged []string `json:"merged,omitempty" example:"annan"`
} // @name SurveyDimension

// Group is a declared group of staff. A code belongs to a group without groups under it, never to a person.
type Group struct {
	ID       string
	SurveyID string
	Key      string
	ParentID *string
	BodyID   *string
	NameSv   string
	NameEn   string
	Size     int // how many work in it, for coverage
	Position int
}

// TableName is the table of all groups.
func (Group) TableName() string { return "survey_groups" }

// The floors of the threshold: under so many answers nothing is told.
const (
	floorSensitive = 10
	floor          = 7
)

const (
	maxSections   = 20
	maxQuestions  = 100
	maxGroups     = 1000
	maxDimensions = 8
	maxText       = 10_000
)

// MinGroup is how many answers a group must have for anything to be told of it.
func (s Survey) MinGroup() int {
	if s.IsSensitive {
		return max(s.Threshold, floorSensitive)
	}
	return max(s.Threshold, floor)
}

// TakesAnswers tells whether somebody may answer on a day.
func (s Survey) TakesAnswers(today day.Day) bool {
	return s.State == Open && (s.ClosesOn == "" || today <= s.ClosesOn)
}

// settle makes what follows from the content.
func (s *Survey) settle() {
	switch {
	case s.PublishedOn != "":
		s.State = Published
	case s.ClosedOn != "":
		s.State = Closed
	case s.OpenedOn != "":
		s.State = Open
	default:
		s.State = Draft
	}
	if s.Sections == nil {
		s.Sections = []Section{} // stored as lists, never as null
	}
	if s.Dimensions == nil {
		s.Dimensions = []Dimension{}
	}
}

// Check holds the rules of a round by itself.
func (s Survey) Check() error {
	var c problem.Checks
	c.Slug("key", s.Key)
	problem.OneOf(&c, "answering", s.Answering, UnitAnswers, Staff)
	c.Line("titleSv", s.TitleSv, 200)
	c.Line("titleEn", s.TitleEn, 200)
	for name, text := range map[string]string{"titleSv": s.TitleSv, "titleEn": s.TitleEn, "introSv": s.IntroSv, "introEn": s.IntroEn} {
		c.MaxLength(name, text, maxText)
		impersonal(&c, name, text)
	}
	c.If(s.PlanID != nil && id.Invalid(*s.PlanID), "planId", "unknownReference", "There is no such plan.")
	c.If(s.FollowsID != nil && (id.Invalid(*s.FollowsID) || *s.FollowsID == s.ID), "followsId", "unknownReference", "There is no such earlier round.")
	c.If(s.Threshold != 0 && s.Threshold < s.MinGroup(), "threshold", "tooLow",
		"Nothing may be told of fewer than "+strconv.Itoa(s.MinGroup())+" answers in this round.")
	c.If(s.Threshold > 1000, "threshold", "tooHigh", "At most 1000.")
	s.OpensOn.Check(&c, "opensOn")
	s.ClosesOn.Check(&c, "closesOn")
	c.If(s.OpensOn.Valid() && s.ClosesOn.Valid() && s.ClosesOn < s.OpensOn, "closesOn", "endBeforeStart", "It closes before it opens.")
	s.checkSections(&c)
	s.checkDimensions(&c)
	return c.Err()
}

func (s Survey) checkSections(c *problem.Checks) {
	c.If(len(s.Sections) > maxSections, "sections", "tooMany", "At most "+strconv.Itoa(maxSections)+" sections.")
	seen := map[string]bool{}
	for i, part := range s.Sections[:min(len(s.Sections), maxSections)] {
		at := "sections[" + strconv.Itoa(i) + "]."
		c.Slug(at+"key", part.Key)
		c.If(seen[part.Key], at+"key", "duplicate", "Another section has this key.")
		seen[part.Key] = true
		c.Line(at+"titleSv", part.TitleSv, 200)
		c.Line(at+"titleEn", part.TitleEn, 200)
		c.MaxLength(at+"introSv", part.IntroSv, maxText)
		c.MaxLength(at+"introEn", part.IntroEn, maxText)
	}
}

func (s Survey) checkDimensions(c *problem.Checks) {
	c.If(s.Answering == UnitAnswers && len(s.Dimensions) > 0, "dimensions", "notHere", "A round of units is told by unit; only a round of staff has breakdowns.")
	c.If(len(s.Dimensions) > maxDimensions, "dimensions", "tooMany", "At most "+strconv.Itoa(maxDimensions)+" breakdowns.")
	seen := map[string]bool{}
	for i, d := range s.Dimensions[:min(len(s.Dimensions), maxDimensions)] {
		at := "dimensions[" + strconv.Itoa(i) + "]."
		c.Slug(at+"key", d.Key)
		c.If(seen[d.Key], at+"key", "duplicate", "Another breakdown has this key.")
		seen[d.Key] = true
		c.Line(at+"nameSv", d.NameSv, 200)
		c.Line(at+"nameEn", d.NameEn, 200)
		c.If(len(d.Merged) > maxOptions, at+"merged", "tooMany", "At most "+strconv.Itoa(maxOptions)+".")
	}
}

// checkGroups holds the rules of the declared groups; they come with the keys of their parents.
func (s Survey) checkGroups(groups []GroupInput) error {
	var c problem.Checks
	c.If(s.Answering == UnitAnswers && len(groups) > 0, "groups", "notHere", "Only a round of staff has groups.")
	c.If(len(groups) > maxGroups, "groups", "tooMany", "At most "+strconv.Itoa(maxGroups)+" groups.")
	seen := map[string]bool{}
	for i, g := range groups[:min(len(groups), maxGroups)] {
		at := "groups[" + strconv.Itoa(i) + "]."
		c.Slug(at+"key", g.Key)
		c.If(seen[g.Key], at+"key", "duplicate", "Another group has this key.")
		// A parent stands before what lies under it, so that no circle can be written.
		c.If(g.ParentKey != "" && !seen[g.ParentKey], at+"parentKey", "unknownReference", "There is no such group above this one.")
		seen[g.Key] = true
		c.Line(at+"nameSv", g.NameSv, 200)
		c.Line(at+"nameEn", g.NameEn, 200)
		c.If(g.Size < 0 || g.Size > 1_000_000, at+"size", "outOfRange", "Between 0 and 1 000 000.")
		c.If(g.BodyID != nil && id.Invalid(*g.BodyID), at+"bodyId", "unknownReference", "There is no such body.")
	}
	return c.Err()
}

// checkReady tells what a round lacks before it can be opened.
func (s Survey) checkReady(questions []Question, groups []Group, today day.Day) error {
	var c problem.Checks
	c.If(len(questions) == 0, "questions", "required", "A round without questions cannot be opened.")
	c.If(s.Answering == Staff && len(groups) == 0, "groups", "required", "A round of staff needs at least one group.")
	c.If(s.ClosesOn == "", "closesOn", "required", "Say by which day it is to be answered.")
	c.If(s.ClosesOn != "" && s.ClosesOn < today, "closesOn", "inThePast", "That day has passed already.")
	for i, d := range s.Dimensions {
		at := slices.IndexFunc(questions, func(q Question) bool { return q.Key == d.QuestionKey })
		c.If(d.QuestionKey != "" && (at < 0 || questions[at].Type != Single || !questions[at].Required || questions[at].Condition != nil), "dimensions["+strconv.Itoa(i)+"].questionKey", "unknownReference",
			"A breakdown is by a single-choice question that everyone must answer.")
		there := func(key string) bool {
			return slices.ContainsFunc(groups, func(g Group) bool { return d.QuestionKey == "" && g.Key == key }) || d.QuestionKey != "" && at >= 0 && hasKey(questions[at].Options, key)
		}
		for _, key := range d.Merged {
			c.If(!there(key), "dimensions["+strconv.Itoa(i)+"].merged", "unknownReference", "There is nothing called "+key+" to tell as other.")
		}
		c.If(len(d.Merged) > 0 && slices.ContainsFunc(groups, func(g Group) bool { return g.Key == "other" && g.ParentID != nil }), "dimensions["+strconv.Itoa(i)+"].merged", "duplicate",
			"A group is called other, which is what merged ones are told as.")
	}
	return c.Err()
}
