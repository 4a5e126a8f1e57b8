package accounts

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Invite sends an invitation once more; what was sent before stops working.
func (s *Service) Invite(ctx context.Context, user auth.User, userID string) (a Account, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if a, err = find(tx, userID); err != nil {
			return err
		}
		if err := mayGive(user, a); err != nil {
			return err
		}
		if !a.Active {
			return problem.Conflict("accountClosed", "This account is closed; open it first.")
		}
		if err := endLinksOf(tx, a.ID, s.clock.Now()); err != nil {
			return err
		}
		if err := s.invite(tx, a); err != nil {
			return err
		}
		if err := s.dress(tx, &a); err != nil {
			return err
		}
		database.Bump(tx, Family)
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "invite",
			ObjectType: objectType, ObjectID: a.ID, Version: a.Version})
	})
	return a, err
}

// invite queues an invitation. Where people sign in through another system, it
// is worth having and not needed.
func (s *Service) invite(tx *gorm.DB, a Account) error {
	if err := s.mail.Ready(); err != nil && s.localOff {
		return nil
	} else if err != nil {
		return err
	}
	return s.offer(tx, &a.ID, Invitation)
}

// offer queues a link; its token is made when the mail is.
func (s *Service) offer(tx *gorm.DB, userID *string, purpose Purpose) error {
	now := s.clock.Now()
	l := Link{ID: id.New(), UserID: userID, Purpose: purpose, CreatedAt: now, ExpiresAt: now.Add(lifeOf[purpose])}
	if err := insertLink(tx, l); err != nil {
		return err
	}
	return s.mail.Queue(tx, linkMail, l.ID)
}

// AskReset queues a mail with a link, if there is such an account. What is done
// until then is the same when there is none: the link is written and the mail
// queued, and only whoever sends it finds nobody to send it to. An address that
// asks too much waits; for an account asked about too often nothing more is sent
// for a while, and the links sent already go on working.
func (s *Service) AskReset(ctx context.Context, email, address string) error {
	if s.localOff {
		return localSignInOff()
	}
	if err := s.mail.Ready(); err != nil {
		return err
	}
	email = strings.TrimSpace(email)
	var c problem.Checks
	c.Required("email", email)
	c.OptionalLine("email", email, maxEmail)
	if err := c.Err(); err != nil {
		return err
	}
	who := s.whoTries("reset "+email, "reset "+address)
	var wait time.Duration
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		now := s.clock.Now()
		rows, err := lockAttempts(tx, now, who[:]...)
		if err != nil {
			return err
		}
		account, from := rows[who[0]], rows[who[1]]
		if wait = from.wait(now); wait > 0 {
			return nil
		}
		asked := account.wait(now) > 0
		if !asked {
			account = account.charge(resetsOfAccount, now)
		}
		if err := saveAttempts(tx, account, from.charge(resetsFromAddress, now)); err != nil {
			return err
		}
		userID, err := idByEmail(tx, email)
		if err != nil || asked {
			return err
		}
		return s.offer(tx, userID, Reset)
	})
	if err == nil {
		err = waitFor(wait)
	}
	return err
}

// CheckLink tells what a link is for, and whose account it opens.
func (s *Service) CheckLink(ctx context.Context, token string) (l Link, a Account, err error) {
	if s.localOff {
		return Link{}, Account{}, localSignInOff()
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		l, a, err = s.openLink(tx, token)
		return err
	})
	return l, a, err
}

// openLink gives a link that may be used, and its account. One that was used, is
// too old or was made up gets the same answer.
func (s *Service) openLink(tx *gorm.DB, token string) (Link, Account, error) {
	l, err := findLinkByHash(tx, hashToken(token))
	if err != nil {
		return Link{}, Account{}, err
	}
	if !l.open(s.clock.Now()) {
		return Link{}, Account{}, linkOver()
	}
	a, err := find(tx, *l.UserID)
	if err != nil {
		return Link{}, Account{}, err
	}
	if !a.Active {
		return Link{}, Account{}, linkOver()
	}
	return l, a, nil
}

// UseLink sets the password that a person chose by a link, once.
func (s *Service) UseLink(ctx context.Context, token, password string) error {
	l, a, err := s.CheckLink(ctx, token)
	if err != nil {
		return err
	}
	hash, err := s.newHash(ctx, "password", a, password)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		first, err := claimLink(tx, l.ID, s.clock.Now())
		if err != nil {
			return err
		}
		if !first {
			return linkOver()
		}
		a, err := find(tx, a.ID)
		if err != nil {
			return err
		}
		if !a.Active {
			return linkOver()
		}
		if err := s.forgive(tx, s.whoTries(a.Email, "")[0]); err != nil {
			return err
		}
		return s.setHash(tx, a.user(s.clock.Today()), a, hash, "")
	})
}

func linkOver() error {
	p := problem.Gone("link")
	p.Code, p.Type, p.Title = "linkOver", "urn:envagin:problem:linkOver", "The link no longer works"
	p.Detail = "The link was used already, is too old or is not whole. Ask for a new password, or ask whoever invited you for a new invitation."
	return p
}
