package compilations

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

// Analyses gives a page of what is said of a round's answers: for everyone once it is published, for those who write it before.
//
// Errors: problem.NotFound.
func (s *Service) Analyses(ctx context.Context, user auth.User, surveyID string, offset, limit int) (rows []Analysis, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		round, err := surveys.FindVisible(tx, user, surveyID)
		if err == nil && round.State != surveys.Published && !user.May(auth.UseResponses) {
			err = problem.NotFound(objectType)
		}
		if err != nil {
			return err
		}
		rows, total, err = listAnalyses(tx, surveyID, offset, limit)
		return err
	})
	return rows, total, err
}

// MayAnalyse answers 404 or 403 before anyone looks at what is to be written.
func (s *Service) MayAnalyse(ctx context.Context, user auth.User, surveyID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := analysable(tx, user, surveyID)
		return err
	})
}

func analysable(tx *gorm.DB, user auth.User, surveyID string) (surveys.Survey, error) {
	round, err := surveys.FindVisible(tx, user, surveyID)
	if err == nil && !user.May(auth.UseResponses) {
		err = problem.Forbidden("Only the coordinator writes what is said of the answers.")
	}
	return round, err
}

// Analyse puts what is said of a question's answers in place of what was said; version 0 says it for the first time.
//
// Errors: problem.NotFound, Forbidden, Conflict (notClosed), Stale, Invalid.
func (s *Service) Analyse(ctx context.Context, user auth.User, in Analysis, version int) (a Analysis, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		round, err := analysable(tx, user, in.SurveyID)
		if err != nil {
			return err
		}
		if round.State == surveys.Draft || round.State == surveys.Open {
			return problem.Conflict("notClosed", "The answers are analysed when the round has closed.")
		}
		questions, err := surveys.QuestionsOf(tx, in.SurveyID)
		if err != nil {
			return err
		}
		if !asks(questions, in.QuestionKey) {
			return problem.NotFound("question")
		}
		old, err := findAnalysis(tx, in.SurveyID, in.QuestionKey)
		if err != nil {
			return err
		}
		if a = in; old.ID == "" {
			old.ID = id.New()
		}
		a.ID, a.Version, a.UpdatedAt = old.ID, old.Version+1, s.clock.Now()
		if err := audit.Fresh(tx, analysisType, a.ID, old.Version, version); err != nil {
			return err
		}
		if err := a.Check(); err != nil {
			return err
		}
		if err := keepAnalysis(tx, a); err != nil {
			return err
		}
		database.Touch(tx, surveys.Family, analysisType, a.ID, false)
		return audit.Record(tx, audit.Entry{User: user, At: a.UpdatedAt, Action: "analyse", ObjectType: analysisType, ObjectID: a.ID, Version: a.Version,
			Before: AnalysisInput{old.TextSv, old.TextEn}, After: AnalysisInput{a.TextSv, a.TextEn}, About: &audit.Object{Type: "survey", ID: in.SurveyID}})
	})
	return a, err
}

func asks(questions []surveys.Question, key string) bool {
	for _, q := range questions {
		if q.Key == key {
			return true
		}
	}
	return false
}
