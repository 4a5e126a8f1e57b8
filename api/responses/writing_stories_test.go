package responses_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"envagin/api/testkit"
)

func TestTwoWritersLoseNothingOfEachOthers(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.start() + "/answers/exempel"
		whole := at[:strings.Index(at, "/answers")]
		before := a.Get(at, a.As("manager")).Want(200)
		followed := a.Get(whole, a.As("manager")).Want(200)
		if before.Object()["value"] != nil || before.Object()["version"] != 0.0 {
			t.Error(string(before.Body))
		}
		a.Get(at, a.As("manager"), testkit.Header("If-None-Match", before.ETag())).Want(304)
		a.Get(whole, a.As("manager"), testkit.Header("If-None-Match", followed.ETag())).Want(304)

		s.write("contact", whole, "exempel", "Vi ringer.").Want(200)

		late := a.Do(put, at, object{"value": "Vi skriver."}, a.As("manager"), testkit.IfMatch(before.ETag())).WantProblem(412, "stale")
		var told struct {
			Changes []struct{ Field, After, ByRole string }
		}
		late.Into(&told)
		if len(told.Changes) != 1 || told.Changes[0].After != "Vi ringer." || told.Changes[0].ByRole != "contact" {
			t.Error(string(late.Body))
		}
		a.Get(whole, a.As("manager"), testkit.Header("If-None-Match", followed.ETag())).Want(200)
		now := a.Get(at, a.As("manager"), testkit.Header("If-None-Match", before.ETag())).Want(200)
		joined := a.Do(put, at, object{"value": "Vi ringer. Vi skriver."}, a.As("manager"), testkit.IfMatch(now.ETag())).Want(200)
		if joined.Object()["version"] != 2.0 || joined.Object()["writtenBy"].(object)["role"] != "manager" {
			t.Error(string(joined.Body))
		}
		a.Run(t, "what stands there already is no write, whoever saves it again", func(t *testing.T) {
			same := a.Do(put, at, object{"value": "Vi ringer. Vi skriver."}, a.As("contact"), testkit.IfMatch(before.ETag())).Want(200)
			if same.Object()["version"] != 2.0 || same.Object()["writtenBy"].(object)["role"] != "manager" {
				t.Error(string(same.Body))
			}
		})
		a.Run(t, "what was taken away is no answer", func(t *testing.T) {
			s.write("contact", whole, "exempel", nil).Want(200)
			if r := a.Get(whole, a.As("contact")); text(r, "answered") != "0" {
				t.Error(string(r.Body))
			}
		})
	})
}

func TestAnAcknowledgedAnswerStandsOnce(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		in, officer := object{"unitId": a.Body("centrum-mot-vald")}, a.As("officer")
		key := testkit.Header("Idempotency-Key", "the first try of the officer")

		var mu sync.Mutex
		var statuses []int
		together(8, func(n int) {
			got := a.Do(post, s.round+"/responses", in, officer)
			mu.Lock()
			defer mu.Unlock()
			statuses = append(statuses, got.Status)
		})

		slices.Sort(statuses)
		if statuses[0] != 201 || statuses[1] != 409 || statuses[7] != 409 {
			t.Error(statuses)
		}
		at := s.round + "/responses/" + a.Get(s.round+"/responses", officer).Items()[0]["id"].(string)
		comment := object{"questionKey": "exempel", "text": "Räcker det?"}
		first := a.Do(post, at+"/comments", comment, officer, key).Want(201)
		if again := a.Do(post, at+"/comments", comment, officer, key).Want(201); again.ID() != first.ID() {
			t.Error("said twice")
		}
		if n := len(a.Get(at+"/comments", officer).Items()); n != 1 {
			t.Error(n)
		}

		acknowledged := map[string]float64{} // what was answered 200, with its version
		together(8, func(n int) {
			value := fmt.Sprintf("Skribent %d", n)
			got := a.Do(put, at+"/answers/exempel", object{"value": value}, officer, testkit.IfMatch(`"0"`))
			mu.Lock()
			defer mu.Unlock()
			if got.Status == 200 {
				acknowledged[value], _ = got.Object()["version"].(float64)
			} else if got.Status != 412 {
				t.Errorf("%d\n%s", got.Status, got.Body)
			}
		})
		stands := a.Get(at+"/answers/exempel", officer)
		if len(acknowledged) != 1 || acknowledged[text(stands, "value")] != 1 {
			t.Error(acknowledged, string(stands.Body))
		}
	})
}

func together(n int, do func(n int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { do(i) })
	}
	all.Wait()
}

func TestASittingLeavesOneTraceAndTheSignatureAllTheText(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.start()
		history := func() (actions []string) {
			for _, e := range a.Get("/histories/response/"+at[strings.LastIndex(at, "/")+1:]+"?limit=100", a.As("manager")).Want(200).Items() {
				actions = append(actions, e["action"].(string))
			}
			return actions
		}
		for n := range 3 {
			s.write("contact", at, "exempel", fmt.Sprintf("Vi ringer %d", n)).Want(200)
			a.Later(time.Minute)
		}
		if got := history(); len(got) != 2 {
			t.Error(got)
		}
		a.Later(2 * time.Hour)
		s.write("contact", at, "exempel", "Vi ringer.").Want(200)
		s.write("contact", at, "plan", "nej").Want(200)
		if got := history(); len(got) != 4 {
			t.Error(got)
		}
		s.verb("manager", at, "/signature", object{}).Want(200)
		traced := string(a.Get("/histories/response/"+at[strings.LastIndex(at, "/")+1:], a.As("manager")).Want(200).Body)
		if !strings.Contains(traced, "Vi ringer.") || strings.Contains(traced, "Vi ringer 1") {
			t.Error(traced)
		}
		a.Get("/histories/response/"+at[strings.LastIndex(at, "/")+1:], a.As("reader")).Want(403)
	})
}

func TestWritersTalkBesideTheAnswers(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.start()
		made := a.Do(post, at+"/comments", object{"questionKey": "plan", "text": "Gäller det oss?"}, a.As("contact")).Want(201)
		a.Do(post, at+"/comments", object{"questionKey": "exempel", "text": "Ta med skolan."}, a.As("officer")).Want(201)

		got := a.Get(at+"/comments?question=plan", a.As("manager")).Want(200).Items()

		if len(got) != 1 || got[0]["text"] != "Gäller det oss?" || got[0]["writtenBy"].(object)["name"] != "Demo: kontaktperson" || got[0]["isMine"] != false {
			t.Error(got)
		}
		if n := len(a.Get(at, a.As("contact")).Object()["comments"].([]any)); n != 2 {
			t.Error(n)
		}
		one := at + "/comments/" + made.ID()
		a.Do(remove, one, nil, a.As("reader"), testkit.IfMatch(`"1"`)).WantProblem(403, "forbidden")
		a.Do(remove, one, nil, a.As("contact")).WantProblem(428, "versionRequired")
		a.Do(remove, one, nil, a.As("contact"), testkit.IfMatch(made.ETag())).Want(204)
		if n := len(a.Get(at+"/comments", a.As("contact")).Items()); n != 1 {
			t.Error(n)
		}
	})
}

func TestWhatIsSignedIsWhatStands(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.start()
		s.write("contact", at, "plan", "nej").Want(200)
		officer, manager := a.As("officer"), a.As("manager")
		together(5, func(n int) {
			if n == 4 {
				a.Do(put, at+"/signature", object{}, manager, testkit.IfMatch(`"1"`)).Want(200)
				return
			}
			key := []string{"exempel", "parter"}[n%2]
			for version := range 6 { // some before the signature, and none after
				value := any([]string{[]string{"ja", "nej"}[version%2]})
				if key == "exempel" {
					value = fmt.Sprintf("Skribent %d skriver %d", n, version)
				}
				etag := a.Get(at+"/answers/"+key, officer).ETag()
				if got := a.Do(put, at+"/answers/"+key, object{"value": value}, officer, testkit.IfMatch(etag)); got.Status != 200 && got.Status != 409 && got.Status != 412 {
					t.Errorf("%d\n%s", got.Status, got.Body)
				}
			}
		})
		whole := a.Get(at, manager).Want(200)
		if signed := whole.Object()["signature"].(object); signed["contentHash"] != whole.Object()["contentHash"] {
			t.Error("something was written after it was signed:", string(whole.Body))
		}
	})
}

func TestWhoWritesWhileItIsBeingSignedWaitsAndIsRefused(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.start()
		contact, answered := a.As("contact"), make(chan *testkit.Answer)
		err := a.DB.Tx(context.Background(), func(tx *gorm.DB) error { // somebody's signature, not committed yet
			err := tx.Exec("UPDATE responses SET state = 'signed' WHERE id = ?", at[strings.LastIndex(at, "/")+1:]).Error
			go func() {
				answered <- a.Do(put, at+"/answers/exempel", object{"value": "Sent"}, contact, testkit.IfMatch(`"0"`))
			}()
			time.Sleep(200 * time.Millisecond)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		(<-answered).WantProblem(409, "signed")
	})
}
