package questions

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
)

// demoQuestion is an invented question, asked and answered so many days ago.
type demoQuestion struct {
	role                 auth.RoleName
	body                 string
	title, question      string
	asked, taken, needed int
	answer               string
	links                []Link
	answered             int
	part                 Part
}

var demoQuestions = []demoQuestion{
	{role: auth.Contact, body: "centrum-mot-vald", title: "Hur frågar vi om våld när en anhörig tolkar?",
		question: "Det händer att en anhörig följer med för att tolka. Hur gör vi då med frågorna om våld?",
		asked:    75, taken: 72, answered: 66, part: Public,
		answer: "Ställ **aldrig** frågor om våld genom en anhörig eller bekant.\n\n- Boka en auktoriserad tolk, helst på telefon, till nästa samtal.\n- Säg att det är rutin, så att ingen behöver förklara varför.\n- Fråga i enrum.",
		links:  []Link{{Title: "Nationellt centrum för kvinnofrid", URL: "https://www.nck.uu.se"}}},
	{role: auth.Member, title: "Vilka utbildningar om hedersrelaterat våld rekommenderas för skolans personal?",
		question: "Rådet vill föreslå en gemensam grund för alla skolformer.",
		asked:    120, taken: 110, answered: 96, part: Public,
		answer: "Börja med en webbutbildning som alla kan gå på arbetstid, och följ upp den på en arbetsplatsträff. Kontaktpersonerna får en fördjupning en gång om året."},
	{role: auth.Officer, body: "ifn", title: "Får vi dela våra lägesbilder med skolorna?",
		question: "Lägesbilderna innehåller inga uppgifter om enskilda. Finns det ändå något som hindrar?",
		asked:    50, taken: 48, answered: 38, part: Internal,
		answer: "Nej, så länge grupperna är så stora att ingen kan räknas fram. Slå ihop redovisningen när färre än fem personer ingår."},
	{role: auth.Secretary, title: "Hur ofta bör metodstödet för kartläggning ses över?",
		question: "Frågan kom upp när enheternas svar gicks igenom.",
		asked:    41, taken: 20},
	{role: auth.Manager, body: "centrum-mot-vald", title: "Hur stöder vi en medarbetare som själv är utsatt?",
		question: "Vi har en rutin för brukare, men ingen för kollegor. Vad är chefens ansvar?",
		asked:    9, needed: 12},
}

// Demo asks and answers some questions, dated relative to today. It sends no letters.
func (s *Service) Demo(ctx context.Context) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		bodies, err := boards.AllKeys(tx)
		if err != nil {
			return err
		}
		who := map[auth.RoleName]auth.User{}
		for _, d := range append(demoQuestions, demoQuestion{role: auth.Expert}) {
			held, err := accounts.HoldingsOf(tx, d.role)
			if err != nil || len(held) == 0 {
				return fmt.Errorf("questions: nobody is %s: %w", d.role, err)
			}
			who[d.role] = auth.User{ID: held[0].UserID, Roles: []auth.Role{{Name: d.role, BodyID: held[0].BodyID}}}
		}
		for _, d := range demoQuestions {
			if err := s.addDemo(tx, d, who[d.role], who[auth.Expert].ID, bodies[d.body]); err != nil {
				return fmt.Errorf("questions: demo %q: %w", d.title, err)
			}
		}
		return nil
	})
}

func (s *Service) addDemo(tx *gorm.DB, d demoQuestion, user auth.User, expertID, bodyID string) error {
	today, now := s.clock.Today(), s.clock.Now()
	ago := func(days int) day.Day {
		if days == 0 {
			return ""
		}
		return today.AddDays(-days)
	}
	q := Question{ID: id.New(), Title: d.title, Text: d.question, AskedByID: &user.ID, Lang: "sv", AskedOn: ago(d.asked), TakenOn: ago(d.taken),
		Answer: d.answer, AnswerLinks: d.links, AnsweredOn: ago(d.answered), Version: 1, CreatedAt: now.AddDate(0, 0, -d.asked), UpdatedAt: now}
	if bodyID != "" {
		q.AskedByBodyID = &bodyID
	}
	if d.needed > 0 {
		q.NeededBy = today.AddDays(d.needed)
	}
	if d.taken > 0 {
		q.TakenByID = &expertID
	}
	if d.answered > 0 {
		q.AnsweredByID = &expertID
	}
	if d.part != "" {
		q.Part, q.PublishedOn = d.part, q.AnsweredOn
	}
	if err := s.check(tx, user, q, Question{}); err != nil {
		return err
	}
	if q.AnsweredOn != "" {
		if err := q.checkAnswer(); err != nil {
			return err
		}
	}
	if err := insert(tx, &q); err != nil {
		return err
	}
	return s.trace(tx, user, "create", q, nil, q.traced())
}
