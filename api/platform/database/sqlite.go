package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	gormsqlite "gorm.io/driver/sqlite"
	_ "modernc.org/sqlite" // the driver named "sqlite"
)

// oldestSQLite is the first version without the WAL-reset corruption bug.
const oldestSQLite = "3.51.3"

// sqliteSettings are asserted on each handle, because a pragma that SQLite
// cannot honour is passed over in silence. synchronous 2 is FULL: an
// acknowledged write survives a power cut. mmap stays off.
var sqliteSettings = []struct{ pragma, want string }{
	{"journal_mode", "wal"},
	{"foreign_keys", "1"},
	{"busy_timeout", "5000"},
	{"synchronous", "2"},
	{"mmap_size", "0"},
}

// sqlitePages is how much of the file each connection keeps, in KiB as a negative
// number; SQLite's own 2 MB is less than a page of a list spread over many plans.
const sqlitePages = "cache_size(-16384)"

func sqliteDSN(file string, pragmas ...string) string {
	q := "?_txlock=immediate&_time_format=sqlite&_timezone=UTC" +
		"&_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)"
	for _, p := range append(pragmas, sqlitePages) {
		q += "&_pragma=" + p
	}
	return "file:" + (&url.URL{Path: file}).EscapedPath() + q
}

func (db *DB) openSQLite(ctx context.Context, opts Options) error {
	db.dialect = SQLite
	file, err := filepath.Abs(db.address)
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real // one lock for one file, whatever it is called
	}
	db.address = file
	if opts.ReadOnly {
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("database: there is no database at %s", file)
		}
	} else if err := db.openSQLiteWriter(ctx); err != nil {
		return err
	}
	db.readSQL, err = db.sqliteHandle(ctx, runtime.NumCPU(), "foreign_keys(1)", "query_only(1)")
	if err != nil {
		return err
	}
	var only string
	if err := db.readSQL.QueryRowContext(ctx, "PRAGMA query_only").Scan(&only); err != nil || only != "1" {
		return fmt.Errorf("database: the reading connection could write (query_only %q, %v)", only, err)
	}
	if db.read, err = db.openGorm(sqliteDialector{gormsqlite.New(gormsqlite.Config{Conn: db.readSQL}).(*gormsqlite.Dialector)}); err != nil {
		return err
	}
	// Only the process that writes knows every change without asking.
	db.revisions = newRevisions(db.readRevisions, !opts.ReadOnly)
	return nil
}

func (db *DB) openSQLiteWriter(ctx context.Context) (err error) {
	if err := os.MkdirAll(filepath.Dir(db.address), 0o750); err != nil {
		return fmt.Errorf("database: %w", err)
	}
	if db.lock, err = lockFile(db.address); err != nil {
		return err
	}
	db.onClose(db.lock.Close)
	// SQLite would make the file readable for everybody; what it makes beside
	// it takes the same rights.
	f, err := os.OpenFile(db.address, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("database: %w", err)
	}
	if db.writeSQL, err = db.sqliteHandle(ctx, 1, "foreign_keys(1)"); err != nil {
		return err
	}
	db.write, err = db.openGorm(sqliteDialector{gormsqlite.New(gormsqlite.Config{Conn: db.writeSQL}).(*gormsqlite.Dialector)})
	return err
}

// sqliteHandle opens a pool on the file and asserts the settings.
func (db *DB) sqliteHandle(ctx context.Context, conns int, pragmas ...string) (*sql.DB, error) {
	pool, err := sql.Open("sqlite", sqliteDSN(db.address, pragmas...))
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	db.onClose(pool.Close)
	pool.SetMaxOpenConns(conns)
	pool.SetMaxIdleConns(conns)
	var version string
	if err := pool.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&version); err != nil {
		return nil, fmt.Errorf("database: open %s: %w", db.address, err)
	}
	if olderThan(version, oldestSQLite) {
		return nil, fmt.Errorf("database: SQLite %s is too old, at least %s is needed", version, oldestSQLite)
	}
	for _, s := range sqliteSettings {
		var got string
		if err := pool.QueryRowContext(ctx, "PRAGMA "+s.pragma).Scan(&got); err != nil {
			return nil, fmt.Errorf("database: %s: %w", s.pragma, err)
		}
		if !strings.EqualFold(got, s.want) {
			return nil, fmt.Errorf("database: SQLite's %s is %s and must be %s", s.pragma, got, s.want)
		}
	}
	return pool, nil
}

// olderThan compares versions such as 3.51.3 number by number.
func olderThan(version, least string) bool {
	have, want := strings.Split(version, "."), strings.Split(least, ".")
	for i := range want {
		var h, w int
		if i < len(have) {
			h, _ = strconv.Atoi(have[i])
		}
		w, _ = strconv.Atoi(want[i])
		if h != w {
			return h < w
		}
	}
	return false
}
