package factors

import (
	"context"
	"errors"
	"slices"

	"github.com/go-webauthn/webauthn/webauthn"
	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of a factor raises.
const Family = "factors"

// What traces call the things of this room.
const (
	userType    = "user"
	passkeyType = "passkey"
)

// Config is what the room is told when it starts.
type Config struct {
	// BaseURL is where browsers reach us; its host is what passkeys are for.
	BaseURL string
	// Require are the roles that must have a second step.
	Require []auth.RoleName
}

// Service is the use cases of what proves who a person is beside the password.
type Service struct {
	db       *database.DB
	clock    *day.Clock
	accounts *accounts.Service
	mail     *mail.Mailer
	config   Config
	party    *webauthn.WebAuthn // nil where browsers refuse passkeys
}

// New makes the service, and is asked by accounts from then on.
func New(db *database.DB, clock *day.Clock, people *accounts.Service, letters *mail.Mailer, c Config) (*Service, error) {
	party, err := relyingParty(c.BaseURL)
	if err != nil {
		return nil, err
	}
	s := &Service{db: db, clock: clock, accounts: people, mail: letters, config: c, party: party}
	people.SecondFactors, people.Passkeys = s.methods, party != nil
	people.Pieces = append(people.Pieces, accounts.Piece{Name: "secondFactors", Read: s.held, Erase: erase})
	for kind, l := range letterOf {
		letters.Register(kind, s.maker(l))
	}
	return s, nil
}

// State is how a person stands with second steps.
type State struct {
	TOTP               TOTP
	Pending            bool
	Passkeys           int
	Left               int // recovery codes not used
	Required, Withheld bool
}

// any tells whether the person has a second step; recovery codes alone are none.
func (s State) any() bool { return s.TOTP.Secret != "" || s.Passkeys > 0 }

// mayRemove tells whether one of the factors may go.
func (s State) mayRemove(last bool) bool { return !s.Required || !last }

func (s *Service) state(tx *gorm.DB, user auth.User, lock bool) (State, error) {
	out := State{Required: user.Withheld || s.requires(user), Withheld: user.Withheld}
	t, err := findTOTP(tx, user.ID, lock)
	if err != nil {
		return out, err
	}
	codes, err := codesOf(tx, user.ID)
	if err != nil {
		return out, err
	}
	out.TOTP, out.Pending, out.Left = t, t.pending(s.clock.Now()), left(codes)
	out.Passkeys, err = usable(tx, user.ID)
	return out, err
}

func (s *Service) requires(user auth.User) bool {
	return slices.ContainsFunc(user.Roles, func(r auth.Role) bool { return slices.Contains(s.config.Require, r.Name) })
}

// State tells a person how they stand.
func (s *Service) State(ctx context.Context, user auth.User) (out State, err error) {
	if err := mayKeep(user); err != nil {
		return State{}, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		out, err = s.state(tx, user, false)
		return err
	})
	return out, err
}

// methods are by what a person proves who they are after the password.
func (s *Service) methods(tx *gorm.DB, userID string) ([]string, error) {
	state, err := s.state(tx, auth.User{ID: userID}, false)
	if err != nil || !state.any() {
		return nil, err
	}
	var out []string
	if state.TOTP.Secret != "" {
		out = append(out, "totp")
	}
	if state.Passkeys > 0 {
		out = append(out, "passkey")
	}
	if state.Left > 0 {
		out = append(out, "recoveryCode")
	}
	return out, nil
}

func mayKeep(user auth.User) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Send an access token in the Authorization header.")
	}
	if !user.MayOwn(auth.KeepOwnAccount, user.ID) {
		return problem.Forbidden("Only persons have second steps.")
	}
	return nil
}

// change carries out a change of a person's own factors, after a recent sign-in.
func (s *Service) change(ctx context.Context, user auth.User, fn func(tx *gorm.DB, state State) error) error {
	if err := mayKeep(user); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := s.accounts.RecentlySignedIn(tx, user.SessionID); err != nil {
			return err
		}
		state, err := s.state(tx, user, true)
		if err != nil {
			return err
		}
		return fn(tx, state)
	})
}

// first ends the sessions that were begun by the password alone, when the
// person gets a second step.
func (s *Service) first(tx *gorm.DB, user auth.User, state State) error {
	if state.any() {
		return nil
	}
	return s.accounts.EndSessions(tx, user.ID, user.SessionID)
}

// removed refuses to leave a person without the second step that a role of
// theirs must have, and takes the recovery codes with the last factor.
func (s *Service) removed(tx *gorm.DB, user auth.User, state State, last bool) error {
	if !state.mayRemove(last) {
		return problem.Conflict("secondFactorRequired", "Your role must have a second step; add another one before you remove this.")
	}
	if last {
		return replaceCodes(tx, user.ID, nil)
	}
	return nil
}

// tell leaves the trace and the letter of a change: the last of a transaction.
func (s *Service) tell(tx *gorm.DB, user auth.User, ownerID, action string) error {
	database.Bump(tx, Family)
	if _, ok := letterOf[action]; ok && s.mail.Ready() == nil {
		if err := s.mail.Queue(tx, action, ownerID); err != nil {
			return err
		}
	}
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: userType, ObjectID: ownerID})
}

// Reset takes away all of a person's factors, and their sessions: whoever has
// the lost telephone may be signed in by it.
func (s *Service) Reset(ctx context.Context, user auth.User, userID string) error {
	if err := mayReset(user); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := s.accounts.RecentlySignedIn(tx, user.SessionID); err != nil {
			return err
		}
		if _, err := s.accounts.Person(tx, userID); err != nil {
			return err
		}
		state, err := s.state(tx, auth.User{ID: userID}, true)
		if err != nil {
			return err
		}
		keys, err := keysOf(tx, userID)
		if err != nil {
			return err
		}
		if !state.any() && !state.Pending && len(keys) == 0 {
			return problem.Conflict("noSecondFactor", "This person has no second step.")
		}
		if err := erase(tx, userID); err != nil {
			return err
		}
		if err := s.accounts.EndSessions(tx, userID, keptSession(user, userID)); err != nil {
			return err
		}
		return s.tell(tx, user, userID, resetFactors)
	})
}

// held is what this room holds on a person, for the person to take out: never
// the secrets, which would let in whoever gets hold of the file.
func (s *Service) held(tx *gorm.DB, userID string) (any, error) {
	state, err := s.state(tx, auth.User{ID: userID}, false)
	if err != nil {
		return nil, err
	}
	keys, err := keysOf(tx, userID)
	return heldView(state, keys), err
}

func erase(tx *gorm.DB, userID string) error {
	return errors.Join(deleteTOTP(tx, userID), deleteKeysOf(tx, userID), replaceCodes(tx, userID, nil))
}

// keptSession is the session that goes on: one's own, when one resets oneself.
func keptSession(user auth.User, ownerID string) string {
	if user.ID == ownerID {
		return user.SessionID
	}
	return ""
}

func mayReset(user auth.User) error {
	if user.Public() {
		return mayKeep(user)
	}
	if !user.May(auth.ResetFactors) {
		return problem.Forbidden("Only administrators take away another person's second step.")
	}
	return nil
}

// Withhold takes the roles from whoever must have a second step and has none,
// as an auth.Verifier around the one of accounts.
func (s *Service) Withhold(next auth.Verifier) auth.Verifier {
	return func(ctx context.Context, token string, fresh bool) (auth.User, error) {
		user, err := next(ctx, token, fresh)
		if err != nil || user.Machine() || !s.requires(user) {
			return user, err
		}
		enough := false
		err = s.db.Read(ctx, func(tx *gorm.DB) error {
			methods, err := s.methods(tx, user.ID)
			if enough = len(methods) > 0; err != nil || enough {
				return err
			}
			enough, err = s.accounts.Federated(tx, user.SessionID)
			return err
		})
		if err != nil {
			return auth.User{}, err
		}
		if !enough {
			user.Roles, user.Withheld = nil, true
		}
		return user, nil
	}
}
