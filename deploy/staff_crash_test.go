package deploy

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	mrand "math/rand/v2"
	"net/http"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/app"
	"envagin/api/ballots"
	"envagin/api/testkit"
	"envagin/api/testkit/pgtest"
)

var crashFor = flag.Duration("crash", 4*time.Second, "for how long the server is killed again and again, on each database")

// The same crowd everywhere: what is lost on its way to them is asked for again.
const (
	crashClients = 16
	crashCodes   = 20_000
	crashLost    = .05 // of the answers on the wire
	// crashEnough is how much is to be acknowledged for a run to count; with fewer it goes on, for crashPatience more at most.
	crashEnough   = 200
	crashPatience = time.Minute
)

// An acknowledged staff answer exists exactly once: the server is killed at random
// moments, the network loses answers, PostgreSQL's connections are cut, and every page
// asks again until it has its receipt. Beside it the same pages post something that
// nothing makes safe to repeat: unless that is there twice, the run was too kind to count.
func TestAStaffAnswerExistsOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	program := buildProgram(t)
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			c := newCrash(t, program, dialect)

			c.run(*crashFor)

			c.verify()
		})
	}
}

// crash is a server that is killed, and its crowd.
type crash struct {
	*server
	database    string
	round       string
	token       atomic.Value // a fresh access token, string
	codes       []string
	next        atomic.Int64
	over        atomic.Bool
	kills, cuts int

	mu      sync.Mutex
	kept    map[string]bool // marks of acknowledged answers
	control map[string]bool // titles of acknowledged questions
}

func newCrash(t *testing.T, program, dialect string) *crash {
	t.Helper()
	c := &crash{kept: map[string]bool{}, control: map[string]bool{}}
	c.database = filepath.Join(t.TempDir(), "crash.db")
	if dialect == "postgres" {
		c.database = pgtest.NewDatabase(t, dialect)
	}
	c.server = &server{t: t, program: program, database: c.database}
	c.start()
	t.Cleanup(func() { c.kill() })
	c.renew()
	group := c.open()
	c.kill() // SQLite's file has one writer, and codes are made here
	c.inside(func(a *app.App) error {
		return a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
			for range crashCodes / 5000 {
				made, err := a.Ballots.MakeCodes(tx, c.round, group, 5000)
				if err != nil {
					return err
				}
				c.codes = append(c.codes, made...)
			}
			return nil
		})
	})
	c.start()
	return c
}

// inside opens the database without a server.
func (c *crash) inside(do func(a *app.App) error) {
	c.t.Helper()
	a, err := app.New(context.Background(), app.Config{Database: c.database, BaseURL: "http://localhost:8080", CheapPasswords: true},
		slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		c.t.Fatal(err)
	}
	defer a.Close()
	if err := do(a); err != nil {
		c.t.Fatal(err)
	}
}

// open makes a round of one question and opens it.
func (c *crash) open() (group string) {
	c.t.Helper()
	var made struct {
		ID     string
		Groups []struct{ ID string }
	}
	c.into(c.send(http.MethodPost, "/surveys", map[string]any{"key": "crash", "answering": "staff", "titleSv": "Krasch", "titleEn": "Crash", "closesOn": "2099-01-01",
		"sections": []any{map[string]any{"key": "a", "titleSv": "A", "titleEn": "A"}},
		"groups":   []any{map[string]any{"key": "alla", "nameSv": "Alla", "nameEn": "All", "size": 12_000}}}, ""), &made)
	c.round = made.ID
	at := "/surveys/" + c.round
	c.send(http.MethodPost, at+"/questions", map[string]any{"key": "mark", "sectionKey": "a", "type": "shortText", "maxLength": 100, "required": true, "textSv": "M", "textEn": "M"}, "")
	c.send(http.MethodPut, at+"/opening", map[string]any{}, c.etag(at))
	return made.Groups[0].ID
}

func (c *crash) into(text []byte, v any) {
	c.t.Helper()
	if err := json.Unmarshal(text, v); err != nil {
		c.t.Fatal(err)
	}
}

// send writes as the administrator, at a round's making.
func (c *crash) send(method, path string, content any, etag string) []byte {
	c.t.Helper()
	text, err := json.Marshal(content)
	if err != nil {
		c.t.Fatal(err)
	}
	req, err := http.NewRequest(method, c.url+path, bytes.NewReader(text))
	if err != nil {
		c.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+c.token.Load().(string))
	req.Header.Set("If-Match", etag)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, _ := io.ReadAll(res.Body)
	if res.StatusCode >= 300 {
		c.t.Fatalf("%s %s: %d %s", method, path, res.StatusCode, body)
	}
	return body
}

// etag is the version of a thing that a write is based on.
func (c *crash) etag(path string) string {
	c.t.Helper()
	req, _ := http.NewRequest(http.MethodGet, c.url+path, nil)
	req.Header.Set("Authorization", "Bearer "+c.token.Load().(string))
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	_ = res.Body.Close()
	return res.Header.Get("ETag")
}

// renew gets a fresh access token, which lives for five minutes, through cut connections too.
func (c *crash) renew() {
	c.t.Helper()
	for range 50 {
		status, body, err := c.post("/sessions", "", map[string]string{"email": "coordinator@demo.example", "password": crashPassword})
		if err == nil && status == http.StatusCreated {
			var session struct{ AccessToken string }
			c.into(body, &session)
			c.token.Store(session.AccessToken)
			return
		}
		if status >= 400 && status < 500 {
			c.t.Fatalf("sign-in: %d %s", status, body)
		}
		time.Sleep(50 * time.Millisecond)
	}
	c.t.Fatal("nobody can sign in")
}

// run lets the crowd answer while the server is killed and the network fails.
func (c *crash) run(length time.Duration) {
	c.t.Helper()
	network := newCutting(c.t, c.address, crashLost)
	var crowd, trouble sync.WaitGroup
	for range crashClients {
		crowd.Go(func() {
			p := &crashPage{crash: c, url: network.url(), http: &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{}}}
			for !c.over.Load() {
				p.answer()
			}
		})
	}
	quiet := make(chan struct{})
	if c.database[:8] == "postgres" {
		trouble.Go(func() { c.cutDatabase(quiet) })
	}
	renewed := time.Now()
	// A slow machine gets longer: what nothing was written under shows nothing.
	for end, last := time.Now().Add(length), time.Now().Add(length+crashPatience); time.Now().Before(end) || c.written() < crashEnough && time.Now().Before(last); {
		time.Sleep(time.Duration(200+mrand.IntN(800)) * time.Millisecond)
		c.kill()
		c.kills++
		c.start()
		if time.Since(renewed) > 2*time.Minute { // it lives for five, and sign-ins are few on purpose
			c.renew()
			renewed = time.Now()
		}
	}
	close(quiet)
	trouble.Wait()
	time.Sleep(500 * time.Millisecond) // some come through undisturbed
	c.over.Store(true)
	crowd.Wait()
	c.kill()
}

// written is how many answers and questions of the control have been acknowledged, whichever are fewer.
func (c *crash) written() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return min(len(c.kept), len(c.control))
}

// cutDatabase ends the server's connections to PostgreSQL again and again.
func (c *crash) cutDatabase(quiet chan struct{}) {
	pool, err := sql.Open("pgx", c.database)
	if err != nil {
		c.t.Error(err)
		return
	}
	defer func() { _ = pool.Close() }()
	for {
		select {
		case <-quiet:
			return
		case <-time.After(time.Duration(50+mrand.IntN(250)) * time.Millisecond):
		}
		var n int
		err := pool.QueryRow("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").Scan(&n)
		if err != nil {
			c.t.Error(err)
			return
		}
		c.cuts += n
	}
}

// verify counts what there is of what was acknowledged.
func (c *crash) verify() {
	c.t.Helper()
	answers, questions := map[string]int{}, map[string]int{}
	c.inside(func(a *app.App) error {
		return a.DB.Read(context.Background(), func(tx *gorm.DB) error {
			rows, err := ballots.Read(tx, c.round)
			for _, row := range rows {
				answers[row.Answers]++
			}
			var titles []string
			if err := tx.Table("council_questions").Pluck("title", &titles).Error; err != nil {
				return err
			}
			for _, title := range titles {
				questions[title]++
			}
			return err
		})
	})
	lost, twice := tally(c.kept, answers, func(mark string) string { return `{"mark":"` + mark + `"}` })
	controlLost, controlTwice := tally(c.control, questions, func(title string) string { return title })
	c.t.Logf("%d kills, %d database connections cut; staff answers: %d acknowledged, %d lost, %d duplicated; control without idempotency: %d acknowledged, %d lost, %d duplicated",
		c.kills, c.cuts, len(c.kept), lost, twice, len(c.control), controlLost, controlTwice)
	if len(c.kept) < crashEnough || lost > 0 || twice > 0 || len(answers) != len(c.kept) {
		c.t.Errorf("of %d acknowledged answers %d are lost and %d are there twice; %d are there in all", len(c.kept), lost, twice, len(answers))
	}
	if controlTwice == 0 {
		c.t.Error("the control has no duplicates: this run shows nothing")
	}
}

func tally(acknowledged map[string]bool, there map[string]int, stored func(string) string) (lost, twice int) {
	for mark := range acknowledged {
		switch there[stored(mark)] {
		case 0:
			lost++
		case 1:
		default:
			twice++
		}
	}
	return lost, twice
}
