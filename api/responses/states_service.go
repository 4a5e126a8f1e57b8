package responses

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"envagin/api/accounts"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/documents"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// MayLetIn answers 401, 403, 404 or 410 to those who may not let others in.
func (s *Service) MayLetIn(ctx context.Context, user auth.User, surveyID, responseID string) error {
	return s.may(ctx, user, surveyID, responseID, mayLetIn)
}

// MaySign answers 401, 403, 404 or 410 to those who do not sign.
func (s *Service) MaySign(ctx context.Context, user auth.User, surveyID, responseID string) error {
	return s.may(ctx, user, surveyID, responseID, maySign)
}

// MayReopen answers 401, 403, 404 or 410 to those who do not reopen.
func (s *Service) MayReopen(ctx context.Context, user auth.User, surveyID, responseID string) error {
	return s.may(ctx, user, surveyID, responseID, mayReopen)
}

// MayDelete answers 401, 403, 404 or 410 to those who do not delete.
func (s *Service) MayDelete(ctx context.Context, user auth.User, surveyID, responseID string) error {
	return s.may(ctx, user, surveyID, responseID, mayDelete)
}

// MayUse answers 401, 403, 404 or 410 to those who make nothing of answers.
func (s *Service) MayUse(ctx context.Context, user auth.User, surveyID, responseID string) error {
	return s.may(ctx, user, surveyID, responseID, func(r Seen) error { return mayUse(r.reach.user) })
}

func (s *Service) may(ctx context.Context, user auth.User, surveyID, responseID string, rule func(Seen) error) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		return rule(r)
	})
}

func mayLetIn(r Seen) error {
	if !r.reach.letsIn(r.UnitID) {
		return problem.Forbidden("The unit's contact person and manager, and the coordinator, say who writes.")
	}
	return nil
}

func maySign(r Seen) error {
	if !r.reach.signs(r.UnitID) {
		return problem.Forbidden("Only the unit's manager signs.")
	}
	return nil
}

func mayReopen(r Seen) error {
	if !r.reach.signs(r.UnitID) && !r.reach.user.May(auth.WriteResponses) {
		return problem.Forbidden("The unit's manager and the coordinator reopen an answer.")
	}
	return nil
}

func mayDelete(r Seen) error {
	if !r.reach.user.May(auth.WriteResponses) {
		return problem.Forbidden("Only the coordinator deletes an answer.")
	}
	return nil
}

// change carries out one of the verbs on a response in an open round: it loads the
// response, lets set alter it, and saves it with a trace named by the verb.
func (s *Service) change(ctx context.Context, user auth.User, surveyID, responseID string, version int, verb string, rule func(Seen) error,
	set func(tx *gorm.DB, r *Seen) (before, after any, err error)) (w Whole, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := surveys.Hold(tx, surveyID); err != nil {
			return err
		}
		if err := lock(tx, responseID, toSign); err != nil {
			return err
		}
		r, err := visible(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		if err := rule(r); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, r.ID, r.Version, version); err != nil {
			return err
		}
		if err := takesAnswers(r.Survey, s.clock.Today()); err != nil {
			return err
		}
		before, after, err := set(tx, &r)
		if err != nil {
			return err
		}
		r.Version, r.UpdatedAt = r.Version+1, s.clock.Now()
		if err := update(tx, &r.Response); err != nil {
			return err
		}
		if err := s.trace(tx, user, verb, r.Response, before, after); err != nil {
			return err
		}
		w, err = whole(tx, user, surveyID, responseID)
		return err
	})
	return w, err
}

// SetWriters says who was let in to write: people by id, and more by the mail address
// of their account.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid, PreconditionFailed, Conflict (closed, notOpen, signed).
func (s *Service) SetWriters(ctx context.Context, user auth.User, surveyID, responseID string, version int, userIDs, emails []string) (Whole, error) {
	return s.change(ctx, user, surveyID, responseID, version, "letIn", mayLetIn, func(tx *gorm.DB, r *Seen) (before, after any, err error) {
		if err := r.writable(); err != nil {
			return nil, nil, err
		}
		old, err := writersOf(tx, responseID)
		if err != nil {
			return nil, nil, err
		}
		ids, err := people(tx, userIDs, emails)
		if err != nil {
			return nil, nil, err
		}
		was, rows := []string{}, []Writer{}
		for _, w := range old {
			was = append(was, w.UserID)
		}
		for _, userID := range ids {
			row := Writer{responseID, userID, s.clock.Now()}
			if at := slices.Index(was, userID); at >= 0 {
				row = old[at]
			}
			rows = append(rows, row)
		}
		slices.Sort(was)
		return map[string]any{"writers": was}, map[string]any{"writers": ids}, setWriters(tx, responseID, rows)
	})
}

// people are the ids of those who have an open account, sorted and each once.
func people(tx *gorm.DB, userIDs, emails []string) ([]string, error) {
	var c problem.Checks
	c.If(len(userIDs)+len(emails) > maxWriters, "userIds", "tooMany", fmt.Sprintf("At most %d writers.", maxWriters))
	if err := c.Err(); err != nil {
		return nil, err
	}
	byID, byEmail, err := accounts.OpenOf(tx, userIDs, emails)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for i, userID := range userIDs {
		c.If(!byID[userID], fmt.Sprintf("userIds[%d]", i), "unknownReference", "There is no open account with this id.")
		ids = append(ids, userID)
	}
	for i, email := range emails {
		userID := byEmail[email]
		c.If(userID == "", fmt.Sprintf("emails[%d]", i), "unknownReference", "There is no open account with this address; the coordinator invites people.")
		ids = append(ids, userID)
	}
	slices.Sort(ids)
	return slices.Compact(ids), c.Err()
}

// Sign freezes a response that is whole. hash, when given, is what the signer has
// read: who signs must not sign what another wrote meanwhile.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid (what is missing), PreconditionFailed, Conflict (closed, notOpen, signed, changedMeanwhile).
func (s *Service) Sign(ctx context.Context, user auth.User, surveyID, responseID string, version int, hash string) (Whole, error) {
	return s.change(ctx, user, surveyID, responseID, version, "sign", maySign, func(tx *gorm.DB, r *Seen) (before, after any, err error) {
		if err := r.writable(); err != nil {
			return nil, nil, err
		}
		questions, err := surveys.QuestionsOf(tx, surveyID)
		if err != nil {
			return nil, nil, err
		}
		answers, err := answersOf(tx, responseID)
		if err != nil {
			return nil, nil, err
		}
		given := values(answers)
		if err := surveys.CheckWhole(questions, given); err != nil {
			return nil, nil, err
		}
		now, err := r.hash(answers)
		if err != nil {
			return nil, nil, err
		}
		if hash != "" && hash != now {
			return nil, nil, problem.Conflict("changedMeanwhile", "Somebody has written since you read the answer; read it again before you sign.")
		}
		r.sign(user.ID, string(user.First()), s.clock.Now(), now)
		return map[string]any{"state": Draft}, map[string]any{"state": Signed, "contentHash": now, "answers": given}, nil
	})
}

// Reopen opens a signed response again, and keeps why.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid, PreconditionFailed, Conflict (closed, notSigned).
func (s *Service) Reopen(ctx context.Context, user auth.User, surveyID, responseID string, version int, why string) (Whole, error) {
	return s.change(ctx, user, surveyID, responseID, version, "reopen", mayReopen, func(_ *gorm.DB, r *Seen) (before, after any, err error) {
		was := r.SignedHash
		err = r.reopen(string(user.First()), why, s.clock.Now())
		return map[string]any{"state": Signed, "contentHash": was}, map[string]any{"state": Reopened, "reason": why}, err
	})
}

// Delete removes a response that was begun by mistake: one that nobody ever signed.
//
// Errors: problem.Forbidden, NotFound, Gone, PreconditionFailed, Conflict (signed, wasSigned).
func (s *Service) Delete(ctx context.Context, user auth.User, surveyID, responseID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		if err := mayDelete(r); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, r.ID, r.Version, version); err != nil {
			return err
		}
		if r.State != Draft {
			return problem.Conflict("wasSigned", "This answer has been signed; it is an official document and stays.")
		}
		answers, err := answersOf(tx, responseID)
		if err != nil {
			return err
		}
		if err := remove(tx, r.Response); err != nil {
			return err
		}
		database.Touch(tx, surveys.Family, objectType, r.ID, true) // a tombstone: this one is gone
		gone := r.Response
		gone.Version++
		return s.trace(tx, user, "delete", gone, map[string]any{"unitId": r.UnitID, "answers": values(answers)}, nil)
	})
}

// Document gives a response as a paper to read and print.
//
// Errors: problem.Unauthenticated, Forbidden, NotFound, Gone.
func (s *Service) Document(ctx context.Context, user auth.User, surveyID, responseID, lang string) (d documents.Document, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		w, err := whole(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		questions, err := surveys.QuestionsOf(tx, surveyID)
		if err != nil {
			return err
		}
		d = paper{w, questions}.document(lang, s.publisher, s.clock.Now())
		return nil
	})
	return d, err
}
