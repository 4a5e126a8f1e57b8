package activities

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"envagin/api/boards"
	"envagin/api/plans"
	"envagin/api/platform/audit"
	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/id"
	"envagin/api/platform/problem"
)

// What an activity may have at most; far above any real plan.
const (
	maxResponsibilities = 60
	maxMilestones       = 100
	maxDependencies     = 50
)

// detail is a row that belongs to an activity and that the coordinator edits:
// a responsibility or a milestone. Their use cases are the same but for these.
type detail[T any] struct {
	object string // what traces call it
	plural string // what its path calls it
	most   int
	order  string
	meta   func(*T) *rowMeta
	check  func(tx *gorm.DB, row T) error
	input  func(T) any
}

// rowMeta is what every such row has.
type rowMeta struct {
	id, activityID   *string
	version          *int
	created, updated *time.Time
}

var responsibilityDetail = detail[Responsibility]{
	object: "responsibility", plural: "responsibilities", most: maxResponsibilities, order: "position, id",
	meta: func(r *Responsibility) *rowMeta {
		return &rowMeta{&r.ID, &r.ActivityID, &r.Version, &r.CreatedAt, &r.UpdatedAt}
	},
	check: func(tx *gorm.DB, r Responsibility) error {
		if err := r.Check(); err != nil || r.BodyID == nil {
			return err
		}
		return boards.Exists(tx, "bodyId", *r.BodyID)
	},
	input: func(r Responsibility) any { return r.input() },
}

var milestoneDetail = detail[Milestone]{
	object: "milestone", plural: "milestones", most: maxMilestones, order: "due_day, id",
	meta: func(m *Milestone) *rowMeta {
		return &rowMeta{&m.ID, &m.ActivityID, &m.Version, &m.CreatedAt, &m.UpdatedAt}
	},
	check: func(_ *gorm.DB, m Milestone) error { return m.Check() },
	input: func(m Milestone) any { return m.input() },
}

func listDetails[T any](ctx context.Context, s *Service, d detail[T], user auth.User, activityID string, offset, limit int) (rows []T, total int, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, activityID); err != nil {
			return err
		}
		rows, total, err = pageOf[T](tx.Where("activity_id = ?", activityID), d.order, offset, limit)
		return err
	})
	return rows, total, err
}

// pageOf reads one page and counts all.
func pageOf[T any](q *gorm.DB, order string, offset, limit int) ([]T, int, error) {
	var total int64
	var model T
	q = q.Model(&model)
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	rows := []T{}
	err := q.Session(&gorm.Session{}).Order(order).Offset(offset).Limit(limit).Find(&rows).Error
	return rows, int(total), err
}

func getDetail[T any](ctx context.Context, s *Service, d detail[T], user auth.User, activityID, rowID string) (row T, err error) {
	err = s.db.Read(ctx, func(tx *gorm.DB) error {
		if _, err := visible(tx, user, activityID); err != nil {
			return err
		}
		row, err = findDetail(tx, d, activityID, rowID)
		return err
	})
	return row, err
}

func findDetail[T any](tx *gorm.DB, d detail[T], activityID, rowID string) (row T, err error) {
	err = tx.Where("id = ? AND activity_id = ?", rowID, activityID).Take(&row).Error
	return row, database.Missing(tx, err, d.object, rowID)
}

func createDetail[T any](ctx context.Context, s *Service, d detail[T], user auth.User, activityID string, row T) (T, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := editable(tx, user, activityID); err != nil {
			return err
		}
		if err := d.check(tx, row); err != nil {
			return err
		}
		var n int64
		if err := tx.Model(&row).Where("activity_id = ?", activityID).Count(&n).Error; err != nil {
			return err
		}
		if int(n) >= d.most {
			return problem.Conflict("tooMany", "The activity has as many of these as it may have.")
		}
		m := d.meta(&row)
		if *m.id == "" {
			*m.id = id.New()
		}
		*m.activityID, *m.version = activityID, 1
		*m.created, *m.updated = s.clock.Now(), s.clock.Now()
		if err := clearDetail(tx.Create(&row).Error); err != nil {
			return err
		}
		return s.detailChanged(tx, user, "create", d.object, *m, activityID, nil, d.input(row))
	})
	return row, err
}

func replaceDetail[T any](ctx context.Context, s *Service, d detail[T], user auth.User, activityID, rowID string, version int, row T) (T, error) {
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := editable(tx, user, activityID); err != nil {
			return err
		}
		old, err := findDetail(tx, d, activityID, rowID)
		if err != nil {
			return err
		}
		if err := d.check(tx, row); err != nil {
			return err
		}
		was, m := d.meta(&old), d.meta(&row)
		if err := audit.Fresh(tx, d.object, rowID, *was.version, version); err != nil {
			return err
		}
		*m.id, *m.activityID, *m.version = rowID, activityID, *was.version+1
		*m.created, *m.updated = *was.created, s.clock.Now()
		res := tx.Model(new(T)).Where("id = ? AND version = ?", rowID, *was.version).Select("*").Updates(&row)
		if err := database.OneRow(clearDetail(res.Error), res.RowsAffected); err != nil {
			return err
		}
		return s.detailChanged(tx, user, "replace", d.object, *m, activityID, d.input(old), d.input(row))
	})
	return row, err
}

func deleteDetail[T any](ctx context.Context, s *Service, d detail[T], user auth.User, activityID, rowID string, version int) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if _, err := editable(tx, user, activityID); err != nil {
			return err
		}
		old, err := findDetail(tx, d, activityID, rowID)
		if err != nil {
			return err
		}
		m := d.meta(&old)
		if err := audit.Fresh(tx, d.object, rowID, *m.version, version); err != nil {
			return err
		}
		res := tx.Where("id = ? AND version = ?", rowID, *m.version).Delete(new(T))
		if err := database.OneRow(res.Error, res.RowsAffected); err != nil {
			return err
		}
		*m.version++
		return s.detailChanged(tx, user, "delete", d.object, *m, activityID, d.input(old), nil)
	})
}

// detailChanged leaves the trace, raises the revision for the activity too, and
// makes its status anew.
func (s *Service) detailChanged(tx *gorm.DB, user auth.User, action, object string, m rowMeta, activityID string, before, after any) error {
	database.Touch(tx, Family, object, *m.id, action == "delete")
	database.Touch(tx, Family, objectType, activityID, false)
	err := audit.Record(tx, audit.Entry{User: user, At: s.clock.Now(), Action: action, ObjectType: object,
		ObjectID: *m.id, Version: *m.version, Before: before, After: after, About: &audit.Object{Type: objectType, ID: activityID}})
	if err != nil {
		return err
	}
	children, err := childIDs(tx, activityID)
	if err != nil {
		return err
	}
	return refresh(tx, s.clock.Today(), append(children, activityID)...)
}

func clearDetail(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.Conflict("duplicate", "The activity already has one with this key.",
			problem.Field{Name: "key", Code: "duplicate", Detail: "Another has this key."})
	}
	return err
}

// planVisible answers 404 when the user may not see the plan.
func planVisible(tx *gorm.DB, user auth.User, planID string) error {
	plan, err := plans.Find(tx, planID)
	if err != nil {
		return err
	}
	if !plans.VisibleTo(plan, user) {
		return problem.NotFound("plan")
	}
	return nil
}

// mayChangeDetail answers 404, 410 or 403 before anyone looks at what is to be written.
func mayChangeDetail[T any](ctx context.Context, s *Service, d detail[T], user auth.User, activityID, rowID string) error {
	if _, err := getDetail(ctx, s, d, user, activityID, rowID); err != nil {
		return err
	}
	return mayEdit(user)
}

// AddMilestone adds a dated step to an activity.
func (s *Service) AddMilestone(ctx context.Context, user auth.User, activityID string, m Milestone) (Milestone, error) {
	return createDetail(ctx, s, milestoneDetail, user, activityID, m)
}
