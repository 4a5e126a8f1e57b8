package questions

import (
	"strings"

	"envagin/api/platform/mail"
)

// The letters of this room. Each is one to one person, so its id names the question
// and the person; what stands in a question stands in no letter.
const (
	askedKind    = "questionAsked"
	answeredKind = "questionAnswered"
)

var letters = map[string]map[string][2]string{
	askedKind: {
		"sv": {"En fråga väntar på svar", "Hej!\n\nNågon har ställt en fråga till dig och de andra sakkunniga. Läs den och säg till att du tar den:\n\n{link}\n\n" +
			"En fråga som har väntat i mer än 30 dagar visas som försenad.\n"},
		"en": {"A question waits for an answer", "Hello!\n\nSomebody has asked you and the other experts a question. Read it, and say that you take it on:\n\n{link}\n\n" +
			"A question that has waited for more than 30 days is shown as late.\n"},
	},
	answeredKind: {
		"sv": {"Din fråga har fått svar", "Hej!\n\nEn fråga som du har ställt har fått svar. Läs det här:\n\n{link}\n"},
		"en": {"Your question is answered", "Hello!\n\nA question that you asked is answered. Read the answer here:\n\n{link}\n"},
	},
}

// letter makes a letter to an address, in a language.
func letter(kind, lang, to, link string) mail.Message {
	l, known := letters[kind][lang]
	if !known {
		l = letters[kind]["sv"]
	}
	return mail.Message{To: to, Subject: l[0], Text: strings.ReplaceAll(l[1], "{link}", link)}
}
