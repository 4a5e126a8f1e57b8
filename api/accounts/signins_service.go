package accounts

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// Sessions gives a page of the person's own sessions, and how many there are.
func (s *Service) Sessions(ctx context.Context, user auth.User, offset, limit int) (sessions []Session, total int, err error) {
	if err := mayKeepSessions(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		sessions, total, err = listSessions(tx, user.ID, s.clock.Now(), offset, limit)
		return err
	})
	return sessions, total, err
}

// EndSession ends one of the person's own sessions; that of somebody else is not there.
func (s *Service) EndSession(ctx context.Context, user auth.User, sessionID string) error {
	if err := mayKeepSessions(user); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		session, a, err := s.living(tx, sessionID)
		if problem.As(err) != nil || err == nil && session.UserID != user.ID {
			return problem.NotFound(sessionType)
		} else if err != nil {
			return err
		}
		if err := endSession(tx, session.ID, s.clock.Now()); err != nil {
			return err
		}
		return s.traceSession(tx, a, "signOut", session.ID, "")
	})
}

// EndAll ends all of them but the one that is kept.
func (s *Service) EndAll(ctx context.Context, user auth.User, keep string) error {
	if err := mayKeepSessions(user); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		a, err := find(tx, user.ID)
		if err != nil {
			return err
		}
		if err := s.EndSessions(tx, user.ID, keep); err != nil {
			return err
		}
		return s.traceSession(tx, a, "signOutEverywhere", user.SessionID, "")
	})
}

// mayKeepSessions lets persons keep their own; a machine has none.
func mayKeepSessions(user auth.User) error {
	if err := mustSignIn(user); err != nil {
		return err
	}
	if !user.MayOwn(auth.KeepOwnSessions, user.ID) {
		return problem.Forbidden("Only persons have sessions.")
	}
	return nil
}

// Methods tells how one signs in here.
func (s *Service) Methods() MethodsView {
	m := MethodsView{Local: !s.localOff, Passkeys: s.Passkeys && !s.localOff}
	if s.FederatedName != "" {
		m.Federated = &FederatedMethod{Name: s.FederatedName}
	}
	return m
}
