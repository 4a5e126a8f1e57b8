package meetings

import (
	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/files"
)

func findPaper(tx *gorm.DB, itemID, paperID string) (p SeenPaper, err error) {
	err = tx.Where("id = ? AND item_id = ?", paperID, itemID).Take(&p.Paper).Error
	if err := database.Missing(tx, err, paperType, paperID); err != nil {
		return p, err
	}
	seen, err := withFiles(tx, []Paper{p.Paper})
	if err != nil {
		return p, err
	}
	return seen[0], nil
}

// papersOf are the papers of items, in the order they came, in two questions.
func papersOf(tx *gorm.DB, itemIDs ...string) ([]SeenPaper, error) {
	if len(itemIDs) == 0 {
		return nil, nil
	}
	var papers []Paper
	if err := tx.Where("item_id IN ?", itemIDs).Order("id").Limit(maxPapers * maxItems).Find(&papers).Error; err != nil {
		return nil, err
	}
	return withFiles(tx, papers)
}

func withFiles(tx *gorm.DB, papers []Paper) ([]SeenPaper, error) {
	owners := []string{}
	for _, p := range papers {
		if p.FileID != nil {
			owners = append(owners, p.ID)
		}
	}
	found, err := files.Of(tx, paperType, owners...)
	of := make(map[string]*files.File, len(found))
	for i := range found {
		of[found[i].OwnerID] = &found[i]
	}
	out := make([]SeenPaper, len(papers))
	for i, p := range papers {
		out[i] = SeenPaper{p, of[p.ID]}
	}
	return out, err
}

func countPapers(tx *gorm.DB, itemID string) (int, error) {
	var n int64
	err := tx.Model(&Paper{}).Where("item_id = ?", itemID).Count(&n).Error
	return int(n), err
}

func insertPaper(tx *gorm.DB, p *Paper) error { return tx.Create(p).Error }

func removePaper(tx *gorm.DB, p Paper) error {
	if err := files.Remove(tx, paperType, p.ID); err != nil {
		return err
	}
	res := tx.Where("id = ?", p.ID).Delete(&Paper{})
	return database.OneRow(res.Error, res.RowsAffected)
}
