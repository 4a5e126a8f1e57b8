package app_test

import "envagin/api/testkit"

// parties is a question of the mapping.
func parties() m {
	return m{"sectionKey": "samverkan", "key": "samverkan-parter", "type": "longText", "required": true, "textSv": "Med vilka samverkar ni?", "textEn": "With whom do you work?",
		"helpSv": "Räkna samverkan som återkommer.", "helpEn": "Count collaboration that recurs."}
}

// mapped carries out how a round is made, tried, opened, extended, closed and copied.
func (s *recorder) mapped() {
	s.t.Helper()
	in := m{"key": "kartlaggning-2027", "answering": "unit", "titleSv": "Kartläggning 2027", "titleEn": "Mapping survey 2027", "introSv": "Så arbetar vi i dag, och det vill vi utveckla.",
		"introEn": "How we work today, and what we want to develop.", "closesOn": "2027-03-15", "sections": []m{{"key": "samverkan", "titleSv": "Samverkan", "titleEn": "Collaboration"}}}
	made := s.do("coordinator", "POST", "/surveys", in)
	at := "/surveys/" + made.ID()
	q := s.do("coordinator", "POST", at+"/questions", parties())
	with := parties()
	with["helpSv"] = "Räkna samverkan som återkommer: ett forum, en rutin eller en överenskommelse."
	one := at + "/questions/" + q.ID()
	s.do("coordinator", "PUT", one, with, testkit.IfMatch(q.ETag()))
	s.do("coordinator", "GET", one, nil)
	s.do("coordinator", "POST", at+"/trials", m{"answers": m{"samverkan-parter": "Skolan och polisen."}})
	in["opensOn"] = "2027-02-01"
	now := s.do("coordinator", "PUT", at, in, testkit.IfMatch(made.ETag()))
	now = s.do("coordinator", "PUT", at+"/opening", m{}, testkit.IfMatch(now.ETag()))
	now = s.do("coordinator", "PUT", at+"/closes-on", m{"closesOn": "2027-03-31"}, testkit.IfMatch(now.ETag()))
	now = s.do("coordinator", "PUT", at+"/closing", m{}, testkit.IfMatch(now.ETag()))
	s.do("coordinator", "PUT", at+"/publication", m{}, testkit.IfMatch(now.ETag()))
	s.do("", "GET", "/surveys", nil)
	s.do("", "GET", at, nil)
	s.do("", "GET", at+"/questions", nil)
	s.do("", "GET", at+"/document", nil)
	next := s.do("coordinator", "POST", at+"/copies", m{"key": "kartlaggning-2028"})
	copied := "/surveys/" + next.ID()
	first := s.a.Get(copied+"/questions", s.a.As("coordinator")).Want(200).Items()[0]
	s.do("coordinator", "DELETE", copied+"/questions/"+first["id"].(string), nil, testkit.IfMatch(`"1"`))
	s.do("coordinator", "DELETE", copied, nil, testkit.IfMatch(next.ETag()))
}
