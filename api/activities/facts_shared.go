package activities

import (
	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/day"
)

// What those who follow the plan ask for, of plans that are published. Call
// SettleDay first, so that the states hold today.

// InState are the activities of a state, by code.
func InState(tx *gorm.DB, state State, limit int) ([]Activity, error) {
	return facts(tx.Where("status = ?", state), "code_key, id", limit)
}

// Stale are the activities that go on and on which too long ago was reported, by
// code. Those that are late are told of as such.
func Stale(tx *gorm.DB, limit int) ([]Activity, error) {
	return facts(tx.Where("is_stale = ? AND status IN ?", true, []State{OnTrack, AtRisk, NoInformation}), "code_key, id", limit)
}

// EndedSince are the activities that were done or cancelled on a day or later, the latest first.
func EndedSince(tx *gorm.DB, since, today day.Day, limit int) ([]Activity, error) {
	return facts(tx.Where("(done_day BETWEEN ? AND ?) OR (cancelled_on BETWEEN ? AND ?)", since, today, since, today),
		"updated_at DESC, id DESC", limit)
}

func facts(q *gorm.DB, order string, limit int) ([]Activity, error) {
	rows := []Activity{}
	err := q.Where("plan_id NOT IN (?)", plans.DraftIDs(q)).Order(order).Limit(limit).Find(&rows).Error
	return rows, err
}

// ReportsSince are the reports on a day or later, the latest first.
func ReportsSince(tx *gorm.DB, since, today day.Day, limit int) ([]Report, error) {
	rows := []Report{}
	err := tx.Where("as_of BETWEEN ? AND ?", since, today).Where("activity_id NOT IN (?)", InDrafts(tx)).
		Order("as_of DESC, id DESC").Limit(limit).Find(&rows).Error
	return rows, err
}
