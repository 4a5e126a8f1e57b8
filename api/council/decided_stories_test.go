package council_test

import (
	"testing"

	"envagin/api/testkit"
)

func TestAnAppointmentByADecisionThatIsKept(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		coordinator := s.As("coordinator")
		keep := func(key, body string) *testkit.Answer {
			return s.Do("POST", "/decisions", object{"planId": s.Plan(), "key": key, "title": "Ledamöter utses", "registrationNumber": "IFN-2026/7",
				"date": object{"day": "2026-11-18", "precision": "day"}, "bodyId": s.Body(body),
				"motions": []object{}, "reservations": []object{}, "concerns": []object{{"type": "councilSeat", "id": s.seatID("centrum-mot-vald")}}}, coordinator).Want(201)
		}
		kept := keep("ledamoter", "ifn")
		by := func(email, from, to, decisionID string) *testkit.Answer {
			in := s.appointment("centrum-mot-vald", email, from, to, object{"decisionId": decisionID})
			delete(in, "decision")
			return s.Do("POST", "/council-members", in, s.As("officer"))
		}

		s.Run(t, "tells whose it is, when and under which number, and leads to it", func(t *testing.T) {
			m := by("eva.ek@umea.example", "2026-11-20", "2026-12-31", kept.ID()).Want(201).Object()
			if at(m, "decision", "registrationNumber") != "IFN-2026/7" || at(m, "decision", "bodyId") != s.Body("ifn") || m["decisionTitle"] != "Ledamöter utses" || at(m, "_links", "decision") == nil {
				t.Error(m)
			}
		})
		s.Run(t, "says what the decision says once that is corrected", func(t *testing.T) {
			in := object{"planId": s.Plan(), "key": "ledamoter", "title": "Ledamöter och ersättare utses", "registrationNumber": "IFN-2026/8",
				"date": object{"day": "2026-11-19", "precision": "day"}, "bodyId": s.Body("ifn"), "motions": []object{}, "reservations": []object{}, "concerns": []object{}}
			s.Do("PUT", "/decisions/"+kept.ID(), in, coordinator, testkit.IfMatch(kept.ETag())).Want(200)
			history := s.Get("/council-seats/" + s.seatID("centrum-mot-vald") + "/members").Want(200).Items()
			if at(history[0], "decision", "registrationNumber") != "IFN-2026/8" || at(history[0], "decision", "date", "day") != "2026-11-19" {
				t.Error(history)
			}
		})
		s.Run(t, "keeps the decision: it is not deleted", func(t *testing.T) {
			now := s.Get("/decisions/"+kept.ID(), coordinator).Want(200)
			s.Do("DELETE", "/decisions/"+kept.ID(), nil, coordinator, testkit.IfMatch(now.ETag())).WantProblem(409, "inUse")
		})
		s.Run(t, "is refused when another body decided, and when nobody knows who", func(t *testing.T) {
			other := keep("annan", "aldrenamnden")
			by("bo@umea.example", "2027-01-01", "", other.ID()).WantProblem(422, "invalid", "decisionId")
			nobody := s.Do("POST", "/decisions", object{"planId": s.Plan(), "key": "ingens", "title": "Okänd instans", "motions": []object{}, "reservations": []object{}, "concerns": []object{}}, coordinator).Want(201)
			by("bo@umea.example", "2027-01-01", "", nobody.ID()).WantProblem(422, "invalid", "decisionId")
			by("bo@umea.example", "2027-01-01", "", s.Plan()).WantProblem(422, "invalid", "decisionId")
		})
	})
}
