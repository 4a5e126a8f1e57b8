package timelines

import (
	"cmp"
	"slices"
	"time"

	"envagin/api/activities"
	"envagin/api/plans"
	"envagin/api/platform/day"
)

// Item is one entry of the feed, written or made. Of one that was made, Entry
// holds what a written one would say.
type Item struct {
	ID           string
	OfID         string // of the entry, activity, milestone, round or plan that it comes from
	Entry        Entry
	IsManual     bool
	ofDecision   bool // so that OfID is a decision's
	ofMeeting    bool // so that OfID is a meeting's
	startsAt     time.Time
	endsAt       time.Time
	place        string
	ActivityID   string
	ActivityCode string
	CodeKey      string
	BodyIDs      []string
	AllBoards    bool
	AreaIDs      []string
	State        activities.State
	lasting      day.Day // until when it goes on, though it is not shown as ending then
}

// Window is the days that a feed tells of; an unknown side is open.
type Window struct{ From, To day.Day }

// How far recurrence is followed where neither the plan nor the asker says.
const (
	monthsBack  = 12
	monthsAhead = 24
)

// within narrows the window to a plan's period, so that recurrence always has
// two ends; to is before from when they do not meet.
func (w Window) within(p plans.Plan, today day.Day) (from, to day.Day) {
	from, to = max(w.From, p.PeriodFrom), p.PeriodTo
	if w.To != "" && (to == "" || w.To < to) {
		to = w.To
	}
	if from == "" {
		from = today.AddMonths(-monthsBack)
	}
	if to == "" {
		to = max(today, from).AddMonths(monthsAhead)
	}
	return from, to
}

// holds tells whether any day of the item may lie in the window.
func (w Window) holds(it Item) bool {
	if w == (Window{}) {
		return true
	}
	first, last := it.span()
	last = max(last, it.lasting)
	return first != "" && (w.To == "" || first <= w.To) && (w.From == "" || w.From <= last)
}

// span is the first and the last day that an item may mean, both empty when it has
// no date. One whose beginning nobody knows stands at its end.
func (it Item) span() (first, last day.Day) {
	from, to := it.Entry.Date, it.Entry.End
	if !from.Known() {
		from = to
	}
	if !to.Known() {
		to = from
	}
	if !from.Known() {
		return "", ""
	}
	return from.Earliest(), to.Latest()
}

func (it Item) undated() bool {
	first, _ := it.span()
	return first == ""
}

// arrange keeps what lies in the window and puts it in order.
func arrange(items []Item, w Window) []Item {
	items = slices.DeleteFunc(items, func(it Item) bool { return !w.holds(it) })
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(
			cmp.Compare(firstOrLast(a), firstOrLast(b)),
			cmp.Compare(a.CodeKey, b.CodeKey),
			cmp.Compare(a.Entry.Kind, b.Entry.Kind),
			cmp.Compare(a.Entry.Title, b.Entry.Title),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return items
}

// firstOrLast is the day an item is sorted by: those without one come last.
func firstOrLast(it Item) day.Day {
	first, _ := it.span()
	return cmp.Or(first, "9999")
}

// single is an entry as it was written, whether it comes back or not.
func single(e Entry) Item {
	it := Item{ID: e.ID, OfID: e.ID, Entry: e, IsManual: true, BodyIDs: []string{}}
	if e.BodyID != nil {
		it.BodyIDs = []string{*e.BodyID}
	}
	return it
}

// written gives the times of an entry: one, or each time that it comes back.
func written(e Entry, p plans.Plan, w Window, today day.Day) []Item {
	it := single(e)
	if e.Recurrence.Kind == activities.Once {
		return []Item{it}
	}
	from, to := w.within(p, today)
	return times(it, e.Recurrence.Within(e.Date, from, to))
}

// times copies an item to each of its days, each with an id of its own.
func times(it Item, days []day.Dated) []Item {
	out := make([]Item, len(days))
	for i, d := range days {
		out[i] = it
		out[i].ID += "-" + stamp(d)
		out[i].Entry.Date = d
	}
	return out
}

// stamp is a day as far as it is known: 2021, 2021-03 or 2021-03-15.
func stamp(d day.Dated) string {
	switch d.Precision {
	case day.ToYear:
		return string(d.Day[:4])
	case day.ToMonth:
		return string(d.Day[:7])
	default:
		return string(d.Day)
	}
}

// ofActivity is the bar of an activity's period. One whose start is not known has
// an end alone: nothing says that it began then.
func ofActivity(a activities.Activity, p plans.Plan) Item {
	it := Item{ID: string(Activity) + "-" + a.ID, OfID: a.ID, ActivityID: a.ID, ActivityCode: a.Code, CodeKey: a.CodeKey, State: a.Status,
		Entry: Entry{PlanID: a.PlanID, Key: a.Key, Kind: Activity, Title: a.Title, Date: a.Start, End: a.End, Lang: a.Lang, Source: a.DatesSource,
			Recurrence: activities.Recurrence{Kind: activities.Once}, CreatedAt: a.CreatedAt, UpdatedAt: a.UpdatedAt}}
	if a.Start.Known() && !a.End.Known() {
		it.lasting = p.PeriodTo
	}
	return it
}

// ofMilestone gives the times of a milestone.
func ofMilestone(m activities.Milestone, a activities.Activity, p plans.Plan, w Window, today day.Day) []Item {
	it := Item{ID: string(Milestone) + "-" + m.ID, OfID: m.ID, ActivityID: a.ID, ActivityCode: a.Code, CodeKey: a.CodeKey,
		Entry: Entry{PlanID: a.PlanID, Key: m.Key, Kind: Milestone, Title: m.Title, Date: m.Due, Recurrence: m.Recurrence,
			Lang: a.Lang, Source: m.Source, CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt}}
	asked := today
	if p.PeriodTo != "" && p.PeriodTo < today {
		asked = p.PeriodTo // states are those of the plan's last day
	}
	switch {
	case a.Status == activities.Cancelled:
		it.State = activities.Cancelled
	case m.DoneOn != "":
		it.State = activities.Done
	case m.LateOn(asked):
		it.State = activities.Late
	}
	if m.Recurrence.Kind == activities.Once {
		return []Item{it}
	}
	from, to := w.within(p, today)
	return times(it, m.Occurrences(from, to))
}

// ofRound gives the days on which reports are due.
func ofRound(r plans.ReportingRound, p plans.Plan) []Item {
	due := r.DueDates(p.PeriodTo)
	days := make([]day.Dated, len(due))
	for i, d := range due {
		days[i] = day.Dated{Day: d, Precision: day.ToDay}
	}
	return times(Item{ID: string(ReportDue) + "-" + r.ID, OfID: r.ID, BodyIDs: []string{},
		Entry: Entry{PlanID: r.PlanID, Key: r.Key, Kind: ReportDue, Title: r.Name, Recurrence: rhythm(r.EveryMonths), Lang: p.Lang,
			Source: r.Source, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt}}, days)
}

// rhythm is how a round comes back in the words of recurrence, for the year wheel.
func rhythm(everyMonths int) activities.Recurrence {
	switch {
	case everyMonths == 12:
		return activities.Recurrence{Kind: activities.Yearly}
	case everyMonths < 12 && 12%everyMonths == 0:
		return activities.Recurrence{Kind: activities.PerYear, Times: 12 / everyMonths}
	default:
		return activities.Recurrence{Kind: activities.Once}
	}
}

// ofPlan gives a plan's period, adoption and revisions.
func ofPlan(p plans.Plan) []Item {
	item := func(kind Kind, body *string, d, end day.Dated) Item {
		it := Item{ID: string(kind) + "-" + p.ID, OfID: p.ID, BodyIDs: []string{},
			Entry: Entry{PlanID: p.ID, Key: p.Key, Kind: kind, Title: p.Name, Date: d, End: end, BodyID: body, Lang: p.Lang, Source: p.Source,
				Recurrence: activities.Recurrence{Kind: activities.Once}, CreatedAt: p.CreatedAt, UpdatedAt: p.UpdatedAt}}
		if body != nil {
			it.BodyIDs = []string{*body}
		}
		return it
	}
	var out []Item
	if p.PeriodFrom != "" {
		it := item(PlanPeriod, p.OwnerID, day.Dated{Day: p.PeriodFrom, Precision: day.ToDay}, day.Dated{})
		if p.PeriodTo != "" {
			it.Entry.End = day.Dated{Day: p.PeriodTo, Precision: day.ToDay}
		} else {
			it.lasting = day.Last
		}
		out = append(out, it)
	}
	if p.Decision.Known() {
		it := item(Decision, p.ApprovingBodyID, p.Decision, day.Dated{})
		it.Entry.Reference = p.DecisionReference
		out = append(out, it)
	}
	out = append(out, times(item(Revision, p.DocumentOwnerID, day.Dated{}, day.Dated{}), p.RevisionDates)...)
	return out
}

// concerns tells whether an item that belongs to no activity concerns a body.
func concerns(it Item, bodyID string) bool { return slices.Contains(it.BodyIDs, bodyID) }
