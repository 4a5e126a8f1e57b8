package jobs_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/platform/erasure"
	"envagin/api/platform/jobs"
	"envagin/api/testkit"
)

// place is a queue with a note of what was done.
type place struct {
	*jobs.Runner
	db   *database.DB
	file string // or the address

	mu   sync.Mutex
	did  []string
	fail func(id string) error
	log  bytes.Buffer
}

func (p *place) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.log.Write(b)
}

func (p *place) logged() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.log.String()
}

func (p *place) done() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Join(p.did, " ")
}

// eachDB gives a queue with one kind of job, "note", on both databases.
func eachDB(t *testing.T, story func(t *testing.T, p *place)) {
	t.Helper()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			p := &place{fail: func(string) error { return nil }}
			log := slog.New(slog.NewTextHandler(p, nil))
			p.file = testkit.NewDatabase(t, dialect)
			db, err := database.Open(t.Context(), p.file, database.Options{Log: log})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			p.db, p.Runner = db, jobs.New(db, day.Real(), log)
			p.Register("note", func(_ context.Context, id string) error {
				p.mu.Lock()
				defer p.mu.Unlock()
				p.did = append(p.did, id)
				return p.fail(id)
			})
			story(t, p)
		})
	}
}

func (p *place) queue(t *testing.T, ids ...string) {
	t.Helper()
	err := p.db.Tx(t.Context(), func(tx *gorm.DB) error {
		for _, id := range ids {
			if err := p.Enqueue(tx, "note", id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

type row struct {
	State   string
	Attempt int
	Args    string
	Errors  string
}

func (p *place) rows(t *testing.T) (rows []row) {
	t.Helper()
	err := p.db.Read(t.Context(), func(tx *gorm.DB) error {
		return tx.Raw("SELECT state, attempt, CAST(args AS TEXT) AS args, CAST(errors AS TEXT) AS errors FROM river_job ORDER BY id").Scan(&rows).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// soon waits for something that another goroutine is about to do.
func soon(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("after 20 seconds: %s", what)
		}
	}
}

func TestAJobIsThereIfAndOnlyIfTheWriteIs(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		changed := errors.New("changed my mind")

		err := p.db.Tx(t.Context(), func(tx *gorm.DB) error {
			if err := p.Enqueue(tx, "note", "never"); err != nil {
				t.Fatal(err)
			}
			return changed
		})
		p.queue(t, "7")

		if !errors.Is(err, changed) {
			t.Error(err)
		}
		if rows := p.rows(t); len(rows) != 1 || !holdsOnly(t, rows[0].Args, map[string]any{"kind": "note", "id": "7"}) {
			t.Errorf("the queue holds %v", rows)
		}
	})
}

func holdsOnly(t *testing.T, text string, want map[string]any) bool {
	t.Helper()
	var got map[string]any
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	return maps.Equal(got, want)
}

func TestAJobOfAnUnknownKindIsRefused(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		err := p.db.Tx(t.Context(), func(tx *gorm.DB) error { return p.Enqueue(tx, "rumour", "7") })

		if err == nil || len(p.rows(t)) != 0 {
			t.Error(err, p.rows(t))
		}
	})
}

func TestAQueuedJobIsDoneSoonAndForgotten(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		p.queue(t, "before-the-start")
		if err := p.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		defer p.Stop(context.Background())
		soon(t, "the first is not done", func() bool { return p.done() == "before-the-start" })

		p.queue(t, "while-awake")
		soon(t, "the second is not done", func() bool { return strings.HasSuffix(p.done(), " while-awake") })
		soon(t, "what is done is kept", func() bool { return len(p.rows(t)) == 0 })
		time.Sleep(4 * time.Second) // River has gone to sleep
		p.queue(t, "while-asleep")

		soon(t, "the third is not done", func() bool { return strings.HasSuffix(p.done(), " while-asleep") })
	})
}

func TestAFailureIsToldByKindAndIDAndTriedAgain(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		p.fail = func(string) error { return errors.New("550 eva.svensson@example.org is unknown") }
		p.queue(t, "7")
		if err := p.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		defer p.Stop(context.Background())

		soon(t, "nothing is kept for another try", func() bool {
			rows := p.rows(t)
			return len(rows) == 1 && (rows[0].State == "retryable" || rows[0].State == "available") && rows[0].Attempt == 1
		})

		if rows := p.rows(t); strings.Contains(rows[0].Errors, "eva") || !strings.Contains(rows[0].Errors, "failed") {
			t.Errorf("the queue keeps %v", rows)
		}
		if told := p.logged(); strings.Contains(told, "eva") || !strings.Contains(told, "kind=note id=7") {
			t.Errorf("the log says %s", told)
		}
		if p.done() != "7" {
			t.Errorf("done %s", p.done())
		}
		p.mu.Lock()
		p.fail = func(string) error { return nil }
		p.mu.Unlock()
		soon(t, "it was not tried again after ten seconds", func() bool { return p.done() == "7 7" && len(p.rows(t)) == 0 })
	})
}

func TestAFinalFailureIsKeptUntilItIsErased(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		p.fail = func(string) error {
			return &jobs.Failure{Reason: "refused by the mail server", Final: true, Err: errors.New("550 eva@example.org")}
		}
		p.queue(t, "7")
		if err := p.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		soon(t, "it is not kept as failed", func() bool { rows := p.rows(t); return len(rows) == 1 && rows[0].State == "cancelled" })
		p.Stop(context.Background())

		told := p.logged()
		rule := jobs.Retention()[0]
		var early, counted, erased int
		err := p.db.Tx(t.Context(), func(tx *gorm.DB) (err error) {
			if early, err = rule.Count(tx, time.Now().Add(-time.Hour)); err != nil {
				return err
			}
			if counted, err = rule.Count(tx, time.Now().Add(time.Hour)); err != nil {
				return err
			}
			erased, err = rule.Erase(tx, erasure.Run{Before: time.Now().Add(time.Hour), Most: 10})
			return err
		})

		if !strings.Contains(told, "job failed for good") || !strings.Contains(told, `reason="refused by the mail server"`) || strings.Contains(told, "eva@") {
			t.Errorf("the log says %s", told)
		}
		if err != nil || early != 0 || counted != 1 || erased != 1 || len(p.rows(t)) != 0 {
			t.Errorf("%d before it ended, %d after, %d erased, %v left (%v)", early, counted, erased, p.rows(t), err)
		}
	})
}

func TestAFinalFailureOutlivesTheQueuesOwnCleaning(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		p.fail = func(string) error { return &jobs.Failure{Reason: "refused by the mail server", Final: true} }
		p.queue(t, "7")
		if err := p.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		soon(t, "it is not kept as failed", func() bool { rows := p.rows(t); return len(rows) == 1 && rows[0].State == "cancelled" })

		// River cleans within a second of its waking, and it stays awake for two.
		for until := time.Now().Add(2500 * time.Millisecond); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
			if rows := p.rows(t); len(rows) != 1 {
				t.Fatalf("the queue keeps %v", rows)
			}
		}
	})
}

func TestAPanicIsAFailureAndSaysNothing(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		p.fail = func(string) error { panic("eva@example.org") }
		p.queue(t, "7")

		err := p.Drain(t.Context())

		if err == nil || strings.Contains(err.Error()+p.logged(), "eva@") || len(p.rows(t)) != 1 {
			t.Error(err, p.logged(), p.rows(t))
		}
	})
}

func TestStopLetsAJobEnd(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		begun, ended := make(chan struct{}), false
		p.Register("slow", func(ctx context.Context, _ string) error {
			close(begun)
			time.Sleep(time.Second)
			ended = ctx.Err() == nil
			return nil
		})
		if err := p.db.Tx(t.Context(), func(tx *gorm.DB) error { return p.Enqueue(tx, "slow", "7") }); err != nil {
			t.Fatal(err)
		}
		if err := p.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		<-begun

		p.Stop(context.Background())

		if !ended || len(p.rows(t)) != 0 {
			t.Error(ended, p.rows(t))
		}
	})
}

func TestWhatIsDueByTheClockRunsUntilTheStop(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		ran := make(chan struct{}, 100)
		p.Every("beat", 10*time.Millisecond, func(context.Context) error { ran <- struct{}{}; return nil })
		p.Every("trouble", 10*time.Millisecond, func(context.Context) error { panic("trouble") })
		if err := p.Start(t.Context()); err != nil {
			t.Fatal(err)
		}

		for range 3 {
			<-ran
		}
		soon(t, "a panic is not told", func() bool { return strings.Contains(p.logged(), "name=trouble") })
		p.Stop(context.Background())
		for len(ran) > 0 {
			<-ran
		}
		time.Sleep(100 * time.Millisecond)

		if len(ran) > 0 {
			t.Error("it goes on after the stop")
		}
	})
}

func TestDrainDoesAllThatIsQueuedAndGivesTheFirstError(t *testing.T) {
	t.Parallel()
	eachDB(t, func(t *testing.T, p *place) {
		p.fail = func(id string) error {
			if strings.HasPrefix(id, "bad") {
				return errors.New(id)
			}
			return nil
		}
		p.queue(t, "one", "bad-1", "bad-2", "two")

		err := p.Drain(t.Context())

		if p.done() != "one bad-1 bad-2 two" {
			t.Errorf("done %s", p.done())
		}
		if err == nil || !strings.Contains(err.Error(), "bad-1") {
			t.Error(err)
		}
		if len(p.rows(t)) != 2 {
			t.Errorf("the queue holds %v", p.rows(t))
		}
	})
}
