package meetings

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

const (
	signUpType = "forumSignUp"
	placesType = "forumPlaces"
	// receiptKind is the receipt of a sign-up; its id is the sign-up's.
	receiptKind = "forumReceipt"
)

// SeenPlaces is how it stands with an open meeting's places.
type SeenPlaces struct {
	Places
	IsOpen, IsFull bool
	Taken          int
}

// Places tells how it stands with the places of an open meeting.
//
// Errors: problem.NotFound, also of a meeting that is not open to all.
func (s *Service) Places(ctx context.Context, meetingID string) (out SeenPlaces, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		m, err := forum(tx, meetingID)
		if err != nil {
			return err
		}
		out, err = s.places(tx, m)
		return err
	})
	return out, err
}

func forum(tx *gorm.DB, meetingID string) (Meeting, error) {
	m, err := findMeeting(tx, meetingID)
	if err == nil && m.Kind != Forum {
		err = problem.NotFound(placesType)
	}
	return m, err
}

func (s *Service) places(tx *gorm.DB, m Meeting) (SeenPlaces, error) {
	p, err := findPlaces(tx, m.ID)
	if err != nil {
		return SeenPlaces{}, err
	}
	taken, err := takenPlaces(tx, m.ID, "")
	return SeenPlaces{Places: p, IsOpen: p.open(m, s.clock.Today()), IsFull: taken >= p.Places, Taken: taken}, err
}

// MayKeepPlaces answers 404 or 403 before anyone looks at what is sent.
func (s *Service) MayKeepPlaces(ctx context.Context, user auth.User, meetingID string) error {
	if _, err := s.Places(ctx, meetingID); err != nil {
		return err
	}
	return mayKeepMeetings(user)
}

// SetPlaces says how many may come, and until when one signs up.
//
// Errors: problem.NotFound, Forbidden, Invalid, PreconditionFailed.
func (s *Service) SetPlaces(ctx context.Context, user auth.User, meetingID string, version int, p Places) (out SeenPlaces, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, err := forum(tx, meetingID)
		if err != nil {
			return err
		}
		if err := mayKeepMeetings(user); err != nil {
			return err
		}
		old, err := lockPlaces(tx, meetingID)
		if err != nil {
			return err
		}
		if err := p.Check(); err != nil {
			return err
		}
		if p.ClosesOn != "" && p.ClosesOn > m.HeldOn {
			return problem.Invalid(problem.Field{Name: "closesOn", Code: "outOfRange", Detail: "The last day to sign up is not after the meeting."})
		}
		if err := audit.Fresh(tx, placesType, meetingID, old.Version, version); err != nil {
			return err
		}
		p.MeetingID, p.Version, p.CreatedAt, p.UpdatedAt = meetingID, old.Version+1, old.CreatedAt, s.clock.Now()
		if p.Version == 1 {
			p.CreatedAt = p.UpdatedAt
		}
		if err := savePlaces(tx, &p); err != nil {
			return err
		}
		database.Touch(tx, Family, placesType, meetingID, false)
		out, err = s.places(tx, m)
		if err != nil {
			return err
		}
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "replace", ObjectType: placesType, ObjectID: meetingID,
			Version: p.Version, Before: old.input(), After: p.input(), About: &audit.Object{Type: meetingType, ID: meetingID}})
	})
	return out, err
}

// SignUp signs somebody up for an open meeting. The same address again takes the
// place of what it said before, and nobody is told that there was anything.
//
// Errors: problem.NotFound, Invalid, Conflict (signUpClosed, full).
func (s *Service) SignUp(ctx context.Context, meetingID string, in SignUp) (receipt bool, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		m, err := forum(tx, meetingID)
		if err != nil {
			return err
		}
		in.ID, in.MeetingID, in.CreatedAt = id.New(), meetingID, s.clock.Now()
		in.settle()
		if err := in.Check(); err != nil {
			return err
		}
		p, err := lockPlaces(tx, meetingID)
		if err != nil {
			return err
		}
		if !p.open(m, s.clock.Today()) || !s.clock.Now().Before(m.StartsAt) {
			return problem.Conflict("signUpClosed", "One cannot sign up for this meeting now.")
		}
		before, err := takenPlaces(tx, meetingID, "")
		if err != nil {
			return err
		}
		taken, err := takenPlaces(tx, meetingID, in.EmailKey)
		if err != nil {
			return err
		}
		if left := p.Places - taken; left < in.Seats {
			return problem.Conflict("full", fmt.Sprintf("There are %d places left.", max(0, left)),
				problem.Field{Name: "seats", Code: "full", Detail: fmt.Sprintf("There are %d places left.", max(0, left))})
		}
		if err := saveSignUp(tx, &in); err != nil {
			return err
		}
		// Others are told when it becomes full, or is so no longer, and else nothing.
		if (before >= p.Places) != (taken+in.Seats >= p.Places) {
			database.Touch(tx, Family, placesType, meetingID, false)
		}
		if receipt = s.mail.Ready() == nil; receipt {
			return s.mail.Queue(tx, receiptKind, in.ID)
		}
		return nil
	})
	return receipt, err
}

// SignUps gives a page of those who have signed up. Reading them leaves a trace.
//
// Errors: problem.NotFound, Forbidden.
func (s *Service) SignUps(ctx context.Context, user auth.User, meetingID string, offset, limit int) (page []SignUp, total int, err error) {
	if err := s.MayKeepPlaces(ctx, user, meetingID); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		page, total, err = listSignUps(tx, meetingID, offset, limit)
		return err
	})
	if err == nil {
		err = audit.Read(ctx, s.db, s.clock, user, signUpType, meetingID)
	}
	return page, total, err
}

// RemoveSignUp takes somebody off the list, who has said so.
//
// Errors: problem.NotFound, Forbidden.
func (s *Service) RemoveSignUp(ctx context.Context, user auth.User, meetingID, signUpID string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := s.MayKeepPlaces(tx.Statement.Context, user, meetingID); err != nil {
			return err
		}
		if err := removeSignUp(tx, meetingID, signUpID); err != nil {
			return err
		}
		database.Touch(tx, Family, placesType, meetingID, false)
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "delete", ObjectType: signUpType, ObjectID: signUpID,
			About: &audit.Object{Type: meetingType, ID: meetingID}, Restricted: true})
	})
}

// receipt is the letter to who has signed up: when and where, and not what about,
// since others may see the screen.
func (s *Service) receipt(ctx context.Context, signUpID string) (m mail.Message, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		in, err := findSignUp(tx, signUpID)
		if problem.Missing(err) {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		meeting, err := findMeeting(tx, in.MeetingID)
		if err != nil {
			return err
		}
		m = mail.Message{To: in.Email}
		when := span(meeting, in.Lang)
		if in.Lang == "en" {
			m.Subject = "You have signed up"
			m.Text = fmt.Sprintf("Hello!\n\nYou have signed up for a meeting:\n\n%s\n%s\nPlaces: %d\n\nSign up again with the same address to change the number of places. "+
				"What you gave is erased soon after the meeting.\n", when, meeting.Place, in.Seats)
			return nil
		}
		m.Subject = "Du är anmäld"
		m.Text = fmt.Sprintf("Hej!\n\nDu är anmäld till ett möte:\n\n%s\n%s\nAntal platser: %d\n\nAnmäl dig igen med samma adress om du vill ändra antalet. "+
			"Det du har uppgett raderas strax efter mötet.\n", when, meeting.Place, in.Seats)
		return nil
	})
	return m, err
}

// span says when a meeting is, in Umeå's time.
func span(m Meeting, lang string) string {
	return m.HeldOn.Words(lang) + ", " + day.TimeOfDay(m.StartsAt) + "–" + day.TimeOfDay(m.EndsAt)
}
