package accounts

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// Piece is what another part of the system holds on a person: how it is read,
// and how it is erased.
type Piece struct {
	Name  string
	Read  func(tx *gorm.DB, userID string) (any, error)
	Erase func(tx *gorm.DB, userID string) error
}

// Held is all that is held on a person.
type Held struct {
	Account  Account
	Sessions []Session
	Pieces   []PersonalPiece
}

// maxSessionsOut bounds the sessions that are taken out; a person has few.
const maxSessionsOut = 500

// PersonalData gives all that is held on a person, and leaves a trace of it.
func (s *Service) PersonalData(ctx context.Context, user auth.User, userID string) (p Held, err error) {
	if err := mustSignIn(user); err != nil {
		return Held{}, err
	}
	if !(Account{ID: userID}).ReadableBy(user) {
		return Held{}, problem.Forbidden("Only the person and administrators take out what is held on somebody.")
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		p = Held{Pieces: []PersonalPiece{}}
		if p.Account, err = s.dressed(tx, userID); err != nil {
			return err
		}
		if p.Sessions, _, err = listSessions(tx, userID, s.clock.Now(), 0, maxSessionsOut); err != nil {
			return err
		}
		for _, piece := range s.Pieces {
			data, err := piece.Read(tx, userID)
			if err != nil {
				return fmt.Errorf("accounts: what %s holds: %w", piece.Name, err)
			}
			p.Pieces = append(p.Pieces, PersonalPiece{Name: piece.Name, Data: data})
		}
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: audit.Reading, ObjectType: "personalData", ObjectID: userID,
			About: &audit.Object{Type: objectType, ID: userID}, Restricted: true})
	})
	return p, err
}

// Erase forgets a person, if nobody else changed the account since version. A
// role is left, so that what was done still says in which role.
func (s *Service) Erase(ctx context.Context, user auth.User, userID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := find(tx, userID)
		if err != nil {
			return err
		}
		if !user.May(auth.ErasePersons) {
			return problem.Forbidden("Only administrators erase what is held on a person.")
		}
		if old.ErasedAt != nil {
			return problem.Conflict("erased", "This person was forgotten already.")
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		now, today := s.clock.Now(), s.clock.Today()
		if old.lastingAdmin(today) {
			if err := anotherAdmin(tx, old.ID, today); err != nil {
				return err
			}
		}
		// First what other rooms hold: some of it is found by the mail address.
		for _, piece := range s.Pieces {
			if piece.Erase == nil {
				continue
			}
			if err := piece.Erase(tx, userID); err != nil {
				return fmt.Errorf("accounts: what %s holds: %w", piece.Name, err)
			}
		}
		a := old.erased(now, today)
		if err := update(tx, &a); err != nil {
			return err
		}
		err = errors.Join(deleteSessionsOf(tx, userID), deleteLinksOf(tx, userID), endPendingOf(tx, userID))
		if err != nil {
			return err
		}
		if err := audit.Forget(tx, userID); err != nil {
			return err
		}
		database.Touch(tx, Family, objectType, userID, false)
		return audit.Record(tx, audit.Entry{User: user, At: now, Action: "erase", ObjectType: objectType, ObjectID: userID, Version: a.Version})
	})
}
