package meetings

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"envagin/api/council"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
)

// demoMeeting is an invented meeting that was held so many days ago, or is in so
// many days when that is less than nothing.
type demoMeeting struct {
	kind     Kind
	template Template
	title    string
	ago      int
	notice   string
	texts    map[string]string // by the item's title
	more     []demoItem
	isCalled bool // of those to come
	places   int  // of an open forum
}

// demoItem is an item beside those of the template.
type demoItem struct {
	Item
	presenter string // the seat's key
	text      string
	outcomes  []demoOutcome
}

type demoOutcome struct {
	kind        OutcomeKind
	text        string
	responsible string // the seat's key
	due, done   int    // in so many days, so many days ago; 0 is never
}

const (
	inventedNotice = "\n\n*Påhittat möte, för att visa hur tjänsten fungerar.*"
	demoPlace      = "Stadshuset, Umeå"
)

var opened = map[string]string{
	"Mötet öppnas":         "Ordföranden hälsade välkommen och förklarade mötet öppnat.",
	"Föregående protokoll": "Protokollet lades till handlingarna.",
	"Övriga frågor":        "Inga övriga frågor anmäldes.",
}

var demoMeetings = []demoMeeting{
	{kind: Council, template: Ordinary, title: "Samverkansrådet, möte om kartläggningen", ago: 205, notice: "Rådet går igenom kartläggningens första svar." + inventedNotice, texts: opened,
		more: []demoItem{
			{Item: Item{Title: "Kartläggningens första svar", Kind: ForDecision, Minutes: 30, Background: "Fyra enheter har prövat metodstödet."}, presenter: "umebra",
				text: "UmeBrå redovisade svaren från de fyra enheter som prövat metodstödet. Rådet såg att frågorna om samverkan besvaras olika.",
				outcomes: []demoOutcome{
					{kind: Decision, text: "Rådet ställer sig bakom kartläggningens frågor."},
					{kind: Task, text: "Förtydliga frågorna om samverkan.", responsible: "umebra", due: -150, done: 160},
				}},
		}},
	{kind: Joint, template: JointOne, title: "Samverkansrådet möter referensgruppen", ago: 110, notice: "Årets gemensamma möte." + inventedNotice, texts: opened,
		more: []demoItem{
			{Item: Item{Title: "Hur skolorna sprider goda exempel", Kind: ForDiscussion, Minutes: 25}, presenter: "forskola-och-grundskola",
				text:     "Referensgruppen berättade om två skolor som arbetar med normer genom elevråden.",
				outcomes: []demoOutcome{{kind: Information, text: "Skolorna bjuder in till studiebesök under våren."}}},
			{Item: Item{Title: "Ett enskilt ärende", Kind: ForDiscussion, Minutes: 10, IsSecret: true}, presenter: "centrum-mot-vald",
				text: "Påhittad text som bara de som läser sekretess ser."},
		}},
	{kind: Council, template: Ordinary, title: "Samverkansrådet, möte om skyddat boende", ago: 34, notice: "Rådet följer upp skyddat boende." + inventedNotice, texts: opened,
		more: []demoItem{
			{Item: Item{Title: "Skyddat boende för kvinnor med dubbel utsatthet", Kind: ForDecision, Minutes: 30}, presenter: "centrum-mot-vald",
				text: "Centrum mot våld beskrev behovet. Avtalen med fler utförare undersöks fortfarande.",
				outcomes: []demoOutcome{
					{kind: Decision, text: "Rådet begär en lägesrapport om avtalen till nästa möte."},
					{kind: Task, text: "Lämna en lägesrapport om avtalen om skyddat boende.", responsible: "centrum-mot-vald", due: 6},
					{kind: Task, text: "Fråga äldreomsorgens enheter hur de upptäcker våld.", responsible: "aldreomsorg", due: -4},
					{kind: Reservation, text: "Personalfunktionen hade hellre sett en rapport redan i år.", responsible: "personal"},
				}},
		}},
	{kind: Council, template: Ordinary, title: "Samverkansrådets nästa möte", ago: -9, isCalled: true, notice: "Rådet följer upp årets insatser och förbereder uppföljningen till fullmäktige." + inventedNotice,
		more: []demoItem{
			{Item: Item{Title: "Årets uppföljning till fullmäktige", Kind: ForDecision, Minutes: 30, Background: "Utkastet har skickats till nämnderna.\n\n- Vad har gjorts?\n- Vad återstår?"}, presenter: "umebra"},
			{Item: Item{Title: "Huskurage: utbildning av Bostadens personal", Kind: ForDiscussion, Minutes: 15, Background: "Delmålet har passerat."}},
		}},
	{kind: Forum, template: ForumOne, title: "UmeBrå-forum: tryggt på väg hem", ago: -30, isCalled: true, places: 60, notice: "Öppet för alla som vill veta mer om kommunens arbete mot våld." + inventedNotice},
	{kind: Council, template: NoTemplate, title: "Samverkansrådets första möte efter nyår", ago: -95, notice: "Dagordningen kommer." + inventedNotice},
}

// Demo holds some meetings and plans others, dated relative to today. Nobody is
// written to. Demo accounts must sit in the council.
func (s *Service) Demo(ctx context.Context) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		places, err := council.SeatsOn(tx, s.clock.Today())
		if err != nil {
			return err
		}
		d := demo{Service: s, ctx: tx.Statement.Context, secretary: auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Secretary}}}, places: map[string]council.Place{}, series: map[Kind]string{}}
		for _, p := range places {
			d.places[p.Seat.Key] = p
		}
		series, err := seriesByKey(tx)
		if err != nil {
			return err
		}
		for _, row := range series {
			d.series[row.Kind] = row.ID
		}
		for _, m := range demoMeetings {
			if err := d.meeting(tx, m); err != nil {
				return fmt.Errorf("meetings: demo %q: %w", m.title, err)
			}
		}
		_, err = s.ProposeTopic(d.ctx, auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Member}}},
			Topic{Title: "Bemötande i receptionerna", Why: "Flera enheter frågar hur de tar emot någon som är rädd."})
		return err
	})
}

// demo is what the invented meetings need to know.
type demo struct {
	*Service
	ctx       context.Context
	secretary auth.User
	places    map[string]council.Place // by the seat's key
	series    map[Kind]string
}

func (d demo) meeting(tx *gorm.DB, m demoMeeting) error {
	on := d.clock.Today().AddDays(-m.ago)
	for on.Time().Weekday() == time.Saturday || on.Time().Weekday() == time.Sunday {
		on = on.AddDays(-1)
	}
	starts := on.Time().Add(12 * time.Hour) // early in the afternoon, summer and winter
	row := Meeting{Kind: m.kind, Title: m.title, StartsAt: starts, EndsAt: starts.Add(2 * time.Hour), Place: demoPlace, Notice: m.notice, Template: m.template}
	if seriesID, ok := d.series[m.kind]; ok {
		row.SeriesID = &seriesID
	}
	made, err := d.Create(d.ctx, d.secretary, row)
	if err != nil {
		return err
	}
	if m.places > 0 {
		if _, err := d.SetPlaces(d.ctx, d.secretary, made.ID, 0, Places{Places: m.places}); err != nil {
			return err
		}
	}
	items := map[string]demoItem{}
	for n, i := range m.more {
		i.Position = 4 + n
		if p, ok := d.places[i.presenter]; ok {
			i.PresenterSeatID = &p.Seat.ID
		}
		item, err := d.CreateItem(d.ctx, d.secretary, made.ID, i.Item)
		if err != nil {
			return err
		}
		items[item.Item.ID] = i
	}
	if m.ago > 0 || m.isCalled {
		if err := d.become(made.ID, Called, earlier(d.clock.Now().AddDate(0, 0, -1), starts.AddDate(0, 0, -20))); err != nil {
			return err
		}
	}
	if m.ago < 0 {
		return nil
	}
	return d.hold(tx, made.ID, starts, m, items)
}

// demoSteps are the steps by what traces call them.
var demoSteps = map[State]string{Called: "call", Open: "open", Held: "close"}

// become takes a step as of a time, and writes to nobody.
func (d demo) become(meetingID string, state State, at time.Time) error {
	m, err := d.Get(d.ctx, d.secretary, meetingID)
	if err != nil {
		return err
	}
	_, err = d.step(d.ctx, d.secretary, meetingID, m.Version, demoSteps[state], keepable, func(_ *gorm.DB, _ Meeting, m *Meeting) error {
		m.State = state
		switch state {
		case Called:
			m.CalledAt = &at
		case Open:
			m.OpenedAt = &at
		case Held:
			m.ClosedAt = &at
		}
		return nil
	})
	return err
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// demoPresence is how the seats that are filled were represented.
var demoPresence = map[string]Presence{"umebra": Present, "centrum-mot-vald": Present, "aldreomsorg": Present, "personal": Present, "forskola-och-grundskola": Excused}

// hold lets a meeting take place and its minutes be adjusted.
func (d demo) hold(tx *gorm.DB, meetingID string, starts time.Time, m demoMeeting, items map[string]demoItem) error {
	if err := d.become(meetingID, Open, starts); err != nil {
		return err
	}
	for key, state := range demoPresence {
		if _, _, err := d.Note(d.ctx, d.secretary, meetingID, d.places[key].Seat.ID, 0, Attendance{State: state}); err != nil {
			return err
		}
	}
	rows, err := itemsOf(tx, meetingID)
	if err != nil {
		return err
	}
	for _, i := range rows {
		text, outcomes := m.texts[i.Title], items[i.ID].outcomes
		if items[i.ID].text != "" {
			text = items[i.ID].text
		}
		if text != "" {
			if _, err := d.WriteText(d.ctx, d.secretary, meetingID, i.ID, 1, text); err != nil {
				return err
			}
		}
		for _, o := range outcomes {
			if _, err := d.CreateOutcome(d.ctx, d.secretary, meetingID, i.ID, d.outcome(o)); err != nil {
				return err
			}
		}
	}
	if err := d.become(meetingID, Held, starts.Add(2*time.Hour)); err != nil {
		return err
	}
	return d.adjust(tx, meetingID, starts.AddDate(0, 0, 9))
}

// adjust sends the minutes to two seats, who approve; that they were locked then
// is put right afterwards.
func (d demo) adjust(tx *gorm.DB, meetingID string, at time.Time) error {
	m, err := d.Get(d.ctx, d.secretary, meetingID)
	if err != nil {
		return err
	}
	adjusters := []council.Place{d.places["aldreomsorg"], d.places["umebra"]}
	a := Adjustment{SeatIDs: []string{adjusters[0].Seat.ID, adjusters[1].Seat.ID}, DueOn: day.Of(at.AddDate(0, 0, 3))}
	sent, err := d.Adjust(d.ctx, d.secretary, meetingID, m.Version, a)
	if err != nil {
		return err
	}
	for _, p := range adjusters {
		user := auth.User{ID: p.Holder.UserID, Roles: []auth.Role{{Name: auth.Secretary}}}
		if _, err := d.Approve(d.ctx, user, meetingID, sent.Hash); err != nil {
			return err
		}
	}
	if err := tx.Model(&Adjuster{}).Where("meeting_id = ?", meetingID).UpdateColumn("approved_at", at).Error; err != nil {
		return err
	}
	return tx.Model(&Meeting{}).Where("id = ?", meetingID).UpdateColumn("locked_at", at).Error
}

func (d demo) outcome(o demoOutcome) Outcome {
	out := Outcome{Kind: o.kind, Text: o.text}
	if p, ok := d.places[o.responsible]; ok {
		if o.kind == Reservation {
			out.BySeatID = &p.Seat.ID
		} else {
			out.ResponsibleSeatID = &p.Seat.ID
		}
	}
	if o.due != 0 {
		out.DueOn = d.clock.Today().AddDays(o.due)
	}
	if o.done != 0 {
		out.DoneOn = d.clock.Today().AddDays(-o.done)
	}
	return out
}
