package meetings_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestAMeetingFromCallToAdjustedMinutes(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting, item, task := s.held(object{})
		at := "/council-meetings/" + meeting

		s.Run(t, "those who are to come got a letter with an entry for their calendars, that names no matter", func(t *testing.T) {
			s.Drain()
			letter := s.LastMailTo("member@demo.example")
			if !strings.Contains(letter.Calendar, "METHOD:REQUEST") || !strings.Contains(letter.Calendar, "DTSTART:20261201T130000Z") {
				t.Error(letter.Calendar)
			}
			if strings.Contains(letter.Text+letter.Subject+letter.Calendar, "Skyddat boende") {
				t.Error("the letter tells what is on the agenda")
			}
		})
		s.Run(t, "the public sees that it is held and what it is about, and no minutes yet", func(t *testing.T) {
			seen := s.Get(at).Want(200)
			if m := seen.Object(); m["state"] != "held" || m["joinUrl"] != nil || m["quorum"] != nil || len(m["attendance"].([]any)) != 0 {
				t.Error(m)
			}
			if text := string(seen.Body); strings.Contains(text, "tackade") || strings.Contains(text, "prövas") || !strings.Contains(text, "Skyddat boende") {
				t.Error(text)
			}
			s.Get(at + "/minutes").Want(404)
			s.Get(at + "/agenda-items/" + item + "/text").Want(404)
		})
		s.Run(t, "only those who sat there and were chosen adjust", func(t *testing.T) {
			s.take(meeting, "adjustment", object{"adjusterSeatIds": []string{s.seats["coordinator"]}}).WantProblem(422, "invalid", "adjusterSeatIds")
			s.take(meeting, "adjustment", object{"adjusterSeatIds": []string{s.seats["member"], s.seats["expert"]}, "dueOn": "2026-12-10"}).Want(200)
			s.Do("POST", at+"/approvals", object{"contentHash": "x"}, s.As("coordinator")).Want(403)
			s.Do("POST", at+"/approvals", object{"contentHash": "x"}, s.As("member")).WantProblem(409, "changed")
		})
		s.Run(t, "a change meanwhile takes approvals back", func(t *testing.T) {
			hash := s.Get(at, s.As("member")).Object()["contentHash"]
			s.Do("POST", at+"/approvals", object{"contentHash": hash}, s.As("member")).Want(201)
			s.write(meeting, item, "Rådet tackade för rapporten och för arbetet.")
			for _, a := range s.Get(at, s.As("member")).Object()["adjusters"].([]any) {
				if a.(object)["approvedAt"] != nil {
					t.Error("an approval of what was read before stands")
				}
			}
			s.Do("POST", at+"/approvals", object{"contentHash": hash}, s.As("member")).WantProblem(409, "changed")
		})
		s.Run(t, "when all have approved, the minutes are locked, numbered and public, but for what is secret", func(t *testing.T) {
			s.adjust(meeting)
			m := s.Get(at).Want(200)
			if o := m.Object(); o["state"] != "adjusted" || o["number"] != "2026:1" {
				t.Error(o["state"], o["number"])
			}
			text := string(m.Body)
			for _, want := range []string{"för arbetet", "Rutinen prövas", "Ta fram ett förslag"} {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not public", want)
				}
			}
			for _, secret := range []string{"enskilt ärende", "sades om ärendet", "@demo.example"} {
				if strings.Contains(text, secret) {
					t.Errorf("%q is public", secret)
				}
			}
		})
		s.Run(t, "nothing in them changes any more, for anybody", func(t *testing.T) {
			etag := s.Get(at, s.As("secretary")).ETag()
			text := at + "/agenda-items/" + item + "/text"
			for _, try := range []*testkit.Answer{
				s.Do("PUT", text, object{"text": "Nej"}, s.As("secretary"), testkit.IfMatch(s.Get(text, s.As("secretary")).ETag())),
				s.outcome(meeting, item, object{"kind": "information", "text": "Nej"}),
				s.note(meeting, "member", "absent"),
				s.take(meeting, "adjustment", object{"adjusterSeatIds": []string{s.seats["member"]}}),
				s.Do("POST", at+"/agenda-items", object{"title": "Nej", "kind": "discussion"}, s.As("secretary")),
				s.Do("POST", at+"/agenda-items/"+item+"/papers", object{"title": "Nej", "url": "https://example.org"}, s.As("secretary")),
			} {
				try.WantProblem(409, "locked")
			}
			if s.Get(at, s.As("secretary")).ETag() != etag {
				t.Error("something changed")
			}
		})
		s.Run(t, "but a dated note can be added, and a task be said to be done", func(t *testing.T) {
			s.Do("POST", at+"/notes", object{"text": "Rättelse: tre enheter, inte fyra."}, s.As("secretary")).Want(201)
			if notes := s.Get(at).Object()["notes"].([]any); len(notes) != 1 || notes[0].(object)["byRole"] != "secretary" {
				t.Error(notes)
			}
			to := at + "/agenda-items/" + item + "/outcomes/" + task
			o := s.Get(to, s.As("member")).Want(200)
			in := object{"kind": "task", "text": "Ta fram ett förslag till rutin.", "responsibleSeatId": s.seats["member"], "dueOn": "2027-02-01", "doneOn": "2027-01-20"}
			done := s.Do("PUT", to, in, s.As("member"), testkit.IfMatch(o.ETag())).Want(200)
			in["text"] = "Något annat."
			s.Do("PUT", to, in, s.As("member"), testkit.IfMatch(done.ETag())).WantProblem(409, "locked")
		})
	})
}

func TestACouncilWithoutAQuorumDecidesNothing(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting := s.plan(nil).ID()
		item := s.item(meeting, nil).ID()
		decision := object{"kind": "decision", "text": "Rutinen prövas."}
		s.outcome(meeting, item, decision).WantProblem(409, "wrongState")
		s.take(meeting, "opening", object{}).Want(200)
		s.note(meeting, "member", "present").Want(200)

		refused := s.outcome(meeting, item, decision).WantProblem(409, "noQuorum", "kind")

		if !strings.Contains(string(refused.Body), "1 of at least 2 seats are represented, 1 are missing") {
			t.Errorf("%s", refused.Body)
		}
		s.outcome(meeting, item, object{"kind": "information", "text": "Rådet var inte beslutsfört."}).Want(201)
		s.note(meeting, "expert", "present").Want(200)
		s.outcome(meeting, item, decision).Want(201)
	})
}

func TestNobodySitsOnAnEmptySeat(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting := s.plan(nil).ID()
		for _, seat := range s.Get("/council-seats?vacant=true&limit=1").Items() {
			at := "/council-meetings/" + meeting + "/attendances/" + seat["id"].(string)
			s.Do("PUT", at, object{"state": "present"}, s.As("secretary"), testkit.IfMatch(`"0"`)).WantProblem(422, "invalid", "state")
		}
		s.note(meeting, "member", "substitute").WantProblem(422, "invalid", "state")
		s.note(meeting, "member", "excused").Want(200)
	})
}

func TestTwoSecretariesAtOnce(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting := s.plan(nil).ID()
		one, other := s.item(meeting, nil).ID(), s.item(meeting, object{"title": "Nästa möte"}).ID()
		at := func(item string) string { return "/council-meetings/" + meeting + "/agenda-items/" + item + "/text" }
		read := s.Get(at(one), s.As("secretary")).ETag()

		s.Run(t, "write under one item each without knowing of one another", func(t *testing.T) {
			s.write(meeting, other, "Den 2 mars.")
			s.Do("PUT", at(one), object{"text": "Sekreterarens rad."}, s.As("secretary"), testkit.IfMatch(read)).Want(200)
		})
		s.Run(t, "who was late under the same item is given what stands there, and loses nothing of it", func(t *testing.T) {
			late := s.Do("PUT", at(one), object{"text": "Ledamotens rad."}, s.As("member"), testkit.IfMatch(read)).Want(412)
			if !strings.Contains(string(late.Body), "Sekreterarens rad.") {
				t.Errorf("%s", late.Body)
			}
			now := s.Get(at(one), s.As("member"))
			s.Do("PUT", at(one), object{"text": "Sekreterarens rad.\nLedamotens rad."}, s.As("member"), testkit.IfMatch(now.ETag())).Want(200)
		})
		s.Run(t, "leave a trace once a sitting, not at every save", func(t *testing.T) {
			for range 5 {
				s.write(meeting, one, "Rad "+string(s.Get(at(one), s.As("secretary")).ETag()))
			}
			events := s.Get("/audit-events?objectType=minutesText&objectId="+one+"&limit=100", s.As("admin")).Want(200).Items()
			if len(events) != 2 { // the secretary's sitting and the member's
				t.Errorf("%d traces", len(events))
			}
		})
	})
}

func TestATaskThatIsNotDoneReturnsByItself(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		first, item, task := s.held(object{"startsAt": "2026-11-20T13:00:00Z", "endsAt": "2026-11-20T15:00:00Z"})
		titles := func(meeting string) (text string) {
			for _, i := range s.Get("/council-meetings/"+meeting+"/agenda-items", s.As("secretary")).Want(200).Items() {
				text += i["title"].(string) + "|"
			}
			return text
		}

		next := s.plan(object{"template": "ordinary"}).ID()
		if got := titles(next); strings.Count(got, "Uppföljning: Ta fram ett förslag till rutin.") != 1 {
			t.Error(got)
		}

		to := "/council-meetings/" + first + "/agenda-items/" + item + "/outcomes/" + task
		in := object{"kind": "task", "text": "Ta fram ett förslag till rutin.", "responsibleSeatId": s.seats["member"], "dueOn": "2027-02-01", "doneOn": "2026-11-22"}
		s.Do("PUT", to, in, s.As("member"), testkit.IfMatch(s.Get(to, s.As("member")).ETag())).Want(200)
		if got := titles(s.plan(object{"template": "ordinary", "startsAt": "2026-12-08T13:00:00Z", "endsAt": "2026-12-08T15:00:00Z"}).ID()); strings.Contains(got, "Uppföljning") {
			t.Error(got)
		}
	})
}
