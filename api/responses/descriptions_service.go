package responses

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/surveys"
)

// SeenDescription is a description with what its reader sees beside it.
type SeenDescription struct {
	Description
	Response   Seen
	Suggestion string // a beginning made of the answers, for who has written none
}

// Description gives a unit's description of its own work, as the unit has it.
//
// Errors: problem.Unauthenticated, Forbidden, NotFound, Gone.
func (s *Service) Description(ctx context.Context, user auth.User, surveyID, responseID string) (out SeenDescription, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		out, err = description(tx, r)
		return err
	})
	return out, err
}

func description(tx *gorm.DB, r Seen) (SeenDescription, error) {
	d, err := findDescription(tx, r.Response)
	if err != nil || d.Version > 0 {
		return SeenDescription{Description: d, Response: r}, err
	}
	questions, err := surveys.QuestionsOf(tx, r.SurveyID)
	if err != nil {
		return SeenDescription{}, err
	}
	answers, err := answersOf(tx, r.ID)
	return SeenDescription{d, r, suggestion(questions, answers)}, err
}

// WriteDescription puts a new text, which then waits for somebody to read it. What was
// approved before stays public meanwhile.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid, PreconditionFailed, Conflict (notSigned).
func (s *Service) WriteDescription(ctx context.Context, user auth.User, surveyID, responseID string, version int, text string) (SeenDescription, error) {
	return s.describe(ctx, user, surveyID, responseID, version, "write", func(tx *gorm.DB, r Seen, d *Description) error {
		if !r.reach.writes(r.Response) {
			return notYours()
		}
		if d.Text == text {
			return nil
		}
		d.Text, d.State, d.WriterID, d.Reason = text, Waiting, user.ID, ""
		return firstOf(d.Check(), r.signed())
	})
}

// Review lets the coordinator approve a description, return it, or take down what is public.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid, PreconditionFailed, Conflict (ownText, notWaiting, notPublic).
func (s *Service) Review(ctx context.Context, user auth.User, surveyID, responseID string, version int, outcome ReviewOutcome, reason string) (SeenDescription, error) {
	return s.describe(ctx, user, surveyID, responseID, version, "review", func(tx *gorm.DB, r Seen, d *Description) error {
		if err := mayUse(user); err != nil {
			return err
		}
		database.Touch(tx, surveys.Family, descriptionType, d.UnitID, false) // what everyone sees
		return d.review(outcome, reason, user.ID, s.clock.Today())
	})
}

func (s *Service) describe(ctx context.Context, user auth.User, surveyID, responseID string, version int, verb string,
	set func(tx *gorm.DB, r Seen, d *Description) error) (out SeenDescription, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		old, err := findDescription(tx, r.Response)
		if err != nil {
			return err
		}
		d := old
		if err := set(tx, r, &d); err != nil {
			return err
		}
		if err := audit.Fresh(tx, descriptionType, responseID, old.Version, version); err != nil {
			return err
		}
		if d == old {
			out, err = description(tx, r)
			return err
		}
		d.Version, d.UpdatedAt = old.Version+1, s.clock.Now()
		if err := saveDescription(tx, &d); err != nil {
			return err
		}
		out = SeenDescription{Description: d, Response: r}
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: verb, ObjectType: descriptionType, ObjectID: responseID, Version: d.Version,
			Before: old.traced(), After: d.traced(), About: &audit.Object{Type: objectType, ID: responseID}})
	})
	return out, err
}

func (d Description) traced() map[string]any {
	return map[string]any{"text": d.Text, "state": d.State, "reason": d.Reason, "publicText": d.PublicText, "publicOn": d.PublicOn}
}

// PublicDescription is what everyone reads of a unit.
//
// Errors: problem.NotFound.
func (s *Service) PublicDescription(ctx context.Context, unitID string) (d Description, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		d, err = publicOf(tx, unitID)
		return err
	})
	return d, err
}
