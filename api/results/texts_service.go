package results

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// textsOf are a round's texts, for somebody to read.
func textsOf(p Population, round surveys.Survey) ([]Text, error) {
	parts, err := FreeTexts(p)
	if err != nil {
		return nil, err
	}
	var out []Text
	for _, part := range parts {
		for _, wording := range part.Texts { // in an order of chance, which their ids then keep
			out = append(out, Text{ID: id.New(), SurveyID: round.ID, QuestionKey: part.Question, Dimension: part.Dimension, GroupKey: part.Group,
				State: Waiting, Wording: wording, Struck: []string{}, Told: wording, ClosedOn: round.ClosedOn, Version: 1})
		}
	}
	return out, nil
}

// Texts gives a page of what employees wrote: what may be told for everyone once the round is published, all of it
// for those who read it before that.
//
// Errors: problem.NotFound.
func (s *Service) Texts(ctx context.Context, user auth.User, surveyID string, f TextFilter, offset, limit int) (rows []Text, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		round, err := surveys.FindVisible(tx, user, surveyID)
		if err == nil && round.State != surveys.Published && (round.State != surveys.Closed || !user.May(auth.ReadFreeTexts)) {
			err = problem.NotFound(objectType)
		}
		if err != nil {
			return err
		}
		rows, total, err = listTexts(tx, surveyID, f, offset, limit)
		return err
	})
	return rows, total, err
}

// MayRead answers 404 or 403 before anyone looks at what is said of a text.
func (s *Service) MayRead(ctx context.Context, user auth.User, surveyID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := readable(tx, user, surveyID)
		return err
	})
}

func readable(tx *gorm.DB, user auth.User, surveyID string) (surveys.Survey, error) {
	round, err := surveys.FindVisible(tx, user, surveyID)
	if err == nil && !user.May(auth.ReadFreeTexts) {
		err = problem.Forbidden("Only the coordinator reads what employees wrote before it is published.")
	}
	return round, err
}

// Read holds what somebody says who has read a text.
//
// Errors: problem.NotFound, Forbidden, Conflict (published), Stale, Invalid.
func (s *Service) Read(ctx context.Context, user auth.User, surveyID, textID string, r Reading, version int) (t Text, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		// Who publishes waits, and who reads meanwhile finds it published.
		if err := surveys.Hold(tx, surveyID); err != nil {
			return err
		}
		round, err := readable(tx, user, surveyID)
		if err != nil {
			return err
		}
		if round.State == surveys.Published {
			return problem.Conflict("published", "The round has been published; what it told stays.")
		}
		if t, err = findText(tx, surveyID, textID); err != nil {
			return err
		}
		if err := audit.Fresh(tx, textType, t.ID, t.Version, version); err != nil {
			return err
		}
		if err := t.Decide(r); err != nil {
			return err
		}
		t.Version++
		if err := updateText(tx, t); err != nil {
			return err
		}
		database.Touch(tx, surveys.Family, textType, t.ID, false)
		// That somebody has read it, and never what it says.
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "read", ObjectType: textType, ObjectID: t.ID, Version: t.Version,
			After: map[string]any{"state": t.State}, About: &audit.Object{Type: "survey", ID: surveyID}})
	})
	return t, err
}
