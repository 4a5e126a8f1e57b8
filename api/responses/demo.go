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

// demoAnswer is an invented answer of a unit. Questions that it has no words for
// get the middle of what they offer.
type demoAnswer struct {
	body    string
	half    bool // still being written
	signed  bool
	texts   []string // to the long texts, in their order
	comment string
}

var demoAnswers = []demoAnswer{
	{body: "centrum-mot-vald", half: true, comment: "Ska vi nämna samtalen med skolorna här?",
		texts: []string{"Vi har fasta tider varje vecka med socialtjänsten och polisen."}},
	{body: "ifn", signed: true, texts: []string{
		"Förvaltningen samordnar sina enheter genom en grupp som träffas varje månad.",
		"Frågor om våld ställs som rutin i alla nya ärenden.",
		"En gemensam väg in för den som söker stöd, med ett telefonnummer.",
		"Vi behöver ett gemensamt arbetssätt när flera förvaltningar möter samma familj."}},
	{body: "aldrenamnden", signed: true, texts: []string{
		"Biståndshandläggarna har en kontaktperson i varje område.",
		"Ett eget material om våld mot äldre, framtaget med hemtjänsten.",
		"Vi vill utveckla frågan om våld mellan makar på boenden."}},
	{body: "for-och-grundskolenamnden", texts: []string{"Elevhälsan har en samverkansgrupp med socialtjänsten."}},
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
	given, texts := map[string]json.RawMessage{}, d.texts
	for n, q := range questions {
		if d.half && n > len(questions)/2 {
			break
		}
		if !surveys.Asked(questions, given)[q.Key] {
			continue
		}
		var value any
		if value, texts = demoValue(q, texts); value == nil {
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
	_, err = s.Sign(ctx, signer, round.ID, w.ID, w.Version, "")
	return err
}

// demoValue is an answer to a question, and the texts that are left; nil for none.
func demoValue(q surveys.Question, texts []string) (any, []string) {
	middle := func(options []surveys.Option) string { return options[len(options)/2].Key }
	switch {
	case q.Type == surveys.LongText && len(texts) > 0:
		return texts[0], texts[1:]
	case q.Type == surveys.LongText && q.Required:
		return "Vi arbetar med frågan och beskriver mer i nästa omgång.", texts
	case q.Type == surveys.ShortText && q.Required:
		return "Se vår verksamhetsplan", texts
	case q.Type == surveys.Single:
		return middle(q.Options), texts
	case q.Type == surveys.Multiple:
		return []string{middle(q.Options)}, texts
	case q.Type == surveys.Matrix:
		cells := map[string]string{}
		for _, row := range q.Rows {
			cells[row.Key] = middle(q.Options)
		}
		return cells, texts
	case (q.Type == surveys.Scale || q.Type == surveys.Number) && q.Min != nil:
		return *q.Min + 1, texts
	case q.Type == surveys.Number && q.Required:
		return 3, texts
	}
	return nil, texts
}
