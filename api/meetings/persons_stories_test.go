package meetings_test

import (
	"strings"
	"testing"

	"envagin/api/testkit"
)

func TestWhoIsForgottenLeavesMinutesThatStillHold(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		meeting, _, _ := s.held(object{})
		s.adjust(meeting)
		s.Do("POST", "/council-topics", object{"title": "Bemötande i receptionen", "why": "Flera har frågat."}, s.As("member")).Want(201)
		forum := s.plan(object{"kind": "forum", "title": "UmeBrå-forum"}).ID()
		at := "/council-meetings/" + forum + "/sign-up"
		s.Do("PUT", at, object{"places": 9}, s.As("secretary"), testkit.IfMatch(`"0"`)).Want(200)
		for _, email := range []string{"Member@demo.example", "eva@example.org"} {
			s.Do("POST", at+"s", object{"name": "Eva Ek", "email": email, "seats": 2, "lang": "sv"}).Want(201)
		}
		member := "/users/" + s.Get("/users/me", s.As("member")).ID() + "/personal-data"

		held := s.Get(member, s.As("member")).Want(200)

		for _, want := range []string{`"title":"Bemötande i receptionen"`, `"approvedAt":"2026-11-23`, `"calledTo":["` + meeting, `"name":"Eva Ek","seats":2`} {
			if !strings.Contains(string(held.Body), want) {
				t.Errorf("%s is not among what is held: %s", want, held.Body)
			}
		}
		number := s.Get("/council-meetings/" + meeting).Object()["number"]
		s.Do("DELETE", member, nil, s.As("admin"), testkit.IfMatch(s.Get(member, s.As("admin")).ETag())).Want(204)
		if left := s.Get(at+"s", s.As("secretary")).Items(); len(left) != 1 || left[0]["email"] != "eva@example.org" {
			t.Errorf("%v have signed up", left)
		}
		if topics := s.Get("/council-topics", s.As("secretary")).Items(); len(topics) != 1 || topics[0]["proposedBy"] != nil && topics[0]["proposedBy"] != "" {
			t.Errorf("topics: %v", topics)
		}
		if left := string(s.Get(member, s.As("admin")).Want(200).Body); strings.Contains(left, "Eva Ek") || strings.Contains(left, "Bemötande") || strings.Contains(left, `"calledTo":["`) {
			t.Error(left)
		}
		if m := s.Get("/council-meetings/" + meeting).Object(); m["state"] != "adjusted" || m["number"] != number {
			t.Error("the minutes do not hold any more")
		}
	})
}
