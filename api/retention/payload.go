package retention

import (
	"time"

	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
	"envagin/api/platform/httpx"
)

// Input is what the municipality has decided for a rule.
type Input struct {
	// KeepDays is how many whole days a row is kept after the day that its use ended.
	KeepDays int `json:"keepDays" example:"30"`
	// DecisionReference is that of the decision to erase (gallringsbeslut).
	DecisionReference string `json:"decisionReference,omitempty" example:"KS-2026/00123"`
} // @name RetentionRuleInput

// View is a rule as it holds today.
type View struct {
	// ID is the rule's key.
	ID string `json:"id" example:"sessions"`
	Input
	// TitleSv is what is erased, in Swedish.
	TitleSv string `json:"titleSv" example:"Inloggningar som har tagit slut"`
	// TitleEn is what is erased, in English.
	TitleEn string `json:"titleEn" example:"Sign-ins that have ended"`
	// BasisSv is why it may be erased, in Swedish.
	BasisSv string `json:"basisSv" example:"Uppgift av tillfällig betydelse (arkivlagen 1990:782, 10 §; kommunens beslut om gallring)"`
	// BasisEn is why it may be erased, in English.
	BasisEn string `json:"basisEn" example:"Of temporary importance (Archives Act 1990:782, section 10; the municipality's decision on disposal)"`
	// Act is what happens to each row: it goes, what it says goes, or the person in it goes.
	Act erasure.Act `json:"act" enums:"delete,empty,anonymise" example:"delete"`
	// Tables are where the rows are.
	Tables []string `json:"tables" example:"sessions,refresh_tokens"`
	// DefaultKeepDays holds until the municipality decides.
	DefaultKeepDays int `json:"defaultKeepDays" example:"30"`
	// MinKeepDays is the shortest that may be chosen.
	MinKeepDays int `json:"minKeepDays" example:"1"`
	// MaxKeepDays is the longest that may be chosen.
	MaxKeepDays int `json:"maxKeepDays" example:"90"`
	// Before is the day from which rows are kept today: those that ended earlier are due.
	Before day.Day `json:"before" swaggertype:"string" format:"date" example:"2026-10-24"`
	// Due is how many rows a run would erase today.
	Due int `json:"due" example:"12"`
	// IsDecided is true when the municipality has set the days itself.
	IsDecided bool `json:"isDecided" example:"true"`
	// UpdatedAt is when it last did; absent while the default holds.
	UpdatedAt *time.Time `json:"updatedAt,omitempty" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Version counts the municipality's decisions; 0 is the default.
	Version int         `json:"version" example:"1"`
	Links   httpx.Links `json:"_links"`
} // @name RetentionRule

// Page is one page of rules.
type Page struct {
	Items []View          `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name RetentionRulePage

func (in Input) setting(rule string) Setting {
	return Setting{Rule: rule, KeepDays: in.KeepDays, DecisionReference: in.DecisionReference}
}

func (s Setting) input() Input {
	return Input{KeepDays: s.KeepDays, DecisionReference: s.DecisionReference}
}

func (r Rule) view(links httpx.Links) View {
	v := View{ID: r.Key, Input: r.Setting.input(), TitleSv: r.Sv, TitleEn: r.En, BasisSv: r.BasisSv, BasisEn: r.BasisEn, Act: r.Act,
		Tables: r.Tables, DefaultKeepDays: r.Days, MinKeepDays: r.Min, MaxKeepDays: r.Max, Before: r.Before, Due: r.Due,
		IsDecided: r.Setting.Version > 0, Version: r.Setting.Version, Links: links}
	if v.IsDecided {
		v.UpdatedAt = &r.Setting.UpdatedAt
	}
	return v
}

// RunInput orders a run.
type RunInput struct {
	// RuleID is the rule to carry out, or "all" for every rule.
	RuleID string `json:"ruleId" example:"sessions"`
	// DryRun tells what would be erased and changes nothing.
	DryRun bool `json:"dryRun,omitempty" example:"true"`
} // @name ErasureRunInput

// RecordView is one run, or with isDryRun what one would do.
type RecordView struct {
	// ID is absent for a dry run.
	ID string `json:"id,omitempty" example:"0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2a12"`
	// At is when it was run.
	At time.Time `json:"at" format:"date-time" example:"2026-11-22T10:15:00Z"`
	// Role is that of the person who ordered it; absent for the clock and for a command.
	Role string `json:"role,omitempty" example:"admin"`
	// OrderedBy tells what made the run.
	OrderedBy OrderedBy `json:"orderedBy" enums:"person,night,command" example:"person"`
	// IsDryRun is true when nothing was changed.
	IsDryRun bool `json:"isDryRun" example:"false"`
	// Total is how many rows were erased, by all rules.
	Total int `json:"total" example:"12"`
	// Entries tell what became of each rule.
	Entries []Entry     `json:"entries"`
	Links   httpx.Links `json:"_links"`
} // @name ErasureRecord

// RecordPage is one page of runs.
type RecordPage struct {
	Items []RecordView    `json:"items"`
	Meta  httpx.Meta      `json:"_meta"`
	Links httpx.PageLinks `json:"_links"`
} // @name ErasureRecordPage

func (r Record) view(dry bool, links httpx.Links) RecordView {
	return RecordView{ID: r.ID, At: r.At, Role: r.Role, OrderedBy: r.OrderedBy, IsDryRun: dry, Total: r.Total, Entries: r.Entries, Links: links}
}
