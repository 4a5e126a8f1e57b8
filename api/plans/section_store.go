package plans

import "gorm.io/gorm"

// outline reads a plan's sections without their texts, which numbers and
// references do not need.
func outline(tx *gorm.DB, planID string) (Contents, error) {
	var sections []Section
	if err := tx.Omit("body").Where("plan_id = ?", planID).Find(&sections).Error; err != nil {
		return Contents{}, err
	}
	return contentsOf(sections), nil
}

// withBodies gives the same sections in the same order with their texts.
func withBodies(tx *gorm.DB, sections []Section) ([]Section, error) {
	ids := make([]string, len(sections))
	for i, s := range sections {
		ids[i] = s.ID
	}
	var rows []Section
	if err := tx.Where("id IN ?", ids).Find(&rows).Error; err != nil {
		return nil, err
	}
	byID := make(map[string]Section, len(rows))
	for _, r := range rows {
		byID[r.ID] = r
	}
	out := make([]Section, len(ids))
	for i, id := range ids {
		out[i] = byID[id]
	}
	return out, nil
}

// insertSections is one statement, so that parents and children may come in any order.
func insertSections(tx *gorm.DB, sections []Section) error {
	if len(sections) == 0 {
		return nil
	}
	return tx.Create(&sections).Error
}

func anchorTaken(err error) error {
	return taken(err, "anchor", "There is already a section with this anchor in the plan.")
}
