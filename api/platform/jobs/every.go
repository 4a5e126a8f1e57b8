package jobs

import (
	"context"
	"runtime/debug"
	"time"

	"envagin/api/platform/database"
)

// timer is something due by the clock.
type timer struct {
	name string
	d    time.Duration
	fn   func(ctx context.Context) error
}

// Every runs fn in this process each time d has passed, from Start to Stop; the
// first time after d. Every replica does the same, so fn must be safe on several
// at once. Call it before Start.
func (r *Runner) Every(name string, d time.Duration, fn func(ctx context.Context) error) {
	r.timers = append(r.timers, timer{name, d, fn})
}

func (r *Runner) tick(ctx context.Context, t timer) {
	ticker := time.NewTicker(t.d)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			r.once(ctx, t)
		}
	}
}

// once runs a timer's work. When it fails it is tried again at its next time.
func (r *Runner) once(ctx context.Context, t timer) {
	ctx, cancel := context.WithTimeout(database.WithLimit(ctx, txLimit), limit)
	defer cancel()
	defer func() {
		if p := recover(); p != nil {
			r.log.Error("panic in what is due by the clock", "name", t.name, "stack", string(debug.Stack()))
		}
	}()
	if err := t.fn(ctx); err != nil && ctx.Err() == nil {
		r.log.Error("what is due by the clock failed", "name", t.name, "error", err)
	}
}
