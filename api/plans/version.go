package plans

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Version is a plan frozen at a decision. It is written once.
type Version struct {
	ID                string
	PlanID            string
	Number            int
	Label             string
	DecidedByID       *string
	DecisionDate      day.Day
	DecisionReference string
	Note              string
	Hash              string
	Package           string
	CreatedAt         time.Time `gorm:"autoCreateTime:false"`
}

// TableName tells a plan's versions from those that count edits.
func (Version) TableName() string { return "plan_versions" }

// Check holds the rules of a version by itself.
func (v Version) Check() error {
	var c problem.Checks
	c.Line("label", v.Label, 100)
	checkID(&c, "decidedById", v.DecidedByID)
	v.DecisionDate.Check(&c, "decisionDate")
	c.OptionalLine("decisionReference", v.DecisionReference, 100)
	c.MaxLength("note", v.Note, 2000)
	return c.Err()
}

// seal keeps the package and its hash.
func (v *Version) seal(frozen []byte) {
	sum := sha256.Sum256(frozen)
	v.Package, v.Hash = string(frozen), hex.EncodeToString(sum[:])
}
