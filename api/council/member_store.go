package council

import (
	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

func insertMember(tx *gorm.DB, m *Member) error { return tx.Create(m).Error }

func updateMember(tx *gorm.DB, m *Member) error {
	res := tx.Model(&Member{}).Where("id = ? AND version = ?", m.ID, m.Version-1).Select("*").Updates(m)
	return database.OneRow(res.Error, res.RowsAffected)
}

func removeMember(tx *gorm.DB, m Member) error {
	res := tx.Where("id = ? AND version = ?", m.ID, m.Version).Delete(&Member{})
	return database.OneRow(res.Error, res.RowsAffected)
}

func findMember(tx *gorm.DB, memberID string) (Member, error) {
	var m Member
	err := tx.Where("id = ?", memberID).Take(&m).Error
	return m, database.Missing(tx, err, memberType, memberID)
}

// mandatesOn are all the mandates of a seat, past and to come.
func mandatesOn(tx *gorm.DB, seatID string) (mandates []Member, err error) {
	err = tx.Where("seat_id = ?", seatID).Order("valid_from, id").Find(&mandates).Error
	return mandates, err
}

// allOf are all the mandates of a person.
func allOf(tx *gorm.DB, userID string) (mandates []Member, err error) {
	err = tx.Where("user_id = ?", userID).Order("valid_from, id").Find(&mandates).Error
	return mandates, err
}

// listMembers gives a page of mandates, the latest first, and how many match in all.
func listMembers(tx *gorm.DB, f MemberFilter, drafts bool, today day.Day) ([]Member, int, error) {
	q := tx.Model(&Member{})
	seats := tx.Model(&Seat{}).Select("id")
	if !drafts {
		seats = seats.Where("plan_id NOT IN (?)", plans.DraftIDs(tx))
	}
	if f.Body != "" {
		seats = seats.Where("(body_id = ? OR appointing_body_id = ?)", f.Body, f.Body)
	}
	if f.Seat != "" {
		seats = seats.Where("id = ?", f.Seat)
	}
	q = q.Where("seat_id IN (?)", seats)
	if f.Person != "" {
		q = q.Where("user_id = ?", f.Person)
	}
	if f.On != "" {
		q = q.Where("valid_from <= ? AND (valid_to = '' OR valid_to >= ?)", f.On, f.On)
	}
	if f.Ending {
		q = q.Where("valid_from <= ? AND valid_to BETWEEN ? AND ?", today, today, today.AddDays(soon))
	}
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	members := []Member{}
	err := q.Order("valid_from DESC, id DESC").Offset(f.Offset).Limit(f.Limit).Find(&members).Error
	return members, int(total), err
}

// seatsByID are the seats with these ids.
func seatsByID(tx *gorm.DB, seatIDs []string) (map[string]Seat, error) {
	var seats []Seat
	if err := tx.Where("id IN ?", seatIDs).Find(&seats).Error; err != nil {
		return nil, err
	}
	byID := make(map[string]Seat, len(seats))
	for _, s := range seats {
		byID[s.ID] = s
	}
	return byID, nil
}
