package compilations

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/documents"
	"envagin/api/platform/problem"
	"envagin/api/surveys"
)

const objectType = "compilation"

// Service is the use cases of compilations.
type Service struct {
	db        *database.DB
	clock     *day.Clock
	publisher string
	printer   *documents.Printer
	printing  chan struct{} // holds one
}

// New makes the service; publisher stands on the papers, and printer makes PDF documents of them.
func New(db *database.DB, clock *day.Clock, publisher string, printer *documents.Printer) *Service {
	return &Service{db, clock, publisher, printer, make(chan struct{}, 1)}
}

// Paper gives the compilation to be read on paper.
func (s *Service) Paper(c Compilation, lang string) documents.Document {
	return c.document(lang, s.publisher, s.clock.Now())
}

// Get compiles what a round's units have signed.
//
// Errors: problem.NotFound, Gone.
func (s *Service) Get(ctx context.Context, user auth.User, surveyID string) (c Compilation, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if c.Round, err = surveys.FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		tells := c.Round.State == surveys.Published || user.May(auth.UseResponses)
		if c.Round.Answering != surveys.UnitAnswers || !tells {
			return problem.NotFound(objectType)
		}
		on := c.Round.ClosedOn // who was asked then does not change with the organisation
		if on == "" {
			on = s.clock.Today()
		}
		return c.read(tx, on)
	})
	return c, err
}
