package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strings"
	"time"

	"gorm.io/gorm"

	"envagin/api/migrations"
)

// The names of the two databases, as DB.Dialect and tx.Dialector.Name() give them.
const (
	SQLite   = "sqlite"
	Postgres = "postgres"
)

// Options are what Open may be told; the zero value is right for serving.
type Options struct {
	// Pool is how many connections to PostgreSQL are kept; 0 is 20.
	Pool int
	// Limit is how long a transaction may take when its context says nothing
	// tighter; 0 is two seconds.
	Limit time.Duration
	// ReadOnly opens SQLite without the right to write, so that it can be read
	// (backup, export) while another process serves it.
	ReadOnly bool
	// Migrations are the schema's files; nil is those of this program.
	Migrations fs.FS
	// Log receives slow statements; nil is slog.Default().
	Log *slog.Logger
}

// DB is an open database. It is safe for concurrent use.
type DB struct {
	dialect    string
	address    string // SQLite: the file; PostgreSQL: the URL
	limit      time.Duration
	migrations fs.FS
	log        *slog.Logger

	write, read       *gorm.DB // one and the same on PostgreSQL; write is nil when read-only
	writeSQL, readSQL *sql.DB
	lock              *os.File
	revisions         *revisions
	closers           []func() error
}

// Open opens the SQLite file at a path (with its folder, when missing) or the
// PostgreSQL database of a postgres:// URL, and asserts the settings on which
// durability rests. It does not migrate.
//
// Errors: ErrInUse when another process writes the file; ErrUnavailable when
// PostgreSQL does not answer; otherwise a sentence saying what is not as it must be.
func Open(ctx context.Context, url string, opts Options) (*DB, error) {
	db := &DB{address: url, limit: opts.Limit, migrations: opts.Migrations, log: opts.Log}
	if db.limit <= 0 {
		db.limit = 2 * time.Second
	}
	if db.migrations == nil {
		db.migrations = migrations.FS
	}
	if db.log == nil {
		db.log = slog.Default()
	}
	var err error
	switch {
	case url == "":
		err = errors.New("database: no address given; set ENVAGIN_DATABASE to a file or a postgres:// URL")
	case strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://"):
		err = db.openPostgres(ctx, opts)
	case strings.Contains(url, "://") || strings.HasPrefix(url, ":memory:") || strings.HasPrefix(url, "file:"):
		err = errors.New("database: the address must be a file's path or a postgres:// URL")
	default:
		err = db.openSQLite(ctx, opts)
	}
	if err != nil {
		_ = db.Close()
		return nil, unavailable(ctx, err)
	}
	return db, nil
}

// Close waits for what is running and lets go of the connections and the file.
func (db *DB) Close() error {
	var errs []error
	for i := len(db.closers) - 1; i >= 0; i-- {
		errs = append(errs, db.closers[i]())
	}
	db.closers = nil
	return errors.Join(errs...)
}

// Dialect is SQLite or Postgres.
func (db *DB) Dialect() string { return db.dialect }

// Queue is the pool that writes, for the job queue's library and nobody else; nil
// when the database was opened read-only. On SQLite it is the one connection.
func (db *DB) Queue() *sql.DB { return db.writeSQL }

// Ping asks the database for a sign of life.
//
// Errors: ErrUnavailable.
func (db *DB) Ping(ctx context.Context) error {
	ctx, cancel := db.limited(ctx)
	defer cancel()
	var one int
	if err := db.readSQL.QueryRowContext(ctx, "SELECT 1").Scan(&one); err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return nil
}

// onClose remembers what Close ends, last opened first.
func (db *DB) onClose(fn func() error) { db.closers = append(db.closers, fn) }

// openGorm puts gorm on a pool. SkipDefaultTransaction: Tx decides where a
// transaction begins. No PrepareStmt: gorm prepares anew in each transaction,
// and pgx keeps statements prepared per connection on its own.
func (db *DB) openGorm(dialector gorm.Dialector) (*gorm.DB, error) {
	g, err := gorm.Open(dialector, &gorm.Config{
		SkipDefaultTransaction:   true,
		DisableNestedTransaction: true,
		DisableAutomaticPing:     true,
		TranslateError:           true,
		Logger:                   quiet{db.log},
		NowFunc:                  func() time.Time { return time.Now().UTC().Truncate(time.Microsecond) },
	})
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	return g, nil
}
