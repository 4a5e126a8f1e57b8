package app_test

import (
	"strings"

	"envagin/api/platform/auth"
	"envagin/api/testkit"
)

// compiled carries out how everyone reads what the units have signed together.
func (s *recorder) compiled() {
	s.t.Helper()
	at := "/surveys/" + compiledRound(s.a, "exempel-sammanstallning")
	s.do("", "GET", at+"/compilation", nil)
	s.do("", "GET", at+"/compilation/document?lang=en", nil)
	s.do("", "GET", at+"/compilation/table?lang=en", nil)
	s.file("GET", at+"/compilation/docx", s.a.Get(at+"/compilation/docx").Want(200))
	told, err := s.a.Compilations.Get(s.t.Context(), auth.User{}, strings.TrimPrefix(at, "/surveys/"))
	if err == nil {
		_, err = s.a.Compilations.Keep(s.t.Context(), told, "sv", []byte("%PDF-1.7")) // nothing is printed here
	}
	if err != nil {
		s.t.Fatal(err)
	}
	s.file("GET", at+"/compilation/pdf", s.a.Get(at+"/compilation/pdf").Want(200))
	s.do("coordinator", "PUT", at+"/analyses/samverkan-parter", m{"textSv": "Alla samverkar med skolan.", "textEn": "All work with the schools."}, testkit.IfMatch(`"0"`))
	s.do("", "GET", at+"/analyses", nil)
}
