package accounts

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of a user raises.
const Family = "accounts"

// objectType is what traces call a user.
const objectType = "user"

// Config is what the room is told when it starts.
type Config struct {
	// BaseURL is who issues the access tokens, and for whom.
	BaseURL string
	// SigningKey is one or several seeds, see doc.go; "" keeps one in the database.
	SigningKey string
	// Argon is the cost of a password's hash; zero is DefaultArgon.
	Argon Argon
}

// Service is the use cases of users and their sessions.
type Service struct {
	db    *database.DB
	clock *day.Clock
	keys  *keyring
	hash  *hasher

	// SecondFactors are by what else a person proves who they are once the
	// password was right; none lets them in. Set when the rooms are joined.
	SecondFactors func(tx *gorm.DB, userID string) ([]string, error)
}

// New makes the service on a migrated database, and the signing key if there is none.
func New(ctx context.Context, db *database.DB, clock *day.Clock, c Config) (*Service, error) {
	s := &Service{db: db, clock: clock}
	seeds, err := s.seeds(ctx, c.SigningKey)
	if err != nil {
		return nil, err
	}
	if s.keys, err = newKeyring(c.BaseURL, seeds...); err != nil {
		return nil, err
	}
	if s.hash, err = newHasher(c.Argon); err != nil {
		return nil, err
	}
	return s, nil
}

// Filter narrows a list; zero values do not.
type Filter struct {
	Role   auth.RoleName
	Body   string
	Active string // "true" or "false"
	Sort   string
	Offset int
	Limit  int
}

// List gives a page of accounts, and how many match in all.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (accounts []Account, total int, err error) {
	if err := mayKeep(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		accounts, total, err = list(tx, f)
		return err
	})
	return accounts, total, err
}

// Get gives one account; 404 when there is none.
func (s *Service) Get(ctx context.Context, user auth.User, userID string) (Account, error) {
	if err := mayKeep(user); err != nil {
		return Account{}, err
	}
	return s.get(ctx, userID)
}

// Me gives the account of the one who asks.
func (s *Service) Me(ctx context.Context, user auth.User) (Account, error) {
	if err := mustSignIn(user); err != nil {
		return Account{}, err
	}
	return s.get(ctx, user.ID)
}

func (s *Service) get(ctx context.Context, userID string) (a Account, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		a, err = find(tx, userID)
		return err
	})
	return a, err
}

func mustSignIn(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
	}
	return nil
}

func mayKeep(user auth.User) error {
	if err := mustSignIn(user); err != nil {
		return err
	}
	if !KeptBy(user) {
		return problem.Forbidden("Only the coordinator and administrators keep the accounts.")
	}
	return nil
}

func mayGive(user auth.User, a Account) error {
	if err := mayKeep(user); err != nil {
		return err
	}
	if !a.EditableBy(user) {
		return problem.Forbidden("Only administrators keep the accounts of administrators.")
	}
	return nil
}

// MayChange answers 404 or 403 before anyone looks at what is to be written.
func (s *Service) MayChange(ctx context.Context, user auth.User, userID string) error {
	a, err := s.Get(ctx, user, userID)
	if err != nil {
		return err
	}
	return mayGive(user, a)
}

// Create makes an account with a first password.
func (s *Service) Create(ctx context.Context, user auth.User, a Account, password string) (Account, error) {
	if err := mayGive(user, a); err != nil {
		return Account{}, err
	}
	a = a.trimmed()
	a.ID, a.Version = id.New(), 1
	a.CreatedAt, a.UpdatedAt = s.clock.Now(), s.clock.Now()
	a.settle()
	var c problem.Checks
	a.check(&c)
	a.checkPassword(&c, password)
	if err := c.Err(); err != nil {
		return Account{}, err
	}
	// Before the transaction: a hash is slow, and nobody should wait for it.
	var err error
	if a.PasswordHash, err = s.hash.hash(ctx, password); err != nil {
		return Account{}, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := bodiesExist(tx, a); err != nil {
			return err
		}
		if err := insert(tx, &a); err != nil {
			return err
		}
		return s.trace(tx, user, "create", Account{}, a)
	})
	return a, err
}

// Replace puts new content on an account, if nobody else did since version.
// The password stays; an account made inactive loses its sessions.
func (s *Service) Replace(ctx context.Context, user auth.User, userID string, version int, content Account) (Account, error) {
	var out Account
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := find(tx, userID)
		if err != nil {
			return err
		}
		if err := mayGive(user, old); err != nil {
			return err
		}
		out = content.trimmed()
		out.ID, out.PasswordHash, out.CreatedAt, out.UpdatedAt = old.ID, old.PasswordHash, old.CreatedAt, s.clock.Now()
		out.settle()
		if err := out.Check(); err != nil {
			return err
		}
		if err := mayGive(user, out); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		out.Version = old.Version + 1
		return s.replace(tx, user, old, &out)
	})
	return out, err
}

func (s *Service) replace(tx *gorm.DB, user auth.User, old Account, a *Account) error {
	today := s.clock.Today()
	if old.lastingAdmin(today) && !a.lastingAdmin(today) {
		if err := anotherAdmin(tx, old.ID, today); err != nil {
			return err
		}
	}
	if err := bodiesExist(tx, *a); err != nil {
		return err
	}
	if err := update(tx, a); err != nil {
		return err
	}
	if old.Active && !a.Active {
		if err := s.EndSessions(tx, a.ID, ""); err != nil {
			return err
		}
	}
	return s.trace(tx, user, "replace", old, *a)
}

func bodiesExist(tx *gorm.DB, a Account) error {
	for i, r := range a.Roles {
		if r.BodyID == nil {
			continue
		}
		if err := boards.Exists(tx, roleField(i, "bodyId"), *r.BodyID); err != nil {
			return err
		}
	}
	return nil
}

// anotherAdmin refuses to let the last lasting administrator go. It locks all
// of them, or two could let each other go at the same time.
func anotherAdmin(tx *gorm.DB, userID string, today day.Day) error {
	admins, err := lockAdmins(tx)
	if err != nil {
		return err
	}
	for _, a := range admins {
		if a.ID != userID && a.lastingAdmin(today) {
			return nil
		}
	}
	return problem.Conflict("lastAdmin", "This is the last administrator; make another one first.")
}

// system is the actor of the command line.
var system = auth.User{ID: "system", Roles: []auth.Role{{Name: auth.Admin}}}

// NewUser is an account as the command line states it.
type NewUser struct {
	Email, Name, Lang, Password string
	Role                        auth.RoleName
	BodyKey                     string // for roles that hold for a body
}

// AddUser makes an active account with one role, for `envagin user`.
func (s *Service) AddUser(ctx context.Context, u NewUser) (Account, error) {
	a := Account{Email: u.Email, Name: u.Name, Lang: u.Lang, Active: true, Roles: []Role{{Name: u.Role}}}
	if u.BodyKey != "" {
		if err := s.db.Read(ctx, func(tx *gorm.DB) error { return bodyByKey(tx, u.BodyKey, &a.Roles[0]) }); err != nil {
			return Account{}, err
		}
	}
	return s.Create(ctx, system, a, u.Password)
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

// SetPassword gives the account of a mail address a new password and ends its
// sessions, for `envagin user`.
func (s *Service) SetPassword(ctx context.Context, email, password string) error {
	var c problem.Checks
	Account{Email: email}.checkPassword(&c, password)
	if err := c.Err(); err != nil {
		return err
	}
	hash, err := s.hash.hash(ctx, password)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		a, err := findByEmail(tx, email)
		if err != nil {
			return err
		}
		if a.ID == "" {
			return problem.NotFound(objectType)
		}
		return s.setHash(tx, system, a, hash)
	})
}

func (s *Service) setHash(tx *gorm.DB, user auth.User, a Account, hash string) error {
	if err := updateHash(tx, a.ID, hash); err != nil {
		return err
	}
	if err := s.EndSessions(tx, a.ID, ""); err != nil {
		return err
	}
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "setPassword",
		ObjectType: objectType, ObjectID: a.ID, Version: a.Version})
}

// trace leaves who did what, and raises the revision: the last of a transaction.
func (s *Service) trace(tx *gorm.DB, user auth.User, action string, before, after Account) error {
	database.Touch(tx, Family, objectType, after.ID, false)
	b, a := traced(before, after)
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: objectType, ObjectID: after.ID, Version: after.Version, Before: b, After: a})
}
