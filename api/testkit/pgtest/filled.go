//go:build unix

package pgtest

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"sync"
	"testing"

	"envagin/api/platform/database"
)

// Filled is something that many tests begin with. It is filled once a process and
// database, and each test gets a copy: that is many times faster than filling anew.
type Filled struct {
	// Fill puts it into the migrated database at this address, and leaves no connection open.
	Fill func(ctx context.Context, address string) error

	sqlite struct {
		sync.Once
		file []byte
		err  error
	}
	postgres struct {
		sync.Once
		name string
		err  error
	}
}

// NewDatabase is the address of a copy, for this test alone; it is removed when the test ends.
// Without PostgreSQL its tests are skipped, but fail where CI=true.
func (f *Filled) NewDatabase(t testing.TB, dialect string) string {
	t.Helper()
	if dialect == database.SQLite {
		f.sqlite.Do(func() {
			var migrated []byte
			if migrated, f.sqlite.err = sqliteTemplate(); f.sqlite.err == nil {
				f.sqlite.file, f.sqlite.err = sqliteBytes(migrated, f.Fill)
			}
		})
		if f.sqlite.err != nil {
			t.Fatal(f.sqlite.err)
		}
		return newSQLite(t, f.sqlite.file)
	}
	return newPostgres(t, func(ctx context.Context, server string) (string, error) {
		f.postgres.Do(func() { f.postgres.name, f.postgres.err = fillPostgres(ctx, server, f.Fill) })
		return f.postgres.name, f.postgres.err
	})
}

// fillPostgres makes a database for this process to copy. A process cannot say when its last test is done, so it
// holds a lock with the database's name as long as it lives, and the next process drops those that nobody holds.
func fillPostgres(ctx context.Context, server string, fill func(context.Context, string) error) (string, error) {
	template, err := postgresTemplate(ctx, server)
	if err != nil {
		return "", err
	}
	pool, err := sql.Open("pgx", server)
	if err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	conn, err := pool.Conn(ctx) // the locks belong to the connection, which stays open with the process
	if err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	if err := dropLeft(ctx, conn); err != nil {
		return "", err
	}
	name := fmt.Sprintf("envagin_filled_%d_%s", os.Getpid(), random())
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(hashtext($1))", name); err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	if _, err := conn.ExecContext(ctx, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s", name, template)); err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	return name, fill(ctx, named(server, name))
}

func dropLeft(ctx context.Context, conn *sql.Conn) error {
	rows, err := conn.QueryContext(ctx,
		"SELECT datname FROM pg_database WHERE datname LIKE 'envagin\\_filled\\_%' AND pg_try_advisory_lock(hashtext(datname)) LIMIT 100")
	if err != nil {
		return fmt.Errorf("pgtest: %w", err)
	}
	defer rows.Close()
	var left []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return fmt.Errorf("pgtest: %w", err)
		}
		left = append(left, name)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("pgtest: %w", err)
	}
	for _, name := range left {
		if _, err := conn.ExecContext(ctx, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)"); err != nil {
			return fmt.Errorf("pgtest: %w", err)
		}
	}
	return nil
}
