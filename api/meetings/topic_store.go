package meetings

import (
	"gorm.io/gorm"

	"envagin/api/platform/database"
)

func findTopic(tx *gorm.DB, topicID string) (t Topic, err error) {
	err = tx.Where("id = ?", topicID).Take(&t).Error
	return t, database.Missing(tx, err, topicType, topicID)
}

func listTopics(tx *gorm.DB, f TopicFilter) (topics []Topic, total int, err error) {
	q := tx.Model(&Topic{})
	if f.State != "" {
		q = q.Where("state = ?", f.State)
	}
	if f.Meeting != "" {
		q = q.Where("meeting_id = ?", f.Meeting)
	}
	var n int64
	if err := q.Session(&gorm.Session{}).Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = q.Order("created_at DESC, id DESC").Offset(f.Offset).Limit(f.Limit).Find(&topics).Error
	return topics, int(n), err
}

func insertTopic(tx *gorm.DB, t *Topic) error { return tx.Create(t).Error }

func updateTopic(tx *gorm.DB, t *Topic) error {
	res := tx.Model(&Topic{}).Where("id = ? AND version = ?", t.ID, t.Version-1).Select("*").Updates(t)
	return database.OneRow(res.Error, res.RowsAffected)
}

func removeTopic(tx *gorm.DB, t Topic) error {
	res := tx.Where("id = ? AND version = ?", t.ID, t.Version).Delete(&Topic{})
	return database.OneRow(res.Error, res.RowsAffected)
}

// maxProposed bounds how many topics a new agenda is offered.
const maxProposed = 50

// proposedTopics are those that wait, for this meeting or for none; the oldest first.
func proposedTopics(tx *gorm.DB, meetingID string) (topics []Topic, err error) {
	err = tx.Where("state = ? AND (meeting_id = ? OR meeting_id IS NULL)", TopicProposed, meetingID).
		Order("created_at, id").Limit(maxProposed).Find(&topics).Error
	return topics, err
}
