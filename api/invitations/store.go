package invitations

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/day"
)

func nightOf(tx *gorm.DB, surveyID string) (day.Day, error) {
	var rows []night
	err := tx.Where("survey_id = ?", surveyID).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return "", err
	}
	return rows[0].LastDay, nil
}

func countedOf(tx *gorm.DB, surveyID string) (map[string]int, error) {
	var rows []counted
	err := tx.Where("survey_id = ?", surveyID).Find(&rows).Error
	out := make(map[string]int, len(rows))
	for _, r := range rows {
		out[r.GroupID] = r.Answered
	}
	return out, err
}

// keepCounted puts a night's numbers in place of the last.
func keepCounted(tx *gorm.DB, surveyID string, rows []counted, today day.Day) error {
	if err := tx.Where("survey_id = ?", surveyID).Delete(&counted{}).Error; err != nil {
		return err
	}
	if len(rows) > 0 {
		if err := tx.CreateInBatches(rows, 500).Error; err != nil {
			return err
		}
	}
	return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&night{surveyID, today}).Error
}
