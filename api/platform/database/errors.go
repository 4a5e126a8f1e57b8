package database

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
)

var (
	// ErrUnavailable is a database that is slow, busy, full or gone. The same
	// request may succeed later; whether a commit that met it took effect is
	// not known.
	ErrUnavailable = errors.New("database: unavailable")
	// ErrInvalidText is a value that holds a NUL character or invalid UTF-8,
	// which PostgreSQL cannot store and SQLite therefore may not.
	ErrInvalidText = errors.New("database: text holds a character that cannot be stored")
	// ErrInUse is a SQLite file that another process has opened for writing.
	ErrInUse = errors.New("database: in use")
	// ErrSchemaNewer is a schema made by a later release than this program.
	ErrSchemaNewer = errors.New("database: schema is newer than this program")
	// ErrSchemaPending is a schema with migrations left to run.
	ErrSchemaPending = errors.New("database: schema has pending migrations")
	// ErrReadOnly is a write inside Read, or on a database opened read-only.
	ErrReadOnly = errors.New("database: read only")
)

// unavailable wraps an error that time may cure in ErrUnavailable and leaves
// every other error as it is. A cancelled caller counts: nobody waits for the
// answer, and it is no fault of the program.
func unavailable(ctx context.Context, err error) error {
	if err == nil || errors.Is(err, ErrUnavailable) {
		return err
	}
	if errors.Is(err, sql.ErrTxDone) && ctx.Err() != nil {
		// database/sql rolls back on its own when the context ends; the
		// statement after that only learns that the transaction is over.
		return fmt.Errorf("%w: %w", ErrUnavailable, context.Cause(ctx))
	}
	if transient(err) {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return err
}

func transient(err error) bool {
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) {
		return true
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return transientState(pg.Code)
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return transientCode(lite.Code())
	}
	var connect *pgconn.ConnectError
	var network net.Error
	return errors.As(err, &connect) || errors.As(err, &network) || pgconn.SafeToRetry(err)
}

// transientState sorts SQLSTATEs
// (https://www.postgresql.org/docs/current/errcodes-appendix.html).
func transientState(code string) bool {
	switch code {
	case "25P03", // idle_in_transaction_session_timeout
		"40001",                            // serialization_failure
		"40P01",                            // deadlock_detected
		"55P03",                            // lock_not_available
		"57014",                            // query_canceled: statement_timeout
		"57P01", "57P02", "57P03", "57P05": // shutdown, crash, starting, idle session
		return true
	}
	// 08 connection, 53 too many clients, disk or memory full, 58 system
	return strings.HasPrefix(code, "08") || strings.HasPrefix(code, "53") || strings.HasPrefix(code, "58")
}

// transientCode sorts result codes (https://www.sqlite.org/rescode.html).
func transientCode(code int) bool {
	switch code & 0xff {
	case 5, // BUSY
		6,  // LOCKED
		9,  // INTERRUPT
		10, // IOERR
		13, // FULL
		14: // CANTOPEN
		return true
	}
	return false
}

// retryable tells failures that PostgreSQL asks the client to try again: the
// transaction lost against another one and left nothing behind.
func retryable(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}
