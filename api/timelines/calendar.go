package timelines

import (
	ics "github.com/arran4/golang-ical"
)

// words say in a calendar what the kind of an entry is, as the interface does elsewhere.
var words = map[string]map[Kind]string{
	"sv": {Milestone: "Delmål", ReportDue: "Rapport", PlanPeriod: "Planperiod", Decision: "Beslut", Revision: "Revidering", Mandate: "Mandat i rådet", Communication: "Kommunikation"},
	"en": {Milestone: "Milestone", ReportDue: "Report due", PlanPeriod: "Plan period", Decision: "Decision", Revision: "Revision", Mandate: "Mandate in the council", Communication: "Communication"},
}

// calendarName is what a feed of several plans is called.
const calendarName = "En väg in"

// refresh is how often a calendar program should ask again.
const refresh = "PT12H"

// ical writes items as all-day events, but for meetings, which have their hours. One known only to the month or the year
// takes up the whole of it; its id is stable, so that a calendar program moves
// an event that has changed instead of adding another.
func ical(items []Item, name, lang string) []byte {
	if lang == "" {
		lang = "sv"
	}
	if name == "" {
		name = calendarName
	}
	cal := ics.NewCalendarFor("envagin")
	cal.SetProductId("-//envagin//timeline//" + lang)
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(name)
	cal.SetXPublishedTTL(refresh)
	cal.SetRefreshInterval(refresh)
	for _, it := range items {
		event := cal.AddEvent(it.ID + "@envagin")
		event.SetDtStampTime(it.Entry.UpdatedAt)
		event.SetLastModifiedAt(it.Entry.UpdatedAt)
		first, last := it.span()
		if it.ofMeeting {
			event.SetStartAt(it.startsAt)
			event.SetEndAt(it.endsAt)
			event.SetLocation(it.place)
		} else {
			event.SetAllDayStartAt(first.Time())
			event.SetAllDayEndAt(last.AddDays(1).Time()) // DTEND is the first day after
		}
		event.SetTimeTransparency(ics.TransparencyTransparent)
		event.SetSummary(summary(it, lang))
		if it.Entry.Description != "" {
			event.SetDescription(it.Entry.Description)
		}
		event.AddCategory(string(it.Entry.Kind))
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows))
}

// summary is an event's line: what it is, the activity's code, the title.
func summary(it Item, lang string) string {
	text := it.Entry.Title
	if it.ActivityCode != "" {
		text = it.ActivityCode + " " + text
	}
	if word := words[lang][it.Entry.Kind]; word != "" && (!it.IsManual) {
		text = word + ": " + text
	}
	return text
}
