package activities

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// Reach is the bodies for which a user reports: the coordinator for all, an
// officer for the board and what lies under it, an outside partner for its own.
type Reach struct {
	all    bool
	bodies map[string]bool
}

// Covers tells whether the user reports for the body.
func (r Reach) Covers(bodyID string) bool { return r.all || r.bodies[bodyID] }

// CoversAny tells whether the user reports for any of those who answer.
func (r Reach) CoversAny(answers []Answer) bool {
	return slices.ContainsFunc(answers, func(a Answer) bool { return r.Covers(a.BodyID) })
}

// ReachOf reads for whom the user reports, in at most one query.
func (s *Service) ReachOf(ctx context.Context, user auth.User) (r Reach, err error) {
	if len(user.Within(auth.Report)) == 0 {
		return Reach{all: user.May(auth.Report)}, nil
	}
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		r, err = reachOf(tx, user, auth.Report)
		return err
	})
	return r, err
}

func reachOf(tx *gorm.DB, user auth.User, action auth.Action) (Reach, error) {
	r := Reach{all: user.May(action), bodies: map[string]bool{}}
	own := user.Within(action)
	if len(own) == 0 {
		return r, nil
	}
	tree, err := boards.LoadTree(tx, own...)
	for _, bodyID := range own {
		for _, under := range tree.Under(bodyID) {
			r.bodies[under] = true
		}
	}
	return r, err
}

// Reports lists what bodies have told of an activity, newest first.
func (s *Service) Reports(ctx context.Context, user auth.User, activityID string, offset, limit int) (rows []Report, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, activityID); err != nil {
			return err
		}
		rows, total, err = pageOf[Report](tx.Where("activity_id = ?", activityID), "as_of DESC, created_at DESC, id DESC", offset, limit)
		return err
	})
	return rows, total, err
}

// Report gives one report.
func (s *Service) Report(ctx context.Context, user auth.User, activityID, reportID string) (r Report, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, activityID); err != nil {
			return err
		}
		r, err = findReport(tx, activityID, reportID)
		return err
	})
	return r, err
}

func findReport(tx *gorm.DB, activityID, reportID string) (r Report, err error) {
	err = tx.Where("id = ? AND activity_id = ?", reportID, activityID).Take(&r).Error
	return r, database.Missing(tx, err, "report", reportID)
}

// MayReport answers 404 or 403 before anyone looks at the report.
func (s *Service) MayReport(ctx context.Context, user auth.User, activityID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		w, err := s.whole(tx, user, activityID)
		if err != nil {
			return err
		}
		reach, err := reachOf(tx, user, auth.Report)
		if err == nil && !reach.CoversAny(w.Answers) {
			err = problem.Forbidden("Only those who answer for the activity report on it, each for its own body.")
		}
		return err
	})
}

// AddReport tells how one body's share goes. It makes the body's part, and the
// activity's status anew, in the same transaction.
func (s *Service) AddReport(ctx context.Context, user auth.User, activityID string, r Report) (Report, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		w, err := s.whole(tx, user, activityID)
		if err != nil {
			return err
		}
		if r.AsOf == "" {
			r.AsOf = s.clock.Today()
		}
		if err := r.Check(s.clock.Today()); err != nil {
			return err
		}
		if err := mayReportFor(tx, user, w, r.BodyID); err != nil {
			return err
		}
		if r.ID == "" {
			r.ID = id.New()
		}
		r.ActivityID, r.ByUserID, r.ByRole, r.Version = activityID, user.ID, user.First(), 1
		r.CreatedAt, r.UpdatedAt = s.clock.Now(), s.clock.Now()
		if err := tx.Create(&r).Error; err != nil {
			return err
		}
		return s.reported(tx, user, "create", r, nil)
	})
	return r, err
}

func mayReportFor(tx *gorm.DB, user auth.User, w Whole, bodyID string) error {
	if w.MergedIntoID != nil {
		return problem.Conflict("merged", "The activity has gone up in another; report on that one.")
	}
	if !slices.ContainsFunc(w.Answers, func(a Answer) bool { return a.BodyID == bodyID }) {
		return problem.Invalid(problem.Field{Name: "bodyId", Code: "notAnswerable", Detail: "This body does not answer for the activity today."})
	}
	reach, err := reachOf(tx, user, auth.Report)
	if err != nil {
		return err
	}
	if !reach.Covers(bodyID) {
		return problem.Forbidden("You report for your own body only.")
	}
	return nil
}

// CorrectReport puts new content on a report, by who wrote it or the coordinator.
func (s *Service) CorrectReport(ctx context.Context, user auth.User, activityID, reportID string, version int, r Report) (Report, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		old, err := s.correctable(tx, user, activityID, reportID)
		if err != nil {
			return err
		}
		if r.AsOf == "" {
			r.AsOf = old.AsOf
		}
		if r.BodyID != old.BodyID {
			return problem.Invalid(problem.Field{Name: "bodyId", Code: "notAllowed", Detail: "A report stays with its body."})
		}
		if err := r.Check(s.clock.Today()); err != nil {
			return err
		}
		if err := audit.Fresh(tx, "report", old.ID, old.Version, version); err != nil {
			return err
		}
		r.ID, r.ActivityID, r.ByUserID, r.ByRole = old.ID, old.ActivityID, old.ByUserID, old.ByRole
		r.Version, r.CreatedAt, r.UpdatedAt = old.Version+1, old.CreatedAt, s.clock.Now()
		res := tx.Model(&Report{}).Where("id = ? AND version = ?", r.ID, old.Version).Select("*").Updates(&r)
		if err := database.OneRow(res.Error, res.RowsAffected); err != nil {
			return err
		}
		return s.reported(tx, user, "replace", r, old.input())
	})
	return r, err
}

// MayCorrect answers 404 or 403 before anyone looks at the correction.
func (s *Service) MayCorrect(ctx context.Context, user auth.User, activityID, reportID string) error {
	return s.db.Read(ctx, func(tx *gorm.DB) error {
		_, err := s.correctable(tx, user, activityID, reportID)
		return err
	})
}

func (s *Service) correctable(tx *gorm.DB, user auth.User, activityID, reportID string) (Report, error) {
	if _, err := visible(tx, user, activityID); err != nil {
		return Report{}, err
	}
	r, err := findReport(tx, activityID, reportID)
	if err == nil && !r.EditableBy(user) {
		err = problem.Forbidden("A report is corrected by who wrote it, or by the coordinator.")
	}
	return r, err
}

// reported lets the body's part follow its newest report, and all that follows from that.
func (s *Service) reported(tx *gorm.DB, user auth.User, action string, r Report, before any) error {
	if _, err := lock(tx, r.ActivityID); err != nil {
		return err
	}
	var newest Report
	err := tx.Where("activity_id = ? AND body_id = ?", r.ActivityID, r.BodyID).
		Order("as_of DESC, created_at DESC, id DESC").Limit(1).Find(&newest).Error
	if err != nil {
		return err
	}
	p, err := s.part(tx, r.ActivityID, r.BodyID)
	if err != nil {
		return err
	}
	p.State, p.LastReportOn = newest.State, newest.AsOf
	if err := s.follow(tx, p); err != nil {
		return err
	}
	return s.detailChanged(tx, user, action, "report", rowMeta{id: &r.ID, version: &r.Version}, r.ActivityID, before, r.input())
}

// part gives the row of a body's share, or a new one that is not saved yet.
func (s *Service) part(tx *gorm.DB, activityID, bodyID string) (Part, error) {
	var found []Part
	err := tx.Where("activity_id = ? AND body_id = ?", activityID, bodyID).Limit(1).Find(&found).Error
	if err != nil || len(found) > 0 {
		return first(found), err
	}
	return Part{ActivityID: activityID, BodyID: bodyID, State: PartNone}, nil
}

func first[T any](rows []T) (row T) {
	if len(rows) > 0 {
		row = rows[0]
	}
	return row
}

// follow lets a part say what its newest report says. The version stays: it
// counts edits of the reference, and who edits that must not fail by a report.
func (s *Service) follow(tx *gorm.DB, p Part) error {
	p.UpdatedAt = s.clock.Now()
	if p.ID == "" {
		p.ID, p.CreatedAt = id.New(), s.clock.Now()
		return tx.Create(&p).Error
	}
	return tx.Model(&Part{}).Where("id = ?", p.ID).Select("state", "last_report_on", "updated_at").Updates(&p).Error
}

func (s *Service) savePart(tx *gorm.DB, p Part) error {
	p.UpdatedAt = s.clock.Now()
	p.Version++
	if p.ID == "" {
		p.ID, p.CreatedAt = id.New(), s.clock.Now()
		return tx.Create(&p).Error
	}
	res := tx.Model(&Part{}).Where("id = ? AND version = ?", p.ID, p.Version-1).Select("*").Updates(&p)
	return database.OneRow(res.Error, res.RowsAffected)
}

// Parts lists the share of each body that answers today, made or not yet.
func (s *Service) Parts(ctx context.Context, user auth.User, activityID string) ([]Part, error) {
	w, err := s.Get(ctx, user, activityID)
	if err != nil {
		return nil, err
	}
	parts := slices.Clone(w.Parts)
	for _, answer := range w.Answers {
		if partOf(parts, answer.BodyID) == nil {
			parts = append(parts, Part{ActivityID: activityID, BodyID: answer.BodyID, State: PartNone})
		}
	}
	return parts, nil
}

// Part gives one body's share; 404 when the body neither answers nor ever did.
func (s *Service) Part(ctx context.Context, user auth.User, activityID, bodyID string) (Part, error) {
	parts, err := s.Parts(ctx, user, activityID)
	if err != nil {
		return Part{}, err
	}
	p := partOf(parts, bodyID)
	if p == nil {
		return Part{}, problem.NotFound("part")
	}
	return *p, nil
}

// MayRefer answers 404 or 403 before anyone looks at the reference.
func (s *Service) MayRefer(ctx context.Context, user auth.User, activityID, bodyID string) error {
	if _, err := s.Part(ctx, user, activityID, bodyID); err != nil {
		return err
	}
	return s.db.Read(ctx, func(tx *gorm.DB) error { return mayRefer(tx, user, bodyID) })
}

func mayRefer(tx *gorm.DB, user auth.User, bodyID string) error {
	reach, err := reachOf(tx, user, auth.Report)
	if err == nil && !reach.Covers(bodyID) {
		err = problem.Forbidden("The reference is kept by the body's own officer, or by the coordinator.")
	}
	return err
}

// ReferPart notes where the body's assignment plan takes up the activity.
func (s *Service) ReferPart(ctx context.Context, user auth.User, activityID, bodyID string, version int, reference string) (p Part, err error) {
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, activityID); err != nil {
			return err
		}
		if err := mayRefer(tx, user, bodyID); err != nil {
			return err
		}
		if _, err := lock(tx, activityID); err != nil {
			return err
		}
		if p, err = s.part(tx, activityID, bodyID); err != nil {
			return err
		}
		before := PartInput{p.AssignmentReference}
		p.AssignmentReference = reference
		if err := p.Check(); err != nil {
			return err
		}
		if err := audit.Fresh(tx, "part", p.ID, p.Version, version); err != nil {
			return err
		}
		if err := s.savePart(tx, p); err != nil {
			return err
		}
		if p, err = s.part(tx, activityID, bodyID); err != nil {
			return err
		}
		return s.detailChanged(tx, user, "replace", "part", rowMeta{id: &p.ID, version: &p.Version}, activityID, before, PartInput{reference})
	})
	return p, err
}
