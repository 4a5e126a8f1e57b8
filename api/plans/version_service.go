package plans

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

const versionType = "planVersion"

// current names, in a comparison, the plan as it is now.
const current = "current"

// Versions gives a page of a plan's versions without their packages, the newest
// first, and how many there are in all.
func (s *Service) Versions(ctx context.Context, user auth.User, planID string, offset, limit int) (versions []Version, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, planID); err != nil {
			return err
		}
		versions, total, err = listVersions(tx, planID, offset, limit)
		return err
	})
	return versions, total, err
}

// Version gives one version without its package.
func (s *Service) Version(ctx context.Context, user auth.User, planID, versionID string) (v Version, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, planID); err != nil {
			return err
		}
		v, err = findVersion(tx, planID, versionID)
		return err
	})
	return v, err
}

// Package gives what was frozen, byte for byte.
func (s *Service) Package(ctx context.Context, user auth.User, planID, versionID string) (frozen []byte, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, planID); err != nil {
			return err
		}
		v, err := findInPlan[Version](tx, versionType, planID, versionID)
		frozen = []byte(v.Package)
		return err
	})
	return frozen, err
}

// CreateVersion freezes the plan as it is. While it reads, no other change of
// plans or bodies can be committed: the package is of one moment.
func (s *Service) CreateVersion(ctx context.Context, user auth.User, planID string, v Version) (Version, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := holdWriters(tx, Family, boardsFamily); err != nil {
			return err
		}
		if _, err := findEditable(tx, user, planID); err != nil {
			return err
		}
		v.ID, v.PlanID, v.CreatedAt = id.New(), planID, s.clock.Now()
		if err := v.Check(); err != nil {
			return err
		}
		if v.DecidedByID != nil {
			if err := boards.Exists(tx, "decidedById", *v.DecidedByID); err != nil {
				return err
			}
		}
		frozen, err := s.Freeze(tx.Statement.Context, planID)
		if err != nil {
			return fmt.Errorf("plans: freeze: %w", err)
		}
		v.seal(frozen)
		if v.Number, err = nextNumber(tx, planID); err != nil {
			return err
		}
		if err := insert(tx, &v); err != nil {
			return taken(err, "label", "Somebody else froze this plan just now.")
		}
		return s.trace(tx, user, "create", versionType, v.PlanID, v.ID, 1, nil, v.input())
	})
	return v, err
}

// Compare tells what differs from one version to another. Left out, from is the
// newest version and to is the plan as it is now.
func (s *Service) Compare(ctx context.Context, user auth.User, planID, from, to string) (all []Difference, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, planID); err != nil {
			return err
		}
		before, err := packageOf(tx, planID, "from", from)
		if err != nil {
			return err
		}
		var after []byte
		if to == "" || to == current {
			after, err = s.Freeze(tx.Statement.Context, planID)
		} else {
			after, err = packageOf(tx, planID, "to", to)
		}
		if err != nil {
			return err
		}
		all, err = Compare(before, after)
		return err
	})
	return all, err
}

func packageOf(tx *gorm.DB, planID, parameter, versionID string) ([]byte, error) {
	frozen, found, err := readPackage(tx, planID, versionID)
	if err == nil && !found {
		err = problem.BadRequest("invalidParameter", "A query parameter is not valid.",
			problem.Field{Name: parameter, Code: "unknownReference", Detail: "The plan has no such version."})
	}
	return frozen, err
}
