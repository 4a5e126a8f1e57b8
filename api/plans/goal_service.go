package plans

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

const goalType = "goal"

// Goals gives a page of the goals of one plan, or of all plans that exist for
// the user, and how many match in all.
func (s *Service) Goals(ctx context.Context, user auth.User, planID string, offset, limit int) (goals []Goal, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		goals, total, err = listGoals(tx, planID, EditableBy(user), offset, limit)
		return err
	})
	return goals, total, err
}

// Goal gives one goal; 404 when it or its plan does not exist for the user.
func (s *Service) Goal(ctx context.Context, user auth.User, goalID string) (g Goal, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		g, err = visibleGoal(tx, user, goalID)
		return err
	})
	return g, err
}

func visibleGoal(tx *gorm.DB, user auth.User, goalID string) (Goal, error) {
	g, err := findByID[Goal](tx, goalType, goalID)
	if err != nil {
		return g, err
	}
	if _, err := FindVisible(tx, user, g.PlanID); problem.Missing(err) {
		return Goal{}, problem.NotFound(goalType)
	} else if err != nil {
		return Goal{}, err
	}
	return g, nil
}

// MayChangeGoal answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChangeGoal(ctx context.Context, user auth.User, goalID string) error {
	if _, err := s.Goal(ctx, user, goalID); err != nil {
		return err
	}
	return mayEdit(user)
}

// CreateGoal makes a goal. A plan package may bring its own id; else it gets one.
func (s *Service) CreateGoal(ctx context.Context, user auth.User, g Goal) (Goal, error) {
	if err := mayEdit(user); err != nil {
		return Goal{}, err
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if g.ID == "" {
			g.ID = id.New()
		}
		g.Version, g.CreatedAt, g.UpdatedAt = 1, s.clock.Now(), s.clock.Now()
		if err := g.Check(); err != nil {
			return err
		}
		if err := planExists(tx, g.PlanID); err != nil {
			return err
		}
		if err := insert(tx, &g); err != nil {
			return goalKeyTaken(err)
		}
		return s.trace(tx, user, "create", goalType, g.PlanID, g.ID, g.Version, nil, g.input())
	})
	return g, err
}

// ReplaceGoal puts new content on a goal, if nobody else did since version.
func (s *Service) ReplaceGoal(ctx context.Context, user auth.User, goalID string, version int, content Goal) (Goal, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editableGoal(tx, user, goalID)
		if err != nil {
			return err
		}
		content.ID, content.CreatedAt, content.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		if err := content.Check(); err != nil {
			return err
		}
		if content.PlanID != old.PlanID {
			return problem.Invalid(problem.Field{Name: "planId", Code: "notAllowed", Detail: "A goal stays in its plan."})
		}
		if err := audit.Fresh(tx, goalType, old.ID, old.Version, version); err != nil {
			return err
		}
		content.Version = old.Version + 1
		if err := update(tx, &content, content.ID, old.Version); err != nil {
			return goalKeyTaken(err)
		}
		return s.trace(tx, user, "replace", goalType, content.PlanID, content.ID, content.Version, old.input(), content.input())
	})
	return content, err
}

func editableGoal(tx *gorm.DB, user auth.User, goalID string) (Goal, error) {
	g, err := visibleGoal(tx, user, goalID)
	if err != nil {
		return g, err
	}
	return g, mayEdit(user)
}

// DeleteGoal removes a goal that no activity points at and leaves a tombstone.
func (s *Service) DeleteGoal(ctx context.Context, user auth.User, goalID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := editableGoal(tx, user, goalID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, goalType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := remove[Goal](tx, old.ID, old.Version); err != nil {
			return inUse(err, "Activities point at this goal.")
		}
		return s.trace(tx, user, "delete", goalType, old.PlanID, old.ID, old.Version+1, old.input(), nil)
	})
}
