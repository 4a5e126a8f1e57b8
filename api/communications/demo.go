package communications

import (
	"context"
	"fmt"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

// demoCommunication is an invented communication, in so many days from today, and
// done when that says so.
type demoCommunication struct {
	message, audience, channel string
	direction                  Direction
	days                       int
	precision                  day.Precision
	body, code                 string
	done                       bool
}

var demoCommunications = []demoCommunication{
	{"Kartläggningen är igång: så svarar din enhet, och så hjälper metodstödet till.", "Alla chefer och kontaktpersoner", "Intranätet och chefsbrevet", Inward, -45, day.ToDay, "ks", "1.2", true},
	{"En väg in till allt stöd: här finns hjälpen, dygnet runt.", "Alla som bor i Umeå", "Kommunens webbplats och busskort", Outward, -20, day.ToDay, "ks", "1.4", true},
	{"Samtalsstödet vid Centrum mot våld är öppet också kvällstid.", "Den som är utsatt och den som möter utsatta", "Affischer på vårdcentraler och bibliotek", Outward, -6, day.ToDay, "ifn", "2.2", false},
	{"Vägledningen när en medarbetare har blivit utsatt för våld.", "Alla chefer", "Chefsdag", Inward, 14, day.ToDay, "ks", "2.7", false},
	{"Vad blev gjort i år? Årets uppföljning på två sidor.", "Alla som bor i Umeå", "Kommunens webbplats och lokalpressen", Outward, 70, day.ToMonth, "ks", "1.3", false},
	{"Goda exempel mot mobbning, från skola till skola.", "Personal i skolan", "Arbetsplatsträffar", Inward, 120, day.ToMonth, "gymnasie-och-vuxenutbildningsnamnden", "2.8", false},
}

// Demo plans some invented communications, dated relative to today. activityIDs are
// by code, bodies by key.
func (s *Service) Demo(ctx context.Context, planID string, activityIDs, bodies map[string]string) error {
	editor, today := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Editor}}}, s.clock.Today()
	for _, d := range demoCommunications {
		bodyID, activityID := bodies[d.body], activityIDs[d.code]
		row := Communication{PlanID: planID, ActivityID: &activityID, Message: d.message, Audience: d.audience, Direction: d.direction, Channel: d.channel,
			Date: day.Dated{Day: today.AddDays(d.days), Precision: d.precision}, ResponsibleBodyID: &bodyID, Lang: "sv"}
		if d.done {
			row.DoneOn = row.Date.Day
		}
		if _, err := s.Create(ctx, editor, row); err != nil {
			return fmt.Errorf("communications: demo %q: %w", d.message, err)
		}
	}
	return nil
}
