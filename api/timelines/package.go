package timelines

import (
	"cmp"
	"context"
	"reflect"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// Packed is a written entry in a plan package: as its Input, but with keys for ids.
type Packed struct {
	ID string `json:"id,omitempty"`
	Input
	PlanID *struct{} `json:"planId,omitempty" jsonschema:"-"`
	BodyID *struct{} `json:"bodyId,omitempty" jsonschema:"-"`
	// Body is the key of the body.
	Body string `json:"body,omitempty"`
}

// Import makes an entry of the plan, or makes the one with the same key say the
// same. It tells whether anything changed. bodies translates keys to ids.
func (s *Service) Import(ctx context.Context, user auth.User, planID string, p Packed, bodies map[string]string) (changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		in := p.Input
		in.PlanID = planID
		if p.Body != "" {
			bodyID, ok := bodies[p.Body]
			if !ok {
				return problem.Invalid(problem.Field{Name: "body", Code: "unknownReference", Detail: "Nothing in the package or the database has the key " + p.Body + "."})
			}
			in.BodyID = &bodyID
		}
		e := in.entry()
		old, err := findByKey(tx, planID, p.Key)
		if err != nil {
			return err
		}
		changed = true
		switch {
		case len(old) == 0:
			e.ID = p.ID
			_, err = s.Create(tx.Statement.Context, user, e)
		case reflect.DeepEqual(old[0].input(), e.input()):
			changed = false
		default:
			_, err = s.Replace(tx.Statement.Context, user, old[0].ID, old[0].Version, e)
		}
		return err
	})
	return changed, err
}

// Export gives a plan's written entries in canonical order: by day, those
// without one first, then by key. keyOf translates the ids of bodies.
func Export(tx *gorm.DB, planID string, keyOf map[string]string, withIDs bool) ([]Packed, error) {
	entries, err := entriesOf(tx, planID)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Date.Day, b.Date.Day), cmp.Compare(a.Key, b.Key))
	})
	out := make([]Packed, len(entries))
	for i, e := range entries {
		out[i].Input = e.input()
		if e.BodyID != nil {
			out[i].Body = keyOf[*e.BodyID]
		}
		out[i].Input.PlanID, out[i].Input.BodyID = "", nil
		if withIDs {
			out[i].ID = e.ID
		}
	}
	return out, nil
}
