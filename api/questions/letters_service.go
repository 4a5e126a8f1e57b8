package questions

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/auth"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// tellExperts asks for a letter to each expert of today but the one who asks. Where
// no letters can be sent, the question is asked all the same: the list shows it.
func (s *Service) tellExperts(tx *gorm.DB, user auth.User, q Question) error {
	if s.mail.Ready() != nil {
		return nil
	}
	held, err := accounts.HoldingsOf(tx, auth.Expert)
	if err != nil {
		return err
	}
	today, told := s.clock.Today(), map[string]bool{user.ID: true}
	for _, h := range held {
		if told[h.UserID] || !h.Open || h.Span.From > today || h.Span.To != "" && h.Span.To < today {
			continue
		}
		told[h.UserID] = true
		if err := s.mail.Queue(tx, askedKind, letterID(q.ID, h.UserID)); err != nil {
			return err
		}
	}
	return nil
}

// tellAsker asks for a letter to who asked, unless that is who answers.
func (s *Service) tellAsker(tx *gorm.DB, user auth.User, q Question) error {
	if s.mail.Ready() != nil || q.AskedByID == nil || *q.AskedByID == user.ID {
		return nil
	}
	return s.mail.Queue(tx, answeredKind, letterID(q.ID, *q.AskedByID))
}

// letterID names a letter by the question and the person, whose ids hold no space.
func letterID(questionID, userID string) string { return questionID + " " + userID }

// askedLetter tells an expert of a question that nobody has answered meanwhile.
func (s *Service) askedLetter(ctx context.Context, letterID string) (mail.Message, error) {
	return s.letter(ctx, askedKind, letterID, func(q Question) bool { return q.AnsweredOn == "" })
}

// answeredLetter tells who asked of the answer.
func (s *Service) answeredLetter(ctx context.Context, letterID string) (mail.Message, error) {
	return s.letter(ctx, answeredKind, letterID, func(q Question) bool { return q.AnsweredOn != "" })
}

// letter makes a letter, unless there is nothing to tell any more: the question is
// gone or not as it was, or the account is closed.
func (s *Service) letter(ctx context.Context, kind, letterID string, still func(Question) bool) (m mail.Message, err error) {
	questionID, userID, _ := strings.Cut(letterID, " ")
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		q, err := find(tx, questionID)
		if problem.Missing(err) || err == nil && !still(q) {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		to, err := s.Accounts.Person(tx, userID)
		if problem.Missing(err) || err == nil && !to.Active {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		m = letter(kind, to.Lang, to.Email, s.baseURL+"/samverkansrad/fragor/"+q.ID)
		return nil
	})
	return m, err
}
