package testkit

import (
	"context"
	"slices"

	"envagin/api/platform/mail"
)

// Drain does every job that is queued.
func (a *App) Drain() {
	a.T.Helper()
	if err := a.Jobs.Drain(context.Background()); err != nil {
		a.T.Fatal(err)
	}
}

// Outbox gives the letters that this application has sent, newest last.
func (a *App) Outbox() []mail.Message {
	a.T.Helper()
	kept, _, err := a.Mail.Letters(context.Background(), 0, 1000)
	if err != nil {
		a.T.Fatal(err)
	}
	letters := make([]mail.Message, len(kept))
	for i, k := range kept {
		letters[len(kept)-1-i] = mail.Message{To: k.Recipient, Subject: k.Subject, Text: k.Body, Calendar: k.Calendar}
	}
	return letters
}

// LastMailTo gives the newest letter to an address.
func (a *App) LastMailTo(address string) mail.Message {
	a.T.Helper()
	letters := a.Outbox()
	slices.Reverse(letters)
	at := slices.IndexFunc(letters, func(m mail.Message) bool { return m.To == address })
	if at < 0 {
		a.T.Fatalf("no mail was sent to %s", address)
	}
	return letters[at]
}
