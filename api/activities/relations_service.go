package activities

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Dependencies lists what comes before an activity.
func (s *Service) Dependencies(ctx context.Context, user auth.User, activityID string, offset, limit int) (rows []Dependency, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, activityID); err != nil {
			return err
		}
		rows, total, err = pageOf[Dependency](tx.Where("activity_id = ?", activityID), "id", offset, limit)
		return err
	})
	return rows, total, err
}

// Dependency gives one before/after pair.
func (s *Service) Dependency(ctx context.Context, user auth.User, activityID, dependencyID string) (d Dependency, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, activityID); err != nil {
			return err
		}
		d, err = findDependency(tx, activityID, dependencyID)
		return err
	})
	return d, err
}

func findDependency(tx *gorm.DB, activityID, dependencyID string) (d Dependency, err error) {
	err = tx.Where("id = ? AND activity_id = ?", dependencyID, activityID).Take(&d).Error
	return d, database.Missing(tx, err, "dependency", dependencyID)
}

// AddDependency says that an activity of the same plan comes before; a circle is refused.
func (s *Service) AddDependency(ctx context.Context, user auth.User, activityID, beforeID string) (d Dependency, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		a, err := editable(tx, user, activityID)
		if err != nil {
			return err
		}
		if err := inPlan(tx, "beforeId", a.PlanID, beforeID); err != nil {
			return err
		}
		if err := plans.Lock(tx, a.PlanID); err != nil { // two who would close a circle together
			return err
		}
		edges, err := dependencyEdges(tx, a.PlanID)
		if err != nil {
			return err
		}
		if reaches(edges, beforeID, activityID) {
			return problem.Invalid(problem.Field{Name: "beforeId", Code: "cycle", Detail: "The activities would wait for each other."})
		}
		if len(edges[activityID]) >= maxDependencies {
			return problem.Conflict("tooMany", "The activity waits for as many as it may.")
		}
		d = Dependency{ID: id.New(), ActivityID: activityID, BeforeID: beforeID, Version: 1, CreatedAt: s.clock.Now()}
		if err := tx.Create(&d).Error; errors.Is(err, gorm.ErrDuplicatedKey) {
			return problem.Conflict("duplicate", "That activity comes before already.",
				problem.Field{Name: "beforeId", Code: "duplicate", Detail: "It stands there already."})
		} else if err != nil {
			return err
		}
		return s.detailChanged(tx, user, "create", "dependency", rowMeta{id: &d.ID, version: &d.Version}, activityID, nil, DependencyInput{beforeID})
	})
	return d, err
}

// MayChangeDependency answers 404 or 403 before anyone looks further.
func (s *Service) MayChangeDependency(ctx context.Context, user auth.User, activityID, dependencyID string) error {
	if _, err := s.Dependency(ctx, user, activityID, dependencyID); err != nil {
		return err
	}
	return mayEdit(user)
}

// DeleteDependency takes a before/after pair away.
func (s *Service) DeleteDependency(ctx context.Context, user auth.User, activityID, dependencyID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := editable(tx, user, activityID); err != nil {
			return err
		}
		d, err := findDependency(tx, activityID, dependencyID)
		if err != nil {
			return err
		}
		if err := audit.Fresh(tx, "dependency", d.ID, d.Version, version); err != nil {
			return err
		}
		if err := tx.Where("id = ?", d.ID).Delete(&Dependency{}).Error; err != nil {
			return err
		}
		d.Version++
		return s.detailChanged(tx, user, "delete", "dependency", rowMeta{id: &d.ID, version: &d.Version}, activityID, DependencyInput{d.BeforeID}, nil)
	})
}

// notesType is what traces call the internal notes; their id is the activity's.
const notesType = "internalNotes"

// Notes gives the internal notes to those who may read them, and leaves a trace of
// the reading.
func (s *Service) Notes(ctx context.Context, user auth.User, activityID string) (n InternalNote, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if err := s.mayReadNotes(tx, user, activityID); err != nil {
			return err
		}
		n, err = note(tx, activityID)
		return err
	})
	if err == nil {
		err = audit.Read(ctx, s.db, s.clock, user, notesType, activityID)
	}
	if err != nil {
		return InternalNote{}, err
	}
	return n, nil
}

// MayWriteNotes answers 401, 404 or 403 before anyone looks at the text.
func (s *Service) MayWriteNotes(ctx context.Context, user auth.User, activityID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error { return s.mayReadNotes(tx, user, activityID) })
}

// mayReadNotes: the coordinator, and officers and partners of what answers today.
func (s *Service) mayReadNotes(tx *gorm.DB, user auth.User, activityID string) error {
	if user.Public() {
		return problem.Unauthenticated("signInNeeded", "Internal notes are for those who answer for the activity.")
	}
	w, err := s.whole(tx, user, activityID)
	if err != nil || user.May(auth.ReadInternal) {
		return err
	}
	reach, err := reachOf(tx, user, auth.ReadInternal)
	if err != nil || reach.CoversAny(w.Answers) {
		return err
	}
	return problem.Forbidden("Internal notes are for those who answer for the activity.")
}

func note(tx *gorm.DB, activityID string) (InternalNote, error) {
	var found []InternalNote
	err := tx.Where("activity_id = ?", activityID).Limit(1).Find(&found).Error
	n := first(found)
	n.ActivityID = activityID
	return n, err
}

// WriteNotes puts new text in the internal notes. It raises no revision: nobody
// whose answers are cached can see them.
func (s *Service) WriteNotes(ctx context.Context, user auth.User, activityID string, version int, text string) (n InternalNote, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := s.mayReadNotes(tx, user, activityID); err != nil {
			return err
		}
		if _, err := lock(tx, activityID); err != nil { // two who write the first note
			return err
		}
		old, err := note(tx, activityID)
		if err != nil {
			return err
		}
		n = InternalNote{ActivityID: activityID, Text: text, Version: old.Version + 1, UpdatedAt: s.clock.Now()}
		if err := n.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, notesType, activityID, old.Version, version); err != nil {
			return err
		}
		if old.Version == 0 {
			err = tx.Create(&n).Error
		} else {
			res := tx.Model(&InternalNote{}).Where("activity_id = ? AND version = ?", activityID, old.Version).Select("*").Updates(&n)
			err = database.OneRow(res.Error, res.RowsAffected)
		}
		if err != nil {
			return err
		}
		return audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: "replace", ObjectType: notesType,
			ObjectID: activityID, Version: n.Version, Before: InternalNoteInput{old.Text}, After: InternalNoteInput{n.Text},
			About: &audit.Object{Type: objectType, ID: activityID}, Restricted: true})
	})
	return n, err
}
