package references

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/activities"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func insertMember(tx *gorm.DB, m *Member) error { return tx.Create(m).Error }

func updateMember(tx *gorm.DB, m *Member) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Member{}).Where("id = ? AND version = ?", m.ID, m.Version-1).Select("*").Updates(m)
	return database.OneRow(res.Error, res.RowsAffected)
}

func removeMember(tx *gorm.DB, m Member) error {
	res := tx.Where("id = ? AND version = ?", m.ID, m.Version).Delete(&Member{})
	if errors.Is(res.Error, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("inUse", "The member has been called in; give the membership a last day instead, so that it can be read who was called to what.")
	}
	return database.OneRow(res.Error, res.RowsAffected)
}

func findMember(tx *gorm.DB, memberID string) (Member, error) {
	var m Member
	err := tx.Where("id = ?", memberID).Take(&m).Error
	return m, database.Missing(tx, err, memberType, memberID)
}

// lockMember makes others who call in the same member wait for this transaction.
func lockMember(tx *gorm.DB, memberID string) error {
	return tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("id").Where("id = ?", memberID).Take(&Member{}).Error
}

func listMembers(tx *gorm.DB, f Filter) ([]Member, int, error) {
	q := tx.Model(&Member{})
	if f.Group != "" {
		q = q.Where("grp = ?", f.Group)
	}
	if f.Body != "" {
		q = q.Where("body_id = ?", f.Body)
	}
	if f.On != "" {
		q = q.Where("valid_from <= ? AND (valid_to = '' OR valid_to >= ?)", f.On, f.On)
	}
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	members := []Member{}
	err := q.Order("grp, sort_key, id").Offset(f.Offset).Limit(f.Limit).Find(&members).Error
	return members, int(total), err
}

// membersOf are all that an account is.
func membersOf(tx *gorm.DB, userID string) (members []Member, err error) {
	err = tx.Where("user_id = ?", userID).Order("id").Find(&members).Error
	return members, err
}

func membersByID(tx *gorm.DB, memberIDs []string) (map[string]Member, error) {
	var members []Member
	if err := tx.Where("id IN ?", memberIDs).Find(&members).Error; err != nil {
		return nil, err
	}
	byID := make(map[string]Member, len(members))
	for _, m := range members {
		byID[m.ID] = m
	}
	return byID, nil
}

func insertCalling(tx *gorm.DB, k *Calling) error { return tx.Create(k).Error }

func updateCalling(tx *gorm.DB, k *Calling) error {
	res := tx.Model(&Calling{}).Where("id = ? AND version = ?", k.ID, k.Version-1).Select("*").Updates(k)
	return database.OneRow(res.Error, res.RowsAffected)
}

func removeCalling(tx *gorm.DB, k Calling) error {
	res := tx.Where("id = ? AND version = ?", k.ID, k.Version).Delete(&Calling{})
	return database.OneRow(res.Error, res.RowsAffected)
}

func findCalling(tx *gorm.DB, callingID string) (Calling, error) {
	var k Calling
	err := tx.Where("id = ?", callingID).Take(&k).Error
	return k, database.Missing(tx, err, callingType, callingID)
}

// callingsOf are those of a member to an activity, past and to come.
func callingsOf(tx *gorm.DB, memberID, activityID string) (callings []Calling, err error) {
	err = tx.Where("member_id = ? AND activity_id = ?", memberID, activityID).Order("valid_from, id").Find(&callings).Error
	return callings, err
}

// allCallings are those of some members, by member.
func allCallings(tx *gorm.DB, members []Member) (map[string][]Calling, error) {
	ids := make([]string, len(members))
	for i, m := range members {
		ids[i] = m.ID
	}
	var rows []Calling
	err := tx.Where("member_id IN ?", ids).Order("valid_from, id").Find(&rows).Error
	byMember := map[string][]Calling{}
	for _, k := range rows {
		byMember[k.MemberID] = append(byMember[k.MemberID], k)
	}
	return byMember, err
}

// calledAfter tells whether some calling of a member goes on after a day.
func calledAfter(tx *gorm.DB, memberID string, d day.Day) (bool, error) {
	var n int64
	err := tx.Model(&Calling{}).Where("member_id = ? AND (valid_to = '' OR valid_to > ?)", memberID, d).Count(&n).Error
	return n > 0, err
}

// listCallings gives a page of the callings in which a column holds an id, the
// latest first, and how many there are.
func listCallings(tx *gorm.DB, column, value string, drafts bool, offset, limit int) ([]Calling, int, error) {
	q := tx.Model(&Calling{}).Where(column+" = ?", value)
	if !drafts {
		q = q.Where("activity_id NOT IN (?)", activities.InDrafts(tx))
	}
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	callings := []Calling{}
	err := q.Order("valid_from DESC, id DESC").Offset(offset).Limit(limit).Find(&callings).Error
	return callings, int(total), err
}

// countCurrent is to how many activities each member is called in on a day.
func countCurrent(tx *gorm.DB, memberIDs []string, drafts bool, on day.Day) (map[string]int, error) {
	q := tx.Model(&Calling{}).Select("member_id, count(*) AS n").
		Where("member_id IN ? AND valid_from <= ? AND (valid_to = '' OR valid_to >= ?)", memberIDs, on, on)
	if !drafts {
		q = q.Where("activity_id NOT IN (?)", activities.InDrafts(tx))
	}
	var rows []struct {
		MemberID string
		N        int
	}
	if err := q.Group("member_id").Scan(&rows).Error; err != nil {
		return nil, err
	}
	counts := make(map[string]int, len(rows))
	for _, r := range rows {
		counts[r.MemberID] = r.N
	}
	return counts, nil
}
