package activities

import (
	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/auth"
)

// FindVisible gives an activity to those for whom it exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, activityID string) (Activity, error) {
	return visible(tx, user, activityID)
}

// InDrafts is a subquery: the activities that only their plan's editors see.
func InDrafts(tx *gorm.DB) *gorm.DB {
	return tx.Session(&gorm.Session{NewDB: true}).Model(&Activity{}).Select("id").Where("plan_id IN (?)", plans.DraftIDs(tx))
}

// Named are the activities with these ids, with what they are called, whoever may see them.
func Named(tx *gorm.DB, activityIDs ...string) (map[string]Activity, error) {
	var rows []Activity
	if err := tx.Select("id", "plan_id", "code", "title", "lang").Where("id IN ?", activityIDs).Find(&rows).Error; err != nil {
		return nil, err
	}
	byID := make(map[string]Activity, len(rows))
	for _, a := range rows {
		byID[a.ID] = a
	}
	return byID, nil
}

// KeysByID are the keys of a plan's activities.
func KeysByID(tx *gorm.DB, planID string) (map[string]string, error) {
	var rows []Activity
	if err := tx.Select("id", "key").Where("plan_id = ?", planID).Find(&rows).Error; err != nil {
		return nil, err
	}
	keys := make(map[string]string, len(rows))
	for _, a := range rows {
		keys[a.ID] = a.Key
	}
	return keys, nil
}
