package council_test

import (
	"strings"
	"sync"
	"testing"

	"envagin/api/testkit"
)

func TestAnOfficerAppointsToTheSeatsOfTheirBoard(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.Run(t, "somebody who has no account gets one, and an invitation", func(t *testing.T) {
			m := s.appoint("centrum-mot-vald", "eva.ek@umea.example", "2026-11-01", "2026-12-31").Want(201).Object()
			s.Drain()

			if m["state"] != "endsSoon" || at(m, "person", "name") != "Eva Ek" || at(m, "decision", "bodyId") != s.Body("ifn") {
				t.Error(m)
			}
			if letter := s.LastMailTo("eva.ek@umea.example"); !strings.Contains(letter.Text, "/konto/losenord#") {
				t.Error(letter)
			}
			if seat := s.seat("centrum-mot-vald", "secretary"); seat["state"] != "endsSoon" || at(seat, "holder", "name") != "Eva Ek" || seat["endsOn"] != "2026-12-31" {
				t.Error(seat)
			}
		})
		s.Run(t, "somebody who has an account keeps it, and sits in the council for those days", func(t *testing.T) {
			before := s.me("contact")
			s.appoint("centrum-mot-vald", "Contact@Demo.example", "2027-01-01", "2028-12-31", object{"name": "Somebody else"}).Want(201)

			after := s.me("contact")
			roles := after["roles"].([]any)
			if after["name"] != before["name"] || len(roles) != 2 || at(roles[1], "role") != "member" || at(roles[1], "validFrom") != "2027-01-01" || at(roles[1], "validTo") != "2028-12-31" {
				t.Error(after)
			}
			if seat := s.seat("centrum-mot-vald", "secretary"); seat["state"] != "filled" || at(seat, "next", "from") != "2027-01-01" {
				t.Errorf("somebody takes over, but: %v", seat)
			}
		})
		s.Run(t, "a mandate that has not begun is taken back, and the role with it", func(t *testing.T) {
			mine := s.Get("/council-members?person=me", s.As("contact")).Want(200)
			id := mine.Items()[0]["id"].(string)
			s.Do("DELETE", "/council-members/"+id, nil, s.As("officer"), testkit.IfMatch(`"1"`)).Want(204)

			if roles := s.me("contact")["roles"].([]any); len(roles) != 1 {
				t.Error(roles)
			}
			s.Get("/council-members/" + id).Want(410)
		})
		s.Run(t, "a mandate that has begun stays, and ends early", func(t *testing.T) {
			id := at(s.seat("centrum-mot-vald", ""), "holder", "memberId").(string)
			m := s.Get("/council-members/"+id, s.As("officer")).Want(200)
			s.Do("DELETE", "/council-members/"+id, nil, s.As("officer"), testkit.IfMatch(m.ETag())).WantProblem(409, "mandateBegun")
			if _, offered := at(m.Object(), "_links").(object)["delete"]; offered {
				t.Error("deleting is offered")
			}
			s.Do("PUT", "/council-members/"+id, object{"from": "2026-11-01", "to": "2026-11-22"}, s.As("officer"), testkit.IfMatch(m.ETag())).Want(200)

			if seat := s.seat("centrum-mot-vald", ""); seat["state"] != "expired" || seat["holder"] != nil || seat["endsOn"] != "2026-11-22" {
				t.Error(seat)
			}
			if n := len(s.Get("/council-seats?vacant=false").Items()); n != 0 {
				t.Errorf("%d seats are held", n)
			}
		})
		s.Run(t, "where nobody knows who appoints, the coordinator does", func(t *testing.T) {
			in := s.appointment("funktionshinder", "fia@umea.example", "2026-01-01", "")
			s.Do("POST", "/council-members", in, s.As("officer")).WantProblem(403, "forbidden")
			s.Do("POST", "/council-members", in, s.As("coordinator")).Want(201)
		})
	})
}

func TestWhatAnAppointmentIsRefusedFor(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.appoint("centrum-mot-vald", "eva.ek@umea.example", "2025-01-01", "2026-12-31").Want(201)
		post := func(in object, role string) *testkit.Answer {
			t.Helper()
			return s.Do("POST", "/council-members", in, s.As(role))
		}
		s.Run(t, "the place is taken on some of the days", func(t *testing.T) {
			got := s.appoint("centrum-mot-vald", "bo@umea.example", "2026-12-31", "").WantProblem(409, "mandatesOverlap", "from")
			if !strings.Contains(string(got.Body), "from 2025-01-01 to 2026-12-31") {
				t.Errorf("%s", got.Body)
			}
			s.appoint("centrum-mot-vald", "bo@umea.example", "2025-01-01", "2026-12-31", object{"isSubstitute": true}).Want(201)
			s.appoint("centrum-mot-vald", "cia@umea.example", "2026-01-01", "", object{"isSubstitute": true}).WantProblem(409, "mandatesOverlap")
			s.appoint("centrum-mot-vald", "bo@umea.example", "2027-01-01", "").Want(201)
			s.appoint("centrum-mot-vald", "bo@umea.example", "2027-06-01", "", object{"isSubstitute": true}).WantProblem(409, "ownSubstitute", "email")
		})
		s.Run(t, "another body decided than the one that appoints", func(t *testing.T) {
			post(s.appointment("socialt-ansvariga-samordnare", "x@umea.example", "2026-01-01", "", object{"decision": s.by("aldrenamnden")}), "officer").
				WantProblem(422, "invalid", "decision.bodyId")
			post(s.appointment("socialt-ansvariga-samordnare", "x@umea.example", "2026-01-01", "", object{"decision": s.by("socialtjansten")}), "officer").
				WantProblem(422, "invalid", "decision.bodyId")
			post(s.appointment("socialt-ansvariga-samordnare", "x@umea.example", "2026-01-01", "", object{"decision": s.by("kf")}), "officer").Want(201)
		})
		s.Run(t, "another board appoints to the seat", func(t *testing.T) {
			post(s.appointment("aldreomsorg", "x@umea.example", "2026-01-01", "", object{"decision": s.by("aldrenamnden")}), "officer").WantProblem(403, "forbidden")
			for role, status := range map[string]int{"": 401, "reader": 403, "member": 403, "secretary": 403, "manager": 403, "expert": 403} {
				post(s.appointment("aldreomsorg", "x@umea.example", "2026-01-01", ""), role).Want(status)
			}
		})
		s.Run(t, "it does not say who, when or by which decision", func(t *testing.T) {
			post(object{"seatId": "9", "email": " ", "from": "", "to": "2026-02-30"}, "officer").
				WantProblem(422, "invalid", "seatId", "email", "from", "to", "decision")
			in := s.appointment("socialt-ansvariga-samordnare", "not an address", "2027-01-01", "2026-01-01", object{"decisionId": s.Plan()})
			post(in, "officer").WantProblem(422, "invalid", "to", "decision")
			delete(in, "decisionId")
			in["to"], in["from"] = "2040-01-01", "2039-01-01"
			post(in, "officer").WantProblem(422, "invalid", "email")
			in["email"], in["name"] = "new@umea.example", ""
			post(in, "officer").WantProblem(422, "invalid", "name")
			in["decision"] = object{"date": object{"day": "", "precision": "day"}, "bodyId": "nobody"}
			post(in, "officer").WantProblem(422, "invalid", "decision.date", "decision.bodyId")
			delete(in, "decision")
			in["decisionId"] = s.Plan()
			post(in, "officer").WantProblem(422, "invalid", "decisionId")
		})
		s.Run(t, "the account is closed", func(t *testing.T) {
			user := s.Get("/users/"+s.me("reviewer")["id"].(string), s.As("admin"))
			closed := object{"email": "reviewer@demo.example", "name": "Demo: granskare", "active": false, "protected": false, "roles": []object{{"role": "reviewer"}}}
			s.Do("PUT", "/users/"+user.ID(), closed, s.As("admin"), testkit.IfMatch(user.ETag())).Want(200)
			s.appoint("socialt-ansvariga-samordnare", "reviewer@demo.example", "2040-01-01", "2041-01-01", object{"isSubstitute": true}).WantProblem(409, "accountClosed", "email")
		})
		s.Run(t, "a mandate is made to overlap afterwards, or based on an old version", func(t *testing.T) {
			id := at(s.seat("centrum-mot-vald", ""), "holder", "memberId").(string)
			longer := object{"from": "2025-01-01", "to": "2027-12-31"}
			s.Do("PUT", "/council-members/"+id, longer, s.As("officer"), testkit.IfMatch(`"1"`)).WantProblem(409, "mandatesOverlap")
			s.Do("PUT", "/council-members/"+id, object{"from": "2025-01-01", "to": "2024-01-01"}, s.As("officer"), testkit.IfMatch(`"1"`)).WantProblem(422, "invalid", "to")
			s.Do("PUT", "/council-members/"+id, object{"from": "2025-01-02", "to": "2026-12-31"}, s.As("officer"), testkit.IfMatch(`"1"`)).Want(200)
			s.Do("PUT", "/council-members/"+id, longer, s.As("officer"), testkit.IfMatch(`"1"`)).WantProblem(412, "stale")
			s.Do("PUT", "/council-members/"+id, longer, s.As("officer")).WantProblem(428, "versionRequired")
		})
	})
}

// Two officers press the button at the same time: one is told.
func TestOfTwoOfficersAtOnceOneAppoints(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		in := []object{s.appointment("centrum-mot-vald", "first@umea.example", "2026-01-01", ""), s.appointment("centrum-mot-vald", "second@umea.example", "2026-01-01", "")}
		officer := s.As("officer")
		status := make([]int, len(in))
		var both sync.WaitGroup
		for i := range in {
			both.Go(func() { status[i] = s.Do("POST", "/council-members", in[i], officer).Status })
		}
		both.Wait()

		if status[0]+status[1] != 201+409 {
			t.Error(status)
		}
		if n := len(s.Get("/council-seats/" + s.seatID("centrum-mot-vald") + "/members").Items()); n != 1 {
			t.Errorf("%d sit there", n)
		}
	})
}
