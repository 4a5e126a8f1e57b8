package app_test

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/mail"
	"envagin/api/testkit"
)

// letterToTry is a letter that says the same each time.
var letterToTry = mail.Message{To: "eva@demo.example", Subject: "Inbjudan till En väg in",
	Text: "Hej Eva!\n\nDu är inbjuden till En väg in. Öppna länken inom sju dagar och välj ett lösenord:\nhttps://envagin.example.se/konto/losenord#…\n"}

// keptToTry makes letters and erasure records, so many of each, once an application.
// It gives the ids of the last.
func keptToTry(a *testkit.App, n int) (letter, record string) {
	a.T.Helper()
	a.Drain() // what was queued before comes before
	a.Mail.Register("example", func(context.Context, string) (mail.Message, error) { return letterToTry, nil })
	for range n {
		if err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error { return a.Mail.Queue(tx, "example", "eva") }); err != nil {
			a.T.Fatal(err)
		}
		record = a.Do("POST", "/erasure-records", object{"ruleId": "outbox"}, a.As("admin")).Want(201).ID()
	}
	a.Drain()
	letter, _ = a.Get("/outbox-messages?limit=1").Want(200).Items()[0]["id"].(string)
	return letter, record
}

// thingsKept are the rule, the record and the letter that routes are tried on.
func (th things) thingsKept(a *testkit.App) {
	th["own"]["key"] = "outbox" // a rule is named by its key
	a.Do("PUT", "/retention-rules/outbox", object{"keepDays": 14, "decisionReference": "KS-2026/1"}, a.As("admin"), testkit.IfMatch(`"0"`)).Want(200)
	th["own"]["outbox-messages"], th["own"]["erasure-records"] = keptToTry(a, 1)
}
