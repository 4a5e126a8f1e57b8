package timelines

import (
	"envagin/api/activities"
	"envagin/api/council"
	"envagin/api/platform/day"
)

// ofMandates are the mandates of those who hold seats, by the seat's name and
// never the person's. Who stands in has the same days as a rule, and is left out.
func ofMandates(mandates []council.Member, seats []council.Seat) []Item {
	byID := make(map[string]council.Seat, len(seats))
	for _, s := range seats {
		byID[s.ID] = s
	}
	var out []Item
	for _, m := range mandates {
		s, known := byID[m.SeatID]
		if !known || m.IsSubstitute {
			continue
		}
		it := Item{ID: string(Mandate) + "-" + m.ID, OfID: m.ID, BodyIDs: []string{},
			Entry: Entry{PlanID: s.PlanID, Key: s.Key, Kind: Mandate, Title: s.NameSv, BodyID: s.AppointingBodyID, Lang: "sv", Source: "municipality",
				Date: day.Dated{Day: m.ValidFrom, Precision: day.ToDay}, Recurrence: activities.Recurrence{Kind: activities.Once},
				CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt}}
		if m.ValidTo != "" {
			it.Entry.End = day.Dated{Day: m.ValidTo, Precision: day.ToDay}
		} else {
			it.lasting = day.Last
		}
		for _, bodyID := range []*string{s.BodyID, s.AppointingBodyID} {
			if bodyID != nil {
				it.BodyIDs = append(it.BodyIDs, *bodyID)
			}
		}
		out = append(out, it)
	}
	return out
}
