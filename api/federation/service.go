package federation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"golang.org/x/oauth2"
	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// userType is what traces call a person.
const userType = "user"

// Service is the use cases of signing in through another system.
type Service struct {
	db       *database.DB
	clock    *day.Clock
	accounts *accounts.Service
	mail     *mail.Mailer
	log      *slog.Logger
	config   Config
	provider *provider
}

// New makes the service; without an issuer in c it lets nobody in.
func New(db *database.DB, clock *day.Clock, people *accounts.Service, letters *mail.Mailer, c Config, log *slog.Logger) *Service {
	s := &Service{db: db, clock: clock, accounts: people, mail: letters, log: log, config: c, provider: newProvider(c, clock.Now)}
	if s.on() {
		people.FederatedName = c.Name
	}
	people.Pieces = append(people.Pieces, accounts.Piece{Name: "federatedIdentities", Read: held, Erase: deleteIdentitiesOf})
	letters.Register(linkedLetter, s.letter)
	return s
}

func (s *Service) on() bool { return s.config.Issuer != "" }

// CheckBodies refuses roles for bodies that are not there.
func (s *Service) CheckBodies(ctx context.Context) error {
	keys := s.config.bodyKeys()
	if !s.on() || len(keys) == 0 {
		return nil
	}
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		ids, err := boards.ByKey(tx, keys...)
		if err != nil {
			return err
		}
		for _, key := range keys {
			if ids[key] == "" {
				return fmt.Errorf("ENVAGIN_OIDC_ROLES: there is no body with the key %q", key)
			}
		}
		return nil
	})
}

// Away is where a browser is sent, and what it must bring back.
type Away struct{ URL, Bond string }

// Leave sends a browser to the provider.
func (s *Service) Leave(ctx context.Context, returnTo, address string) (Away, error) {
	page, ok := returning(returnTo)
	if !ok {
		return Away{}, problem.Invalid(problem.Field{Name: "returnTo", Code: "notAllowed", Detail: "A path of this site, such as /aktiviteter."})
	}
	if !s.on() {
		return Away{}, problem.NotFound("other system to sign in through")
	}
	asker, err := s.accounts.Hidden("federated sign-ins", address)
	if err != nil {
		return Away{}, err
	}
	now, state := s.clock.Now(), random()
	away := Away{Bond: random()}
	l := Leaving{ID: id.New(), StateHash: hash(state), BondHash: hash(away.Bond), Nonce: random(), Verifier: oauth2.GenerateVerifier(),
		ReturnTo: page, Asker: asker, ExpiresAt: now.Add(leavingLife)}
	if away.URL, err = s.provider.address(ctx, state, l.Nonce, l.Verifier); err != nil {
		return Away{}, down(err)
	}
	few := false
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		few, err = insertLeaving(tx, l, now)
		return err
	})
	if err == nil && !few {
		err = problem.TooMany(int(leavingLife.Seconds()))
	}
	return away, err
}

// down is 503 in words of its own.
func down(cause error) error {
	p := problem.Unavailable(cause)
	p.Type, p.Code = "urn:envagin:problem:providerUnavailable", string(providerDown)
	p.Detail = "The organisation's sign-in does not answer right now. Try again in a little while."
	return p
}

// Return is what a browser brings back.
type Return struct {
	State, Code, Issuer, Bond, Device string
	// Refused is the provider's word when there is no code.
	Refused string
}

// refusal is why somebody who came back was not let in: a code for the sign-in page.
type refusal string

func (r refusal) Error() string { return "federation: " + string(r) }

const (
	again         refusal = "signInAgain"         // too late, twice, or in another browser
	cancelled     refusal = "cancelled"           // the person or the provider said no
	notTrusted    refusal = "providerRefused"     // what came does not hold
	providerDown  refusal = "providerUnavailable" // nothing came
	noMail        refusal = "emailMissing"        // the provider tells no address
	accountExists refusal = "accountExists"       // the address is that of an account that is not linked
	closed        refusal = "accountClosed"
	noRole        refusal = "noRole" // no group gives one
	tooManyGroups refusal = "groupsMissing"
)

// Come takes the browser that comes back, and begins the session. The page is
// where it wanted to be, also when it is refused; the code says why it is.
func (s *Service) Come(ctx context.Context, r Return) (issued accounts.Issued, page, code string, err error) {
	var l Leaving
	found := false
	err = s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
		l, found, err = takeLeaving(tx, hash(r.State))
		return err
	})
	if err != nil {
		return issued, "/", "", err
	}
	if !found || !l.bound(r.Bond, s.clock.Now()) {
		return issued, "/", string(again), nil
	}
	issued, err = s.come(ctx, r, l)
	var why refusal
	if err != nil && errors.As(s.why(err), &why) {
		s.log.Info("federated sign-in refused", "code", string(why), "requestId", audit.RequestID(ctx))
		return issued, l.ReturnTo, string(why), nil
	}
	return issued, l.ReturnTo, "", err
}

// why turns what went wrong into a refusal, where it is one.
func (s *Service) why(err error) error {
	var gone errDown
	switch {
	case errors.As(err, &gone):
		return providerDown
	case errors.Is(err, errToken):
		return notTrusted
	case errors.Is(err, errGroups):
		return tooManyGroups
	case problem.As(err) != nil && problem.As(err).Status < 500, errors.Is(err, gorm.ErrDuplicatedKey):
		return again // two came at once, and one was first
	default:
		return err
	}
}

func (s *Service) come(ctx context.Context, r Return, l Leaving) (issued accounts.Issued, err error) {
	switch {
	case r.Issuer != "" && r.Issuer != s.config.Issuer: // RFC 9207: another provider's answer
		return issued, notTrusted
	case r.Refused != "" || r.Code == "":
		return issued, cancelled
	}
	p, err := s.provider.person(ctx, r.Code, l.Nonce, l.Verifier)
	if err != nil {
		return issued, err
	}
	var refused error // told after the commit: a role that was taken away stays away
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		issued, refused = accounts.Issued{}, nil
		userID, err := s.admit(tx, p)
		if errors.As(err, new(refusal)) {
			refused = err
			return nil
		} else if err != nil {
			return err
		}
		issued, err = s.accounts.Begin(tx, accounts.Proof{UserID: userID, How: []string{accounts.ByFederation}, Device: r.Device})
		return err
	})
	if err == nil {
		err = refused
	}
	return issued, err
}

// admit finds, links or makes the account of a person, and gives it the roles
// that their groups give. A refusal leaves nothing behind but roles taken away.
func (s *Service) admit(tx *gorm.DB, p Person) (userID string, err error) {
	ids := map[string]string{}
	if keys := s.config.bodyKeys(); len(keys) > 0 {
		if ids, err = boards.ByKey(tx, keys...); err != nil {
			return "", err
		}
	}
	roles := s.config.rolesOf(p.Groups, ids)
	identity, known, err := findIdentity(tx, p.Issuer, p.Subject)
	if err != nil {
		return "", err
	}
	if !known {
		if identity, err = s.meet(tx, p, roles); err != nil {
			return "", err
		}
	}
	person, err := s.accounts.Person(tx, identity.UserID)
	if err != nil {
		return "", err
	}
	if !person.Active {
		return "", closed
	}
	if person, err = s.accounts.ProvideRoles(tx, person.ID, roles); err != nil {
		return "", err
	}
	if len(person.Roles) == 0 {
		if err := s.accounts.EndSessions(tx, person.ID, ""); err != nil {
			return "", err
		}
		return "", noRole
	}
	return person.ID, usedNow(tx, identity.ID, s.clock.Now())
}

// meet is the first time of a person: their account is found by address, or made.
func (s *Service) meet(tx *gorm.DB, p Person, roles []auth.Role) (Identity, error) {
	var c problem.Checks
	c.Required("email", p.Email)
	c.Email("email", p.Email)
	if c.Err() != nil {
		return Identity{}, noMail
	}
	person, err := s.accounts.ByEmail(tx, p.Email)
	if err != nil {
		return Identity{}, err
	}
	there := person.ID != ""
	switch {
	case there && (!s.config.LinkByEmail || !p.EmailVerified):
		return Identity{}, accountExists
	case there && !person.Active:
		return Identity{}, closed
	case there && len(roles) == 0 && len(person.Roles) == 0, !there && len(roles) == 0:
		return Identity{}, noRole
	case !there:
		if person, err = s.accounts.Welcome(tx, accounts.Newcomer{Email: p.Email, Name: p.Name, Lang: p.Locale, Roles: roles}); err != nil {
			return Identity{}, err
		}
	}
	now := s.clock.Now()
	identity := Identity{ID: id.New(), UserID: person.ID, Issuer: p.Issuer, Subject: p.Subject, CreatedAt: now, LastUsedAt: now}
	if err := insertIdentity(tx, identity); err != nil {
		return Identity{}, err
	}
	if there && s.mail.Ready() == nil {
		if err := s.mail.Queue(tx, linkedLetter, person.ID); err != nil {
			return Identity{}, err
		}
	}
	return identity, audit.Record(tx, audit.Entry{User: auth.User{ID: person.ID}, At: now, Action: "linkIdentity", ObjectType: userType, ObjectID: person.ID})
}

const linkedLetter = "linkedIdentity"

// letter tells the owner of an account that it can be reached in a new way.
func (s *Service) letter(ctx context.Context, userID string) (m mail.Message, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		person, err := s.accounts.Person(tx, userID)
		if problem.Missing(err) || err == nil && !person.Active {
			return mail.ErrNothing
		} else if err != nil {
			return err
		}
		m = linked(person.Email, person.Lang, s.config.Name, s.config.BaseURL+"/konto")
		return nil
	})
	return m, err
}

// held is what this room holds on a person, for the person to take out.
func held(tx *gorm.DB, userID string) (any, error) {
	found, err := identitiesOf(tx, userID)
	out := make([]map[string]any, len(found))
	for i, f := range found {
		out[i] = map[string]any{"issuer": f.Issuer, "subject": f.Subject,
			"createdAt": f.CreatedAt.UTC().Format(time.RFC3339), "lastUsedAt": f.LastUsedAt.UTC().Format(time.RFC3339)}
	}
	return out, err
}

// inEnglish tells whether a page is one of those in English.
func inEnglish(page string) bool {
	return page == "/en" || strings.HasPrefix(page, "/en/")
}
