package database

import (
	"context"
	"errors"
	"fmt"
)

// Vacuum builds an SQLite file anew, table by table in the order of their keys, and
// empties its write-ahead log: nothing is left of rows that were removed, nor of the
// order in which rows came. Writers wait meanwhile. On PostgreSQL, where a table
// rewritten in a transaction has the same effect, it does nothing.
//
// Errors: ErrUnavailable when readers hold on to the log; what was done stays done.
func (db *DB) Vacuum(ctx context.Context) error {
	if db.dialect == Postgres {
		return nil
	}
	if db.writeSQL == nil {
		return fmt.Errorf("%w: %s was opened for reading", ErrReadOnly, db.address)
	}
	if db.current(ctx) != nil {
		return errors.New("database: Vacuum inside a transaction")
	}
	ctx, cancel := db.limited(ctx)
	defer cancel()
	if _, err := db.writeSQL.ExecContext(ctx, "VACUUM"); err != nil {
		return unavailable(ctx, fmt.Errorf("database: %w", err))
	}
	var busy, pages, moved int
	if err := db.writeSQL.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved); err != nil {
		return unavailable(ctx, fmt.Errorf("database: %w", err))
	}
	if busy != 0 {
		return fmt.Errorf("%w: readers hold on to SQLite's log", ErrUnavailable)
	}
	return nil
}
