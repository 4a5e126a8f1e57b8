package federation

import (
	"strings"

	"envagin/api/platform/mail"
)

// linked is the letter to who can now sign in through the organisation's system.
func linked(to, lang, name, account string) mail.Message {
	subject, text := "Ett nytt sätt att logga in lades till", `Ditt konto i En väg in har kopplats till %system. Du kan nu logga in den vägen.

Var det du? Då behöver du inte göra något.

Om inte: hör genast av dig till den som sköter konton hos er, och avsluta alla inloggningar här:
%account

En väg in
`
	if lang == "en" {
		subject, text = "A new way to sign in was added", `Your account in En väg in has been linked to %system. You can now sign in that way.

Was it you? Then there is nothing to do.

If not: tell whoever keeps the accounts where you work at once, and end all sign-ins here:
%account

En väg in
`
	}
	return mail.Message{To: to, Subject: subject, Text: strings.NewReplacer("%system", name, "%account", account).Replace(text)}
}
