package meetings

import (
	"context"
	"errors"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// access gives a meeting to those who may take a step with it, and makes others wait.
type access func(tx *gorm.DB, user auth.User, meetingID string) (Meeting, error)

// writable gives a meeting to those who write the minutes, and makes others wait.
func writable(tx *gorm.DB, user auth.User, meetingID string) (Meeting, error) {
	if _, err := visible(tx, user, meetingID); err != nil {
		return Meeting{}, err
	}
	if err := mayWrite(user); err != nil {
		return Meeting{}, err
	}
	return lockMeeting(tx, meetingID)
}

func mayWrite(user auth.User) error {
	if !user.May(auth.WriteMinutes) {
		return problem.Forbidden("Only the council's members, its secretary, the coordinator and administrators write in the minutes.")
	}
	return nil
}

// step changes the meeting itself, if nobody else did since version.
func (s *Service) step(ctx context.Context, user auth.User, meetingID string, version int, action string, find access,
	change func(tx *gorm.DB, old Meeting, now *Meeting) error) (out Full, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := find(tx, user, meetingID)
		if err != nil {
			return err
		}
		m := old
		if err := change(tx, old, &m); err != nil {
			return err
		}
		if err := checkMeeting(tx, m); err != nil {
			return err
		}
		if err := audit.Fresh(tx, meetingType, old.ID, old.Version, version); err != nil {
			return err
		}
		if err := old.writable(); err != nil {
			return err
		}
		if err := s.advance(tx, user, action, old, &m); err != nil {
			return err
		}
		if err := s.contentChanged(tx, m); err != nil {
			return err
		}
		out, err = s.full(tx, user, m)
		return err
	})
	return out, err
}

// advance writes a meeting that has changed, with its trace.
func (s *Service) advance(tx *gorm.DB, user auth.User, action string, old Meeting, m *Meeting) error {
	m.Version, m.UpdatedAt = old.Version+1, s.clock.Now()
	if err := updateMeeting(tx, m); err != nil {
		return err
	}
	return s.trace(tx, user, action, *m, old.traced(), m.traced())
}

// contentChanged takes back the approvals of minutes that say something else now.
func (s *Service) contentChanged(tx *gorm.DB, m Meeting) error {
	if m.State != InAdjustment {
		return nil
	}
	return takeBackApprovals(tx, m.ID)
}

// Call writes to those who are to come; the tasks that are not done return to the
// agenda. Called again it tells everyone anew how things stand.
//
// Errors: problem.NotFound, Gone, Forbidden, Conflict (wrongState, cancelled, locked), PreconditionFailed.
func (s *Service) Call(ctx context.Context, user auth.User, meetingID string, version int) (Full, error) {
	now := s.clock.Now()
	return s.step(ctx, user, meetingID, version, "call", keepable, func(tx *gorm.DB, old Meeting, m *Meeting) error {
		if err := old.in("the call", Planned, Called); err != nil {
			return err
		}
		m.State, m.CalledAt = Called, &now
		if err := s.returnTasks(tx, old); err != nil {
			return err
		}
		return s.summon(tx, *m)
	})
}

// Open begins a meeting.
//
// Errors: problem.NotFound, Gone, Forbidden, Conflict (wrongState, cancelled, locked), PreconditionFailed.
func (s *Service) Open(ctx context.Context, user auth.User, meetingID string, version int) (Full, error) {
	now := s.clock.Now()
	return s.step(ctx, user, meetingID, version, "open", keepable, func(_ *gorm.DB, old Meeting, m *Meeting) error {
		m.State, m.OpenedAt = Open, &now
		return old.in("opening", Planned, Called)
	})
}

// Close ends a meeting.
//
// Errors: those of Open.
func (s *Service) Close(ctx context.Context, user auth.User, meetingID string, version int) (Full, error) {
	now := s.clock.Now()
	return s.step(ctx, user, meetingID, version, "close", keepable, func(_ *gorm.DB, old Meeting, m *Meeting) error {
		m.State, m.ClosedAt = Held, &now
		return old.in("closing", Open)
	})
}

// Cancel tells that a meeting does not take place.
//
// Errors: those of Open; problem.Invalid.
func (s *Service) Cancel(ctx context.Context, user auth.User, meetingID string, version int, reason string) (Full, error) {
	return s.step(ctx, user, meetingID, version, "cancel", keepable, func(tx *gorm.DB, old Meeting, m *Meeting) error {
		m.State, m.CancelReason = Cancelled, reason
		if err := old.in("cancellation", Planned, Called); err != nil {
			return err
		}
		var c problem.Checks
		c.Required("reason", reason)
		c.MaxLength("reason", reason, 1000)
		if err := c.Err(); err != nil || old.State != Called {
			return err
		}
		return s.callOff(tx, *m)
	})
}

// Adjust sends the minutes to those who are to adjust them, and keeps in the
// traces what they said then. Sending again takes back approvals.
//
// Errors: those of Open; problem.Invalid on adjusterSeatIds.
func (s *Service) Adjust(ctx context.Context, user auth.User, meetingID string, version int, a Adjustment) (Full, error) {
	return s.step(ctx, user, meetingID, version, "sendForAdjustment", keepable, func(tx *gorm.DB, old Meeting, m *Meeting) error {
		m.State, m.AdjustBy = InAdjustment, a.DueOn
		if err := old.in("adjustment", Held, InAdjustment); err != nil {
			return err
		}
		if err := a.Check(old.HeldOn); err != nil {
			return err
		}
		all, err := everything(tx, old)
		if err != nil {
			return err
		}
		rows, err := all.adjusters(a.SeatIDs)
		if err != nil {
			return err
		}
		if err := setAdjusters(tx, meetingID, rows); err != nil {
			return err
		}
		return s.traceTexts(tx, user, all)
	})
}

// adjusters are those who sat on the chosen seats at the meeting.
func (f Full) adjusters(seatIDs []string) ([]Adjuster, error) {
	rows := make([]Adjuster, len(seatIDs))
	for n, seatID := range seatIDs {
		rows[n] = Adjuster{MeetingID: f.ID, SeatID: seatID}
		for _, p := range f.Places {
			if p.Seat.ID == seatID {
				rows[n].UserID = f.Attendance[seatID].sat(p)
			}
		}
		if rows[n].UserID == "" {
			return nil, problem.Invalid(problem.Field{Name: "adjusterSeatIds", Code: "notPresent", Detail: "Nobody represented one of these seats at the meeting, so nobody can adjust for it."})
		}
	}
	return rows, nil
}

// traceTexts keeps what the minutes said when they were sent, item by item.
func (s *Service) traceTexts(tx *gorm.DB, user auth.User, all Full) error {
	var entries []audit.Entry
	for _, i := range all.Items {
		t := all.Texts[i.ID]
		if t.Text == "" {
			continue
		}
		entries = append(entries, audit.Entry{User: user, At: s.clock.Now(), Action: "signOff", ObjectType: textType, ObjectID: i.ID, Version: t.Version,
			After: TextInput{t.Text}, About: &audit.Object{Type: meetingType, ID: all.ID}, Restricted: i.IsSecret})
	}
	return audit.Record(tx, entries...)
}

// Approve is an adjuster's yes to what was read. The last one locks the minutes:
// they get the year's next number, and are frozen with their hash.
//
// Errors: problem.NotFound, Gone, Forbidden, Invalid, Conflict (wrongState, locked, cancelled, changed).
func (s *Service) Approve(ctx context.Context, user auth.User, meetingID, hash string) (out Full, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := mayApprove(tx, user, meetingID); err != nil {
			return err
		}
		old, err := lockMeeting(tx, meetingID)
		if err != nil {
			return err
		}
		if err := old.in("approval", InAdjustment); err != nil {
			return err
		}
		all, err := everything(tx, old)
		if err != nil {
			return err
		}
		text, now := all.frozen()
		if hash == "" {
			return problem.Invalid(problem.Field{Name: "contentHash", Code: "required", Detail: "Give the contentHash of the minutes that were read."})
		}
		if hash != now {
			return problem.Conflict("changed", "The minutes have changed since they were read; read them again and approve what they say now.")
		}
		at := s.clock.Now()
		if err := approve(tx, meetingID, user.ID, at); err != nil {
			return err
		}
		m := old
		waits := slices.ContainsFunc(all.Adjusters, func(a Adjuster) bool { return a.ApprovedAt == nil && a.UserID != user.ID })
		if !waits {
			if m.Running, err = nextNumber(tx, m.Year); err != nil {
				return err
			}
			m.State, m.LockedAt, m.Frozen, m.FrozenHash = Adjusted, &at, text, now
		}
		if err := s.advance(tx, user, "approve", old, &m); err != nil {
			if errors.Is(err, gorm.ErrDuplicatedKey) {
				return problem.Conflict("duplicate", "Other minutes got this number at the same moment; approve again.")
			}
			return err
		}
		out, err = s.full(tx, user, m)
		return err
	})
	return out, err
}

// MayApprove answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayApprove(ctx context.Context, user auth.User, meetingID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error { return mayApprove(tx, user, meetingID) })
}

func mayApprove(tx *gorm.DB, user auth.User, meetingID string) error {
	if _, err := visible(tx, user, meetingID); err != nil {
		return err
	}
	rows, err := adjustersOf(tx, meetingID)
	if err != nil {
		return err
	}
	chosen := slices.ContainsFunc(rows, func(a Adjuster) bool { return a.UserID == user.ID && user.MayOwn(auth.AdjustMinutes, a.UserID) })
	if !chosen {
		return problem.Forbidden("Only those who were chosen to adjust these minutes approve them.")
	}
	return nil
}

// Annotate adds a dated note to locked minutes.
//
// Errors: problem.NotFound, Gone, Forbidden, Invalid, Conflict (notLocked, tooMany).
func (s *Service) Annotate(ctx context.Context, user auth.User, meetingID, text string) (n Note, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, err := keepable(tx, user, meetingID)
		if err != nil {
			return err
		}
		n = Note{ID: id.New(), MeetingID: meetingID, Text: text, ByRole: string(user.First()), CreatedAt: s.clock.Now()}
		if err := n.Check(); err != nil {
			return err
		}
		if !m.Locked() {
			return problem.Conflict("notLocked", "The minutes are not locked: change them instead.")
		}
		there, err := notesOf(tx, meetingID)
		if err != nil {
			return err
		}
		if len(there) >= maxNotes {
			return problem.Conflict("tooMany", "The minutes have as many notes as they may have.")
		}
		if err := insertNote(tx, &n); err != nil {
			return err
		}
		database.Touch(tx, Family, meetingType, meetingID, false)
		return audit.Record(tx, audit.Entry{User: user, At: n.CreatedAt, Action: "annotate", ObjectType: noteType, ObjectID: n.ID, Version: 1,
			After: NoteInput{text}, About: &audit.Object{Type: meetingType, ID: meetingID}})
	})
	return n, err
}
