package responses

import (
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/surveys"
)

// demoAnswer is an invented answer of a unit: what it writes, by question. Other
// questions get the middle of what they offer.
type demoAnswer struct {
	body        string
	half        bool // still being written
	signed      bool
	says        map[string]string
	comment     string
	description string // of its own work, approved
	example     string // what a good example is made of, by question
}

var demoAnswers = []demoAnswer{
	{body: "centrum-mot-vald", half: true, comment: "Ska vi nämna samtalen med skolorna här?", says: map[string]string{
		"hinder":        "Sekretessen gör oss osäkra på vad vi får berätta för varandra.",
		"arbetar-i-dag": "Vi ger stöd till utsatta, barn och den som vill sluta använda våld.",
		"goda-exempel":  "Fasta tider varje vecka med socialtjänsten.",
		"utveckla":      "Kortare väntan för barn."}},
	{body: "ifn", signed: true, example: "goda-exempel",
		description: "Individ- och familjenämndens enheter möter den som utsätts för våld, den som använder våld och barn som upplever det. Frågan ställs som rutin, och stödet kostar inget.",
		says: map[string]string{
			"hinder":           "Enheterna har olika system och olika arbetstider.",
			"arbetar-i-dag":    "Frågor om våld ställs som rutin i alla nya ärenden.",
			"goda-exempel":     "En gemensam väg in för den som söker stöd, med ett telefonnummer.",
			"utveckla":         "Ett gemensamt arbetssätt när flera förvaltningar möter samma familj.",
			"stod-beskrivning": "Samtal, skydd och hjälp med boende. Ring eller besök mottagningen.",
			"mer-information":  "Vart man vänder sig kvällar och helger"}},
	{body: "aldrenamnden", signed: true, says: map[string]string{
		"arbetar-i-dag": "Biståndshandläggarna har en kontaktperson i varje område.",
		"goda-exempel":  "Ett eget material om våld mot äldre, framtaget med hemtjänsten.",
		"utveckla":      "Hur vi frågar om våld mellan makar på boenden."}},
	{body: "for-och-grundskolenamnden", half: true, says: map[string]string{
		"hinder": "Det är svårt att hitta tider som passar skolans dag."}},
}

// Demo answers the open rounds for units: some signed, some being written.
func (s *Service) Demo(ctx context.Context) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		rounds, err := surveys.OpenOn(tx, s.clock.Today())
		if err != nil {
			return err
		}
		bodies, err := boards.AllKeys(tx)
		if err != nil {
			return err
		}
		writer, err := demoUser(tx, auth.Contact)
		if err != nil {
			return err
		}
		signer, err := demoUser(tx, auth.Manager)
		if err != nil {
			return err
		}
		for _, round := range rounds {
			if round.Answering != surveys.UnitAnswers {
				continue
			}
			for _, d := range demoAnswers {
				if err := s.addDemo(tx, d, round, bodies[d.body], writer, signer); err != nil {
					return fmt.Errorf("responses: demo %q: %w", d.body, err)
				}
			}
		}
		return nil
	})
}

func demoUser(tx *gorm.DB, role auth.RoleName) (string, error) {
	held, err := accounts.HoldingsOf(tx, role)
	if err != nil || len(held) == 0 {
		return "", fmt.Errorf("responses: nobody is %s: %w", role, err)
	}
	return held[0].UserID, nil
}

// addDemo writes one answer as the demo's contact person, in the unit's own name.
func (s *Service) addDemo(tx *gorm.DB, d demoAnswer, round surveys.Survey, unitID, writerID, signerID string) error {
	ctx := tx.Statement.Context
	writer := auth.User{ID: writerID, Roles: []auth.Role{{Name: auth.Contact, BodyID: unitID}}}
	w, err := s.Start(ctx, writer, round.ID, unitID)
	if err != nil {
		return err
	}
	questions, err := surveys.QuestionsOf(tx, round.ID)
	if err != nil {
		return err
	}
	given := map[string]json.RawMessage{}
	for n, q := range questions {
		if d.half && n > len(questions)/2 {
			break
		}
		value := d.value(q)
		if !surveys.Asked(questions, given)[q.Key] || value == nil {
			continue
		}
		raw, err := json.Marshal(value)
		if err != nil {
			return err
		}
		if _, err := s.Write(ctx, writer, round.ID, w.ID, q.Key, 0, raw); err != nil {
			return fmt.Errorf("%s: %w", q.Key, err)
		}
		given[q.Key] = raw
	}
	if d.comment != "" && len(questions) > 0 {
		if _, err := s.AddComment(ctx, writer, round.ID, w.ID, Comment{QuestionKey: questions[0].Key, Text: d.comment}); err != nil {
			return err
		}
	}
	if !d.signed {
		return nil
	}
	signer := auth.User{ID: signerID, Roles: []auth.Role{{Name: auth.Manager, BodyID: unitID}}}
	if _, err := s.Sign(ctx, signer, round.ID, w.ID, w.Version, ""); err != nil {
		return err
	}
	coordinator := auth.User{ID: "demo", Roles: []auth.Role{{Name: auth.Coordinator}}}
	if d.description != "" {
		if _, err := s.WriteDescription(ctx, writer, round.ID, w.ID, 0, d.description); err != nil {
			return err
		}
		if _, err := s.Review(ctx, coordinator, round.ID, w.ID, 1, Approve, ""); err != nil {
			return err
		}
	}
	if d.says[d.example] == "" || given[d.example] == nil {
		return nil
	}
	_, err = s.AddUse(ctx, coordinator, round.ID, w.ID, Use{QuestionKey: d.example, Kind: GoodExample, Text: d.says[d.example]}, nil)
	return err
}

// value is an answer to a question; nil for none.
func (d demoAnswer) value(q surveys.Question) any {
	middle := func() string { return q.Options[(len(q.Options)-1)/2].Key }
	switch q.Type {
	case surveys.LongText, surveys.ShortText:
		if text := d.says[q.Key]; text != "" {
			return text
		}
		if q.Required {
			return "Vi arbetar med frågan och beskriver mer i nästa omgång."
		}
	case surveys.Single:
		return middle()
	case surveys.Multiple:
		return []string{middle()}
	case surveys.Matrix:
		cells := map[string]string{}
		for _, row := range q.Rows {
			cells[row.Key] = middle()
		}
		return cells
	case surveys.Scale, surveys.Number:
		if q.Min != nil {
			return *q.Min + 2
		}
	}
	return nil
}
