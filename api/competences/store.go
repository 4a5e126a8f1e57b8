package competences

import (
	"errors"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

func insert(tx *gorm.DB, e *Entry) error { return clear(tx.Create(e).Error) }

func update(tx *gorm.DB, e *Entry) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Entry{}).Where("id = ? AND version = ?", e.ID, e.Version-1).Select("*").Updates(e)
	return database.OneRow(clear(res.Error), res.RowsAffected)
}

func remove(tx *gorm.DB, e Entry) error {
	res := tx.Where("id = ? AND version = ?", e.ID, e.Version).Delete(&Entry{})
	return database.OneRow(res.Error, res.RowsAffected)
}

// clear turns what the database refused into words.
func clear(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.Conflict("duplicate", "The register has an entry with this key already.",
			problem.Field{Name: "key", Code: "duplicate", Detail: "Another entry has this key."})
	}
	return err
}

func find(tx *gorm.DB, entryID string) (Entry, error) {
	var e Entry
	err := tx.Where("id = ?", entryID).Take(&e).Error
	return e, database.Missing(tx, err, objectType, entryID)
}

func byKey(tx *gorm.DB, key string) (found []Entry, err error) {
	err = tx.Where("key = ?", key).Limit(1).Find(&found).Error
	return found, err
}

func list(tx *gorm.DB, f Filter) ([]Entry, int, error) {
	q := tx.Model(&Entry{})
	if f.Kind != "" {
		q = q.Where("kind = ?", f.Kind)
	}
	if f.Body != "" {
		q = q.Where("body_id = ?", f.Body)
	}
	if f.Key != "" {
		q = q.Where("key = ?", f.Key)
	}
	if f.Area != "" {
		q = q.Where("id IN (SELECT competence_id FROM competence_areas WHERE area_id = ?)", f.Area)
	}
	if f.Group != "" {
		q = q.Where("id IN (SELECT competence_id FROM competence_groups WHERE group_id = ?)", f.Group)
	}
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	entries := []Entry{}
	err := q.Order("sort_key, id").Offset(f.Offset).Limit(f.Limit).Find(&entries).Error
	return entries, int(total), err
}

// link makes the search tables say what the row says.
func link(tx *gorm.DB, e Entry) error {
	for _, set := range []struct {
		table, column string
		values        []string
	}{
		{"competence_areas", "area_id", e.AreaIDs},
		{"competence_groups", "group_id", e.GroupIDs},
	} {
		if err := tx.Exec("DELETE FROM "+set.table+" WHERE competence_id = ?", e.ID).Error; err != nil {
			return err
		}
		if len(set.values) == 0 {
			continue
		}
		rows := make([]map[string]any, len(set.values))
		for i, value := range set.values {
			rows[i] = map[string]any{"competence_id": e.ID, set.column: value}
		}
		if err := tx.Table(set.table).Create(rows).Error; err != nil {
			return err
		}
	}
	return nil
}
