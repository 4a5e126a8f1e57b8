package ballots

import (
	"context"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// group is what answers of a group are held against. It is locked when the round opens;
// only its last day may be put later.
type group struct {
	surveyID  string
	closesOn  day.Day
	public    *rsa.PublicKey
	questions []surveys.Question
}

// Answer takes an answer in, once. When it returns nil the answer is on disk.
func (s *Service) Answer(ctx context.Context, surveyID string, in AnswerInput) error {
	a, err := in.read()
	if err != nil {
		return err
	}
	g, err := s.group(ctx, surveyID, a.keyID)
	row := Row{SurveyID: surveyID, Ballot: hashed(a.ballot), GroupID: a.keyID}
	if isClosed(err) {
		return s.late(ctx, row, a)
	} else if err != nil {
		return err
	}
	if err := checkBallot(g.public, a.ballot, a.signature); err != nil {
		return err
	}
	if row.Answers, err = canonical(g.questions, a.answers); err != nil {
		return err
	}
	written, err := insertAnswer(ctx, s.db, row)
	if err == nil && written == 0 {
		err = closed() // its key is gone
	}
	if isClosed(err) || errors.Is(err, gorm.ErrDuplicatedKey) {
		err = s.db.Read(ctx, func(tx *gorm.DB) error { return again(tx, row, err) })
	}
	if isClosed(err) {
		s.known.Delete(a.keyID)
	}
	return err
}

// group gives what is known of a key, from memory when it has been asked before: an
// open round's keys and questions do not change.
func (s *Service) group(ctx context.Context, surveyID, keyID string) (*group, error) {
	if known, ok := s.known.Load(keyID); ok {
		if g := known.(*group); g.surveyID == surveyID && s.clock.Today() <= g.closesOn {
			return g, nil
		}
	}
	g := &group{surveyID: surveyID}
	err := s.db.Read(ctx, func(tx *gorm.DB) error {
		round, err := s.taking(tx, surveyID)
		if err != nil {
			return err
		}
		g.closesOn = round.ClosesOn
		key, err := findKey(tx, keyID)
		if isClosed(err) {
			return unknownKey() // the round is open, so it never had this one
		}
		if err != nil {
			return err
		}
		if key.SurveyID != surveyID {
			return unknownKey()
		}
		if g.public, err = key.public(); err != nil {
			return err
		}
		g.questions, err = surveys.QuestionsOf(tx, surveyID)
		return err
	})
	if err != nil {
		return nil, err
	}
	s.known.Store(keyID, g)
	return g, nil
}

// taking gives a round that takes answers today.
func (s *Service) taking(tx *gorm.DB, surveyID string) (surveys.Survey, error) {
	round, err := surveys.FindVisible(tx, auth.User{}, surveyID)
	if err == nil && !round.TakesAnswers(s.clock.Today()) {
		err = closed()
	}
	return round, err
}

func unknownKey() error {
	return problem.Invalid(problem.Field{Name: "keyId", Code: "unknownKey", Detail: "The round has no such key. Ask again what the code opens."})
}

// late answers for what was kept before the round closed, when its page asks again.
func (s *Service) late(ctx context.Context, row Row, a cast) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		questions, err := surveys.QuestionsOf(tx, row.SurveyID)
		if err != nil {
			return err
		}
		if row.Answers, err = canonical(questions, a.answers); err != nil {
			return closed()
		}
		return again(tx, row, closed())
	})
}

// canonical is an answer in the one form in which it is kept, or what is wrong with it.
func canonical(questions []surveys.Question, answers map[string]json.RawMessage) (string, error) {
	var c problem.Checks
	values, seen := make(map[string]json.RawMessage, len(answers)), 0
	for _, q := range questions {
		if raw, ok := answers[q.Key]; ok {
			seen++
			if value := surveys.CheckValue(&c, "answers."+q.Key, q, raw); value != nil {
				values[q.Key] = value
			}
		}
	}
	if seen < len(answers) {
		c.Add("answers", "notAsked", "There is an answer to a question that this round does not ask.")
	}
	if err := c.Err(); err != nil {
		return "", err
	}
	if err := surveys.CheckWhole(questions, values); err != nil {
		return "", err
	}
	var text strings.Builder
	for _, key := range slices.Sorted(maps.Keys(values)) { // keys are slugs, and values canonical JSON
		text.WriteString(`,"` + key + `":`)
		text.Write(values[key])
	}
	return "{" + strings.TrimPrefix(text.String(), ",") + "}", nil
}
