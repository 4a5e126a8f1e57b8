package decisions

import (
	"context"
	"fmt"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/source"
)

// demoDecision is an invented decision, made so many days ago; to be reported back
// in so many days from today, and reported back so many days ago. 0 is never.
type demoDecision struct {
	key, body, title, text string
	ago, due, done         int
	codes                  []string
	motions                []Motion
	reservations           []Reservation
	registrationNumber     string
}

var demoDecisions = []demoDecision{
	{key: "demo-uppfoljning", body: "kf", title: "Fullmäktige ger i uppdrag att redovisa uppföljningen per nämnd", registrationNumber: "DEMO-1",
		text: "Uppföljningen redovisas en gång om året, för varje nämnd för sig.", ago: 330, due: -60, done: 30, codes: []string{"1.3"},
		motions: []Motion{{MovedBy: "Ett parti", Text: "Uppföljningen redovisas två gånger om året.", Outcome: Withdrawn}}},
	{key: "demo-centrum", body: "ifn", title: "Nämnden bygger ut samtalsstödet vid Centrum mot våld", registrationNumber: "DEMO-2",
		text: "- Samtalsstödet erbjuds även kvällstid.\n- Förvaltningen återkommer med vad det kostar.", ago: 120, due: 40, codes: []string{"2.2"},
		motions:      []Motion{{MovedBy: "Två partier", Text: "Stödet byggs ut först när kostnaden är känd.", Outcome: Rejected}, {MovedBy: "Två andra partier", Text: "Enligt förslaget.", Outcome: Carried}},
		reservations: []Reservation{{By: "Två partier", Text: "Till förmån för eget yrkande."}}},
	{key: "demo-boende", body: "ks", title: "Styrelsen ger i uppdrag att redovisa behovet av skyddat boende", registrationNumber: "DEMO-3",
		text: "Redovisningen görs tillsammans med individ- och familjenämnden.", ago: 95, due: -12, codes: []string{"2.5", "2.6"}},
}

const invented = "\n\n*Påhittat beslut, för att visa hur tjänsten fungerar.*"

// Demo enters some invented decisions, dated relative to today. activityIDs are by
// code, bodies by key.
func (s *Service) Demo(ctx context.Context, planID string, activityIDs, bodies map[string]string) error {
	secretary, today := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Secretary}}}, s.clock.Today()
	on := func(days int) day.Dated {
		if days == 0 {
			return day.Dated{}
		}
		return day.Dated{Day: today.AddDays(days), Precision: day.ToDay}
	}
	for _, d := range demoDecisions {
		bodyID := bodies[d.body]
		row := Decision{PlanID: planID, Key: d.key, BodyID: &bodyID, Date: on(-d.ago), RegistrationNumber: d.registrationNumber, Title: d.title,
			Text: d.text + invented, Lang: "sv", Motions: listed(d.motions), Reservations: listed(d.reservations), ReportBack: on(d.due), ReportedBack: on(-d.done), Source: source.Municipality}
		for _, code := range d.codes {
			row.Concerns = append(row.Concerns, Thing{Activity, activityIDs[code]})
		}
		if _, err := s.Create(ctx, secretary, row); err != nil {
			return fmt.Errorf("decisions: demo %q: %w", d.title, err)
		}
	}
	return nil
}
