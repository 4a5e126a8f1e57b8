package council

import (
	"slices"
	"strings"

	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// SeatsOn are the council's seats on a day, in their order, each with who sits
// there and who stands in. Seats of drafts are not among them.
func SeatsOn(tx *gorm.DB, on day.Day) ([]Place, error) {
	seats, err := seatsOn(tx, on)
	if err != nil {
		return nil, err
	}
	return places(tx, seats, on)
}

// FindVisible gives a seat to those for whom its plan exists, and 404 to others.
func FindVisible(tx *gorm.DB, user auth.User, seatID string) (Seat, error) {
	seat, err := findSeat(tx, seatID)
	if err != nil {
		return seat, err
	}
	if _, err := plans.FindVisible(tx, user, seat.PlanID); problem.Missing(err) {
		return Seat{}, problem.NotFound(seatType)
	} else if err != nil {
		return Seat{}, err
	}
	return seat, nil
}

// SeatsExist checks that ids are seats; the problem names the caller's field.
// Empty ids are skipped by the caller.
func SeatsExist(tx *gorm.DB, field string, seatIDs ...string) error {
	wanted := slices.Compact(slices.Sorted(slices.Values(seatIDs)))
	if len(wanted) == 0 {
		return nil
	}
	var n int64
	if !slices.ContainsFunc(wanted, id.Invalid) {
		if err := tx.Model(&Seat{}).Where("id IN ?", wanted).Count(&n).Error; err != nil {
			return err
		}
	}
	if int(n) != len(wanted) {
		return problem.Invalid(problem.Field{Name: field, Code: "unknownReference", Detail: "There is no such seat."})
	}
	return nil
}

// SeatNames are the Swedish names of seats, by id.
func SeatNames(tx *gorm.DB, seatIDs []string) (map[string]string, error) {
	var seats []Seat
	if err := tx.Select("id", "name_sv").Where("id IN ?", seatIDs).Find(&seats).Error; err != nil {
		return nil, err
	}
	names := make(map[string]string, len(seats))
	for _, s := range seats {
		names[s.ID] = s.NameSv
	}
	return names, nil
}

// Ending are the seats whose holder's mandate ends within so many days with
// nobody to follow, and those whose last mandate has ended; those that end first
// stand first. Seats that nobody has sat on yet are not among them.
func Ending(tx *gorm.DB, today day.Day, days int) ([]Place, error) {
	all, err := SeatsOn(tx, today)
	if err != nil {
		return nil, err
	}
	until := today.AddDays(days)
	ending := slices.DeleteFunc(all, func(p Place) bool {
		return p.State != Expired && (p.State != EndsSoon || p.EndsOn > until)
	})
	slices.SortStableFunc(ending, func(a, b Place) int { return strings.Compare(string(a.EndsOn), string(b.EndsOn)) })
	return ending, nil
}
