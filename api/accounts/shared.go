package accounts

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/collate"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// How a person showed who they are, as a session keeps it (RFC 8176 where it has
// a word).
const (
	ByPassword     = "pwd"
	ByOTP          = "otp"
	ByRecoveryCode = "recovery"
	ByPasskey      = "passkey"
	ByFederation   = "oidc"
)

// Proof is what a room has found out: who it is, how that was shown, and on what.
type Proof struct {
	UserID string
	How    []string
	Device string // see Door.Device
}

// Begin begins a session for a person who has been proved to be who they are.
// An account that is closed gets the answer of one that is not there.
func (s *Service) Begin(tx *gorm.DB, p Proof) (Issued, error) {
	a, err := find(tx, p.UserID)
	if problem.Missing(err) || err == nil && !a.Active {
		return Issued{}, credentialsWrong()
	} else if err != nil {
		return Issued{}, err
	}
	return s.begin(tx, a, p)
}

// PendingUser is whose sign-in waits for its second step under this token.
func (s *Service) PendingUser(tx *gorm.DB, token string) (userID string, err error) {
	p, err := findPending(tx, hashToken(token))
	if err != nil {
		return "", err
	}
	if !p.open(s.clock.Now()) {
		return "", pendingOver()
	}
	return p.UserID, nil
}

// Prove looks at the second step of a person's sign-in, in the transaction that
// begins the session, and says how it was shown. A refusal (a problem) counts as
// one of few tries; what Prove wrote stays written either way.
type Prove func(tx *gorm.DB, userID string) (how string, err error)

// Finish takes the sign-in that waits under a token, lets the second step be
// proved, and begins the session: all or nothing, and once.
func (s *Service) Finish(ctx context.Context, token, device string, prove Prove) (Issued, error) {
	var out Issued
	var refused error // told after the commit: a try that was counted stays counted
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		out, refused = Issued{}, nil
		now := s.clock.Now()
		p, err := lockPending(tx, hashToken(token))
		if err != nil {
			return err
		}
		if !p.open(now) {
			return pendingOver()
		}
		if wait, err := s.chargeFactor(tx, p.UserID); err != nil || wait > 0 {
			refused = waitFor(wait)
			return err
		}
		how, err := prove(tx, p.UserID)
		if problem.As(err) != nil && problem.As(err).Status < 500 {
			refused = err
			return countTry(tx, p)
		} else if err != nil {
			return err
		}
		if err := deletePending(tx, p.ID); err != nil {
			return err
		}
		out, err = s.Begin(tx, Proof{UserID: p.UserID, How: []string{ByPassword, how}, Device: device})
		if err != nil {
			return err
		}
		return s.forgive(tx, accountKey(s.ring().keys[0].attempt, collate.Fold(out.Account.Email)), s.factorKey(p.UserID))
	})
	if err == nil {
		err = refused
	}
	if err != nil {
		return Issued{}, err
	}
	return out, nil
}

// wait begins the waiting for a second step.
func (s *Service) wait(tx *gorm.DB, a Account, methods []string) (Issued, error) {
	now, token := s.clock.Now(), randomToken()
	if err := purgePending(tx, now); err != nil {
		return Issued{}, err
	}
	err := insertPending(tx, pendingSignIn{ID: id.New(), UserID: a.ID, Hash: hashToken(token), CreatedAt: now, ExpiresAt: now.Add(pendingLife)})
	return Issued{Account: a, Pending: &PendingView{Token: token, Methods: methods, ExpiresIn: int(pendingLife.Seconds())}}, err
}

// RecentlySignedIn refuses to change by what a person signs in unless they did
// so minutes ago: a machine left open must not be enough.
func (s *Service) RecentlySignedIn(tx *gorm.DB, sessionID string) error {
	session, _, err := s.living(tx, sessionID)
	if err != nil {
		return err
	}
	if !session.recent(s.clock.Now()) {
		return problem.Denied("recentSignInNeeded", "Sign in once more and try again: this needs a sign-in of the last quarter of an hour.")
	}
	return nil
}

// EndSessions ends all sessions of a person and the sign-ins that wait, but the
// session that is kept (none when it is "").
func (s *Service) EndSessions(tx *gorm.DB, userID, keep string) error {
	if err := endPendingOf(tx, userID); err != nil {
		return err
	}
	return endSessionsOf(tx, userID, keep, s.clock.Now())
}

func pendingOver() error {
	return problem.Unauthenticated("signInAgain", "This sign-in is over; begin again with the password.")
}

func credentialsWrong() error {
	return problem.Unauthenticated("credentialsWrong", "The mail address or the password is wrong.")
}

func (s Session) recent(now time.Time) bool { return now.Sub(s.CreatedAt) <= recentSignIn }

// Appointed gives the account of a mail address to a room that appoints its owner
// to something: the one there is, else a new one under that name, which is invited.
func (s *Service) Appointed(tx *gorm.DB, by auth.User, email, name string) (Account, error) {
	now := s.clock.Now()
	a := Account{ID: id.New(), Email: email, Name: name, Active: true, Version: 1, CreatedAt: now, UpdatedAt: now}.trimmed()
	a.settle()
	old, err := findByEmail(tx, a.Email)
	switch {
	case err != nil:
		return Account{}, err
	case old.ID != "" && !old.Active:
		return Account{}, problem.Conflict("accountClosed", "The account with this mail address is closed; the coordinator opens it first.",
			problem.Field{Name: "email", Code: "accountClosed", Detail: "The account with this mail address is closed."})
	case old.ID != "":
		return old, nil
	}
	if err := a.Check(); err != nil {
		return Account{}, err
	}
	if err := insert(tx, &a); err != nil {
		return Account{}, err
	}
	if err := s.invite(tx, a); err != nil {
		return Account{}, err
	}
	return a, s.trace(tx, by, "create", Account{}, a)
}

// Span is from a first day to a last one, both included; an empty To is open, and
// the zero Span is no day at all.
type Span struct{ From, To day.Day }

// HoldRole lets a person's role follow what they hold elsewhere, which had the
// days was and has the days now. A role that somebody gave for other days is only
// ever made longer.
func (s *Service) HoldRole(tx *gorm.DB, by auth.User, userID string, role auth.RoleName, was, now Span) error {
	old, err := find(tx, userID)
	if err != nil || old.ErasedAt != nil {
		return err
	}
	a := old
	a.Roles = withHeld(old.Roles, role, was, now, s.clock.Today())
	if slices.Equal(a.Roles, old.Roles) {
		return nil
	}
	a.Version, a.UpdatedAt = old.Version+1, s.clock.Now()
	a.settle()
	if err := a.Check(); err != nil {
		return err
	}
	if err := update(tx, &a); err != nil {
		return err
	}
	return s.trace(tx, by, "holdRole", old, a)
}

// Known is what may be known of somebody: by those who work with them, and by
// everyone. Of a protected or forgotten person neither holds anything.
type Known struct{ Colleagues, Everyone Card }

// Card is how to reach somebody, as far as it may be known.
type Card struct{ Name, Title, Email, Phone string }

// KnownOf says what may be known of these people, in one query.
func KnownOf(tx *gorm.DB, userIDs ...string) (map[string]Known, error) {
	if len(userIDs) == 0 {
		return nil, nil
	}
	var accounts []Account
	if err := tx.Where("id IN ?", userIDs).Find(&accounts).Error; err != nil {
		return nil, err
	}
	known := make(map[string]Known, len(accounts))
	for _, a := range accounts {
		known[a.ID] = a.known()
	}
	return known, nil
}

// AddressOf is the mail address of an account, for what is kept by address; "" of
// one that was forgotten.
func AddressOf(tx *gorm.DB, userID string) (string, error) {
	a, err := find(tx, userID)
	return a.Email, err
}

// OpenOf finds open accounts by id and by mail address, in one query each: which ids
// are of one, and whose each address is.
func OpenOf(tx *gorm.DB, userIDs, emails []string) (byID map[string]bool, byEmail map[string]string, err error) {
	byID, byEmail = map[string]bool{}, map[string]string{}
	if len(userIDs) > 0 {
		var found []string
		err = tx.Model(&Account{}).Where("id IN ? AND active", userIDs).Pluck("id", &found).Error
		for _, userID := range found {
			byID[userID] = true
		}
	}
	if err != nil || len(emails) == 0 {
		return byID, byEmail, err
	}
	keys := make([]string, len(emails))
	for i, email := range emails {
		keys[i] = collate.Fold(email)
	}
	var found []Account
	err = tx.Select("id", "email_key").Where("email_key IN ? AND active", keys).Find(&found).Error
	for i, email := range emails {
		if at := slices.IndexFunc(found, func(a Account) bool { return a.EmailKey == keys[i] }); at >= 0 {
			byEmail[email] = found[at].ID
		}
	}
	return byID, byEmail, err
}

// Holding is a role that somebody has or had for a body.
type Holding struct {
	UserID string
	BodyID string
	Span   Span
	// Open tells that the account is open: a closed one holds nothing any more.
	Open bool
}

// maxHoldings bounds what HoldingsOf reads; a large municipality has some hundreds.
const maxHoldings = 20_000

// HoldingsOf are all holdings of a role, those that began first before others.
func HoldingsOf(tx *gorm.DB, role auth.RoleName, bodyIDs ...string) ([]Holding, error) {
	q := tx.Model(&Role{}).Joins("JOIN users ON users.id = user_roles.user_id").
		Select("user_id, body_id, valid_from, valid_to, active").Where("role = ?", role)
	if len(bodyIDs) > 0 {
		q = q.Where("body_id IN ?", bodyIDs)
	}
	var rows []struct {
		UserID, BodyID     string
		ValidFrom, ValidTo day.Day
		Active             bool
	}
	err := q.Order("valid_from, user_id").Limit(maxHoldings).Find(&rows).Error
	holdings := make([]Holding, len(rows))
	for i, r := range rows {
		holdings[i] = Holding{r.UserID, r.BodyID, Span{r.ValidFrom, r.ValidTo}, r.Active}
	}
	return holdings, err
}
