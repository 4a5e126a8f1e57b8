package app_test

import "envagin/api/testkit"

// decided carries out how a decision is entered, with what was moved and who had a
// reservation, and what it concerns.
func (s *recorder) decided() {
	s.t.Helper()
	in := m{"planId": s.plan1, "key": "antagande", "bodyId": s.kf, "date": m{"day": "2020-02-24", "precision": "day"}, "registrationNumber": "KS-2019/00876", "title": "Planen antas",
		"text":         "Fullmäktige antar planen.",
		"motions":      []m{{"movedBy": "Ett parti", "text": "Planen kompletteras.", "outcome": "rejected"}},
		"reservations": []m{{"by": "Ett parti", "text": "Planen borde ha kompletterats."}},
		"reportBack":   m{"day": "2022-02-01", "precision": "month"}, "concerns": []m{{"type": "plan", "id": s.plan1}}}
	made := s.do("coordinator", "POST", "/decisions", in)
	in["reportedBack"] = m{"day": "2022-02-21", "precision": "day"}
	s.do("coordinator", "PUT", "/decisions/"+made.ID(), in, testkit.IfMatch(made.ETag()))
	s.do("", "GET", "/decisions", nil)
	s.do("", "GET", "/decisions/"+made.ID(), nil)
	s.do("coordinator", "DELETE", "/decisions/"+made.ID(), nil, testkit.IfMatch(`"2"`))
}
