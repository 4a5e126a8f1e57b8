package meetings

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/council"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

const attendanceType = "councilAttendance"

// Represented is a seat on the day of a meeting, and how it was represented.
type Represented struct {
	Place      council.Place
	Attendance Attendance

	known map[string]accounts.Known
}

// represented are the seats of the day, as far as the reader sees them.
func (f Full) represented() []Represented {
	out := make([]Represented, len(f.Places))
	for n, p := range f.Places {
		a, noted := f.Attendance[p.Seat.ID]
		if !noted {
			a = Attendance{MeetingID: f.ID, SeatID: p.Seat.ID, State: Unknown}
		}
		out[n] = Represented{p, a, f.known}
	}
	return out
}

// Attendances gives a page of a meeting's seats and how they were represented.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Attendances(ctx context.Context, user auth.User, meetingID string, offset, limit int) (Meeting, []Represented, int, error) {
	f, err := s.Get(ctx, user, meetingID)
	if err != nil {
		return Meeting{}, nil, 0, err
	}
	all := f.represented()
	return f.Meeting, all[min(offset, len(all)):min(offset+limit, len(all))], len(all), nil
}

// Represented gives one seat.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Represented(ctx context.Context, user auth.User, meetingID, seatID string) (Meeting, Represented, error) {
	f, err := s.Get(ctx, user, meetingID)
	if err != nil {
		return Meeting{}, Represented{}, err
	}
	r, err := f.at(seatID)
	return f.Meeting, r, err
}

func (f Full) at(seatID string) (Represented, error) {
	all := f.represented()
	n := slices.IndexFunc(all, func(r Represented) bool { return r.Place.Seat.ID == seatID })
	if n < 0 {
		return Represented{}, problem.NotFound(attendanceType)
	}
	return all[n], nil
}

// MayNote answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayNote(ctx context.Context, user auth.User, meetingID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, meetingID); err != nil {
			return err
		}
		return mayWrite(user)
	})
}

// Note writes how a seat is represented, if nobody else did since version; 0 is
// before anybody has.
//
// Errors: problem.NotFound, Gone, Forbidden, Invalid (vacant), Conflict (locked, cancelled), PreconditionFailed.
func (s *Service) Note(ctx context.Context, user auth.User, meetingID, seatID string, version int, a Attendance) (m Meeting, out Represented, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if m, err = writable(tx, user, meetingID); err != nil {
			return err
		}
		f, err := everything(tx, m)
		if err != nil {
			return err
		}
		found, err := f.at(seatID)
		if err != nil {
			return err
		}
		old, noted, err := findAttendance(tx, meetingID, seatID)
		if err != nil {
			return err
		}
		a.MeetingID, a.SeatID, a.Version, a.CreatedAt, a.UpdatedAt = meetingID, seatID, old.Version+1, old.CreatedAt, s.clock.Now()
		if !noted {
			a.CreatedAt = a.UpdatedAt
		}
		if err := a.fits(found.Place); err != nil {
			return err
		}
		if err := audit.Fresh(tx, attendanceType, seatID, old.Version, version); err != nil {
			return err
		}
		if err := m.writable(); err != nil {
			return err
		}
		if err := saveAttendance(tx, &a, noted); err != nil {
			return err
		}
		if err := s.contentChanged(tx, m); err != nil {
			return err
		}
		database.Touch(tx, Family, meetingType, meetingID, false)
		if err := audit.Record(tx, audit.Entry{User: user, At: a.UpdatedAt, Action: "replace", ObjectType: attendanceType, ObjectID: seatID, Version: a.Version,
			Before: old.input(), After: a.input(), About: &audit.Object{Type: meetingType, ID: meetingID}}); err != nil {
			return err
		}
		seen, err := s.full(tx, user, m)
		if err != nil {
			return err
		}
		out, err = seen.at(seatID)
		return err
	})
	return m, out, err
}

// fits refuses that somebody sat where nobody has a mandate.
func (a Attendance) fits(p council.Place) error {
	if err := a.Check(); err != nil || !a.there() || a.sat(p) != "" {
		return err
	}
	detail := "Nobody held this seat that day."
	if a.State == Substitute {
		detail = "Nobody stood in on this seat that day."
	}
	return problem.Invalid(problem.Field{Name: "state", Code: "vacant", Detail: detail})
}
