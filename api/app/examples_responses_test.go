package app_test

import "envagin/api/testkit"

// answered carries out how a unit answers a round, how its manager signs, and what
// is made of it.
func (s *recorder) answered() {
	s.t.Helper()
	round := "/surveys/" + roundToTry(s.a, "kartlaggning-svar", "samverkan-parter")
	unit := s.a.Body("centrum-mot-vald")
	s.do("contact", "GET", round+"/units", nil)
	made := s.do("contact", "POST", round+"/responses", m{"unitId": unit})
	at := round + "/responses/" + made.ID()
	answer := at + "/answers/samverkan-parter"
	was := s.do("contact", "GET", answer, nil)
	s.do("contact", "PUT", answer, m{"value": "Skolan, socialtjänsten och polisen."}, testkit.IfMatch(was.ETag()))
	said := s.do("contact", "POST", at+"/comments", m{"questionKey": "samverkan-parter", "text": "Ska vi nämna vården här också?"})
	s.do("manager", "GET", at+"/comments", nil)
	s.do("contact", "DELETE", at+"/comments/"+said.ID(), nil, testkit.IfMatch(said.ETag()))
	now := s.do("manager", "PUT", at+"/writers", m{"userIds": []string{}, "emails": []string{"reader@demo.example"}}, testkit.IfMatch(made.ETag()))
	hash := now.Object()["contentHash"]
	now = s.do("manager", "PUT", at+"/signature", m{"contentHash": hash}, testkit.IfMatch(now.ETag()))
	now = s.do("manager", "PUT", at+"/reopening", m{"reason": "Vården saknades."}, testkit.IfMatch(now.ETag()))
	s.do("manager", "PUT", at+"/signature", m{}, testkit.IfMatch(now.ETag()))
	s.do("manager", "GET", at, nil)
	s.do("coordinator", "GET", round+"/responses", nil)
	s.do("manager", "GET", at+"/document", nil)
	used := s.do("coordinator", "POST", at+"/uses", m{"questionKey": "samverkan-parter", "kind": "goodExample", "text": "Enheten samverkar med skolan, socialtjänsten och polisen."})
	s.do("coordinator", "GET", round+"/uses", nil)
	s.do("coordinator", "DELETE", at+"/uses/"+used.ID(), nil, testkit.IfMatch(used.ETag()))
	d := s.do("contact", "GET", at+"/description", nil)
	d = s.do("contact", "PUT", at+"/description", m{"text": "Vi möter vuxna och barn som har utsatts för våld."}, testkit.IfMatch(d.ETag()))
	s.do("coordinator", "PUT", at+"/description/review", m{"outcome": "approve"}, testkit.IfMatch(d.ETag()))
	s.do("", "GET", "/units/"+unit+"/description", nil)
	mistaken := s.do("coordinator", "POST", round+"/responses", m{"unitId": s.ifn})
	s.do("coordinator", "DELETE", round+"/responses/"+mistaken.ID(), nil, testkit.IfMatch(mistaken.ETag()))
}
