package database

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Revision is a short text that differs whenever one of the families has
// changed, in the order given. Read it before the data it stands for, never
// after. It tells what is committed, also inside a transaction.
//
// Errors: ErrUnavailable; a family that is not there.
func (db *DB) Revision(ctx context.Context, families ...string) (string, error) {
	values, ok := ctx.Value(revisionsKey{db}).(map[string]int64)
	if !ok {
		var err error
		if values, err = db.currentRevisions(ctx); err != nil {
			return "", err
		}
	}
	parts := make([]string, len(families))
	for i, family := range families {
		value, ok := values[family]
		if !ok {
			return "", fmt.Errorf("database: there is no family %q in revisions", family)
		}
		parts[i] = strconv.FormatInt(value, 36)
	}
	return strings.Join(parts, "."), nil
}

type revisionsKey struct{ db *DB }

// WithRevisions reads the revisions once for all that is asked below the
// context: for a request that only reads. What it then reads may be newer than
// the revisions, never older.
//
// Errors: ErrUnavailable.
func (db *DB) WithRevisions(ctx context.Context) (context.Context, error) {
	values, err := db.currentRevisions(ctx)
	if err != nil {
		return nil, err
	}
	return context.WithValue(ctx, revisionsKey{db}, values), nil
}

func (db *DB) currentRevisions(ctx context.Context) (map[string]int64, error) {
	if values := db.revisions.kept(); values != nil {
		return values, nil
	}
	ctx, cancel := db.limited(ctx)
	defer cancel()
	values, err := db.revisions.get(ctx)
	return values, unavailable(ctx, err)
}

func (db *DB) readRevisions(ctx context.Context) (map[string]int64, error) {
	return queryRevisions(ctx, db.readSQL)
}

func queryRevisions(ctx context.Context, pool *sql.DB) (map[string]int64, error) {
	rows, err := pool.QueryContext(ctx, "SELECT family, value FROM revisions")
	if err != nil {
		return nil, fmt.Errorf("database: revisions: %w", err)
	}
	defer rows.Close()
	out := map[string]int64{}
	for rows.Next() {
		var family string
		var value int64
		if err := rows.Scan(&family, &value); err != nil {
			return nil, fmt.Errorf("database: revisions: %w", err)
		}
		out[family] = value
	}
	return out, rows.Err()
}

// revisions answers with the families' committed values. Where this process is
// the only writer they are known; elsewhere each answer comes from a read that
// began after the question.
type revisions struct {
	read func(context.Context) (map[string]int64, error)
	own  bool // this process makes every change

	mu      sync.Mutex
	known   map[string]int64 // never changed in place; only committed values
	loaded  bool
	asked   int      // how often forget was called
	waiting *reading // has not started: whoever asks now may share it
	running bool
}

type reading struct {
	done   chan struct{}
	values map[string]int64
	err    error
}

func newRevisions(read func(context.Context) (map[string]int64, error), own bool) *revisions {
	return &revisions{read: read, own: own}
}

// kept is what is known without asking the database; nil when nothing is.
func (r *revisions) kept() map[string]int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.loaded {
		return nil
	}
	return r.known
}

// get gives a map that the caller must not change.
func (r *revisions) get(ctx context.Context) (map[string]int64, error) {
	r.mu.Lock()
	if r.loaded {
		defer r.mu.Unlock()
		return r.known, nil
	}
	if r.waiting == nil {
		r.waiting = &reading{done: make(chan struct{})}
		if !r.running {
			r.running = true
			go r.run()
		}
	}
	mine := r.waiting
	r.mu.Unlock()
	select {
	case <-mine.done:
		return mine.values, mine.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// run makes one read after the other until nobody waits. A reading leaves
// waiting before it starts: who asks later could have seen a commit that it
// does not, and gets the next one.
func (r *revisions) run() {
	for {
		// Requests that are on their way join this read instead of causing the next.
		runtime.Gosched()
		r.mu.Lock()
		now := r.waiting
		r.waiting = nil
		asked := r.asked
		if now == nil {
			r.running = false
			r.mu.Unlock()
			return
		}
		r.mu.Unlock()
		// Not the context of one of those who wait: the others must not fail with it.
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		now.values, now.err = r.read(ctx)
		cancel()
		if now.err == nil && r.own {
			r.mu.Lock()
			r.merge(now.values)
			r.loaded = asked == r.asked
			now.values = r.known
			r.mu.Unlock()
		}
		close(now.done)
	}
}

// raise takes in what a commit has made.
func (r *revisions) raise(values map[string]int64) {
	if !r.own || len(values) == 0 {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.merge(values)
}

// forget makes the next get read the database again.
func (r *revisions) forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.loaded = false
	r.asked++ // a read that is under way is too old already
}

// merge keeps the higher value of each family: a read that began before a
// commit may arrive after it. The map is replaced, as others hold the old one.
func (r *revisions) merge(values map[string]int64) {
	merged := maps.Clone(r.known)
	if merged == nil {
		merged = make(map[string]int64, len(values))
	}
	for family, value := range values {
		merged[family] = max(merged[family], value)
	}
	r.known = merged
}
