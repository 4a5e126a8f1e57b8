package accounts

import (
	"context"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// sessionType is what traces call a session.
const sessionType = "session"

// Issued is what signing in and renewing give.
type Issued struct {
	Account Account
	Access  string // the access token
	Refresh string // the refresh token's value, for the cookie
	// Pending is set, and the tokens are not, when a second step is to come.
	Pending *PendingView
}

// Verify reads an access token, as auth.Verifier. Fresh asks the database
// whether the session lives, and for the roles of this moment.
func (s *Service) Verify(ctx context.Context, token string, fresh bool) (auth.User, error) {
	c, err := s.read(ctx, token)
	if err != nil || !fresh {
		return c.user(), err
	}
	var a Account
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		_, a, err = s.living(tx, c.SessionID)
		return err
	})
	switch {
	case err != nil:
		return auth.User{}, err
	case a.ID != c.Subject:
		return auth.User{}, badToken()
	}
	u := a.user(s.clock.Today())
	u.SessionID = c.SessionID
	return u, nil
}

// living gives a session that has not ended and its account, if it may sign in.
func (s *Service) living(tx *gorm.DB, sessionID string) (Session, Account, error) {
	session, a, err := findSession(tx, sessionID)
	if err != nil {
		return Session{}, Account{}, err
	}
	if !session.alive(s.clock.Now()) || !a.Active {
		return Session{}, Account{}, badToken()
	}
	return session, a, nil
}

// SignIn begins a session. An unknown account, one that is closed and a wrong
// password get the same answer after the same work.
func (s *Service) SignIn(ctx context.Context, email, password, address, device string) (Issued, error) {
	if s.localOff {
		return Issued{}, localSignInOff()
	}
	var c problem.Checks
	c.Required("email", email)
	c.OptionalLine("email", email, maxEmail)
	c.If(password == "", "password", "required", "This field is required.")
	c.If(len(password) > maxPassword*4, "password", "tooLong", "No password is that long.")
	if err := c.Err(); err != nil {
		return Issued{}, err
	}
	who := s.whoTries(email, address)
	if err := s.charge(ctx, who, [2]throttle{perAccount, perAddress}); err != nil {
		return Issued{}, err
	}
	var a Account
	err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
		a, err = findByEmail(tx, email)
		return err
	})
	if err != nil {
		return Issued{}, err
	}
	stored := a.PasswordHash
	if stored == "" {
		stored = s.hash.dummy
	}
	ok, outdated, err := s.hash.matches(ctx, password, stored)
	if err != nil {
		return Issued{}, err
	}
	if !ok || !a.Active {
		return Issued{}, credentialsWrong()
	}
	var rehashed string
	if outdated {
		if rehashed, err = s.hash.hash(ctx, password); err != nil {
			return Issued{}, err
		}
	}
	var out Issued
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		out, err = s.admit(tx, a, rehashed, device, who)
		return err
	})
	return out, err
}

// admit lets in somebody whose password was right, or has them wait for their
// second step. Only a sign-in that is whole forgives the account's failures.
func (s *Service) admit(tx *gorm.DB, seen Account, rehashed, device string, who [2]string) (Issued, error) {
	a, err := find(tx, seen.ID)
	if err != nil {
		return Issued{}, err
	}
	if !a.Active || a.PasswordHash != seen.PasswordHash { // changed while we computed
		return Issued{}, credentialsWrong()
	}
	if rehashed != "" {
		if err := updateHash(tx, a.ID, rehashed); err != nil {
			return Issued{}, err
		}
	}
	if err := s.refund(tx, who[1]); err != nil {
		return Issued{}, err
	}
	if s.SecondFactors != nil {
		methods, err := s.SecondFactors(tx, a.ID)
		if err != nil {
			return Issued{}, err
		}
		if len(methods) > 0 {
			return s.wait(tx, a, methods)
		}
	}
	if err := s.forgive(tx, who[0]); err != nil {
		return Issued{}, err
	}
	return s.begin(tx, a, Proof{How: []string{ByPassword}, Device: device})
}

// begin begins a session for an account that may sign in.
func (s *Service) begin(tx *gorm.DB, a Account, p Proof) (Issued, error) {
	if s.localOff && !slices.Contains(p.How, ByFederation) {
		return Issued{}, localSignInOff()
	}
	now := s.clock.Now()
	session := Session{ID: id.New(), UserID: a.ID, How: strings.Join(p.How, " "), Device: p.Device,
		CreatedAt: now, LastUsedAt: now, ExpiresAt: now.Add(sessionLife)}
	value := randomToken()
	if err := insertSession(tx, session, session.next(id.New(), value, nil, now)); err != nil {
		return Issued{}, err
	}
	if err := s.traceSession(tx, a, "signIn", session.ID, ""); err != nil {
		return Issued{}, err
	}
	return s.issue(tx, a, session.ID, value)
}

func (s *Service) issue(tx *gorm.DB, a Account, sessionID, refresh string) (Issued, error) {
	ring, err := s.freshRing(tx.Statement.Context, keysFresh)
	if err != nil {
		return Issued{}, err
	}
	if err := s.dress(tx, &a); err != nil {
		return Issued{}, err
	}
	access, err := ring.sign(a.user(s.clock.Today()), sessionID, s.clock.Now())
	return Issued{Account: a, Access: access, Refresh: refresh}, err
}

// Renew takes a refresh token and gives its successor. One that comes back
// later than the grace was stolen, by this caller or the other: the session ends.
func (s *Service) Renew(ctx context.Context, value string) (Issued, error) {
	var out Issued
	var refused error // told after the commit: what it ends must stay ended
	err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		refused = nil
		now := s.clock.Now()
		t, err := findToken(tx, hashToken(value))
		if err != nil {
			return err
		}
		session, a, err := s.living(tx, t.SessionID)
		if err != nil {
			return err
		}
		first, err := claim(tx, &t, now)
		if err != nil {
			return err
		}
		if !first && t.stolen(now) {
			refused = badToken()
			return s.endStolen(tx, a, session, now)
		}
		if !now.Before(t.ExpiresAt) {
			return badToken()
		}
		var next string
		if first {
			next, err = s.succeed(tx, session, t, now)
		} else {
			next, err = s.successor(tx, t)
		}
		if err != nil {
			return err
		}
		out, err = s.issue(tx, a, session.ID, next)
		return err
	})
	if err == nil {
		err = refused
	}
	if err != nil {
		return Issued{}, err
	}
	return out, nil
}

// succeed makes the successor of a token that was claimed just now.
func (s *Service) succeed(tx *gorm.DB, session Session, t refreshToken, now time.Time) (string, error) {
	next := successorOf(s.ring().keys[0].refresh, t.ID)
	if err := insertToken(tx, session.next(id.New(), next, &t, now)); err != nil {
		return "", err
	}
	return next, usedNow(tx, session.ID, now)
}

// successor makes the successor once more, with the key that made it at first.
func (s *Service) successor(tx *gorm.DB, t refreshToken) (string, error) {
	child, err := findChild(tx, t.ID)
	if err != nil {
		return "", err
	}
	for _, k := range s.ring().keys {
		if next := successorOf(k.refresh, t.ID); hashToken(next) == child.Hash {
			return next, nil
		}
	}
	return "", badToken()
}

func (s *Service) endStolen(tx *gorm.DB, a Account, session Session, now time.Time) error {
	if err := endSession(tx, session.ID, now); err != nil {
		return err
	}
	return s.traceSession(tx, a, "endReused", session.ID, "A refresh token was used a second time.")
}

// SignOut ends the session of a refresh token and that of an access token;
// what is empty or not valid any more has nothing to end.
func (s *Service) SignOut(ctx context.Context, refresh, access string) error {
	c, _ := s.read(ctx, access)
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		ids := []string{c.SessionID}
		if refresh != "" {
			t, err := findToken(tx, hashToken(refresh))
			if err != nil && problem.As(err) == nil {
				return err
			}
			ids = append(ids, t.SessionID)
		}
		for _, sessionID := range ids {
			if sessionID == "" {
				continue
			}
			session, a, err := s.living(tx, sessionID)
			if problem.As(err) != nil {
				continue
			} else if err != nil {
				return err
			}
			if err := endSession(tx, session.ID, s.clock.Now()); err != nil {
				return err
			}
			if err := s.traceSession(tx, a, "signOut", session.ID, ""); err != nil {
				return err
			}
		}
		return nil
	})
}

// traceSession raises no revision: nothing that is cached shows sessions.
func (s *Service) traceSession(tx *gorm.DB, a Account, action, sessionID, note string) error {
	return audit.Record(tx, audit.Entry{User: a.user(s.clock.Today()), At: s.clock.Now(), Action: action,
		ObjectType: sessionType, ObjectID: sessionID, Version: 1, Note: note,
		About: &audit.Object{Type: objectType, ID: a.ID}, Restricted: true})
}
