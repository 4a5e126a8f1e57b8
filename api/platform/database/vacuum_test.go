package database_test

import (
	"bytes"
	"os"
	"testing"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/testkit/pgtest"
)

func TestVacuumLeavesNothingOfRemovedRows(t *testing.T) {
	file := pgtest.NewEmptyDatabase(t, database.SQLite)
	db := openAt(t, file, database.Options{Migrations: withFiles(t, nil)})
	must(t, db.Migrate(background))
	said := []byte("this was said in confidence")
	must(t, db.Tx(background, func(tx *gorm.DB) error {
		if err := tx.Exec("CREATE TABLE shelves (id TEXT PRIMARY KEY, name TEXT NOT NULL)").Error; err != nil {
			return err
		}
		return tx.Exec("INSERT INTO shelves (id, name) VALUES ('1', ?), ('2', 'kept')", string(said)).Error
	}))
	must(t, db.Tx(background, func(tx *gorm.DB) error { return tx.Exec("DELETE FROM shelves WHERE id = '1'").Error }))
	if !bytes.Contains(read(t, file+"-wal"), said) {
		t.Fatal("the log holds nothing to get rid of; this test shows nothing")
	}

	must(t, db.Vacuum(background))

	for _, name := range []string{file, file + "-wal"} {
		if bytes.Contains(read(t, name), said) {
			t.Errorf("%s still says it", name)
		}
	}
	if n := len(read(t, file+"-wal")); n != 0 {
		t.Errorf("the log holds %d bytes", n)
	}
	must(t, db.Read(background, func(tx *gorm.DB) error {
		var name string
		if err := tx.Raw("SELECT name FROM shelves").Scan(&name).Error; err != nil || name != "kept" {
			t.Errorf("what was kept is %q, %v", name, err)
		}
		return nil
	}))
}

func TestVacuumIsNoPartOfATransaction(t *testing.T) {
	db := open(t, database.SQLite, database.Options{})

	err := db.Tx(background, func(tx *gorm.DB) error { return db.Vacuum(tx.Statement.Context) })

	if err == nil {
		t.Error("it was let in, where it would wait for itself")
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	content, err := os.ReadFile(file)
	must(t, err)
	return content
}
