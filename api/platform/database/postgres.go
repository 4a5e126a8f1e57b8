package database

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/driver/postgres"
)

// grace is how much longer the server lets a statement run than the client
// waits: the client's limit is the one that speaks, the server's ends what a
// lost client left behind.
const grace = 500 * time.Millisecond

func (db *DB) openPostgres(ctx context.Context, opts Options) error {
	db.dialect = Postgres
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	conns := opts.Pool
	if conns <= 0 {
		conns = 20
	}
	pool, err := db.postgresPool(conns, db.limit+grace)
	if err != nil {
		return err
	}
	if err := assertPostgres(ctx, pool); err != nil {
		return err
	}
	db.writeSQL, db.readSQL = pool, pool
	g, err := db.openGorm(postgresDialector{postgres.New(postgres.Config{Conn: pool}).(*postgres.Dialector)})
	if err != nil {
		return err
	}
	db.write, db.read = g, g
	// A connection of its own: a request that holds one of the pool's while it
	// asks for the revision must not wait for requests that do the same.
	own, err := db.postgresPool(1, db.limit+grace)
	if err != nil {
		return err
	}
	db.revisions = newRevisions(func(ctx context.Context) (map[string]int64, error) {
		return queryRevisions(ctx, own)
	}, false)
	return nil
}

// postgresPool opens a pool; statements end after the timeout, 0 for never.
// What the URL says itself wins.
func (db *DB) postgresPool(conns int, timeout time.Duration) (*sql.DB, error) {
	config, err := pgx.ParseConfig(db.address)
	if err != nil {
		return nil, fmt.Errorf("database: %w", err) // pgx leaves the password out
	}
	ms := strconv.FormatInt(timeout.Milliseconds(), 10)
	for name, value := range map[string]string{
		"application_name":                    "envagin",
		"timezone":                            "UTC",
		"statement_timeout":                   ms,
		"idle_in_transaction_session_timeout": ms,
	} {
		if _, set := config.RuntimeParams[name]; !set {
			config.RuntimeParams[name] = value
		}
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 5 * time.Second
	}
	pool := stdlib.OpenDB(*config)
	db.onClose(pool.Close)
	pool.SetMaxOpenConns(conns)
	pool.SetMaxIdleConns(conns)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	return pool, nil
}

// assertPostgres checks what the server was set up with.
func assertPostgres(ctx context.Context, pool *sql.DB) error {
	var commit, encoding string
	var version int
	err := pool.QueryRowContext(ctx, `SELECT current_setting('synchronous_commit'),
		current_setting('server_encoding'), current_setting('server_version_num')::int`).Scan(&commit, &encoding, &version)
	if err != nil {
		return fmt.Errorf("database: open PostgreSQL: %w", err)
	}
	switch {
	case commit != "on" && commit != "remote_apply":
		return fmt.Errorf("database: PostgreSQL's synchronous_commit is %s and must be on, or acknowledged writes can be lost", commit)
	case encoding != "UTF8":
		return fmt.Errorf("database: PostgreSQL's database has the encoding %s and must have UTF8", encoding)
	case version < 150000:
		return fmt.Errorf("database: PostgreSQL %d is too old, at least 15 is needed", version/10000)
	}
	return nil
}
