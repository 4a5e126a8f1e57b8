package ballots

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// keysKind is the job that makes the keys of a round that has opened.
const keysKind = "ballots.keys"

// Open prepares a round of staff answers, in the transaction that opens it. A key takes
// a tenth of a second to make, and there may be hundreds: a job makes them, and what is
// needed before that is made then.
func (s *Service) Open(_ context.Context, tx *gorm.DB, round surveys.Survey) error {
	if round.Answering != surveys.Staff {
		return nil
	}
	if err := insertRound(tx, round.ID); err != nil {
		return err
	}
	return s.jobs.Enqueue(tx, keysKind, round.ID)
}

// makeKeys gives every group of a round that answers its key.
func (s *Service) makeKeys(ctx context.Context, surveyID string) error {
	var missing []string
	err := s.db.Read(ctx, func(tx *gorm.DB) error {
		groups, err := surveys.GroupsOf(tx, surveyID)
		if err != nil {
			return err
		}
		have, err := keyed(tx, surveyID)
		missing = slices.DeleteFunc(leavesOf(groups), func(id string) bool { return slices.Contains(have, id) })
		return err
	})
	if err != nil {
		return err
	}
	for _, groupID := range missing {
		key, err := newKey(surveyID, groupID) // outside any transaction
		if err != nil {
			return err
		}
		if err := s.db.Tx(ctx, func(tx *gorm.DB) error { return keepKey(tx, key) }); err != nil {
			return err
		}
	}
	return nil
}

// keepKey keeps a key while the round is open.
func keepKey(tx *gorm.DB, key Key) error {
	open, err := isOpen(tx, key.SurveyID)
	if err != nil || !open {
		return err
	}
	made, err := insertKey(tx, key)
	if made {
		database.Bump(tx, surveys.Family) // the list of keys is read by everyone
	}
	return err
}

// leavesOf are the groups that codes belong to: those under which there is none.
func leavesOf(groups []surveys.Group) []string {
	var leaves []string
	for _, g := range groups {
		if !slices.ContainsFunc(groups, func(under surveys.Group) bool { return under.ParentID != nil && *under.ParentID == g.ID }) {
			leaves = append(leaves, g.ID)
		}
	}
	return leaves
}

// isLeaf refuses a group that no code can belong to.
func isLeaf(tx *gorm.DB, surveyID, groupID string) error {
	groups, err := surveys.GroupsOf(tx, surveyID)
	if err == nil && !slices.Contains(leavesOf(groups), groupID) {
		err = problem.Invalid(problem.Field{Name: "groupId", Code: "unknownReference", Detail: "The round has no such group that answers; codes are for the innermost ones."})
	}
	return err
}

// Close ends a round, in the transaction that closes it: its keys are destroyed, which
// waits for every answer on its way, and what it kept is written anew as soon as that
// is committed.
func (s *Service) Close(_ context.Context, tx *gorm.DB, round surveys.Survey) error {
	if round.Answering != surveys.Staff {
		return nil
	}
	if err := removeKeys(tx, round.ID); err != nil {
		return err
	}
	if err := closeRound(tx, round.ID, s.clock.Today()); err != nil {
		return err
	}
	database.AfterCommit(tx, s.forget)
	database.Bump(tx, surveys.Family)
	return s.jobs.Enqueue(tx, rewriteKind, round.ID)
}

// forget drops what is remembered of groups; open rounds' are read again.
func (s *Service) forget() { s.known.Clear() }
