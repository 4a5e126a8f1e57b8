package accounts

import (
	"strings"

	"envagin/api/platform/mail"
)

// What is sent is short, and neither sender nor subject says what the plan is
// about: others may see the list of somebody's mail.

type letter struct{ subject, text string }

var linkLetters = map[Purpose]map[string]letter{
	Invitation: {
		"sv": {"Välj ett lösenord till ditt konto", `Hej!

Du har fått ett konto i En väg in. Öppna länken och välj ett lösenord:

{link}

Länken fungerar i sju dagar, en gång. Har du fått en inbjudan tidigare
fungerar bara den här. Har den slutat fungera: be den som bjöd in dig om en ny.

Väntade du inte det här brevet behöver du inte göra något.
`},
		"en": {"Choose a password for your account", `Hello!

You have been given an account in En väg in. Open the link and choose a password:

{link}

The link works for seven days, once. If you were invited before, only this one
works. If it has stopped working, ask whoever invited you for another.

If you did not expect this letter, you need not do anything.
`},
	},
	Reset: {
		"sv": {"Nytt lösenord", `Hej!

Någon, troligen du, har bett om ett nytt lösenord till ditt konto i En väg in.
Öppna länken och välj ett:

{link}

Länken fungerar i en timme, en gång. Var det inte du behöver du inte göra
något: ditt lösenord gäller som förut.
`},
		"en": {"New password", `Hello!

Somebody, probably you, has asked for a new password to your account in
En väg in. Open the link and choose one:

{link}

The link works for an hour, once. If it was not you, you need not do anything:
your password is as before.
`},
	},
}

var noticeLetters = map[noticeKind]map[string]letter{
	passwordChanged: {
		"sv": {"Ditt lösenord har ändrats", `Hej!

Lösenordet till ditt konto i En väg in har ändrats, och andra inloggningar har
avslutats.

Var det inte du? Be genast om ett nytt lösenord på {base} och hör av dig till
den som sköter kontona hos er.
`},
		"en": {"Your password was changed", `Hello!

The password to your account in En väg in was changed, and other sign-ins were
ended.

Was it not you? Ask for a new password at once at {base}, and tell whoever
keeps the accounts with you.
`},
	},
	addressChanged: {
		"sv": {"Din e-postadress har ändrats", `Hej!

E-postadressen till ditt konto i En väg in har ändrats. Brev om kontot går från
nu till den nya adressen.

Väntade du inte det? Hör genast av dig till den som sköter kontona hos er.
`},
		"en": {"Your mail address was changed", `Hello!

The mail address of your account in En väg in was changed. Letters about the
account go to the new address from now on.

Did you not expect that? Tell whoever keeps the accounts with you at once.
`},
	},
	invitationUsed: {
		"sv": {"Ditt konto är klart", `Hej!

Inbjudan till En väg in har använts och ett lösenord är valt. Logga in på {base}

Var det inte du? Hör genast av dig till den som bjöd in dig.
`},
		"en": {"Your account is ready", `Hello!

The invitation to En väg in was used and a password is chosen. Sign in at {base}

Was it not you? Tell whoever invited you at once.
`},
	},
}

var readyLetters = map[string]letter{
	"sv": {"Ditt konto är klart", `Hej!

Du har fått ett konto i En väg in. Logga in på {base} med {system}.

Väntade du inte det här brevet behöver du inte göra något.
`},
	"en": {"Your account is ready", `Hello!

You have been given an account in En väg in. Sign in at {base} with {system}.

If you did not expect this letter, you need not do anything.
`},
}

func (l letter) to(address string, values ...string) mail.Message {
	return mail.Message{To: address, Subject: l.subject, Text: strings.NewReplacer(values...).Replace(l.text)}
}

func (l Link) letter(a Account, link string) mail.Message {
	return linkLetters[l.Purpose][a.Lang].to(a.Email, "{link}", link)
}

func (n notice) letter(a Account, base string) mail.Message {
	return noticeLetters[n.Kind][a.Lang].to(n.Address, "{base}", base)
}

// accountReady tells of an account whose owner signs in through another system.
func accountReady(a Account, base, system string) mail.Message {
	if system == "" {
		system = "-"
	}
	return readyLetters[a.Lang].to(a.Email, "{base}", base, "{system}", system)
}
