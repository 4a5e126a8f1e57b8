package retention

import (
	"time"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
	"envagin/api/platform/problem"
)

// Setting is what the municipality has decided for a rule.
type Setting struct {
	Rule              string `gorm:"primaryKey"`
	KeepDays          int
	DecisionReference string
	Version           int
	CreatedAt         time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt         time.Time `gorm:"autoUpdateTime:false"`
}

// TableName is the table of settings.
func (Setting) TableName() string { return "retention_settings" }

// Rule is a rule as it holds today.
type Rule struct {
	erasure.Rule
	Setting Setting
	// Before is the day from which rows are kept: what ended earlier is due.
	Before day.Day
	Due    int
}

// inForce puts the municipality's decision on a rule; without one (Rule "") the
// default holds, as version 0.
func inForce(r erasure.Rule, s Setting, today day.Day) Rule {
	if s.Rule == "" {
		s = Setting{Rule: r.Key, KeepDays: r.Days}
	}
	return Rule{Rule: r, Setting: s, Before: today.AddDays(-s.KeepDays)}
}

// check holds the rules of a setting.
func (s Setting) check(r erasure.Rule) error {
	var c problem.Checks
	c.Range("keepDays", s.KeepDays, r.Min, r.Max)
	c.OptionalLine("decisionReference", s.DecisionReference, 200)
	return c.Err()
}

func mayRead(u auth.User) error {
	if !u.May(auth.ReadRetention) && !u.May(auth.KeepRetention) {
		return problem.Forbidden("Only administrators and the coordinator see the rules of retention.")
	}
	return nil
}

func mayKeep(u auth.User) error {
	if !u.May(auth.KeepRetention) {
		return problem.Forbidden("Only administrators change the rules of retention and erase.")
	}
	return nil
}
