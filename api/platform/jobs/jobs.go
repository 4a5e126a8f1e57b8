package jobs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"

	"github.com/riverqueue/river"
	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

// Work does the job that an id stands for. It may run more than once and on any
// replica, so it must be safe to repeat. Its transactions have limits of their
// own, longer than a request's.
type Work func(ctx context.Context, id string) error

// Runner keeps the queue and works it.
type Runner struct {
	db     *database.DB
	clock  *day.Clock
	log    *slog.Logger
	work   map[string]Work
	timers []timer

	river  func() (*river.Client[*sql.Tx], error) // made when first needed
	nudge  chan struct{}
	active atomic.Int64 // jobs that this process is doing

	mu      sync.Mutex
	stop    context.CancelFunc
	working sync.WaitGroup
}

// New makes a runner that knows no kinds yet.
func New(db *database.DB, clock *day.Clock, log *slog.Logger) *Runner {
	r := &Runner{db: db, clock: clock, log: log, work: map[string]Work{}, nudge: make(chan struct{}, 1)}
	r.river = sync.OnceValues(r.newRiver)
	return r
}

// Register says how a kind of job is done. Call it before Start.
func (r *Runner) Register(kind string, fn Work) {
	if kind == "" || r.work[kind] != nil {
		panic(fmt.Sprintf("jobs: the kind %q is registered twice or is empty", kind))
	}
	r.work[kind] = fn
}

// Enqueue puts a job in the queue, to be done once tx is committed.
func (r *Runner) Enqueue(tx *gorm.DB, kind, id string) error {
	if r.work[kind] == nil {
		return fmt.Errorf("jobs: there is no kind %q", kind)
	}
	inside, ok := tx.Statement.ConnPool.(*sql.Tx)
	if !ok {
		return errors.New("jobs: this tx was not handed down by DB.Tx")
	}
	client, err := r.river()
	if err != nil {
		return err
	}
	if _, err := client.InsertTx(tx.Statement.Context, inside, args{What: kind, ID: id}, nil); err != nil {
		return fmt.Errorf("jobs: %w", err)
	}
	database.AfterCommit(tx, r.wake)
	return nil
}

// wake makes the runner look into the queue now.
func (r *Runner) wake() {
	select {
	case r.nudge <- struct{}{}:
	default: // it has been told already
	}
}

// Failure is an error whose reason may be logged and stored: it says nothing of
// any person. A final one is not tried again.
type Failure struct {
	Reason string
	Final  bool
	Err    error
}

func (f *Failure) Error() string {
	if f.Err == nil {
		return f.Reason
	}
	return f.Reason + ": " + f.Err.Error()
}

// Unwrap gives what lies behind.
func (f *Failure) Unwrap() error { return f.Err }

// FailureOf gives the failure in an error, or nil.
func FailureOf(err error) *Failure {
	var f *Failure
	if errors.As(err, &f) {
		return f
	}
	return nil
}
