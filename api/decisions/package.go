package decisions

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// Packed is a decision in a plan package: as its Input, but with keys for ids.
// Of what it concerns, the plan's activities travel with it, by key.
type Packed struct {
	ID string `json:"id,omitempty"`
	Input
	PlanID   *struct{} `json:"planId,omitempty" jsonschema:"-"`
	BodyID   *struct{} `json:"bodyId,omitempty" jsonschema:"-"`
	Concerns *struct{} `json:"concerns,omitempty" jsonschema:"-"`
	// Body is the key of the body that decided.
	Body string `json:"body,omitempty"`
	// Activities are the keys of the activities that it concerns.
	Activities []string `json:"activities"`
	// ConcernsPlan tells that it concerns the plan as a whole.
	ConcernsPlan bool `json:"concernsPlan,omitempty"`
}

// Import makes a decision of the plan, or makes the one with the same key say the
// same. It tells whether anything changed. bodies and others translate keys to ids.
func (s *Service) Import(ctx context.Context, user auth.User, planID string, p Packed, bodies, others map[string]string) (changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		in := p.Input
		in.PlanID = planID
		if p.Body != "" {
			bodyID, ok := bodies[p.Body]
			if !ok {
				return unknown("body", p.Body)
			}
			in.BodyID = &bodyID
		}
		if p.ConcernsPlan {
			in.Concerns = append(in.Concerns, Thing{ThePlan, planID})
		}
		for _, key := range p.Activities {
			activityID, ok := others[key]
			if !ok {
				return unknown("activities", key)
			}
			in.Concerns = append(in.Concerns, Thing{Activity, activityID})
		}
		old, err := findByKey(tx, planID, p.Key)
		if err != nil {
			return err
		}
		if len(old) == 1 { // what no package can name stays
			for _, t := range old[0].Concerns {
				if t.Type != Activity && t.Type != ThePlan {
					in.Concerns = append(in.Concerns, t)
				}
			}
		}
		d := in.decision()
		slices.SortFunc(d.Concerns, byTypeAndID)
		changed = true
		switch {
		case len(old) == 0:
			d.ID = p.ID
			_, err = s.Create(tx.Statement.Context, user, d)
		case reflect.DeepEqual(old[0].input(), d.input()):
			changed = false
		default:
			_, err = s.Replace(tx.Statement.Context, user, old[0].ID, old[0].Version, d)
		}
		return err
	})
	return changed, err
}

func unknown(field, key string) error {
	return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "Nothing in the package or the database has the key " + key + "."})
}

func byTypeAndID(a, b Thing) int {
	if c := strings.Compare(string(a.Type), string(b.Type)); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

// Export gives a plan's decisions in canonical order: by date, then by key. bodyKeys
// and activityKeys translate ids.
func Export(tx *gorm.DB, planID string, bodyKeys, activityKeys map[string]string, withIDs bool) ([]Packed, error) {
	rows, err := ofPlan(tx, planID)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(rows, func(a, b Decision) int { return strings.Compare(string(a.Date.Day), string(b.Date.Day)) })
	out := make([]Packed, len(rows))
	for i, d := range rows {
		p := Packed{Input: d.input(), Activities: []string{}}
		if d.BodyID != nil {
			p.Body = bodyKeys[*d.BodyID]
		}
		for _, t := range d.Concerns {
			switch t.Type {
			case Activity:
				p.Activities = append(p.Activities, activityKeys[t.ID])
			case ThePlan:
				p.ConcernsPlan = true
			}
		}
		slices.Sort(p.Activities)
		p.Input.PlanID, p.Input.BodyID, p.Input.Concerns = "", nil, nil
		if withIDs {
			p.ID = d.ID
		}
		out[i] = p
	}
	return out, nil
}
