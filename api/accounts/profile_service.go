package accounts

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

// ReplaceProfile puts what a person states of themselves on their account, if
// nobody else changed it since version.
func (s *Service) ReplaceProfile(ctx context.Context, user auth.User, version int, in ProfileInput) (a Account, err error) {
	if err := mustSignIn(user); err != nil {
		return Account{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := find(tx, user.ID)
		if err != nil {
			return err
		}
		a = old
		in.onto(&a)
		a = a.trimmed()
		a.UpdatedAt = s.clock.Now()
		a.settle()
		if err := a.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		a.Version = old.Version + 1
		return s.replace(tx, user, old, &a)
	})
	return a, err
}

// contactRoles are those to turn to at a body, in the order in which one does.
var contactRoles = []auth.RoleName{auth.Contact, auth.Officer, auth.Manager}

// Contacts gives those to turn to at a body, each as they show themselves:
// by name where the person shows it, then those who are their role.
func (s *Service) Contacts(ctx context.Context, bodyID string) (contacts []Contact, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		bodies, err := boards.Named(tx, bodyID)
		if err != nil {
			return err
		}
		if len(bodies) == 0 {
			return database.Missing(tx, gorm.ErrRecordNotFound, "body", bodyID)
		}
		accounts, err := holdersOf(tx, bodyID, contactRoles)
		if err != nil {
			return err
		}
		names := map[string]Words{bodyID: {bodies[0].NameSv, bodies[0].NameEn}}
		slices.SortStableFunc(accounts, func(a, b Account) int { return strings.Compare(a.publicKey(), b.publicKey()) })
		contacts = []Contact{}
		for _, role := range contactRoles {
			for _, a := range accounts {
				if r, ok := a.holds(role, bodyID, s.clock.Today()); ok {
					contacts = append(contacts, a.contact(r, r.words(names)))
				}
			}
		}
		return nil
	})
	return contacts, err
}

// Shown says what others may know of these people: a name, or the words of the
// role of one who is protected or forgotten. Who is not known is left out.
func (s *Service) Shown(tx *gorm.DB, userIDs ...string) (map[string]Shown, error) {
	accounts, err := findAll(tx, userIDs)
	if err != nil {
		return nil, err
	}
	if err := s.dress(tx, pointers(accounts)...); err != nil {
		return nil, err
	}
	out := make(map[string]Shown, len(accounts))
	for _, a := range accounts {
		shown := Shown{Role: a.Words}
		if !a.Protected && a.ErasedAt == nil {
			shown.Name = a.Name
		}
		out[a.ID] = shown
	}
	return out, nil
}

// forgetPrivate empties what traces hold of a person who is to be unknown.
func forgetPrivate(tx *gorm.DB, userID string) error {
	return audit.Forget(tx, userID, private...)
}

// MayErase answers 404 or 403 before anyone looks at what is to be erased.
func (s *Service) MayErase(ctx context.Context, user auth.User, userID string) error {
	if err := mustSignIn(user); err != nil {
		return err
	}
	if !user.May(auth.ErasePersons) {
		return problem.Forbidden("Only administrators erase what is held on a person.")
	}
	_, err := s.get(ctx, userID)
	return err
}
