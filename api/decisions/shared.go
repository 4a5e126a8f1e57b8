package decisions

import (
	"slices"

	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Exists checks that ids are decisions; the problem names the caller's field.
// Empty ids are skipped by the caller.
func Exists(tx *gorm.DB, field string, decisionIDs ...string) error {
	wanted := slices.Compact(slices.Sorted(slices.Values(decisionIDs)))
	if len(wanted) == 0 {
		return nil
	}
	var n int64
	if !slices.ContainsFunc(wanted, id.Invalid) {
		if err := tx.Model(&Decision{}).Where("id IN ?", wanted).Count(&n).Error; err != nil {
			return err
		}
	}
	if int(n) != len(wanted) {
		return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "There is no such decision."})
	}
	return nil
}

// Find gives a decision, whoever may see it, without what it concerns.
func Find(tx *gorm.DB, decisionID string) (Decision, error) {
	var rows []Decision
	if err := tx.Where("id = ?", decisionID).Limit(1).Find(&rows).Error; err != nil {
		return Decision{}, err
	}
	if len(rows) == 0 {
		return Decision{}, problem.NotFound(objectType)
	}
	return rows[0], nil
}

// FindAll gives decisions by their ids, without what they concern; those that are
// not there are left out.
func FindAll(tx *gorm.DB, decisionIDs ...string) (map[string]Decision, error) {
	out := make(map[string]Decision, len(decisionIDs))
	if len(decisionIDs) == 0 {
		return out, nil
	}
	var rows []Decision
	err := tx.Where("id IN ?", decisionIDs).Find(&rows).Error
	for _, d := range rows {
		out[d.ID] = d
	}
	return out, err
}

// FindVisible gives a decision to those for whom its plan exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, decisionID string) (Decision, error) {
	return visible(tx, user, decisionID)
}

// Open are the decisions of published plans that are to be reported back and have
// not been, those that are due first standing first; without what they concern.
func Open(tx *gorm.DB, limit int) (rows []Decision, err error) {
	err = tx.Where("report_back_day <> '' AND reported_back_day = '' AND plan_id NOT IN (?)", plans.DraftIDs(tx)).
		Order("report_back_day, id").Limit(limit).Find(&rows).Error
	return rows, err
}
