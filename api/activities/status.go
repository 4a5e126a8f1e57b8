package activities

import (
	"fmt"
	"slices"

	"envagin/api/platform/day"
)

// State is how an activity goes, as one word.
type State string // @name ActivityStatus

// The states. NoInformation is said openly: silence is not progress.
const (
	OnTrack       State = "onTrack"
	AtRisk        State = "atRisk"
	Late          State = "late"
	Done          State = "done"
	NotStarted    State = "notStarted"
	NoInformation State = "noInformation"
	Cancelled     State = "cancelled"
	Merged        State = "merged"
)

// overridable are the states that may be set by hand; the rest have verbs of their own.
var overridable = []State{OnTrack, AtRisk, Late, NotStarted, NoInformation}

// Reason is why the state is what it is: a stable code, and a sentence.
type Reason struct {
	// Code names the rule that decided.
	Code string `json:"code" example:"deviationReported"`
	// Sv is the sentence in Swedish.
	Sv string `json:"sv" example:"Individ- och familjenämnden rapporterar en avvikelse."`
	// En is the sentence in English.
	En string `json:"en" example:"The Individual and Family Committee reports a deviation."`
} // @name StatusReason

// Facts is all that the status of an activity depends on.
type Facts struct {
	Activity     Activity
	Rows         []Responsibility // its own, or its parent's when it has none
	Boards       func(day.Day) []string
	BoardChanges []day.Day // the days on which "all boards" means others than the day before
	BoardDays    []day.Day // on which "all boards" may come to mean others
	Name         func(bodyID string) (sv, en string)
	Parts        []Part
	Milestones   []Milestone
	LateBefore   []string // codes of activities that come before and are late
	LastReportOn day.Day
	PeriodEnd    day.Day // the plan's last day; "" when open
	StaleAfter   int     // the plan's reporting interval in days
}

// Outcome is the status on a day, and the day it next can change by itself.
type Outcome struct {
	Status     State
	Reason     Reason
	Stale      bool
	NextChange day.Day
}

// StatusOn gives the status on day today. The first rule that holds decides;
// when the plan's period has ended, states are those of its last day.
func StatusOn(today day.Day, f Facts) Outcome {
	d, ended := today, false
	if f.PeriodEnd != "" && today > f.PeriodEnd {
		d, ended = f.PeriodEnd, true
	}
	out := decide(d, f)
	out.Stale = f.LastReportOn == "" || f.LastReportOn.AddDays(f.StaleAfter) < d
	if ended {
		out.Reason.Sv = "Planperioden är slut. " + out.Reason.Sv
		out.Reason.En = "The plan's period has ended. " + out.Reason.En
	} else {
		out.NextChange = nextDay(d, f)
	}
	return out
}

func decide(d day.Day, f Facts) Outcome {
	a := f.Activity
	say := func(s State, code, sv, en string) Outcome {
		return Outcome{Status: s, Reason: Reason{Code: code, Sv: sv, En: en}}
	}
	switch {
	case a.MergedIntoID != nil:
		return say(Merged, "merged", "Har gått upp i en annan aktivitet.", "Has become part of another activity.")
	case a.CancelledOn != "" && a.CancelledOn <= d:
		return say(Cancelled, "cancelled", "Inställd: "+a.CancelledReason, "Cancelled: "+a.CancelledReason)
	case a.Override.InForce(d):
		return say(a.Override.Status, "override", "Satt av samordnaren: "+a.Override.Reason, "Set by the coordinator: "+a.Override.Reason)
	case a.Done.Known() && a.Done.Earliest() <= d:
		return say(Done, "markedDone", "Markerad som klar.", "Marked as done.")
	}
	answers := AnswersOn(f.Rows, f.Boards(d), d)
	if allDone(answers, f.Parts) {
		return say(Done, "partsDone", "Alla ansvariga har rapporterat sin del som klar.", "All who answer have reported their part as done.")
	}
	for _, m := range f.Milestones {
		if m.LateOn(d) {
			return say(Late, "milestonePassed",
				fmt.Sprintf("Delmålet ”%s” skulle ha varit klart %s.", m.Title, sayDated(m.Due, "sv")),
				fmt.Sprintf("The milestone “%s” was due %s.", m.Title, sayDated(m.Due, "en")))
		}
	}
	if a.End.Known() && a.End.Latest() < d {
		return say(Late, "endPassed", "Slutdatum har passerat utan att aktiviteten är markerad som klar.", "The end has passed and the activity is not marked as done.")
	}
	for _, answer := range answers {
		if p := partOf(f.Parts, answer.BodyID); p != nil && p.State == PartDeviation {
			sv, en := f.Name(answer.BodyID)
			return say(AtRisk, "deviationReported", sv+" rapporterar en avvikelse.", en+" reports a deviation.")
		}
	}
	if len(f.LateBefore) > 0 {
		return say(AtRisk, "predecessorLate", "Aktivitet "+f.LateBefore[0]+" som kommer före är försenad.", "Activity "+f.LateBefore[0]+", which comes before, is late.")
	}
	reported := day.Dated{Day: f.LastReportOn, Precision: day.ToDay}
	said := struct{ sv, en string }{sayDated(reported, "sv"), sayDated(reported, "en")}
	if f.LastReportOn != "" && d <= f.LastReportOn.AddDays(f.StaleAfter) {
		return say(OnTrack, "recentReport", "Rapporterad "+said.sv+" utan avvikelse.", "Reported "+said.en+" without deviation.")
	}
	if a.Start.Known() && a.Start.Earliest() > d {
		return say(NotStarted, "startAhead", "Startar "+sayDated(a.Start, "sv")+".", "Starts "+sayDated(a.Start, "en")+".")
	}
	if f.LastReportOn != "" {
		return say(NoInformation, "reportStale", "Senast rapporterad "+said.sv+".", "Last reported "+said.en+".")
	}
	return say(NoInformation, "neverReported", "Ingen har rapporterat ännu.", "Nobody has reported yet.")
}

// allDone asks those who answer to the council, not those who help.
func allDone(answers []Answer, parts []Part) bool {
	found := false
	for _, answer := range answers {
		if answer.Role != Answerable {
			continue
		}
		p := partOf(parts, answer.BodyID)
		if p == nil || p.State != PartDone {
			return false
		}
		found = true
	}
	return found
}

func partOf(parts []Part, bodyID string) *Part {
	for i := range parts {
		if parts[i].BodyID == bodyID {
			return &parts[i]
		}
	}
	return nil
}

// nextDay is the first day after d on which a rule may decide otherwise though
// nobody writes anything.
func nextDay(d day.Day, f Facts) day.Day {
	a := f.Activity
	next := nextChange(f.Rows, d)
	for _, turn := range f.BoardDays {
		next = sooner(next, d, turn)
	}
	next = sooner(next, d, a.CancelledOn)
	next = sooner(next, d, a.Override.Until.AddDays(1))
	next = sooner(next, d, a.Done.Earliest())
	next = sooner(next, d, a.Start.Earliest())
	next = sooner(next, d, a.End.Latest().AddDays(1))
	next = sooner(next, d, f.LastReportOn.AddDays(f.StaleAfter+1))
	if slices.ContainsFunc(f.Rows, func(r Responsibility) bool { return r.Rule == AllBoards }) {
		for _, change := range f.BoardChanges {
			next = sooner(next, d, change)
		}
	}
	for _, m := range f.Milestones {
		if m.Recurrence.Kind == Once {
			next = sooner(next, d, m.Due.Latest().AddDays(1))
		}
	}
	if f.PeriodEnd != "" {
		next = sooner(next, d, f.PeriodEnd.AddDays(1))
	}
	return next
}

func sayDated(d day.Dated, lang string) string {
	t := d.Day.Time()
	switch d.Precision {
	case day.ToYear:
		if lang == "sv" {
			return fmt.Sprintf("%d", t.Year())
		}
		return fmt.Sprintf("in %d", t.Year())
	case day.ToMonth:
		if lang == "sv" {
			return fmt.Sprintf("i %s %d", monthsSv[t.Month()-1], t.Year())
		}
		return fmt.Sprintf("in %s %d", t.Month(), t.Year())
	default:
		if lang == "sv" {
			return fmt.Sprintf("den %d %s %d", t.Day(), monthsSv[t.Month()-1], t.Year())
		}
		return fmt.Sprintf("on %d %s %d", t.Day(), t.Month(), t.Year())
	}
}

var monthsSv = [12]string{"januari", "februari", "mars", "april", "maj", "juni",
	"juli", "augusti", "september", "oktober", "november", "december"}
