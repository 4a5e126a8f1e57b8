package app_test

import "envagin/api/testkit"

// told carries out how a communication is planned, done and taken away.
func (s *recorder) told() {
	s.t.Helper()
	in := m{"planId": s.plan1, "message": "Nu finns en väg in till allt stöd.", "audience": "Alla som bor i kommunen", "direction": "outward", "channel": "Kommunens webbplats",
		"date": m{"day": "2026-12-01", "precision": "month"}, "responsibleBodyId": s.kf}
	made := s.do("coordinator", "POST", "/communications", in)
	in["doneOn"] = "2026-11-20"
	s.do("coordinator", "PUT", "/communications/"+made.ID(), in, testkit.IfMatch(made.ETag()))
	s.do("coordinator", "GET", "/communications", nil)
	s.do("coordinator", "GET", "/communications/"+made.ID(), nil)
	s.do("coordinator", "DELETE", "/communications/"+made.ID(), nil, testkit.IfMatch(`"2"`))
}
