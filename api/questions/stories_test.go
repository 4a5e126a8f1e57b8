package questions_test

import (
	"strings"
	"testing"
	"time"

	"envagin/api/testkit"
)

func TestTheCouncilAsksAndTheExpertAnswers(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		var at string
		a.Run(t, "a member of the council asks, and it waits for everyone to see", func(t *testing.T) {
			area := a.Get("/violence-areas?key=sexuellt-vald").Items()[0]["id"]
			at = s.ask("Skyddsplan", "violenceAreaIds", []any{area}, "neededBy", "2026-12-01")
			q := a.Get(at, a.As("coordinator")).Want(200).Object()
			if q["state"] != "new" || q["isLate"] != false || q["waitingDays"] != 0.0 || q["askedOn"] != "2026-11-23" ||
				!strings.Contains(q["questionHtml"].(string), "<strong>Skyddsplan</strong>") || q["isMine"] != false || q["askedBy"] == nil {
				t.Error(q)
			}
			if a.Get(at, a.As("member")).Object()["isMine"] != true || s.listed("member", "mine=true") != "Skyddsplan" || s.listed("officer", "mine=true") != "" {
				t.Error("whose question it is")
			}
		})
		a.Run(t, "the expert gets a letter that says nothing of it", func(t *testing.T) {
			a.Drain()
			m := a.LastMailTo("expert@demo.example")
			if !strings.Contains(m.Text, at[len("/council-questions/"):]) || strings.Contains(m.Subject+m.Text, "kyddsplan") {
				t.Error(m)
			}
		})
		a.Run(t, "an expert takes it on, gives it back, and takes it again", func(t *testing.T) {
			if s.rels("expert", at)["take"] == nil || s.rels("member", at)["take"] != nil {
				t.Error("who is offered to take it")
			}
			if q := s.do("expert", put, at, "/taking", "{}").Want(200).Object(); q["state"] != "taken" || q["takenBy"] == nil {
				t.Error(q)
			}
			if q := s.do("expert", remove, at, "/taking", nil).Want(200).Object(); q["state"] != "new" {
				t.Error(q)
			}
			s.do("expert", put, at, "/taking", nil).Want(200)
			s.do("coordinator", put, at, "/taking", nil).WantProblem(403, "forbidden")
		})
		a.Run(t, "the answer is safe Markdown with links, and its asker hears of it once", func(t *testing.T) {
			s.do("coordinator", put, at, "/publication", object{"part": "public"}).WantProblem(409, "notAnswered")
			answer := object{"answer": "I **akten**. <script>alert(1)</script> [Lag](javascript:alert(1))", "links": []object{{"title": "Lagen", "url": "https://example.org/lag"}}}
			q := s.do("expert", put, at, "/answer", answer).Want(200).Object()
			html := q["answer"].(object)["answerHtml"].(string)
			if q["state"] != "answered" || strings.Contains(html, "script") || !strings.Contains(html, "<strong>akten</strong>") {
				t.Error(q)
			}
			a.Drain()
			if m := a.LastMailTo("member@demo.example"); !strings.Contains(m.Text, at[len("/council-questions/"):]) || strings.Contains(m.Text, "akten") {
				t.Error(m)
			}
			sent := len(a.Outbox())
			s.do("expert", put, at, "/answer", object{"answer": "I akten, alltid."}).Want(200)
			a.Drain()
			if len(a.Outbox()) != sent {
				t.Error("told of a better answer too")
			}
			s.do("expert", put, at, "/taking", nil).WantProblem(409, "answered")
		})
		a.Run(t, "published for everyone, it does not say who asked", func(t *testing.T) {
			a.Get(at).WantProblem(404, "notFound")
			s.do("expert", put, at, "/publication", object{"part": "public"}).Want(200)
			body := string(a.Get(at).Want(200).Body)
			for _, hidden := range []string{"askedBy", "takenBy", "neededBy", "meetingId", "edit"} {
				if strings.Contains(body, hidden) {
					t.Errorf("%s is shown: %s", hidden, body)
				}
			}
			if s.listed("", "") != "Skyddsplan" || s.listed("", "mine=true") != "" || s.listed("reader", "mine=true") != "" || s.listed("", "waiting=true") != "" {
				t.Error(s.listed("", ""))
			}
			s.do("expert", remove, at, "", nil).WantProblem(409, "published")
		})
		a.Run(t, "taken back, it is for the council's people only", func(t *testing.T) {
			s.do("coordinator", remove, at, "/publication", nil).Want(200)
			a.Get(at).WantProblem(404, "notFound")
			s.do("coordinator", put, at, "/publication", object{"part": "internal"}).Want(200)
			a.Get(at).WantProblem(404, "notFound")
			if q := a.Get(at, a.As("reader")).Want(200).Object(); q["askedBy"] != nil || q["state"] != "published" {
				t.Error("those who are signed in read what is internal, and not who asked:", q)
			}
		})
	})
}

func TestAQuestionThatWaitsTooLongIsSeen(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		old := s.ask("Gammal")
		s.ask("Brådskande", "neededBy", "2026-11-30")
		answered := s.answered("Besvarad", "Ja.", "")
		a.Later(30 * 24 * time.Hour)
		if got := s.listed("expert", "waiting=late"); got != "Brådskande" {
			t.Error("thirty days are not too long:", got)
		}
		a.Later(24 * time.Hour)
		s.ask("Ny")
		if got := s.listed("expert", "waiting=late"); got != "Gammal, Brådskande" {
			t.Error(got)
		}
		if got := s.listed("expert", "waiting=true"); got != "Gammal, Brådskande, Ny" {
			t.Error("the one that has waited longest stands first:", got)
		}
		if q := a.Get(old, a.As("member")).Object(); q["isLate"] != true || q["waitingDays"] != 31.0 {
			t.Error(q)
		}
		if q := a.Get(answered, a.As("member")).Object(); q["isLate"] != false || q["waitingDays"] != 0.0 {
			t.Error(q)
		}
		if got := s.listed("expert", "waiting=false"); got != "Besvarad" {
			t.Error(got)
		}
		s.do("expert", put, old, "/taking", nil).Want(200)
		if got := s.listed("expert", "waiting=late&state=taken"); got != "Gammal" {
			t.Error("who takes it on does not hide it:", got)
		}
	})
}

func TestWhoAsksForWhom(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		own := func(role string) any {
			return a.Get("/users/me", a.As(role)).Object()["roles"].([]any)[0].(object)["bodyId"]
		}
		for _, role := range []string{"manager", "contact", "officer"} {
			made := a.Do(post, "/council-questions", asking(role, "askedByBodyId", own(role)), a.As(role)).Want(201)
			at := "/council-questions/" + made.ID()
			a.Do(put, at, asking(role, "askedByBodyId", a.Body("polisen")), a.As(role), testkit.IfMatch(made.ETag())).WantProblem(422, "invalid", "askedByBodyId")
			a.Do(put, at, asking(role+" igen", "askedByBodyId", own(role)), a.As(role), testkit.IfMatch(made.ETag())).Want(200)
			a.Do(post, "/council-questions", asking("rådets"), a.As(role)).WantProblem(422, "invalid", "askedByBodyId")
			s.do("member", put, at, "", asking("annans")).WantProblem(403, "forbidden")
			if got := s.listed("expert", "asked="+own(role).(string)); !strings.Contains(got, role+" igen") {
				t.Error(got)
			}
			s.do("expert", put, at, "/answer", object{"answer": "Så."}).Want(200)
			s.do("expert", put, at, "/publication", object{"part": "public"}).Want(200)
			if got := s.listed("", "asked="+own(role).(string)); got != "" || !strings.Contains(s.listed("", ""), role) {
				t.Error("who asked can be found out:", got)
			}
		}
		a.Do(post, "/council-questions", asking("x"), a.As("expert")).WantProblem(403, "forbidden")
		a.Do(post, "/council-questions", asking("x"), a.As("reader")).WantProblem(403, "forbidden")
		a.Do(post, "/council-questions", asking("x")).WantProblem(401, "signInNeeded")

		at := s.ask("Rådets", "askedByBodyId", a.Body("ifn"))
		s.do("expert", put, at, "", asking("Rättad", "askedByBodyId", a.Body("ifn"))).Want(200) // keeps who asked
		s.do("expert", put, at, "", asking("Rättad")).WantProblem(422, "invalid", "askedByBodyId")
		s.do("expert", put, at, "/answer", object{"answer": "Så."}).Want(200)
		s.do("member", put, at, "", asking("Ändrad efteråt")).WantProblem(403, "forbidden")
		s.do("member", remove, at, "", nil).WantProblem(403, "forbidden")
		s.do("coordinator", remove, at, "", nil).Want(204)
		a.Get(at, a.As("member")).WantProblem(410, "gone")
	})
}

func TestWhatIsWrongIsNamed(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		a := s.App
		ask := func(body object) *testkit.Answer { return a.Do(post, "/council-questions", body, a.As("member")) }
		unknown := "01900000-0000-7000-8000-000000000000"
		for field, bad := range map[string][]any{
			"title": {"", "a\nb", "Om 900101-9802"}, "question": {"", "Hon heter 189001019802", "\x00"}, "askedByBodyId": {"x", unknown},
			"violenceAreaIds": {[]string{"x"}, []string{unknown}}, "meetingId": {"x", unknown}, "neededBy": {"2026-11-22", "snart"}, "lang": {"de"},
		} {
			for _, value := range bad {
				ask(asking("Fel", field, value)).WantProblem(422, "invalid", field)
			}
		}
		if p := ask(asking("Fel", "question", "900101-9802")); !strings.Contains(string(p.Body), "personalNumber") || strings.Contains(string(p.Body), "9802") {
			t.Error("the refusal says what is wrong and not the number:", string(p.Body))
		}
		at := s.ask("Rätt")
		s.do("expert", put, at, "/answer", object{"answer": "Se 900101-9802"}).WantProblem(422, "invalid", "answer")
		s.do("expert", put, at, "/answer", object{}).WantProblem(422, "invalid", "answer")
		s.do("expert", put, at, "/answer", object{"answer": "Se", "links": []object{{"title": "x", "url": "ftp://x"}}}).WantProblem(422, "invalid", "links[0].url")
		s.do("expert", put, at, "/answer", object{"answer": "Så."}).Want(200)
		s.do("expert", put, at, "/publication", object{}).WantProblem(422, "invalid", "part")
		a.Do(put, at, asking("x"), a.As("member"), testkit.IfMatch(`"1"`)).WantProblem(403, "forbidden")
		stale := a.Do(put, at, asking("x"), a.As("coordinator"), testkit.IfMatch(`"1"`)).WantProblem(412, "stale")
		if !strings.Contains(string(stale.Body), `"answer"`) {
			t.Error("what others did meanwhile is told:", string(stale.Body))
		}
		a.Do(put, at+"/answer", object{"answer": "x"}, a.As("expert")).WantProblem(428, "versionRequired")
	})
}
