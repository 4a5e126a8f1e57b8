package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"gorm.io/gorm"
)

// attempts is how often an outermost Tx runs when PostgreSQL asks for it.
const attempts = 3

// state is one transaction, found through the context of its tx.
type state struct {
	db       *DB
	tx       *gorm.DB
	outer    *state // a transaction on another database in the same context
	readOnly bool
	over     bool
	failed   error // of a joined Tx: the whole must not be committed

	families map[string]bool
	touched  map[object]touch
	after    []func()
	raised   map[string]int64
}

type stateKey struct{}

// current is the running transaction on this database that ctx carries.
func (db *DB) current(ctx context.Context) *state {
	s, _ := ctx.Value(stateKey{}).(*state)
	for ; s != nil; s = s.outer {
		if s.db == db && !s.over {
			return s
		}
	}
	return nil
}

type limitKey struct{}

// WithLimit gives the transactions below ctx another limit than the two
// seconds of a request: for imports, exports, jobs. Zero is none. A deadline
// that ctx has already still counts.
func WithLimit(ctx context.Context, limit time.Duration) context.Context {
	return context.WithValue(ctx, limitKey{}, limit)
}

func (db *DB) limitOf(ctx context.Context) time.Duration {
	if limit, ok := ctx.Value(limitKey{}).(time.Duration); ok {
		return limit
	}
	return db.limit
}

func (db *DB) limited(ctx context.Context) (context.Context, context.CancelFunc) {
	if limit := db.limitOf(ctx); limit > 0 {
		return context.WithTimeout(ctx, limit)
	}
	return context.WithCancel(ctx)
}

// Tx runs fn in a write transaction and commits when it returns nil. When ctx
// carries a transaction, fn joins it: one commit, at the end of the outermost;
// and when a joined fn fails, the whole fails, whatever its caller makes of the
// error.
//
// On PostgreSQL an outermost fn runs again, at most three times, when the
// server gave up the transaction for another one (deadlock, serialization): so
// what fn changes in memory must be set anew each time.
//
// Errors: fn's own; gorm.ErrDuplicatedKey; gorm.ErrForeignKeyViolated;
// ErrInvalidText; ErrUnavailable; ErrReadOnly inside Read.
func (db *DB) Tx(ctx context.Context, fn func(tx *gorm.DB) error) error {
	if s := db.current(ctx); s != nil {
		return s.join(ctx, fn)
	}
	if db.write == nil {
		return fmt.Errorf("%w: %s was opened for reading", ErrReadOnly, db.address)
	}
	ctx, cancel := db.limited(ctx)
	defer cancel()
	for n := 1; ; n++ {
		err := db.once(ctx, fn)
		if err == nil || n == attempts || !retryable(err) || ctx.Err() != nil {
			return unavailable(ctx, err)
		}
		time.Sleep(time.Duration(n) * time.Duration(5+rand.IntN(20)) * time.Millisecond)
	}
}

// Statement carries out one write that is a transaction by itself, and gives how many rows it met: when it
// returns nil it is on disk. It raises no revision. On PostgreSQL it takes one turn to the server where Tx takes three.
//
// Errors: as Tx; and an error inside a transaction.
func (db *DB) Statement(ctx context.Context, text string, values ...any) (rows int64, err error) {
	if db.current(ctx) != nil {
		return 0, errors.New("database: Statement inside a transaction")
	}
	if db.write == nil {
		return 0, fmt.Errorf("%w: %s was opened for reading", ErrReadOnly, db.address)
	}
	ctx, cancel := db.limited(ctx)
	defer cancel()
	for n := 1; ; n++ {
		res := db.write.Session(&gorm.Session{NewDB: true, Context: ctx}).Exec(text, values...)
		if res.Error == nil || n == attempts || !retryable(res.Error) || ctx.Err() != nil {
			return res.RowsAffected, unavailable(ctx, res.Error)
		}
		time.Sleep(time.Duration(n) * time.Duration(5+rand.IntN(20)) * time.Millisecond)
	}
}

// join runs fn inside the transaction s, under the caller's own context.
func (s *state) join(ctx context.Context, fn func(tx *gorm.DB) error) error {
	if s.readOnly {
		return fmt.Errorf("%w: Tx inside Read", ErrReadOnly)
	}
	err := fn(s.tx.Session(&gorm.Session{NewDB: true, Context: ctx}))
	if err != nil && s.failed == nil {
		s.failed = err
	}
	return err
}

// once is one attempt: begin, fn, revisions, commit, then what waits for it.
func (db *DB) once(ctx context.Context, fn func(tx *gorm.DB) error) (err error) {
	s := &state{db: db}
	if err := s.begin(ctx, db.write, nil); err != nil {
		return err
	}
	committed := false
	defer func() {
		s.over = true
		if !committed { // an error, or a panic on its way up
			s.tx.Rollback()
		}
	}()
	if err := fn(s.tx); err != nil {
		return err
	}
	if s.failed != nil {
		return s.failed
	}
	if err := s.settle(); err != nil {
		return err
	}
	if err := s.tx.Commit().Error; err != nil {
		db.revisions.forget() // it may have taken effect all the same
		return err
	}
	committed, s.over = true, true
	db.revisions.raise(s.raised)
	for _, fn := range s.after {
		db.runAfter(ctx, fn)
	}
	return nil
}

// Read runs fn on one snapshot of the database: everything it reads is from
// the same moment. Inside a transaction it joins it and sees what that has
// written so far. fn cannot write.
//
// Errors: fn's own; ErrUnavailable.
func (db *DB) Read(ctx context.Context, fn func(tx *gorm.DB) error) error {
	if s := db.current(ctx); s != nil {
		return fn(s.tx.Session(&gorm.Session{NewDB: true, Context: ctx}))
	}
	ctx, cancel := db.limited(ctx)
	defer cancel()
	s := &state{db: db, readOnly: true}
	opts := &sql.TxOptions{ReadOnly: true} // SQLite: deferred, not immediate
	if db.dialect == Postgres {
		opts.Isolation = sql.LevelRepeatableRead
	}
	if err := s.begin(ctx, db.read, opts); err != nil {
		return unavailable(ctx, err)
	}
	defer func() {
		s.over = true
		s.tx.Rollback()
	}()
	return unavailable(ctx, fn(s.tx))
}

// begin opens the transaction and puts it in its own context.
func (s *state) begin(ctx context.Context, g *gorm.DB, opts *sql.TxOptions) error {
	s.outer, _ = ctx.Value(stateKey{}).(*state)
	ctx = context.WithValue(ctx, stateKey{}, s)
	s.tx = g.Session(&gorm.Session{NewDB: true, Context: ctx}).Begin(opts)
	if err := s.tx.Error; err != nil {
		return fmt.Errorf("database: begin: %w", err)
	}
	limit := s.db.limitOf(ctx)
	if s.db.dialect != Postgres || (limit > 0 && limit <= s.db.limit) {
		return nil
	}
	ms := "0"
	if limit > 0 {
		ms = strconv.FormatInt((limit + grace).Milliseconds(), 10)
	}
	err := s.tx.Exec(`SELECT set_config('statement_timeout', ?, true),
		set_config('idle_in_transaction_session_timeout', ?, true)`, ms, ms).Error
	if err != nil {
		s.tx.Rollback()
	}
	return err
}

// stateOf is the transaction of a tx that Tx or Read handed down.
func stateOf(tx *gorm.DB) (*state, error) {
	s, _ := tx.Statement.Context.Value(stateKey{}).(*state)
	switch {
	case s == nil:
		return nil, errors.New("database: this tx was not handed down by DB.Tx")
	case s.over:
		return nil, errors.New("database: this transaction is over")
	}
	return s, nil
}
