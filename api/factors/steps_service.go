package factors

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
)

// Setup is what an app is given.
type Setup struct{ Secret, URI, Image string }

func (s *Service) keys() ([]sealKey, error) {
	secrets, err := s.accounts.Secrets("second factors")
	if err != nil {
		return nil, err
	}
	out := make([]sealKey, len(secrets))
	for i, k := range secrets {
		out[i] = sealKey{k.ID, k.Key}
	}
	return out, nil
}

// SetUp begins with an app: a secret that counts once a code from it was shown.
// A confirmed one stays in use until then, so that a new telephone can be tried.
func (s *Service) SetUp(ctx context.Context, user auth.User) (out Setup, err error) {
	err = s.change(ctx, user, func(tx *gorm.DB, state State) error {
		person, err := s.accounts.Person(tx, user.ID)
		if err != nil {
			return err
		}
		key, err := newKey(person.Email)
		if err != nil {
			return err
		}
		image, err := picture(key)
		if err != nil {
			return err
		}
		out = Setup{key.Secret(), key.URL(), image}
		keys, err := s.keys()
		if err != nil {
			return err
		}
		t, now := state.TOTP, s.clock.Now()
		if t.Pending, err = seal(keys[0], user.ID, key.Secret()); err != nil {
			return err
		}
		t.PendingAt = &now
		database.Bump(tx, Family)
		return saveTOTP(tx, t)
	})
	return out, err
}

// Confirm takes the app that was begun with into use, and gives new recovery codes.
func (s *Service) Confirm(ctx context.Context, user auth.User, code string) (_ []string, err error) {
	if err := checkCode(code); err != nil {
		return nil, err
	}
	set := newCodes(user.ID, s.clock.Now())
	err = s.change(ctx, user, func(tx *gorm.DB, state State) error {
		if !state.Pending {
			return problem.Conflict("nothingPending", "No app waits for its first code; begin anew with POST /users/me/totp.")
		}
		keys, err := s.keys()
		if err != nil {
			return err
		}
		t, now := state.TOTP, s.clock.Now()
		secret, err := unseal(keys, user.ID, t.Pending)
		if err != nil {
			return err
		}
		n, ok := stepOf(secret, code, 0, now)
		if !ok {
			return problem.Invalid(problem.Field{Name: "code", Code: "codeWrong", Detail: "This is not the code that the app shows now."})
		}
		if err := s.first(tx, user, state); err != nil {
			return err
		}
		t.Secret, t.LastStep, t.ConfirmedAt, t.Pending, t.PendingAt = t.Pending, n, &now, "", nil
		if err := saveTOTP(tx, t); err != nil {
			return err
		}
		if err := replaceCodes(tx, user.ID, set.kept); err != nil {
			return err
		}
		return s.tell(tx, user, user.ID, addTOTP)
	})
	return set.shown, err
}

// Remove takes the app away.
func (s *Service) Remove(ctx context.Context, user auth.User) error {
	return s.change(ctx, user, func(tx *gorm.DB, state State) error {
		if state.TOTP.Secret == "" && state.TOTP.Pending == "" {
			return problem.NotFound("app")
		}
		inUse := state.TOTP.Secret != ""
		if inUse {
			if err := s.removed(tx, user, state, state.Passkeys == 0); err != nil {
				return err
			}
		}
		if err := deleteTOTP(tx, user.ID); err != nil {
			return err
		}
		if !inUse { // nothing that counted
			database.Bump(tx, Family)
			return nil
		}
		return s.tell(tx, user, user.ID, removeTOTP)
	})
}

// RenewCodes gives new recovery codes in the place of the old.
func (s *Service) RenewCodes(ctx context.Context, user auth.User) (_ []string, err error) {
	set := newCodes(user.ID, s.clock.Now())
	err = s.change(ctx, user, func(tx *gorm.DB, state State) error {
		if !state.any() {
			return problem.Conflict("noSecondFactor", "Recovery codes belong to a second step; add an app or a passkey first.")
		}
		if err := replaceCodes(tx, user.ID, set.kept); err != nil {
			return err
		}
		return s.tell(tx, user, user.ID, renewCodes)
	})
	return set.shown, err
}

// Second takes the second step of a sign-in by a code.
func (s *Service) Second(ctx context.Context, token, code, device string) (accounts.Issued, error) {
	if err := checkCode(code); err != nil {
		return accounts.Issued{}, err
	}
	return s.accounts.Finish(ctx, token, device, func(tx *gorm.DB, userID string) (string, error) {
		if fromApp(code) {
			return accounts.ByOTP, s.proveTOTP(tx, userID, code)
		}
		return accounts.ByRecoveryCode, s.proveRecovery(tx, userID, code)
	})
}

func codeWrong() error {
	return problem.Unauthenticated("codeWrong", "The code is wrong, or was used before. Wait for the app to show the next one, or use a recovery code.")
}

func (s *Service) proveTOTP(tx *gorm.DB, userID, code string) error {
	t, err := findTOTP(tx, userID, true)
	if err != nil {
		return err
	}
	if t.Secret == "" {
		return codeWrong()
	}
	keys, err := s.keys()
	if err != nil {
		return err
	}
	secret, err := unseal(keys, userID, t.Secret)
	if err != nil {
		return err
	}
	n, ok := stepOf(secret, code, t.LastStep, s.clock.Now())
	if !ok {
		return codeWrong()
	}
	t.LastStep = n
	return saveTOTP(tx, t)
}

func (s *Service) proveRecovery(tx *gorm.DB, userID, code string) error {
	codes, err := codesOf(tx, userID)
	if err != nil {
		return err
	}
	found, ok := matching(codes, code)
	if ok {
		ok, err = useCode(tx, found, s.clock.Now())
	}
	if err != nil {
		return err
	}
	if !ok {
		return codeWrong()
	}
	return s.tell(tx, auth.User{ID: userID}, userID, useRecovery)
}

// Reseal seals with the newest key what an older one sealed, so that the older
// can be taken away. What cannot be opened stays as it is, and is told.
func (s *Service) Reseal(ctx context.Context) error {
	keys, err := s.keys()
	if err != nil {
		return err
	}
	var unread error
	for after := ""; ; {
		var rows []TOTP
		err := s.db.Tx(ctx, func(tx *gorm.DB) (err error) {
			if rows, err = sealedOtherwise(tx, keys[0].id, after); err != nil {
				return err
			}
			for _, t := range rows {
				if err := reseal(keys, &t); err != nil {
					unread = err
					continue
				}
				if err := saveTOTP(tx, t); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil || len(rows) == 0 {
			if err == nil {
				err = unread
			}
			return err
		}
		after = rows[len(rows)-1].UserID
	}
}

func reseal(keys []sealKey, t *TOTP) error {
	for _, text := range []*string{&t.Secret, &t.Pending} {
		if *text == "" {
			continue
		}
		secret, err := unseal(keys, t.UserID, *text)
		if err != nil {
			return err
		}
		if *text, err = seal(keys[0], t.UserID, secret); err != nil {
			return err
		}
	}
	return nil
}

// maker makes a letter to the owner when it is sent.
func (s *Service) maker(letter map[string]text) mail.Maker {
	return func(ctx context.Context, userID string) (mail.Message, error) {
		var person accounts.Account
		err := s.db.Read(ctx, func(tx *gorm.DB) (err error) {
			person, err = s.accounts.Person(tx, userID)
			return err
		})
		if problem.Missing(err) || err == nil && !person.Active {
			return mail.Message{}, mail.ErrNothing
		}
		if err != nil {
			return mail.Message{}, err
		}
		subject, body := write(letter, person.Lang, s.config.BaseURL+"/konto")
		return mail.Message{To: person.Email, Subject: subject, Text: body}, nil
	}
}

// traceStopped leaves the trace of a copied key under the person whose it is.
func (s *Service) traceStopped(tx *gorm.DB, userID string, p Passkey) error {
	if err := audit.Record(tx, audit.Entry{User: auth.User{ID: userID}, At: s.clock.Now(), Action: stopPasskey,
		ObjectType: passkeyType, ObjectID: p.ID, Version: p.Version}); err != nil {
		return err
	}
	return s.tell(tx, auth.User{ID: userID}, userID, stopPasskey)
}
