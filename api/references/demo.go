package references

import (
	"context"
	"fmt"

	"envagin/api/platform/auth"
)

// demoMember is an invented member, whom an activity has called in since so many
// days ago and for so many days from today.
type demoMember struct {
	role, body  string
	competences []string
	code, why   string
	since, left int
}

var demoMembers = []demoMember{
	{"Kurator, ungdomshälsan", "region-vasterbotten", []string{"barn som bevittnar våld", "unga som utövar våld"}, "2.2", "Läsa rutinen för unga som söker stöd.", 40, 80},
	{"Forskare i genusvetenskap", "", []string{"förebyggande arbete med normer"}, "2.1", "Bedöma vilka metoder som har stöd i forskning.", 120, -20},
	{"Tolkförmedlare", "", []string{"samtal genom tolk", "hedersrelaterat våld"}, "", "", 0, 0},
}

// Demo fills the reference group with some invented members, dated relative to
// today. activityIDs are by code, bodies by key. None of them has a name.
func (s *Service) Demo(ctx context.Context, activityIDs, bodies map[string]string) error {
	coordinator, today := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Coordinator}}}, s.clock.Today()
	for _, d := range demoMembers {
		m := Member{Role: d.role, Competences: d.competences, ValidFrom: today.AddDays(-200)}
		if bodyID, known := bodies[d.body]; known {
			m.BodyID = &bodyID
		}
		m.settle()
		made, err := s.CreateMember(ctx, coordinator, m)
		if err != nil {
			return fmt.Errorf("references: demo %q: %w", d.role, err)
		}
		if d.code == "" {
			continue
		}
		k := Calling{MemberID: made.ID, ActivityID: activityIDs[d.code], ValidFrom: today.AddDays(-d.since), ValidTo: today.AddDays(d.left), Why: d.why}
		if _, err := s.CreateCalling(ctx, coordinator, k); err != nil {
			return fmt.Errorf("references: demo calling of %q: %w", d.role, err)
		}
	}
	return nil
}
