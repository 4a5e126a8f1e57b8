package surveys

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// locked refuses what would make those who answer late meet other questions than
// those who have answered. Spelling and days may change.
func (w Whole) locked(now Survey, groups []GroupInput) error {
	var c problem.Checks
	was := w.input()
	same := func(name string, before, after any) {
		c.If(!sameJSON(before, after), name, "locked", "Locked since the round was opened.")
	}
	same("key", was.Key, now.Key)
	same("planId", was.PlanID, now.PlanID)
	same("followsId", was.FollowsID, now.FollowsID)
	same("answering", was.Answering, now.Answering)
	same("isSensitive", was.IsSensitive, now.IsSensitive)
	same("threshold", was.Threshold, now.Threshold)
	same("dimensions", was.Dimensions, now.Dimensions)
	same("opensOn", was.OpensOn, now.OpensOn)
	same("closesOn", was.ClosesOn, now.ClosesOn)
	same("sections", keysOf(was.Sections), keysOf(now.Sections))
	same("groups", append([]GroupInput{}, was.Groups...), append([]GroupInput{}, groups...))
	return lockedBy(c.Err(), "Only titles and introductions can be changed now; the last day is put later by an extension.")
}

// lockedBy says in one problem what is locked and what may still change.
func lockedBy(err error, detail string) error {
	var p *problem.Problem
	if errors.As(err, &p) {
		return problem.Conflict("locked", "The round has been opened. "+detail, p.Errors...)
	}
	return err
}

// sameJSON tells whether two things are written alike.
func sameJSON(a, b any) bool {
	before, err := json.Marshal(a)
	after, err2 := json.Marshal(b)
	return err == nil && err2 == nil && bytes.Equal(before, after)
}

func keysOf(sections []Section) []string {
	out := []string{}
	for _, s := range sections {
		out = append(out, s.Key)
	}
	return out
}

// Open lets a round be answered, and locks what is asked.
func (s *Service) Open(ctx context.Context, user auth.User, surveyID string, version int) (Whole, error) {
	return s.step(ctx, user, surveyID, version, "open", func(tx *gorm.DB, w *Whole) error {
		if w.State != Draft {
			return problem.Conflict("opened", "The round has been opened already.")
		}
		questions, err := questionsOf(tx, surveyID)
		if err != nil {
			return err
		}
		if err := w.checkReady(questions, w.Groups, s.clock.Today()); err != nil {
			return err
		}
		w.OpenedOn = s.clock.Today()
		return s.tell(ctx, tx, s.OnOpen, w.Survey)
	})
}

// Close ends the answering.
func (s *Service) Close(ctx context.Context, user auth.User, surveyID string, version int) (Whole, error) {
	return s.step(ctx, user, surveyID, version, "close", func(tx *gorm.DB, w *Whole) error {
		if w.State != Open {
			return problem.Conflict("notOpen", "Only an open round is closed.")
		}
		w.ClosedOn = s.clock.Today()
		return s.tell(ctx, tx, s.OnClose, w.Survey)
	})
}

// Publish lets everyone read what a closed round told. It is done once and not undone.
func (s *Service) Publish(ctx context.Context, user auth.User, surveyID string, version int) (Whole, error) {
	return s.step(ctx, user, surveyID, version, "publish", func(tx *gorm.DB, w *Whole) error {
		switch w.State {
		case Published:
			return problem.Conflict("published", "The round has been published already.")
		case Closed:
		default:
			return problem.Conflict("notClosed", "Nothing is told of a round before it has closed.")
		}
		w.PublishedOn = s.clock.Today()
		return s.tell(ctx, tx, s.OnPublish, w.Survey)
	})
}

// Extend puts the last day later.
func (s *Service) Extend(ctx context.Context, user auth.User, surveyID string, version int, last day.Day) (Whole, error) {
	return s.step(ctx, user, surveyID, version, "extend", func(_ *gorm.DB, w *Whole) error {
		if w.State != Open {
			return problem.Conflict("notOpen", "Only an open round is extended.")
		}
		var c problem.Checks
		c.Required("closesOn", string(last))
		last.Check(&c, "closesOn")
		c.If(last.Valid() && (last <= w.ClosesOn || last < s.clock.Today()), "closesOn", "tooEarly", "The new last day is after the old one, and not in the past: nobody gets less time than was promised.")
		w.ClosesOn = last
		return c.Err()
	})
}

func (s *Service) tell(ctx context.Context, tx *gorm.DB, steps []Step, round Survey) error {
	round.settle()
	for _, step := range steps {
		if err := step(ctx, tx, round); err != nil {
			return err
		}
	}
	return nil
}

// step carries out one change of state.
func (s *Service) step(ctx context.Context, user auth.User, surveyID string, version int, action string, take func(tx *gorm.DB, w *Whole) error) (w Whole, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		// Before anything is read: what the steps read is then all that will ever stand there.
		if err := lock(tx, surveyID, toStep); err != nil {
			return err
		}
		old, err := s.editable(tx, user, surveyID)
		if err != nil {
			return err
		}
		groups, err := groupsOf(tx, surveyID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		w = Whole{old, groups}
		if err := take(tx, &w); err != nil {
			return err
		}
		w.Version, w.UpdatedAt = old.Version+1, s.clock.Now()
		if err := update(tx, &w.Survey); err != nil {
			return err
		}
		return s.record(tx, user, action, w.Survey, days(old), days(w.Survey))
	})
	return w, err
}

// days are what a step changes.
func days(s Survey) any {
	return map[string]any{"state": s.State, "closesOn": s.ClosesOn}
}

// Copy makes the next round: a draft with the same questions by the same keys, which follows this one.
func (s *Service) Copy(ctx context.Context, user auth.User, surveyID, key string) (w Whole, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := s.editable(tx, user, surveyID)
		if err != nil {
			return err
		}
		groups, err := groupsOf(tx, surveyID)
		if err != nil {
			return err
		}
		questions, err := questionsOf(tx, surveyID)
		if err != nil {
			return err
		}
		next := old
		next.ID, next.Key, next.FollowsID, next.Version = id.New(), key, &old.ID, 1
		next.OpensOn, next.ClosesOn, next.OpenedOn, next.ClosedOn, next.PublishedOn = "", "", "", "", ""
		next.CreatedAt, next.UpdatedAt = s.clock.Now(), s.clock.Now()
		next.settle()
		w, err = s.make(tx, user, next, Whole{old, groups}.input().Groups, questions)
		return err
	})
	return w, err
}

// Try tells what the questionnaire would do with an answer. Nothing of it is kept.
func (s *Service) Try(ctx context.Context, user auth.User, surveyID string, answers map[string]json.RawMessage) (asked []string, wrong []problem.Field, err error) {
	var questions []Question
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		questions, err = questionsOf(tx, surveyID)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	values := make(map[string]json.RawMessage, len(questions))
	var c problem.Checks
	for _, q := range questions {
		if value := CheckValue(&c, "answers."+q.Key, q, answers[q.Key]); value != nil {
			values[q.Key] = value
		}
	}
	for key, value := range answers {
		if !slices.ContainsFunc(questions, func(q Question) bool { return q.Key == key }) {
			values[key] = value
		}
	}
	for _, err := range []error{c.Err(), CheckWhole(questions, values)} {
		var p *problem.Problem
		if errors.As(err, &p) {
			wrong = append(wrong, p.Errors...)
		}
	}
	is := Asked(questions, values)
	for _, q := range questions {
		if is[q.Key] {
			asked = append(asked, q.Key)
		}
	}
	return asked, wrong, nil
}
