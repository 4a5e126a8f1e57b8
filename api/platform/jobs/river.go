package jobs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivertype"

	"envagin/api/platform/database"
)

const (
	// workers is how many jobs run at once in one process.
	workers = 4
	// limit is how long one job may take.
	limit = 2 * time.Minute
	// txLimit is how long one of its transactions may: on SQLite all others wait for it.
	txLimit = 20 * time.Second
	// lost is when a job that somebody began is taken to have died with them.
	lost = limit + 3*time.Minute
	// kept is for how long River leaves failed jobs alone, which are retention's to erase. Its "for
	// ever", -1, is on SQLite (0.34) a horizon in the future, which takes them at once.
	kept = 10 * 365 * 24 * time.Hour
	// poll is how often an awake River looks for jobs.
	poll = 500 * time.Millisecond
)

// waits are the pauses after each failure: most trouble is over in a minute, a
// mail server's bad day in one. Together 21 hours; after the last the job has failed.
var waits = []time.Duration{10 * time.Second, time.Minute, 5 * time.Minute, 15 * time.Minute, 30 * time.Minute,
	time.Hour, 2 * time.Hour, 4 * time.Hour, 6 * time.Hour, 7 * time.Hour}

// args are all that a job holds. River knows one kind, ours are its data.
type args struct {
	What string `json:"kind"`
	ID   string `json:"id"`
}

// Kind is River's name for every job of ours.
func (args) Kind() string { return "envagin" }

// newRiver makes River's client; it works only while it is awake.
func (r *Runner) newRiver() (*river.Client[*sql.Tx], error) {
	pool := r.db.Queue()
	if pool == nil {
		return nil, fmt.Errorf("jobs: %w", database.ErrReadOnly)
	}
	known := river.NewWorkers()
	river.AddWorker(known, &worker{r: r})
	var driver riverdriver.Driver[*sql.Tx] = riversqlite.New(pool)
	if r.db.Dialect() == database.Postgres {
		driver = riverdatabasesql.New(pool)
	}
	client, err := river.NewClient(driver, &river.Config{
		Queues:                      map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: workers}},
		Workers:                     known,
		MaxAttempts:                 len(waits) + 1,
		RetryPolicy:                 patience{r},
		JobTimeout:                  limit,
		RescueStuckJobsAfter:        lost,
		FetchPollInterval:           poll,
		CompletedJobRetentionPeriod: time.Minute, // what a crash kept us from deleting
		CancelledJobRetentionPeriod: kept,
		DiscardedJobRetentionPeriod: kept,
		ReindexerIndexNames:         []string{},
		Logger:                      slog.New(loud{r.log.Handler()}),
	})
	if err != nil {
		return nil, fmt.Errorf("jobs: %w", err)
	}
	return client, nil
}

// patience is the retry policy.
type patience struct{ r *Runner }

// NextRetry is when a job that has just failed is tried again.
func (p patience) NextRetry(job *rivertype.JobRow) time.Time {
	return p.r.clock.Now().Add(waits[min(len(job.Errors), len(waits)-1)])
}

// loud passes on River's warnings and errors; its information would be a line or
// more for each letter.
type loud struct{ slog.Handler }

// Enabled leaves out what is not a warning.
func (l loud) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && l.Handler.Enabled(ctx, level)
}

type worker struct {
	river.WorkerDefaults[args]
	r *Runner
}

// Work does one job. What River hears of an error, and stores, is its reason only.
func (w *worker) Work(ctx context.Context, job *river.Job[args]) error {
	err := w.r.do(ctx, job.Args)
	if err == nil {
		return nil
	}
	reason, final := "failed", false
	if told := FailureOf(err); told != nil {
		reason, final = told.Reason, told.Final
	}
	line := []any{"kind", job.Args.What, "id", job.Args.ID, "attempt", job.Attempt, "reason", reason}
	if final || job.Attempt >= job.MaxAttempts {
		w.r.log.Error("job failed for good", line...)
	} else {
		w.r.log.Warn("job failed and will be tried again", line...)
	}
	if final {
		return river.JobCancel(errors.New(reason))
	}
	return errors.New(reason)
}

// do runs what was registered. A panic is a failure of this job alone, and its
// value is not told, since it may be anything.
func (r *Runner) do(ctx context.Context, job args) (err error) {
	fn := r.work[job.What]
	if fn == nil {
		return &Failure{Reason: "this program knows no such job"}
	}
	r.active.Add(1)
	defer func() {
		r.active.Add(-1)
		if p := recover(); p != nil {
			r.log.Error("panic in a job", "kind", job.What, "id", job.ID, "stack", string(debug.Stack()))
			err = &Failure{Reason: "panic"}
		}
	}()
	return fn(database.WithLimit(ctx, txLimit), job.ID)
}
