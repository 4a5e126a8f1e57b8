package plans

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
)

const roundType = "reportingRound"

// Rounds gives a page of a plan's reporting rounds, the plan whose period ends
// them, and how many there are in all.
func (s *Service) Rounds(ctx context.Context, user auth.User, planID string, offset, limit int) (rounds []ReportingRound, p Plan, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if p, err = FindVisible(tx, user, planID); err != nil {
			return err
		}
		rounds, total, err = listRounds(tx, planID, offset, limit)
		return err
	})
	return rounds, p, total, err
}

// Round gives one reporting round and its plan.
func (s *Service) Round(ctx context.Context, user auth.User, planID, roundID string) (r ReportingRound, p Plan, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if p, err = FindVisible(tx, user, planID); err != nil {
			return err
		}
		r, err = findInPlan[ReportingRound](tx, roundType, planID, roundID)
		return err
	})
	return r, p, err
}

// MayChangeRound answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayChangeRound(ctx context.Context, user auth.User, planID, roundID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, _, err := editableRound(tx, user, planID, roundID)
		return err
	})
}

func editableRound(tx *gorm.DB, user auth.User, planID, roundID string) (ReportingRound, Plan, error) {
	p, err := FindVisible(tx, user, planID)
	if err != nil {
		return ReportingRound{}, p, err
	}
	r, err := findInPlan[ReportingRound](tx, roundType, planID, roundID)
	if err != nil {
		return r, p, err
	}
	return r, p, mayEdit(user)
}

// CreateRound makes a reporting round. A plan package may bring its own id; else it gets one.
func (s *Service) CreateRound(ctx context.Context, user auth.User, planID string, r ReportingRound) (_ ReportingRound, p Plan, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if p, err = findEditable(tx, user, planID); err != nil {
			return err
		}
		if r.ID == "" {
			r.ID = id.New()
		}
		r.PlanID, r.Version, r.CreatedAt, r.UpdatedAt = planID, 1, s.clock.Now(), s.clock.Now()
		if err := r.Check(); err != nil {
			return err
		}
		if err := insert(tx, &r); err != nil {
			return roundKeyTaken(err)
		}
		return s.trace(tx, user, "create", roundType, r.PlanID, r.ID, r.Version, nil, r.input())
	})
	return r, p, err
}

// ReplaceRound puts new content on a reporting round, if nobody else did since version.
func (s *Service) ReplaceRound(ctx context.Context, user auth.User, planID, roundID string, version int, content ReportingRound) (_ ReportingRound, p Plan, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		var old ReportingRound
		if old, p, err = editableRound(tx, user, planID, roundID); err != nil {
			return err
		}
		content.ID, content.PlanID, content.CreatedAt, content.UpdatedAt = old.ID, old.PlanID, old.CreatedAt, s.clock.Now()
		if err := content.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, roundType, old.ID, old.Version, version); err != nil {
			return err
		}
		content.Version = old.Version + 1
		if err := update(tx, &content, content.ID, old.Version); err != nil {
			return roundKeyTaken(err)
		}
		return s.trace(tx, user, "replace", roundType, content.PlanID, content.ID, content.Version, old.input(), content.input())
	})
	return content, p, err
}

// DeleteRound removes a reporting round and leaves a tombstone.
func (s *Service) DeleteRound(ctx context.Context, user auth.User, planID, roundID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, _, err := editableRound(tx, user, planID, roundID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, roundType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := remove[ReportingRound](tx, old.ID, old.Version); err != nil {
			return inUse(err, "Something points at this reporting round.")
		}
		return s.trace(tx, user, "delete", roundType, old.PlanID, old.ID, old.Version+1, old.input(), nil)
	})
}
