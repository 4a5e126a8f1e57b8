package plans

import "gorm.io/gorm"

func listRounds(tx *gorm.DB, planID string, offset, limit int) ([]ReportingRound, int, error) {
	return page[ReportingRound](tx.Model(&ReportingRound{}).Where("plan_id = ?", planID), "first_due, id", offset, limit)
}

func roundKeyTaken(err error) error {
	return taken(err, "key", "There is already a reporting round with this key in the plan.")
}
