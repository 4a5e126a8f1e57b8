package council_test

import (
	"testing"

	"envagin/api/testkit"
)

func TestTheSeatsOfTheCouncil(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.Run(t, "everyone reads the seventeen seats of the plan, in its order", func(t *testing.T) {
			seats := s.Get("/council-seats?limit=100").Want(200).Items()
			if len(seats) != 17 || seats[0]["nameSv"] != "UmeBrå" || seats[0]["isConvener"] != true || seats[1]["isExpert"] != true {
				t.Fatal(len(seats), seats[0])
			}
			if seats[8]["state"] != "vacant" || seats[8]["isVacant"] != true || seats[8]["appointingBodyId"] != s.Body("aldrenamnden") {
				t.Error(seats[8])
			}
			if n := s.Get("/council-seats?body=" + s.Body("ifn")).Items(); len(n) != 2 {
				t.Errorf("IFN appoints to %d seats", len(n))
			}
		})
		s.Run(t, "the coordinator makes a seat, and changes it", func(t *testing.T) {
			in := object{"planId": s.Plan(), "key": "polisen", "number": 18, "nameSv": "Polisen", "nameEn": "The police", "bodyId": s.Body("polisen"), "position": 18}
			made := s.Do("POST", "/council-seats", in, s.As("coordinator")).Want(201)
			in["functionSv"] = "Lokalpolisområdet"
			s.Do("PUT", "/council-seats/"+made.ID(), in, s.As("coordinator"), testkit.IfMatch(made.ETag())).Want(200)
			s.Do("PUT", "/council-seats/"+made.ID(), in, s.As("coordinator"), testkit.IfMatch(made.ETag())).WantProblem(412, "stale")

			if got := s.seat("polisen", ""); got["functionSv"] != "Lokalpolisområdet" {
				t.Error(got)
			}
			s.Do("POST", "/council-seats", in, s.As("coordinator")).WantProblem(409, "duplicate", "key")
			s.Do("DELETE", "/council-seats/"+made.ID(), nil, s.As("coordinator"), testkit.IfMatch(`"2"`)).Want(204)
			s.Get("/council-seats/" + made.ID()).Want(410)
		})
		s.Run(t, "a seat that points at nothing is refused, and so is one that moves", func(t *testing.T) {
			in := object{"planId": s.Plan(), "key": "x", "number": 0, "nameSv": "", "nameEn": "X", "bodyId": "nobody", "position": 1}
			s.Do("POST", "/council-seats", in, s.As("coordinator")).WantProblem(422, "invalid", "number", "nameSv", "bodyId")
			seat := s.Get("/council-seats/"+s.seatID("aldreomsorg"), s.As("coordinator"))
			moved := object{"planId": seat.ID(), "key": "aldreomsorg", "number": 9, "nameSv": "Ä", "nameEn": "E", "position": 9}
			s.Do("PUT", "/council-seats/"+seat.ID(), moved, s.As("coordinator"), testkit.IfMatch(seat.ETag())).WantProblem(422, "invalid", "planId")
		})
		s.Run(t, "the seats of a draft are there for those who read it, and nobody else", func(t *testing.T) {
			draft := s.Do("POST", "/plans", object{"key": "utkast", "name": "Utkast", "status": "draft", "rootBodyId": s.Body("kf")}, s.As("coordinator")).Want(201).ID()
			seat := s.Do("POST", "/council-seats", object{"planId": draft, "key": "hemlig", "number": 1, "nameSv": "H", "nameEn": "S", "position": 1}, s.As("coordinator")).Want(201).ID()

			s.Get("/council-seats/" + seat).Want(404)
			s.Get("/council-seats/"+seat+"/members", s.As("officer")).Want(404)
			if len(s.Get("/council-seats?plan="+draft).Items()) != 0 || len(s.Get("/council-seats?plan="+draft, s.As("coordinator")).Items()) != 1 {
				t.Error("the seats of a draft are listed wrongly")
			}
			if n := len(s.Get("/council-seats?limit=100", s.As("coordinator")).Items()); n != 17 {
				t.Errorf("the council has %d seats", n)
			}
		})
		s.Run(t, "a seat on which somebody has sat is not deleted but given a last day", func(t *testing.T) {
			s.appoint("centrum-mot-vald", "eva.ek@umea.example", "2025-01-01", "2025-12-31").Want(201)
			seat := s.Get("/council-seats/"+s.seatID("centrum-mot-vald"), s.As("coordinator"))
			s.Do("DELETE", "/council-seats/"+seat.ID(), nil, s.As("coordinator"), testkit.IfMatch(seat.ETag())).WantProblem(409, "inUse")
			in := object{"planId": s.Plan(), "key": "centrum-mot-vald", "number": 2, "nameSv": "Centrum mot våld", "nameEn": "Centre", "validTo": "2026-11-22", "position": 2}
			s.Do("PUT", "/council-seats/"+seat.ID(), in, s.As("coordinator"), testkit.IfMatch(seat.ETag())).Want(200)

			if n := len(s.Get("/council-seats?limit=100").Items()); n != 16 {
				t.Errorf("%d seats today", n)
			}
			if n := len(s.Get("/council-seats?limit=100&on=2026-11-22").Items()); n != 17 {
				t.Errorf("%d seats yesterday", n)
			}
			if n := len(s.Get("/council-seats/" + seat.ID() + "/members").Items()); n != 1 {
				t.Error("its history is gone")
			}
		})
	})
}

// The same address asked on another day shows who sat there then.
func TestTheHistoryOfASeatIsReadYearsLater(t *testing.T) {
	eachDB(t, func(t *testing.T, s *story) {
		s.appoint("centrum-mot-vald", "ada@umea.example", "2018-01-01", "2020-12-31").Want(201)
		s.appoint("centrum-mot-vald", "bo@umea.example", "2021-01-01", "2024-12-31", object{"name": "Bo Ek"}).Want(201)
		s.appoint("centrum-mot-vald", "cia@umea.example", "2025-01-01", "", object{"name": "Cia Ek"}).Want(201)
		path := "/council-seats/" + s.seatID("centrum-mot-vald")

		history := s.Get(path+"/members", s.As("secretary")).Want(200).Items()

		var who []any
		for _, m := range history {
			who = append(who, at(m, "person", "name"))
		}
		if len(who) != 3 || who[0] != "Cia Ek" || who[1] != "Bo Ek" || who[2] != "Eva Ek" || history[2]["state"] != "ended" ||
			at(history[2], "decision", "registrationNumber") != "IFN-2026/00123" {
			t.Error(who, history)
		}
		then := s.Get("/council-seats?on=2022-06-01&limit=100", s.As("secretary")).Items()[1]
		if at(then, "holder", "name") != "Bo Ek" || then["on"] != "2022-06-01" {
			t.Error(then)
		}
		if n := len(s.Get("/council-members?on=2019-06-01").Items()); n != 1 {
			t.Errorf("%d mandates held in 2019", n)
		}
		if changes := s.Get("/histories/councilSeat/"+s.seatID("centrum-mot-vald"), s.As("officer")).Want(200).Items(); len(changes) != 4 {
			t.Errorf("%d changes in the seat's own history", len(changes))
		}
		s.Run(t, "and in the timeline by its seat", func(t *testing.T) {
			entries := s.Get("/timelines?kind=mandate").Want(200).Items()
			if len(entries) != 3 || entries[0]["title"] != "Centrum mot våld" || at(entries[0], "end", "day") != "2020-12-31" {
				t.Error(entries)
			}
			if n := len(s.Get("/timelines?kind=mandate&from=2040-01-01&to=2040-12-31").Items()); n != 1 {
				t.Errorf("%d mandates go on in 2040", n)
			}
			if n := len(s.Get("/timelines?kind=mandate&board=" + s.Body("ks")).Items()); n != 0 {
				t.Error("KS has nothing to do with them")
			}
		})
	})
}
