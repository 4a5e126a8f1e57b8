package meetings

import "gorm.io/gorm"

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
