package app_test

import "envagin/api/testkit"

// council carries out what concerns the council's seats, those who sit there, and
// the contact persons of units.
func (s *recorder) council() {
	s.t.Helper()
	in := m{"planId": s.plan1, "key": "socialtjansten", "number": 1, "nameSv": "Socialtjänsten", "nameEn": "Social services",
		"functionSv": "Företräder socialtjänstens verksamheter", "functionEn": "Speaks for the social services",
		"bodyId": s.ifn, "appointingBodyId": s.ifn, "position": 1, "source": "interpretation"}
	seat := s.do("coordinator", "POST", "/council-seats", in)
	at := "/council-seats/" + seat.ID()
	in["source"] = "municipality"
	s.do("coordinator", "PUT", at, in, testkit.IfMatch(seat.ETag()))
	decision := m{"date": m{"day": "2026-11-18", "precision": "day"}, "bodyId": s.ifn, "registrationNumber": "IFN-2026/00123"}
	held := s.do("coordinator", "POST", "/council-members", m{"seatId": seat.ID(), "email": "eva.ek@example.se", "name": "Eva Ek",
		"from": "2026-01-01", "to": "2028-12-31", "decision": decision})
	s.do("coordinator", "PUT", "/council-members/"+held.ID(), m{"from": "2026-01-01", "to": "2027-12-31"}, testkit.IfMatch(held.ETag()))
	stays := s.do("coordinator", "POST", "/council-members", m{"seatId": seat.ID(), "email": "bo.ek@example.se", "name": "Bo Ek",
		"isSubstitute": true, "from": "2027-01-01", "decision": decision})
	s.do("coordinator", "DELETE", "/council-members/"+stays.ID(), nil, testkit.IfMatch(stays.ETag()))
	s.do("secretary", "GET", "/council-seats", nil)
	s.do("secretary", "GET", at, nil)
	s.do("secretary", "GET", at+"/members", nil)
	s.do("", "GET", "/council-members", nil)
	s.do("secretary", "GET", "/council-members/"+held.ID(), nil)
	gone := s.a.Do("POST", "/council-seats", m{"planId": s.plan1, "key": "provplats", "number": 2, "nameSv": "Prov", "nameEn": "Try", "position": 2}, s.a.As("coordinator")).Want(201)
	s.do("coordinator", "DELETE", "/council-seats/"+gone.ID(), nil, testkit.IfMatch(gone.ETag()))
	s.do("", "GET", "/contact-persons", nil)
	s.do("", "GET", "/units/"+s.a.Body("centrum-mot-vald")+"/contact-persons", nil)
}
