package council

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/plans"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func insertSeat(tx *gorm.DB, s *Seat) error { return clearSeat(tx.Create(s).Error) }

func updateSeat(tx *gorm.DB, s *Seat) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Seat{}).Where("id = ? AND version = ?", s.ID, s.Version-1).Select("*").Updates(s)
	return database.OneRow(clearSeat(res.Error), res.RowsAffected)
}

func removeSeat(tx *gorm.DB, s Seat) error {
	res := tx.Where("id = ? AND version = ?", s.ID, s.Version).Delete(&Seat{})
	if errors.Is(res.Error, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("inUse", "Somebody has sat on this seat, or something points at it; give it a last day instead, so that its history stays.")
	}
	return database.OneRow(res.Error, res.RowsAffected)
}

// clearSeat turns what the database refused into words.
func clearSeat(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.Conflict("duplicate", "The plan has a seat with this key already.",
			problem.Field{Name: "key", Code: "duplicate", Detail: "Another seat of the plan has this key."})
	}
	return err
}

func findSeat(tx *gorm.DB, seatID string) (Seat, error) {
	var s Seat
	err := tx.Where("id = ?", seatID).Take(&s).Error
	return s, database.Missing(tx, err, seatType, seatID)
}

// lockSeat makes others who appoint to the seat wait for this transaction.
func lockSeat(tx *gorm.DB, seatID string) error {
	return tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("id").Where("id = ?", seatID).Take(&Seat{}).Error
}

// maxSeats bounds a council; the largest known has some thirty seats.
const maxSeats = 500

// published are the seats of plans that are not drafts, in order.
func published(tx *gorm.DB) *gorm.DB {
	return tx.Model(&Seat{}).Where("plan_id NOT IN (?)", plans.DraftIDs(tx)).Order("position, number, id").Limit(maxSeats)
}

// listSeats are the seats that a filter lets through, but for who sits there.
func listSeats(tx *gorm.DB, f Filter, drafts bool) (seats []Seat, err error) {
	q := published(tx)
	if f.Plan != "" && drafts {
		q = tx.Model(&Seat{}).Order("position, number, id").Limit(maxSeats)
	}
	if f.Plan != "" {
		q = q.Where("plan_id = ?", f.Plan)
	}
	if f.Body != "" {
		q = q.Where("(body_id = ? OR appointing_body_id = ?)", f.Body, f.Body)
	}
	err = q.Where("valid_from <= ? AND (valid_to = '' OR valid_to >= ?)", f.On, f.On).Find(&seats).Error
	return seats, err
}

func findByKey(tx *gorm.DB, planID, key string) (seats []Seat, err error) {
	err = tx.Where("plan_id = ? AND key = ?", planID, key).Limit(1).Find(&seats).Error
	return seats, err
}

func seatsOfPlan(tx *gorm.DB, planID string) (seats []Seat, err error) {
	err = tx.Where("plan_id = ?", planID).Limit(maxSeats).Find(&seats).Error
	return seats, err
}

func seatsOn(tx *gorm.DB, on day.Day) (seats []Seat, err error) {
	err = published(tx).Where("valid_from <= ? AND (valid_to = '' OR valid_to >= ?)", on, on).Find(&seats).Error
	return seats, err
}

// places reads the mandates of seats in one query and finds who sits where.
func places(tx *gorm.DB, seats []Seat, on day.Day) ([]Place, error) {
	ids := make([]string, len(seats))
	for i, s := range seats {
		ids[i] = s.ID
	}
	var mandates []Member
	if err := tx.Where("seat_id IN ?", ids).Order("valid_from, id").Find(&mandates).Error; err != nil {
		return nil, err
	}
	bySeat := map[string][]Member{}
	for _, m := range mandates {
		bySeat[m.SeatID] = append(bySeat[m.SeatID], m)
	}
	out := make([]Place, len(seats))
	for i, s := range seats {
		out[i] = placeOn(s, bySeat[s.ID], on)
	}
	return out, nil
}
