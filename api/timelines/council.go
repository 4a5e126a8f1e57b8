package timelines

import (
	"strings"

	"envagin/api/activities"
	"envagin/api/communications"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/platform/day"
	"envagin/api/platform/source"
)

// ofDecision is what a body decided, on its day, and the day by which it is to be
// reported back. Which of them is wanted, the asker says.
func ofDecision(d decisions.Decision) []Item {
	item := func(kind Kind, on day.Dated) Item {
		it := single(Entry{ID: d.ID, PlanID: d.PlanID, Key: d.Key, Kind: kind, Title: d.Title, Date: on, BodyID: d.BodyID,
			Reference: d.RegistrationNumber, Lang: d.Lang, Source: d.Source, Recurrence: activities.Recurrence{Kind: activities.Once},
			CreatedAt: d.CreatedAt, UpdatedAt: d.UpdatedAt})
		it.ID, it.IsManual, it.ofDecision = string(kind)+"-"+d.ID, false, true
		return it
	}
	out := []Item{item(Decision, d.Date)}
	if d.ReportBack.Known() {
		out = append(out, item(ReportDue, d.ReportBack))
	}
	return out
}

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

// ofCommunication is something that is told, by its first line.
func ofCommunication(m communications.Communication) Item {
	it := single(Entry{ID: m.ID, PlanID: m.PlanID, Kind: Communication, Title: firstLine(m.Message), Description: m.Audience, Date: m.Date, BodyID: m.ResponsibleBodyID,
		Lang: m.Lang, Source: source.Municipality, Recurrence: activities.Recurrence{Kind: activities.Once}, CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt})
	it.ID, it.IsManual = string(Communication)+"-"+m.ID, false
	if m.DoneOn != "" {
		it.State = activities.Done
	}
	return it
}

// titleLength is how long an entry's line may be.
const titleLength = 120

// firstLine is the beginning of a text, as one line.
func firstLine(text string) string {
	line, _, more := strings.Cut(strings.TrimSpace(text), "\n")
	letters := []rune(strings.TrimSpace(line))
	if len(letters) > titleLength {
		letters, more = letters[:titleLength], true
	}
	if more {
		return string(letters) + " …"
	}
	return string(letters)
}
