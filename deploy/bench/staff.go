package main

import (
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
	"gorm.io/gorm"

	"envagin/api/ballots"
	"envagin/api/platform/auth"
	"envagin/api/platform/httpx"
	"envagin/api/surveys"
)

// A municipality of twelve thousand answers forty questions, sixty-four at a time. They
// come in pieces, in turn with the baseline's, so that the machine's moods meet both alike.
const (
	staffAnswers = 12_000
	staffClients = 64
	staffPieces  = 12
	staffAsked   = 40
	staffTexts   = 4 // of the forty are answered in words
)

// staff measures anonymous answers, each acknowledged when its commit is on disk, against
// a handler that only decodes the same body and inserts it.
func (r *report) staff(ctx context.Context, s *site) error {
	const name = "12 000 staff answers of 40 questions, 64 clients"
	if !r.wants(name) {
		return nil
	}
	full, err := s.electorate(ctx)
	if err != nil {
		return err
	}
	bare, err := s.bare(ctx)
	if err != nil {
		return err
	}
	cpu, err := s.processorTime(ctx)
	if err != nil {
		return err
	}
	var done, base sample
	piece := staffAnswers / staffPieces
	for n := range staffPieces {
		some := full.bodies[n*piece : (n+1)*piece]
		sides := []func() error{
			func() error { return done.send(s.addr, full.path, some, cpu) },
			func() error { return base.send(s.addr, bare, some, cpu) },
		}
		if n%2 == 1 {
			slices.Reverse(sides)
		}
		for _, side := range sides {
			if err := side(); err != nil {
				return err
			}
		}
	}
	slices.Sort(done.took)
	slices.Sort(base.took)
	kept := 0
	err = s.app.DB.Read(ctx, func(tx *gorm.DB) error {
		rows, err := ballots.Read(tx, full.round)
		kept = len(rows)
		return err
	})
	if err == nil && kept != staffAnswers {
		err = fmt.Errorf("%d answers are kept of %d that were acknowledged", kept, staffAnswers)
	}
	r.add(row{database: s.name, kind: staffed, name: name, sample: done, base: base,
		ratio: done.rate() / base.rate(), cpu: float64(base.each()) / float64(done.each())})
	return err
}

// send posts each body once, from many clients, and adds what it took.
func (x *sample) send(addr, path string, bodies [][]byte, cpu func() time.Duration) error {
	next, failed := make(chan []byte), make(chan error, staffClients)
	var mu sync.Mutex
	var clients sync.WaitGroup
	ready := make(chan struct{})
	for range staffClients {
		c, err := dial(addr)
		if err != nil {
			return err
		}
		clients.Go(func() {
			defer c.close()
			<-ready
			for body := range next {
				now := time.Now()
				a, err := c.do(anonymous(path, body), true)
				for err == nil && a.status == http.StatusServiceUnavailable { // as the page does
					time.Sleep(20 * time.Millisecond)
					a, err = c.do(anonymous(path, body), true)
				}
				took := time.Since(now)
				if err == nil && a.status != http.StatusCreated {
					err = fmt.Errorf("answered %d %s", a.status, a.body)
				}
				if err != nil {
					failed <- err
					continue
				}
				mu.Lock()
				x.took, x.bytes = append(x.took, took), len(body)
				mu.Unlock()
			}
		})
	}
	began, used := time.Now(), cpu()
	close(ready)
	for _, body := range bodies {
		next <- body
	}
	close(next)
	clients.Wait()
	x.spent += time.Since(began)
	x.cpu += cpu() - used
	close(failed)
	return errors.Join(<-failed)
}

// anonymous makes the bytes of a POST without a name.
func anonymous(path string, body []byte) []byte {
	return fmt.Appendf(nil, "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", path, len(body), body)
}

// electorate is a round with everybody's answer, ready to send.
type electorate struct {
	round, path string
	bodies      [][]byte
}

// electorate opens a round of forty questions and gives each answer its ballot. What a
// page buys blind is an ordinary signature, so it is made here with the group's key.
func (s *site) electorate(ctx context.Context) (e electorate, err error) {
	round, group, answers, err := s.staffRound(ctx)
	if err != nil {
		return e, err
	}
	e = electorate{round: round, path: httpx.Prefix + "/surveys/" + round + "/staff-answers"}
	err = s.app.DB.Tx(ctx, func(tx *gorm.DB) error {
		_, err := s.app.Ballots.MakeCodes(tx, round, group, 1)
		return err
	})
	if err != nil {
		return e, err
	}
	var der []byte
	if err := s.raw.QueryRowContext(ctx, "SELECT private_key FROM ballot_keys WHERE group_id = '"+group+"'").Scan(&der); err != nil {
		return e, err
	}
	parsed, err := x509.ParsePKCS8PrivateKey(der)
	if err != nil {
		return e, err
	}
	key := parsed.(*rsa.PrivateKey)
	for range staffAnswers {
		ballot := make([]byte, 64)
		_, _ = rand.Read(ballot)
		digest := sha512.Sum384(ballot)
		signature, err := rsa.SignPSS(rand.Reader, key, crypto.SHA384, digest[:], &rsa.PSSOptions{SaltLength: 48})
		if err != nil {
			return e, err
		}
		body, err := json.Marshal(ballots.AnswerInput{KeyID: group, Ballot: b64(ballot), Signature: b64(signature), Answers: answers})
		if err != nil {
			return e, err
		}
		e.bodies = append(e.bodies, body)
	}
	return e, nil
}

// staffRound opens a round of forty questions, and writes the answer that all give.
func (s *site) staffRound(ctx context.Context) (round, group string, answers json.RawMessage, err error) {
	keeper := auth.User{ID: "bench", Roles: []auth.Role{{Name: auth.Coordinator}}}
	made, err := s.app.Surveys.Create(ctx, keeper, surveys.Survey{Key: "bench", Answering: surveys.Staff, TitleSv: "Mätning", TitleEn: "Bench", ClosesOn: "2099-01-01",
		Sections: []surveys.Section{{Key: "a", TitleSv: "A", TitleEn: "A"}}}, []surveys.GroupInput{{Key: "alla", NameSv: "Alla", NameEn: "All", Size: staffAnswers}}, false)
	if err != nil {
		return "", "", nil, err
	}
	least, most, values := 1., 5., map[string]any{}
	for n := range staffAsked {
		q := surveys.Question{Key: fmt.Sprintf("fraga-%02d", n), SectionKey: "a", Position: n, TextSv: "F", TextEn: "Q", Required: true}
		switch {
		case n < staffTexts:
			q.Type, values[q.Key] = surveys.LongText, text(200)
		case n%2 == 0:
			q.Type, q.Options, values[q.Key] = surveys.Single, []surveys.Option{{Key: "ja", Sv: "Ja", En: "Yes"}, {Key: "nej", Sv: "Nej", En: "No"}}, "ja"
		default:
			q.Type, q.Min, q.Max, values[q.Key] = surveys.Scale, &least, &most, 4
		}
		if _, err := s.app.Surveys.AddQuestion(ctx, keeper, made.ID, q); err != nil {
			return "", "", nil, err
		}
	}
	if made, err = s.app.Surveys.Get(ctx, keeper, made.ID); err != nil {
		return "", "", nil, err
	}
	if _, err = s.app.Surveys.Open(ctx, keeper, made.ID, made.Version); err != nil {
		return "", "", nil, err
	}
	answers, err = json.Marshal(values)
	return made.ID, made.Groups[0].ID, answers, err
}

func b64(bytes []byte) string { return base64.RawURLEncoding.EncodeToString(bytes) }

// bare mounts the baseline: the same server, middleware, database and durability, with a
// handler that decodes the body and inserts it into a table of the same form.
func (s *site) bare(ctx context.Context) (string, error) {
	form := "CREATE TABLE bench_answers (survey_id TEXT NOT NULL, ballot TEXT NOT NULL, group_id TEXT NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (survey_id, ballot))"
	if s.name == sqlite {
		form += " WITHOUT ROWID"
	}
	if err := s.app.DB.Tx(ctx, func(tx *gorm.DB) error { return tx.Exec(form).Error }); err != nil {
		return "", err
	}
	s.app.API.Anonymous("/bench-answers", func(c echo.Context) error {
		var in ballots.AnswerInput
		if err := json.NewDecoder(c.Request().Body).Decode(&in); err != nil {
			return err
		}
		sum := sha256.Sum256([]byte(in.Ballot))
		err := s.app.DB.Tx(c.Request().Context(), func(tx *gorm.DB) error {
			return tx.Exec("INSERT INTO bench_answers VALUES (?, ?, ?, ?)", "bench", hex.EncodeToString(sum[:]), in.KeyID, string(in.Answers)).Error
		})
		if err != nil {
			return err
		}
		return httpx.Plain(c, http.StatusCreated, ballots.Receipt{})
	})
	return httpx.Prefix + "/bench-answers", nil
}
