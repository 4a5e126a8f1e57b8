package meetings

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/problem"
)

func findPDF(tx *gorm.DB, pdfID string) (p PDF, err error) {
	err = tx.Where("id = ?", pdfID).Take(&p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = problem.NotFound(pdfType)
	}
	return p, err
}

func updatePDF(tx *gorm.DB, p PDF) error {
	return tx.Model(&PDF{}).Where("id = ?", p.ID).Select("state", "reason").Updates(&p).Error
}
