package responses

import (
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// SeenAnswer is an answer with its question and who wrote it.
type SeenAnswer struct {
	Answer
	Response Seen
	Writer   string // the name, where it may be known
}

// Answer gives what a response says to one question.
//
// Errors: problem.Unauthenticated, Forbidden, NotFound, Gone.
func (s *Service) Answer(ctx context.Context, user auth.User, surveyID, responseID, key string) (out SeenAnswer, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		if _, err := question(tx, surveyID, key); err != nil {
			return err
		}
		a, err := findAnswer(tx, responseID, key)
		if err != nil {
			return err
		}
		out, err = seenAnswer(tx, r, a)
		return err
	})
	return out, err
}

func seenAnswer(tx *gorm.DB, r Seen, a Answer) (SeenAnswer, error) {
	called, err := names(tx, Whole{Answers: []Answer{a}})
	return SeenAnswer{a, r, called[a.WriterID]}, err
}

func question(tx *gorm.DB, surveyID, key string) (surveys.Question, error) {
	questions, err := surveys.QuestionsOf(tx, surveyID)
	if err != nil {
		return surveys.Question{}, err
	}
	return findQuestion(questions, key)
}

// MayWrite answers 401, 403, 404 or 410 before anyone looks at what is to be written.
func (s *Service) MayWrite(ctx context.Context, user auth.User, surveyID, responseID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := writable(tx, user, surveyID, responseID)
		return err
	})
}

// writable gives a response to those who write in it.
func writable(tx *gorm.DB, user auth.User, surveyID, responseID string) (Seen, error) {
	r, err := visible(tx, user, surveyID, responseID)
	if err == nil && !r.reach.writes(r.Response) {
		err = notYours()
	}
	return r, err
}

// Write puts what a response says to a question, if nobody else wrote since version;
// who was late is told what stands there now. What stands there already is no write.
// It leaves a trace once a sitting, since a page that saves as one types saves often.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid, Conflict (closed, notOpen, signed), PreconditionFailed with the value.
func (s *Service) Write(ctx context.Context, user auth.User, surveyID, responseID, key string, version int, value json.RawMessage) (out SeenAnswer, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := lock(tx, responseID, toWrite); err != nil {
			return err
		}
		r, err := writable(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		q, err := question(tx, surveyID, key)
		if err != nil {
			return err
		}
		now, err := findAnswer(tx, responseID, key)
		if err != nil {
			return err
		}
		next := now
		if next.Value, err = checked(q, value); err != nil {
			return err
		}
		if err := firstOf(takesAnswers(r.Survey, s.clock.Today()), r.writable()); err != nil {
			return err
		}
		if now.Value == next.Value {
			out, err = seenAnswer(tx, r, now)
			return err
		}
		if now.Version != version {
			return now.stale()
		}
		next.WrittenBy, next.WriterID, next.Version, next.UpdatedAt = string(user.First()), user.ID, now.Version+1, s.clock.Now()
		if written, err := saveAnswer(tx, &next); err != nil {
			return err
		} else if !written {
			return lost(tx, now)
		}
		if err := s.traceSitting(tx, user, r.Response, next); err != nil {
			return err
		}
		out, err = seenAnswer(tx, r, next)
		return err
	})
	return out, err
}

// lost tells a writer whom another overtook just now what that one wrote.
func lost(tx *gorm.DB, old Answer) error {
	now, err := findAnswer(tx, old.ResponseID, old.QuestionKey)
	if err != nil {
		return err
	}
	return now.stale()
}

func (s *Service) traceSitting(tx *gorm.DB, user auth.User, r Response, a Answer) error {
	begins, err := beginsSitting(tx, Sitting{ResponseID: r.ID, QuestionKey: a.QuestionKey, UserID: user.ID, LastAt: s.clock.Now()})
	if err != nil || !begins {
		return err
	}
	return s.trace(tx, user, "write", r, nil, map[string]string{"question": a.QuestionKey})
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// SeenComment is a comment with its writer's name, where it may be known.
type SeenComment struct {
	Comment
	Response Seen
	Writer   string
}

// Comments gives a page of what was said beside the answers, the oldest first.
//
// Errors: problem.Unauthenticated, Forbidden, NotFound, Gone.
func (s *Service) Comments(ctx context.Context, user auth.User, surveyID, responseID, key string, offset, limit int) (page []SeenComment, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		rows, n, err := commentsOf(tx, responseID, key, offset, limit)
		if err != nil {
			return err
		}
		total = n
		page, err = seenComments(tx, r, rows...)
		return err
	})
	return page, total, err
}

func seenComments(tx *gorm.DB, r Seen, rows ...Comment) ([]SeenComment, error) {
	called, err := names(tx, Whole{Comments: rows})
	out := make([]SeenComment, len(rows))
	for i, c := range rows {
		out[i] = SeenComment{c, r, called[c.WriterID]}
	}
	return out, err
}

// AddComment says something beside an answer.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid, Conflict (closed, notOpen, signed, full).
func (s *Service) AddComment(ctx context.Context, user auth.User, surveyID, responseID string, c Comment) (out SeenComment, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		r, err := writable(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		if err := c.Check(); err != nil {
			return err
		}
		if _, err := question(tx, surveyID, c.QuestionKey); problem.Missing(err) {
			return problem.Invalid(problem.Field{Name: "questionKey", Code: "unknownReference", Detail: "There is no such question in this round."})
		} else if err != nil {
			return err
		}
		if err := firstOf(takesAnswers(r.Survey, s.clock.Today()), r.writable()); err != nil {
			return err
		}
		if _, n, err := commentsOf(tx, responseID, "", 0, 1); err != nil {
			return err
		} else if n >= maxComments {
			return problem.Conflict("full", "There are as many comments here as there may be; delete some.")
		}
		c.ID, c.ResponseID, c.WriterID, c.WrittenBy, c.CreatedAt = id.New(), responseID, user.ID, string(user.First()), s.clock.Now()
		if err := insertComment(tx, &c); err != nil {
			return err
		}
		if err := s.traceComment(tx, user, "create", c); err != nil {
			return err
		}
		all, err := seenComments(tx, r, c)
		if err == nil {
			out = all[0]
		}
		return err
	})
	return out, err
}

// MayRemoveComment answers 401, 403, 404 or 410 before anyone looks at what is sent.
func (s *Service) MayRemoveComment(ctx context.Context, user auth.User, surveyID, responseID, commentID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, _, err := removable(tx, user, surveyID, responseID, commentID)
		return err
	})
}

// removable gives a comment to who wrote it, and to those who answer for the unit.
func removable(tx *gorm.DB, user auth.User, surveyID, responseID, commentID string) (Seen, Comment, error) {
	r, err := visible(tx, user, surveyID, responseID)
	if err != nil {
		return r, Comment{}, err
	}
	c, err := findComment(tx, responseID, commentID)
	if err == nil && !c.removableBy(r) {
		err = notYours()
	}
	return r, c, err
}

func (c Comment) removableBy(r Seen) bool {
	mine := c.WriterID != "" && c.WriterID == r.reach.user.ID
	return mine && r.reach.writes(r.Response) || r.reach.letsIn(r.UnitID)
}

// RemoveComment takes a comment away.
//
// Errors: problem.Forbidden, NotFound, Gone, Conflict (signed).
func (s *Service) RemoveComment(ctx context.Context, user auth.User, surveyID, responseID, commentID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		r, c, err := removable(tx, user, surveyID, responseID, commentID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, commentType, c.ID, 1, version); err != nil { // nobody edits a comment
			return err
		}
		if err := r.writable(); err != nil {
			return err
		}
		if err := removeComment(tx, c); err != nil {
			return err
		}
		return s.traceComment(tx, user, "delete", c)
	})
}

func (s *Service) traceComment(tx *gorm.DB, user auth.User, action string, c Comment) error {
	e := audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: commentType, ObjectID: c.ID, Version: 1,
		About: &audit.Object{Type: objectType, ID: c.ResponseID}}
	if action == "create" {
		e.After = map[string]string{"questionKey": c.QuestionKey, "text": c.Text}
	}
	return audit.Record(tx, e)
}
