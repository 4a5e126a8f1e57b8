package integrations

import (
	"fmt"

	"envagin/api/platform/day"
)

// holder is a key with the client that holds it.
type holder struct {
	Key    Key    `gorm:"embedded"`
	Client Client `gorm:"embedded;embeddedPrefix:client__"`
}

// letter is what the contact reads of a key that is about to end. It names the
// key by its prefix, and never holds what opens anything.
func (h holder) letter(today day.Day, baseURL string) (subject, text string) {
	left := today.DaysUntil(h.Key.ExpiresOn)
	if h.Client.Lang == "en" {
		return fmt.Sprintf("An API key ends %s", inDays(left, "today", "tomorrow", "in %d days")), fmt.Sprintf(
			"The key %s of “%s” at %s\nholds for the last time on %s.\n\n"+
				"Ask the municipality for a new key and put it in place before then: both hold at the same time,\nso nothing needs to stop. Then let the old one be ended.\n\n"+
				"If a new key is in place already, there is nothing to do.\n",
			h.Key.prefix(), h.Client.Name, baseURL, h.Key.ExpiresOn)
	}
	return fmt.Sprintf("En API-nyckel upphör %s", inDays(left, "i dag", "i morgon", "om %d dagar")), fmt.Sprintf(
		"Nyckeln %s för ”%s” hos %s\ngäller för sista gången den %s.\n\n"+
			"Be kommunen om en ny nyckel och sätt in den innan dess: båda gäller samtidigt, så inget behöver\nstå stilla. Låt sedan avsluta den gamla.\n\n"+
			"Om en ny nyckel redan är på plats behöver du inte göra något.\n",
		h.Key.prefix(), h.Client.Name, baseURL, h.Key.ExpiresOn)
}

func inDays(left int, today, tomorrow, later string) string {
	switch left {
	case 0:
		return today
	case 1:
		return tomorrow
	default:
		return fmt.Sprintf(later, left)
	}
}
