package retention

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
)

// OrderedBy is what made a run.
type OrderedBy string // @name ErasureOrderedBy

// Who can order a run.
const (
	Person  OrderedBy = "person"
	Night   OrderedBy = "night"
	Command OrderedBy = "command"
)

// most bounds the rows of a rule in one run, since a run is one transaction that
// others wait for.
const most = 1000

// Entry is what became of one rule in a run.
type Entry struct {
	// RuleID names the rule.
	RuleID string `json:"ruleId" example:"sessions"`
	// TitleSv is what was erased, in Swedish.
	TitleSv string `json:"titleSv" example:"Inloggningar som har tagit slut"`
	// TitleEn is what was erased, in English.
	TitleEn string `json:"titleEn" example:"Sign-ins that have ended"`
	// BasisSv is why it may be erased, in Swedish.
	BasisSv string `json:"basisSv" example:"Uppgift av tillfällig betydelse (arkivlagen 1990:782, 10 §; kommunens beslut om gallring)"`
	// BasisEn is why it may be erased, in English.
	BasisEn string `json:"basisEn" example:"Of temporary importance (Archives Act 1990:782, section 10; the municipality's decision on disposal)"`
	// Act is what happened to each row.
	Act erasure.Act `json:"act" enums:"delete,empty,anonymise" example:"delete"`
	// Tables are where the rows were.
	Tables []string `json:"tables" example:"sessions,refresh_tokens"`
	// DecisionReference is the municipality's decision; absent when none was stated.
	DecisionReference string `json:"decisionReference,omitempty" example:"KS-2026/00123"`
	// KeepDays is how long rows were kept.
	KeepDays int `json:"keepDays" example:"30"`
	// Before is the day from which rows were kept: those that ended earlier were erased.
	Before day.Day `json:"before" swaggertype:"string" format:"date" example:"2026-10-24"`
	// Count is how many rows were erased.
	Count int `json:"count" example:"12"`
	// Remaining is how many are due still; run again.
	Remaining int `json:"remaining" example:"0"`
} // @name ErasureEntry

// Record is one run: the row, written once.
type Record struct {
	ID        string
	At        time.Time
	Role      string
	OrderedBy OrderedBy
	Total     int
	Entries   []Entry `gorm:"serializer:json"`
}

// TableName is the table of records.
func (Record) TableName() string { return "erasure_records" }

// add notes what a rule did, or in a dry run would do.
func (r *Record) add(rule Rule, count int) {
	r.Total += count
	r.Entries = append(r.Entries, Entry{RuleID: rule.Key, TitleSv: rule.Sv, TitleEn: rule.En, BasisSv: rule.BasisSv, BasisEn: rule.BasisEn,
		Act: rule.Act, Tables: rule.Tables, DecisionReference: rule.Setting.DecisionReference, KeepDays: rule.Setting.KeepDays,
		Before: rule.Before, Count: count, Remaining: rule.Due - count})
}

// remaining is how many rows are due still, of all rules.
func (r *Record) remaining() (n int) {
	for _, e := range r.Entries {
		n += e.Remaining
	}
	return n
}
