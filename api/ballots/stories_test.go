package ballots_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/ballots"
	"envagin/api/platform/httpx"
	"envagin/api/surveys"
	"envagin/api/testkit"
)

func TestAnEmployeeAnswersWithTheCodeInTheLetter(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		code := s.codes(0, 1)[0]
		p := s.visit(strings.ToLower(strings.ReplaceAll(code, "-", " ")))

		answered := p.buy().answer(object{"trygghet": 4, "rutin": "ja", "hur": "Vi frågar alla"}).Want(201)

		if got := strings.TrimSpace(string(answered.Body)); got != "{}" || answered.Header.Get("Cache-Control") != "no-store" || answered.ETag() != "" {
			t.Errorf("the receipt says %s %v", got, answered.Header)
		}
		rows := s.kept()
		if len(rows) != 1 || rows[0].GroupID != s.groups[0] || rows[0].Answers != `{"hur":"Vi frågar alla","rutin":"ja","trygghet":4}` {
			t.Errorf("what is kept is %v", rows)
		}
		if state := s.Do(post, "/ballot-codes", object{"code": code}).Want(200).Object()["state"]; state != "used" {
			t.Errorf("the code is %v", state)
		}
	})
}

func TestACodeBuysOneBallot(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		p := s.visit(s.codes(0, 1)[0])
		first := p.exchange().Want(201)

		s.Run(t, "and the same ballot again when the answer was lost on its way", func(*testing.T) {
			if again := p.exchange().Want(201); !bytes.Equal(first.Body, again.Body) {
				t.Error("the same blinded value got another signature")
			}
		})
		s.Run(t, "but never another", func(*testing.T) {
			p.blind()
			p.exchange().WantProblem(409, "codeUsed")
		})
		s.Run(t, "whoever is first of many at once", func(t *testing.T) {
			code := s.codes(0, 1)[0]
			var wg sync.WaitGroup
			answers := make([]*testkit.Answer, 8)
			for i := range answers {
				p := s.visit(code)
				wg.Go(func() { answers[i] = p.exchange() })
			}
			wg.Wait()
			sold := 0
			for _, a := range answers {
				if a.Status == 201 {
					sold++
				} else {
					a.WantProblem(409, "codeUsed")
				}
			}
			if sold != 1 {
				t.Errorf("the code bought %d ballots", sold)
			}
		})
	})
}

func TestAnAnswerIsKeptOnce(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		p := s.voter(0)

		s.Run(t, "of a double click, and of fifteen more", func(*testing.T) {
			var wg sync.WaitGroup
			answers := make([]*testkit.Answer, 16)
			for i := range answers {
				wg.Go(func() { answers[i] = p.answer(whole()) })
			}
			wg.Wait()
			for _, a := range answers {
				a.Want(201)
			}
			s.wantKept(1)
		})
		s.Run(t, "in whatever order and spelling it comes again", func(*testing.T) {
			again := fmt.Sprintf(`{"answers": {"trygghet": 4.0, "rutin": "nej"}, "signature": %q, "ballot": %q, "keyId": %q}`, b64(p.bought), b64(p.ballot), p.keyID)
			s.Do(post, "/surveys/"+s.round+"/staff-answers", again).Want(201)
			s.wantKept(1)
		})
		s.Run(t, "and not changed", func(t *testing.T) {
			p.answer(object{"rutin": "nej", "trygghet": 1}).WantProblem(409, "alreadyAnswered")
			if rows := s.kept(); len(rows) != 1 || !strings.Contains(rows[0].Answers, `"trygghet":4`) {
				t.Error(rows)
			}
		})
		s.Run(t, "when the connection was cut before the receipt came", func(*testing.T) {
			p := s.voter(1)
			p.cut(whole())
			p.answer(whole()).Want(201)
			s.wantKept(2)
		})
	})
}

// cut sends an answer and hangs up.
func (p *page) cut(answers object) {
	p.s.T.Helper()
	body, err := json.Marshal(p.content(answers))
	p.s.must(err)
	conn, err := net.Dial("tcp", p.s.Server.Listener.Addr().String())
	p.s.must(err)
	_, err = fmt.Fprintf(conn, "POST /api/v1/surveys/%s/staff-answers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", p.s.round, len(body), body)
	p.s.must(err)
	time.Sleep(5 * time.Millisecond) // the server has begun, and perhaps ended
	p.s.must(conn.Close())
}

func TestHalfAnAnswerIsNotKept(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		p := s.voter(0)
		for name, wrong := range map[string]struct {
			answers object
			field   string
		}{
			"a required question left out":           {object{"rutin": "nej"}, "answers.trygghet"},
			"nothing at all":                         {object{}, "answers.rutin"},
			"a question that this answer is not put": {object{"rutin": "nej", "trygghet": 4, "hur": "Så"}, "answers.hur"},
			"a question that nobody is put":          {object{"rutin": "nej", "trygghet": 4, "namn": "Eva Ek"}, "answers"},
			"another kind of answer":                 {object{"rutin": "nej", "trygghet": "fyra"}, "answers.trygghet"},
			"an option that there is not":            {object{"rutin": "kanske", "trygghet": 4}, "answers.rutin"},
			"too long a text":                        {object{"rutin": "ja", "trygghet": 4, "hur": strings.Repeat("å", 41)}, "answers.hur"},
			"a personal identity number":             {object{"rutin": "nej", "trygghet": 4, "fritt": "Hon heter 811218-9876"}, "answers.fritt"},
		} {
			s.Run(t, name, func(*testing.T) { p.answer(wrong.answers).WantProblem(422, "invalid", wrong.field) })
		}
		s.Run(t, "no answers", func(*testing.T) { p.answer(nil).WantProblem(422, "invalid", "answers") })
		s.wantKept(0)

		p.answer(whole()).Want(201) // nothing else was lost

		s.wantKept(1)
	})
}

func TestAClosedRoundTakesNoMore(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		code := s.codes(0, 1)[0]
		late, early, waiting := s.voter(0), s.voter(0), s.visit(code)
		early.answer(whole()).Want(201)

		s.close()

		late.answer(whole()).WantProblem(409, "closed")
		waiting.exchange().WantProblem(409, "closed")
		s.Do(post, "/ballot-codes", object{"code": code}).WantProblem(409, "closed")
		early.answer(whole()).Want(201) // what was answered for stays so
		early.answer(object{"rutin": "nej", "trygghet": 1}).WantProblem(409, "alreadyAnswered")
		s.wantKept(1)
		if keys := s.Get("/surveys/" + s.round + "/ballot-keys").Want(200).Items(); len(keys) != 0 {
			t.Errorf("keys are left: %v", keys)
		}
	})
}

func TestWhatBelongsElsewhereIsRefused(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		here, code := s.round, s.codes(0, 1)[0]
		other, groups := s.open("enkat-annan")

		s.Run(t, "a code of another round, and it is not said of which", func(t *testing.T) {
			p := s.visit(code)
			s.round = other
			foreign := p.exchange().WantProblem(422, "invalid", "code")
			s.round = here
			p.code = "2222-2222-2222-2222"
			unknown := p.exchange().WantProblem(422, "invalid", "code")
			if got, want := foreign.Object()["errors"], unknown.Object()["errors"]; fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%v tells more than %v", got, want)
			}
		})
		s.Run(t, "a key of another group", func(*testing.T) {
			p := s.visit(code)
			p.keyID = s.groups[1]
			p.exchange().WantProblem(422, "invalid", "keyId")
		})
		s.Run(t, "a ballot of another group", func(*testing.T) {
			s.codes(1, 1) // its key is there
			p := s.voter(0)
			p.keyID = s.groups[1]
			p.answer(whole()).WantProblem(422, "invalid", "signature")
		})
		s.Run(t, "a ballot of another round", func(*testing.T) {
			p := s.voter(0)
			s.round = other
			p.answer(whole()).WantProblem(422, "invalid", "keyId")
			p.keyID = groups[0]
			p.answer(whole()).WantProblem(422, "invalid", "keyId") // it has no key yet
			s.round = here
		})
		s.Run(t, "a round that nobody has opened", func(*testing.T) {
			p := s.voter(0)
			s.round, p.keyID = "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c01", "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2c02"
			p.answer(whole()).WantProblem(404, "notFound")
			s.round = here
		})
		s.wantKept(0)
	})
}

func TestWhoSaysWhoSendsIsRefused(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		p := s.voter(0)
		for name, header := range map[string]testkit.Option{
			"a cookie":            testkit.Header("Cookie", "session=1"),
			"a token":             s.As("admin"),
			"a token that is bad": testkit.Header("Authorization", "Bearer no"),
			"a password":          testkit.Header("Authorization", "Basic YTpi"),
			"a key":               testkit.Header("X-Api-Key", "evi_x"),
		} {
			s.Run(t, name, func(*testing.T) {
				p.answer(whole(), header).WantProblem(400, "identified")
				s.Do(post, "/ballot-codes", object{"code": p.code}, header).WantProblem(400, "identified")
				s.Do(post, "/surveys/"+s.round+"/ballots", object{"code": p.code, "keyId": p.keyID, "blinded": b64(p.blinded)}, header).WantProblem(400, "identified")
			})
		}
		s.wantKept(0)
		for _, method := range []string{http.MethodGet, http.MethodDelete, put} {
			s.Do(method, "/surveys/"+s.round+"/staff-answers", nil).WantProblem(405, "methodNotAllowed")
			s.Do(method, "/surveys/"+s.round+"/staff-answers", nil, s.As("admin")).WantProblem(400, "identified")
		}
	})
}

func TestTenThousandGuessesFindNothingAndHinderNobody(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		right, handler, told := s.codes(0, 1)[0], s.Handler(), map[int]int{}
		guess := func(code string) int {
			req := httptest.NewRequest(post, httpx.Prefix+"/ballot-codes", strings.NewReader(`{"code":"`+code+`"}`))
			req.Header.Set("Content-Type", "application/json")
			req.RemoteAddr = "192.0.2.7:4711"
			rec := httptest.NewRecorder()
			handler.ServeHTTP(rec, req)
			return rec.Code
		}

		for n := range 10_000 {
			told[guess(guessed(n))]++
		}

		if told[422] == 0 || told[422] > 60 || told[422]+told[429] != 10_000 {
			t.Errorf("the guesses were answered %v", told)
		}
		if got := guess(right); got != 200 {
			t.Errorf("a colleague at the same address, with a right code, was answered %d", got)
		}
		s.Later(time.Minute)
		if got := guess("2222-2222-2222-2222"); got != 422 {
			t.Errorf("a minute later: %d", got)
		}
	})
}

// guessed is the nth guess, written as a code is.
func guessed(n int) string {
	const marks = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
	code, sum := make([]byte, 16), 0
	for i := range 15 {
		at := n % len(marks)
		n /= len(marks)
		code[i], sum = marks[at], sum+(i+1)*at
	}
	code[15] = marks[sum%len(marks)]
	return string(code)
}

func TestWhatWasAcknowledgedWhileTheRoundClosedIsCounted(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		var voters []*page
		for range 24 {
			voters = append(voters, s.voter(0))
		}
		counted := -1
		s.Surveys.OnClose = append(s.Surveys.OnClose, func(_ context.Context, tx *gorm.DB, _ surveys.Survey) error {
			rows, err := ballots.Read(tx, s.round) // as the results do
			counted = len(rows)
			return err
		})
		var wg sync.WaitGroup
		slow := make(chan struct{})
		wg.Go(func() { // an answer whose commit takes its time
			s.must(s.DB.Tx(context.Background(), func(tx *gorm.DB) error {
				defer time.Sleep(300 * time.Millisecond)
				defer close(slow)
				return tx.Create(&ballots.Row{SurveyID: s.round, Ballot: "slow", GroupID: s.groups[0], Answers: "{}"}).Error
			}))
		})
		<-slow
		var acknowledged atomic.Int64
		acknowledged.Add(1)
		for _, p := range voters {
			wg.Go(func() {
				if answer := p.answer(whole()); answer.Status == 201 {
					acknowledged.Add(1)
				} else {
					answer.WantProblem(409, "closed")
				}
			})
		}
		s.close()
		wg.Wait()

		if counted != int(acknowledged.Load()) {
			t.Errorf("%d answers were counted of %d that were acknowledged", counted, acknowledged.Load())
		}
		s.wantKept(counted)
	})
}
