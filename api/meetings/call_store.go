package meetings

import (
	"gorm.io/gorm"

	"envagin/api/platform/problem"
)

// maxCallLetters bounds what is read of a meeting's letters.
const maxCallLetters = 5000

// callsOf gives a meeting's calls and their letters, the oldest first.
func callsOf(tx *gorm.DB, meetingID string) (calls []call, letters []callLetter, err error) {
	if err := tx.Where("meeting_id = ?", meetingID).Order("sequence").Limit(maxCallLetters).Find(&calls).Error; err != nil {
		return nil, nil, err
	}
	err = tx.Model(&callLetter{}).Joins("JOIN meeting_calls ON meeting_calls.id = meeting_call_letters.call_id").
		Where("meeting_calls.meeting_id = ?", meetingID).Order("meeting_calls.sequence, meeting_call_letters.id").Limit(maxCallLetters).
		Select("meeting_call_letters.*").Find(&letters).Error
	return calls, letters, err
}

func insertCall(tx *gorm.DB, c call, letters []callLetter) error {
	if err := tx.Create(&c).Error; err != nil || len(letters) == 0 {
		return err
	}
	return tx.Create(&letters).Error
}

// findCallLetter gives a letter with its call, and whether a later one holds.
func findCallLetter(tx *gorm.DB, letterID string) (l callLetter, c call, outdated bool, err error) {
	var found []callLetter
	if err := tx.Where("id = ?", letterID).Limit(1).Find(&found).Error; err != nil || len(found) == 0 {
		return l, c, false, orMissing(err)
	}
	l = found[0]
	if err := tx.Where("id = ?", l.CallID).Take(&c).Error; err != nil {
		return l, c, false, err
	}
	_, all, err := callsOf(tx, c.MeetingID)
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].UserID == l.UserID {
			outdated = all[i].ID != l.ID
			break
		}
	}
	return l, c, outdated, err
}

func orMissing(err error) error {
	if err == nil {
		err = problem.NotFound("letter")
	}
	return err
}
