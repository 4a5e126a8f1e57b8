package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/pressly/goose/v3"
	gdb "github.com/pressly/goose/v3/database"
	"github.com/pressly/goose/v3/lock"
)

// Migrate brings the schema up to this program. Several replicas may call it
// at once: on PostgreSQL one works while the others wait. Each migration is
// one transaction together with its version row. It has no limit but its
// context's.
//
// Errors: ErrSchemaNewer; ErrReadOnly; the migration's own.
func (db *DB) Migrate(ctx context.Context) error {
	if db.write == nil {
		return fmt.Errorf("%w: %s was opened for reading", ErrReadOnly, db.address)
	}
	if err := db.schema(ctx); errors.Is(err, ErrSchemaNewer) {
		return err
	}
	pool, err := db.migrationPool()
	if err != nil {
		return err
	}
	defer pool.Close()
	provider, err := db.provider(pool)
	if err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return unavailable(ctx, fmt.Errorf("database: migrate: %w", err))
	}
	db.revisions.forget() // a migration may have made families
	// A newer program may have migrated while this one waited for its turn.
	return db.schema(ctx)
}

// SchemaCurrent tells whether the schema is the one of this program.
//
// Errors: ErrSchemaPending; ErrSchemaNewer; ErrUnavailable.
func (db *DB) SchemaCurrent(ctx context.Context) error {
	ctx, cancel := db.limited(ctx)
	defer cancel()
	return db.schema(ctx)
}

func (db *DB) schema(ctx context.Context) error {
	// The provider only lists the files here; it does not touch the pool.
	provider, err := db.provider(db.readSQL)
	if err != nil {
		return err
	}
	sources := provider.ListSources()
	want := sources[len(sources)-1].Version
	have, err := db.schemaVersion(ctx)
	switch {
	case err != nil:
		return unavailable(ctx, err)
	case have > want:
		return fmt.Errorf("%w: it has number %d and this program knows %d; start the newer program", ErrSchemaNewer, have, want)
	case have < want:
		return fmt.Errorf("%w: it has number %d and this program needs %d", ErrSchemaPending, have, want)
	}
	return nil
}

// schemaVersion is 0 in an empty database.
func (db *DB) schemaVersion(ctx context.Context) (int64, error) {
	question := "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'goose_db_version'"
	if db.dialect == Postgres {
		question = "SELECT count(*) WHERE to_regclass('goose_db_version') IS NOT NULL"
	}
	var tables int
	if err := db.readSQL.QueryRowContext(ctx, question).Scan(&tables); err != nil || tables == 0 {
		return 0, err
	}
	var version sql.NullInt64
	err := db.readSQL.QueryRowContext(ctx, "SELECT max(version_id) FROM goose_db_version").Scan(&version)
	return version.Int64, err
}

// migrationPool is one for migrations alone. On SQLite foreign keys are off in
// it: inside a transaction the pragma is passed over, and to drop a table for
// rebuilding it would delete its children.
func (db *DB) migrationPool() (*sql.DB, error) {
	if db.dialect == Postgres {
		own := &DB{address: db.address}
		return own.postgresPool(2, 0)
	}
	pool, err := sql.Open("sqlite", sqliteDSN(db.address, "foreign_keys(0)"))
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	pool.SetMaxOpenConns(1)
	return pool, nil
}

func (db *DB) provider(pool *sql.DB) (*goose.Provider, error) {
	files, err := dialectFiles(db.migrations, db.dialect)
	if err != nil {
		return nil, err
	}
	opts := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true), goose.WithSlog(db.log)}
	name := gdb.DialectSQLite3
	if db.dialect == Postgres {
		name = gdb.DialectPostgres
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 600))
		if err != nil {
			return nil, fmt.Errorf("database: migrate: %w", err)
		}
		opts = append(opts, goose.WithSessionLocker(locker))
	}
	store, err := gdb.NewStore(name, goose.DefaultTablename)
	if err != nil {
		return nil, fmt.Errorf("database: migrate: %w", err)
	}
	opts = append(opts, goose.WithStore(checkedStore{Store: store, dialect: db.dialect}))
	provider, err := goose.NewProvider(goose.DialectCustom, pool, files, opts...)
	if err != nil {
		return nil, fmt.Errorf("database: migrate: %w", err)
	}
	return provider, nil
}

// checkedStore writes the version row, which is the last statement of a
// migration's transaction, only when no row points at nothing.
type checkedStore struct {
	gdb.Store
	dialect string
}

// TableExists is optional in goose and would be lost by embedding.
func (s checkedStore) TableExists(ctx context.Context, db gdb.DBTxConn) (bool, error) {
	if optional, ok := s.Store.(gdb.StoreExtender); ok {
		return optional.TableExists(ctx, db)
	}
	return false, errors.ErrUnsupported
}

// Insert fails the migration when it leaves children without their parent.
func (s checkedStore) Insert(ctx context.Context, db gdb.DBTxConn, req gdb.InsertRequest) error {
	if s.dialect == SQLite {
		if err := checkForeignKeys(ctx, db); err != nil {
			return err
		}
	}
	return s.Store.Insert(ctx, db, req)
}

func checkForeignKeys(ctx context.Context, db gdb.DBTxConn) error {
	rows, err := db.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	var broken []string
	for rows.Next() && len(broken) < 10 {
		var table, parent string
		var rowid, key sql.NullInt64
		if err := rows.Scan(&table, &rowid, &parent, &key); err != nil {
			return err
		}
		broken = append(broken, fmt.Sprintf("%s row %d → %s", table, rowid.Int64, parent))
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if len(broken) > 0 {
		return fmt.Errorf("foreign keys point at rows that are not there: %s", strings.Join(broken, ", "))
	}
	return nil
}
