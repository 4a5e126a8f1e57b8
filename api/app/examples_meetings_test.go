package app_test

import (
	"context"
	"os"

	"gorm.io/gorm"

	"envagin/api/app"
	"envagin/api/platform/files"
	"envagin/api/testkit"
)

// withPrinter lets PDF documents be ordered. Nothing is printed here, so that any
// program will do.
func withPrinter(c *app.Config) { c.Chromium, _ = os.Executable() }

// file records an operation whose answer is a file by what stands for it.
func (s *recorder) file(method, path string, answer *testkit.Answer) {
	s.t.Helper()
	shown := *answer.Want(200)
	shown.Body = []byte("(the file)")
	s.record(method, path, nil, &shown)
}

// meetings carries out what concerns the council's meetings: one from its call to
// adjusted minutes, what is around it, and an open forum.
func (s *recorder) meetings() {
	s.t.Helper()
	do := func(method, path string, body any, options ...testkit.Option) *testkit.Answer {
		s.t.Helper()
		return s.do("secretary", method, path, body, options...)
	}
	now := func(path string) testkit.Option {
		s.t.Helper()
		return testkit.IfMatch(s.a.Get(path, s.a.As("secretary")).Want(200).ETag())
	}
	made := func(path string, body any) string {
		s.t.Helper()
		return s.a.Do("POST", path, body, s.a.As("secretary")).Want(201).ID()
	}
	seat := s.a.Do("POST", "/council-seats", m{"planId": s.plan1, "key": "kompetenscentrum", "number": 2, "nameSv": "Kompetenscentrum", "nameEn": "The competence centre", "isExpert": true,
		"appointingBodyId": s.ifn, "position": 2}, s.a.As("coordinator")).Want(201).ID()
	s.a.Do("POST", "/council-members", m{"seatId": seat, "email": "expert@demo.example", "from": "2026-01-01",
		"decision": m{"date": m{"day": "2026-11-18", "precision": "day"}, "bodyId": s.ifn}}, s.a.As("coordinator")).Want(201)

	series := m{"key": "radet", "kind": "council", "title": "Samverkansrådets möten", "timesPerYear": 4, "from": "2027-01-01"}
	first := do("POST", "/council-meeting-series", series)
	series["quorum"] = 1
	do("PUT", "/council-meeting-series/"+first.ID(), series, testkit.IfMatch(first.ETag()))
	do("DELETE", "/council-meeting-series/"+made("/council-meeting-series", m{"key": "prov", "kind": "forum", "title": "Prov"}), nil, testkit.IfMatch(`"1"`))

	in := m{"seriesId": first.ID(), "kind": "council", "title": "Samverkansrådet i februari", "startsAt": "2028-02-01T13:00:00Z", "endsAt": "2028-02-01T15:00:00Z",
		"place": "Stadshuset", "template": "ordinary"}
	meeting := do("POST", "/council-meetings", in)
	at := "/council-meetings/" + meeting.ID()
	in["notice"] = "Rådet följer upp årets insatser."
	do("PUT", at, in, testkit.IfMatch(meeting.ETag()))
	gone := made("/council-meetings", in)
	do("DELETE", "/council-meetings/"+gone, nil, testkit.IfMatch(`"1"`))
	off := made("/council-meetings", in)
	do("PUT", "/council-meetings/"+off+"/cancellation", m{"reason": "För få kan komma."}, testkit.IfMatch(`"1"`))

	topic := m{"title": "Trygghet på väg hem från träningen", "why": "Tre föreningar har hört av sig."}
	proposed := s.do("expert", "POST", "/council-topics", topic)
	topic["meetingId"] = meeting.ID()
	changed := s.do("expert", "PUT", "/council-topics/"+proposed.ID(), topic, testkit.IfMatch(proposed.ETag()))
	s.do("expert", "GET", "/council-topics", nil)
	s.do("expert", "GET", "/council-topics/"+proposed.ID(), nil)
	do("GET", at+"/proposals", nil)
	do("PUT", "/council-topics/"+proposed.ID()+"/answer", m{"state": "taken"}, testkit.IfMatch(changed.ETag()))
	other := s.a.Do("POST", "/council-topics", topic, s.a.As("expert")).Want(201)
	s.do("expert", "DELETE", "/council-topics/"+other.ID(), nil, testkit.IfMatch(other.ETag()))

	matter := m{"title": "Trygghet på väg hem från träningen", "minutes": 15, "kind": "decision", "position": 4}
	item := do("POST", at+"/agenda-items", matter)
	of := at + "/agenda-items/" + item.ID()
	matter["background"] = "Tre föreningar har hört av sig."
	do("PUT", of, matter, testkit.IfMatch(item.ETag()))
	do("DELETE", at+"/agenda-items/"+made(at+"/agenda-items", matter), nil, testkit.IfMatch(`"1"`))
	paper := do("POST", of+"/papers", m{"title": "Kartan", "url": "https://example.se/karta"})
	body := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"underlag.txt\"\r\nContent-Type: text/plain\r\n\r\nUnderlag\r\n--x--\r\n"
	kept := s.a.Do("POST", of+"/papers/files", body, s.a.As("secretary"), testkit.Header("Content-Type", "multipart/form-data; boundary=x")).Want(201)
	s.record("POST", of+"/papers/files", m{"file": "underlag.txt", "title": "Underlag"}, kept)
	s.do("expert", "GET", of+"/papers", nil)
	s.do("expert", "GET", of+"/papers/"+kept.ID(), nil)
	s.file("GET", of+"/papers/"+kept.ID()+"/content", s.a.Get(of+"/papers/"+kept.ID()+"/content", s.a.As("expert")))
	do("DELETE", of+"/papers/"+paper.ID(), nil, testkit.IfMatch(`"1"`))

	do("PUT", at+"/call", m{}, now(at))
	do("PUT", at+"/opening", m{}, now(at))
	do("PUT", at+"/attendances/"+seat, m{"state": "present"}, testkit.IfMatch(`"0"`))
	do("GET", at+"/attendances", nil)
	do("GET", at+"/attendances/"+seat, nil)
	do("PUT", of+"/text", m{"text": "Rådet tackade för underlaget."}, testkit.IfMatch(`"1"`))
	do("GET", of+"/text", nil)
	task := m{"kind": "task", "text": "Ta fram ett förslag till rutin.", "responsibleSeatId": seat}
	outcome := do("POST", of+"/outcomes", task)
	task["dueOn"] = "2028-04-01"
	do("PUT", of+"/outcomes/"+outcome.ID(), task, testkit.IfMatch(outcome.ETag()))
	do("GET", of+"/outcomes", nil)
	do("GET", of+"/outcomes/"+outcome.ID(), nil)
	do("DELETE", of+"/outcomes/"+made(of+"/outcomes", m{"kind": "information", "text": "Prov"}), nil, testkit.IfMatch(`"1"`))
	do("GET", at+"/agenda-items", nil)
	do("GET", of, nil)
	do("PUT", at+"/closing", m{}, now(at))
	do("PUT", at+"/adjustment", m{"adjusterSeatIds": []string{seat}, "dueOn": "2028-02-10"}, now(at))
	hash := s.a.Get(at, s.a.As("expert")).Object()["contentHash"]
	s.do("expert", "POST", at+"/approvals", m{"contentHash": hash})
	do("POST", at+"/notes", m{"text": "Rättelse: underlaget kom från tre föreningar."})
	s.do("", "GET", at, nil)
	s.do("", "GET", "/council-meetings?limit=1", nil)
	s.do("", "GET", "/council-meeting-series", nil)
	s.do("", "GET", "/council-meeting-series/"+first.ID(), nil)
	page := *s.a.Get(at + "/minutes").Want(200)
	page.Body = []byte("<!DOCTYPE html>…")
	s.record("GET", at+"/minutes", nil, &page)
	s.file("GET", at+"/minutes/docx", s.a.Get(at+"/minutes/docx"))
	s.pdf(at)
	s.forum(in)
}

// pdf orders minutes as PDF, and fetches what stands for the file.
func (s *recorder) pdf(at string) {
	s.t.Helper()
	pdf := s.do("expert", "POST", at+"/pdfs", m{"part": "public"}).ID()
	s.do("expert", "GET", at+"/pdfs/"+pdf, nil)
	err := s.a.DB.Tx(context.Background(), func(tx *gorm.DB) error {
		_, err := files.Keep(tx, s.a.Clock.Now(), files.Owner{Type: "minutesPdf", ID: pdf}, "protokoll-2028-1.pdf", "application/pdf", []byte("%PDF-1.7"))
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	s.file("GET", at+"/pdfs/"+pdf+"/content", s.a.Get(at+"/pdfs/"+pdf+"/content", s.a.As("expert")))
}

// forum is an open meeting to which somebody signs up.
func (s *recorder) forum(in m) {
	s.t.Helper()
	delete(in, "seriesId")
	in["kind"], in["title"], in["template"] = "forum", "UmeBrå-forum", "forum"
	forum := "/council-meetings/" + s.a.Do("POST", "/council-meetings", in, s.a.As("secretary")).Want(201).ID()
	s.do("secretary", "PUT", forum+"/sign-up", m{"places": 60, "closesOn": "2028-01-25"}, testkit.IfMatch(`"0"`))
	s.do("", "GET", forum+"/sign-up", nil)
	signUp := m{"name": "Eva Ek", "email": "eva.ek@example.se", "seats": 2, "lang": "sv"}
	answer := s.a.Do("POST", forum+"/sign-ups", signUp).Want(201)
	s.record("POST", forum+"/sign-ups", signUp, answer)
	list := s.do("secretary", "GET", forum+"/sign-ups", nil)
	s.do("secretary", "DELETE", forum+"/sign-ups/"+list.Items()[0]["id"].(string), nil, testkit.IfMatch(`"1"`))
}
