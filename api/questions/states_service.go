package questions

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/auth"
	"envagin/api/platform/problem"
)

// readerOf reads what a user may do: the bodies for which one asks, where that is
// neither all nor none.
func readerOf(tx *gorm.DB, user auth.User) (reader, error) {
	r := reader{user: user, level: levelOf(user)}
	within := user.Within(auth.AskQuestions)
	if len(within) == 0 {
		return r, nil
	}
	tree, err := boards.LoadTree(tx, within...)
	r.tree = tree
	return r, err
}

// MayAnswer answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayAnswer(ctx context.Context, user auth.User, questionID string) error {
	if _, err := s.Get(ctx, user, questionID); err != nil {
		return err
	}
	return mayAnswer(user)
}

func mayAnswer(user auth.User) error {
	if !user.May(auth.AnswerQuestions) {
		return problem.Forbidden("Only the competence centre's experts answer questions.")
	}
	return nil
}

// MayPublish answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayPublish(ctx context.Context, user auth.User, questionID string) error {
	if _, err := s.Get(ctx, user, questionID); err != nil {
		return err
	}
	return mayPublish(user)
}

func mayPublish(user auth.User) error {
	if !user.May(auth.PublishQuestions) {
		return problem.Forbidden("Only the coordinator and the competence centre's experts publish answers.")
	}
	return nil
}

// Take lets an expert take a question on, or give it back.
func (s *Service) Take(ctx context.Context, user auth.User, questionID string, version int, take bool) (Read, error) {
	verb := "take"
	if !take {
		verb = "giveBack"
	}
	return s.change(ctx, user, questionID, version, verb, func(_ *gorm.DB, _ Read, q *Question) error {
		if err := mayAnswer(user); err != nil {
			return err
		}
		if q.AnsweredOn != "" {
			return problem.Conflict("answered", "This question is answered already.")
		}
		q.TakenByID, q.TakenOn = nil, ""
		if take {
			q.TakenByID, q.TakenOn = &user.ID, s.clock.Today()
		}
		return nil
	})
}

// Answer answers a question, or puts a better answer in place of the one there is.
// The day of the first answer stays, and only that one is told of by mail.
func (s *Service) Answer(ctx context.Context, user auth.User, questionID string, version int, answer string, links []Link) (Read, error) {
	return s.change(ctx, user, questionID, version, "answer", func(tx *gorm.DB, _ Read, q *Question) error {
		if err := mayAnswer(user); err != nil {
			return err
		}
		first := q.AnsweredOn == ""
		q.Answer, q.AnswerLinks = answer, links
		if err := q.checkAnswer(); err != nil || !first {
			return err
		}
		q.AnsweredByID, q.AnsweredOn = &user.ID, s.clock.Today()
		return s.tellAsker(tx, user, *q)
	})
}

// Publish lets others read a question with its answer; no part takes it back.
func (s *Service) Publish(ctx context.Context, user auth.User, questionID string, version int, part Part) (Read, error) {
	verb := "publish"
	if part == "" {
		verb = "unpublish"
	}
	return s.change(ctx, user, questionID, version, verb, func(_ *gorm.DB, _ Read, q *Question) error {
		if err := mayPublish(user); err != nil {
			return err
		}
		if part == "" {
			q.Part, q.PublishedOn = "", ""
			return nil
		}
		var c problem.Checks
		problem.OneOf(&c, "part", part, Public, Internal)
		if err := c.Err(); err != nil {
			return err
		}
		if q.AnsweredOn == "" {
			return problem.Conflict("notAnswered", "A question is published with its answer; answer it first.")
		}
		if q.PublishedOn == "" {
			q.PublishedOn = s.clock.Today()
		}
		q.Part = part
		return nil
	})
}
