package plans

import (
	"gorm.io/gorm"

	"envagin/api/platform/database"
)

// findVersion leaves the package where it is: it is large, and asked for by itself.
func findVersion(tx *gorm.DB, planID, versionID string) (Version, error) {
	var v Version
	err := tx.Omit("package").Where("id = ? AND plan_id = ?", versionID, planID).Take(&v).Error
	return v, database.Missing(tx, err, versionType, versionID)
}

func listVersions(tx *gorm.DB, planID string, offset, limit int) ([]Version, int, error) {
	q := tx.Model(&Version{}).Where("plan_id = ?", planID)
	var total int64
	if err := q.Session(&gorm.Session{}).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	versions := []Version{}
	err := q.Omit("package").Order("number DESC").Offset(offset).Limit(limit).Find(&versions).Error
	return versions, int(total), err
}

// readPackage gives the package of a version, or of the newest when no id is given.
func readPackage(tx *gorm.DB, planID, versionID string) (frozen []byte, found bool, err error) {
	q := tx.Model(&Version{}).Where("plan_id = ?", planID)
	if versionID != "" {
		q = q.Where("id = ?", versionID)
	}
	var packages []string
	if err := q.Order("number DESC").Limit(1).Pluck("package", &packages).Error; err != nil || len(packages) == 0 {
		return nil, false, err
	}
	return []byte(packages[0]), true, nil
}

func nextNumber(tx *gorm.DB, planID string) (int, error) {
	var number int
	err := tx.Raw("SELECT COALESCE(MAX(number), 0) + 1 FROM plan_versions WHERE plan_id = ?", planID).Scan(&number).Error
	return number, err
}

// holdWriters makes other writers of these families wait at their last
// statement until this transaction is over, so that what it reads by several
// statements belongs together on PostgreSQL too.
func holdWriters(tx *gorm.DB, families ...string) error {
	return tx.Exec("UPDATE revisions SET value = value WHERE family IN ?", families).Error
}
