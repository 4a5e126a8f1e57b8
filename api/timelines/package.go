package timelines

import (
	"context"
	"reflect"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// Packed is a written entry in a plan package: as its Input, with the body named by key.
type Packed struct {
	ID string `json:"id,omitempty"`
	Input
	PlanID *struct{} `json:"planId,omitempty" jsonschema:"-"`
	BodyID *struct{} `json:"bodyId,omitempty" jsonschema:"-"`
	// Body is the key of the body.
	Body string `json:"body,omitempty"`
}

// Import makes an entry, or makes the one with the same key say the same.
func (s *Service) Import(ctx context.Context, user auth.User, planID string, p Packed, bodies map[string]string) (changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		in := p.Input
		in.PlanID = planID
		if p.Body != "" {
			id, ok := bodies[p.Body]
			if !ok {
				return problem.Invalid(problem.Field{Name: "body", Code: "unknownReference", Detail: "Nothing in the package or the database has the key " + p.Body + "."})
			}
			in.BodyID = &id
		}
		var old []Entry
		if err := tx.Where("plan_id = ? AND key = ?", planID, p.Key).Limit(1).Find(&old).Error; err != nil {
			return err
		}
		e := in.entry()
		switch {
		case len(old) == 0:
			e.ID, changed = p.ID, true
			_, err = s.Create(tx.Statement.Context, user, e)
		case !reflect.DeepEqual(old[0].input(), e.input()):
			changed = true
			_, err = s.Replace(tx.Statement.Context, user, old[0].ID, old[0].Version, e)
		}
		return err
	})
	return changed, err
}

// maxExported bounds the entries of a package.
const maxExported = 5000

// Export gives a plan's written entries by day and key; keyOf translates the ids of bodies.
func Export(tx *gorm.DB, planID string, keyOf map[string]string, withIDs bool) ([]Packed, error) {
	var rows []Entry
	if err := tx.Where("plan_id = ?", planID).Order("id").Limit(maxExported).Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]Packed, len(rows))
	for i, e := range rows {
		out[i] = Packed{Input: e.input()}
		if e.BodyID != nil {
			out[i].Body = keyOf[*e.BodyID]
		}
		out[i].Input.PlanID, out[i].Input.BodyID = "", nil
		if withIDs {
			out[i].ID = e.ID
		}
	}
	slices.SortFunc(out, func(a, b Packed) int {
		return slices.Compare([]string{string(day.From(a.Date).Day), a.Key}, []string{string(day.From(b.Date).Day), b.Key})
	})
	return out, nil
}
