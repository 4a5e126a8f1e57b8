package database_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gorm.io/gorm"

	"envagin/api/platform/database"
)

const holdEnv = "ENVAGIN_TEST_HOLD"

// TestHold is the other process of the test below.
func TestHold(t *testing.T) {
	file := os.Getenv(holdEnv)
	if file == "" {
		t.Skip("only as a process of its own")
	}
	openAt(t, file, database.Options{})
	fmt.Println("open")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
}

func TestOpenSQLite(t *testing.T) {
	t.Run("refuses_a_second_writing_process_until_the_first_is_killed", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "new folder", "env?å %41#.db")
		holder := exec.Command(os.Args[0], "-test.run=^TestHold$")
		holder.Env = append(os.Environ(), holdEnv+"="+file)
		stdin, err := holder.StdinPipe()
		must(t, err)
		defer stdin.Close()
		stdout, err := holder.StdoutPipe()
		must(t, err)
		must(t, holder.Start())
		if line, err := bufio.NewReader(stdout).ReadString('\n'); err != nil || line != "open\n" {
			t.Fatalf("%q, %v", line, err)
		}

		_, err = database.Open(background, file, database.Options{})
		wantErr(t, err, database.ErrInUse)
		if !strings.Contains(err.Error(), fmt.Sprintf("process %d;", holder.Process.Pid)) {
			t.Fatalf("the sentence names no process: %v", err)
		}
		reader := openAt(t, file, database.Options{ReadOnly: true})
		must(t, reader.Ping(background))

		must(t, holder.Process.Kill())
		_ = holder.Wait()
		openAt(t, file, database.Options{})
	})

	t.Run("refuses_to_write_when_opened_for_reading", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "envagin.db")
		db := openAt(t, file, database.Options{})
		must(t, db.Migrate(background))
		reader := openAt(t, file, database.Options{ReadOnly: true})

		wantErr(t, reader.Tx(background, func(*gorm.DB) error { return nil }), database.ErrReadOnly)
		wantErr(t, reader.Migrate(background), database.ErrReadOnly)
		must(t, reader.SchemaCurrent(background))
	})

	t.Run("says_what_is_wrong_with_an_address", func(t *testing.T) {
		for _, url := range []string{"", "mysql://x", ":memory:", "file:x.db"} {
			if _, err := database.Open(background, url, database.Options{}); err == nil {
				t.Errorf("%q was opened", url)
			}
		}
		_, err := database.Open(background, filepath.Join(t.TempDir(), "none.db"), database.Options{ReadOnly: true})
		if err == nil || !strings.Contains(err.Error(), "there is no database") {
			t.Errorf("%v", err)
		}
	})

	t.Run("keeps_the_file_from_other_users", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "envagin.db")
		db := openAt(t, file, database.Options{})
		must(t, db.Migrate(background))

		for _, name := range []string{file, file + "-wal", file + ".lock"} {
			info, err := os.Stat(name)
			must(t, err)
			if mode := info.Mode().Perm(); mode != 0o600 {
				t.Errorf("%s has mode %o", name, mode)
			}
		}
	})
}

func TestBackup(t *testing.T) {
	t.Run("is_a_whole_database_also_when_another_process_serves_it", func(t *testing.T) {
		db := open(t, database.SQLite, database.Options{})
		must(t, db.Tx(background, func(tx *gorm.DB) error { return addShelf(tx, "a") }))
		source := fileOf(t, db)
		reader := openAt(t, source, database.Options{ReadOnly: true, Migrations: withFiles(t, nil)})

		for i, from := range []*database.DB{db, reader} {
			file := filepath.Join(t.TempDir(), fmt.Sprintf("backup%d.db", i))
			must(t, from.Backup(background, file))

			if n := shelves(t, openAt(t, file, database.Options{})); n != 1 {
				t.Fatalf("%d rows", n)
			}
		}
	})

	t.Run("never_writes_over_a_file", func(t *testing.T) {
		db := open(t, database.SQLite, database.Options{})
		file := filepath.Join(t.TempDir(), "there.db")
		must(t, os.WriteFile(file, []byte("mine"), 0o600))

		err := db.Backup(background, file)

		if text, _ := os.ReadFile(file); err == nil || string(text) != "mine" {
			t.Fatalf("%v, %q", err, text)
		}
	})

	t.Run("names_pg_dump_on_PostgreSQL", func(t *testing.T) {
		db := open(t, database.Postgres, database.Options{})

		err := db.Backup(background, filepath.Join(t.TempDir(), "x"))

		if err == nil || !strings.Contains(err.Error(), "pg_dump") {
			t.Fatalf("%v", err)
		}
	})
}

func fileOf(t *testing.T, db *database.DB) string {
	t.Helper()
	var file string
	must(t, db.Read(background, func(tx *gorm.DB) error {
		return tx.Raw("SELECT file FROM pragma_database_list WHERE name = 'main'").Scan(&file).Error
	}))
	return file
}
