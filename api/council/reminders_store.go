package council

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// key tells reminders apart.
func (r reminder) key() string { return r.SeatID + " " + r.Occasion + " " + r.UserID }

// remembered are the reminders of today's occasions that were asked for already.
func remembered(tx *gorm.DB, due []Place) (map[string]bool, error) {
	seatIDs, occasions := make([]string, len(due)), make([]string, len(due))
	for i, p := range due {
		seatIDs[i], occasions[i] = p.Seat.ID, p.occasion()
	}
	var rows []reminder
	if err := tx.Where("seat_id IN ? AND occasion IN ?", seatIDs, occasions).Find(&rows).Error; err != nil {
		return nil, err
	}
	told := make(map[string]bool, len(rows))
	for _, r := range rows {
		told[r.key()] = true
	}
	return told, nil
}

// claim writes a reminder, for one caller only.
func claim(tx *gorm.DB, r reminder) (first bool, err error) {
	res := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&r)
	return res.RowsAffected == 1, res.Error
}

func inLetter(tx *gorm.DB, letterID string) (rows []reminder, err error) {
	err = tx.Where("letter_id = ?", letterID).Find(&rows).Error
	return rows, err
}
