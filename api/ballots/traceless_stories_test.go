package ballots_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/app"
	"envagin/api/platform/database"
	"envagin/api/platform/day"
	"envagin/api/testkit"
)

func TestAnAnswerWritesItsRowAndNothingElse(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		p := s.visit(s.codes(0, 1)[0])
		before := s.tables()

		p.buy()
		exchanged := s.tables()
		p.answer(whole()).Want(201)
		answered := s.tables()

		if got := differing(before, exchanged); !slices.Equal(got, []string{"ballot_codes"}) {
			t.Errorf("the exchange changed %v", got)
		}
		if got := differing(exchanged, answered); !slices.Equal(got, []string{"survey_staff_answers"}) {
			t.Errorf("the answer changed %v", got)
		}
	})
}

func TestNothingThatIsKeptHasATime(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.voter(0).answer(whole()).Want(201)
		want := map[string]string{
			"survey_staff_answers": "answers ballot group_id survey_id",
			"ballot_codes":         "group_id hash survey_id used_with",
			"ballot_keys":          "group_id private_key public_key survey_id",
		}
		today := s.Clock.Now()
		for table, columns := range want {
			rows := s.rows(table)
			var names []string
			for name, value := range rows[0] {
				names = append(names, name)
				text := fmt.Sprint(value)
				if strings.Contains(text, today.Format("2006-01")) || strings.Contains(text, fmt.Sprint(today.Unix())[:7]) {
					t.Errorf("%s.%s tells when: %s", table, name, text)
				}
			}
			slices.Sort(names)
			if got := strings.Join(names, " "); got != columns {
				t.Errorf("%s has %s; each column must be thought through", table, got)
			}
		}
	})
}

// crowd is how many answer in the stories of order: by chance alone the order that is
// found is as much like the true one as the limit allows less than once in a million.
const (
	crowd = 64
	limit = .65
)

func TestAfterTheNightNothingTellsTheOrder(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		codes := s.codes(0, crowd)
		s.must(s.DB.Vacuum(context.Background())) // SQLite's log begins with these answers
		var marks []string
		for n, code := range codes {
			marks = append(marks, fmt.Sprintf("mark-%03d-%x", n, rand.Uint64()))
			s.visit(code).buy().answer(object{"rutin": "nej", "trygghet": 4, "fritt": marks[n]}).Want(201)
		}
		if likeness(s.found(marks)) < .9 {
			t.Fatal("there is no order to get rid of; this story shows nothing")
		}
		s.must(s.Ballots.Nightly(context.Background()))
		s.must(s.Ballots.Nightly(context.Background())) // once a night

		found := s.found(marks)

		if r := likeness(found); r > limit || r < -limit || len(found) != crowd {
			t.Errorf("%d answers are found in an order that is %.2f like the one in which they came: %v", len(found), r, found)
		}
		s.wantKept(crowd)
		if s.Dialect() == database.Postgres {
			for _, table := range []string{"survey_staff_answers", "ballot_codes", "ballot_keys"} {
				var writers int
				s.must(s.DB.Read(context.Background(), func(tx *gorm.DB) error {
					return tx.Raw("SELECT count(DISTINCT xmin::text) FROM " + table).Scan(&writers).Error
				}))
				if writers != 1 {
					t.Errorf("%s has rows of %d transactions", table, writers)
				}
			}
		}
	})
}

func TestACopyTellsNoOrder(t *testing.T) {
	t.Parallel()
	s := &story{App: testkit.Start(t, database.SQLite)}
	s.round, s.groups = s.open("enkat-2026")
	var marks []string
	for n, code := range s.codes(0, crowd) {
		marks = append(marks, fmt.Sprintf("mark-%03d-%x", n, rand.Uint64()))
		s.visit(code).buy().answer(object{"rutin": "nej", "trygghet": 4, "fritt": marks[n]}).Want(201)
	}
	copied := t.TempDir() + "/copy.db"

	s.must(s.DB.Backup(context.Background(), copied))

	content, err := os.ReadFile(copied)
	s.must(err)
	found := inOrder(content, marks)
	if r := likeness(found); r > limit || r < -limit || len(found) != crowd {
		t.Errorf("%d answers are found in an order that is %.2f like the one in which they came", len(found), r)
	}
}

func TestTheLogSaysNothingOfWhoAnswers(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			url := testkit.NewDatabase(t, dialect)
			first := &story{App: testkit.StartWith(t, url, func(*app.Config) {})}
			first.round, first.groups = first.open("enkat-2026")
			code := first.codes(0, 1)[0]
			first.Server.Close()
			first.App.Close()
			var log bytes.Buffer
			made, err := app.NewAt(context.Background(), app.Config{Database: url, BaseURL: "http://localhost:8080", CheapPasswords: true, TrustProxy: true},
				slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})), day.Fixed(testkit.Now))
			first.must(err)
			defer made.Close()
			server := httptest.NewServer(made.Handler())
			defer server.Close()
			s := &story{App: &testkit.App{App: made, T: t, Server: server}, round: first.round, groups: first.groups}
			s.Get("/violence-areas").Want(200)
			before := log.String()

			known := testkit.Header("X-Forwarded-For", "192.0.2.9")
			p := s.visit(code).buy()
			p.answer(whole(), known).Want(201)
			p.answer(object{}, known).Want(422)
			p.answer(whole(), known, testkit.Header("Cookie", "a=b")).Want(400)

			said := strings.TrimPrefix(log.String(), before)
			if !strings.Contains(before, "route=/api/v1/violence-areas ") {
				t.Error("nothing is logged at all; this story shows nothing:", before)
			}
			for line := range strings.Lines(said) {
				if !strings.Contains(line, "route=/api/v1/surveys/:id/ballot-keys ") { // a list that everyone reads
					t.Errorf("the log says %s", line)
				}
			}
		})
	}
}

func TestWhatWasAnsweredIsDestroyedInTime(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.voter(0).answer(object{"rutin": "nej", "trygghet": 4, "fritt": "sagt i förtroende"}).Want(201)
		other, open, groups := s.round, "", []string(nil)
		open, groups = s.open("enkat-annan")
		s.close()
		s.round, s.groups = open, groups
		s.voter(0).answer(whole()).Want(201)
		s.must(s.Jobs.Drain(context.Background()))
		s.Later(179 * 24 * time.Hour)
		s.nights()
		s.round = other
		s.wantKept(1)

		s.Later(3 * 24 * time.Hour)
		s.nights()

		s.wantKept(0)
		s.round = open
		s.wantKept(1) // it is open still
		if n := len(s.rows("ballot_codes")); n != 1 {
			t.Errorf("%d codes are kept", n)
		}
		if s.Dialect() == database.SQLite {
			if content, err := os.ReadFile(s.Config.Database); err != nil || bytes.Contains(content, []byte("sagt i förtroende")) {
				t.Error("the file still says what was destroyed", err)
			}
		}
	})
}

// nights lets what is due by the clock happen.
func (s *story) nights() {
	s.T.Helper()
	s.must(s.Retention.Nightly(context.Background()))
	s.must(s.Ballots.Nightly(context.Background()))
}
