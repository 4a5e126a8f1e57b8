package surveys

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
)

// Demo makes an invented open round for units, with the shipped questionnaire.
func (s *Service) Demo(ctx context.Context, planID string) error {
	coordinator := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Coordinator}}}
	today := s.clock.Today()
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		ctx := tx.Statement.Context
		round, err := s.Create(ctx, coordinator, Survey{Key: "demo-kartlaggning", Answering: UnitAnswers, PlanID: &planID,
			TitleSv: "Kartläggning av arbetet mot våld", TitleEn: "Mapping of the work against violence",
			IntroSv: "Varje enhet svarar en gång, tillsammans. Svaren visar hur vi arbetar i dag, vad vi vill utveckla och vad andra kan lära av.",
			IntroEn: "Each unit answers once, together. The answers show how we work today, what we want to develop and what others can learn from.",
			OpensOn: today.AddDays(-20), ClosesOn: today.AddDays(25)}, nil, true)
		if err != nil {
			return err
		}
		_, err = s.Open(ctx, coordinator, round.ID, round.Version)
		return err
	})
}
