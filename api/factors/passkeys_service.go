package factors

import (
	"context"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// ChallengeToAdd begins to add a passkey: what the browser is to be asked.
func (s *Service) ChallengeToAdd(ctx context.Context, user auth.User) (Challenge, any, error) {
	if s.party == nil {
		return Challenge{}, nil, unavailable()
	}
	var c Challenge
	var options protocol.PublicKeyCredentialCreationOptions
	err := s.change(ctx, user, func(tx *gorm.DB, _ State) error {
		o, err := s.owner(tx, user.ID)
		if err != nil {
			return err
		}
		if err := full(o); err != nil {
			return err
		}
		exclude := webauthn.Credentials(o.WebAuthnCredentials()).CredentialDescriptors()
		creation, session, err := s.party.BeginRegistration(o, webauthn.WithExclusions(exclude))
		if err != nil {
			return problem.Internal(err)
		}
		options = creation.Response
		c, err = s.keep(tx, Challenge{Purpose: toAdd, UserID: &user.ID, Asker: user.ID}, session)
		return err
	})
	return c, options, err
}

func full(o owner) error {
	if len(o.keys) >= maxPasskeys {
		return problem.Conflict("tooMany", "You have as many passkeys as one can have; remove one that you do not use.")
	}
	return nil
}

// Add takes the browser's answer: a new passkey, and recovery codes with the first.
func (s *Service) Add(ctx context.Context, user auth.User, challengeID string, p Passkey, credential []byte) (Passkey, []string, error) {
	p.settle()
	if err := p.Check(); err != nil {
		return Passkey{}, nil, err
	}
	if err := mayKeep(user); err != nil {
		return Passkey{}, nil, err
	}
	c, err := s.take(ctx, challengeID, toAdd)
	if err != nil {
		return Passkey{}, nil, err
	}
	answer, err := protocol.ParseCredentialCreationResponseBytes(credential)
	if err != nil {
		return Passkey{}, nil, credentialInvalid()
	}
	var codes []string
	set := newCodes(user.ID, s.clock.Now())
	err = s.change(ctx, user, func(tx *gorm.DB, state State) error {
		if c.UserID == nil || *c.UserID != user.ID {
			return challengeOver()
		}
		o, err := s.owner(tx, user.ID)
		if err != nil {
			return err
		}
		if err := full(o); err != nil {
			return err
		}
		session, err := c.ceremony()
		if err != nil {
			return err
		}
		found, err := s.party.CreateCredential(o, session, answer)
		if err != nil {
			return credentialInvalid()
		}
		p.ID, p.UserID, p.Version, p.CreatedAt = id.New(), user.ID, 1, s.clock.Now()
		p.keep(*found)
		if err := s.first(tx, user, state); err != nil {
			return err
		}
		codes = nil
		if state.Left == 0 {
			codes = set.shown
			if err := replaceCodes(tx, user.ID, set.kept); err != nil {
				return err
			}
		}
		if isNew, err := insertKey(tx, p); err != nil {
			return err
		} else if !isNew {
			return problem.Conflict("duplicate", "This passkey is there already.")
		}
		return s.tell(tx, user, user.ID, addPasskey)
	})
	return p, codes, err
}

func credentialInvalid() error {
	return problem.Invalid(problem.Field{Name: "credential", Code: "notValid",
		Detail: "The passkey could not be checked: it must be made on this site, for this challenge, after the device has asked who you are."})
}

// List gives a page of a person's own passkeys, and how many there are.
func (s *Service) List(ctx context.Context, user auth.User, offset, limit int) (keys []Passkey, total int, err error) {
	if err := mayKeep(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		keys, total, err = pageOfKeys(tx, user.ID, offset, limit)
		return err
	})
	return keys, total, err
}

// MayChange answers 404 before anyone looks at what is to be written.
func (s *Service) MayChange(ctx context.Context, user auth.User, keyID string) error {
	if err := mayKeep(user); err != nil {
		return err
	}
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := findKey(tx, user.ID, keyID)
		return err
	})
}

// Rename gives a passkey another name, if nobody else did since version.
func (s *Service) Rename(ctx context.Context, user auth.User, keyID string, version int, content Passkey) (out Passkey, err error) {
	err = s.change(ctx, user, func(tx *gorm.DB, _ State) error {
		old, err := findKey(tx, user.ID, keyID)
		if err != nil {
			return err
		}
		out = old
		out.Name = content.Name
		out.settle()
		if err := out.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, passkeyType, old.ID, old.Version, version); err != nil {
			return err
		}
		out.Version = old.Version + 1
		if err := updateKey(tx, out, old.Version); err != nil {
			return err
		}
		return s.tell(tx, user, user.ID, renamePasskey)
	})
	return out, err
}

// RemoveKey takes a passkey away.
func (s *Service) RemoveKey(ctx context.Context, user auth.User, keyID string, version int) error {
	return s.change(ctx, user, func(tx *gorm.DB, state State) error {
		p, err := findKey(tx, user.ID, keyID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, passkeyType, p.ID, p.Version, version); err != nil {
			return err
		}
		if p.StoppedAt == nil {
			if err := s.removed(tx, user, state, state.TOTP.Secret == "" && state.Passkeys == 1); err != nil {
				return err
			}
		}
		if err := deleteKey(tx, p); err != nil {
			return err
		}
		return s.tell(tx, user, user.ID, removePasskey)
	})
}

func (s *Service) owner(tx *gorm.DB, userID string) (owner, error) {
	person, err := s.accounts.Person(tx, userID)
	if err != nil {
		return owner{}, err
	}
	keys, err := keysOf(tx, userID)
	return owner{person, keys}, err
}

// keep writes a challenge down, and with it what its end needs.
func (s *Service) keep(tx *gorm.DB, c Challenge, session *webauthn.SessionData) (Challenge, error) {
	now := s.clock.Now()
	c.ID, c.ExpiresAt = id.New(), now.Add(challengeLife)
	if n, err := waiting(tx, c.Asker, now); err != nil {
		return c, err
	} else if n >= maxChallenges {
		return c, problem.TooMany(int(challengeLife.Seconds()))
	}
	if err := c.hold(session); err != nil {
		return c, err
	}
	return c, insertChallenge(tx, c, now)
}

// take gives a challenge that is for this purpose and in its time; whatever
// comes of it, it is used.
func (s *Service) take(ctx context.Context, challengeID, purpose string) (c Challenge, err error) {
	if s.party == nil {
		return c, unavailable()
	}
	if id.Invalid(challengeID) {
		return c, challengeOver()
	}
	found := false
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		c, found, err = takeChallenge(tx, challengeID)
		return err
	})
	if err == nil && (!found || c.Purpose != purpose || !s.clock.Now().Before(c.ExpiresAt)) {
		err = challengeOver()
	}
	return c, err
}

func challengeOver() error {
	return problem.Conflict("challengeOver", "This challenge was used or is too old; ask for a new one.")
}

func unavailable() error {
	return problem.Conflict("passkeysUnavailable", "Passkeys need an address with a name; the service is reached by a number (ENVAGIN_BASE_URL).")
}

// stop makes a passkey that seems to have been copied let nobody in.
func (s *Service) stop(tx *gorm.DB, p Passkey) error {
	now := s.clock.Now()
	p.StoppedAt = &now
	if err := updateKey(tx, p, p.Version); err != nil {
		return err
	}
	database.Bump(tx, Family)
	return s.traceStopped(tx, p.UserID, p)
}
