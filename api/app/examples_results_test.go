package app_test

// tells carries out how what a published round of staff told is read.
func (s *recorder) tells() {
	s.t.Helper()
	at := "/surveys/" + toldRound(s.a, "exempel-publicerad") + "/results"
	s.do("", "GET", at, nil)
	s.do("", "GET", at+"/table?lang=en", nil)
}
