package meetings

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/council"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
)

// Full is a meeting with all that its reader sees of it.
type Full struct {
	Seen
	Items      []Item
	Texts      map[string]Text
	Outcomes   map[string][]Outcome
	Places     []council.Place
	Attendance map[string]Attendance
	Adjusters  []Adjuster
	Notes      []Note
	Quorum     Quorum
	Hash       string

	known map[string]accounts.Known
	// readSecret tells that something secret is among what was read.
	readSecret bool
}

// Get gives a meeting whole, in a fixed number of questions. Reading what is
// secret leaves a trace once per sitting.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Get(ctx context.Context, user auth.User, meetingID string) (out Full, err error) {
	traced := true
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		m, err := visible(tx, user, meetingID)
		if err != nil {
			return err
		}
		if out, err = s.full(tx, user, m); err != nil || !out.readSecret {
			return err
		}
		traced, err = sitsStill(tx, meetingID, user.ID, reading, s.clock.Now())
		return err
	})
	if err == nil && !traced {
		err = s.traceReading(ctx, user, meetingID)
	}
	return out, err
}

// traceReading notes that somebody reads what is secret. What cannot be noted is not shown.
func (s *Service) traceReading(ctx context.Context, user auth.User, meetingID string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		begins, err := beginsSitting(tx, Sitting{ObjectID: meetingID, UserID: user.ID, What: reading, LastAt: s.clock.Now()})
		if err != nil || !begins {
			return err
		}
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: audit.Reading,
			ObjectType: meetingType, ObjectID: meetingID, Restricted: true})
	})
}

// full reads all of a meeting that the user sees.
func (s *Service) full(tx *gorm.DB, user auth.User, m Meeting) (Full, error) {
	f, err := everything(tx, m)
	if err != nil {
		return f, err
	}
	if m.State == InAdjustment || m.Locked() {
		f.Hash = m.FrozenHash
		if f.Hash == "" {
			_, f.Hash = f.frozen()
		}
	}
	f.keepFrom(user)
	var persons []string
	for _, p := range f.Places {
		for _, member := range []*council.Member{p.Holder, p.Substitute} {
			if member != nil {
				persons = append(persons, member.UserID)
			}
		}
	}
	f.known, err = accounts.KnownOf(tx, persons...)
	return f, err
}

// everything reads a meeting with all that is in it.
func everything(tx *gorm.DB, m Meeting) (f Full, err error) {
	f.Meeting = m
	if f.Items, err = itemsOf(tx, m.ID); err != nil {
		return f, err
	}
	ids := make([]string, len(f.Items))
	for n, i := range f.Items {
		ids[n] = i.ID
	}
	texts, err := textsOf(tx, ids)
	if err != nil {
		return f, err
	}
	f.Texts = make(map[string]Text, len(texts))
	for _, t := range texts {
		f.Texts[t.ItemID] = t
	}
	outcomes, err := outcomesOf(tx, m.ID)
	if err != nil {
		return f, err
	}
	f.Outcomes = map[string][]Outcome{}
	for _, o := range outcomes {
		f.Outcomes[o.ItemID] = append(f.Outcomes[o.ItemID], o)
	}
	if f.Adjusters, err = adjustersOf(tx, m.ID); err != nil {
		return f, err
	}
	if f.Notes, err = notesOf(tx, m.ID); err != nil {
		return f, err
	}
	var rows []Attendance
	if f.Places, rows, f.Quorum, err = roomOf(tx, m); err != nil {
		return f, err
	}
	f.Attendance = make(map[string]Attendance, len(rows))
	for _, a := range rows {
		f.Attendance[a.SeatID] = a
	}
	return f, nil
}

// roomOf reads which seats there were that day, who was there, and whether
// they could decide.
func roomOf(tx *gorm.DB, m Meeting) (places []council.Place, rows []Attendance, q Quorum, err error) {
	var series *Series
	if m.SeriesID != nil {
		found, err := findSeries(tx, *m.SeriesID)
		if err != nil {
			return nil, nil, q, err
		}
		series = &found
	}
	if places, err = council.SeatsOn(tx, m.HeldOn); err != nil {
		return nil, nil, q, err
	}
	rows, err = attendanceOf(tx, m.ID)
	return places, rows, quorumOf(m, series, places, rows), err
}

// keepFrom leaves out what the user may not read, and counts the rest.
func (f *Full) keepFrom(user auth.User) {
	if !f.agendaSeenBy(user) {
		f.Items = nil
	}
	if !f.minutesSeenBy(user) {
		f.Texts, f.Outcomes, f.Places = nil, nil, nil
	}
	if !inside(user) {
		f.Hash = ""
	}
	for n, i := range f.Items {
		f.readSecret = f.readSecret || i.IsSecret && !i.withheldFrom(user)
		if i.withheldFrom(user) {
			f.Items[n] = i.withheld()
			delete(f.Texts, i.ID)
			delete(f.Outcomes, i.ID)
		}
	}
	f.Counts = Counts{Items: len(f.Items)}
	for _, of := range f.Outcomes {
		for _, o := range of {
			switch o.Kind {
			case Decision:
				f.Counts.Decisions++
			case Task:
				f.Counts.Tasks++
				if o.DoneOn == "" {
					f.Counts.OpenTasks++
				}
			}
		}
	}
}

// frozenMinutes is what is kept of minutes when they are locked: all that they
// say, in a form that gives the same bytes every time.
type frozenMinutes struct {
	Meeting    Input            `json:"meeting"`
	Items      []frozenItem     `json:"items"`
	Attendance []frozenPresence `json:"attendance"`
	Adjusters  []string         `json:"adjusterSeatIds"`
}

type frozenItem struct {
	ItemInput
	Text     string          `json:"text"`
	Outcomes []frozenOutcome `json:"outcomes"`
}

// frozenOutcome is without the day on which a task was done: that comes later.
type frozenOutcome struct {
	OutcomeInput
	DoneOn *struct{} `json:"doneOn,omitempty"`
}

type frozenPresence struct {
	SeatID string `json:"seatId"`
	AttendanceInput
}

// frozen is the whole of the minutes as text, and its hash. Call it on everything,
// before anything is kept from anyone.
func (f Full) frozen() (text, hash string) {
	out := frozenMinutes{Meeting: f.input(), Items: []frozenItem{}, Attendance: []frozenPresence{}, Adjusters: []string{}}
	for _, i := range f.Items {
		item := frozenItem{ItemInput: i.input(), Text: f.Texts[i.ID].Text, Outcomes: []frozenOutcome{}}
		for _, o := range f.Outcomes[i.ID] {
			item.Outcomes = append(item.Outcomes, frozenOutcome{OutcomeInput: o.input()})
		}
		out.Items = append(out.Items, item)
	}
	for _, p := range f.Places {
		if a, noted := f.Attendance[p.Seat.ID]; noted {
			out.Attendance = append(out.Attendance, frozenPresence{p.Seat.ID, a.input()})
		}
	}
	for _, a := range f.Adjusters {
		out.Adjusters = append(out.Adjusters, a.SeatID)
	}
	raw, _ := json.Marshal(out) // strings, numbers and times: it cannot fail
	sum := sha256.Sum256(raw)
	return string(raw), hex.EncodeToString(sum[:])
}
