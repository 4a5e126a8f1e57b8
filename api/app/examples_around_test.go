package app_test

import "envagin/api/testkit"

// around carries out what stands around the council: the reference group that is
// called in, the register of competence, and what the steering group is shown.
func (s *recorder) around() {
	s.t.Helper()
	activity := s.first
	in := m{"bodyId": s.ifn, "role": "Kurator, ungdomshälsan", "competences": []string{"barn som bevittnar våld"}, "validFrom": "2026-01-01"}
	member := s.do("coordinator", "POST", "/reference-members", in)
	at := "/reference-members/" + member.ID()
	in["validTo"] = "2027-12-31"
	s.do("coordinator", "PUT", at, in, testkit.IfMatch(member.ETag()))
	calling := m{"memberId": member.ID(), "activityId": activity, "from": "2027-10-01", "to": "2027-11-30", "why": "Rutinen ska prövas mot det som barnen berättar."}
	called := s.do("coordinator", "POST", "/reference-callings", calling)
	calling["to"] = "2027-12-31"
	s.do("coordinator", "PUT", "/reference-callings/"+called.ID(), calling, testkit.IfMatch(called.ETag()))
	s.do("", "GET", "/reference-members", nil)
	s.do("", "GET", at, nil)
	s.do("", "GET", at+"/callings", nil)
	s.do("", "GET", "/activities/"+activity+"/callings", nil)
	s.do("", "GET", "/reference-callings/"+called.ID(), nil)
	s.do("coordinator", "DELETE", "/reference-callings/"+called.ID(), nil, testkit.IfMatch(`"2"`))
	s.do("coordinator", "DELETE", at, nil, testkit.IfMatch(`"2"`))

	entry := m{"key": "jourtelefon", "kind": "supportFunction", "nameSv": "Jourtelefonen", "nameEn": "The emergency line",
		"descriptionSv": "Svarar dygnet runt.", "descriptionEn": "Answers around the clock.", "contact": m{"phone": "0980-319 200"},
		"checkedOn": m{"day": "2026-11-01", "precision": "day"}, "bodyId": s.ifn}
	made := s.do("coordinator", "POST", "/competences", entry)
	entry["readIn"] = "example.se"
	s.do("coordinator", "PUT", "/competences/"+made.ID(), entry, testkit.IfMatch(made.ETag()))
	s.do("", "GET", "/competences", nil)
	s.do("", "GET", "/competences/"+made.ID(), nil)
	s.do("coordinator", "DELETE", "/competences/"+made.ID(), nil, testkit.IfMatch(`"2"`))
	s.do("steering", "GET", "/steering-items", nil)
}
