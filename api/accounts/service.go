package accounts

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
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
	// Mail takes invitations and the like to people.
	Mail *mail.Mailer
	// LocalOff turns passwords off: people sign in through another system.
	LocalOff bool
	// Names are the words around everybody here, of which nobody's password is made.
	Names []string
}

// Service is the use cases of users and their sessions.
type Service struct {
	db       *database.DB
	clock    *day.Clock
	keys     keeper
	hash     *hasher
	mail     *mail.Mailer
	baseURL  string
	localOff bool
	names    []string

	// What other rooms add when they are joined.

	// SecondFactors are by what else a person proves who they are once the
	// password was right; none lets them in.
	SecondFactors func(tx *gorm.DB, userID string) ([]string, error)
	// Passkeys tells that passkeys are taken.
	Passkeys bool
	// FederatedName is the system through which people sign in; "" for none.
	FederatedName string
	// Pieces are what other parts of the system hold on a person.
	Pieces []Piece
}

// New makes the service on a migrated database, and the signing key if there is none.
func New(ctx context.Context, db *database.DB, clock *day.Clock, c Config) (*Service, error) {
	s := &Service{db: db, clock: clock, mail: c.Mail, baseURL: strings.TrimRight(c.BaseURL, "/"), localOff: c.LocalOff, names: c.Names}
	if err := s.loadKeys(ctx, c.SigningKey); err != nil {
		return nil, err
	}
	var err error
	if s.hash, err = newHasher(c.Argon); err != nil {
		return nil, err
	}
	c.Mail.Register(linkMail, s.linkLetter)
	c.Mail.Register(noticeMail, s.noticeLetter)
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
		if accounts, total, err = list(tx, f); err != nil {
			return err
		}
		return s.dress(tx, pointers(accounts)...)
	})
	if err == nil {
		err = audit.Read(ctx, s.db, s.clock, user, listType, "")
	}
	if err != nil {
		return nil, 0, err
	}
	return accounts, total, nil
}

// listType is what traces call the list of accounts, which is read as a whole.
const listType = "users"

// Get gives one account, and leaves a trace when it is another's; 404 when there is none.
func (s *Service) Get(ctx context.Context, user auth.User, userID string) (Account, error) {
	if err := mayKeep(user); err != nil {
		return Account{}, err
	}
	a, err := s.get(ctx, userID)
	if err == nil && userID != user.ID {
		err = audit.Read(ctx, s.db, s.clock, user, objectType, userID)
	}
	if err != nil {
		return Account{}, err
	}
	return a, nil
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
		a, err = s.dressed(tx, userID)
		return err
	})
	return a, err
}

func (s *Service) dressed(tx *gorm.DB, userID string) (Account, error) {
	a, err := find(tx, userID)
	if err != nil {
		return a, err
	}
	return a, s.dress(tx, &a)
}

// dress puts on accounts what those who look at them want to know besides: the
// words of their roles, and the invitations that wait.
func (s *Service) dress(tx *gorm.DB, accounts ...*Account) error {
	var bodyIDs, invited []string
	for _, a := range accounts {
		for _, r := range a.Roles {
			if r.BodyID != nil {
				bodyIDs = append(bodyIDs, *r.BodyID)
			}
		}
		if a.PasswordHash == "" && a.ErasedAt == nil {
			invited = append(invited, a.ID)
		}
	}
	bodies, err := boards.Named(tx, bodyIDs...)
	if err != nil {
		return err
	}
	names := make(map[string]Words, len(bodies))
	for _, b := range bodies {
		names[b.ID] = Words{b.NameSv, b.NameEn}
	}
	waiting, err := invitationsOf(tx, invited)
	if err != nil {
		return err
	}
	for _, a := range accounts {
		a.Words, a.Invitation = a.words(names, s.clock.Today()), waiting[a.ID]
	}
	return nil
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

// Create makes an account and invites the person.
func (s *Service) Create(ctx context.Context, user auth.User, a Account) (Account, error) {
	return s.create(ctx, user, a, "")
}

// create makes an account, with a password or else with an invitation.
func (s *Service) create(ctx context.Context, user auth.User, a Account, password string) (Account, error) {
	if err := mayGive(user, a); err != nil {
		return Account{}, err
	}
	a = a.trimmed()
	a.ID, a.Version = id.New(), 1
	a.CreatedAt, a.UpdatedAt = s.clock.Now(), s.clock.Now()
	a.settle()
	var c problem.Checks
	a.check(&c)
	if password != "" {
		s.checkPassword(&c, "password", a, password)
	}
	if err := c.Err(); err != nil {
		return Account{}, err
	}
	if password != "" {
		// Before the transaction: a hash is slow, and nobody should wait for it.
		var err error
		if a.PasswordHash, err = s.hash.hash(ctx, password); err != nil {
			return Account{}, err
		}
	}
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := bodiesExist(tx, a); err != nil {
			return err
		}
		if err := insert(tx, &a); err != nil {
			return err
		}
		if password == "" && a.Active {
			if err := s.invite(tx, a); err != nil {
				return err
			}
		}
		if err := s.dress(tx, &a); err != nil {
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
		old, err := s.dressed(tx, userID)
		if err != nil {
			return err
		}
		if err := mayGive(user, old); err != nil {
			return err
		}
		out = old.with(content.trimmed(), user.ID == old.ID)
		out.UpdatedAt = s.clock.Now()
		out.settle()
		out.keepProvided(old.Roles)
		var c problem.Checks
		out.check(&c)
		c.If(old.Protected && !content.Protected && user.ID != old.ID, "protected", "notAllowed", "Only the person takes this away, in their own profile.")
		if err := c.Err(); err != nil {
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
		if err := s.shutOut(tx, a.ID); err != nil {
			return err
		}
	}
	if old.EmailKey != a.EmailKey {
		if err := s.moved(tx, old); err != nil {
			return err
		}
	}
	if !old.Protected && a.Protected {
		if err := forgetPrivate(tx, a.ID); err != nil {
			return err
		}
	}
	if err := s.dress(tx, a); err != nil {
		return err
	}
	return s.trace(tx, user, "replace", old, *a)
}

// shutOut ends all by which a person is in or could come in.
func (s *Service) shutOut(tx *gorm.DB, userID string) error {
	if err := endLinksOf(tx, userID, s.clock.Now()); err != nil {
		return err
	}
	return s.EndSessions(tx, userID, "")
}

// moved tells the old address that there is a new one. Links sent to the old
// one end: whoever reads that mailbox now may be somebody else.
func (s *Service) moved(tx *gorm.DB, old Account) error {
	if err := endLinksOf(tx, old.ID, s.clock.Now()); err != nil {
		return err
	}
	return s.tell(tx, old, addressChanged)
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

// trace leaves who did what, and raises the revision: the last of a transaction.
func (s *Service) trace(tx *gorm.DB, user auth.User, action string, before, after Account) error {
	database.Touch(tx, Family, objectType, after.ID, false)
	b, a := traced(before, after)
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action,
		ObjectType: objectType, ObjectID: after.ID, Version: after.Version, Before: b, After: a})
}
