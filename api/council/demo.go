package council

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

// demoMandates are who of the demo accounts sits where, by the seats' keys; one
// mandate is soon to end, so that it is seen how that is told.
var demoMandates = []struct {
	seat string
	role auth.RoleName
	ends int // in so many days; 0 when no end is decided
}{
	{"umebra", auth.Coordinator, 0},
	{"centrum-mot-vald", auth.Expert, 0},
	{"aldreomsorg", auth.Member, 0},
	{"personal", auth.Manager, 0},
	{"forskola-och-grundskola", auth.Officer, 75},
}

// Demo lets demo accounts sit in the council, by an invented decision of the body
// that is above all others.
func (s *Service) Demo(ctx context.Context, above string) error {
	coordinator, today := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Coordinator}}}, s.clock.Today()
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		seats, err := seatsOn(tx, today)
		if err != nil {
			return err
		}
		byKey := make(map[string]string, len(seats))
		for _, seat := range seats {
			byKey[seat.Key] = seat.ID
		}
		from := day.Date(today.Year()-1, 1, 1)
		for _, d := range demoMandates {
			a := Appointment{SeatID: byKey[d.seat], Email: accounts.DemoEmail(d.role), From: from,
				Decision: &DecisionFacts{Date: day.Dated{Day: from.AddDays(-30), Precision: day.ToDay}, BodyID: above, RegistrationNumber: "DEMO-4"}}
			if d.ends > 0 {
				a.To = today.AddDays(d.ends)
			}
			if _, err := s.Appoint(tx.Statement.Context, coordinator, a); err != nil {
				return fmt.Errorf("council: demo %s: %w", d.seat, err)
			}
		}
		return nil
	})
}
