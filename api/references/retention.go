package references

import (
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
)

// Retention is how long it is known who a former member was. The role and what the
// member was called to stay, since they tell how the plan was carried out.
func (s *Service) Retention() []erasure.Rule {
	return []erasure.Rule{{
		Key: "reference-names", Tables: []string{"reference_members"}, Act: erasure.Anonymise,
		Sv: "Namn och konto för den som har lämnat referensgruppen; rollen står kvar", En: "Name and account of those who have left the reference group; the role stays",
		BasisSv: erasure.PersonalSv, BasisEn: erasure.PersonalEn, Days: 730, Min: 30, Max: 3650,
		Count: func(tx *gorm.DB, before time.Time) (int, error) {
			var n int64
			err := left(tx, before).Count(&n).Error
			return int(n), err
		},
		Erase: func(tx *gorm.DB, run erasure.Run) (int, error) {
			var members []Member
			if err := left(tx, run.Before).Order("id").Limit(min(run.Most, mostForgotten)).Find(&members).Error; err != nil {
				return 0, err
			}
			return len(members), s.forget(tx, run.User, members)
		},
	}}
}

// mostForgotten bounds the members of one transaction: each leaves its own trace.
const mostForgotten = 50

// left are the members who left before an instant and of whom it is known who they were.
func left(tx *gorm.DB, before time.Time) *gorm.DB {
	return tx.Model(&Member{}).Where("(user_id IS NOT NULL OR name <> '') AND valid_to <> '' AND valid_to < ?", day.Of(before))
}

func (s *Service) forget(tx *gorm.DB, user auth.User, members []Member) error {
	for _, m := range members {
		gone := m.forgotten(s.clock.Now())
		if err := updateMember(tx, &gone); err != nil {
			return err
		}
		if err := s.traceMember(tx, user, "forget", gone, m.traced(), gone.traced()); err != nil {
			return err
		}
	}
	return nil
}
