package meetings

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"envagin/api/council"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/documents"
)

// Part is how much of the minutes a paper holds.
type Part string // @name MinutesPart

// The parts.
const (
	PublicPart Part = "public" // without secret items
	WholePart  Part = "whole"
)

// PDF is minutes that are or were being made into PDF.
type PDF struct {
	ID        string
	MeetingID string
	Part      Part
	State     PDFState
	Reason    string    // why it failed; tells nothing of the minutes
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

// TableName is the table of all PDF documents.
func (PDF) TableName() string { return "meeting_pdfs" }

// PDFState is how far a PDF has come.
type PDFState string // @name MinutesPDFState

// The states.
const (
	PDFWaiting PDFState = "waiting"
	PDFMade    PDFState = "made"
	PDFFailed  PDFState = "failed" // and is tried again for a day
)

// minutes are all that the papers are written from.
type minutes struct {
	Meeting    Meeting
	Items      []Item
	Texts      []Text
	Outcomes   []Outcome
	Places     []council.Place
	Attendance []Attendance
	Adjusters  []Adjuster
	Notes      []Note
	Papers     []SeenPaper
	Bodies     map[string]string
}

// readableBy tells whether somebody may read a part of the minutes: what is public
// everyone, once it is locked; before that, and of the steering group's meetings, those
// who work with the council.
func (m Meeting) readableBy(u auth.User, part Part) bool {
	switch {
	case part == WholePart:
		return u.May(auth.ReadSecretMinutes)
	case m.State == Adjusted && m.Kind != Steering:
		return true
	default:
		return u.May(auth.ReadCouncil) || u.May(auth.WriteMinutes)
	}
}

// fileName is what a paper is called when it is saved.
func (m Meeting) fileName(part Part, extension string) string {
	name := "protokoll-" + string(m.HeldOn) + "-utkast"
	if m.Running > 0 {
		name = "protokoll-" + strconv.Itoa(m.Year) + "-" + strconv.Itoa(m.Running)
	}
	if part == WholePart {
		name += "-med-sekretess"
	}
	return name + extension
}

// document writes the minutes. Minutes are in Swedish, as those who write them are.
func (d minutes) document(part Part, publisher string, now time.Time) documents.Document {
	m := d.Meeting
	title := "Protokoll, " + m.Title
	if n := m.Number(); n != "" {
		title = "Protokoll " + n + ", " + m.Title
	}
	footer := title
	if part == WholePart {
		footer += " – innehåller sekretess"
	}
	out := documents.Document{Title: title, Language: "sv", Publisher: publisher, Footer: footer, Made: now}
	out.Blocks = append(out.Blocks, d.facts(part)...)
	out.Blocks = append(out.Blocks, d.attendance()...)
	for i, item := range d.Items {
		out.Blocks = append(out.Blocks, d.item(i+1, item, part)...)
	}
	out.Blocks = append(out.Blocks, d.adjustment()...)
	for _, n := range d.Notes {
		out.Blocks = append(out.Blocks, documents.Note{Label: "Tillägg " + day.Of(n.CreatedAt).Words("sv"), Blocks: documents.Markdown(n.Text, 2)})
	}
	return out
}

func (d minutes) facts(part Part) []documents.Block {
	m := d.Meeting
	facts := documents.Facts{{Name: "Tid", Value: span(m, "sv")}}
	if m.Place != "" {
		facts = append(facts, documents.Fact{Name: "Plats", Value: m.Place})
	}
	if m.Running > 0 && m.LockedAt != nil {
		facts = append(facts, documents.Fact{Name: "Justerat", Value: day.Of(*m.LockedAt).Words("sv")})
	} else {
		facts = append(facts, documents.Fact{Name: "Status", Value: "Utkast, inte justerat"})
	}
	if part == WholePart {
		facts = append(facts, documents.Fact{Name: "Omfattning", Value: "Hela protokollet, med punkter som omfattas av sekretess"})
	}
	return []documents.Block{facts}
}

var presences = map[Presence]string{Present: "närvarande", Substitute: "ersättare närvarande", Absent: "frånvarande", Excused: "anmält förhinder", Unknown: "inte noterat"}

// attendance is by seat, never by name.
func (d minutes) attendance() []documents.Block {
	table := documents.Table{Caption: "Platser i rådet", Columns: []string{"Plats", "Närvaro", "Anmärkning"}, RowHeaders: true}
	for _, p := range d.Places {
		at := slices.IndexFunc(d.Attendance, func(a Attendance) bool { return a.SeatID == p.Seat.ID })
		a := Attendance{State: Unknown}
		if at >= 0 {
			a = d.Attendance[at]
		}
		table.Rows = append(table.Rows, []documents.Inline{documents.Text(p.Seat.NameSv), documents.Text(presences[a.State]), documents.Text(cmp.Or(a.Note, "–"))})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []documents.Block{documents.Heading{Level: 1, Text: "Närvaro"}, table}
}

func (d minutes) item(number int, item Item, part Part) (out []documents.Block) {
	heading := "§ " + strconv.Itoa(number) + " "
	if item.IsSecret && part != WholePart {
		return []documents.Block{documents.Heading{Level: 1, Text: heading + "Omfattas av sekretess"},
			documents.Paragraph{Text: documents.Text("Punkten finns i protokollets icke offentliga del.")}}
	}
	title := heading + item.Title
	if item.IsSecret {
		title += " (sekretess)"
	}
	out = append(out, documents.Heading{Level: 1, Text: title})
	for _, t := range d.Texts {
		if t.ItemID == item.ID && strings.TrimSpace(t.Text) != "" {
			out = append(out, documents.Markdown(t.Text, 1)...)
		}
	}
	out = append(out, d.outcomes(item)...)
	papers := documents.List{}
	for _, p := range d.Papers {
		if p.ItemID == item.ID {
			papers.Items = append(papers.Items, []documents.Block{documents.Paragraph{Text: documents.Text(p.Title)}})
		}
	}
	if len(papers.Items) > 0 && part == WholePart {
		out = append(out, documents.Heading{Level: 2, Text: "Handlingar"}, papers)
	}
	return out
}

var outcomeWords = map[OutcomeKind]string{Information: "Information", Decision: "Beslut", Task: "Uppdrag", Reservation: "Reservation", Dissent: "Avvikande mening"}

func (d minutes) outcomes(item Item) (out []documents.Block) {
	tasks := documents.Table{Caption: "Uppdrag", Columns: []string{"Uppdrag", "Vem", "Senast"}, RowHeaders: true}
	for _, o := range d.Outcomes {
		switch {
		case o.ItemID != item.ID:
		case o.Kind == Task:
			due := "–"
			if o.DueOn != "" {
				due = o.DueOn.Words("sv")
			}
			tasks.Rows = append(tasks.Rows, []documents.Inline{documents.Text(o.Text), documents.Text(d.whose(o)), documents.Text(due)})
		default:
			label := outcomeWords[o.Kind]
			if o.BySeatID != nil {
				label += ": " + d.seat(*o.BySeatID)
			}
			out = append(out, documents.Note{Label: label, Blocks: documents.Markdown(o.Text, 2)})
		}
	}
	if len(tasks.Rows) > 0 {
		out = append(out, tasks)
	}
	return out
}

func (d minutes) whose(o Outcome) string {
	var names []string
	if o.ResponsibleSeatID != nil {
		names = append(names, d.seat(*o.ResponsibleSeatID))
	}
	if o.ResponsibleBodyID != nil {
		names = append(names, d.Bodies[*o.ResponsibleBodyID])
	}
	return strings.Join(names, ", ")
}

func (d minutes) seat(seatID string) string {
	for _, p := range d.Places {
		if p.Seat.ID == seatID {
			return p.Seat.NameSv
		}
	}
	return "–"
}

func (d minutes) adjustment() []documents.Block {
	if len(d.Adjusters) == 0 {
		return nil
	}
	table := documents.Table{Caption: "Justering", Columns: []string{"Plats", "Godkänt"}, RowHeaders: true}
	for _, a := range d.Adjusters {
		when := "väntar"
		if a.ApprovedAt != nil {
			when = day.Of(*a.ApprovedAt).Words("sv")
		}
		table.Rows = append(table.Rows, []documents.Inline{documents.Text(d.seat(a.SeatID)), documents.Text(when)})
	}
	out := []documents.Block{documents.Heading{Level: 1, Text: "Justering"}, table}
	if d.Meeting.FrozenHash != "" {
		out = append(out, documents.Paragraph{Text: documents.Text("Protokollets kontrollsumma (SHA-256): " + d.Meeting.FrozenHash)})
	}
	return out
}
