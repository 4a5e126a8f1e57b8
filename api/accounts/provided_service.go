package accounts

import (
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/id"
)

// Newcomer is a person as the system through which they sign in tells of them.
type Newcomer struct {
	Email, Name, Lang string
	Roles             []auth.Role
}

// ByEmail gives the account of an address, or an empty one.
func (s *Service) ByEmail(tx *gorm.DB, email string) (Account, error) { return findByEmail(tx, email) }

// Welcome makes the account of a newcomer. It has no password: who signs in
// through another system needs none.
func (s *Service) Welcome(tx *gorm.DB, n Newcomer) (Account, error) {
	now := s.clock.Now()
	a := Account{ID: id.New(), Email: n.Email, Name: n.Name, Lang: n.Lang, Active: true, Version: 1,
		CreatedAt: now, UpdatedAt: now, Roles: withProvided(nil, n.Roles)}.trimmed()
	a.settle()
	if err := a.Check(); err != nil {
		return Account{}, err
	}
	if err := insert(tx, &a); err != nil {
		return Account{}, err
	}
	return a, s.trace(tx, system, "create", Account{}, a)
}

// ProvideRoles gives a person the roles that the system through which they sign
// in gives them now, and takes those that it gave before. It asks for no other
// administrator: what that system says holds, and the command line makes a new one.
func (s *Service) ProvideRoles(tx *gorm.DB, userID string, roles []auth.Role) (Account, error) {
	old, err := find(tx, userID)
	if err != nil {
		return Account{}, err
	}
	a := old
	a.Roles = withProvided(old.Roles, roles)
	same := func(x, y Role) bool { return x.same(y) && x.Provided == y.Provided }
	if slices.EqualFunc(a.Roles, old.Roles, same) {
		return old, nil
	}
	a.Version, a.UpdatedAt = old.Version+1, s.clock.Now()
	a.settle()
	if err := a.Check(); err != nil {
		return Account{}, err
	}
	if err := update(tx, &a); err != nil {
		return Account{}, err
	}
	return a, s.trace(tx, system, "provideRoles", old, a)
}
