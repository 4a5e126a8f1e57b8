package meetings

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/council"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// callKind is the letter of a call; its id is the callLetter's.
const callKind = "meetingCall"

// summon writes to those who are to come to a meeting, with an entry for their
// calendars; a second time it tells of a change. Those who were called before and are
// not to come any more get the entry taken back. Without a mail server nobody is
// written to, and the meeting is called all the same.
func (s *Service) summon(tx *gorm.DB, m Meeting) error {
	coming, err := s.invited(tx, m)
	if err != nil {
		return err
	}
	return s.write(tx, m, coming)
}

// callOff takes the entries back of all who were called.
func (s *Service) callOff(tx *gorm.DB, m Meeting) error { return s.write(tx, m, nil) }

// changed tells those who were called that time or place is another.
func (s *Service) changed(tx *gorm.DB, before, m Meeting) error {
	same := before.StartsAt.Equal(m.StartsAt) && before.EndsAt.Equal(m.EndsAt) && before.Place == m.Place && before.Kind == m.Kind
	if m.State != Called || same {
		return nil
	}
	return s.summon(tx, m)
}

func (s *Service) write(tx *gorm.DB, m Meeting, coming []string) error {
	if s.mail.Ready() != nil {
		return nil
	}
	calls, before, err := callsOf(tx, m.ID)
	if err != nil {
		return err
	}
	c := call{ID: id.New(), MeetingID: m.ID, Sequence: len(calls), CreatedAt: s.clock.Now()}
	letters := lettersOf(c.ID, before, coming)
	if len(letters) == 0 {
		return nil
	}
	if err := insertCall(tx, c, letters); err != nil {
		return err
	}
	for _, l := range letters {
		if err := s.mail.Queue(tx, callKind, l.ID); err != nil {
			return err
		}
	}
	return nil
}

// invited are those who are to come: who sits in the council that day and who stands
// in, or those of the steering group.
func (s *Service) invited(tx *gorm.DB, m Meeting) (userIDs []string, err error) {
	if m.Kind == Steering {
		holdings, err := accounts.HoldingsOf(tx, auth.Steering)
		for _, h := range holdings {
			if h.Open && h.Span.From <= m.HeldOn && (h.Span.To == "" || m.HeldOn <= h.Span.To) {
				userIDs = append(userIDs, h.UserID)
			}
		}
		return userIDs, err
	}
	places, err := council.SeatsOn(tx, m.HeldOn)
	for _, p := range places {
		for _, member := range []*council.Member{p.Holder, p.Substitute} {
			if member != nil {
				userIDs = append(userIDs, member.UserID)
			}
		}
	}
	return userIDs, err
}

// callLetter makes a letter of a call as things stand when it is sent. One that a
// later letter has overtaken is not sent.
func (s *Service) callLetter(ctx context.Context, letterID string) (out mail.Message, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		l, c, outdated, err := findCallLetter(tx, letterID)
		if problem.Missing(err) || err == nil && outdated {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		to, err := s.Accounts.Person(tx, l.UserID)
		if problem.Missing(err) || err == nil && !to.Active {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		m, err := findMeeting(tx, c.MeetingID)
		if problem.Missing(err) {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		out = mail.Message{To: to.Email, Calendar: entry(m, c, l.Method, to.Lang, s.baseURL, s.mail.Sender(), to.Email)}
		out.Subject, out.Text = callText(m, c, l.Method, to.Lang, s.baseURL)
		return nil
	})
	return out, err
}
