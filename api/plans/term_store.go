package plans

import (
	"gorm.io/gorm"

	"envagin/api/platform/database"
)

func findTerm(tx *gorm.DB, v Vocabulary, termID string) (Term, error) {
	var t Term
	err := tx.Table(v.table).Where("id = ?", termID).Take(&t).Error
	return t, database.Missing(tx, err, v.objectType, termID)
}

func listTerms(tx *gorm.DB, v Vocabulary, key string, offset, limit int) ([]Term, int, error) {
	q := tx.Table(v.table)
	if key != "" {
		q = q.Where("key = ?", key)
	}
	return page[Term](q, "position, id", offset, limit)
}

func termKeyTaken(err error) error { return taken(err, "key", "There is already one with this key.") }
