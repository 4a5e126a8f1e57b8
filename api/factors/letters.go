package factors

import "strings"

// What is done to factors, as traces and letters call it.
const (
	addTOTP       = "addTotp"
	removeTOTP    = "removeTotp"
	addPasskey    = "addPasskey"
	renamePasskey = "renamePasskey"
	removePasskey = "removePasskey"
	stopPasskey   = "stopPasskey"
	renewCodes    = "renewRecoveryCodes"
	useRecovery   = "useRecoveryCode"
	resetFactors  = "resetFactors"
)

// text is a letter in one language: what it is about, and what happened.
type text struct{ subject, happened string }

// letterOf are the letters to the owner, in Swedish and English.
var letterOf = map[string]map[string]text{
	addTOTP: {
		"sv": {"En ny inloggningsnyckel lades till", "En app som visar koder lades till för din inloggning. Nästa gång du loggar in behöver du en kod från den."},
		"en": {"A new way to sign in was added", "An app that shows codes was added to your sign-in. The next time you sign in you need a code from it."},
	},
	addPasskey: {
		"sv": {"En ny inloggningsnyckel lades till", "En inloggningsnyckel (passkey) lades till för din inloggning."},
		"en": {"A new way to sign in was added", "A passkey was added to your sign-in."},
	},
	removeTOTP: {
		"sv": {"En inloggningsnyckel togs bort", "Appen som visar koder togs bort från din inloggning."},
		"en": {"A way to sign in was removed", "The app that shows codes was removed from your sign-in."},
	},
	removePasskey: {
		"sv": {"En inloggningsnyckel togs bort", "En inloggningsnyckel (passkey) togs bort från din inloggning."},
		"en": {"A way to sign in was removed", "A passkey was removed from your sign-in."},
	},
	stopPasskey: {
		"sv": {"En inloggningsnyckel stoppades", "En av dina inloggningsnycklar (passkeys) verkar ha kopierats. Den går inte att logga in med längre. Ta bort den och lägg till en ny."},
		"en": {"A way to sign in was stopped", "One of your passkeys seems to have been copied. It no longer lets anyone in. Remove it and add a new one."},
	},
	renewCodes: {
		"sv": {"Nya reservkoder", "Du har fått nya reservkoder. De gamla gäller inte längre."},
		"en": {"New recovery codes", "You have new recovery codes. The old ones no longer work."},
	},
	useRecovery: {
		"sv": {"En reservkod användes", "En av dina reservkoder användes för att logga in. Den gäller inte längre."},
		"en": {"A recovery code was used", "One of your recovery codes was used to sign in. It no longer works."},
	},
	resetFactors: {
		"sv": {"Din inloggning har ändrats", "En administratör tog bort det andra steget i din inloggning: koder, reservkoder och inloggningsnycklar. Du är utloggad överallt. Logga in med ditt lösenord och lägg till ett nytt andra steg."},
		"en": {"Your sign-in was changed", "An administrator removed the second step of your sign-in: codes, recovery codes and passkeys. You are signed out everywhere. Sign in with your password and add a new second step."},
	},
}

// whatToDo ends every letter: %s is where one's own account is.
var whatToDo = map[string]string{
	"sv": "Var det du, eller bad du om det? Då behöver du inte göra något.\n\nOm inte: byt lösenord och avsluta alla inloggningar här:\n%s\nHör sedan av dig till den som sköter konton hos er.",
	"en": "Was it you, or did you ask for it? Then there is nothing to do.\n\nIf not: change your password and end all sign-ins here:\n%s\nThen tell whoever keeps the accounts where you work.",
}

// write makes the letter in the person's language.
func write(letter map[string]text, lang, account string) (subject, body string) {
	t, ok := letter[lang]
	if !ok {
		lang = "sv"
		t = letter[lang]
	}
	return t.subject, t.happened + "\n\n" + strings.Replace(whatToDo[lang], "%s", account, 1) + "\n\nEn väg in\n"
}
