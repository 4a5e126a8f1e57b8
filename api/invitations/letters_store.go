package invitations

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/day"
)

// claim writes letters, and gives those that no other has written for the unit that day.
func claim(tx *gorm.DB, surveyID string, today day.Day, letters []Letter) (mine []Letter, err error) {
	if len(letters) == 0 {
		return nil, nil
	}
	if err := tx.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(letters, 500).Error; err != nil {
		return nil, err
	}
	var kept []string
	if err := tx.Model(&Letter{}).Where("survey_id = ? AND on_day = ?", surveyID, today).Pluck("id", &kept).Error; err != nil {
		return nil, err
	}
	first := make(map[string]bool, len(kept))
	for _, letterID := range kept {
		first[letterID] = true
	}
	for _, l := range letters {
		if first[l.ID] {
			mine = append(mine, l)
		}
	}
	return mine, nil
}

func findLetter(tx *gorm.DB, letterID string) (l Letter, known bool, err error) {
	var rows []Letter
	if err = tx.Where("id = ?", letterID).Limit(1).Find(&rows).Error; err != nil || len(rows) == 0 {
		return l, false, err
	}
	return rows[0], true, nil
}

func lettersOf(tx *gorm.DB, surveyID string, offset, limit int) (rows []Letter, total int, err error) {
	q := tx.Model(&Letter{}).Where("survey_id = ?", surveyID)
	var n int64
	if err := q.Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("id DESC").Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(n), err
}
