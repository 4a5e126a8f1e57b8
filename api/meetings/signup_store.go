package meetings

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// findPlaces gives how many may come; none at all where nobody has said.
func findPlaces(tx *gorm.DB, meetingID string) (p Places, err error) {
	err = tx.Where("meeting_id = ?", meetingID).Limit(1).Find(&p).Error
	p.MeetingID = meetingID
	return p, err
}

// lockPlaces makes others who sign up wait for this transaction.
func lockPlaces(tx *gorm.DB, meetingID string) (Places, error) {
	return findPlaces(tx.Clauses(clause.Locking{Strength: "UPDATE"}), meetingID)
}

func savePlaces(tx *gorm.DB, p *Places) error {
	if p.Version == 1 {
		return tx.Create(p).Error
	}
	res := tx.Model(&Places{}).Where("meeting_id = ? AND version = ?", p.MeetingID, p.Version-1).Select("*").Updates(p)
	return database.OneRow(res.Error, res.RowsAffected)
}

// takenPlaces counts the places that are taken, but for those of one address.
func takenPlaces(tx *gorm.DB, meetingID, butFor string) (n int, err error) {
	err = tx.Raw("SELECT COALESCE(SUM(seats), 0) FROM forum_sign_ups WHERE meeting_id = ? AND email_key <> ?", meetingID, butFor).Scan(&n).Error
	return n, err
}

// saveSignUp keeps it in place of an earlier one of the same address.
func saveSignUp(tx *gorm.DB, s *SignUp) error {
	err := tx.Where("meeting_id = ? AND email_key = ?", s.MeetingID, s.EmailKey).Delete(&SignUp{}).Error
	if err != nil {
		return err
	}
	return tx.Create(s).Error
}

func listSignUps(tx *gorm.DB, meetingID string, offset, limit int) (rows []SignUp, total int, err error) {
	q := tx.Model(&SignUp{}).Where("meeting_id = ?", meetingID)
	var n int64
	if err := q.Session(&gorm.Session{}).Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("id").Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(n), err
}

func findSignUp(tx *gorm.DB, signUpID string) (s SignUp, err error) {
	var found []SignUp
	if err := tx.Where("id = ?", signUpID).Limit(1).Find(&found).Error; err != nil {
		return s, err
	}
	if len(found) == 0 {
		return s, problem.NotFound(signUpType)
	}
	return found[0], nil
}

func removeSignUp(tx *gorm.DB, meetingID, signUpID string) error {
	res := tx.Where("id = ? AND meeting_id = ?", signUpID, meetingID).Delete(&SignUp{})
	if res.Error == nil && res.RowsAffected == 0 {
		return problem.NotFound(signUpType)
	}
	return res.Error
}
