package responses

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

func insertUse(tx *gorm.DB, u *Use) error { return tx.Create(u).Error }

func findUse(tx *gorm.DB, responseID, useID string) (u Use, err error) {
	err = tx.Where("id = ? AND response_id = ?", useID, responseID).Take(&u).Error
	return u, database.Missing(tx, err, useType, useID)
}

func removeUse(tx *gorm.DB, u Use) error {
	res := tx.Where("id = ? AND version = ?", u.ID, u.Version).Delete(&Use{})
	return database.OneRow(res.Error, res.RowsAffected)
}

// listUses gives a page of what was made of a round's answers, the newest first.
// units narrows it to those of some units; nil does not.
func listUses(tx *gorm.DB, f UseFilter, units []string) (rows []Use, total int, err error) {
	q := tx.Model(&Use{}).Where("survey_id = ?", f.SurveyID)
	if units != nil {
		q = q.Where("response_id IN (SELECT id FROM responses WHERE survey_id = ? AND unit_id IN ?)", f.SurveyID, units)
	}
	if f.Kind != "" {
		q = q.Where("kind = ?", f.Kind)
	}
	if total, err = count(q); err != nil {
		return nil, 0, err
	}
	err = q.Order("id DESC").Offset(f.Offset).Limit(f.Limit).Find(&rows).Error
	return rows, total, err
}

// unitsOf are the units of these responses.
func unitsOf(tx *gorm.DB, responseIDs []string) (map[string]string, error) {
	var rows []Response
	err := tx.Select("id", "unit_id").Where("id IN ?", responseIDs).Find(&rows).Error
	out := make(map[string]string, len(rows))
	for _, r := range rows {
		out[r.ID] = r.UnitID
	}
	return out, err
}

// findDescription gives a response's description, or one that nobody has written.
func findDescription(tx *gorm.DB, r Response) (Description, error) {
	var d Description
	err := tx.Where("response_id = ?", r.ID).Take(&d).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Description{ResponseID: r.ID, UnitID: r.UnitID, State: NotWritten}, nil
	}
	return d, err
}

func saveDescription(tx *gorm.DB, d *Description) error {
	if d.Version == 1 {
		return tx.Create(d).Error
	}
	res := tx.Model(&Description{}).Where("response_id = ? AND version = ?", d.ResponseID, d.Version-1).Select("*").Updates(d)
	return database.OneRow(res.Error, res.RowsAffected)
}

// publicOf is what stands on the public site of a unit: what was approved last.
func publicOf(tx *gorm.DB, unitID string) (d Description, err error) {
	err = tx.Where("unit_id = ? AND public_on <> ''", unitID).Order("public_on DESC, response_id DESC").Limit(1).Take(&d).Error
	return d, database.Missing(tx, err, descriptionType, unitID)
}
