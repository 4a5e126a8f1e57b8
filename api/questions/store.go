package questions

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/auth"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

func insert(tx *gorm.DB, q *Question) error {
	q.settle()
	if err := clear(tx.Create(q).Error); err != nil {
		return err
	}
	return link(tx, *q)
}

func update(tx *gorm.DB, q *Question) error {
	q.settle()
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Question{}).Where("id = ? AND version = ?", q.ID, q.Version-1).Select("*").Updates(q)
	if err := database.OneRow(clear(res.Error), res.RowsAffected); err != nil {
		return err
	}
	return link(tx, *q)
}

func remove(tx *gorm.DB, q Question) error {
	res := tx.Where("id = ? AND version = ?", q.ID, q.Version).Delete(&Question{})
	return database.OneRow(res.Error, res.RowsAffected)
}

// clear turns what the database refused into words: of all that a question points
// at, only its meeting is not looked up first.
func clear(err error) error {
	if errors.Is(err, gorm.ErrForeignKeyViolated) {
		return problem.Invalid(problem.Field{Name: "meetingId", Code: "unknownReference", Detail: "There is no such meeting."})
	}
	return err
}

func find(tx *gorm.DB, questionID string) (Question, error) {
	var q Question
	err := tx.Where("id = ?", questionID).Take(&q).Error
	return q, database.Missing(tx, err, objectType, questionID)
}

// readable is what somebody reads, narrowed by a filter.
func readable(tx *gorm.DB, f Filter, user auth.User, today day.Day) *gorm.DB {
	q := tx.Model(&Question{})
	if l := levelOf(user); l < all {
		q = q.Where("part IN ?", l.parts())
		if f.Asked != "" || f.Mine { // would tell who asked; and their answers are shared
			q = q.Where("1 = 0")
		}
	}
	if f.State != "" {
		q = q.Where("state = ?", f.State)
	}
	if f.Area != "" {
		q = q.Where("id IN (SELECT question_id FROM council_question_areas WHERE area_id = ?)", f.Area)
	}
	if f.Asked != "" {
		q = q.Where("asked_by_body_id = ?", f.Asked)
	}
	if f.Mine {
		q = q.Where("asked_by_id = ?", user.ID)
	}
	switch f.Waiting {
	case "true":
		q = q.Where("answered_on = ''")
	case "late":
		q = late(q, today)
	case "false":
		q = q.Where("answered_on <> ''")
	}
	return q
}

// late are the questions that have waited too long, as Question.IsLate tells it.
func late(q *gorm.DB, today day.Day) *gorm.DB {
	return q.Where("answered_on = '' AND (asked_on < ? OR (needed_by <> '' AND needed_by < ?))", today.AddDays(-patience), today)
}

func list(tx *gorm.DB, f Filter, user auth.User, today day.Day) ([]Question, int, error) {
	q := readable(tx, f, user, today)
	total, err := count(q)
	if err != nil {
		return nil, 0, err
	}
	order := "asked_on DESC, id DESC"
	if f.Waiting == "true" || f.Waiting == "late" {
		order = "asked_on, id" // who has waited longest stands first
	}
	rows := []Question{}
	err = q.Order(order).Offset(f.Offset).Limit(f.Limit).Find(&rows).Error
	return rows, total, err
}

func count(q *gorm.DB) (int, error) {
	var n int64
	err := q.Session(&gorm.Session{}).Count(&n).Error
	return int(n), err
}

// link makes the search tables say what the row says.
func link(tx *gorm.DB, q Question) error {
	for _, table := range []string{"council_question_areas", "council_question_terms"} {
		if err := tx.Exec("DELETE FROM "+table+" WHERE question_id = ?", q.ID).Error; err != nil {
			return err
		}
	}
	areas := make([]map[string]any, len(q.AreaIDs))
	for i, areaID := range q.AreaIDs {
		areas[i] = map[string]any{"question_id": q.ID, "area_id": areaID}
	}
	if len(areas) > 0 {
		if err := tx.Table("council_question_areas").Create(areas).Error; err != nil {
			return err
		}
	}
	terms := q.terms()
	if len(terms) == 0 {
		return nil
	}
	return tx.CreateInBatches(terms, 500).Error
}

// of are the questions that a person asked, took on or answered.
func of(tx *gorm.DB, userID string) (rows []Question, err error) {
	err = tx.Where("asked_by_id = ? OR taken_by_id = ? OR answered_by_id = ?", userID, userID, userID).
		Order("asked_on, id").Limit(maxTakenOut).Find(&rows).Error
	return rows, err
}
