package results

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/ballots"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/jobs"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

// objectType is what results are called in problems.
const objectType = "results"

// countKind is the job that counts a round that has closed.
const countKind = "results.count"

// Service is the use cases of what rounds of staff tell.
type Service struct {
	db    *database.DB
	clock *day.Clock
	jobs  *jobs.Runner
}

// New makes the service.
func New(db *database.DB, clock *day.Clock, runner *jobs.Runner) *Service {
	s := &Service{db: db, clock: clock, jobs: runner}
	runner.Register(countKind, s.count)
	runner.Register(correctKind, s.correct)
	return s
}

// Close has a round counted, once the transaction that closes it is committed: it takes seconds, during which
// nobody else shall wait.
func (s *Service) Close(_ context.Context, tx *gorm.DB, round surveys.Survey) error {
	if round.Answering != surveys.Staff {
		return nil
	}
	return s.jobs.Enqueue(tx, countKind, round.ID)
}

// Publish holds that a round has been counted and its texts read before it is published.
func (s *Service) Publish(_ context.Context, tx *gorm.DB, round surveys.Survey) error {
	if round.Answering != surveys.Staff {
		return nil
	}
	done, err := isCounted(tx, round.ID)
	if err == nil && !done {
		err = problem.Conflict("notCounted", "The answers are being counted. Try again in a minute.")
	}
	if err != nil {
		return err
	}
	waits, err := anyWaits(tx, round.ID)
	if err == nil && waits {
		err = problem.Conflict("textsWaiting", "Somebody must read what employees wrote in their own words first.")
	}
	if err != nil {
		return err
	}
	return tellTexts(tx, round.ID)
}

// count makes what a round tells. Its ballots' keys are gone, so no answer comes after.
func (s *Service) count(ctx context.Context, surveyID string) (err error) {
	var (
		p     Population
		round surveys.Survey
	)
	// Reading a million answers takes longer than a job's transactions may; it holds up nobody.
	err = s.db.Read(database.WithLimit(ctx, 0), func(tx *gorm.DB) error {
		if round, err = surveys.FindVisible(tx, auth.User{}, surveyID); err != nil {
			return err
		}
		p, err = populationOf(tx, round)
		return err
	})
	if err != nil {
		return err
	}
	told, err := Publish(p) // outside any transaction
	if err != nil {
		return err
	}
	texts, err := textsOf(p, round)
	if err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		kept, err := keep(tx, surveyID, told)
		if err != nil || !kept {
			return err
		}
		return insertTexts(tx, texts)
	})
}

// populationOf is a round as it was answered.
func populationOf(tx *gorm.DB, round surveys.Survey) (p Population, err error) {
	questions, err := surveys.QuestionsOf(tx, round.ID)
	if err != nil {
		return p, err
	}
	groups, err := surveys.GroupsOf(tx, round.ID)
	if err != nil {
		return p, err
	}
	rows, err := ballots.Read(tx, round.ID)
	if err != nil {
		return p, err
	}
	return populated(round, questions, groups, rows)
}

// Told is what is told of a round, and what it needs to be read.
type Told struct {
	Round     surveys.Survey
	Questions []surveys.Question
	Groups    []surveys.Group
	Published
	// Before is what the compared round told of the same groups; nil when none is compared.
	Before *Before
}

// Before is an earlier round.
type Before struct {
	Round surveys.Survey
	Published
}

// Get gives what a published round told, beside another if one is named. Before it is published there is
// nothing, for anyone.
func (s *Service) Get(ctx context.Context, surveyID, compared string) (t Told, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if t.Round, t.Published, err = toldOf(tx, surveyID); err != nil {
			return err
		}
		if t.Questions, err = surveys.QuestionsOf(tx, surveyID); err != nil {
			return err
		}
		if t.Groups, err = surveys.GroupsOf(tx, surveyID); err != nil || compared == "" {
			return err
		}
		round, before, err := toldOf(tx, compared)
		if problem.Is(err, 404) {
			return problem.Invalid(problem.Field{Name: "compare", Code: "unknownReference", Detail: "There is no such published round."})
		}
		t.Before = &Before{round, Compare(t.Published, before)}
		return err
	})
	return t, err
}

func toldOf(tx *gorm.DB, surveyID string) (round surveys.Survey, told Published, err error) {
	if round, err = surveys.FindVisible(tx, auth.User{}, surveyID); err != nil {
		return round, told, err
	}
	if round.State != surveys.Published {
		return round, told, problem.NotFound(objectType)
	}
	told, err = find(tx, surveyID)
	return round, told, err
}
