package responses

import (
	"context"
	"maps"
	"slices"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/surveys"
)

// UnitToAnswer is a unit for which somebody writes, with its response in a round.
type UnitToAnswer struct {
	Unit     boards.Body
	Survey   surveys.Survey
	Response *Response // nil until it is begun
}

// Units gives a page of the units for which somebody writes by a role, with how far
// each has come, and how many there are: all units of today for the coordinator.
//
// Errors: problem.Unauthenticated, Forbidden, NotFound, Gone.
func (s *Service) Units(ctx context.Context, user auth.User, surveyID string, offset, limit int) (page []UnitToAnswer, total int, err error) {
	if err := signedIn(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		survey, err := surveys.FindVisible(tx, user, surveyID)
		if err != nil {
			return err
		}
		bodies, err := s.answeringUnder(tx, user, surveyID)
		if err != nil {
			return err
		}
		total = len(bodies)
		from := min(offset, total)
		bodies = bodies[from:min(from+limit, total)]
		ids := make([]string, len(bodies))
		for i, b := range bodies {
			ids[i] = b.ID
		}
		begun, err := ofUnits(tx, surveyID, ids)
		if err != nil {
			return err
		}
		byUnit := make(map[string]*Response, len(begun))
		for i := range begun {
			byUnit[begun[i].UnitID] = &begun[i]
		}
		page = make([]UnitToAnswer, len(bodies))
		for i, b := range bodies {
			page[i] = UnitToAnswer{b, survey, byUnit[b.ID]}
		}
		return nil
	})
	return page, total, err
}

// answeringUnder are the bodies for which somebody writes by a role, by name: for whoever writes for all, the
// units, and then the boards and others that have begun.
func (s *Service) answeringUnder(tx *gorm.DB, user auth.User, surveyID string) (out []boards.Body, err error) {
	today := s.clock.Today()
	if user.May(auth.WriteResponses) {
		if out, err = boards.InForceOf(tx, boards.Unit, today); err != nil {
			return nil, err
		}
		begun, err := StatesOf(tx, surveyID)
		if err != nil {
			return nil, err
		}
		for _, unit := range out {
			delete(begun, unit.ID)
		}
		others, err := boards.Named(tx, slices.Sorted(maps.Keys(begun))...)
		return append(out, others...), err
	}
	mine := user.Within(auth.WriteResponses)
	if len(mine) == 0 {
		return nil, notYours()
	}
	tree, err := boards.LoadTree(tx, mine...)
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	for _, top := range mine {
		for _, unitID := range tree.Under(top) {
			b, ok := tree.Body(unitID)
			if ok && !taken[unitID] && answering(b, today) {
				taken[unitID] = true
				out = append(out, b)
			}
		}
	}
	return out, nil
}
