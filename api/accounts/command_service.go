package accounts

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// system is the actor of the command line.
var system = auth.User{ID: "system", Roles: []auth.Role{{Name: auth.Admin}}}

// NewUser is an account as the command line states it.
type NewUser struct {
	Email, Name, Lang, Password string
	Role                        auth.RoleName
	BodyKey                     string // for roles that hold for a body
	Invite                      bool   // by mail, instead of the password
}

// AddUser makes an active account with one role, for `envagin user`. Without a
// password it sends an invitation.
func (s *Service) AddUser(ctx context.Context, u NewUser) (Account, error) {
	a := Account{Email: u.Email, Name: u.Name, Lang: u.Lang, Active: true, Roles: []Role{{Name: u.Role}}}
	if u.BodyKey != "" {
		if err := s.db.Read(ctx, func(tx *gorm.DB) error { return bodyByKey(tx, u.BodyKey, &a.Roles[0]) }); err != nil {
			return Account{}, err
		}
	}
	if !u.Invite && u.Password == "" {
		return Account{}, problem.Invalid(problem.Field{Name: "password", Code: "required", Detail: "Write the password on standard input, or send an invitation with --invite."})
	}
	return s.create(ctx, system, a, u.Password)
}

func bodyByKey(tx *gorm.DB, key string, r *Role) error {
	ids, err := boards.ByKey(tx, key)
	if err != nil {
		return err
	}
	bodyID, ok := ids[key]
	if !ok {
		return problem.Invalid(problem.Field{Name: "body", Code: "unknownReference", Detail: "There is no body with the key " + key + "."})
	}
	r.BodyID = &bodyID
	return nil
}
