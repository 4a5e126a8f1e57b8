package meetings

import (
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

// Names are what meetings are called, by id. The steering group's are not among
// them: that they are held is not for everyone.
func Names(tx *gorm.DB, meetingIDs []string) (map[string]string, error) {
	var rows []Meeting
	if err := tx.Select("id", "title").Where("id IN ? AND kind <> ?", meetingIDs, Steering).Find(&rows).Error; err != nil {
		return nil, err
	}
	names := make(map[string]string, len(rows))
	for _, m := range rows {
		names[m.ID] = m.Title
	}
	return names, nil
}

// FindVisible gives a meeting to those for whom it exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, meetingID string) (Meeting, error) {
	return visible(tx, user, meetingID)
}

// Waiting are the tasks that meetings up to a day gave and that are not done, those
// due first standing first; what was given behind closed doors is not among them.
func Waiting(tx *gorm.DB, today day.Day, limit int) ([]OpenTask, error) {
	tasks, err := openTasks(tx, []Kind{Council, Joint, Steering}, today, limit)
	return slices.DeleteFunc(tasks, func(t OpenTask) bool { return t.IsSecret }), err
}

// LatestHeld is the day of the latest meeting of a kind that was held before a day;
// empty when none was.
func LatestHeld(tx *gorm.DB, kind Kind, before day.Day) (day.Day, error) {
	var days []day.Day
	err := tx.Model(&Meeting{}).Where("kind = ? AND state IN ? AND held_on < ?", kind, []State{Held, InAdjustment, Adjusted}, before).
		Order("held_on DESC").Limit(1).Pluck("held_on", &days).Error
	if err != nil || len(days) == 0 {
		return "", err
	}
	return days[0], nil
}
