package traces

import (
	"gorm.io/gorm"

	"envagin/api/platform/audit"
)

// search gives a page of what the filter finds, newest first.
func search(tx *gorm.DB, f Filter) (events []audit.Event, total int, err error) {
	q := tx.Model(&audit.Event{})
	for column, value := range map[string]string{"user_id": f.UserID, "role": f.Role, "action": f.Action, "object_type": f.ObjectType,
		"object_id": f.ObjectID, "about_type": f.AboutType, "about_id": f.AboutID, "request_id": f.RequestID} {
		if value != "" {
			q = q.Where(column+" = ?", value)
		}
	}
	if f.From != "" {
		q = q.Where("at >= ?", f.From.Begins())
	}
	if f.To != "" {
		q = q.Where("at < ?", f.To.AddDays(1).Begins())
	}
	if f.Restricted != "" {
		q = q.Where("restricted = ?", f.Restricted == "true")
	}
	return pageOf(q, f.Offset, f.Limit)
}

// ofThing gives a page of the traces in a thing's history.
func ofThing(tx *gorm.DB, objectType, objectID string, offset, limit int) ([]audit.Event, int, error) {
	q := tx.Model(&audit.Event{}).Where("about_type = ? AND about_id = ? AND restricted = ?", objectType, objectID, false)
	return pageOf(q, offset, limit)
}

func pageOf(q *gorm.DB, offset, limit int) (events []audit.Event, total int, err error) {
	var n int64
	if err := q.Session(&gorm.Session{}).Count(&n).Error; err != nil || n == 0 {
		return nil, 0, err
	}
	err = q.Session(&gorm.Session{}).Order("at DESC, id DESC").Offset(offset).Limit(limit).Find(&events).Error
	return events, int(n), err
}

func find(tx *gorm.DB, eventID string) (e audit.Event, err error) {
	err = tx.Where("id = ?", eventID).Take(&e).Error
	return e, err
}
