package compilations

import (
	"gorm.io/gorm"

	"envagin/api/platform/database"
)

func listAnalyses(tx *gorm.DB, surveyID string, offset, limit int) (rows []Analysis, total int, err error) {
	q := tx.Model(&Analysis{}).Where("survey_id = ?", surveyID)
	var n int64
	if err := q.Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("question_key").Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(n), err
}

// findAnalysis gives what is said of a question; an empty one when nothing is.
func findAnalysis(tx *gorm.DB, surveyID, questionKey string) (Analysis, error) {
	var rows []Analysis
	err := tx.Where("survey_id = ? AND question_key = ?", surveyID, questionKey).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return Analysis{}, err
	}
	return rows[0], nil
}

func keepAnalysis(tx *gorm.DB, a Analysis) error {
	if a.Version == 1 {
		return tx.Create(&a).Error
	}
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Analysis{}).Where("id = ? AND version = ?", a.ID, a.Version-1).Select("*").Updates(&a)
	return database.OneRow(res.Error, res.RowsAffected)
}
