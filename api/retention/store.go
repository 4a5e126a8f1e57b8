package retention

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/problem"
)

// settings gives what was decided, by rule. There are as many as rules.
func settings(tx *gorm.DB) (map[string]Setting, error) {
	var found []Setting
	if err := tx.Find(&found).Error; err != nil {
		return nil, err
	}
	byRule := make(map[string]Setting, len(found))
	for _, s := range found {
		byRule[s.Rule] = s
	}
	return byRule, nil
}

// save writes a decision that follows on the version before it.
func save(tx *gorm.DB, s Setting) error {
	if s.Version == 1 {
		return tx.Create(&s).Error
	}
	res := tx.Model(&Setting{}).Where("rule = ? AND version = ?", s.Rule, s.Version-1).Select("*").Updates(&s)
	return database.OneRow(res.Error, res.RowsAffected)
}

func insertRecord(tx *gorm.DB, r Record) error { return tx.Create(&r).Error }

func listRecords(tx *gorm.DB, offset, limit int) (records []Record, total int, err error) {
	var n int64
	if err := tx.Model(&Record{}).Count(&n).Error; err != nil {
		return nil, 0, err
	}
	err = tx.Order("at DESC, id DESC").Offset(offset).Limit(limit).Find(&records).Error
	return records, int(n), err
}

func findRecord(tx *gorm.DB, recordID string) (r Record, err error) {
	err = tx.Where("id = ?", recordID).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = problem.NotFound(recordType)
	}
	return r, err
}

// takeNight gives the night before a day to the first who asks for it.
func takeNight(tx *gorm.DB, today day.Day) (bool, error) {
	res := tx.Exec("UPDATE retention_nights SET last_day = ? WHERE id = 1 AND last_day < ?", today, today)
	return res.RowsAffected == 1, res.Error
}
