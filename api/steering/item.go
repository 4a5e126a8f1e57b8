package steering

import (
	"cmp"
	"slices"
	"strings"

	"envagin/api/activities"
	"envagin/api/council"
	"envagin/api/decisions"
	"envagin/api/meetings"
	"envagin/api/platform/day"
	"envagin/api/questions"
	"envagin/api/timelines"
)

// Kind is why something stands on the steering group's page.
type Kind string // @name SteeringKind

// The kinds, in the order in which they are read.
const (
	Late     Kind = "late"     // an activity has passed a day that it should have met
	Changed  Kind = "changed"  // somebody reported, finished or cancelled since last time
	Stale    Kind = "stale"    // nobody has reported for too long
	Due      Kind = "due"      // a day comes on which something is to be done
	Decision Kind = "decision" // a decision waits to be reported back on
	Task     Kind = "task"     // a meeting gave somebody something to do
	Mandate  Kind = "mandate"  // a seat of the council is empty or soon will be
	Question Kind = "question" // a question to the experts waits
)

var kinds = []Kind{Late, Changed, Stale, Due, Decision, Task, Mandate, Question}

// Item is one thing to know of.
type Item struct {
	Kind       Kind
	On         day.Day // "" when it has no day
	Title      string
	TitleEn    string // where names stand in both languages
	Lang       string
	Code       string
	ObjectType string
	ObjectID   string
	State      string
	Reason     activities.Reason
	Text       string
	BodyID     string
	of         string // tells apart what one thing has several of
	key        string // orders what has the same day
}

const (
	// aheadDays is how far ahead what is due is told of.
	aheadDays = 60
	// mandateDays is how long before its end a mandate is told of.
	mandateDays = 90
	// sinceDays is how far back one looks when nobody says.
	sinceDays = 90
	// most bounds each kind.
	most = 60
)

// ofActivity is an activity that stands there for the state it is in.
func ofActivity(kind Kind, a activities.Activity) Item {
	it := Item{Kind: kind, Title: a.Title, Lang: a.Lang, Code: a.Code, ObjectType: "activity", ObjectID: a.ID,
		State: string(a.Status), Reason: a.Reason, key: a.CodeKey}
	switch {
	case kind == Stale:
		it.On = a.LastReportOn
	case a.CancelledOn != "" && kind == Changed:
		it.On = a.CancelledOn
	case kind == Changed:
		it.On = a.Done.Latest()
	case a.End.Known():
		it.On = a.End.Latest()
	}
	return it
}

// changes are the activities of which something was told since last time, each
// once: an end weighs more than a report, and the latest report more than others.
func changes(ended []activities.Activity, reports []activities.Report, named map[string]activities.Activity) []Item {
	var out []Item
	told := map[string]bool{}
	for _, a := range ended {
		told[a.ID] = true
		out = append(out, ofActivity(Changed, a))
	}
	for _, r := range reports {
		if told[r.ActivityID] {
			continue
		}
		told[r.ActivityID] = true
		a := named[r.ActivityID]
		out = append(out, Item{Kind: Changed, On: r.AsOf, Title: a.Title, Lang: a.Lang, Code: a.Code, ObjectType: "activity", ObjectID: r.ActivityID,
			State: string(r.State), Text: cmp.Or(r.Deviation, r.Done), BodyID: r.BodyID})
	}
	slices.SortStableFunc(out, func(a, b Item) int { return cmp.Compare(b.On, a.On) })
	return out
}

// dueKinds are the entries of the timeline that ask somebody to do something by a day.
var dueKinds = []timelines.Kind{timelines.Milestone, timelines.ReportDue, timelines.Meeting, timelines.Revision}

// due are the days that come, of what is not done yet.
func due(feed []timelines.Item, today day.Day) []Item {
	var out []Item
	for _, t := range feed {
		on := t.Entry.Date.Latest()
		if !slices.Contains(dueKinds, t.Entry.Kind) || on < today || on > today.AddDays(aheadDays) ||
			t.State == activities.Done || t.State == activities.Cancelled {
			continue
		}
		it := Item{Kind: Due, On: on, Title: t.Entry.Title, Lang: t.Entry.Lang, Code: t.ActivityCode, ObjectType: string(t.Entry.Kind), ObjectID: t.OfID}
		if t.ActivityID != "" {
			it.ObjectType, it.ObjectID = "activity", t.ActivityID
		}
		out = append(out, it)
	}
	slices.SortStableFunc(out, func(a, b Item) int { return cmp.Compare(a.On, b.On) })
	return out
}

// sameDecision tells that another item is the decision whose reporting back this one is.
func (it Item) sameDecision(o Item) bool { return o.Kind == Decision && o.ObjectID == it.ObjectID }

// ofSeat is a seat of the council that is empty or soon will be.
func ofSeat(p council.Place) Item {
	return Item{Kind: Mandate, On: p.EndsOn, Title: p.Seat.NameSv, TitleEn: p.Seat.NameEn, Lang: "sv", ObjectType: "councilSeat", ObjectID: p.Seat.ID, State: string(p.State)}
}

// ofDecision is a decision that nobody has reported back on yet.
func ofDecision(d decisions.Decision, today day.Day) Item {
	it := Item{Kind: Decision, On: d.ReportBack.Latest(), Title: d.Title, Lang: d.Lang, ObjectType: "decision", ObjectID: d.ID, Text: d.RegistrationNumber}
	if d.BodyID != nil {
		it.BodyID = *d.BodyID
	}
	if d.LateOn(today) {
		it.State = "late"
	}
	return it
}

// ofTask is something that a meeting gave somebody to do.
func ofTask(t meetings.OpenTask, today day.Day) Item {
	title, _, _ := strings.Cut(strings.TrimSpace(t.Text), "\n")
	it := Item{Kind: Task, On: t.DueOn, Title: title, Lang: "sv", ObjectType: "councilMeeting", ObjectID: t.MeetingID, of: t.ID}
	if t.ResponsibleBodyID != nil {
		it.BodyID = *t.ResponsibleBodyID
	}
	if t.DueOn != "" && t.DueOn < today {
		it.State = "late"
	}
	return it
}

// ofQuestion is a question to the experts that has waited too long; the day is the first on which it had.
func ofQuestion(w questions.Wait) Item {
	it := Item{Kind: Question, On: w.LateFrom(), Title: w.Title, Lang: w.Lang, ObjectType: "councilQuestion", ObjectID: w.ID, State: "late"}
	if w.AskedByBodyID != nil {
		it.BodyID = *w.AskedByBodyID
	}
	return it
}

// counts are how many there are of each kind, also of those with none.
func counts(items []Item) []CountView {
	out := make([]CountView, len(kinds))
	for i, kind := range kinds {
		out[i].Kind = kind
		for _, it := range items {
			if it.Kind == kind {
				out[i].Count++
			}
		}
	}
	return out
}
