package invitations

import (
	"fmt"
	"strings"
	"time"

	"envagin/api/boards"
	"envagin/api/platform/day"
	"envagin/api/surveys"
)

// Kind is why a unit is written to.
type Kind string // @name SurveyLetterKind

// The letters that units get.
const (
	Invitation Kind = "invitation"
	Reminder   Kind = "reminder"
)

// unitLetter is what the job of a letter is called; its id is the letter's and the reader's.
const unitLetter = "surveyUnit"

// Letter is that those who answer for a unit were written to, on a day. It is not kept who they were.
type Letter struct {
	ID        string `gorm:"primaryKey"`
	SurveyID  string
	UnitID    string
	Kind      Kind
	OnDay     day.Day
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
}

// TableName is where it is kept.
func (Letter) TableName() string { return "survey_letters" }

// SentLetter is a letter with the unit's names.
type SentLetter struct {
	Letter
	Unit boards.Body
}

// Sending is what became of a request to write to units.
type Sending struct {
	Kind                     Kind
	Sent, WrittenTo, Answers int      // units: written to now, already today, and signed
	Unreached                []string // units for which nobody answers by a role
}

// forReader is the id of a letter's job: which letter, and to whom.
func forReader(letterID, userID string) string { return letterID + "/" + userID }

func readerOf(jobID string) (letterID, userID string) {
	letterID, userID, _ = strings.Cut(jobID, "/")
	return letterID, userID
}

// text is what is read; the subject says nothing of what the mapping is about.
func (k Kind) text(lang, baseURL string, round surveys.Survey, unit boards.Body) (subject, text string) {
	link := baseURL + "/kartlaggning/" + round.ID + "/enheter"
	if lang == "en" {
		name, title := or(unit.NameEn, unit.NameSv), or(round.TitleEn, round.TitleSv)
		subject, first := "A form for your unit to answer", "%s is asked to answer “%s”."
		if k == Reminder {
			subject, first = "Reminder: a form for your unit to answer", "%s has not yet signed its answer to “%s”."
		}
		return subject, "Hello!\n\n" + fmt.Sprintf(first, name, title) + last("The last day is %s.", round.ClosesOn) + "\n\nAnswer here, after signing in:\n\n" + link +
			"\n\nSeveral of you can write; what is written is kept as you go. The manager signs when the answer is whole.\n"
	}
	subject, first := "Ett formulär för din enhet att svara på", "%s ombeds svara på ”%s”."
	if k == Reminder {
		subject, first = "Påminnelse: ett formulär för din enhet att svara på", "%s har ännu inte undertecknat sitt svar på ”%s”."
	}
	return subject, "Hej!\n\n" + fmt.Sprintf(first, unit.NameSv, or(round.TitleSv, round.TitleEn)) + last("Sista dagen är %s.", round.ClosesOn) + "\n\nSvara här, när du har loggat in:\n\n" + link +
		"\n\nFlera av er kan skriva, och det ni skriver sparas efter hand. Chefen undertecknar när svaret är helt.\n"
}

func last(text string, on day.Day) string {
	if on == "" {
		return ""
	}
	return " " + fmt.Sprintf(text, on)
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
