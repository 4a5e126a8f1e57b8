package accounts

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// The kinds of mail that this room sends.
const (
	linkMail   = "accountLink"
	noticeMail = "accountNotice"
)

// linkLetter makes the mail of a link, and the token in it. Should it be made
// again because it could not be sent, the earlier token stops working.
func (s *Service) linkLetter(ctx context.Context, linkID string) (m mail.Message, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		l, err := findLink(tx, linkID)
		if err != nil {
			return err
		}
		if !l.open(s.clock.Now()) {
			return mail.ErrNothing
		}
		a, err := find(tx, *l.UserID)
		if problem.Missing(err) || err == nil && !a.Active {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		if s.localOff {
			m = accountReady(a, s.baseURL, s.FederatedName)
			return nil
		}
		token := randomToken()
		if err := setLinkHash(tx, l.ID, hashToken(token)); err != nil {
			return err
		}
		m = l.letter(a, s.baseURL+"/konto/losenord#"+token)
		return nil
	})
	return m, err
}

// tell queues a mail to the owner of an account, at the address it had.
func (s *Service) tell(tx *gorm.DB, a Account, kind noticeKind) error {
	if s.mail.Ready() != nil {
		return nil // nobody can be told, and the change is right all the same
	}
	now := s.clock.Now()
	n := notice{ID: id.New(), UserID: a.ID, Kind: kind, Address: a.Email, CreatedAt: now}
	if err := insertNotice(tx, n); err != nil {
		return err
	}
	return s.mail.Queue(tx, noticeMail, n.ID)
}

// noticeLetter makes the mail of a notice.
func (s *Service) noticeLetter(ctx context.Context, noticeID string) (m mail.Message, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		n, err := findNotice(tx, noticeID)
		if err != nil {
			return err
		}
		if n.ID == "" || n.Address == "" {
			return mail.ErrNothing
		}
		a, err := find(tx, n.UserID)
		if err != nil {
			return err
		}
		m = n.letter(a, s.baseURL)
		return nil
	})
	return m, err
}
