package plans

import (
	"time"

	"envagin/api/platform/problem"
	"envagin/api/platform/source"
)

// GoalKind tells what sort of aim it is.
type GoalKind string // @name GoalKind

// The kinds, from the widest to what can be counted.
const (
	Purpose     GoalKind = "purpose"
	Overarching GoalKind = "overarching"
	Measurable  GoalKind = "measurable"
)

// Goal is a purpose or a goal of a plan.
type Goal struct {
	ID        string
	PlanID    string
	Key       string
	Kind      GoalKind
	Text      string
	Position  int
	Lang      string
	Source    source.Source
	Version   int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

// Check holds the rules of a goal by itself.
func (g Goal) Check() error {
	var c problem.Checks
	checkID(&c, "planId", &g.PlanID)
	c.Slug("key", g.Key)
	problem.OneOf(&c, "kind", g.Kind, Purpose, Overarching, Measurable)
	c.Required("text", g.Text)
	c.MaxLength("text", g.Text, 1000)
	c.Range("position", g.Position, 0, 10_000)
	CheckLang(&c, "lang", g.Lang)
	g.Source.Check(&c, "source")
	return c.Err()
}
