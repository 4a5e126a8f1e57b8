//go:build unix

package pgtest

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"envagin/api/migrations"
	"envagin/api/platform/database"
)

// NewDatabase is the address of a fresh database with today's schema and
// nothing in it, for this test alone; it is removed when the test ends.
// Without PostgreSQL its tests are skipped, but fail where CI=true.
func NewDatabase(t testing.TB, dialect string) string {
	t.Helper()
	if dialect == database.SQLite {
		template, err := sqliteTemplate()
		if err != nil {
			t.Fatal(err)
		}
		return newSQLite(t, template)
	}
	return newPostgres(t, func(ctx context.Context, server string) (string, error) {
		return postgresTemplate(ctx, server)
	})
}

// NewEmptyDatabase is NewDatabase without a schema, for tests of migrations.
func NewEmptyDatabase(t testing.TB, dialect string) string {
	t.Helper()
	if dialect == database.SQLite {
		return filepath.Join(t.TempDir(), "envagin.db")
	}
	return newPostgres(t, func(context.Context, string) (string, error) { return "template0", nil })
}

func newSQLite(t testing.TB, template []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "envagin.db")
	if err := os.WriteFile(file, template, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func newPostgres(t testing.TB, template func(context.Context, string) (string, error)) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	server, err := Postgres(ctx)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	from, err := template(ctx, server)
	if err != nil {
		t.Fatal(err)
	}
	name := "envagin_test_" + random()
	if err := admin(ctx, server, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s", name, from)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := admin(context.Background(), server, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	return named(server, name)
}

// sqliteTemplate is a migrated file's bytes, made once and kept in memory so
// that nothing is left on disk.
var sqliteTemplate = sync.OnceValues(func() ([]byte, error) {
	return sqliteBytes(nil, migrate)
})

// sqliteBytes are a database file's, begun as a copy of another and filled.
func sqliteBytes(begun []byte, fill func(ctx context.Context, file string) error) ([]byte, error) {
	folder, err := os.MkdirTemp("", "envagin-template-")
	if err != nil {
		return nil, fmt.Errorf("pgtest: %w", err)
	}
	defer os.RemoveAll(folder)
	ctx := context.Background()
	file, whole := filepath.Join(folder, "made.db"), filepath.Join(folder, "template.db")
	if begun != nil {
		if err := os.WriteFile(file, begun, 0o600); err != nil {
			return nil, fmt.Errorf("pgtest: %w", err)
		}
	}
	if err := fill(ctx, file); err != nil {
		return nil, err
	}
	db, err := database.Open(ctx, file, database.Options{})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	if err := db.Backup(ctx, whole); err != nil {
		return nil, err
	}
	return os.ReadFile(whole)
}

func migrate(ctx context.Context, address string) error {
	db, err := database.Open(ctx, address, database.Options{})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Migrate(ctx)
}

var made struct {
	sync.Mutex
	name string
}

// postgresTemplate makes the migrated database that tests copy, once for all
// processes that have the same migrations.
func postgresTemplate(ctx context.Context, server string) (_ string, err error) {
	made.Lock()
	defer made.Unlock()
	if made.name != "" {
		return made.name, nil
	}
	hash, err := migrationsHash()
	if err != nil {
		return "", err
	}
	name := "envagin_template_" + hash
	pool, err := sql.Open("pgx", server)
	if err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	defer pool.Close()
	conn, err := pool.Conn(ctx) // the lock belongs to the connection
	if err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(727071)"); err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock(727071)")
	var there int
	if err := conn.QueryRowContext(ctx, "SELECT count(*) FROM pg_database WHERE datname = $1", name).Scan(&there); err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	if there == 0 {
		if err := makeTemplate(ctx, conn, server, name); err != nil {
			return "", err
		}
	}
	made.name = name
	return name, nil
}

// makeTemplate gives the name only to a database that is wholly migrated.
func makeTemplate(ctx context.Context, conn *sql.Conn, server, name string) error {
	raw := name + "_raw"
	for _, statement := range []string{"DROP DATABASE IF EXISTS " + raw + " WITH (FORCE)", "CREATE DATABASE " + raw + " TEMPLATE template0"} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("pgtest: %w", err)
		}
	}
	if err := migrate(ctx, named(server, raw)); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "ALTER DATABASE "+raw+" RENAME TO "+name); err != nil {
		return fmt.Errorf("pgtest: %w", err)
	}
	return nil
}

func migrationsHash() (string, error) {
	sum := sha256.New()
	names, err := fs.Glob(migrations.FS, "*.sql")
	if err != nil {
		return "", fmt.Errorf("pgtest: %w", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(migrations.FS, name)
		if err != nil {
			return "", fmt.Errorf("pgtest: %w", err)
		}
		fmt.Fprintf(sum, "%s %d\n%s", name, len(text), text)
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}

func admin(ctx context.Context, server, statement string) error {
	pool, err := sql.Open("pgx", server)
	if err != nil {
		return fmt.Errorf("pgtest: %w", err)
	}
	defer pool.Close()
	if _, err := pool.ExecContext(ctx, statement); err != nil {
		return fmt.Errorf("pgtest: %s: %w", statement, err)
	}
	return nil
}

func named(server, name string) string {
	u, err := url.Parse(server)
	if err != nil {
		return server
	}
	u.Path = "/" + name
	return u.String()
}

func random() string {
	b := make([]byte, 6)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}
