package app_test

import (
	"regexp"

	"envagin/api/testkit"
)

// tells carries out how what a published round of staff told is read.
func (s *recorder) tells() {
	s.t.Helper()
	at := "/surveys/" + toldRound(s.a, "exempel-publicerad") + "/results"
	s.do("", "GET", at, nil)
	s.do("", "GET", at+"/table?lang=en", nil)
}

// wrote carries out how what employees wrote is read before everybody reads it.
func (s *recorder) wrote() {
	s.t.Helper()
	at := "/surveys/" + writtenRound(s.a, "exempel-skriven") + "/free-texts"
	s.do("coordinator", "GET", at+"?state=waiting&limit=2", nil)
	text := s.a.Get(at, s.a.As("coordinator")).Want(200).Items()[0]["id"].(string)
	s.do("coordinator", "PUT", at+"/"+text, m{"state": "allowed", "strike": []string{"öva på att"}}, testkit.IfMatch(`"1"`))
}

// corrects carries out how a published round is put right; it is counted afterwards.
func (s *recorder) corrects() {
	s.t.Helper()
	at := "/surveys/" + toldRound(s.a, "exempel-rattad") + "/corrections"
	id := s.do("coordinator", "POST", at, m{"kind": "withdrawQuestion", "targetKey": "rutin", "reasonSv": "Frågan kunde förstås på två sätt.", "reasonEn": "The question could be understood in two ways."}).ID()
	s.do("coordinator", "GET", at, nil)
	s.do("coordinator", "GET", at+"/"+id, nil)
}

// invites carries out how employees get codes, and how it is seen how far they have come.
func (s *recorder) invites() {
	s.t.Helper()
	round, groups := staffRound(s.a, "exempel-koder", 2)
	at := "/surveys/" + round
	in := m{"groupId": groups[0], "count": 2}
	sheet := *s.a.Do("POST", at+"/code-sheets", in, s.a.As("coordinator")).Want(201)
	sheet.Body = codeForm.ReplaceAll(sheet.Body, []byte(`"7KQM-2XRA-9HWD-CE4Q"`))
	s.record("POST", at+"/code-sheets", in, &sheet)
	s.do("coordinator", "GET", at+"/coverage", nil)
}

// writesToStaff carries out how a group of employees is written to.
func (s *recorder) writesToStaff() {
	s.t.Helper()
	round, groups := staffRound(s.a, "exempel-brev-anstallda", 1)
	at := "/surveys/" + round + "/staff-letters"
	s.do("coordinator", "POST", at, m{"groupId": groups[0], "kind": "invitation", "addresses": []string{"forskola@exempel.se"}})
	s.do("coordinator", "GET", at, nil)
}

// writes carries out how units are invited, and reminded the day after.
func (s *recorder) writes() {
	s.t.Helper()
	at := "/surveys/" + roundToTry(s.a, "exempel-brev", "forst")
	s.do("coordinator", "POST", at+"/invitations", m{"unitIds": []string{s.a.Body("centrum-mot-vald")}})
	s.do("coordinator", "POST", at+"/reminders", m{})
	s.do("coordinator", "GET", at+"/invitations", nil)
}

// codeForm is how a code is written; without its quotes a part of an id could be one.
var codeForm = regexp.MustCompile(`"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}"`)
