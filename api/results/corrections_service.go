package results

import (
	"context"
	"encoding/json"
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// correctKind is the job that counts a published round anew.
const correctKind = "results.correct"

// Corrections gives a page of what was put right in a published round; to whoever makes corrections also those that
// wait or were refused.
//
// Errors: problem.NotFound.
func (s *Service) Corrections(ctx context.Context, user auth.User, surveyID string, offset, limit int) (rows []Correction, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, _, err := toldOf(tx, surveyID); err != nil {
			return err
		}
		rows, total, err = listCorrections(tx, surveyID, user.May(auth.KeepSurveys), offset, limit)
		return err
	})
	return rows, total, err
}

// Correction gives one.
//
// Errors: problem.NotFound.
func (s *Service) Correction(ctx context.Context, user auth.User, surveyID, correctionID string) (c Correction, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if c, err = findCorrection(tx, correctionID); err != nil {
			return err
		}
		if c.SurveyID != surveyID || c.State != CorrectionDone && !user.May(auth.KeepSurveys) {
			return problem.NotFound(correctionType)
		}
		return nil
	})
	return c, err
}

// MayCorrect answers 404 or 403 before anyone looks at what is to be put right.
func (s *Service) MayCorrect(ctx context.Context, user auth.User, surveyID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := correctable(tx, user, surveyID)
		return err
	})
}

func correctable(tx *gorm.DB, user auth.User, surveyID string) (surveys.Survey, error) {
	round, err := surveys.FindVisible(tx, user, surveyID)
	if err == nil && round.Answering != surveys.Staff {
		err = problem.NotFound(objectType)
	}
	if err == nil && !user.May(auth.KeepSurveys) {
		err = problem.Forbidden("Only who makes the rounds puts right what they told.")
	}
	return round, err
}

// Correct asks for something to be put right. It is counted by a job, which makes or refuses it.
//
// Errors: problem.NotFound, Forbidden, Conflict (notPublished, correctionWaiting, tooMany), Invalid.
func (s *Service) Correct(ctx context.Context, user auth.User, c Correction) (Correction, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		round, err := correctable(tx, user, c.SurveyID)
		if err != nil {
			return err
		}
		if round.State != surveys.Published {
			return problem.Conflict("notPublished", "Only what has been published is put right.")
		}
		made, err := madeOf(tx, c.SurveyID)
		if err != nil {
			return err
		}
		if len(made) >= maxMade {
			return problem.Conflict("tooMany", "So much has been put right in this round that nothing more can be.")
		}
		p, err := framed(tx, round)
		if err != nil {
			return err
		}
		for _, earlier := range made {
			p = earlier.Without(p)
		}
		if err := c.Check(p); err != nil {
			return err
		}
		c.ID, c.State, c.OnDay, c.Version = id.New(), CorrectionWaiting, s.clock.Today(), 1
		if err := insertCorrection(tx, c); errors.Is(err, gorm.ErrDuplicatedKey) {
			return problem.Conflict("correctionWaiting", "Another correction is being counted. Try again in a minute.")
		} else if err != nil {
			return err
		}
		database.Touch(tx, surveys.Family, correctionType, c.ID, false)
		err = audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "create", ObjectType: correctionType, ObjectID: c.ID, Version: c.Version,
			After: map[string]any{"kind": c.Kind, "targetKey": c.TargetKey, "reasonSv": c.ReasonSv, "reasonEn": c.ReasonEn}, About: &audit.Object{Type: "survey", ID: c.SurveyID}})
		if err != nil {
			return err
		}
		return s.jobs.Enqueue(tx, correctKind, c.ID)
	})
	return c, err
}

// framed is a round's population without its answers.
func framed(tx *gorm.DB, round surveys.Survey) (p Population, err error) {
	questions, err := surveys.QuestionsOf(tx, round.ID)
	if err != nil {
		return p, err
	}
	groups, err := surveys.GroupsOf(tx, round.ID)
	if err != nil {
		return p, err
	}
	return populated(round, questions, groups, nil)
}

// correct counts a round anew, and puts it in place of what was told when nothing can be had by setting the two
// against each other.
func (s *Service) correct(ctx context.Context, correctionID string) error {
	var (
		c      Correction
		before Population
		told   Published
	)
	err := s.db.Read(database.WithLimit(ctx, 0), func(tx *gorm.DB) (err error) {
		if c, err = findCorrection(tx, correctionID); err != nil || c.State != CorrectionWaiting {
			return err
		}
		var round surveys.Survey
		if round, told, err = toldOf(tx, c.SurveyID); err != nil {
			return err
		}
		made, err := madeOf(tx, c.SurveyID)
		if err != nil {
			return err
		}
		before, err = populationOf(tx, round)
		for _, earlier := range made {
			before = earlier.Without(before)
		}
		return err
	})
	if problem.Missing(err) || err == nil && c.State != CorrectionWaiting {
		return nil // done already, or its round is gone
	} else if err != nil {
		return err
	}
	after := c.Without(before)
	c.Refusal, err = refusalOf(told, before, after) // outside any transaction
	if err != nil {
		return err
	}
	var anew Published
	if c.State = CorrectionRefused; c.Refusal == "" {
		c.State = CorrectionDone
		if anew, err = Publish(after); err != nil {
			return err
		}
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if c.State == CorrectionDone {
			if err := replaceTold(tx, c.SurveyID, anew); err != nil {
				return err
			}
			if err := removeTexts(tx, c); err != nil {
				return err
			}
		}
		database.Touch(tx, surveys.Family, correctionType, c.ID, false)
		return settleCorrection(tx, c)
	})
}

// refusalOf tells why a correction is not made; "" when it may be.
func refusalOf(told Published, before, after Population) (string, error) {
	again, err := Publish(before)
	if err != nil {
		return "", err
	}
	was, err := json.Marshal(told)
	if err != nil {
		return "", err
	}
	is, err := json.Marshal(again)
	if err != nil {
		return "", err
	}
	if string(was) != string(is) { // what was told cannot be counted any more
		return destroyed, nil
	}
	differences, err := Republishable(before, after)
	if err != nil || len(differences) == 0 {
		return "", err
	}
	return tooClose, nil
}
