package timelines

import (
	"cmp"
	"slices"

	"envagin/api/activities"
	"envagin/api/meetings"
	"envagin/api/plans"
	"envagin/api/platform/day"
)

// told are the states of meetings that everyone is told of: one that is only
// planned may still move, and one that is cancelled goes from people's calendars.
var told = []meetings.State{meetings.Called, meetings.Open, meetings.Held, meetings.InAdjustment, meetings.Adjusted}

// ofMeetings are the council's meetings and the open forum, each under the plan
// whose period it falls in, else under the latest plan; plans that have no council
// have no part in it.
func ofMeetings(rows []meetings.Meeting, withCouncil []plans.Plan) []Item {
	slices.SortFunc(withCouncil, func(a, b plans.Plan) int { return -cmpPeriods(a, b) })
	var out []Item
	for _, m := range rows {
		p := planOn(withCouncil, m.HeldOn)
		it := Item{ID: string(Meeting) + "-" + m.ID, OfID: m.ID, BodyIDs: []string{}, ofMeeting: true,
			startsAt: m.StartsAt, endsAt: m.EndsAt, place: m.Place,
			Entry: Entry{PlanID: p.ID, Key: m.ID, Kind: Meeting, Title: m.Title, Date: day.Dated{Day: m.HeldOn, Precision: day.ToDay},
				Lang: "sv", Source: "municipality", Recurrence: activities.Recurrence{Kind: activities.Once}, CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt}}
		out = append(out, it)
	}
	return out
}

// planOn is the plan in force that day, of those given with the latest first; else the latest.
func planOn(latestFirst []plans.Plan, on day.Day) plans.Plan {
	for _, p := range latestFirst {
		if p.PeriodFrom <= on && (p.PeriodTo == "" || on <= p.PeriodTo) {
			return p
		}
	}
	return latestFirst[0]
}

// cmpPeriods orders plans by when their periods begin.
func cmpPeriods(a, b plans.Plan) int {
	return cmp.Or(cmp.Compare(a.PeriodFrom, b.PeriodFrom), cmp.Compare(a.ID, b.ID))
}
