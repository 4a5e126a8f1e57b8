package app_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"github.com/descope/virtualwebauthn"
	"gorm.io/gorm"

	"envagin/api/factors"
	"envagin/api/testkit"
)

// factorsToTry gives the council's member a passkey, while they are signed in.
func (th things) factorsToTry(a *testkit.App) {
	a.T.Helper()
	member := a.As("member")
	var asked struct {
		ID      string
		Options json.RawMessage
	}
	a.Do(http.MethodPost, "/users/me/passkey-challenges", object{}, member).Want(201).Into(&asked)
	options, err := virtualwebauthn.ParseAttestationOptions(string(asked.Options))
	if err != nil {
		a.T.Fatal(err)
	}
	party := virtualwebauthn.RelyingParty{Name: "En väg in", ID: "localhost", Origin: "http://localhost:8080"}
	answer := virtualwebauthn.CreateAttestationResponse(party, virtualwebauthn.NewAuthenticator(), testkit.NewPasskey(), *options)
	th["own"]["passkeyId"] = a.Do(http.MethodPost, "/users/me/passkeys", object{"challengeId": asked.ID, "name": "Prov", "credential": json.RawMessage(answer)}, member).Want(201).ID()
}

// fillPasskeys makes the coordinator have as many passkeys as one can.
func fillPasskeys(t *testing.T, a *testkit.App) {
	t.Helper()
	userID := a.Get("/users/me", a.As("coordinator")).ID()
	err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
		for n := range 20 {
			key := fmt.Sprintf("key-%d", n)
			if err := tx.Create(&factors.Passkey{ID: key, UserID: userID, Name: key, SortKey: key, CredentialID: key, PublicKey: key, Version: 1, CreatedAt: a.Clock.Now()}).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
