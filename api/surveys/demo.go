package surveys

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
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

// DemoDays dates an invented round back in time: when it opened, closed and was published.
func (s *Service) DemoDays(ctx context.Context, surveyID string, opened, closed, published day.Day) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		return tx.Model(&Survey{}).Where("id = ?", surveyID).
			Select("opens_on", "closes_on", "opened_on", "closed_on", "published_on").
			Updates(Survey{OpensOn: opened, ClosesOn: closed, OpenedOn: opened, ClosedOn: closed, PublishedOn: published}).Error
	})
}

// DemoNext gives an invented draft its titles and days.
func (s *Service) DemoNext(ctx context.Context, w Whole, sv, en string, opens, closes day.Day) (Whole, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		w.Version++
		w.OpensOn, w.ClosesOn = opens, closes
		w.TitleSv, w.TitleEn = sv, en
		return update(tx, &w.Survey)
	})
	return w, err
}
