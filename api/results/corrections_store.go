package results

import (
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

func insertCorrection(tx *gorm.DB, c Correction) error { return tx.Create(&c).Error }

// listCorrections gives those that are made; all of them to whoever makes them.
func listCorrections(tx *gorm.DB, surveyID string, all bool, offset, limit int) (rows []Correction, total int, err error) {
	q := tx.Model(&Correction{}).Where("survey_id = ?", surveyID)
	if !all {
		q = q.Where("state = ?", CorrectionDone)
	}
	var n int64
	if err := q.Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("id").Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(n), err
}

// maxMade bounds what is put right in one round.
const maxMade = 100

// madeOf are the corrections that are made, in their order.
func madeOf(tx *gorm.DB, surveyID string) (rows []Correction, err error) {
	err = tx.Where("survey_id = ? AND state = ?", surveyID, CorrectionDone).Order("id").Limit(maxMade).Find(&rows).Error
	return rows, err
}

func findCorrection(tx *gorm.DB, correctionID string) (Correction, error) {
	var rows []Correction
	err := tx.Where("id = ?", correctionID).Limit(1).Find(&rows).Error
	if err == nil && len(rows) == 0 {
		err = problem.NotFound(correctionType)
	}
	if err != nil {
		return Correction{}, err
	}
	return rows[0], nil
}

// settleCorrection writes how it went, once.
func settleCorrection(tx *gorm.DB, c Correction) error {
	res := tx.Model(&Correction{}).Where("id = ? AND state = ?", c.ID, CorrectionWaiting).
		Updates(map[string]any{"state": c.State, "refusal": c.Refusal, "version": gorm.Expr("version + 1")})
	return database.OneRow(res.Error, res.RowsAffected)
}

// replaceTold puts what is told in place of what was told.
func replaceTold(tx *gorm.DB, surveyID string, told Published) error {
	text, err := json.Marshal(told)
	if err != nil {
		return fmt.Errorf("results: %w", err)
	}
	res := tx.Model(&counted{}).Where("survey_id = ?", surveyID).Update("told", string(text))
	return database.OneRow(res.Error, res.RowsAffected)
}

// removeTexts takes out what was told in words of the question or the group.
func removeTexts(tx *gorm.DB, c Correction) error {
	column := "question_key"
	if c.Kind == WithdrawGroup {
		column = "group_key"
	}
	return tx.Where("survey_id = ? AND "+column+" = ?", c.SurveyID, c.TargetKey).Delete(&Text{}).Error
}
