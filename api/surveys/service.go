package surveys

import (
	"context"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Family is the revision that every change of a round raises.
const Family = "surveys"

// What traces and tombstones call the things of this room.
const (
	objectType   = "survey"
	questionType = "surveyQuestion"
)

// Step is what another room does when a round takes a step, in the same transaction.
type Step func(ctx context.Context, tx *gorm.DB, round Survey) error

// Service is the use cases of rounds.
type Service struct {
	db        *database.DB
	clock     *day.Clock
	publisher string

	// OnOpen, OnClose and OnPublish are set by the program, for the rooms where a round is answered and told of.
	OnOpen, OnClose, OnPublish []Step
}

// New makes the service; publisher stands on the print form.
func New(db *database.DB, clock *day.Clock, publisher string) *Service {
	return &Service{db: db, clock: clock, publisher: publisher}
}

// Filter narrows the list; zero values do not.
type Filter struct {
	State     State
	Answering Answering
	Plan      string
	Follows   string
	Offset    int
	Limit     int
}

// Whole is a round with its groups.
type Whole struct {
	Survey
	Groups []Group
}

// List gives a page of rounds, the newest first, and how many match in all.
func (s *Service) List(ctx context.Context, user auth.User, f Filter) (page []Whole, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		var rows []Survey
		if rows, total, err = list(tx, user, f); err != nil {
			return err
		}
		ids := make([]string, len(rows))
		for i, r := range rows {
			ids[i] = r.ID
		}
		groups, err := groupsOf(tx, ids...)
		if err != nil {
			return err
		}
		of := map[string][]Group{}
		for _, g := range groups {
			of[g.SurveyID] = append(of[g.SurveyID], g)
		}
		for _, r := range rows {
			page = append(page, Whole{r, of[r.ID]})
		}
		return nil
	})
	return page, total, err
}

// Get gives one round; 404 when it does not exist for the user.
func (s *Service) Get(ctx context.Context, user auth.User, surveyID string) (w Whole, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if w.Survey, err = FindVisible(tx, user, surveyID); err != nil {
			return err
		}
		w.Groups, err = groupsOf(tx, surveyID)
		return err
	})
	return w, err
}

// MayKeep answers 404, 410 or 403 before anyone looks at what is to be written.
func (s *Service) MayKeep(ctx context.Context, user auth.User, surveyID string) error {
	if _, err := s.Get(ctx, user, surveyID); err != nil {
		return err
	}
	return mayKeep(user)
}

func mayKeep(user auth.User) error {
	if !user.May(auth.KeepSurveys) {
		return problem.Forbidden("Only the coordinator and administrators keep the mapping's rounds.")
	}
	return nil
}

// Create makes a round; with the shipped questionnaire when asked for.
func (s *Service) Create(ctx context.Context, user auth.User, row Survey, groups []GroupInput, fromTemplate bool) (w Whole, err error) {
	if err := mayKeep(user); err != nil {
		return w, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		row.ID, row.Version, row.CreatedAt, row.UpdatedAt = id.New(), 1, s.clock.Now(), s.clock.Now()
		var questions []Question
		if fromTemplate {
			var err error
			if row.Sections, questions, err = shipped(); err != nil {
				return err
			}
		}
		w, err = s.make(tx, user, row, groups, questions)
		return err
	})
	return w, err
}

// make writes a new round with its groups and questions.
func (s *Service) make(tx *gorm.DB, user auth.User, row Survey, groups []GroupInput, questions []Question) (w Whole, err error) {
	if err := check(tx, row, groups); err != nil {
		return w, err
	}
	if err := insert(tx, &row); err != nil {
		return w, err
	}
	w = Whole{row, groupRows(row.ID, groups, nil)}
	if err := setGroups(tx, row.ID, w.Groups); err != nil {
		return w, err
	}
	for i := range questions {
		q := &questions[i]
		q.ID, q.SurveyID, q.Position, q.Version, q.CreatedAt, q.UpdatedAt = id.New(), row.ID, i, 1, s.clock.Now(), s.clock.Now()
	}
	if err := insertQuestions(tx, questions); err != nil {
		return w, err
	}
	return w, s.record(tx, user, "create", row, nil, w.input())
}

// check holds the rules of a round and of what it points at.
func check(tx *gorm.DB, row Survey, groups []GroupInput) error {
	if err := row.Check(); err != nil {
		return err
	}
	if err := row.checkGroups(groups); err != nil {
		return err
	}
	if row.PlanID != nil {
		if _, err := plans.Find(tx, *row.PlanID); err != nil {
			return problem.Invalid(problem.Field{Name: "planId", Code: "unknownReference", Detail: "There is no such plan."})
		}
	}
	if row.FollowsID != nil {
		before, err := find(tx, *row.FollowsID)
		if err != nil || before.Answering != row.Answering {
			return problem.Invalid(problem.Field{Name: "followsId", Code: "unknownReference", Detail: "There is no earlier round that was answered in the same way."})
		}
	}
	var bodies []string
	for _, g := range groups {
		if g.BodyID != nil {
			bodies = append(bodies, *g.BodyID)
		}
	}
	return boards.Exists(tx, "groups", bodies...)
}

// Replace puts new content on a round, if nobody else did since version. Of an
// opened round only spelling and days change.
func (s *Service) Replace(ctx context.Context, user auth.User, surveyID string, version int, row Survey, groups []GroupInput) (w Whole, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := s.editable(tx, user, surveyID)
		if err != nil {
			return err
		}
		had, err := groupsOf(tx, surveyID)
		if err != nil {
			return err
		}
		row.ID, row.CreatedAt, row.UpdatedAt = old.ID, old.CreatedAt, s.clock.Now()
		row.OpenedOn, row.ClosedOn, row.PublishedOn = old.OpenedOn, old.ClosedOn, old.PublishedOn
		if err := check(tx, row, groups); err != nil {
			return err
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		before := Whole{old, had}
		w = Whole{row, groupRows(row.ID, groups, had)}
		if old.State != Draft {
			w.Groups = had
			if err := before.locked(row, groups); err != nil {
				return err
			}
		} else if err := setGroups(tx, row.ID, w.Groups); err != nil {
			return err
		}
		if err := sectionsHold(tx, row); err != nil {
			return err
		}
		w.Version = old.Version + 1
		if err := update(tx, &w.Survey); err != nil {
			return err
		}
		return s.record(tx, user, "replace", w.Survey, before.input(), w.input())
	})
	return w, err
}

// sectionsHold refuses to take away a section that has questions.
func sectionsHold(tx *gorm.DB, row Survey) error {
	questions, err := questionsOf(tx, row.ID)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, part := range row.Sections {
		known[part.Key] = true
	}
	for _, q := range questions {
		if !known[q.SectionKey] {
			return problem.Invalid(problem.Field{Name: "sections", Code: "inUse", Detail: "The section " + q.SectionKey + " has questions. Move or delete them first."})
		}
	}
	return nil
}

// Delete removes a round that was never opened, and leaves a tombstone.
func (s *Service) Delete(ctx context.Context, user auth.User, surveyID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := s.editable(tx, user, surveyID)
		if err != nil {
			return err
		}
		if old.State != Draft {
			return problem.Conflict("locked", "A round that has been open is part of the record and stays.")
		}
		if err := audit.Fresh(tx, objectType, old.ID, old.Version, version); err != nil {
			return err
		}
		groups, err := groupsOf(tx, surveyID)
		if err != nil {
			return err
		}
		if err := remove(tx, old); err != nil {
			return err
		}
		before := Whole{old, groups}.input()
		old.Version++
		return s.record(tx, user, "delete", old, before, nil)
	})
}

func (s *Service) editable(tx *gorm.DB, user auth.User, surveyID string) (Survey, error) {
	row, err := FindVisible(tx, user, surveyID)
	if err != nil {
		return row, err
	}
	return row, mayKeep(user)
}

func (s *Service) record(tx *gorm.DB, user auth.User, action string, row Survey, before, after any) error {
	database.Touch(tx, Family, objectType, row.ID, action == "delete")
	return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: objectType,
		ObjectID: row.ID, Version: row.Version, Before: before, After: after})
}
