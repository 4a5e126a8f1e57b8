package meetings

import (
	"fmt"
	"net/url"
	"slices"
	"time"

	ics "github.com/arran4/golang-ical"

	"envagin/api/platform/id"
)

// call is one time that people were called to a meeting, told of a change, or told
// that it is off. Sequence is what calendars go by: the highest holds.
type call struct {
	ID        string
	MeetingID string
	Sequence  int
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

func (call) TableName() string { return "meeting_calls" }

// callLetter is a letter of a call to one person.
type callLetter struct {
	ID     string
	CallID string
	UserID string
	Method string
}

func (callLetter) TableName() string { return "meeting_call_letters" }

// What a letter's calendar entry does (RFC 5546).
const (
	request = "REQUEST"
	cancel  = "CANCEL"
)

// lettersOf says who is written to: those who are to come, and those who were called
// before and are not to come any more.
func lettersOf(callID string, before []callLetter, coming []string) []callLetter {
	last := map[string]string{}
	for _, l := range before {
		last[l.UserID] = l.Method
	}
	var out []callLetter
	add := func(userID, method string) {
		if !slices.ContainsFunc(out, func(l callLetter) bool { return l.UserID == userID }) {
			out = append(out, callLetter{ID: id.New(), CallID: callID, UserID: userID, Method: method})
		}
	}
	for _, userID := range coming {
		add(userID, request)
	}
	for _, l := range before {
		if last[l.UserID] == request {
			add(l.UserID, cancel)
		}
	}
	return out
}

// host is whose entries they are, for ids that no other system uses.
func host(baseURL string) string {
	if u, err := url.Parse(baseURL); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return "envagin"
}

// neutral are what the kinds of meetings are called where others may see the screen.
var neutral = map[string]map[Kind]string{
	"sv": {Council: "Möte i rådet", Joint: "Möte i rådet och referensgruppen", Forum: "Öppet möte", Steering: "Möte i styrgruppen"},
	"en": {Council: "Meeting of the council", Joint: "Meeting of the council and the reference group", Forum: "Open meeting", Steering: "Meeting of the steering group"},
}

// entry is the meeting as an entry for somebody's calendar.
func entry(m Meeting, c call, method, lang, baseURL, from, to string) string {
	cal := ics.NewCalendarFor("envagin")
	cal.SetProductId("-//envagin//meetings//" + lang)
	cal.SetMethod(ics.Method(method))
	event := cal.AddEvent("council-meeting-" + m.ID + "@" + host(baseURL))
	event.SetDtStampTime(c.CreatedAt)
	event.SetSequence(c.Sequence)
	event.SetStartAt(m.StartsAt)
	event.SetEndAt(m.EndsAt)
	event.SetSummary(neutral[lang][m.Kind])
	if m.Place != "" {
		event.SetLocation(m.Place)
	}
	event.SetDescription(page(baseURL, m))
	event.SetOrganizer("mailto:" + from)
	event.AddAttendee("mailto:"+to, ics.ParticipationRoleReqParticipant, ics.ParticipationStatusNeedsAction)
	event.SetStatus(ics.ObjectStatusConfirmed)
	if method == cancel {
		event.SetStatus(ics.ObjectStatusCancelled)
	}
	return cal.Serialize(ics.WithNewLineWindows)
}

func page(baseURL string, m Meeting) string { return baseURL + "/samverkansrad/moten/" + m.ID }

// callText is what the letter says beside the entry: when and where, and where to read
// more. What it is about stays behind the sign-in.
func callText(m Meeting, c call, method, lang, baseURL string) (subject, text string) {
	what, when := neutral[lang][m.Kind], span(m, lang)
	place := m.Place
	if place != "" {
		place += "\n"
	}
	switch {
	case lang == "en" && method == cancel:
		return "Called off: " + what + ", " + m.HeldOn.Words(lang), fmt.Sprintf("Hello!\n\nYou are not to come to this meeting any more: it is called off, or you are no longer called to it.\n\n%s\n%s\n%s\n", what, when, page(baseURL, m))
	case lang == "en" && c.Sequence > 0:
		return "Changed: " + what + ", " + m.HeldOn.Words(lang), fmt.Sprintf("Hello!\n\nA meeting that you are called to has changed:\n\n%s\n%s\n%s\nAgenda and papers:\n%s\n", what, when, place, page(baseURL, m))
	case lang == "en":
		return "Call: " + what + ", " + m.HeldOn.Words(lang), fmt.Sprintf("Hello!\n\nYou are called to a meeting:\n\n%s\n%s\n%s\nAgenda and papers:\n%s\n", what, when, place, page(baseURL, m))
	case method == cancel:
		return "Inställt: " + what + ", " + m.HeldOn.Words(lang), fmt.Sprintf("Hej!\n\nDu ska inte längre komma till det här mötet: det är inställt, eller du är inte längre kallad.\n\n%s\n%s\n%s\n", what, when, page(baseURL, m))
	case c.Sequence > 0:
		return "Ändrat: " + what + ", " + m.HeldOn.Words(lang), fmt.Sprintf("Hej!\n\nEtt möte som du är kallad till har ändrats:\n\n%s\n%s\n%s\nDagordning och handlingar:\n%s\n", what, when, place, page(baseURL, m))
	default:
		return "Kallelse: " + what + ", " + m.HeldOn.Words(lang), fmt.Sprintf("Hej!\n\nDu är kallad till ett möte:\n\n%s\n%s\n%s\nDagordning och handlingar:\n%s\n", what, when, place, page(baseURL, m))
	}
}
