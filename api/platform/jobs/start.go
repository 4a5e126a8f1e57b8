package jobs

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

const (
	// look is how often a sleeping runner looks for what it was not told of.
	look = 30 * time.Second
	// linger is how long River stays awake with nothing to do: letters come in bursts.
	linger = 2 * time.Second
)

// unfinished are the states of jobs that somebody must still work.
var unfinished = []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStateRetryable,
	rivertype.JobStateRunning, rivertype.JobStateScheduled}

// Start begins to work the queue and to run what is due by the clock, until Stop.
func (r *Runner) Start(ctx context.Context) error {
	client, err := r.river()
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stop != nil {
		return errors.New("jobs: started twice")
	}
	// It ends by Stop, which lets what is under way finish.
	ctx, r.stop = context.WithCancel(context.WithoutCancel(ctx))
	r.working.Go(func() { r.loop(ctx, client) })
	for _, t := range r.timers {
		r.working.Go(func() { r.tick(ctx, t) })
	}
	return nil
}

// Stop takes on nothing more and lets what is under way end, until ctx does;
// what is cut off then is done again later.
func (r *Runner) Stop(ctx context.Context) {
	r.mu.Lock()
	stop := r.stop
	r.stop = nil
	r.mu.Unlock()
	if stop == nil {
		return
	}
	stop()
	done := make(chan struct{})
	go func() { r.working.Wait(); close(done) }()
	select {
	case <-done:
	case <-ctx.Done():
		if client, err := r.river(); err == nil {
			_ = client.StopAndCancel(context.WithoutCancel(ctx)) // only its ctx can fail it
		}
		<-done
	}
}

// loop sleeps until a job is due.
func (r *Runner) loop(ctx context.Context, client *river.Client[*sql.Tx]) {
	for ctx.Err() == nil {
		wait := r.due(ctx, client)
		if wait <= 0 {
			if err := r.awake(ctx, client); err != nil {
				r.log.Error("the job queue cannot be worked; trying again", "error", err)
				wait = look
			}
		}
		pause := time.NewTimer(max(wait, 0))
		select {
		case <-ctx.Done():
		case <-r.nudge:
		case <-pause.C:
		}
		pause.Stop()
	}
}

// due is how long it is until the next job: zero when there is one now.
func (r *Runner) due(ctx context.Context, client *river.Client[*sql.Tx]) time.Duration {
	ctx, cancel := context.WithTimeout(ctx, txLimit)
	defer cancel()
	found, err := client.JobList(ctx, river.NewJobListParams().States(unfinished...).
		OrderBy(river.JobListOrderByScheduledAt, river.SortOrderAsc).First(100))
	if err != nil {
		return look // the database is away; whoever needs it says so
	}
	wait, now := look, r.clock.Now()
	for _, job := range found.Jobs {
		at := job.ScheduledAt
		if job.State == rivertype.JobStateRunning { // another replica's, or one that died
			at = job.AttemptedAt.Add(lost)
		}
		wait = min(wait, at.Sub(now))
	}
	return max(wait, 0)
}

// awake lets River work until nothing is due any more.
func (r *Runner) awake(ctx context.Context, client *river.Client[*sql.Tx]) error {
	done, forget := client.Subscribe(river.EventKindJobCompleted)
	defer forget()
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	check := time.NewTicker(poll)
	defer check.Stop()
	for quiet := time.Duration(0); ctx.Err() == nil && quiet < linger; {
		select {
		case <-ctx.Done():
		case event := <-done:
			r.remove(ctx, client, event.Job.ID)
		case <-check.C:
			quiet += poll
			if r.active.Load() > 0 || r.due(ctx, client) < linger {
				quiet = 0
			}
		}
	}
	if err := client.Stop(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	for len(done) > 0 {
		r.remove(context.WithoutCancel(ctx), client, (<-done).Job.ID)
	}
	return nil
}

// remove forgets a job that is done. What it leaves behind when the database is
// away, River takes the next time that it is awake.
func (r *Runner) remove(ctx context.Context, client *river.Client[*sql.Tx], id int64) {
	ctx, cancel := context.WithTimeout(ctx, txLimit)
	defer cancel()
	_, _ = client.JobDelete(ctx, id)
}
