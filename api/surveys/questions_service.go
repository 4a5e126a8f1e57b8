package surveys

import (
	"context"
	"slices"
	"strconv"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Questions are the questions of a round, in their order.
func (s *Service) Questions(ctx context.Context, user auth.User, surveyID string, offset, limit int) (page []Question, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		all, err := questionsOf(tx, surveyID)
		total = len(all) // a round has at most as many as a page
		page = all[min(offset, total):min(offset+limit, total)]
		return err
	})
	return page, total, err
}

// Question gives one question.
func (s *Service) Question(ctx context.Context, user auth.User, surveyID, questionID string) (q Question, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		q, err = findQuestion(tx, surveyID, questionID)
		return err
	})
	return q, err
}

// MayKeepQuestion answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeepQuestion(ctx context.Context, user auth.User, surveyID, questionID string) error {
	if _, err := s.Question(ctx, user, surveyID, questionID); err != nil {
		return err
	}
	return mayKeep(user)
}

// AddQuestion puts a question where it says, and the others make room.
func (s *Service) AddQuestion(ctx context.Context, user auth.User, surveyID string, q Question) (Question, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		round, all, err := s.draft(tx, user, surveyID)
		if err != nil {
			return err
		}
		if len(all) >= maxQuestions {
			return problem.Conflict("tooMany", "A round has at most "+strconv.Itoa(maxQuestions)+" questions.")
		}
		q.ID, q.SurveyID, q.Version, q.CreatedAt, q.UpdatedAt = id.New(), surveyID, 1, s.clock.Now(), s.clock.Now()
		q.Position = min(max(q.Position, 0), len(all))
		if err := placed(round, all, q); err != nil {
			return err
		}
		if err := insertQuestions(tx, []Question{q}); err != nil {
			return err
		}
		if err := setPositions(tx, slices.Insert(all, q.Position, q)); err != nil {
			return err
		}
		return s.recordQuestion(tx, user, "create", q, nil, q.input())
	})
	return q, err
}

// placed holds the rules of a question at its place, and those of what stands
// after it: whatever depends on it must still be able to.
func placed(round Survey, others []Question, q Question) error {
	if err := q.Check(round.Sections, others[:q.Position]); err != nil {
		return err
	}
	all := slices.Insert(slices.Clone(others), q.Position, q)
	for i, other := range all {
		if other.ID != q.ID && other.Condition != nil {
			if err := other.Check(round.Sections, all[:i]); err != nil {
				return problem.Invalid(problem.Field{Name: "position", Code: "inUse", Detail: "The question " + other.Key + " depends on another in a way that this would break."})
			}
		}
	}
	return nil
}

// ReplaceQuestion puts new content on a question; of an opened round, new spelling only.
func (s *Service) ReplaceQuestion(ctx context.Context, user auth.User, surveyID, questionID string, version int, q Question) (Question, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		round, err := s.editable(tx, user, surveyID)
		if err != nil {
			return err
		}
		old, err := findQuestion(tx, surveyID, questionID)
		if err != nil {
			return err
		}
		all, err := questionsOf(tx, surveyID)
		if err != nil {
			return err
		}
		others := slices.DeleteFunc(all, func(o Question) bool { return o.ID == questionID })
		q.ID, q.SurveyID, q.CreatedAt, q.UpdatedAt = old.ID, surveyID, old.CreatedAt, s.clock.Now()
		q.Position = min(max(q.Position, 0), len(others))
		if err := placed(round, others, q); err != nil {
			return err
		}
		if err := audit.Fresh(tx, questionType, old.ID, old.Version, version); err != nil {
			return err
		}
		if round.State != Draft {
			if err := old.locked(q); err != nil {
				return err
			}
		}
		q.Version = old.Version + 1
		if err := updateQuestion(tx, &q); err != nil {
			return err
		}
		if q.Position != old.Position {
			if err := setPositions(tx, slices.Insert(others, q.Position, q)); err != nil {
				return err
			}
		}
		return s.recordQuestion(tx, user, "replace", q, old.input(), q.input())
	})
	return q, err
}

// locked refuses all but new spelling.
func (q Question) locked(now Question) error {
	was, is := q.input(), now.input()
	is.TextSv, is.TextEn, is.HelpSv, is.HelpEn = was.TextSv, was.TextEn, was.HelpSv, was.HelpEn
	if !sameJSON(was, is) {
		return problem.Conflict("locked", "The round has been opened. Of a question only the texts and the page of the manual can be changed now.")
	}
	return nil
}

// RemoveQuestion takes a question out of a draft.
func (s *Service) RemoveQuestion(ctx context.Context, user auth.User, surveyID, questionID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		_, all, err := s.draft(tx, user, surveyID)
		if err != nil {
			return err
		}
		old, err := findQuestion(tx, surveyID, questionID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, questionType, old.ID, old.Version, version); err != nil {
			return err
		}
		for _, other := range all {
			if other.Condition != nil && other.Condition.QuestionKey == old.Key {
				return problem.Conflict("inUse", "The question "+other.Key+" depends on this one. Change that first.")
			}
		}
		if err := removeQuestion(tx, old); err != nil {
			return err
		}
		before := old.input()
		old.Version++
		return s.recordQuestion(tx, user, "delete", old, before, nil)
	})
}

// draft gives a round that is still being written, and its questions.
func (s *Service) draft(tx *gorm.DB, user auth.User, surveyID string) (Survey, []Question, error) {
	round, err := s.editable(tx, user, surveyID)
	if err != nil {
		return round, nil, err
	}
	if round.State != Draft {
		return round, nil, problem.Conflict("locked", "The round has been opened: questions are neither added nor taken away, so that all answer the same. Copy it for the next round.")
	}
	all, err := questionsOf(tx, surveyID)
	return round, all, err
}

func (s *Service) recordQuestion(tx *gorm.DB, user auth.User, action string, q Question, before, after any) error {
	database.Touch(tx, Family, questionType, q.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: questionType, ObjectID: q.ID, Version: q.Version,
		Before: before, After: after, About: &audit.Object{Type: objectType, ID: q.SurveyID}})
}
