package meetings

import (
	"strings"
	"unicode/utf8"

	"envagin/api/platform/day"
)

// OpenTask is a task that the council gave and that is not done.
type OpenTask struct {
	Outcome
	ItemTitle   string
	IsSecret    bool
	MeetingKind Kind
	HeldOn      day.Day
}

// outcomeType and taskOrigin are how an item says that it follows up a task.
const taskOrigin = "task"

// heirs are the kinds of meetings whose tasks a meeting follows up.
func heirs(k Kind) []Kind {
	switch k {
	case Council, Joint:
		return []Kind{Council, Joint}
	case Steering:
		return []Kind{Steering}
	default: // an open forum follows up nothing
		return nil
	}
}

// followUp is the item under which a task returns.
func (t OpenTask) followUp() Item {
	title, _, _ := strings.Cut(strings.TrimSpace(t.Text), "\n")
	return Item{Title: short("Uppföljning: "+title, 200), Background: t.Text, Minutes: 5, Kind: ForInformation, IsSecret: t.IsSecret,
		PresenterSeatID: t.ResponsibleSeatID, From: From{Kind: taskOrigin, Type: outcomeType, ID: t.ID}}
}

// short keeps the beginning of a text that is too long for its place.
func short(text string, limit int) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	return string([]rune(text)[:limit-1]) + "…"
}

// templates are the items that an agenda begins with, and after how many of them
// the tasks that are not done return.
var templates = map[Template]struct {
	returnAt int
	items    []Item
}{
	Ordinary: {3, []Item{
		{Title: "Mötet öppnas", Minutes: 5, Kind: ForInformation},
		{Title: "Val av justerare", Minutes: 5, Kind: ForDecision},
		{Title: "Föregående protokoll", Minutes: 5, Kind: ForInformation},
		{Title: "Lägesrapport om aktivitetsplanen", Minutes: 30, Kind: ForDiscussion},
		{Title: "Frågor till kompetenscentrum", Minutes: 15, Kind: ForDiscussion},
		{Title: "Övriga frågor", Minutes: 10, Kind: ForDiscussion},
		{Title: "Nästa möte", Minutes: 5, Kind: ForInformation},
	}},
	JointOne: {3, []Item{
		{Title: "Mötet öppnas", Minutes: 5, Kind: ForInformation},
		{Title: "Val av justerare", Minutes: 5, Kind: ForDecision},
		{Title: "Presentation av rådet och referensgruppen", Minutes: 15, Kind: ForInformation},
		{Title: "Referensgruppens synpunkter på aktivitetsplanen", Minutes: 45, Kind: ForDiscussion},
		{Title: "Inkallelser till aktiviteter", Minutes: 20, Kind: ForDecision},
		{Title: "Övriga frågor", Minutes: 10, Kind: ForDiscussion},
	}},
	ForumOne: {1, []Item{
		{Title: "Välkomna", Minutes: 10, Kind: ForInformation},
		{Title: "Kommunens arbete mot våld", Minutes: 30, Kind: ForInformation},
		{Title: "Frågor från deltagarna", Minutes: 30, Kind: ForDiscussion},
	}},
	SteeringOf: {1, []Item{
		{Title: "Mötet öppnas", Minutes: 5, Kind: ForInformation},
		{Title: "Vad som har ändrats sedan sist", Minutes: 20, Kind: ForDiscussion},
		{Title: "Försenade aktiviteter och avvikelser", Minutes: 20, Kind: ForDiscussion},
		{Title: "Beslut", Minutes: 10, Kind: ForDecision},
	}},
}

// beginning is the agenda of a new meeting: its template, with the tasks that are
// not done in their place.
func beginning(t Template, tasks []OpenTask) []Item {
	begin := templates[t]
	returned := make([]Item, len(tasks))
	for n, task := range tasks {
		returned[n] = task.followUp()
	}
	items := append(append(append([]Item{}, begin.items[:begin.returnAt]...), returned...), begin.items[begin.returnAt:]...)
	for n := range items {
		items[n].Position = n + 1
	}
	return items
}
