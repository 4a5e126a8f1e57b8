package questions_test

import (
	"strings"
	"testing"
	"time"

	"envagin/api/testkit"
)

func TestAQuestionOutlivesWhoAskedIt(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.answered("Skyddsplan", "I akten.", "public")
		member := a.Get("/users/me", a.As("member")).ID()
		data := a.Get("/users/"+member+"/personal-data", a.As("admin")).Want(200)
		if !strings.Contains(string(data.Body), `"title":"Skyddsplan"`) {
			t.Error("what one asked is taken out:", string(data.Body))
		}

		a.Do(remove, "/users/"+member+"/personal-data", nil, a.As("admin"), testkit.IfMatch(data.ETag())).Want(204)

		q := a.Get(at, a.As("expert")).Want(200).Object()
		if q["askedBy"] != nil || q["title"] != "Skyddsplan" || q["answer"] == nil || q["takenBy"] != nil {
			t.Error(q)
		}
		left := string(a.Get("/users/"+member+"/personal-data", a.As("admin")).Want(200).Body)
		if strings.Contains(left, "Skyddsplan") {
			t.Error("still tied to the person:", left)
		}
	})
}

func TestWhoAskedIsForgottenWithTime(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		old := s.answered("Gammal", "Ja.", "public")
		a.Later(729 * 24 * time.Hour)
		waits := s.ask("Väntar")
		erase := func() float64 {
			t.Helper()
			n, _ := a.Do(post, "/erasure-records", object{"ruleId": "question-persons"}, a.As("admin")).Want(201).Object()["erased"].(float64)
			return n
		}
		erase()
		if a.Get(old, a.As("expert")).Object()["askedBy"] == nil {
			t.Error("forgotten a day too soon")
		}
		a.Later(2 * 24 * time.Hour)
		erase()
		if q := a.Get(old, a.As("expert")).Want(200).Object(); q["askedBy"] != nil || q["answer"] == nil {
			t.Error(q)
		}
		if a.Get(waits, a.As("expert")).Object()["askedBy"] == nil {
			t.Error("one that waits still has somebody to tell")
		}
	})
}

func TestAProtectedPersonIsNotNamed(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		at := s.ask("Vem frågar")
		member := "/users/" + a.Get("/users/me", a.As("member")).ID()
		before := a.Get(at, a.As("expert")).Object()["askedBy"]
		read := a.Get(member, a.As("admin")).Want(200)
		in := object{}
		for _, field := range []string{"email", "name", "active", "roles"} {
			in[field] = read.Object()[field]
		}
		in["protected"] = true
		a.Do(put, member, in, a.As("admin"), testkit.IfMatch(read.ETag())).Want(200)
		if after := a.Get(at, a.As("expert")).Object()["askedBy"]; before == nil || after != nil {
			t.Error(before, after)
		}
	})
}

func TestTheDemoShowsQuestionsOfEverySort(t *testing.T) {
	t.Parallel()
	testkit.EachDemo(t, func(t *testing.T, a *testkit.App) {
		s := &story{a}
		if n := len(a.Get("/council-questions").Want(200).Items()); n != 2 {
			t.Error(n)
		}
		if got := s.listed("expert", "waiting=late"); got != "Hur ofta bör metodstödet för kartläggning ses över?" {
			t.Error(got)
		}
		if got := s.found("", "tolkar"); !strings.Contains(got, "anhörig") {
			t.Error(got)
		}
		if n := len(a.Get("/council-questions", a.As("expert")).Want(200).Items()); n != 5 {
			t.Error(n)
		}
	})
}
