package meetings_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"envagin/api/app"
	"envagin/api/testkit"
)

func TestWhatTheAgendaMightTakeUp(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		topic := s.Do("POST", "/council-topics", object{"title": "Bemötande i receptionen", "why": "Flera har frågat."}, s.As("member")).Want(201)
		s.held(object{"startsAt": "2026-11-20T13:00:00Z", "endsAt": "2026-11-20T15:00:00Z"})
		meeting := s.plan(nil).ID()
		kinds := func() map[string]object {
			out := map[string]object{}
			for _, p := range s.Get("/council-meetings/"+meeting+"/proposals?limit=100", s.As("secretary")).Want(200).Items() {
				out[p["from"].(object)["kind"].(string)] = p
			}
			return out
		}

		got := kinds()

		for _, kind := range []string{"topic", "task", "decision", "staleActivity", "question"} {
			if got[kind] == nil && kind != "question" && kind != "staleActivity" {
				t.Errorf("nothing of kind %s among %v", kind, got)
			}
		}
		if got["topic"]["isOnAgenda"] != false {
			t.Error("the topic is on the agenda before anybody has put it there")
		}
		s.item(meeting, object{"title": "Bemötande i receptionen", "kind": "discussion", "from": object{"kind": "topic", "type": "councilTopic", "id": topic.ID()}})
		if kinds()["topic"]["isOnAgenda"] != true {
			t.Error("the topic is not seen to be on the agenda")
		}
		s.Get("/council-meetings/"+meeting+"/proposals", s.As("member")).Want(403)
		s.Get("/council-meetings/" + meeting + "/proposals").Want(401)
	})
}

func TestWhatIsSecretIsSeenToExistAndNothingMore(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting, _, _ := s.held(object{})
		withheld := func(role string) (n int) {
			for _, i := range s.Get("/council-meetings/"+meeting, s.As(role)).Want(200).Object()["agendaItems"].([]any) {
				if i.(object)["isWithheld"] == true {
					n++
					if title := i.(object)["title"]; title != nil {
						t.Errorf("%s reads %v", role, title)
					}
				}
			}
			return n
		}
		for role, n := range map[string]int{"admin": 1, "steering": 1, "secretary": 0, "member": 0, "coordinator": 0} {
			if got := withheld(role); got != n {
				t.Errorf("%s: %d items are withheld", role, got)
			}
		}
		reads := s.Get("/audit-events?objectType=councilMeeting&objectId="+meeting+"&action=read&limit=100", s.As("admin")).Want(200).Items()
		if len(reads) != 3 { // the secretary, the member and the coordinator, once a sitting
			t.Errorf("%d traces of reading", len(reads))
		}
		for _, i := range s.Get("/council-meetings/"+meeting, s.As("member")).Object()["agendaItems"].([]any) {
			at := "/council-meetings/" + meeting + "/agenda-items/" + i.(object)["id"].(string)
			if i.(object)["isSecret"] != true {
				continue
			}
			if alone := string(s.Get(at, s.As("admin")).Want(200).Body); strings.Contains(alone, "ärende") || !strings.Contains(alone, `"isWithheld":true`) {
				t.Error(alone)
			}
			s.Get(at+"/text", s.As("admin")).Want(404)
		}
		whole := s.Get("/council-meetings/"+meeting+"/minutes?part=whole", s.As("member")).Want(200)
		if !strings.Contains(string(whole.Body), "Det som sades om ärendet.") {
			t.Error("the whole minutes lack what is secret")
		}
		s.Get("/council-meetings/"+meeting+"/minutes?part=whole", s.As("steering")).Want(404)
		if part := s.Get("/council-meetings/"+meeting+"/minutes", s.As("member")).Want(200); strings.Contains(string(part.Body), "Det som sades") {
			t.Error("the public part holds what is secret")
		}
	})
}

func TestTheMinutesOnPaper(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting, _, _ := s.held(object{})
		s.adjust(meeting)
		at := "/council-meetings/" + meeting

		s.Run(t, "as a page, with language, title, headings and table headers", func(t *testing.T) {
			page := string(s.Get(at + "/minutes").Want(200).Body)
			for _, want := range []string{`<html lang="sv">`, "<title>Protokoll 2026:1, Samverkansrådet i december</title>", "<h1>Protokoll 2026:1", "§ 1 Skyddat boende</h2>",
				`<th scope="col">Uppdrag</th>`, `<th scope="row">`, "Omfattas av sekretess"} {
				if !strings.Contains(page, want) {
					t.Errorf("%s is not on the page", want)
				}
			}
		})
		s.Run(t, "as a Word document, with real headings", func(t *testing.T) {
			got := s.Get(at + "/minutes/docx").Want(200)
			if name := got.Header.Get("Content-Disposition"); !strings.Contains(name, "protokoll-2026-1.docx") {
				t.Error(name)
			}
			z, err := zip.NewReader(bytes.NewReader(got.Body), int64(len(got.Body)))
			if err != nil {
				t.Fatal(err)
			}
			f, err := z.Open("word/document.xml")
			if err != nil {
				t.Fatal(err)
			}
			text, _ := io.ReadAll(f)
			for _, want := range []string{`w:val="Heading1"`, "Skyddat boende", "<w:tblHeader"} {
				if !strings.Contains(string(text), want) {
					t.Errorf("%s is not in the document", want)
				}
			}
		})
		s.Run(t, "and not as PDF where there is no program to print with: it is said, and not offered", func(t *testing.T) {
			s.Do("POST", at+"/pdfs", object{"part": "public"}, s.As("member")).WantProblem(409, "noPrinter")
			if links := s.Get(at, s.As("member")).Object()["_links"].(object); links["pdf"] != nil || links["docx"] == nil {
				t.Error(links)
			}
		})
		s.Run(t, "nothing is ordered of what one may not read", func(t *testing.T) {
			s.Do("POST", at+"/pdfs", object{"part": "whole"}, s.As("reader")).Want(404)
			s.Do("POST", at+"/pdfs", object{"part": "all"}, s.As("member")).WantProblem(422, "invalid", "part")
		})
	})
}

func TestTheMinutesAsATaggedPDF(t *testing.T) {
	t.Parallel()
	for _, dialect := range testkit.Dialects() {
		t.Run(dialect, func(t *testing.T) {
			s := seated(testkit.StartWith(t, testkit.NewDatabase(t, dialect), func(c *app.Config) { c.Chromium = chromium(t) }))
			meeting, _, _ := s.held(object{})
			s.adjust(meeting)
			at := "/council-meetings/" + meeting

			order := s.Do("POST", at+"/pdfs", object{"part": "public"}, s.As("member")).Want(201)
			if state := order.Object()["state"]; state != "waiting" {
				t.Error(state)
			}
			s.Drain()

			if made := s.Get(at+"/pdfs/"+order.ID(), s.As("member")).Want(200); made.Object()["state"] != "made" {
				t.Fatalf("%s", made.Body)
			}
			pdf := s.Get(at+"/pdfs/"+order.ID()+"/content", s.As("member")).Want(200)
			for _, want := range []string{"%PDF-", "/StructTreeRoot", "/Marked true", "/Lang (sv)", "/S /H1", "/S /TH", "/Scope /Column"} {
				if !bytes.Contains(pdf.Body, []byte(want)) {
					t.Errorf("the PDF lacks %s", want)
				}
			}
			s.Get(at + "/pdfs/" + order.ID() + "/content").Want(200) // of locked minutes, what is public is for everyone
		})
	}
}

// chromium is where Chromium is here: deploy/ci installs it.
func chromium(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("ENVAGIN_CHROMIUM"); path != "" {
		return path
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("there is no Chromium; deploy/ci/setup.sh installs it")
	}
	return path
}

func TestPapersToReadBeforehand(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting := s.plan(nil).ID()
		at := "/council-meetings/" + meeting + "/agenda-items/" + s.item(meeting, nil).ID() + "/papers"
		s.Do("POST", at, object{"title": "Rapporten", "url": "https://example.org/rapport"}, s.As("secretary")).Want(201)
		s.Do("POST", at, object{"title": "Skript", "url": "javascript:alert(1)"}, s.As("secretary")).WantProblem(422, "invalid", "url")
		if n := len(s.Get(at, s.As("member")).Want(200).Items()); n != 1 {
			t.Errorf("%d papers", n)
		}
		s.Get(at).Want(404)
	})
}

func TestAnOpenForum(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting := s.plan(object{"kind": "forum", "title": "UmeBrå-forum"}).ID()
		at := "/council-meetings/" + meeting + "/sign-up"
		s.Do("PUT", at, object{"places": 3, "closesOn": "2026-11-30"}, s.As("secretary"), testkit.IfMatch(`"0"`)).Want(200)
		s.take(meeting, "call", object{}).Want(200)
		who := func(email string, seats int) *testkit.Answer {
			return s.Do("POST", at+"s", object{"name": "Eva Ek", "email": email, "seats": seats, "lang": "sv"})
		}
		who("eva@example.org", 2).Want(201)
		s.Drain()
		if letter := s.LastMailTo("eva@example.org"); strings.Contains(letter.Subject+letter.Text, "våld") {
			t.Error(letter)
		}
		who("bo@example.org", 2).WantProblem(409, "full", "seats")
		who("eva@example.org", 1).Want(201) // in place of the first
		who("bo@example.org", 2).Want(201)
		s.Get(at+"s", s.As("member")).Want(403)
		if n := len(s.Get(at+"s", s.As("secretary")).Want(200).Items()); n != 2 {
			t.Errorf("%d have signed up", n)
		}
		s.Later(8 * 24 * time.Hour)
		who("ada@example.org", 1).WantProblem(409, "signUpClosed")
	})
}

func TestHowOftenItIsKept(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		series := func() object {
			for _, one := range s.Get("/council-meeting-series").Want(200).Items() {
				if one["key"] == "radet" {
					return one
				}
			}
			t.Fatal("there is no series")
			return nil
		}
		id := series()["id"]
		s.held(object{"seriesId": id, "startsAt": "2026-03-10T13:00:00Z", "endsAt": "2026-03-10T15:00:00Z"})
		s.held(object{"kind": "joint", "startsAt": "2026-06-10T13:00:00Z", "endsAt": "2026-06-10T15:00:00Z"})
		s.plan(object{"seriesId": id})

		year := series()["kept"].([]any)[0].(object)

		if year["year"] != 2026.0 || year["decided"] != 4.0 || year["held"] != 2.0 || year["planned"] != 1.0 {
			t.Error(year)
		}
	})
}

func TestACancelledMeetingIsTakenOutOfCalendars(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting := s.plan(nil).ID()
		s.take(meeting, "call", object{}).Want(200)
		s.take(meeting, "cancellation", object{"reason": ""}).WantProblem(422, "invalid", "reason")
		s.take(meeting, "cancellation", object{"reason": "För få kan komma."}).Want(200)
		s.Drain()
		if letter := s.LastMailTo("member@demo.example"); !strings.Contains(letter.Calendar, "METHOD:CANCEL") {
			t.Error(letter.Calendar)
		}
		s.take(meeting, "opening", object{}).WantProblem(409, "cancelled")
		if m := s.Get("/council-meetings/" + meeting).Object(); m["state"] != "cancelled" || m["cancelReason"] != "För få kan komma." {
			t.Error(m)
		}
	})
}
