package timelines

import (
	"envagin/api/activities"
	"envagin/api/platform/day"
	"envagin/api/surveys"
)

// ofSurvey is a round of the mapping, from the day on which it opens to the last day to answer.
func ofSurvey(s surveys.Survey) Item {
	dated := func(on day.Day) (d day.Dated) {
		if on != "" {
			d = day.Dated{Day: on, Precision: day.ToDay}
		}
		return d
	}
	from := s.OpenedOn
	if from == "" {
		from = s.OpensOn
	}
	it := Item{ID: string(Survey) + "-" + s.ID, OfID: s.ID, BodyIDs: []string{},
		Entry: Entry{PlanID: *s.PlanID, Key: s.Key, Kind: Survey, Title: s.TitleSv, Date: dated(from), End: dated(s.ClosesOn), Lang: "sv", Source: "municipality",
			Recurrence: activities.Recurrence{Kind: activities.Once}, CreatedAt: s.CreatedAt, UpdatedAt: s.UpdatedAt}}
	if s.State == surveys.Closed || s.State == surveys.Published {
		it.State = activities.Done
	}
	return it
}
