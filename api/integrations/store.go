package integrations

import (
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

func insert(tx *gorm.DB, k *Client) error { return tx.Create(k).Error }

func update(tx *gorm.DB, k *Client) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Client{}).Where("id = ? AND version = ?", k.ID, k.Version-1).Select("*").Updates(k)
	return database.OneRow(res.Error, res.RowsAffected)
}

// remove deletes a client; its keys go with it.
func remove(tx *gorm.DB, k Client) error {
	res := tx.Where("id = ? AND version = ?", k.ID, k.Version).Delete(&Client{})
	return database.OneRow(res.Error, res.RowsAffected)
}

func find(tx *gorm.DB, clientID string) (Client, error) {
	var k Client
	err := tx.Where("id = ?", clientID).Take(&k).Error
	return k, database.Missing(tx, err, objectType, clientID)
}

// lock gives a client that nobody else changes, or makes keys for, until the
// transaction ends.
func lock(tx *gorm.DB, clientID string) (Client, error) {
	return find(tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}), clientID)
}

func list(tx *gorm.DB, f Filter) ([]Client, int, error) {
	q := tx.Model(&Client{})
	if f.Body != "" {
		q = q.Where("body_id = ?", f.Body)
	}
	if f.Active != "" {
		q = q.Where("active = ?", f.Active == "true")
	}
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	order := "sort_key, id"
	if f.Sort == "-name" {
		order = "sort_key DESC, id DESC"
	}
	clients := []Client{}
	err := q.Order(order).Offset(f.Offset).Limit(f.Limit).Find(&clients).Error
	return clients, int(total), err
}

// used tells whether any key of the client was ever used.
func used(tx *gorm.DB, clientID string) (bool, error) {
	var n int64
	err := tx.Model(&Key{}).Where("client_id = ? AND last_used_on <> ''", clientID).Count(&n).Error
	return n > 0, err
}

func insertKey(tx *gorm.DB, k *Key) error { return tx.Create(k).Error }

func listKeys(tx *gorm.DB, clientID string, offset, limit int) ([]Key, int, error) {
	q := tx.Model(&Key{}).Where("client_id = ?", clientID)
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	keys := []Key{}
	err := q.Order("created_at DESC, id DESC").Offset(offset).Limit(limit).Find(&keys).Error
	return keys, int(total), err
}

func findKey(tx *gorm.DB, clientID, keyID string) (Key, error) {
	var k Key
	err := tx.Where("id = ? AND client_id = ?", keyID, clientID).Take(&k).Error
	return k, database.Missing(tx, err, keyType, keyID)
}

func countLiving(tx *gorm.DB, clientID string, today day.Day) (n int64, err error) {
	err = tx.Model(&Key{}).Where("client_id = ? AND ended_at IS NULL AND expires_on >= ?", clientID, today).Count(&n).Error
	return n, err
}

func endKey(tx *gorm.DB, k Key, now time.Time) error {
	res := tx.Model(&Key{}).Where("id = ? AND version = ?", k.ID, k.Version).
		Updates(map[string]any{"ended_at": now, "updated_at": now, "version": k.Version + 1})
	return database.OneRow(res.Error, res.RowsAffected)
}

// ofHolder are the columns of both.
const ofHolder = "k.*, c.id AS client__id, c.name AS client__name, c.body_id AS client__body_id, c.scopes AS client__scopes, " +
	"c.email AS client__email, c.lang AS client__lang, c.active AS client__active"

// findHolder gives a key and its client in one query, by a column of the key; a
// zero holder when there is no such key.
func findHolder(tx *gorm.DB, column, value string) (holder, error) {
	var found []holder
	err := tx.Table("api_keys k").Select(ofHolder).Joins("JOIN api_clients c ON c.id = k.client_id").
		Where("k."+column+" = ?", value).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return holder{}, err
	}
	return found[0], nil
}

// usedOn notes the day; it tells whether nobody had.
func usedOn(tx *gorm.DB, keyID string, today day.Day) (bool, error) {
	res := tx.Model(&Key{}).Where("id = ? AND last_used_on < ?", keyID, today).Update("last_used_on", today)
	return res.RowsAffected > 0, res.Error
}

// reminder is a letter that was asked for.
type reminder struct {
	KeyID string
	Days  int
	At    time.Time
}

func (reminder) TableName() string { return "api_key_reminders" }

// ending are the living keys of open clients that end within so many days.
func ending(tx *gorm.DB, from, to day.Day, limit int) ([]Key, error) {
	var keys []Key
	open := tx.Model(&Client{}).Select("id").Where("active = ?", true)
	err := tx.Where("expires_on BETWEEN ? AND ? AND ended_at IS NULL AND client_id IN (?)", from, to, open).
		Order("expires_on, id").Limit(limit).Find(&keys).Error
	return keys, err
}

// remembered are the letters that were asked for already, for these keys.
func remembered(tx *gorm.DB, keyIDs []string) (map[reminder]bool, error) {
	var rows []reminder
	if err := tx.Select("key_id", "days").Where("key_id IN ?", keyIDs).Find(&rows).Error; err != nil {
		return nil, err
	}
	all := make(map[reminder]bool, len(rows))
	for _, r := range rows {
		all[reminder{KeyID: r.KeyID, Days: r.Days}] = true
	}
	return all, nil
}

// claim notes a letter and tells whether this replica was first.
func claim(tx *gorm.DB, r reminder) (bool, error) {
	res := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&r)
	return res.RowsAffected > 0, res.Error
}
