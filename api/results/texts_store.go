package results

import (
	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// TextFilter chooses among a round's texts; what is empty chooses nothing.
type TextFilter struct {
	Question  string
	Dimension string
	Group     string
	State     TextState
}

func insertTexts(tx *gorm.DB, texts []Text) error {
	if len(texts) == 0 {
		return nil
	}
	return tx.CreateInBatches(texts, 200).Error
}

func listTexts(tx *gorm.DB, surveyID string, f TextFilter, offset, limit int) (rows []Text, total int, err error) {
	q := tx.Model(&Text{}).Where("survey_id = ?", surveyID)
	for column, value := range map[string]string{"question_key": f.Question, "dimension": f.Dimension, "group_key": f.Group, "state": string(f.State)} {
		if value != "" {
			q = q.Where(column+" = ?", value)
		}
	}
	var n int64
	if err := q.Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("question_key, dimension, group_key, id").Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(n), err
}

func findText(tx *gorm.DB, surveyID, textID string) (Text, error) {
	var rows []Text
	err := tx.Where("id = ? AND survey_id = ?", textID, surveyID).Limit(1).Find(&rows).Error
	if err == nil && len(rows) == 0 {
		err = problem.NotFound(textType)
	}
	if err != nil {
		return Text{}, err
	}
	return rows[0], nil
}

func updateText(tx *gorm.DB, t Text) error {
	// The version in the condition decides between two who read the same text.
	res := tx.Model(&Text{}).Where("id = ? AND version = ?", t.ID, t.Version-1).Select("*").Updates(&t)
	return database.OneRow(res.Error, res.RowsAffected)
}

func anyWaits(tx *gorm.DB, surveyID string) (bool, error) {
	var rows []Text
	err := tx.Select("id").Where("survey_id = ? AND state = ?", surveyID, Waiting).Limit(1).Find(&rows).Error
	return len(rows) > 0, err
}

// tellTexts leaves of a round's texts what everyone may read.
func tellTexts(tx *gorm.DB, surveyID string) error {
	if err := tx.Where("survey_id = ? AND state = ?", surveyID, Withheld).Delete(&Text{}).Error; err != nil {
		return err
	}
	return tx.Model(&Text{}).Where("survey_id = ? AND state = ?", surveyID, Allowed).
		Updates(map[string]any{"state": ToldTexts, "wording": gorm.Expr("told"), "struck": "[]", "version": gorm.Expr("version + 1")}).Error
}
