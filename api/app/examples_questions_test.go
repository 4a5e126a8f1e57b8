package app_test

import "envagin/api/testkit"

// asked carries out how the competence centre is asked, and how an answer is
// published and found.
func (s *recorder) asked() {
	s.t.Helper()
	in := m{"title": "Hur dokumenterar vi en skyddsplan?", "question": "Var i vårt system hör en skyddsplan hemma, och vem får läsa den?",
		"askedByBodyId": s.ifn, "neededBy": "2026-12-15"}
	made := s.do("secretary", "POST", "/council-questions", in)
	at := "/council-questions/" + made.ID()
	in["neededBy"] = "2026-12-20"
	now := s.do("secretary", "PUT", at, in, testkit.IfMatch(made.ETag()))
	now = s.do("expert", "PUT", at+"/taking", nil, testkit.IfMatch(now.ETag()))
	now = s.do("expert", "DELETE", at+"/taking", nil, testkit.IfMatch(now.ETag()))
	now = s.do("expert", "PUT", at+"/answer", m{"answer": "I personakten, med behörighet för dem som arbetar i ärendet.",
		"links": []m{{"title": "Socialstyrelsen om dokumentation", "url": "https://www.socialstyrelsen.se"}}}, testkit.IfMatch(now.ETag()))
	now = s.do("expert", "PUT", at+"/publication", m{"part": "public"}, testkit.IfMatch(now.ETag()))
	s.do("", "GET", "/council-questions", nil)
	s.do("", "GET", at, nil)
	s.do("", "POST", "/council-question-searches", m{"q": "skyddsplan"})
	now = s.do("coordinator", "DELETE", at+"/publication", nil, testkit.IfMatch(now.ETag()))
	s.do("coordinator", "DELETE", at, nil, testkit.IfMatch(now.ETag()))
}
