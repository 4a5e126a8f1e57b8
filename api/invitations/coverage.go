package invitations

import (
	"envagin/api/boards"
	"envagin/api/platform/day"
	"envagin/api/responses"
	"envagin/api/surveys"
)

// Coverage is how far a round has come.
type Coverage struct {
	Round  surveys.Survey
	Bodies []BodyCoverage
	Groups []GroupCoverage
	// AsOf is the morning for which groups were counted; "" before the first night.
	AsOf day.Day
}

// BodyCoverage is a body with what lies under it: how many units are asked, have begun and have signed.
type BodyCoverage struct {
	Body                 boards.Body
	State                responses.State // of its own answer; "" when it has none
	Asked, Begun, Signed int
}

// GroupCoverage is a group of staff.
type GroupCoverage struct {
	Group surveys.Group
	// Answered is how many codes have been used, rounded down to tens; nil under the threshold.
	Answered *int
}

// counted is what is kept of a group from one night to the next.
type counted struct {
	SurveyID string `gorm:"primaryKey"`
	GroupID  string `gorm:"primaryKey"`
	Answered int
}

// TableName is where it is kept.
func (counted) TableName() string { return "survey_coverage" }

// night is when a round was last counted.
type night struct {
	SurveyID string `gorm:"primaryKey"`
	LastDay  day.Day
}

// TableName is where it is kept.
func (night) TableName() string { return "coverage_nights" }

// tens rounds down what may be told; false when nothing may.
func tens(used, threshold int) (int, bool) {
	about := used / 10 * 10
	return about, used >= threshold && about > 0
}

// covered sums a tree from the units up: each body counts itself and all under it. Bodies without
// units under them are left out; the rest stand under those that they belong to, by name.
func covered(tree boards.Tree, units []boards.Body, states map[string]responses.State) []BodyCoverage {
	by := map[string]*BodyCoverage{}
	asked := map[string]bool{}
	for _, u := range units {
		asked[u.ID] = true
	}
	for unitID := range states {
		asked[unitID] = true // a body that is no unit may answer too
	}
	children := map[string][]string{}
	var roots []string
	for unitID := range asked {
		state := states[unitID]
		for _, bodyID := range tree.Ancestors(unitID) {
			c := by[bodyID]
			if c == nil {
				body, _ := tree.Body(bodyID)
				c = &BodyCoverage{Body: body, State: states[bodyID]}
				by[bodyID] = c
			}
			c.Asked++
			if state != "" {
				c.Begun++
			}
			if state == responses.Signed {
				c.Signed++
			}
		}
	}
	for _, id := range tree.IDs() {
		if by[id] == nil {
			continue
		}
		if parent := by[id].Body.ParentID; parent != nil && by[*parent] != nil {
			children[*parent] = append(children[*parent], id)
		} else {
			roots = append(roots, id)
		}
	}
	var out []BodyCoverage
	var add func(ids []string)
	add = func(ids []string) {
		for _, id := range ids {
			out = append(out, *by[id])
			add(children[id])
		}
	}
	add(roots)
	return out
}

// leaves are the groups that codes belong to.
func leaves(groups []surveys.Group) []surveys.Group {
	above := map[string]bool{}
	for _, g := range groups {
		if g.ParentID != nil {
			above[*g.ParentID] = true
		}
	}
	var out []surveys.Group
	for _, g := range groups {
		if !above[g.ID] {
			out = append(out, g)
		}
	}
	return out
}
