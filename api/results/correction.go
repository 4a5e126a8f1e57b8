package results

import (
	"maps"
	"slices"

	"envagin/api/platform/day"
	"envagin/api/platform/privacy"
	"envagin/api/platform/problem"
)

const correctionType = "correction"

// maxReason is how long a reason may be.
const maxReason = 1000

// CorrectionKind is what is put right.
type CorrectionKind string // @name SurveyCorrectionKind

// The kinds. Nothing else can be put right: nobody can find one person's answer.
const (
	WithdrawGroup    CorrectionKind = "withdrawGroup"    // the answers of a declared group do not count: its codes were lost, say
	WithdrawQuestion CorrectionKind = "withdrawQuestion" // a question was wrongly put, and nothing is told of it
)

// CorrectionState is how far a correction has come.
type CorrectionState string // @name SurveyCorrectionState

// The states.
const (
	CorrectionWaiting CorrectionState = "waiting" // it is being counted
	CorrectionDone    CorrectionState = "done"    // what is told has been put right
	CorrectionRefused CorrectionState = "refused" // it is not made; Refusal says why
)

// The reasons for which a correction is not made. How many answers differ is never told: it would itself tell.
const (
	tooClose  = "tooClose"  // set against what was told before, it would give away what few have answered
	destroyed = "destroyed" // the answers are not there any more, so nothing can be counted anew
)

// Correction is what was put right in a published round, and why.
type Correction struct {
	ID        string
	SurveyID  string
	Kind      CorrectionKind
	TargetKey string // the group's or the question's
	ReasonSv  string
	ReasonEn  string
	State     CorrectionState
	Refusal   string
	OnDay     day.Day
	Version   int
}

// TableName is the table of corrections.
func (Correction) TableName() string { return "survey_corrections" }

// Check holds the rules of a correction against what was counted.
func (c Correction) Check(p Population) error {
	var checks problem.Checks
	problem.OneOf(&checks, "kind", c.Kind, WithdrawGroup, WithdrawQuestion)
	for name, text := range map[string]string{"reasonSv": c.ReasonSv, "reasonEn": c.ReasonEn} {
		checks.Required(name, text)
		checks.MaxLength(name, text, maxReason)
		checks.Clean(name, text)
		checks.If(privacy.HasPersonalNumber(text), name, "personalNumber", "The text seems to hold a personal identity number. Write it without saying whose it is.")
	}
	switch c.Kind {
	case WithdrawGroup:
		groups := declared(p)
		is := func(g Group) bool { return g.Key == c.TargetKey }
		checks.If(!slices.ContainsFunc(groups, is), "targetKey", "unknownReference", "The round has no such group.")
		checks.If(len(groups) == 1 && groups[0].Key == c.TargetKey, "targetKey", "lastGroup", "Nobody would be left.")
		checks.If(slices.ContainsFunc(groups, func(g Group) bool { return g.Parent == c.TargetKey }), "targetKey", "hasGroups", "Name a group that answers itself, without groups under it.")
	case WithdrawQuestion:
		checks.If(!slices.ContainsFunc(p.Questions, func(q Question) bool { return q.Key == c.TargetKey }), "targetKey", "unknownReference", "The round has no such question.")
		checks.If(slices.ContainsFunc(p.Dimensions, func(d Dimension) bool { return d.Question == c.TargetKey }), "targetKey", "isBreakdown", "The results are broken down by this question, so it cannot be taken out.")
		checks.If(slices.ContainsFunc(p.Questions, func(q Question) bool { return q.Condition != nil && q.Condition.Question == c.TargetKey }), "targetKey", "leadsOn",
			"Whether other questions are asked hangs on this one. Take those out first.")
	}
	return checks.Err()
}

// declared are the groups of the breakdown by groups; none when there is no such breakdown.
func declared(p Population) []Group {
	for _, d := range p.Dimensions {
		if d.Question == "" {
			return d.Groups
		}
	}
	return nil
}

// Without is the population after a correction. What it was made of is left as it is.
func (c Correction) Without(p Population) Population {
	out := p
	switch c.Kind {
	case WithdrawGroup:
		out.Dimensions = slices.Clone(p.Dimensions)
		out.Answers = nil
		for i, d := range out.Dimensions {
			if d.Question == "" {
				out.Dimensions[i].Groups = slices.DeleteFunc(slices.Clone(d.Groups), func(g Group) bool { return g.Key == c.TargetKey })
				out.Dimensions[i].Merged = slices.DeleteFunc(slices.Clone(d.Merged), func(key string) bool { return key == c.TargetKey })
			}
		}
		for _, a := range p.Answers {
			if !c.holds(p, a) {
				out.Answers = append(out.Answers, a)
			}
		}
	case WithdrawQuestion:
		out.Questions = slices.DeleteFunc(slices.Clone(p.Questions), func(q Question) bool { return q.Key == c.TargetKey })
		out.Answers = slices.Clone(p.Answers)
		for i, a := range out.Answers {
			if _, given := a.Values[c.TargetKey]; given {
				out.Answers[i].Values = maps.Clone(a.Values)
				delete(out.Answers[i].Values, c.TargetKey)
			}
		}
	}
	return out
}

// holds tells whether an answer is of the group that is taken out.
func (c Correction) holds(p Population, a Answer) bool {
	return slices.ContainsFunc(p.Dimensions, func(d Dimension) bool { return d.Question == "" && a.Groups[d.Key] == c.TargetKey })
}
