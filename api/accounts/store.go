package accounts

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"envagin/api/platform/auth"
	"envagin/api/platform/collate"
	"envagin/api/platform/database"
	"envagin/api/platform/problem"
)

func insert(tx *gorm.DB, a *Account) error {
	if err := clear(tx.Create(a).Error); err != nil {
		return err
	}
	return insertRoles(tx, a.Roles)
}

func insertRoles(tx *gorm.DB, roles []Role) error {
	if len(roles) == 0 {
		return nil
	}
	return tx.Create(&roles).Error
}

func update(tx *gorm.DB, a *Account) error {
	// The version in the condition decides between two writers who read the same.
	res := tx.Model(&Account{}).Where("id = ? AND version = ?", a.ID, a.Version-1).Select("*").Updates(a)
	if err := database.OneRow(clear(res.Error), res.RowsAffected); err != nil {
		return err
	}
	if err := tx.Where("user_id = ?", a.ID).Delete(&Role{}).Error; err != nil {
		return err
	}
	return insertRoles(tx, a.Roles)
}

func updateHash(tx *gorm.DB, userID, hash string) error {
	return tx.Model(&Account{}).Where("id = ?", userID).Update("password_hash", hash).Error
}

// clear turns what the database refused into words.
func clear(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.Conflict("duplicate", "There is already an account with this mail address.",
			problem.Field{Name: "email", Code: "duplicate", Detail: "Another account has this mail address."})
	}
	return err
}

func find(tx *gorm.DB, userID string) (Account, error) {
	var a Account
	err := tx.Where("id = ?", userID).Take(&a).Error
	if err != nil {
		return a, database.Missing(tx, err, objectType, userID)
	}
	return a, withRoles(tx, &a)
}

// findByEmail gives the account of an address, or an empty one.
func findByEmail(tx *gorm.DB, email string) (Account, error) {
	var found []Account
	err := tx.Where("email_key = ?", collate.Fold(email)).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return Account{}, err
	}
	return found[0], withRoles(tx, &found[0])
}

// withRoles reads the roles of accounts in one query.
func withRoles(tx *gorm.DB, accounts ...*Account) error {
	byID := make(map[string]*Account, len(accounts))
	ids := make([]string, len(accounts))
	for i, a := range accounts {
		byID[a.ID], ids[i] = a, a.ID
	}
	var roles []Role
	if err := tx.Where("user_id IN ?", ids).Order("user_id, position").Find(&roles).Error; err != nil {
		return err
	}
	for _, r := range roles {
		byID[r.UserID].Roles = append(byID[r.UserID].Roles, r)
	}
	return nil
}

func list(tx *gorm.DB, f Filter) ([]Account, int, error) {
	q := tx.Model(&Account{})
	if f.Role != "" || f.Body != "" {
		holders := tx.Model(&Role{}).Select("user_id")
		if f.Role != "" {
			holders = holders.Where("role = ?", f.Role)
		}
		if f.Body != "" {
			holders = holders.Where("body_id = ?", f.Body)
		}
		q = q.Where("id IN (?)", holders)
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
	accounts := []Account{}
	if err := q.Order(order).Offset(f.Offset).Limit(f.Limit).Find(&accounts).Error; err != nil {
		return nil, 0, err
	}
	return accounts, int(total), withRoles(tx, pointers(accounts)...)
}

// findAll gives the accounts with these ids, as many as there are.
func findAll(tx *gorm.DB, userIDs []string) ([]Account, error) {
	var accounts []Account
	if len(userIDs) == 0 {
		return accounts, nil
	}
	if err := tx.Where("id IN ?", userIDs).Find(&accounts).Error; err != nil {
		return nil, err
	}
	return accounts, withRoles(tx, pointers(accounts)...)
}

// maxContacts bounds how many one body's contacts may be.
const maxContacts = 200

// holdersOf are the open accounts with one of these roles for a body.
func holdersOf(tx *gorm.DB, bodyID string, roles []auth.RoleName) ([]Account, error) {
	accounts := []Account{}
	holders := tx.Model(&Role{}).Select("user_id").Where("body_id = ? AND role IN ?", bodyID, roles)
	err := tx.Where("active = ? AND id IN (?)", true, holders).Order("sort_key, id").Limit(maxContacts).Find(&accounts).Error
	if err != nil {
		return nil, err
	}
	return accounts, withRoles(tx, pointers(accounts)...)
}

func pointers(accounts []Account) []*Account {
	out := make([]*Account, len(accounts))
	for i := range accounts {
		out[i] = &accounts[i]
	}
	return out
}

// lockAdmins gives the administrators as they are once nobody else is changing
// their roles. (SQLite has one writer and needs no lock.)
func lockAdmins(tx *gorm.DB) ([]Account, error) {
	var roles []Role
	err := tx.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Where("role = ?", auth.Admin).Order("user_id, position").Find(&roles).Error
	if err != nil {
		return nil, err
	}
	accounts := []Account{}
	holders := tx.Model(&Role{}).Select("user_id").Where("role = ?", auth.Admin)
	if err := tx.Where("active = ? AND id IN (?)", true, holders).Find(&accounts).Error; err != nil {
		return nil, err
	}
	return accounts, withRoles(tx, pointers(accounts)...)
}

// emailKeys are the addresses of all accounts, as they are compared.
func emailKeys(tx *gorm.DB) (keys []string, err error) {
	err = tx.Model(&Account{}).Order("email_key").Limit(100).Pluck("email_key", &keys).Error
	return keys, err
}
