package factors

import (
	"context"
	"errors"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/problem"
)

// ChallengeToSignIn begins to sign in by a passkey: any of this site's, or as
// the second step one of the person's whose sign-in waits under the token.
func (s *Service) ChallengeToSignIn(ctx context.Context, token, address string) (Challenge, any, error) {
	if s.party == nil {
		return Challenge{}, nil, unavailable()
	}
	if token == "" && !s.accounts.Methods().Passkeys {
		return Challenge{}, nil, problem.Denied("localSignInOff", "Passkeys are turned off here; sign in through the system that GET /sign-in-methods names.")
	}
	asker, err := s.accounts.Hidden("passkey challenges", address)
	if err != nil {
		return Challenge{}, nil, err
	}
	var c Challenge
	var options protocol.PublicKeyCredentialRequestOptions
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if token == "" {
			assertion, session, err := s.party.BeginDiscoverableLogin()
			if err != nil {
				return problem.Internal(err)
			}
			options = assertion.Response
			c, err = s.keep(tx, Challenge{Purpose: toSignIn, Asker: asker}, session)
			return err
		}
		userID, err := s.accounts.PendingUser(tx, token)
		if err != nil {
			return err
		}
		o, err := s.owner(tx, userID)
		if err != nil {
			return err
		}
		if len(o.WebAuthnCredentials()) == 0 {
			return problem.Conflict("noPasskey", "There is no passkey to use here; take another of the methods.")
		}
		assertion, session, err := s.party.BeginLogin(o)
		if err != nil {
			return problem.Internal(err)
		}
		options = assertion.Response
		c, err = s.keep(tx, Challenge{Purpose: secondStep, UserID: &userID, Asker: asker}, session)
		return err
	})
	return c, options, err
}

// SignIn takes the browser's answer and begins the session: by the passkey
// alone, or as the second step of the sign-in that waits under the token.
func (s *Service) SignIn(ctx context.Context, challengeID, token string, credential []byte, device string) (accounts.Issued, error) {
	purpose := toSignIn
	if token != "" {
		purpose = secondStep
	}
	c, err := s.take(ctx, challengeID, purpose)
	if err != nil {
		return accounts.Issued{}, err
	}
	answer, err := protocol.ParseCredentialRequestResponseBytes(credential)
	if err != nil {
		return accounts.Issued{}, passkeyRefused()
	}
	session, err := c.ceremony()
	if err != nil {
		return accounts.Issued{}, err
	}
	if purpose == secondStep {
		return s.accounts.Finish(ctx, token, device, func(tx *gorm.DB, userID string) (string, error) {
			_, err := s.prove(tx, userID, session, answer)
			return accounts.ByPasskey, err
		})
	}
	var out accounts.Issued
	var refused error // told after the commit: a key that was stopped stays stopped
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		out, refused = accounts.Issued{}, nil
		userID, err := s.prove(tx, "", session, answer)
		if problem.Is(err, 401) {
			refused = err
			return nil
		} else if err != nil {
			return err
		}
		out, err = s.accounts.Begin(tx, accounts.Proof{UserID: userID, How: []string{accounts.ByPasskey}, Device: device})
		return err
	})
	if err == nil {
		err = refused
	}
	if err != nil {
		return accounts.Issued{}, err
	}
	return out, nil
}

func passkeyRefused() error {
	return problem.Unauthenticated("passkeyRefused", "This passkey does not let you in here. Try again, or sign in in another way.")
}

// prove checks the answer by the key that is kept here; whose it must be is
// given in the second step, and found by the key otherwise. A counter that does
// not go forward stops the key.
func (s *Service) prove(tx *gorm.DB, userID string, session webauthn.SessionData, answer *protocol.ParsedCredentialAssertionData) (string, error) {
	credentialID := b64.EncodeToString(answer.RawID)
	ownerID, err := ownerOfKey(tx, credentialID)
	if err != nil {
		return "", err
	}
	if ownerID == "" || userID != "" && userID != ownerID {
		return "", passkeyRefused()
	}
	o, err := s.owner(tx, ownerID)
	if err != nil {
		return "", err
	}
	found, err := s.validate(o, session, answer)
	if err != nil {
		return "", passkeyRefused()
	}
	key, _ := o.find(credentialID)
	if found.Authenticator.CloneWarning {
		if err := s.stop(tx, key); err != nil {
			return "", err
		}
		return "", passkeyRefused()
	}
	now := s.clock.Now()
	key.keep(*found)
	key.LastUsedAt = &now
	return ownerID, updateKey(tx, key, key.Version)
}

func (s *Service) validate(o owner, session webauthn.SessionData, answer *protocol.ParsedCredentialAssertionData) (*webauthn.Credential, error) {
	if len(session.UserID) > 0 {
		return s.party.ValidateLogin(o, session, answer)
	}
	_, found, err := s.party.ValidatePasskeyLogin(func(_, handle []byte) (webauthn.User, error) {
		if string(handle) != o.ID {
			return nil, errors.New("the handle is another person's")
		}
		return o, nil
	}, session, answer)
	return found, err
}
