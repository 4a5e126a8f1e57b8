package ballots

import (
	"context"
	"sync"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/jobs"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// Service is the use cases of anonymous answers.
type Service struct {
	db    *database.DB
	clock *day.Clock
	jobs  *jobs.Runner
	known sync.Map // group id → *group: what never changes while its round is open

	// Secrets gives the keys that codes are hashed with: the first for new ones, all
	// for those that there are. The program sets it where there are accounts.
	Secrets func() ([][]byte, error)
}

// New makes the service.
func New(db *database.DB, clock *day.Clock, runner *jobs.Runner) *Service {
	s := &Service{db: db, clock: clock, jobs: runner}
	runner.Register(keysKind, s.makeKeys)
	runner.Register(rewriteKind, func(ctx context.Context, _ string) error { return s.Rewrite(ctx) })
	return s
}

// Keys gives a page of a round's public keys, and how many there are.
func (s *Service) Keys(ctx context.Context, user auth.User, surveyID string, offset, limit int) (rows []Key, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := surveys.FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		rows, total, err = listKeys(tx, surveyID, offset, limit)
		return err
	})
	return rows, total, err
}

// Look tells what a code opens.
func (s *Service) Look(ctx context.Context, typed string) (v CodeView, err error) {
	code, err := readCode(typed)
	if err != nil {
		return v, err
	}
	hashes, err := s.hashes(code)
	if err != nil {
		return v, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		row, err := findCode(tx, hashes)
		if err != nil {
			return err
		}
		if _, err := s.taking(tx, row.SurveyID); err != nil {
			return err
		}
		v = CodeView{SurveyID: row.SurveyID, KeyID: row.GroupID, State: Unused}
		if row.UsedWith != "" {
			v.State = Used
		}
		return nil
	})
	return v, err
}

// hashes are what a code may be kept as: server keys change while rounds go on.
func (s *Service) hashes(code string) ([]string, error) {
	secrets, err := s.Secrets()
	hashes := make([]string, len(secrets))
	for i, secret := range secrets {
		hashes[i] = hashOf(secret, code)
	}
	return hashes, err
}

// Buy marks a code used and signs the blinded ballot. What has been signed for a code is
// signed again, and nothing else ever is.
func (s *Service) Buy(ctx context.Context, surveyID string, in BallotInput) ([]byte, error) {
	b, err := in.read()
	if err != nil {
		return nil, err
	}
	hashes, err := s.hashes(b.code)
	if err != nil {
		return nil, err
	}
	var key Key
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		row, err := findCode(tx, hashes)
		if err != nil {
			return err
		}
		if row.SurveyID != surveyID {
			return unknownCode() // it says nothing of which round it is for
		}
		if _, err := s.taking(tx, surveyID); err != nil {
			return err
		}
		if key, err = findKey(tx, row.GroupID); err != nil {
			return err
		}
		if row.GroupID != b.keyID {
			return problem.Invalid(problem.Field{Name: "keyId", Code: "notAllowed", Detail: "The code is for another group's key: ask again what it opens."})
		}
		public, err := key.public()
		if err != nil {
			return err
		}
		if err := blindable(public, b.blinded); err != nil {
			return err
		}
		return useCode(tx, row.Hash, hashed(b.blinded))
	})
	if err != nil {
		return nil, err
	}
	return key.sign(b.blinded)
}
