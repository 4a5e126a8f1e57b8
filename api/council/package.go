package council

import (
	"context"
	"reflect"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// Packed is a seat in a plan package: as its Input, but with keys for ids. Who
// sits there is no part of a plan.
type Packed struct {
	ID string `json:"id,omitempty"`
	Input
	PlanID           *struct{} `json:"planId,omitempty" jsonschema:"-"`
	BodyID           *struct{} `json:"bodyId,omitempty" jsonschema:"-"`
	AppointingBodyID *struct{} `json:"appointingBodyId,omitempty" jsonschema:"-"`
	// Body is the key of the body that the seat speaks for.
	Body string `json:"body,omitempty"`
	// AppointingBody is the key of the body that decides on its mandates.
	AppointingBody string `json:"appointingBody,omitempty"`
}

// Import makes a seat of the plan, or makes the one with the same key say the
// same. It tells whether anything changed. bodies translates keys to ids.
func (s *Service) Import(ctx context.Context, user auth.User, planID string, p Packed, bodies map[string]string) (changed bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		in := p.Input
		in.PlanID = planID
		for field, ref := range map[string]struct {
			key string
			id  **string
		}{"body": {p.Body, &in.BodyID}, "appointingBody": {p.AppointingBody, &in.AppointingBodyID}} {
			if ref.key == "" {
				continue
			}
			bodyID, ok := bodies[ref.key]
			if !ok {
				return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "Nothing in the package or the database has the key " + ref.key + "."})
			}
			*ref.id = &bodyID
		}
		seat := in.seat()
		old, err := findByKey(tx, planID, p.Key)
		if err != nil {
			return err
		}
		changed = true
		switch {
		case len(old) == 0:
			seat.ID = p.ID
			_, err = s.CreateSeat(tx.Statement.Context, user, seat)
		case reflect.DeepEqual(old[0].input(), seat.input()):
			changed = false
		default:
			_, err = s.ReplaceSeat(tx.Statement.Context, user, old[0].ID, old[0].Version, seat)
		}
		return err
	})
	return changed, err
}

// Export gives a plan's seats in canonical order: by position, then by key. keyOf
// translates the ids of bodies.
func Export(tx *gorm.DB, planID string, keyOf map[string]string, withIDs bool) ([]Packed, error) {
	seats, err := seatsOfPlan(tx, planID)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(seats, byKey)
	out := make([]Packed, len(seats))
	for i, s := range seats {
		out[i].Input = s.input()
		if s.BodyID != nil {
			out[i].Body = keyOf[*s.BodyID]
		}
		if s.AppointingBodyID != nil {
			out[i].AppointingBody = keyOf[*s.AppointingBodyID]
		}
		out[i].Input.PlanID, out[i].Input.BodyID, out[i].Input.AppointingBodyID = "", nil, nil
		if withIDs {
			out[i].ID = s.ID
		}
	}
	return out, nil
}
