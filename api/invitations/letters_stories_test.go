package invitations_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"envagin/api/testkit"
)

// eachUnitDB tells a story in an open round of units; Centrum mot våld has a contact person and a manager.
func eachUnitDB(t *testing.T, tell func(t *testing.T, s *story)) {
	t.Helper()
	t.Parallel()
	testkit.EachDB(t, func(t *testing.T, a *testkit.App) {
		s := &story{App: a}
		s.round, _ = s.open("unit", "kartlaggning-2026", []object{})
		s.Drain()
		tell(t, s)
	})
}

// letters are those about the round since the last look, as "address subject text".
func (s *story) letters(seen *int) (out []string) {
	s.T.Helper()
	s.Drain()
	all := s.Outbox()
	for _, m := range all[*seen:] {
		out = append(out, m.To+"\n"+m.Subject+"\n"+m.Text)
	}
	*seen = len(all)
	return out
}

func (s *story) ask(what string, in object) *testkit.Answer {
	s.T.Helper()
	return s.Do(post, s.at(what), in, s.As("coordinator"))
}

// sign answers for Centrum mot våld and signs it.
func (s *story) sign() {
	s.T.Helper()
	at := s.at("/responses/") + s.Do(post, s.at("/responses"), object{"unitId": s.Body("centrum-mot-vald")}, s.As("contact")).Want(201).ID()
	s.Do(put, at+"/answers/hur", object{"value": "Så."}, s.As("contact"), testkit.IfMatch(s.Get(at+"/answers/hur", s.As("contact")).ETag())).Want(200)
	s.Do(put, at+"/signature", object{}, s.As("manager"), testkit.IfMatch(s.Get(at, s.As("manager")).ETag())).Want(200)
}

func TestThoseWhoAnswerForAUnitAreWrittenToOnceADay(t *testing.T) {
	eachUnitDB(t, func(t *testing.T, s *story) {
		seen := len(s.Outbox())
		unit := s.Body("centrum-mot-vald")
		me := s.Get("/users/me/profile", s.As("manager")).Want(200)
		s.Do(put, "/users/me/profile", object{"name": me.Object()["name"], "title": "", "phone": "", "lang": "en", "publicName": false, "publicEmail": false, "publicPhone": false, "protected": false},
			s.As("manager"), testkit.IfMatch(me.ETag())).Want(200)
		s.letters(&seen)

		made := s.ask("/invitations", object{"unitIds": []string{unit, unit}}).Want(201).Object()
		if made["sent"] != 1.0 || made["writtenToday"] != 0.0 || made["kind"] != "invitation" {
			t.Errorf("of one unit it says %v", made)
		}
		letters := s.letters(&seen)
		slices.Sort(letters)
		link := "http://localhost:8080/kartlaggning/" + s.round + "/enheter"
		if len(letters) != 2 || !strings.HasPrefix(letters[0], "contact@") || !strings.HasPrefix(letters[1], "manager@") {
			t.Fatalf("letters: %v", letters)
		}
		if !strings.Contains(letters[0], "Centrum mot våld ombeds svara på ”Så arbetar vi”. Sista dagen är 2026-12-14.") || !strings.Contains(letters[0], link) {
			t.Error(letters[0])
		}
		if !strings.Contains(letters[1], "is asked to answer “How we work”. The last day is 2026-12-14.") || !strings.Contains(letters[1], link) {
			t.Error(letters[1])
		}
		for _, what := range []string{"/invitations", "/reminders"} {
			in := object{}
			if what == "/invitations" {
				in["allUnits"] = true
			}
			if again := s.ask(what, in).Want(201).Object(); again["sent"] != 0.0 || again["writtenToday"] != 1.0 {
				t.Errorf("%s again the same day: %v", what, again)
			}
		}
		if more := s.letters(&seen); len(more) != 0 {
			t.Errorf("twice on a day: %v", more)
		}
		s.Later(24 * time.Hour)
		s.ask("/reminders", object{}).Want(201)
		if more := s.letters(&seen); len(more) != 2 || !strings.Contains(more[0]+more[1], "har ännu inte undertecknat sitt svar") {
			t.Errorf("the day after: %v", more)
		}

		list := s.Get(s.at("/invitations?limit=1"), s.As("coordinator")).Want(200)
		newest := list.Items()[0]
		if list.Object()["_meta"].(object)["totalRecords"] != 2.0 || newest["kind"] != "reminder" || newest["onDay"] != "2026-11-24" || newest["nameSv"] != "Centrum mot våld" || newest["unitId"] != unit {
			t.Errorf("the list is %s", list.Body)
		}
	})
}

func TestNobodyWhoHasSignedIsWrittenTo(t *testing.T) {
	eachUnitDB(t, func(t *testing.T, s *story) {
		seen := len(s.Outbox())
		s.ask("/reminders", object{}).Want(201)
		s.sign() // while the letter waits
		if letters := s.letters(&seen); len(letters) != 0 {
			t.Errorf("signed before the letter left: %v", letters)
		}
		s.Later(24 * time.Hour)
		made := s.ask("/reminders", object{}).Want(201).Object()
		if made["sent"] != 0.0 || made["signed"] != 1.0 {
			t.Errorf("it says %v", made)
		}
		if letters := s.letters(&seen); len(letters) != 0 {
			t.Errorf("they have signed: %v", letters)
		}
	})
}

func TestUnitsAreWrittenToOfOpenRoundsOnlyByWhoKeepsThem(t *testing.T) {
	eachUnitDB(t, func(t *testing.T, s *story) {
		seen := len(s.Outbox())
		s.ask("/invitations", object{"unitIds": []string{s.Body("centrum-mot-vald"), "0198c6f0-4f6e-7a62-9b1e-3d0f8e1c2d01"}}).WantProblem(422, "invalid", "unitIds")
		s.ask("/invitations", object{}).WantProblem(422, "invalid", "unitIds")
		s.ask("/invitations", object{"unitIds": []string{s.Body("centrum-mot-vald")}, "allUnits": true}).WantProblem(422, "invalid", "unitIds")
		for _, what := range []string{"/invitations", "/reminders"} {
			s.Do(post, s.at(what), object{"allUnits": true}, s.As("manager")).WantProblem(403, "forbidden")
		}
		coverage := s.Get(s.at("/coverage"), s.As("coordinator")).Want(200).Object()["_links"].(object)
		if coverage["invite"] == nil || coverage["remind"] == nil {
			t.Errorf("the coordinator sees %v", coverage)
		}
		s.Do(put, s.at("/closing"), object{}, s.As("coordinator"), testkit.IfMatch(s.Get(s.at(""), s.As("coordinator")).ETag())).Want(200)
		s.ask("/invitations", object{"allUnits": true}).WantProblem(409, "notOpen")
		s.ask("/reminders", object{}).WantProblem(409, "notOpen")
		s.round, _ = s.open("staff", "personal", []object{{"key": "alla", "nameSv": "Alla", "nameEn": "All", "size": 40}})
		s.ask("/reminders", object{}).WantProblem(409, "notUnits")
		if letters := s.letters(&seen); len(letters) != 0 {
			t.Errorf("somebody was written to: %v", letters)
		}
	})
}
