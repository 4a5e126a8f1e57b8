package responses_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/surveys"
	"envagin/api/testkit"
)

// aMoment is long beside what a request takes, and short beside a story.
const aMoment = 300 * time.Millisecond

func TestNobodySignsInARoundThatIsBeingClosed(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.start()
		s.write("contact", at, "plan", "nej").Want(200)
		etag := testkit.IfMatch(a.Get(at, a.As("manager")).Want(200).ETag())
		signed := make(chan *testkit.Answer, 1)
		a.Surveys.OnClose = append(a.Surveys.OnClose, func(context.Context, *gorm.DB, surveys.Survey) error {
			go func() { signed <- a.Do(put, at+"/signature", object{}, a.As("manager"), etag) }()
			time.Sleep(aMoment) // the manager signs after the steps have read what was signed
			return nil
		})

		s.verb("coordinator", s.round, "/closing", object{}).Want(200)

		(<-signed).WantProblem(409, "closed")
		if r := a.Get(at, a.As("manager")).Want(200); text(r, "state") != "draft" {
			t.Error(string(r.Body))
		}
	})
}

func TestARoundIsClosedAfterTheSignatureThatCameFirst(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		etag := testkit.IfMatch(a.Get(s.round, a.As("coordinator")).Want(200).ETag())
		closed := make(chan *testkit.Answer, 1)

		err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
			if err := surveys.Hold(tx, strings.TrimPrefix(s.round, "/surveys/")); err != nil { // as one who signs does
				return err
			}
			go func() { closed <- a.Do(put, s.round+"/closing", object{}, a.As("coordinator"), etag) }()
			select {
			case early := <-closed:
				t.Error("closed under somebody who signs", early.Status)
				closed <- early
			case <-time.After(aMoment):
			}
			return nil
		})

		if err != nil {
			t.Fatal(err)
		}
		(<-closed).Want(200)
	})
}
