package meetings

import (
	"errors"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

func itemsOf(tx *gorm.DB, meetingID string) (items []Item, err error) {
	err = tx.Where("meeting_id = ?", meetingID).Order("position, id").Limit(maxItems).Find(&items).Error
	return items, err
}

func findItem(tx *gorm.DB, meetingID, itemID string) (i Item, err error) {
	err = tx.Where("id = ? AND meeting_id = ?", itemID, meetingID).Take(&i).Error
	return i, database.Missing(tx, err, itemType, itemID)
}

func countItems(tx *gorm.DB, meetingID string) (int, error) {
	var n int64
	err := tx.Model(&Item{}).Where("meeting_id = ?", meetingID).Count(&n).Error
	return int(n), err
}

// insertItems writes items with their empty texts.
func insertItems(tx *gorm.DB, items []Item) error {
	if len(items) == 0 {
		return nil
	}
	texts := make([]Text, len(items))
	for n, i := range items {
		texts[n] = Text{ItemID: i.ID, Version: 1, UpdatedAt: i.CreatedAt}
	}
	if err := tx.Create(&items).Error; err != nil {
		return err
	}
	return tx.Create(&texts).Error
}

// makeRoom moves the items from one place to another by a step, and leaves their
// versions: their content is the same.
func makeRoom(tx *gorm.DB, meetingID string, from, to, step int) error {
	if from > to {
		return nil
	}
	return tx.Model(&Item{}).Where("meeting_id = ? AND position BETWEEN ? AND ?", meetingID, from, to).
		UpdateColumn("position", gorm.Expr("position + ?", step)).Error
}

func updateItem(tx *gorm.DB, i *Item) error {
	res := tx.Model(&Item{}).Where("id = ? AND version = ?", i.ID, i.Version-1).Select("*").Updates(i)
	return database.OneRow(res.Error, res.RowsAffected)
}

func removeItem(tx *gorm.DB, i Item) error {
	res := tx.Where("id = ? AND version = ?", i.ID, i.Version).Delete(&Item{})
	return database.OneRow(res.Error, res.RowsAffected)
}

func textsOf(tx *gorm.DB, itemIDs []string) (texts []Text, err error) {
	err = tx.Where("item_id IN ?", itemIDs).Find(&texts).Error
	return texts, err
}

func findText(tx *gorm.DB, itemID string) (t Text, err error) {
	err = tx.Where("item_id = ?", itemID).Take(&t).Error
	return t, database.Missing(tx, err, itemType, itemID)
}

// updateText writes a text if nobody else did since; false when somebody did.
func updateText(tx *gorm.DB, t *Text) (bool, error) {
	res := tx.Model(&Text{}).Where("item_id = ? AND version = ?", t.ItemID, t.Version-1).Select("*").Updates(t)
	return res.RowsAffected == 1, res.Error
}

// beginsSitting notes that somebody writes or reads, and tells whether a sitting
// begins: one that was there lately goes on.
func beginsSitting(tx *gorm.DB, s Sitting) (bool, error) {
	res := tx.Model(&Sitting{}).Where("object_id = ? AND user_id = ? AND what = ? AND last_at > ?", s.ObjectID, s.UserID, s.What, s.LastAt.Add(-sitting)).
		UpdateColumn("last_at", s.LastAt)
	if res.Error != nil || res.RowsAffected == 1 {
		return false, res.Error
	}
	err := tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "object_id"}, {Name: "user_id"}, {Name: "what"}},
		DoUpdates: clause.AssignmentColumns([]string{"last_at"})}).Create(&s).Error
	return true, err
}

// sitsStill tells whether a sitting goes on, without noting anything.
func sitsStill(tx *gorm.DB, objectID, userID, what string, now time.Time) (bool, error) {
	var n int64
	err := tx.Model(&Sitting{}).Where("object_id = ? AND user_id = ? AND what = ? AND last_at > ?", objectID, userID, what, now.Add(-sitting)).Count(&n).Error
	return n > 0, err
}

func outcomesOf(tx *gorm.DB, meetingID string) (outcomes []Outcome, err error) {
	err = tx.Where("meeting_id = ?", meetingID).Order("id").Limit(maxOutcomes).Find(&outcomes).Error
	return outcomes, err
}

func findOutcome(tx *gorm.DB, itemID, outcomeID string) (o Outcome, err error) {
	err = tx.Where("id = ? AND item_id = ?", outcomeID, itemID).Take(&o).Error
	return o, database.Missing(tx, err, outcomeType, outcomeID)
}

func insertOutcome(tx *gorm.DB, o *Outcome) error { return tx.Create(o).Error }

func updateOutcome(tx *gorm.DB, o *Outcome) error {
	res := tx.Model(&Outcome{}).Where("id = ? AND version = ?", o.ID, o.Version-1).Select("*").Updates(o)
	return database.OneRow(res.Error, res.RowsAffected)
}

func removeOutcome(tx *gorm.DB, o Outcome) error {
	res := tx.Where("id = ? AND version = ?", o.ID, o.Version).Delete(&Outcome{})
	return database.OneRow(res.Error, res.RowsAffected)
}

// openTasks are tasks that are not done, of meetings of these kinds that have been
// held before a day, those due first first. Tasks without a day come last.
func openTasks(tx *gorm.DB, kinds []Kind, before day.Day, limit int) (tasks []OpenTask, err error) {
	err = tx.Table("council_outcomes o").
		Select("o.*, i.title AS item_title, i.is_secret, m.kind AS meeting_kind, m.held_on").
		Joins("JOIN council_agenda_items i ON i.id = o.item_id").
		Joins("JOIN council_meetings m ON m.id = o.meeting_id").
		Where("o.kind = ? AND o.done_on = '' AND m.kind IN ? AND m.state IN ? AND m.held_on <= ?", Task, kinds, []State{Held, InAdjustment, Adjusted}, before).
		Order("CASE WHEN o.due_on = '' THEN 1 ELSE 0 END, o.due_on, o.id").Limit(limit).Find(&tasks).Error
	return tasks, err
}

func attendanceOf(tx *gorm.DB, meetingID string) (rows []Attendance, err error) {
	err = tx.Where("meeting_id = ?", meetingID).Find(&rows).Error
	return rows, err
}

func findAttendance(tx *gorm.DB, meetingID, seatID string) (a Attendance, found bool, err error) {
	err = tx.Where("meeting_id = ? AND seat_id = ?", meetingID, seatID).Take(&a).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Attendance{MeetingID: meetingID, SeatID: seatID, State: Unknown}, false, nil
	}
	return a, true, err
}

func saveAttendance(tx *gorm.DB, a *Attendance, found bool) error {
	if !found {
		return tx.Create(a).Error
	}
	res := tx.Model(&Attendance{}).Where("meeting_id = ? AND seat_id = ? AND version = ?", a.MeetingID, a.SeatID, a.Version-1).Select("*").Updates(a)
	return database.OneRow(res.Error, res.RowsAffected)
}

func adjustersOf(tx *gorm.DB, meetingID string) (rows []Adjuster, err error) {
	err = tx.Where("meeting_id = ?", meetingID).Order("seat_id").Find(&rows).Error
	return rows, err
}

// setAdjusters replaces those who adjust the minutes.
func setAdjusters(tx *gorm.DB, meetingID string, rows []Adjuster) error {
	if err := tx.Where("meeting_id = ?", meetingID).Delete(&Adjuster{}).Error; err != nil {
		return err
	}
	return tx.Create(&rows).Error
}

func approve(tx *gorm.DB, meetingID, userID string, now time.Time) error {
	return tx.Model(&Adjuster{}).Where("meeting_id = ? AND user_id = ? AND approved_at IS NULL", meetingID, userID).
		UpdateColumn("approved_at", now).Error
}

// takeBackApprovals leaves all who adjust to approve anew.
func takeBackApprovals(tx *gorm.DB, meetingID string) error {
	return tx.Model(&Adjuster{}).Where("meeting_id = ?", meetingID).UpdateColumn("approved_at", nil).Error
}
