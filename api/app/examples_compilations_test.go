package app_test

// compiled carries out how everyone reads what the units have signed together.
func (s *recorder) compiled() {
	s.t.Helper()
	s.do("", "GET", "/surveys/"+compiledRound(s.a, "exempel-sammanstallning")+"/compilation", nil)
}
