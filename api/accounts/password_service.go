package accounts

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// checkPassword says why nobody may have this password, and what to do instead.
func (s *Service) checkPassword(c *problem.Checks, field string, a Account, password string) {
	if why := refuse(password, append(a.around(), s.names...)); why != nil {
		c.Add(field, why.code, why.detail)
	}
}

// SetPassword gives the account of a mail address a new password and ends its
// sessions, for `envagin user`.
func (s *Service) SetPassword(ctx context.Context, email, password string) error {
	var a Account
	err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
		a, err = findByEmail(tx, email)
		return err
	})
	if err != nil {
		return err
	}
	hash, err := s.newHash(ctx, "password", a, password)
	if err != nil {
		return err
	}
	if a.ID == "" {
		return problem.NotFound(objectType)
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		return s.setHash(tx, system, a, hash, "")
	})
}

// ChangePassword gives a person another password, by the one they have. Whoever
// sits at a machine left open has as many guesses as at the sign-in.
func (s *Service) ChangePassword(ctx context.Context, user auth.User, current, password, address string) error {
	if err := mustSignIn(user); err != nil {
		return err
	}
	if s.localOff {
		return localSignInOff()
	}
	a, err := s.Me(ctx, user)
	if err != nil {
		return err
	}
	var c problem.Checks
	c.If(current == "", "currentPassword", "required", "This field is required.")
	c.If(len(current) > maxPassword*4, "currentPassword", "tooLong", "No password is that long.")
	s.checkPassword(&c, "password", a, password)
	c.If(password == current, "password", "unchanged", "This is the password you have; choose another one.")
	if err := c.Err(); err != nil {
		return err
	}
	who := s.whoTries(a.Email, address)
	if err := s.charge(ctx, who, [2]throttle{perAccount, perAddress}); err != nil {
		return err
	}
	stored := a.PasswordHash
	if stored == "" {
		stored = s.hash.dummy
	}
	ok, _, err := s.hash.matches(ctx, current, stored)
	if err != nil {
		return err
	}
	if !ok {
		return problem.Invalid(problem.Field{Name: "currentPassword", Code: "wrong", Detail: "This is not the password you have."})
	}
	hash, err := s.hash.hash(ctx, password)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := s.refund(tx, who[1]); err != nil {
			return err
		}
		if err := s.forgive(tx, who[0]); err != nil {
			return err
		}
		return s.setHash(tx, user, a, hash, user.SessionID)
	})
}

// newHash is the hash of a password that may be had.
func (s *Service) newHash(ctx context.Context, field string, a Account, password string) (string, error) {
	var c problem.Checks
	s.checkPassword(&c, field, a, password)
	if err := c.Err(); err != nil {
		return "", err
	}
	return s.hash.hash(ctx, password)
}

// setHash gives an account its new password, ends what was begun with the old
// one (but the session that is kept), and tells the owner.
func (s *Service) setHash(tx *gorm.DB, user auth.User, a Account, hash, keep string) error {
	if err := updateHash(tx, a.ID, hash); err != nil {
		return err
	}
	if err := s.EndSessions(tx, a.ID, keep); err != nil {
		return err
	}
	if err := endLinksOf(tx, a.ID, s.clock.Now()); err != nil {
		return err
	}
	kind := passwordChanged
	if a.PasswordHash == "" {
		kind = invitationUsed
	}
	if err := s.tell(tx, a, kind); err != nil {
		return err
	}
	database.Bump(tx, Family) // whoever keeps the accounts sees that the invitation was used
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "setPassword",
		ObjectType: objectType, ObjectID: a.ID, Version: a.Version})
}

func localSignInOff() error {
	return problem.Denied("localSignInOff", "Passwords are turned off here; sign in through the system that GET /sign-in-methods names.")
}
