package invitations

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

func insertSending(tx *gorm.DB, s StaffSending, letters []waitingLetter) error {
	if err := tx.Create(&s).Error; err != nil {
		return err
	}
	return tx.CreateInBatches(letters, 200).Error
}

// takeLetter takes a waiting letter away, and gives it with its sending; false when another has taken it.
func takeLetter(tx *gorm.DB, letterID string) (l waitingLetter, s StaffSending, taken bool, err error) {
	var letters []waitingLetter
	// Whoever takes it at the same time waits, and finds it gone.
	err = tx.Clauses(clause.Returning{}).Where("id = ?", letterID).Delete(&letters).Error
	if err != nil || len(letters) == 0 {
		return l, s, false, err
	}
	err = tx.Where("id = ?", letters[0].SendingID).Take(&s).Error
	return letters[0], s, err == nil, err
}

func putBack(tx *gorm.DB, l waitingLetter) error { return tx.Create(&l).Error }

// count adds to how a sending went.
func (s StaffSending) count(tx *gorm.DB, sent, failed, unsure int) error {
	return tx.Model(&StaffSending{}).Where("id = ?", s.ID).Updates(map[string]any{
		"sent": gorm.Expr("sent + ?", sent), "failed": gorm.Expr("failed + ?", failed), "unsure": gorm.Expr("unsure + ?", unsure)}).Error
}

func sendingsOf(tx *gorm.DB, surveyID string, offset, limit int) (rows []StaffSending, total int, err error) {
	q := tx.Model(&StaffSending{}).Where("survey_id = ?", surveyID)
	var n int64
	if err := q.Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("id DESC").Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(n), err
}
