package plans

import "gorm.io/gorm"

func listGoals(tx *gorm.DB, planID string, drafts bool, offset, limit int) ([]Goal, int, error) {
	q := tx.Model(&Goal{})
	if planID != "" {
		q = q.Where("plan_id = ?", planID)
	}
	if !drafts {
		q = q.Where("plan_id IN (?)", visiblePlans(tx))
	}
	return page[Goal](q, "plan_id, position, id", offset, limit)
}

// planExists checks what a thing says that it belongs to.
func planExists(tx *gorm.DB, planID string) error {
	return allExist(tx.Model(&Plan{}), "planId", []string{planID}, "There is no such plan.")
}

func goalKeyTaken(err error) error {
	return taken(err, "key", "There is already a goal with this key in the plan.")
}
