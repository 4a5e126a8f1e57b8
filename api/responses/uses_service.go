package responses

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/activities"
	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
	"envagin/api/platform/source"
	"envagin/api/surveys"
)

// UseFilter narrows the list of uses; zero values do not.
type UseFilter struct {
	SurveyID      string
	Kind          UseKind
	Offset, Limit int
}

// SeenUse is a use with the unit that it comes from.
type SeenUse struct {
	Use
	Unit boards.Body // its names
}

// Uses gives a page of what was made of a round's answers, the newest first: all for
// the coordinator, what came from their own tree for others.
//
// Errors: problem.Unauthenticated, NotFound, Gone.
func (s *Service) Uses(ctx context.Context, user auth.User, f UseFilter) (page []SeenUse, total int, err error) {
	if err := signedIn(user); err != nil {
		return nil, 0, err
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := surveys.FindVisible(tx, user, f.SurveyID); err != nil {
			return err
		}
		units, err := readableUnits(tx, user)
		if err != nil {
			return err
		}
		rows, n, err := listUses(tx, f, units)
		if err != nil {
			return err
		}
		total = n
		page, err = seenUses(tx, rows...)
		return err
	})
	return page, total, err
}

func seenUses(tx *gorm.DB, rows ...Use) ([]SeenUse, error) {
	ids := make([]string, len(rows))
	for i, u := range rows {
		ids[i] = u.ResponseID
	}
	units, err := unitsOf(tx, ids)
	if err != nil {
		return nil, err
	}
	unitIDs := make([]string, 0, len(units))
	for _, unitID := range units {
		unitIDs = append(unitIDs, unitID)
	}
	named, err := boards.Named(tx, unitIDs...)
	byID := map[string]boards.Body{}
	for _, b := range named {
		byID[b.ID] = b
	}
	out := make([]SeenUse, len(rows))
	for i, u := range rows {
		out[i] = SeenUse{u, byID[units[u.ResponseID]]}
	}
	return out, err
}

// AddUse makes something of a signed answer. With a place, a proposal becomes an
// activity there, of a source that says it is still to be confirmed.
//
// Errors: problem.Forbidden, NotFound, Gone, Invalid, Conflict (notSigned, notAnswered).
func (s *Service) AddUse(ctx context.Context, user auth.User, surveyID, responseID string, u Use, place *Place) (out SeenUse, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		r, err := visible(tx, user, surveyID, responseID)
		if err != nil {
			return err
		}
		if err := firstOf(mayUse(user), u.Check(place)); err != nil {
			return err
		}
		if _, err := question(tx, surveyID, u.QuestionKey); problem.Missing(err) {
			return problem.Invalid(problem.Field{Name: "questionKey", Code: "unknownReference", Detail: "There is no such question in this round."})
		} else if err != nil {
			return err
		}
		if err := r.signed(); err != nil {
			return err
		}
		a, err := findAnswer(tx, responseID, u.QuestionKey)
		if err != nil {
			return err
		}
		if a.Value == "" {
			return problem.Conflict("notAnswered", "The unit has not answered this question.")
		}
		u.ID, u.SurveyID, u.ResponseID, u.Value, u.Version, u.CreatedAt = id.New(), surveyID, responseID, a.Value, 1, s.clock.Now()
		if place != nil {
			if u.ActivityID, err = s.propose(tx, user, u, *place); err != nil {
				return err
			}
		}
		if err := insertUse(tx, &u); err != nil {
			return err
		}
		if err := s.traceUse(tx, user, "create", u, nil, map[string]any{"kind": u.Kind, "questionKey": u.QuestionKey, "text": u.Text, "activityId": u.ActivityID}); err != nil {
			return err
		}
		all, err := seenUses(tx, u)
		if err == nil {
			out = all[0]
		}
		return err
	})
	return out, err
}

// propose puts a proposal in a plan as an activity.
func (s *Service) propose(tx *gorm.DB, user auth.User, u Use, p Place) (activityID string, err error) {
	w, err := s.activities.Create(tx.Statement.Context, user, activities.Activity{PlanID: p.PlanID, Key: "forslag-" + u.ID, Code: p.Code, Part: p.Part, Title: p.Title,
		Description: u.Text, Lang: "sv", DatesSource: source.Interpretation, ClassificationSource: source.Interpretation, Source: source.Interpretation,
		Funding: activities.Funding{State: activities.NoFunding}})
	if wrong := problem.As(err); wrong != nil && len(wrong.Errors) > 0 {
		fields := make([]problem.Field, len(wrong.Errors))
		for i, f := range wrong.Errors { // as this request names them
			fields[i] = problem.Field{Name: "activity." + f.Name, Code: f.Code, Detail: f.Detail}
		}
		return "", problem.Invalid(fields...)
	}
	return w.ID, err
}

// MayRemoveUse answers 401, 403, 404 or 410 before anyone looks at what is sent.
func (s *Service) MayRemoveUse(ctx context.Context, user auth.User, surveyID, responseID, useID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := usable(tx, user, surveyID, responseID, useID)
		return err
	})
}

func usable(tx *gorm.DB, user auth.User, surveyID, responseID, useID string) (Use, error) {
	if _, err := visible(tx, user, surveyID, responseID); err != nil {
		return Use{}, err
	}
	u, err := findUse(tx, responseID, useID)
	if err == nil {
		err = mayUse(user)
	}
	return u, err
}

// RemoveUse takes back what was made of an answer. An activity that a proposal
// became stays in its plan.
//
// Errors: problem.Forbidden, NotFound, Gone, PreconditionFailed.
func (s *Service) RemoveUse(ctx context.Context, user auth.User, surveyID, responseID, useID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		u, err := usable(tx, user, surveyID, responseID, useID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, useType, u.ID, u.Version, version); err != nil {
			return err
		}
		if err := removeUse(tx, u); err != nil {
			return err
		}
		u.Version++
		return s.traceUse(tx, user, "delete", u, map[string]any{"kind": u.Kind, "questionKey": u.QuestionKey, "text": u.Text, "activityId": u.ActivityID}, nil)
	})
}

func (s *Service) traceUse(tx *gorm.DB, user auth.User, action string, u Use, before, after any) error {
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: useType, ObjectID: u.ID, Version: u.Version,
		Before: before, After: after, About: &audit.Object{Type: objectType, ID: u.ResponseID}})
}
