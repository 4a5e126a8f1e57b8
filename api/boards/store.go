package boards

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

func insert(tx *gorm.DB, b *Body) error { return clear(tx.Create(b).Error) }

func update(tx *gorm.DB, b *Body) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Body{}).Where("id = ? AND version = ?", b.ID, b.Version-1).Select("*").Updates(b)
	return database.OneRow(clear(res.Error), res.RowsAffected)
}

func remove(tx *gorm.DB, b Body) error {
	res := tx.Where("id = ? AND version = ?", b.ID, b.Version).Delete(&Body{})
	if errors.Is(res.Error, gorm.ErrForeignKeyViolated) {
		return problem.Conflict("inUse", "Something points at this body; give it a last day instead.")
	}
	return database.OneRow(res.Error, res.RowsAffected)
}

// clear turns what the database refused into words.
func clear(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.Conflict("duplicate", "There is already a body with this key.",
			problem.Field{Name: "key", Code: "duplicate", Detail: "Another body has this key."})
	}
	return err
}

// lockTrees makes other writers who move bodies wait for this transaction.
func lockTrees(tx *gorm.DB) error {
	return tx.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("id").Where("parent_id IS NULL").Order("id").Find(&[]Body{}).Error
}

func find(tx *gorm.DB, bodyID string) (Body, error) {
	var b Body
	err := tx.Where("id = ?", bodyID).Take(&b).Error
	return b, database.Missing(tx, err, objectType, bodyID)
}

func list(tx *gorm.DB, f Filter) ([]Body, int, error) {
	q := tx.Model(&Body{})
	if f.Kind != "" {
		q = q.Where("kind = ?", f.Kind)
	}
	if f.Parent != "" {
		q = q.Where("parent_id = ?", f.Parent)
	}
	if f.Key != "" {
		q = q.Where("key = ?", f.Key)
	}
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	order := "sort_key, id"
	if f.Sort == "-name" {
		order = "sort_key DESC, id DESC"
	}
	bodies := []Body{}
	err := q.Order(order).Offset(f.Offset).Limit(f.Limit).Find(&bodies).Error
	return bodies, int(total), err
}

// moveTree tells everything under a body that its root is another now.
func moveTree(tx *gorm.DB, bodyID, rootID string) error {
	return tx.Exec(`WITH RECURSIVE under(id) AS (
		SELECT id FROM bodies WHERE parent_id = ?
		UNION SELECT b.id FROM bodies b JOIN under u ON b.parent_id = u.id)
		UPDATE bodies SET root_id = ? WHERE id IN (SELECT id FROM under)`, bodyID, rootID).Error
}
