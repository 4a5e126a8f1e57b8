package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Backup writes a whole and checked copy of the database to a new file, while
// it is in use. It only reads, and has no limit but its context's.
//
// Errors: a file that is already there; on PostgreSQL a sentence that names
// pg_dump.
func (db *DB) Backup(ctx context.Context, file string) (err error) {
	if db.dialect == Postgres {
		return errors.New("database: back up PostgreSQL with its own pg_dump (see deploy/), not with this command")
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("database: %s is already there; name a file that is not", file)
	}
	// A half-written copy must never carry the name of a backup.
	part := file + ".part"
	f, err := os.OpenFile(part, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	defer os.Remove(part)
	defer f.Close()
	if err := db.vacuumInto(ctx, part); err != nil {
		return fmt.Errorf("database: backup: %w", err)
	}
	if err := checkCopy(ctx, part); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("database: backup: %w", err)
	}
	if err := os.Rename(part, file); err != nil {
		return fmt.Errorf("database: backup: %w", err)
	}
	return syncFolder(filepath.Dir(file))
}

// vacuumInto has a connection of its own: it would hold up the readers'.
func (db *DB) vacuumInto(ctx context.Context, file string) error {
	pool, err := sql.Open("sqlite", sqliteDSN(db.address))
	if err != nil {
		return err
	}
	defer pool.Close()
	_, err = pool.ExecContext(ctx, "VACUUM INTO ?", file)
	return err
}

func checkCopy(ctx context.Context, file string) error {
	pool, err := sql.Open("sqlite", file)
	if err != nil {
		return fmt.Errorf("database: backup: %w", err)
	}
	defer pool.Close()
	var verdict string
	if err := pool.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&verdict); err != nil {
		return fmt.Errorf("database: backup: %w", err)
	}
	if verdict != "ok" {
		return fmt.Errorf("database: the backup does not pass SQLite's check: %s", verdict)
	}
	return nil
}

// syncFolder makes the new name survive a power cut. Some systems cannot sync
// a folder, which is no reason to call the backup failed.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return fmt.Errorf("database: backup: %w", err)
	}
	defer f.Close()
	_ = f.Sync()
	return nil
}
