package invitations

import (
	"strconv"
	"strings"

	"envagin/api/platform/day"
	"envagin/api/platform/mail"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// staffLetter is what the job of a letter to an employee is called; its id is the waiting row's.
const staffLetter = "invitations.staffLetter"

const (
	// maxAddresses is how many are written to in a request.
	maxAddresses = 500
	// maxTries is how often a letter that certainly did not leave is tried, each time with a new code.
	maxTries = 5
)

// StaffSending is that a group of employees was written to, in a week, and how it went. It is kept of nobody.
type StaffSending struct {
	ID       string
	SurveyID string
	GroupID  string
	Kind     Kind
	OnWeek   day.Day // its Monday
	Asked    int
	Sent     int
	Failed   int // certainly not sent
	Unsure   int // may have been sent: not tried again
}

// TableName is the table of sendings.
func (StaffSending) TableName() string { return "staff_sendings" }

// waitingLetter is an address that is still to be written to.
type waitingLetter struct {
	ID        string
	SendingID string
	Address   string
	Tries     int
}

func (waitingLetter) TableName() string { return "staff_letters" }

// monday is the first day of a day's week.
func monday(on day.Day) day.Day {
	return on.AddDays(-((int(on.Time().Weekday()) + 6) % 7))
}

// bare holds that addresses are such, and gives each once.
func bare(addresses []string) ([]string, error) {
	var c problem.Checks
	c.If(len(addresses) == 0, "addresses", "required", "Give at least one address.")
	c.If(len(addresses) > maxAddresses, "addresses", "tooMany", "At most "+strconv.Itoa(maxAddresses)+" at a time.")
	seen := map[string]bool{}
	var out []string
	for i, address := range addresses[:min(len(addresses), maxAddresses)] {
		address = strings.TrimSpace(address)
		at := "addresses[" + strconv.Itoa(i) + "]"
		c.Required(at, address)
		c.Email(at, address)
		if key := strings.ToLower(address); !seen[key] {
			seen[key] = true
			out = append(out, address)
		}
	}
	return out, c.Err()
}

// staffText is the letter, in both languages: whose it is is not known. It does not name the subject, which others may read,
// and the code stands beside the link and not in it, so that no history of pages holds it.
func staffText(k Kind, to, baseURL, code string, closes day.Day) mail.Message {
	sv := "Hej!\n\nDin arbetsgivare ber dig svara på en enkät om ditt arbete." + last("Sista dagen är %s.", closes) +
		"\n\nSvara här: " + baseURL + "/svara\nDin kod: " + code +
		"\n\nKoden hör till din grupp och inte till dig. Ingen kan se vem som har svarat vad. Den går att använda en gång, så skicka den inte vidare.\n"
	en := "Hello!\n\nYour employer asks you to answer a survey about your work." + last("The last day is %s.", closes) +
		"\n\nAnswer here: " + baseURL + "/en/svara\nYour code: " + code +
		"\n\nThe code belongs to your group and not to you. Nobody can see who answered what. It is good for one answer, so do not pass it on.\n"
	subject := "En enkät till dig / A survey for you"
	if k == Reminder {
		subject = "Påminnelse om en enkät / Reminder of a survey"
		sv = "Hej!\n\nFör en tid sedan fick du en kod till en enkät om ditt arbete. Om du har svarat: tack! Vi vet inte vilka som har svarat, så alla i gruppen får det här brevet." +
			last("Sista dagen är %s.", closes) + "\n\nSvara med din kod här: " + baseURL + "/svara\n\nHar du ingen kod kvar, be din chef om en ny.\n"
		en = "Hello!\n\nSome time ago you got a code for a survey about your work. If you have answered, thank you! We do not know who has, so everyone in the group gets this letter." +
			last("The last day is %s.", closes) + "\n\nAnswer with your code here: " + baseURL + "/en/svara\n\nIf you no longer have a code, ask your manager for another.\n"
	}
	return mail.Message{To: to, Subject: subject, Text: sv + "\n---\n\n" + en}
}

// SentToGroup is a sending with what its group is called.
type SentToGroup struct {
	StaffSending
	Group surveys.Group
}
