package results

import (
	"encoding/json"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/problem"
)

// counted is what a round tells, as it is kept: one row, however many answered.
type counted struct {
	SurveyID string `gorm:"primaryKey"`
	Told     string // Published as JSON
}

// TableName is where results are kept.
func (counted) TableName() string { return "survey_results" }

// keep keeps what a round tells, the first time, and tells whether it was. What has been counted is not counted again.
func keep(tx *gorm.DB, surveyID string, told Published) (bool, error) {
	text, err := json.Marshal(told)
	if err != nil {
		return false, fmt.Errorf("results: %w", err)
	}
	res := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&counted{surveyID, string(text)})
	return res.RowsAffected == 1, res.Error
}

func isCounted(tx *gorm.DB, surveyID string) (bool, error) {
	var n int64
	err := tx.Model(&counted{}).Where("survey_id = ?", surveyID).Count(&n).Error
	return n > 0, err
}

func find(tx *gorm.DB, surveyID string) (told Published, err error) {
	var rows []counted
	if err := tx.Where("survey_id = ?", surveyID).Limit(1).Find(&rows).Error; err != nil {
		return told, err
	}
	if len(rows) == 0 {
		return told, problem.NotFound(objectType)
	}
	if err := json.Unmarshal([]byte(rows[0].Told), &told); err != nil {
		return told, fmt.Errorf("results: %w", err)
	}
	return told, nil
}
