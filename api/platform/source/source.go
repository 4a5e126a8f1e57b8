// Package source tells where a fact of the plan comes from, so that nobody
// takes our reading for the municipality's decision.
package source

import "envagin/api/platform/problem"

// Source is where a responsibility, a date or a classification comes from.
type Source string // @name Source

// The sources. An Interpretation is shown as "to be confirmed".
const (
	Plan           Source = "plan"           // the adopted plan says so
	Interpretation Source = "interpretation" // we read it so; the coordinator confirms
	Municipality   Source = "municipality"   // the municipality said or confirmed it
)

// OrMunicipality is what a person states when nothing else is said.
func (s Source) OrMunicipality() Source {
	if s == "" {
		return Municipality
	}
	return s
}

// Check notes a source that is none of the three.
func (s Source) Check(c *problem.Checks, name string) {
	problem.OneOf(c, name, s, Plan, Interpretation, Municipality)
}
